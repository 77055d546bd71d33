/// Particles, heads and quantifiers around expressions.
enum FunctionWords {
    static let all: [WordList] = [
        WordList(.mark(.in), "في,عند,بحلول"), WordList(.mark(.from), "من"), WordList(.mark(.to), "إلى,الى,حتى,لغاية,إلى غاية,الى غاية,حتى غاية"),
        WordList(.mark(.since), "منذ,مذ"), WordList(.mark(.before), "قبل,قبيل"), WordList(.mark(.after), "بعد,عقب"),
        WordList(.mark(.during), "خلال,مرور,انقضاء,مضي,مضى,مضت,مرت,طوال,طيلة,مدة,لمدة,مدى,مدار,غضون,أثناء,ظرف,استمر,استمرت,دام,دامت,لفترة,فترة,يستمر,تستمر,استغرق,استغرقت,تستغرق,يستغرق"),
        WordList(.mark(.between), "بين,ما بين,مابين"), WordList(.mark(.and), "و"),
        WordList(.mark(.every), "كل"),
        WordList(.mark(.corresponding), "الموافق,الموافقة,يوافق,المصادف,المصادفة,يصادف,الموافق ل"),
        WordList(.mark(.last), "آخر,الأخير,الأخيرة"),
        WordList(.mark(.few), "بضع,بضعة"),
        WordList(.mark(.times), "مرة,مرات,مرتين,مرتان"),
        WordList(.mark(.whole), "واحد,واحدا,واحدة,كامل,كاملا,كاملة,كاملين,كاملتين"),
        WordList(.mark(.about), "حوالي,نحو,قرابة,زهاء,حدود,تقريبا,مدة,يقارب"),
        WordList(.mark(.dateHead), "بتاريخ,تاريخ,المؤرخ,المؤرخة,غرة,فاتح,سلخ"),
        WordList(.adverb(.day, 1), "يوميا"), WordList(.adverb(.week, 1), "أسبوعيا"), WordList(.adverb(.month, 1), "شهريا"),
        WordList(.adverb(.year, 1), "سنويا"), WordList(.adverb(.month, 3), "فصليا"), WordList(.adverb(.month, 6), "نصف سنوي,نصف سنويا"),
    ]
}
