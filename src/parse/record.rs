//! What authors write: every field of every format, once.

use crate::diag::Diagnostic;
use crate::model::{
    ArticleKind, ChartChoice, Class, EntityKind, Id, Overrides, RulingStatus, Series, TextMode, Wording,
};
use crate::yaml::{Decode, Entries, Flag, Located, Node, NodeKind, OneOrMany, Text, Words, choice, record};

record! {
    /// variorum.yaml.
    RawSettings ("variorum.yaml") {
        /// Title of the edition.
        required title: Text,
        /// One sentence for feeds and search engines.
        required description: Text,
        /// BCP 47 tag of the edition's language.
        required language: Located<Text>,
        /// Absolute URL of the published root.
        optional base_url: Located<Text>,
        /// Name of a folder in themes/, or `default`.
        optional theme: Located<Text>,
        /// Whether templates/ lies over the theme's.
        optional overrides: Overrides,
        /// Who publishes the edition.
        optional publisher: RawPublisher,
        /// Licence of the edition's own words and data.
        optional licence: Text,
        /// Where the project's files can be read.
        optional repository: Text,
        /// Factors of the comparison that differ from the defaults.
        optional tolerances: RawTolerances,
        /// Whether drafts are published.
        optional drafts: Flag,
    }
}

record! {
    /// Who publishes the edition.
    RawPublisher ("a publisher") {
        /// Name as it is to be cited.
        required name: Text,
        /// Home page.
        optional url: Text,
        /// How readers reach the desk.
        optional contact: Text,
    }
}

record! {
    /// Factors of reading and comparing, in per cent unless the name says days.
    RawTolerances ("tolerances") {
        /// A round bare figure is plausibly off by at most this share.
        optional round_percent: Located<Words>,
        /// `about n` allows this share to either side.
        optional about_percent: Located<Words>,
        /// `about n` allows at least this much to either side.
        optional about_least: Located<Words>,
        /// `more than n` plausibly reaches this share above n.
        optional above_percent: Located<Words>,
        /// `nearly n` begins this share below n.
        optional nearly_percent: Located<Words>,
        /// `up to n` plausibly begins at this share of n.
        optional up_to_percent: Located<Words>,
        /// Figures apart by up to this share contradict each other in a minor way.
        optional minor_gap_percent: Located<Words>,
        /// Figures apart by up to this share contradict each other moderately.
        optional moderate_gap_percent: Located<Words>,
        /// An announcement may lie this many days after what it announces.
        optional announcement_days: Located<Words>,
        /// Date disagreements of up to this many days are minor.
        optional minor_gap_days: Located<Words>,
    }
}

record! {
    /// Front matter of an article.
    RawArticle ("an article") {
        /// Headline, or the curator's name for an untitled text.
        required title: Text,
        /// Name of the outlet, or `unknown`.
        required outlet: Located<Text>,
        /// Byline.
        optional author: Text,
        /// Day of publication, or `unknown`.
        required published: Located<Words>,
        /// Day the text was retrieved.
        optional retrieved: Located<Words>,
        /// Where it was published.
        optional url: Located<Text>,
        /// An archived copy.
        optional archived_url: Located<Text>,
        /// BCP 47 tag of the text.
        required language: Located<Text>,
        /// What kind of text it is.
        required kind: ArticleKind,
        /// Article ids, entity ids or outlet names that it relays.
        optional rests_on: Vec<Located<Text>>,
        /// Whether the body is the source's text or the curator's digest.
        required text: Located<TextMode>,
        /// The file that quotes are verified in.
        optional capture: RawCapture,
        /// Figures deliberately not recorded.
        optional set_aside: Vec<RawSetAside>,
        /// Held back unless drafts are asked for.
        optional draft: Flag,
        /// Held back before this day.
        optional embargo: Located<Words>,
    }
}

record! {
    /// The text file that a digest's quotes are verified in.
    RawCapture ("a capture") {
        /// File name, without folders.
        required file: Located<Text>,
        /// SHA-256 of its bytes, in hexadecimal.
        required sha256: Located<Words>,
    }
}

record! {
    /// A figure of the text that is deliberately not recorded.
    RawSetAside ("a figure set aside") {
        /// The words, as they stand in the text.
        required words: Words,
        /// Why no claim records them.
        required reason: Text,
    }
}

