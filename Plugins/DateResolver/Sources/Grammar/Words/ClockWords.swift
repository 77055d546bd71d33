/// Hours, parts of the day, time zones.
enum ClockWords {
    static let all: [WordList] = [
        WordList(.mark(.clock), "الساعة"),
        WordList(.mark(.sharp), "تمام"),
        WordList(.mark(.less), "إلا"),
        WordList(.mark(.zoneHead), "بتوقيت,بالتوقيت,توقيت"),
        WordList(.mark(.utc), "غرينتش,جرينتش,غرينيتش,جرينيتش,غرينتش,gmt,utc,ت غ"),
    ] + parts(.dawn, construct: "فجر", adverb: "فجرا", definite: "الفجر")
        + parts(.morning, construct: "صباح,صبيحة,ضحى,قبل ظهر", adverb: "صباحا,ضحى,الصبح,صبحا,قبل الظهر", definite: "قبل الظهر,الصباح,الصبح,الضحى,الصباح الباكر")
        + parts(.noon, construct: "ظهر,ظهيرة", adverb: "ظهرا", definite: "الظهر,الظهيرة,منتصف الظهر,منتصف النهار")
        + parts(.afternoon, construct: "عصر,بعد ظهر", adverb: "عصرا,بعد الظهر,بعد ظهر,بعد العصر,العصر", definite: "العصر,بعد الظهر")
        + parts(.evening, construct: "مساء,عشية,أمسية", adverb: "مساء,مساءا,المسا,بعد المغرب,مغربا", definite: "المساء,المسا")
        + parts(.night, construct: "ليل,ليلة", adverb: "ليلا,عشاء,العشاء", definite: "الليل")
        + parts(.midnight, construct: "منتصف ليل,منتصف ليلة", adverb: "", definite: "منتصف الليل")

    private static func parts(_ part: DayPart, construct: String, adverb: String, definite: String) -> [WordList] {
        [
            WordList(.dayPart(part, .construct), construct), WordList(.dayPart(part, .adverb), adverb),
            WordList(.dayPart(part, .definite), definite),
        ]
    }
}
