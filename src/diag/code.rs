//! The permanent codes of diagnostics, each a noun for the pattern found.

use std::fmt;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $text:literal,)*) => {
        /// A permanent code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])* $variant,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code as printed.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// What the code means, for `variorum explain`.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc, "\n",)*),)* }
            }

            /// The code with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == name)
            }
        }
    };
}

codes! {
    /// The project folder, or a file it needs, is not there.
    FileMissing = "file-missing",
    /// A file cannot be read as UTF-8 text, or is too large.
    FileUnreadable = "file-unreadable",
    /// A file in content/ that no page is made of.
    FileIgnored = "file-ignored",
    /// A file in content/ that no format claims.
    FileUnexpected = "file-unexpected",
    /// The YAML cannot be parsed.
    YamlSyntax = "yaml-syntax",
    /// Two readings of the YAML differ, so nobody can be sure what it says.
    YamlAmbiguous = "yaml-ambiguous",
    /// A key stands twice in one mapping; one of the two would be lost.
    KeyDuplicate = "key-duplicate",
    /// A field that the format does not know.
    FieldUnknown = "field-unknown",
    /// A field that the format needs is not there.
    FieldMissing = "field-missing",
    /// A field holds the wrong kind of YAML value.
    TypeMismatch = "type-mismatch",
    /// A field is empty or null where something must be said.
    ValueEmpty = "value-empty",
    /// A word that is not one of those the field takes.
    ValueUnknown = "value-unknown",
    /// An id with characters that cannot stand in file names and links.
    IdInvalid = "id-invalid",
    /// Two things share one id, or ids that differ only in case.
    IdDuplicate = "id-duplicate",
    /// A reference to something that does not exist.
    ReferenceUnknown = "reference-unknown",
    /// A name that two curated entities share.
    NameAmbiguous = "name-ambiguous",
    /// Two people in an office at once that one person holds at a time.
    OfficeOverlap = "office-overlap",
    /// A number that cannot be read, or can be read in two ways.
    NumberUnreadable = "number-unreadable",
    /// A date that is not EDTF or not in the calendar.
    DateUnreadable = "date-unreadable",
    /// An article dated to a year before printing, as where the century is left out.
    DateEarly = "date-early",
    /// Two days in an order that cannot be: retrieved before it was published, speaking for a day before its sources.
    DateOrder = "date-order",
    /// A sheet's own date far from every date of its claims and articles.
    DateApart = "date-apart",
    /// A value that does not suit the fact's kind or unit.
    ValueUnsuited = "value-unsuited",
    /// An amount in words that are the currency of several countries, such as `Rs` or `dollars`.
    CurrencyUnclear = "currency-unclear",
    /// A fact, or a breakdown, without any claim.
    ClaimsEmpty = "claims-empty",
    /// The same claim written twice.
    ClaimDuplicate = "claim-duplicate",
    /// Things that contain or rest on each other in a circle.
    ReferenceCircular = "reference-circular",
    /// Front matter that does not begin or end as it must.
    FrontMatterInvalid = "front-matter-invalid",
    /// The quoted words do not stand in the article's text or capture.
    QuoteMissing = "quote-missing",
    /// Text that was read in the wrong encoding, as `cafÃ©` for `café`.
    Mojibake = "mojibake",
    /// A quotation mark in words of the desk without its like.
    QuotationOpen = "quotation-open",
    /// A quote that no verification has found yet.
    QuoteUnverified = "quote-unverified",
    /// The quoted words stand in the text more than once.
    QuoteAmbiguous = "quote-ambiguous",
    /// A quote too short to prove anything.
    QuoteShort = "quote-short",
    /// A quote that stops just before a qualifier.
    QuoteCut = "quote-cut",
    /// The value or its hedge cannot be read out of the quote.
    ValueNotInQuote = "value-not-in-quote",
    /// The quote states the figure beside words that leave open what it says.
    ValueUnread = "value-unread",
    /// A weekday in the quote that the day beside it is not.
    WeekdayWrong = "weekday-wrong",
    /// A curated name in the quote stands among the members of a list, and the list leaves it out.
    MemberMissing = "member-missing",
    /// The quote gives the word to somebody whom `via` does not name.
    ViaNotInQuote = "via-not-in-quote",
    /// The quote names another place than the scope.
    ScopeNotInQuote = "scope-not-in-quote",
    /// The quote counts something else than the fact's unit.
    UnitNotInQuote = "unit-not-in-quote",
    /// The quote has the label of another position.
    PositionNotInQuote = "position-not-in-quote",
    /// A position fact with a single position, on which every source agrees.
    PositionSingle = "position-single",
    /// An editors' reading of words that the program reads the same by itself.
    ReadingNeedless = "reading-needless",
    /// An editors' reading of words that the program reads as another value.
    ReadingDiffers = "reading-differs",
    /// A level, beside answers to the same question that are rises.
    ChangeAndLevel = "change-and-level",
    /// A capture is missing, or its digest is not the recorded one.
    CaptureMismatch = "capture-mismatch",
    /// The lock file was not written by this program or is damaged.
    LockInvalid = "lock-invalid",
    /// A ruling whose finding is gone or has another class.
    RulingStale = "ruling-stale",
    /// Prose that no claim supports.
    ProseUnsupported = "prose-unsupported",
    /// A disputed fact stated without a hedge, a range or a named source.
    ProseOneSided = "prose-one-sided",
    /// A sheet's date that no answer to the fact behind it gives.
    FrameUnsupported = "frame-unsupported",
    /// A sheet's date or title that tells one side of a dispute as a fact.
    FrameOneSided = "frame-one-sided",
    /// A number in the briefing that is bound to no fact.
    /// A figure in the desk's own words that is bound to no fact and stands in no claim.
    NumberUnbound = "unbound-number",
    /// Words of `variorum new` that nobody has replaced.
    Placeholder = "placeholder",
    /// A briefing with fewer than two or more than five highlights, or with more than five key figures.
    HighlightsUncounted = "highlights-uncounted",
    /// A chart that the fact's kind or its claims do not allow.
    ChartImpossible = "chart-impossible",
    /// A chart in Markdown that does not stand in a paragraph of its own.
    ChartMisplaced = "chart-misplaced",
    /// Raw HTML in Markdown.
    HtmlRaw = "html-raw",
    /// Markdown that is read elsewhere and not here, so that readers would see it as it stands or not at all.
    MarkdownUnsupported = "markdown-unsupported",
    /// A picture without a description, or whose file is missing, of no format for browsers, or on another site.
    PictureUnusable = "picture-unusable",
    /// A link whose scheme is not safe.
    LinkUnsafe = "link-unsafe",
    /// A link to a page or anchor that does not exist.
    LinkBroken = "link-broken",
    /// A template that cannot be read or rendered.
    TemplateInvalid = "template-invalid",
    /// A theme that is not there or not complete.
    ThemeInvalid = "theme-invalid",
    /// A string that no page says.
    StringUnknown = "string-unknown",
    /// A string that cannot be filled in as the English one is, or a list of the wrong length.
    StringInvalid = "string-invalid",
    /// Strings that the edition's language lacks, and that stay English.
    StringMissing = "string-missing",
    /// Settings that contradict each other or cannot be used.
    SettingInvalid = "setting-invalid",
    /// An entry of `accept:` to which no warning belongs.
    AcceptanceNeedless = "acceptance-needless",
    /// Pages that need an absolute URL are left out.
    BaseUrlMissing = "base-url-missing",
    /// An edition with an address that names no contact for its readers.
    ContactMissing = "contact-missing",
    /// Two pages or files would be written to one path.
    RouteDuplicate = "route-duplicate",
    /// A file that browsers or disks cannot take as it is.
    FileUnpublishable = "file-unpublishable",
    /// A file in content/static/ that runs scripts with the rights of the site's own pages.
    ScriptPublished = "script-published",
    /// An edition, or a file of it, that comes near what GitHub Pages takes, or is more.
    EditionLarge = "edition-large",
    /// A project without a single event or question.
    ProjectEmpty = "project-empty",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