record! {
    /// An entry of entities.yaml.
    RawEntity ("an entity") {
        /// What it is.
        required kind: EntityKind,
        /// The curator's preferred name.
        required name: Text,
        /// The name in its own script.
        optional native: Text,
        /// Other spellings that occur.
        optional aliases: Vec<Located<Text>>,
        /// The place that contains this place.
        optional r#in: Located<Id>,
        /// For an office: held by one person at a time.
        optional exclusive: Located<Flag>,
        /// For an office: who held it when.
        optional holders: Vec<RawTenure>,
        /// Wikidata item.
        optional wikidata: Text,
        /// A remark for readers.
        optional note: Text,
        /// Facts about it.
        optional facts: Entries<RawFact>,
        /// Chains of date facts, each earlier than the next.
        optional order: Vec<Vec<Located<Id>>>,
        /// The curator's word on disagreements.
        optional rulings: Vec<RawRuling>,
    }
}

record! {
    /// A period in which one person held an office.
    RawTenure ("a holder of the office") {
        /// The person.
        required person: Located<Id>,
        /// When it began.
        optional from: Located<Words>,
        /// When it ended.
        optional to: Located<Words>,
    }
}

record! {
    /// A fact sheet of an event or a question.
    RawSheet ("a fact sheet") {
        /// Heading.
        required title: Text,
        /// The curator's reading of when it happened.
        optional date: Located<Words>,
        /// Where it happened.
        optional places: Vec<Located<Id>>,
        /// Free labels.
        optional tags: Vec<Text>,
        /// What happened, in bound prose.
        required summary: Located<Text>,
        /// Which articles report on it, with defaults for their claims.
        optional sources: Entries<RawSheetSource>,
        /// Chains of date facts, each earlier than the next.
        optional order: Vec<Vec<Located<Id>>>,
        /// The facts.
        required facts: Entries<RawFact>,
        /// The curator's word on disagreements.
        optional rulings: Vec<RawRuling>,
    }
}

record! {
    /// Defaults for one source's claims.
    RawSheetSource ("a source of the sheet") {
        /// When its answers hold.
        optional as_of: Located<Words>,
    }
}

record! {
    /// A question and its answers.
    RawFact ("a fact") {
        /// The question as a label.
        optional label: Text,
        /// What kind of answer it takes.
        required kind: Located<RawFactKind>,
        /// What is counted, in the plural; or what money is per.
        optional unit: Located<Text>,
        /// What the answers are about.
        optional scope: RawScope,
        /// Whether later figures replace earlier ones.
        optional series: Located<Series>,
        /// What the answers are broken down by.
        optional by: Text,
        /// The fact that the parts add up to.
        optional total: Located<Id>,
        /// The office whose holder is asked for.
        optional office: Located<Id>,
        /// Labels that a text can hold.
        optional positions: Located<Entries<Text>>,
        /// Whether two positions cannot both be held.
        optional exclusive: Located<Flag>,
        /// The same question in another sheet, as `sheet/fact`.
        optional same_as: Located<Text>,
        /// Which chart is drawn.
        optional chart: ChartChoice,
        /// A remark for readers.
        optional note: Text,
        /// The answers.
        required claims: Located<Vec<RawClaim>>,
    }
}

record! {
    /// One source's answer.
    RawClaim ("a claim") {
        /// The article that answers.
        required source: Located<Id>,
        /// The answer in the source's own words.
        optional value: RawValue,
        /// The answers by part.
        optional parts: Located<Entries<Located<Words>>>,
        /// The date as a distance from another.
        optional relative: RawRelative,
        /// The words it rests on.
        required quote: RawQuote,
        /// Whom the source cites.
        optional via: Vec<Located<Id>>,
        /// What the answer is about.
        optional scope: RawScope,
        /// When the answer holds.
        optional as_of: Located<Words>,
        /// Whether a list or breakdown is said to be complete.
        optional complete: Located<Flag>,
        /// How the source words the answer.
        optional worded: Located<Wording>,
        /// A remark for readers.
        optional note: Text,
    }
}

record! {
    /// A date by its distance from another fact's.
    RawRelative ("a relative date") {
        /// The fact it is reckoned from.
        required to: Located<Id>,
        /// Days after it; negative is before.
        required days: Located<Words>,
    }
}

record! {
    /// What an answer is about.
    RawScope ("a scope") {
        /// Where.
        optional place: OneOrMany<Located<Id>>,
        /// When.
        optional window: Words,
        /// Whom or what.
        optional population: Text,
        /// On what definition.
        optional basis: Text,
        /// Who counted.
        optional counted_by: Text,
    }
}

