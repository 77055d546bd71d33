import Corpus

/// The verbs that ascribe a proposition to their subject, one lemma a row.
///
/// Columns: perfect and imperfect of the third person singular (`-` for none in use), active participle (`-` for none in use as a cue),
/// strength, prepositions of its complement joined by `/` (`-` for none), frames, English gloss. Frames:
/// - `c` a clause or a quotation (every verb has it);
/// - `n` also a bare verbal noun (`نفى وقوع`, denied the occurrence);
/// - `p` also a verbal noun after its preposition (`حذر من انهيار`, warned of a collapse);
/// - `o` the person told stands as an object before the content (`أبلغ الوزير اللجنة أن`);
/// - `2` two objects, the second said of the first (`اعتبر القرار خطأ`, considered the decision a mistake);
/// - `h` also another common word: the content must follow its noun phrase at once;
/// - `d` a homograph that counts with a quotation or a colon only;
/// - `w` its source is the paper after `في` (`جاء في البيان أن`, it came in the statement that);
/// - `s` only with whom it comes from named (`سمعوا من السكان أن`, they heard from the residents that);
/// - `dh` a sound or face rather than speech: its quotation follows at once;
/// - `i` with no subject of its own and nothing before it, an impersonal (`يذكر أن`, it is recalled that).
enum ReportingVerbs {
    static let rows = """
        قال يقول قائل assertion - c say
        أضاف يضيف مضيف assertion إلى/على c add
        زاد يزيد - assertion على/ب ch add
        تابع يتابع متابع assertion - ch continue
        أردف يردف مردف assertion - c continue
        استطرد يستطرد مستطرد assertion - c continue
        استدرك يستدرك مستدرك assertion - c add with a reservation
        واصل يواصل - assertion ب ch continue
        أكمل يكمل مكمل assertion - ch continue
        مضى يمضي - assertion - cd go on
        ختم يختم خاتم assertion ب ch close
        اختتم يختتم مختتم assertion ب ch close
        أوضح يوضح موضح assertion - c explain
        بين يبين مبين assertion - ch make clear
        شرح يشرح شارح assertion - c explain
        فسر يفسر مفسر assertion ب ch interpret
        أشار يشير مشير assertion إلى cip point out
        لفت يلفت لافت assertion إلى cp draw attention
        نوه ينوه منوه assertion إلى/ب c note
        ألمح يلمح ملمح assertion إلى c hint
        لمح يلمح ملمح assertion إلى c hint
        أومأ يومئ مومئ assertion إلى c hint
        أكد يؤكد مؤكد confirmation على cn affirm
        شدد يشدد مشدد confirmation على c stress
        جزم يجزم جازم confirmation ب/على c assert firmly
        أقسم يقسم مقسم confirmation على/ب c swear
        أصر يصر مصر confirmation على c insist
        أثبت يثبت مثبت confirmation - c prove
        أقر يقر مقر confirmation ب/على cp concede
        اعترف يعترف معترف confirmation ب cp admit
        أعلن يعلن معلن assertion عن/ب cn announce
        صرح يصرح مصرح assertion ب/على c declare
        أفاد يفيد مفيد assertion ب/إلى c report
        ذكر يذكر ذاكر assertion - chi mention
        أورد يورد مورد assertion - c report
        أبلغ يبلغ مبلغ assertion ب/عن cho inform
        أخبر يخبر مخبر assertion ب/عن co tell
        أعلم يعلم معلم assertion ب co inform
        أنبأ ينبئ منبئ assertion ب co inform
        طمأن يطمئن مطمئن assertion إلى/ب co reassure
        كشف يكشف كاشف revelation عن cp reveal
        أفصح يفصح مفصح revelation عن c disclose
        باح يبوح بائح revelation ب c disclose
        سرب يسرب مسرب revelation - c leak
        اعتبر يعتبر معتبر belief - c2 consider
        عد يعد - belief - ch count as
        رأى يرى - belief - chi see
        ارتأى يرتئي - belief - c be of the view
        اعتقد يعتقد معتقد belief ب ci believe
        ظن يظن ظان belief - c think
        رجح يرجح مرجح belief - cni deem likely
        توقع يتوقع متوقع belief - cni expect
        قدر يقدر مقدر belief ب/على chi2 estimate
        افترض يفترض مفترض belief - chi assume
        تكهن يتكهن متكهن belief ب c speculate
        تنبأ يتنبأ متنبئ belief ب cp predict
        استبعد يستبعد مستبعد belief - cni deem unlikely
        شكك يشكك مشكك doubt في cp doubt
        خشي يخشى - belief من c fear
        تخوف يتخوف متخوف belief من c fear
        آمن يؤمن مؤمن belief ب ch believe in
        أدرك يدرك مدرك belief - c realise
        عرف يعرف - belief - chi know
        علم يعلم - assertion من ch learn
        سمع يسمع - assertion من chs hear from
        نشر ينشر - assertion على/في/عبر cd post
        لاحظ يلاحظ ملاحظ assertion - ci observe
        استنتج يستنتج مستنتج belief - c conclude
        خلص يخلص - belief إلى c conclude
        ذهب يذهب ذاهب belief إلى ch hold
        توصل يتوصل متوصل belief إلى ch arrive at the conclusion
        أظهر يظهر مظهر revelation - chi show
        وجد يجد - revelation - ch find
        رصد يرصد راصد revelation - ch detect
        نفى ينفي نافي denial ب cn deny
        أنكر ينكر منكر denial - cn deny
        كذب يكذب مكذب denial - cn give the lie to
        دحض يدحض داحض denial - cn refute
        فند يفند مفند denial - cn refute
        حذر يحذر محذر warning من/ب cp warn
        نبه ينبه منبه warning من/إلى/على cp alert
        أنذر ينذر منذر warning ب/من c warn
        زعم يزعم زاعم doubt ب cn claim
        ادعى يدعي مدعي doubt ب cn claim
        اتهم يتهم متهم doubt ب cop accuse
        رد يرد - assertion على/ب ch reply
        أجاب يجيب مجيب assertion على/عن/ب c answer
        عقب يعقب معقب assertion على/ب ch comment
        علق يعلق معلق assertion على/ب ch comment
        تساءل يتساءل متسائل assertion عن cd wonder
        سأل يسأل سائل assertion عن cd ask
        روى يروي راوي assertion - c narrate
        حكى يحكي حاكي assertion ل/عن c tell
        سرد يسرد سارد assertion - ch tell
        تذكر يتذكر متذكر assertion - ch recall
        استذكر يستذكر مستذكر assertion - c recall
        وصف يصف واصف assertion ب co2 describe
        كتب يكتب كاتب assertion على/في ch write
        دون يدون مدون assertion على/في cd write in a post
        غرد يغرد مغرد assertion على/عبر c tweet
        نقل ينقل ناقل assertion عن ch pass on
        نسب ينسب ناسب assertion إلى ch ascribe
        هتف يهتف هاتف assertion ب ch shout
        صرخ يصرخ صارخ assertion ب ch cry
        همس يهمس هامس assertion ب/ل/إلى c whisper
        مازح يمازح ممازح assertion ب co joke
        برر يبرر مبرر assertion ب co justify
        علل يعلل معلل assertion ب co give as reason
        شهد يشهد - assertion ب/على ch testify
        شكا يشكو شاكي assertion من c complain
        اشتكى يشتكي مشتكي assertion من c complain
        جادل يجادل مجادل assertion ب c argue
        أبرز يبرز مبرز assertion - ch bring out
        سجل يسجل مسجل assertion - ch put on record
        استرسل يسترسل مسترسل assertion - c go on
        لخص يلخص ملخص assertion ب c sum up
        أفتى يفتي مفتي assertion ب c rule in a fatwa
        أسر - - assertion ب/إلى/ل ch confide
        ردد يردد مردد assertion - c repeat
        كرر يكرر مكرر confirmation - c repeat
        أسهب يسهب مسهب assertion - c dwell on
        جاء يجيء - assertion في chw come, as words in a paper
        ورد يرد - assertion في chw occur, as words in a paper
        ذكر يذكر مذكر assertion ب cho remind
        أعرب يعرب معرب belief عن ch express
        عبر يعبر معبر belief عن ch express
        أبدى يبدي مبدي belief في/ب c show a belief
        استأنف يستأنف مستأنف assertion - cd resume
        أجمل يجمل مجمل assertion ب ch sum up
        أوجز يوجز موجز assertion ب ch sum up
        اختصر يختصر مختصر assertion ب ch sum up
        أشاع يشيع مشيع doubt - c spread
        روج يروج مروج doubt ل/ب c spread
        أذاع يذيع مذيع assertion - ch broadcast
        تناقل يتناقل متناقل doubt - c pass around
        أطلع يطلع مطلع assertion على co inform
        أحاط يحيط محيط assertion ب cho inform
        لوح يلوح ملوح assertion ب/إلى ch hint
        غمز يغمز غامز assertion من cd insinuate
        ركز يركز مركز confirmation على ch emphasise
        ألح يلح ملح confirmation على c insist
        تشبث يتشبث متشبث confirmation ب c cling to
        تمسك يتمسك متمسك confirmation ب c hold to
        حلف يحلف حالف confirmation ب/على c swear
        برهن يبرهن مبرهن confirmation على c prove
        دلل يدلل مدلل confirmation على/ب c show by evidence
        استدل يستدل مستدل confirmation ب/على c give as evidence
        احتج يحتج - confirmation ب ch argue
        تذرع يتذرع متذرع doubt ب c give as a pretext
        تحجج يتحجج متحجج doubt ب c give as a pretext
        تعلل يتعلل متعلل doubt ب c give as a pretext
        حاجج يحاجج محاجج confirmation ب c argue
        دافع يدافع مدافع assertion ب ch defend
        استشهد يستشهد مستشهد assertion ب ch cite
        سلم يسلم مسلم confirmation ب ch grant
        أذعن يذعن مذعن confirmation ب cd concede
        توهم يتوهم متوهم belief - c imagine
        تصور يتصور متصور belief - ch imagine
        تخيل يتخيل متخيل belief - c imagine
        خمن يخمن مخمن belief - c guess
        حزر يحزر - belief - cd guess
        ارتاب يرتاب مرتاب doubt في c doubt
        شك يشك - doubt في ch doubt
        اشتبه يشتبه - belief في/ب c suspect
        أيقن يوقن موقن belief ب c be certain
        تيقن يتيقن متيقن belief من/ب c be certain
        تأكد يتأكد متأكد belief من/ب ch make sure
        اقتنع يقتنع مقتنع belief ب c be convinced
        توجس يتوجس متوجس belief من c dread
        خاف يخاف خائف belief من c fear
        استشرف يستشرف مستشرف belief - cn foresee
        لمس يلمس - belief - ch sense
        استخلص يستخلص مستخلص belief - c conclude
        استنبط يستنبط مستنبط belief - c infer
        انتهى ينتهي منتهي belief إلى ch conclude
        أماط يميط مميط revelation - cd uncover
        فضح يفضح فاضح revelation - ch expose
        أفشى يفشي مفشي revelation ب c disclose
        جاهر يجاهر مجاهر assertion ب c say openly
        صارح يصارح - assertion ب co say frankly
        كاشف يكاشف - assertion ب co say frankly
        تباهى يتباهى متباهي assertion ب c boast
        تفاخر يتفاخر متفاخر assertion ب c boast
        افتخر يفتخر مفتخر assertion ب c boast
        تبجح يتبجح متبجح doubt ب c boast
        تندر يتندر متندر assertion ب/على ch joke
        مزح يمزح مازح assertion ب ch joke
        سخر يسخر ساخر assertion من/ب ch mock
        تهكم يتهكم متهكم assertion على/ب ch mock
        استهزأ يستهزئ مستهزئ assertion ب ch mock
        ضحك يضحك ضاحك assertion - cdh laugh
        ابتسم يبتسم مبتسم assertion - cdh smile
        تنهد يتنهد متنهد assertion - cdh sigh
        بكى يبكي باكي assertion - cdh weep
        تمتم يتمتم متمتم assertion ب ch mutter
        غمغم يغمغم مغمغم assertion ب ch mutter
        دمدم يدمدم مدمدم assertion ب cd grumble
        صاح يصيح صائح assertion ب cdh shout
        نادى ينادي منادي assertion ب cdh call
        زعق يزعق زاعق assertion - cdh shout
        دندن يدندن مدندن assertion - cdh hum
        أنشد ينشد منشد assertion - cdh recite
        قرأ يقرأ - assertion - cdh read out
        نطق ينطق ناطق assertion ب cd pronounce
        تلفظ يتلفظ متلفظ assertion ب cd utter
        تفوه يتفوه متفوه assertion ب cd utter
        تكلم يتكلم متكلم assertion - cd speak
        خاطب يخاطب مخاطب assertion ب cdo address
        بادر يبادر - assertion ب cd be the first to say
        قاطع يقاطع - assertion ب cd interrupt
        استجاب يستجيب مستجيب assertion ب cd respond
        عارض يعارض - assertion ب cd object
        اعترض يعترض معترض assertion على/ب ch object
        احتد يحتد محتد assertion - cd flare up
        عاتب يعاتب معاتب assertion ب cd reproach
        لام يلوم لائم assertion على cd blame
        عاب يعيب - assertion على ch find fault
        تذمر يتذمر متذمر assertion من c grumble
        تشكى يتشكى متشكي assertion من c complain
        تظلم يتظلم متظلم assertion من c complain
        تأسف يتأسف متأسف assertion على/من/ل c regret
        أسف يأسف آسف assertion ل/على c regret
        تحسر يتحسر متحسر assertion على ch lament
        ندب يندب نادب assertion - cd lament
        رثى يرثي راثي assertion - cd lament
        استغرب يستغرب مستغرب assertion - c find strange
        تعجب يتعجب متعجب assertion من/ل c wonder at
        استهجن يستهجن مستهجن assertion - c deplore
        استنكر يستنكر مستنكر assertion - ch condemn
        امتدح يمتدح ممتدح assertion - cd praise
        أثنى يثني مثني assertion على cd praise
        صحح يصحح مصحح assertion ب cd correct
        نقض ينقض - denial - ch refute
        تنصل يتنصل متنصل denial من cd disown
        تبرأ يتبرأ متبرئ denial من cd disown
        جحد يجحد - denial - cd deny
        استخف يستخف مستخف doubt ب cd belittle
        طعن يطعن طاعن doubt في/ب ch contest
        سطر يسطر مسطر assertion - cd pen
        استحضر يستحضر مستحضر assertion - ch recall
        استعاد يستعيد مستعيد assertion - cd recall
        أخطر يخطر مخطر assertion ب cho notify
        أشعر يشعر مشعر assertion ب cho notify
        توعد يتوعد متوعد warning ب cd threaten
        عزا يعزو عازي assertion - cd attribute
        أرجع يرجع مرجع assertion - cd attribute
        أجمع يجمع مجمع belief على c agree
        """

    /// Forms that the patterns do not give.
    static let irregular: [(form: String, lemma: String, VerbForm.Kind, Agreement)] = [
        ("قلن", "قال", .finite, .feminine(.plural)), ("يقلن", "قال", .finite, .feminine(.plural)),
        ("رأين", "رأى", .finite, .feminine(.plural)), ("يرين", "رأى", .finite, .feminine(.plural)),
        ("أضفن", "أضاف", .finite, .feminine(.plural)), ("أشرن", "أشار", .finite, .feminine(.plural)),
        ("قائلتين", "قال", .participle, .feminine(.dual)),
    ]
}
