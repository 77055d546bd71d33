import ArabicText

/// What a word alone says of the line it stands in.
struct WordTraits: OptionSet {
    var rawValue: UInt32

    /// Prepositions, conjunctions, relatives, pronouns: the mortar of sentences.
    static let function = WordTraits(rawValue: 1 << 0)
    /// A finite clause: an auxiliary, a complementiser, a verb of speech.
    static let finite = WordTraits(rawValue: 1 << 1)
    /// Opens a paragraph that goes on from another one.
    static let continuation = WordTraits(rawValue: 1 << 2)
    /// Controls, menus, networks and forms of a site.
    static let interface = WordTraits(rawValue: 1 << 3)
    /// Speaks to the reader: subscribe, your mail, with us.
    static let address = WordTraits(rawValue: 1 << 4)
    /// A section of a news site, which menus and breadcrumbs are made of.
    static let section = WordTraits(rawValue: 1 << 5)
    /// Months, weekdays, calendar words, halves of the day.
    static let calendar = WordTraits(rawValue: 1 << 6)
    /// Who writes and where from: written by, correspondent, agencies.
    static let credit = WordTraits(rawValue: 1 << 7)
    /// Pictures: photo, archive, lens, file endings.
    static let picture = WordTraits(rawValue: 1 << 8)
    /// Words that news of any topic shares, which tell nothing of what a text is about.
    static let common = WordTraits(rawValue: 1 << 9)
    /// A phrase of ``PageCues`` begins with it.
    static let opensCue = WordTraits(rawValue: 1 << 10)
    /// The names of news agencies.
    static let agency = WordTraits(rawValue: 1 << 11)
    /// Cities that datelines begin with.
    static let dateline = WordTraits(rawValue: 1 << 12)
    /// Places people in a picture: in front of, during, inside, beside.
    static let scene = WordTraits(rawValue: 1 << 13)
    /// What authors are: journalist, writer, researcher.
    static let profession = WordTraits(rawValue: 1 << 14)
    /// What lives of authors are told with: holds a degree, published, writes on, works for.
    static let life = WordTraits(rawValue: 1 << 15)
    /// Speaks to the reader, or is a noun or another verb: register, record; here.
    static let weakAddress = WordTraits(rawValue: 1 << 16)
    /// A noun that begins as present-tense verbs do.
    static let nounWithYa = WordTraits(rawValue: 1 << 17)
}

/// The traits of the words that have any.
enum WordTraitTable {
    private static let all: (words: WordNumbers, traits: [WordTraits]) = {
        var words = WordNumbers(capacity: 8192)
        var traits: [WordTraits] = []
        // The order is of no consequence.
        for (key, value) in build() {
            _ = words.add(key)
            traits.append(value)
        }
        return (words, traits)
    }()

    /// The traits of each token's word.
    static func traits(of tokens: [Token]) -> [WordTraits] {
        let all = all
        return all.words.numbers(of: tokens).map { $0 < 0 ? [] : all.traits[Int($0)] }
    }