record! {
    /// The curator's word on a disagreement.
    RawRuling ("a ruling") {
        /// The fact it is about.
        required fact: Located<Id>,
        /// The part of a breakdown.
        optional part: Located<Id>,
        /// The articles it is between.
        optional between: Vec<Located<Id>>,
        /// Whose answer is preferred.
        optional prefer: Located<Id>,
        /// Where the matter stands.
        required status: RulingStatus,
        /// The reasons.
        required note: Text,
        /// The day of the decision.
        required decided: Located<Words>,
        /// The worst class that it answers.
        required expect: Class,
        /// What would settle the matter.
        optional would_settle: Text,
    }
}

record! {
    /// Front matter of content/briefing.md.
    RawBriefing ("the briefing") {
        /// The day the edition speaks for.
        optional as_of: Located<Words>,
        /// Two to five sentences.
        optional highlights: Located<Vec<Located<Text>>>,
    }
}

record! {
    /// Front matter of a page.
    RawPage ("a page") {
        /// Heading.
        required title: Text,
    }
}

record! {
    /// A quote with its surroundings.
    RawQuoteParts ("a quote") {
        /// The words.
        required exact: Text,
        /// Words just before.
        optional prefix: Text,
        /// Words just after.
        optional suffix: Text,
    }
}

/// A quote, alone or with its surroundings.
#[derive(Clone, Debug)]
pub struct RawQuote {
    /// The words.
    pub exact: String,
    /// Words just before.
    pub prefix: Option<String>,
    /// Words just after.
    pub suffix: Option<String>,
    /// Where the quote stands.
    pub span: crate::source::Span,
}

impl Decode for RawQuote {
    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.kind {
            NodeKind::Map(_) => RawQuoteParts::decode(node, faults).map(|parts| Self {
                exact: parts.exact,
                prefix: parts.prefix,
                suffix: parts.suffix,
                span: parts.span,
            }),
            NodeKind::Scalar(_) | NodeKind::List(_) => Words::decode(node, faults).map(|words| Self {
                exact: words.0,
                prefix: None,
                suffix: None,
                span: node.span,
            }),
        }
    }
}

/// A claim's value: words, or a list of words.
#[derive(Clone, Debug)]
pub enum RawValue {
    /// One answer.
    Words(Located<Words>),
    /// A list.
    List(Located<Vec<Located<Words>>>),
}

impl Decode for RawValue {
    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.kind {
            NodeKind::List(_) => Located::decode(node, faults).map(Self::List),
            NodeKind::Scalar(_) | NodeKind::Map(_) => Located::decode(node, faults).map(Self::Words),
        }
    }
}

/// The kinds of answer as authors name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawFactKind {
    /// A number of things or people.
    Count,
    /// An amount of money.
    Money,
    /// A share in per cent.
    Percent,
    /// A date.
    Date,
    /// Somebody or something, by name.
    Entity,
    /// A list.
    Set,
    /// What a text holds.
    Position,
    /// Words.
    Text,
    /// Yes or no.
    YesNo,
}

choice! { RawFactKind {
    "count" => Self::Count, "money" => Self::Money, "percent" => Self::Percent, "date" => Self::Date,
    "entity" => Self::Entity, "set" => Self::Set, "position" => Self::Position, "text" => Self::Text,
    "yes-no" => Self::YesNo,
} }

choice! { Overrides { "templates" => Self::Templates, "none" => Self::None, } }

choice! { ArticleKind {
    "report" => Self::Report, "statement" => Self::Statement, "analysis" => Self::Analysis,
    "social-post" => Self::SocialPost,
} }

choice! { TextMode { "full" => Self::Full, "digest" => Self::Digest, } }

choice! { EntityKind {
    "person" => Self::Person, "organisation" => Self::Organisation, "place" => Self::Place, "group" => Self::Group,
    "office" => Self::Office, "outlet" => Self::Outlet,
} }

choice! { Series { "cumulative" => Self::Cumulative, "new" => Self::New, } }

choice! { ChartChoice {
    "none" => Self::None, "ranges" => Self::Ranges, "breakdown" => Self::Breakdown, "dates" => Self::Dates,
    "series" => Self::Series,
} }

choice! { Wording {
    "announced" => Self::Announced, "published" => Self::Published, "reported" => Self::Reported,
    "corrected" => Self::Corrected,
} }

choice! { RulingStatus { "open" => Self::Open, "explained" => Self::Explained, "settled" => Self::Settled, } }

choice! { Class {
    "contradict" => Self::Contradict, "variant" => Self::Variant, "update" => Self::Update, "scope" => Self::Scope,
    "compatible" => Self::Compatible, "agree" => Self::Agree, "gap" => Self::Gap,
} }
