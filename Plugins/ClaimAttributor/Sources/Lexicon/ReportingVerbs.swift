import Corpus

/// The verbs that ascribe a proposition to their subject, one lemma a row.
///
/// Columns: perfect and imperfect of the third person singular, active participle (`-` for none in use as a cue),
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
/// - `i` with no subject of its own and nothing before it, an impersonal (`يذكر أن`, it is recalled that).
enum ReportingVerbs {
    static let rows = """
        قال يقول قائل assertion - c say
        أضاف يضيف مضيف assertion إلى/على c add
        زاد يزيد - assertion - ch add
        تابع يتابع متابع assertion - ch continue
        أردف يردف مردف assertion - c continue
        استطرد يستطرد مستطرد assertion - c continue
        استدرك يستدرك مستدرك assertion - c add with a reservation
        واصل يواصل - assertion - cd continue
        أكمل يكمل مكمل assertion - cd continue
        مضى يمضي - assertion - cd go on
        ختم يختم خاتم assertion - ch close
        اختتم يختتم مختتم assertion - cd close
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
        قدر يقدر مقدر belief - chi estimate
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
        عقب يعقب معقب assertion على cd comment
        علق يعلق معلق assertion على cd comment
        تساءل يتساءل متسائل assertion عن cd wonder
        سأل يسأل سائل assertion عن cd ask
        روى يروي راوي assertion - c narrate
        حكى يحكي حاكي assertion - c tell
        سرد يسرد سارد assertion - cd tell
        تذكر يتذكر متذكر assertion - ch recall
        استذكر يستذكر مستذكر assertion - c recall
        وصف يصف واصف assertion ب co describe
        كتب يكتب كاتب assertion على/في ch write
        دون يدون مدون assertion على/في cd write in a post
        غرد يغرد مغرد assertion على/عبر c tweet
        نقل ينقل ناقل assertion عن ch pass on
        نسب ينسب ناسب assertion إلى ch ascribe
        هتف يهتف - assertion - cd shout
        صرخ يصرخ صارخ assertion - cd cry
        همس يهمس هامس assertion - cd whisper
        مازح يمازح ممازح assertion - cd joke
        برر يبرر مبرر assertion ب co justify
        علل يعلل معلل assertion ب co give as reason
        شهد يشهد - assertion ب/على ch testify
        شكا يشكو شاكي assertion من c complain
        اشتكى يشتكي مشتكي assertion من c complain
        جادل يجادل مجادل assertion ب c argue
        أبرز يبرز مبرز assertion - ch bring out
        سجل يسجل مسجل assertion - ch put on record
        استرسل يسترسل مسترسل assertion - cd go on
        لخص يلخص ملخص assertion - cd sum up
        أفتى يفتي مفتي assertion ب c rule in a fatwa
        أسر يسر - assertion ب/إلى cd confide
        ردد يردد مردد assertion - c repeat
        كرر يكرر مكرر confirmation - c repeat
        أسهب يسهب مسهب assertion - cd dwell on
        جاء يجيء - assertion في chw come, as words in a paper
        ورد يرد - assertion في chw occur, as words in a paper
        أعرب يعرب معرب belief عن ch express
        عبر يعبر معبر belief عن ch express
        أبدى يبدي مبدي belief في/ب c show a belief
        """

    /// Forms that the patterns do not give.
    static let irregular: [(form: String, lemma: String, VerbForm.Kind, Agreement)] = [
        ("قلن", "قال", .finite, .feminine(.plural)), ("يقلن", "قال", .finite, .feminine(.plural)),
        ("رأين", "رأى", .finite, .feminine(.plural)), ("يرين", "رأى", .finite, .feminine(.plural)),
        ("أضفن", "أضاف", .finite, .feminine(.plural)), ("أشرن", "أشار", .finite, .feminine(.plural)),
        ("قائلتين", "قال", .participle, .feminine(.dual)),
    ]
}
