/// Days of the week, units of time, seasons, parts of periods.
enum CalendarWords {
    static let all: [WordList] = weekdays + units + periods

    private static let weekdays: [WordList] = [
        (1, "الاثنين,الإثنين,الأتنين,الاثنان", "اثنين,إثنين"), (2, "الثلاثاء,الثلاثا,الثلثاء,التلاتاء", "ثلاثاء,ثلاثا"),
        (3, "الأربعاء,الأربعا,الاربعاء", "أربعاء,اربعا"), (4, "الخميس", "خميس"), (5, "الجمعة", "جمعة"),
        (6, "السبت", "سبت"), (7, "الأحد", "أحد"),
    ].flatMap { number, definite, bare in
        [WordList(.weekday(number, isDefinite: true), definite), WordList(.weekday(number, isDefinite: false), bare)]
    }

    /// Unit: singular (with accusative), plural, dual, dual in construct.
    private static let unitForms: [(Unit, String, String, String, String)] = [
        (.second, "ثانية", "ثوان,ثواني", "ثانيتان,ثانيتين", "ثانيتي"),
        (.minute, "دقيقة", "دقائق,دقايق", "دقيقتان,دقيقتين", "دقيقتي"),
        (.hour, "ساعة", "ساعات", "ساعتان,ساعتين", "ساعتي"),
        (.day, "يوم,يوما,نهار", "أيام,ايام", "يومان,يومين", "يومي,يوما"),
        (.night, "ليلة", "ليال,ليالي", "ليلتان,ليلتين", "ليلتي"),
        (.week, "أسبوع,أسبوعا,إسبوع,إسبوعا", "أسابيع", "أسبوعان,أسبوعين", "أسبوعي"),
        (.month, "شهر,شهرا", "أشهر,شهور", "شهران,شهرين", "شهري"),
        (.year, "سنة,عام,عاما", "سنوات,سنين,سنون,أعوام,اعوام", "سنتان,سنتين,عامان,عامين", "عامي,سنتي"),
        (.decade, "عقد,عقدا", "عقود", "عقدان,عقدين", "عقدي"),
        (.century, "قرن,قرنا", "قرون", "قرنان,قرنين", "قرني"),
    ]

    private static let units: [WordList] = unitForms.flatMap { unit, singular, plural, dual, construct in
        [
            WordList(.unit(unit, .singular), singular), WordList(.unit(unit, .plural), plural), WordList(.unit(unit, .dual), dual),
            WordList(.unit(unit, .construct), construct), WordList(.unit(unit, .definite), withArticle(singular)),
            WordList(.unit(unit, .definitePlural), withArticle(plural)), WordList(.unit(unit, .definiteDual), withArticle(dual)),
        ]
    } + [
        WordList(.unit(.weekend, .definite), "عطلة نهاية الأسبوع,نهاية الأسبوع,نهاية هذا الأسبوع,عطلة الأسبوع,الويك إند,الويكند"),
        WordList(.unit(.weekend, .singular), "عطلة نهاية أسبوع"),
    ]

    static func withArticle(_ phrases: String) -> String {
        phrases.split(separator: ",").map { "ال" + $0 }.joined(separator: ",")
    }

    private static let periods: [WordList] = [
        WordList(.season(.spring, isDefinite: false), "ربيع"), WordList(.season(.spring, isDefinite: true), "الربيع"),
        WordList(.season(.summer, isDefinite: false), "صيف"), WordList(.season(.summer, isDefinite: true), "الصيف"),
        WordList(.season(.autumn, isDefinite: false), "خريف"), WordList(.season(.autumn, isDefinite: true), "الخريف"),
        WordList(.season(.winter, isDefinite: false), "شتاء"), WordList(.season(.winter, isDefinite: true), "الشتاء"),
        WordList(.edge(.start), "مطلع,بداية,بدايات,أوائل,مستهل,باكورة,طليعة,وقت مبكر,وقت مبكر من,ساعة مبكرة من"),
        WordList(.edge(.middle), "منتصف,وسط,أواسط,نص,نصف"),
        WordList(.edge(.end), "نهاية,نهايات,أواخر,ختام,آخر,متم,موفى,سلخ,وقت متأخر من,ساعة متأخرة من,وقت لاحق من"),
        WordList(.edge(.rest), "بقية,باقي"),
        WordList(.share(4), "الربع"), WordList(.share(2), "النصف"), WordList(.share(3), "الثلث"),
        WordList(.era(.hijri), "هـ,هجري,هجرية,هجريتان,هجريتين,هجريين,هجريا,للهجرة,من الهجرة,الهجري,الهجرية"),
        WordList(.era(.gregorian), "م,ميلادي,ميلادية,ميلاديا,للميلاد,بعد الميلاد,الميلادي,الميلادية"),
        WordList(.era(.beforeChrist), "قبل الميلاد,قبل المسيح,ق م"),
        WordList(.holiday(.christmas), "عيد الميلاد,كريسماس,الكريسماس,عيد الميلاد المجيد"),
        WordList(.holiday(.adha), "عيد الأضحى,عيد الأضحى المبارك"), WordList(.holiday(.fitr), "عيد الفطر,عيد الفطر المبارك"),
        WordList(.holiday(.easter), "عيد الفصح,عيد القيامة"), WordList(.holiday(.hijriNewYear), "رأس السنة الهجرية"),
        WordList(.holiday(.newYear), "رأس السنة,رأس السنة الميلادية"), WordList(.holiday(.prophetBirthday), "المولد النبوي,المولد النبوي الشريف"),
        WordList(.holiday(.ashura), "عاشوراء"),
    ] + decades

    private static let decades: [WordList] = [
        (20, "عشرين"), (30, "ثلاثين"), (40, "أربعين"), (50, "خمسين"), (60, "ستين"), (70, "سبعين"), (80, "ثمانين"), (90, "تسعين"),
    ].map { year, stem in
        let forms = "\(stem)يات,\(stem)ات,\(stem)يّات"
        return WordList(.decade(year), forms + "," + withArticle(forms))
    }
}