    private static func build() -> [WordKey: WordTraits] {
        var table: [WordKey: WordTraits] = [:]
        func add(_ words: String, _ traits: WordTraits, prefixes: [String] = [""]) {
            for word in words.split(separator: " ") {
                for prefix in prefixes { table[WordKey(prefix + word), default: []].formUnion(traits) }
            }
        }
        let conjunctions = ["", "و", "ف"]
        let articles = ["", "ال", "وال", "بال", "لل", "و"]
        add(functionWords, [.function, .common], prefixes: conjunctions)
        add(finiteWords, [.finite, .function, .common], prefixes: conjunctions)
        add(speechVerbs, [.finite, .common], prefixes: conjunctions)
        add(speechVerbs, .continuation, prefixes: ["و", "ف"])
        add(finiteWords, .continuation, prefixes: ["و"])
        add(continuations, .continuation)
        add(interfaceWords, .interface, prefixes: articles)
        add(interfaceLatin, .interface)
        add(addressWords, .address, prefixes: conjunctions)
        add(weakAddressWords, .weakAddress, prefixes: conjunctions)
        add(latinFunctionWords, [.function, .common])
        add(latinFiniteWords, [.finite, .function, .common])
        add(sectionWords, .section, prefixes: articles)
        add(calendarWords, [.calendar, .common], prefixes: articles)
        add(creditWords, .credit)
        add(agencyWords, [.agency, .credit])
        add(pictureWords, .picture, prefixes: articles)
        add(commonWords, .common, prefixes: articles)
        add(datelineCities, .dateline)
        add(nounsWithYa, .nounWithYa, prefixes: ["", "و"])
        add(sceneWords, .scene)
        add(professionWords, .profession, prefixes: ["", "و"])
        add(lifeWords, .life, prefixes: ["", "و"])
        for cue in PageCues.all {
            if let first = cue.words.first { table[first, default: []].formUnion(.opensCue) }
        }
        return table
    }

