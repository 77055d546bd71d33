import ArabicText
import Corpus
import Testing

@Suite("Fingerprints of texts") struct TextFingerprintTests {
    private func fingerprint(_ string: String) -> TextFingerprint {
        let text = ScalarText(string)
        return TextFingerprint(of: text, in: [Span(0, text.count)])
    }

    private let account = """
        أعلنت هيئة الموانئ أن السفينة التي جنحت قبالة الساحل صباح الأحد عادت إلى الإبحار بعد عملية قطر استمرت عشر ساعات. وقال مدير الهيئة إن أربعة قوارب
        شاركت في العملية، وإن الحمولة سليمة ولم يتسرب منها شيء إلى المياه. وأضاف أن لجنة فنية ستعاين هيكل السفينة في المرفأ قبل السماح لها بمواصلة رحلتها
        إلى الهند، وأن قبطانها سيُستجوب في أسباب الخروج عن الممر المحدد. وكانت السفينة قد غادرت ميناء جدة مساء الجمعة محملة بالأسمدة.
        """

    @Test("see a copy through other spelling, diacritics and credit")
    func copy() {
        let copied = "(وكالات) " + account.replacing("أعلنت", with: "اعلنت").replacing("ستعاين", with: "ستُعاين")
        #expect(fingerprint(account).isDuplicate(of: fingerprint(copied)))
    }

    @Test("see a copy that lost its last sentence")
    func shortened() {
        #expect(fingerprint(account).isDuplicate(of: fingerprint(account.split(separator: "وكانت السفينة")[0] + "")))
    }

    @Test("tell two accounts of one event apart")
    func independent() {
        let other = """
            عادت سفينة الشحن الجانحة إلى الماء مساء الأحد، بعد ساعات من محاولات سحبها قرب الساحل، وفق ما ذكر صيادون شاهدوا القوارب وهي تجرها نحو العمق.
            وقال أحدهم إن بقعاً من الزيت ظهرت حول الهيكل، وهو ما تنفيه هيئة الموانئ التي تؤكد سلامة الحمولة. ولا يعرف بعد لماذا خرجت السفينة عن مسارها.
            """
        #expect(!fingerprint(account).isDuplicate(of: fingerprint(other)))
    }

    @Test("say nothing of a few words")
    func short() {
        #expect(!fingerprint("خبر عاجل من المدينة").isDuplicate(of: fingerprint("خبر عاجل من المدينة")))
    }

    @Test("are written and read")
    func description() {
        let own = fingerprint(account)
        #expect(TextFingerprint(own.description)?.bins == own.bins)
        #expect(TextFingerprint("00zz") == nil)
    }

    @Test("name the first copy as the original")
    func index() {
        var index = DuplicateIndex()
        #expect(index.add(fingerprint(account), identifier: "a") == nil)
        #expect(index.add(fingerprint("نص آخر لا علاقة له بما سبق من قريب أو بعيد سوى أنه مكتوب بالعربية ويكفي طوله للمقارنة مع سائر النصوص"), identifier: "b") == nil)
        #expect(index.add(fingerprint("خاص: " + account), identifier: "c") == "a")
        #expect(index.add(fingerprint(account), identifier: "d") == "a")
    }
}
