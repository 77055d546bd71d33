import Corpus

/// Reads what an element is for from the names that sites give classes and identifiers.
enum HintWords {
    /// Names as a whole, separators left out: `entry-content` is `entrycontent`.
    private static let whole: [UInt64: MarkupHint] = table([
        (.article, """
            articlebody articlecontent articletext articledetails articledetail storybody storycontent storytext entrycontent postcontent postbody posttext newsbody newscontent newstext newsdetails newsdetail newsdetailstext \
            tdpostcontent contentinner singlecontent singlepost detailsbody detailscontent articlewrapper articlebodycontent articlemaincontent bodytext maintext fulltext wysiwyg paragraphlist fieldnamebody fieldbody \
            theiapostcontent blogpost postarticle itemfulltext articlecontentbody contentbody descriptiontext detailtext newsarticle topicbody textbody
            """),
        (.title, "entrytitle posttitle articletitle storytitle newstitle headline pagetitle singletitle maintitle articleheadline titlenews pageheader contenttitle"),
        (.summary, "articlesummary articlelead excerpt subtitle subheadline standfirst lede deck intro articleintro"),
        (.byline, "entrymeta postmeta articlemeta postauthor authorname articleauthor postinfo articleinfo newsinfo metainfo"),
        (.date, "entrydate postdate publishdate pubdate datepublished articledate newsdate timestamp datetime"),
        (.caption, "wpcaption wpcaptiontext imagecaption imgcaption photocaption figcaption imagecredit photocredit imagedesc piccaption alttext"),
        (.related, "readmore readalso seealso alsoread mostread mostviewed mostpopular youmaylike morenews latestnews relatedposts relatednews relatedarticles relatedtopics relatedlinks otherposts nextprev postnavigation prevnext moretopics moreposts morefrom topnews breakingnews newsticker jprelatedposts innerlinks"),
        (.tags, "tagslist taglinks posttags tagcloud entrytags articletags newstags keywords tdposttags"),
        (.share, "sharebuttons socialshare socialmedia socialicons addthis addtoany sharedaddy sharebar followus sociallinks"),
        (.comments, "commentlist commentform fbcomments disqusthread respond"),
        (.navigation, "mainmenu topmenu navbar breadcrumbs breadcrumb menubar submenu dropdown topbar mainnav sitemap megamenu offcanvas"),
        (.copyright, "copyright copyrights disclaimer rights"),
    ])

    /// Parts of names: `sidebar`, `post-share`, `relatedBox`.
    private static let part: [UInt64: MarkupHint] = table([
        (.navigation, "nav navigation menu breadcrumb breadcrumbs navbar crumbs pagination pager toolbar skip"),
        (.header, "masthead header logo banner"),
        (.footer, "footer foot bottom"),
        (.sidebar, "sidebar aside widget sidenav rightbar leftbar"),
        (.related, "related recommend recommended recommendation recommendations popular trending also similar ticker marquee suggestions suggested slider carousel teaser promo outbrain taboola mgid relate morestories"),
        (.share, "share sharing social facebook twitter whatsapp telegram addthis sharethis print email follow"),
        (.comments, "comment comments disqus reply replies"),
        (.tags, "tags keywords"),
        (.advertising, "ad ads advert advertisement adsense banner sponsor sponsored dfp adslot adbox googletag adunit"),
        (.form, "newsletter subscribe subscription login signin search poll vote popup modal cookie cookies gdpr consent"),
        (.caption, "caption figcaption"),
        (.byline, "byline author writer reporter editor"),
        (.date, "date time published timestamp"),
        (.title, "headline"),
        (.copyright, "copyright disclaimer"),
    ])

    private static let properties: [UInt64: MarkupHint] = table([
        (.article, "articlebody text"), (.title, "headline"), (.date, "datepublished datemodified datecreated"),
        (.byline, "author creator"), (.caption, "caption"), (.summary, "description"), (.tags, "keywords"),
        (.navigation, "breadcrumb itemlistelement"), (.comments, "comment commentcount"),
    ])

    private static let roles: [UInt64: MarkupHint] = table([
        (.navigation, "navigation menu menubar"), (.header, "banner"), (.footer, "contentinfo"), (.sidebar, "complementary"),
        (.form, "search form dialog alert"),
    ])

    /// Adds the hints of a `class` or `id` value to a mask.
    static func addClasses(_ value: UnsafePointer<UInt8>, to mask: inout HintMask) {
        var at = value
        var joined = offset
        var piece = offset
        var wasLower = false
        func endPiece(_ mask: inout HintMask) {
            if piece != offset, let hint = part[piece] { mask.insert(hint) }
            piece = offset
        }
        while true {
            var byte = at.pointee
            if byte == 0 || byte == 0x20 || byte == 0x09 || byte == 0x0A {
                endPiece(&mask)
                if joined != offset, let hint = whole[joined] { mask.insert(hint) }
                joined = offset
                wasLower = false
                if byte == 0 { return }
            } else {
                let isUpper = byte >= 0x41 && byte <= 0x5A
                if isUpper { byte |= 0x20 }
                if byte >= 0x61 && byte <= 0x7A {
                    if isUpper, wasLower { endPiece(&mask) }
                    joined = (joined ^ UInt64(byte)) &* prime
                    piece = (piece ^ UInt64(byte)) &* prime
                    wasLower = !isUpper
                } else {
                    endPiece(&mask)
                    wasLower = false
                }
            }
            at += 1
        }
    }

    static func property(_ value: UnsafePointer<UInt8>) -> MarkupHint? { properties[hash(value)] }
    static func role(_ value: UnsafePointer<UInt8>) -> MarkupHint? { roles[hash(value)] }

    // FNV-1a over small letters.
    private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    private static func hash(_ value: UnsafePointer<UInt8>) -> UInt64 {
        var hash = offset
        var at = value
        while at.pointee != 0 {
            let byte = at.pointee | (at.pointee >= 0x41 && at.pointee <= 0x5A ? 0x20 : 0)
            if byte >= 0x61 && byte <= 0x7A { hash = (hash ^ UInt64(byte)) &* prime }
            at += 1
        }
        return hash
    }

    private static func table(_ words: [(MarkupHint, String)]) -> [UInt64: MarkupHint] {
        var table: [UInt64: MarkupHint] = [:]
        for (hint, list) in words {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                var hash = offset
                for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
                table[hash] = hint
            }
        }
        return table
    }
}

/// A set of hints.
struct HintMask: Equatable {
    private(set) var bits: UInt32 = 0

    private static func place(_ hint: MarkupHint) -> UInt32 {
        switch hint {
        case .article: 0
        case .title: 1
        case .summary: 2
        case .byline: 3
        case .date: 4
        case .caption: 5
        case .navigation: 6
        case .header: 7
        case .footer: 8
        case .sidebar: 9
        case .related: 10
        case .share: 11
        case .comments: 12
        case .tags: 13
        case .advertising: 14
        case .form: 15
        case .copyright: 16
        }
    }

    var isEmpty: Bool { bits == 0 }
    mutating func insert(_ hint: MarkupHint) { bits |= 1 << Self.place(hint) }
    func contains(_ hint: MarkupHint) -> Bool { bits >> Self.place(hint) & 1 == 1 }
    var hints: [MarkupHint] { Self.all.filter(contains) }
    private static let all = MarkupHint.allCases
}