    // in, from, to, on, about, with, that, which, this, he/she/they, between, after, before, when, where, not, or, but ...
    private static let functionWords = """
        في من إلى الى على عن مع عند عندما لدى منذ خلال حول بين بعد قبل حتى ضد عبر نحو فوق تحت أمام وراء ضمن دون بدون سوى غير \
        أن إن أنه أنها أنهم إنه إنها إنهم بأن لأن بأنه بأنها لأنه لأنها كأن التي الذي الذين اللذين اللتين اللواتي هذا هذه ذلك تلك هؤلاء \
        هو هي هم هن نحن أنا أنت ما ماذا لماذا كيف متى أين هل لا أو أم ثم بل لكن إذا إذ إذا لو حيث كما كل بعض أي أية كلا كافة جميع \
        له لها لهم به بها بهم فيه فيها فيهم منه منها منهم عليه عليها عليهم عنه عنها إليه إليها معه معها مما بما فيما كلما ممن حين حينما بينما رغم \
        وسط إثر عقب جراء بسبب نتيجة بحسب وفق وفقا حسب خاصة أيضا فقط قد لقد سوف ليس ليست هناك هنا بعدما قبلما كونه أبرزها بينها بينهم بعضهم معظم
        """
    // was, has, will, not-past, still, began, became, that ...
    private static let finiteWords = """
        كان كانت كانوا يكون تكون أصبح أصبحت صار ظل لم لن ليس ليست قد لقد سوف أن إن أنه أنها إنه إنها الذي التي الذين لا يزال تزال \
        بات باتت يجب يمكن بدأ بدأت تم يتم سيتم جاء جاءت يأتي تأتي عاد شهد شهدت يشهد تشهد ستكون سيكون زال زالت
        """
    // said, added, stressed, announced, revealed, explained, noted, denied, told, wrote, considered ... past and present
    private static let speechVerbs = """
        قال قالت قالوا يقول تقول أضاف أضافت يضيف تضيف أكد أكدت يؤكد تؤكد أعلن أعلنت يعلن كشف كشفت يكشف أوضح أوضحت يوضح ذكر ذكرت \
        أشار أشارت يشير تشير لفت لفتت نفى نفت ينفي أفاد أفادت يفيد صرح صرحت شدد شددت يرى رأى رأت ترى اعتبر اعتبرت يعتبر تعتبر كتب كتبت \
        تابع تابعت نقل نقلت تحدث تحدثت دعا دعت طالب طالبت حذر حذرت توقع توقعت اتهم اتهمت رفض رفضت وصف وصفت علق علقت ختم ختمت استطرد \
        أردف أردفت زاد بين بينت نوه نوهت روى روت قرر قررت طلب طلبت أبلغ أبلغت اعترف زعم زعمت ادعى يعتقد تعتقد أظهر أظهرت بحث بحثت ناقش \
        التقى استقبل وقع وقعت شارك شاركت تسلم افتتح نظم نظمت أطلق أطلقت وصل وصلت بلغ بلغت يبلغ تبلغ سجل سجلت ارتفع ارتفعت انخفض تراجع تراجعت \
        يضم تضم يعد تعد يقع تقع يعمل تعمل يسعى تسعى يهدف تهدف يتوقع ينتظر عقد عقدت تعقد يعقد أجرى أجرت استمر يستمر تستمر يواجه تواجه قدم قدمت
        """
    // for his part, as for, meanwhile, moreover, on the other hand, it is worth noting ... as a paragraph's first word
    private static let continuations = """
        كما أما لكن غير إلا بل ثم بدوره بدورها بينما فيما حيث وفي ومن وعن وعلى وإلى وبحسب ووفقا ووفق وحسب وبعد وقبل ومع ومنذ وخلال وحول وعند \
        وبين وهو وهي وهذا وهذه وذلك ولكن ولا ولم ولن وليس وإن وأن وأنه وإذا وكل وهناك ومما وبذلك ولذلك كذلك وكذلك بذلك هكذا وهكذا لذلك ولعل ولدى وعندما \
        ولفت ونقلت وردا وحتى وبهذا وحذر وقد فقد ولقد وهم وكما وأما وإثر وعقب ويذكر يذكر ويشار يشار ومن وبشأن وبخصوص وعما وعمن ولأن وبما ولو وما ومثل وعادة واللافت
        """
    private static let interfaceWords = """
        رئيسية شارك مشاركة مشاركات انشر طباعة اطبع تعليق تعليقات تعليقا إعجاب متابعون مشاهدة مشاهدات زيارة زيارات قراءات قائمة بحث ابحث حجم الخط خط تكبير تصغير استمع \
        رابط نسخ تابعنا تابعونا اشترك إشترك اشتراك نشرة بريدية وسوم وسم هاشتاغ هاشتاج كلمات مفتاحية دلالية تسجيل دخول خروج إعدادات أوافق موافق إغلاق أغلق إلغاء تحميل حمل نزل تطبيق \
        واتساب واتس فيسبوك فيس بوك تويتر تليجرام تلغرام تلجرام تيليجرام يوتيوب إنستغرام انستجرام انستغرام إنستجرام لينكد لينكدإن سناب سنابشات تيك توك ثريدز ماسنجر بينتيريست إكس بودكاست \
        صوت استفتاء استطلاع إعلان إعلانات إرسال أرسل إبلاغ خصوصية كوكيز حقوق محفوظة سياسة شروط استخدام أحكام اتصل أعلن أرشيف خريطة أعداد أبراج التالي السابق التالى عاجل مباشر إرث \
        اقرأ إقرأ المزيد ذات صلة متعلقة مشابهة إلزامية حقول لاحقا حفظ مفضلة تنويه ملحوظة كاريكاتير كاريكاتور فيديوهات ألبوم ألبومات بث
        """
    private static let interfaceLatin = """
        facebook twitter telegram whatsapp youtube instagram linkedin tiktok snapchat google play app store appgallery share print email tweet pin copy link rss share tags tag home menu search \
        loading skip cookies cookie login logo subscribe newsletter comments comment views view read more related sponsored ads advertisement powered wordpress copyright reserved rights reddit \
        tumblr vk messenger pinterest threads x threads submit reply next previous prev close accept sign terms privacy policy contact news top trending viber nabd discover telegrame
        """
    // subscribe, your mail, with us, your comment, click, press, enter, contact us, receive ...
    private static let addressWords = """
        تابعنا تابعونا تابعوا اشترك إشترك اشتركوا اشتركي انضم انضموا حمل حملوا اضغط انقر شاركنا شاركونا راسلنا تواصلوا تواصلكم معنا بنا بريدك بريدكم \
        تعليقك تعليقكم رأيك رأيكم حسابك صوتك متصفحك تجربتك تصلك لتصلك يصلك ليصلك تصفحك دخولك هاتفك جوالك موقعنا تطبيقنا قناتنا صفحتنا نشرتنا حسابنا حساباتنا مجموعتنا خدماتنا \
        يهمك تهمك يعجبك تعجبك يفوتك بمتابعتك موافقتك اشتراكك أخبارك مدينتك اسمك كلمتك تفضيلاتك زيارتك يسعدنا
        """
    private static let weakAddressWords = """
        سجل نزل أدخل اكتب أرسل ارسل تواصل إلينا لدينا هنا نستخدم لكم لك عليك عليكم تفوت استمتع اختر تصفح جرب احصل اكتشف تعرف يمكنك يمكنكم أوافق توافق نرحب نعتذر ادعم
        """
    private static let latinFunctionWords = "the of and to in on at for with by from as it its this that he she they we or but not be their his her which who le la les des et du de un une dans pour sur au aux par en el los y och att det som"
    private static let latinFiniteWords = "is are was were has have had will would said says added told can could est sont sera ont dit fut"
    private static let sectionWords = """
        سياسة سياسية اقتصاد اقتصادية رياضة رياضية ثقافة ثقافية فن فنون منوعات مجتمع محليات محلية محليا عربي عرب عربية دولي دولية عالم عالمية صحة طب تكنولوجيا تقنية علوم تعليم رأي آراء مقالات مقال تحقيقات تقارير \
        حوادث قضايا محاكم أخبار خبر حوارات ملفات صور فيديو بودكاست أسواق مال أعمال بورصة عقارات سيارات سياحة سفر مرأة أسرة طقس دين إسلاميات محافظات برلمان إعلام كتاب أعمدة افتتاحية وطن وطنية جهات جهوية خليج مغرب \
        كتب سينما تشكيلية حياة لايف ستايل مطبخ أزياء ميديا توك شو سوشيال ترند تريندات إنفوجرافيك إنفوغراف كرة قدم كورة دوري فلسطين سوريا لبنان مصر عراق يمن ليبيا تونس جزائر إمارات سعودية كويت قطر بحرين عمان أردن سودان
        """
    private static let calendarWords = """
        يناير فبراير مارس أبريل ابريل إبريل مايو يونيو يونيه يوليو يوليه أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين جانفي فيفري أفريل ماي جوان جويلية \
        أوت غشت شتنبر نونبر دجنبر يوليوز محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو القعدة الحجة السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة هـ ه م ص صباحا مساء ظهرا ساعة دقيقة دقائق ثانية يوم أيام شهر عام \
        سنة أسبوع أمس اليوم غدا الجاري الماضي الماضية المقبل المقبلة توقيت بتوقيت غرينتش جرينتش مكة أول ثاني الأول الثاني ثان الموافق am pm gmt jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october november december
        """
    // wrote, by, prepared, edited, correspondent, source, agencies, follow-ups, special, published, updated ...
    private static let creditWords = """
        كتب كتبت كتبه كتبها بقلم إعداد أعد أعدها أعده تحرير ترجمة مراسل مراسلة مراسلنا مراسلتنا المصدر مصدر وكالات وكالة متابعات متابعة خاص الكاتب الكاتبة المحرر محرر الناشر كاتب حاوره حاورته حاورها \
        كتابات والوكالات نشر نشرت التاريخ تاريخ تحديث بواسطة المؤلف by author source published updated posted
        """
    // Reuters, AFP, AP, dpa, Anadolu, SPA, WAM, MENA, SANA, Petra, NNA, KUNA, QNA, BNA, ONA, MAP, APS, TAP, INA, Sputnik, Tass, Xinhua ...
    private static let agencyWords = """
        رويترز أسوشيتد أسوشييتد فرانس ب ف ا د واس وام أ ش سانا بترا كونا قنا بنا وات واج لانا واع سبوتنيك تاس شينخوا الأناضول نوفوستي إنترفاكس بلومبرغ بلومبرج بلومبيرغ وفا إرنا afp reuters ap dpa cnn bbc epa anadolu efe upi getty
        """
    private static let pictureWords = """
        صورة صور تصوير أرشيفية أرشيف ارشيفية تعبيرية لقطة عدسة كاميرا مصور فوتوغرافيا صورته صورتها foto fotos photo image getty images afp jpg jpeg png gif webp img file photos credit ا.ف.ب غيتي جيتي
        """
    private static let commonWords = """
        قال يوم أمس اليوم عام سنة شهر أسبوع مصدر مصادر رئيس مدير وزير وزارة مسؤول متحدث بيان تصريح تصريحات جديد جديدة أول أكثر أكبر عدد مليون ألف مئة مائة دولار أخبار خبر صحيفة وكالة قناة موقع عمل شخص أشخاص ناس حالة حالات \
        منطقة مدينة محافظة دولة دول بلاد البلدان حكومة مجلس لجنة هيئة مؤسسة شركة مركز إدارة مكتب عملية عمليات نسبة قرار اجتماع ملف قضية أزمة مشروع برنامج خطة مرحلة فترة نهاية بداية وقت مرة مرات كبير كبيرة عربي عربية عربيه دولي دولية \
        واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشر ثلاث أربع خمس ست سبع ثماني تسع دكتور دكتورة مهندس عبد محمد أحمد علي سابق سابقة حالي حالية مقبل مقبلة ماض ماضي ماضية أخرى آخر نفس نفسه نفسها إطار إضافة
        """
    private static let sceneWords = "أمام خلال أثناء داخل خارج قرب بجانب بجوار برفقة رفقة لحظة يحمل يحملون يتفقد يتفقدون يصافح يرفعون يقف يقفون وهم وهو"
    // journalist, writer, novelist, researcher, academic, editor, correspondent, poet, critic, analyst, blogger
    private static let professionWords = """
        صحفي صحفية صحافي صحافية كاتب كاتبة روائي روائية قاص قاصة باحث باحثة أكاديمي أكاديمية محرر محررة مراسل مراسلة شاعر شاعرة ناقد ناقدة محلل محللة مدون مدونة إعلامي إعلامية مترجم مترجمة أستاذ أستاذة مخرج مخرجة مصور مصورة
        """
    // writes, holder of, graduate of, specialised, published for him, works, worked, diploma, master's, interested in, author of
    private static let lifeWords = """
        يكتب تكتب حائز حائزة حاصل حاصلة خريج خريجة متخصص متخصصة مختص مختصة مهتم مهتمة صدر صدرت عمل عملت يعمل تعمل له لها دبلوم ماجستير دكتوراه بكالوريوس مؤلف مؤلفة مقيم مقيمة مؤلفاته مؤلفاتها كتبه يغطي تغطي
        """
    // Jewish, left, right, Yemeni, Jaffa, Jacob, Joseph, Yasser, Yasmin, Yahya, euro, Japan, Greece, Yunus, daily, YouTube, yuan, UNICEF, UNESCO, Juventus.
    private static let nounsWithYa = """
        يهود يهودي يهوديه يسار يمين يمني يمنيه يافا يعقوب يوسف ياسر ياسين ياسمين يحيي يورو يابان ياباني يابانيه يونان يوناني يونس يوميا يومي يوميه يومين يزيد يوتيوب يوان يونيسف يونسكو يوفنتوس يوغا يونيفيل
        """
    private static let datelineCities = """
        القاهرة الإسكندرية دمشق حلب حمص بيروت طرابلس عمان عمّان القدس رام غزة بغداد البصرة أربيل الرياض جدة الدمام مكة الكويت الدوحة المنامة مسقط دبي أبوظبي الشارقة صنعاء عدن المكلا الخرطوم تونس الجزائر الرباط \
        نواكشوط بنغازي واشنطن نيويورك لندن باريس موسكو أنقرة إسطنبول طهران برلين بروكسل جنيف نيقوسيا بكين طوكيو دلهي روما مدريد كييف كابول إسلام
        """
}
