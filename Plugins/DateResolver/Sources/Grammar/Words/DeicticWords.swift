/// Words that point at a time from where the writer or the text stands.
enum DeicticWords {
    static let all: [WordList] = days + shifts

    private static let days: [WordList] = [
        WordList(.deictic(0), "اليوم,هذا اليوم,نهار اليوم"),
        WordList(.deictic(-1), "أمس,الأمس,البارحة,يوم أمس,نهار أمس,مبارح,امبارح"),
        WordList(.deictic(-2), "أول أمس,أول من أمس,أمس الأول,قبل أمس,أول البارحة,قبل يوم أمس,يوم أمس الأول,أول امس,أول مبارح,قبل مبارح,أول امبارح,ما قبل أمس"),
        WordList(.deictic(1), "غدا,الغد,غد,يوم غد,يوم الغد,بكرة,بكرا,باكر"),
        WordList(.deictic(2), "بعد غد,بعد الغد,يوم بعد غد,اليوم الذي بعد الغد,بعد بكرة,بعد بكرا"),
    ]

    private static let shifts: [WordList] = [
        WordList(.shift(Shift(steps: -1)), """
            الماضي,الماضية,الفائت,الفائتة,المنصرم,المنصرمة,المنقضي,المنقضية,الفارط,الفارطة,الفايت,الفايتة,الماضيين,الماضيتين,\
            المنصرمين,الماضيات,الأسبق
            """),
        WordList(.shift(Shift(steps: 1)), """
            المقبل,المقبلة,القادم,القادمة,الآتي,الآتية,الجاي,الجاية,المقبلين,المقبلتين,القادمين,القادمتين,المقبلات,القادمات
            """),
        WordList(.shift(.current), "الجاري,الجارية,الحالي,الحالية,الراهن,الراهنة,هذا,هذه,هاي"),
        WordList(.shift(Shift(steps: 0, base: .mention)), "نفسه,نفسها,ذاته,ذاتها,عينه,عينها"),
        WordList(.shift(Shift(steps: 1, base: .mention)), "التالي,التالية,الموالي,الموالية,الذي يليه,التي تليها,اللاحق,اللاحقة"),
        WordList(.shift(Shift(steps: -1, base: .mention)), "السابق,السابقة"),
        WordList(.shift(Shift(steps: -2)), """
            قبل الماضي,قبل الماضية,ما قبل الماضي,ما قبل الماضية,قبل المنصرم,قبل المنصرمة,قبل الفائت,قبل الأخير
            """),
        WordList(.shift(Shift(steps: 2)), """
            بعد المقبل,بعد المقبلة,بعد القادم,بعد القادمة,بعد التالي,بعد الجاي,ما بعد المقبل,ما بعد المقبلة
            """),
        WordList(.shift(Shift(steps: -1, base: .last)), "الأخير,الأخيرة,الأخيرين,الأخيرتين"),
        WordList(.demonstrative, "هذا,هذه,هاد,هاي,هذي"),
        WordList(.mark(.same), "نفس,ذات,ذلك,تلك"),
    ]
}
