//! What authors write: every field of every format, once; the words that fields take stand in
//! `words`, values of more than one form in `answer`.

use super::answer::{RawClaims, RawListed, RawQuote, RawValue};
use super::words::RawFactKind;
use crate::model::{
    ArticleKind, ChartChoice, Class, EntityKind, Id, RulingStatus, Series, TextMode, Wording,
};
use crate::yaml::{Entries, Flag, Located, OneOrMany, Text, Words, record};

record! {
    /// Front matter of an article.
    RawArticle ("an article") {
        /// Headline, or the curator's name for an untitled text.
        required title: Located<Text> = "Police raid compounds in Bavet",
        /// Name of the outlet, or `unknown`.
        required outlet: Located<Text> = "Khmer Desk",
        /// Byline.
        optional author: Text = "Sokha Chan",
        /// Day of publication, or `unknown`.
        required published: Located<Words> = "'2025-08-02'",
        /// Day the text was retrieved.
        optional retrieved: Located<Words> = "'2025-08-03'",
        /// Where it was published.
        optional url: Located<Text> = "https://example.org/article",
        /// An archived copy.
        optional archived_url: Located<Text> = "https://web.example.org/2025/https://example.org/article",
        /// BCP 47 tag of the text.
        required language: Located<Text> = "en",
        /// What kind of text it is.
        required kind: ArticleKind,
        /// Article ids, entity ids or outlet names that it relays.
        optional rests_on: Vec<Located<Text>> = "[khmer-times]",
        /// Whether the body is the source's text or the curator's digest.
        required text: Located<TextMode>,
        /// The file that quotes are verified in.
        optional capture: RawCapture,
        /// Figures deliberately not recorded.
        optional set_aside: Vec<RawSetAside>,
        /// Old addresses of its page that lead readers on: ids it had, or paths of the edition.
        optional redirect_from: Vec<Located<Text>> = "[events/old-name.html]",
        /// Held back unless drafts are asked for.
        optional draft: Flag,
        /// Held back before this day.
        optional embargo: Located<Words> = "'2025-09-01'",
    }
}

record! {
    /// The text file that a digest's quotes are verified in.
    RawCapture ("a capture") {
        /// File name, without folders.
        required file: Located<Text> = "2025-08-raids.txt",
        /// SHA-256 of its bytes, in hexadecimal.
        required sha256: Located<Words> = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    }
}

record! {
    /// A figure of the text that is deliberately not recorded.
    RawSetAside ("a figure set aside") {
        /// The words, as they stand in the text.
        required words: Words = "180 views",
        /// Why no claim records them.
        required reason: Text = "The platform's counter, not part of the text.",
    }
}

record! {
    /// An entry of entities.yaml.
    RawEntity ("an entity") {
        /// What it is.
        required kind: EntityKind,
        /// The curator's preferred name.
        required name: Located<Text> = "Hun Manet",
        /// The name in its own script.
        optional native: Text = "ហ៊ុន ម៉ាណែត",
        /// Other spellings that occur.
        optional aliases: Vec<Located<Text>> = "[Samdech Hun Manet]",
        /// What is paid with there, as a code of ISO 4217.
        optional currency: Located<Text> = "PKR",
        /// The place that contains this place, or where this outlet or organisation is.
        optional r#in: Located<Id> = "cambodia",
        /// For a place: latitude and longitude in decimal degrees, for maps.
        optional at: Vec<Located<Words>> = "[11.56, 104.92]",
        /// For a group: the place whose people it is; both are one entry of the names.
        optional people_of: Located<Id> = "cambodia",
        /// For an office: held by one person at a time.
        optional exclusive: Located<Flag>,
        /// For an office: who held it when.
        optional holders: Vec<RawTenure>,
        /// Wikidata item.
        optional wikidata: Located<Text> = "Q1365226",
        /// A remark for readers.
        optional note: Located<Text> = "Also spelt Hun Maneth.",
        /// Facts about it.
        optional facts: Entries<RawFact>,
        /// Chains of date facts, each earlier than the next.
        optional order: Vec<Vec<Located<Id>>> = "[[founded, dissolved]]",
        /// The curator's word on disagreements.
        optional rulings: Vec<RawRuling>,
    }
}

record! {
    /// A period in which one person held an office.
    RawTenure ("a holder of the office") {
        /// The person.
        required person: Located<Id> = "hun-manet",
        /// When it began.
        optional from: Located<Words> = "'2023-08-22'",
        /// When it ended.
        optional to: Located<Words> = "'2023-08-22'",
    }
}

record! {
    /// A fact sheet of an event or a question.
    RawSheet ("a fact sheet") {
        /// Heading.
        required title: Located<Text> = "Nationwide raids",
        /// The curator's reading of when it happened.
        optional date: Located<Words> = "'2025-07-14/2025-07-16'",
        /// The date fact that `date` is read from: where its answers contradict each other, pages give all of them.
        optional date_of: Located<Id> = "raid-dates",
        /// Where it happened.
        optional places: Vec<Located<Id>> = "[phnom-penh, poipet]",
        /// The fact that `places` are read from: where its answers contradict each other, pages say so.
        optional places_of: Located<Id> = "raided-places",
        /// Free labels.
        optional tags: Vec<Text> = "[raids]",
        /// What happened, in bound prose.
        required summary: Located<Text> = "'Police held [over 1,000 people](fact:arrests).'",
        /// Which currency a word that several countries share means, as a code of ISO 4217.
        optional currency: Located<Text> = "CAD",
        /// Which articles report on it, with defaults for their claims.
        optional sources: Entries<RawListed> = "{square-2025-07: {as_of: '2025-07-16'}}",
        /// Chains of date facts, each earlier than the next.
        optional order: Vec<Vec<Located<Id>>> = "[[directive-date, raid-dates]]",
        /// The facts.
        required facts: Entries<RawFact>,
        /// The curator's word on disagreements.
        optional rulings: Vec<RawRuling>,
        /// Old addresses of its page that lead readers on: ids it had, or paths of the edition.
        optional redirect_from: Vec<Located<Text>> = "[events/old-name.html]",
        /// Held back unless drafts are asked for.
        optional draft: Flag,
        /// Held back before this day.
        optional embargo: Located<Words> = "'2025-09-01'",
    }
}

record! {
    /// Defaults for one source's claims.
    RawSheetSource ("a source of the sheet") {
        /// The article, where the key is a short one that claims and rulings use instead of its id.
        optional article: Located<Id> = "square-2025-07",
        /// When its answers hold.
        optional as_of: Located<Words> = "'2025-07-16'",
    }
}

record! {
    /// A question and its answers.
    RawFact ("a fact") {
        /// The question as a label.
        optional label: Located<Text> = "People arrested",
        /// What kind of answer it takes.
        required kind: Located<RawFactKind>,
        /// What is counted, in the plural; what money is per; or the unit of a measure.
        optional unit: Located<Text> = "people",
        /// For money: which currency a word that several countries share means, as a code of ISO 4217.
        optional currency: Located<Text> = "CAD",
        /// What the answers are about.
        optional scope: RawScope,
        /// Whether later figures replace earlier ones.
        optional series: Located<Series>,
        /// Whether a round figure is meant as it stands, so that 30 and 31 differ.
        optional exact: Located<Flag>,
        /// What the answers are broken down by.
        optional by: Text = "nationality",
        /// The fact that the parts add up to.
        optional total: Located<Id> = "arrests",
        /// The office whose holder is asked for.
        optional office: Located<Id> = "prime-minister",
        /// Labels that a text can hold.
        optional positions: Located<Entries<Located<Text>>> = "{works: It is working, fails: It is not}",
        /// Whether two positions cannot both be held.
        optional exclusive: Located<Flag>,
        /// The same question in another sheet, as `sheet/fact`.
        optional same_as: Located<Text> = "raids/arrests",
        /// Which chart is drawn.
        optional chart: Located<ChartChoice>,
        /// The chart's title, in place of the generated one.
        optional chart_title: Located<Text> = "Sources differ on how many were arrested",
        /// A remark for readers.
        optional note: Located<Text> = "Figures of the police alone.",
        /// The answers.
        required claims: Located<RawClaims>,
    }
}

record! {
    /// One source's answer.
    RawClaim ("a claim") {
        /// The article that answers.
        required source: Located<Id> = "square-2025-07",
        /// The answer in the source's own words.
        optional value: RawValue = "'over 1,000'",
        /// The answers by part.
        optional parts: Located<Entries<Located<Words>>> = "{vietnamese: over 200, chinese: '27'}",
        /// The date as a distance from another.
        optional relative: RawRelative,
        /// What the editors read `value` as, where no program reads its words.
        optional reading: RawEditorsReading,
        /// For money: which currency the source's word means, as a code of ISO 4217.
        optional currency: Located<Text> = "CAD",
        /// The words it rests on.
        required quote: RawQuote = "arrested more than 1,000 suspects",
        /// Whom the source cites.
        optional via: Vec<Located<Id>> = "[neth-pheaktra]",
        /// What the answer is about.
        optional scope: RawScope,
        /// When the answer holds.
        optional as_of: Located<Words> = "'2025-07-16'",
        /// Whether a list or breakdown is said to be complete.
        optional complete: Located<Flag>,
        /// How the source words the answer.
        optional worded: Located<Wording>,
        /// A remark for readers.
        optional note: Located<Text> = "The headline has another figure.",
    }
}

record! {
    /// What the editors read a value as, where no program reads its words.
    RawEditorsReading ("an editors' reading") {
        /// The value that is compared, as `value` is written elsewhere.
        required r#as: Located<Words> = "more than 500",
        /// Who read it: `editors`, or a name.
        required by: Text = "editors",
        /// How they came to read it so.
        optional note: Located<Text> = "The words plus de say more than.",
    }
}

record! {
    /// A date by its distance from another fact's.
    RawRelative ("a relative date") {
        /// The fact it is reckoned from.
        required to: Located<Id> = "visit-date",
        /// Days after it; negative is before.
        required days: Located<Words> = "3",
    }
}

record! {
    /// What an answer is about.
    RawScope ("a scope") {
        /// Where.
        optional place: OneOrMany<Located<Id>> = "poipet",
        /// When.
        optional window: Words = "'2025-07'",
        /// Whom or what.
        optional population: Text = "foreigners",
        /// On what definition.
        optional basis: Text = "arrested, not only held",
        /// Who counted.
        optional counted_by: Text = "police",
    }
}

record! {
    /// The curator's word on a disagreement.
    RawRuling ("a ruling") {
        /// The fact it is about.
        required fact: Located<Id> = "arrests",
        /// The part of a breakdown.
        optional part: Located<Id> = "vietnamese",
        /// The articles it is between.
        optional between: Vec<Located<Id>> = "[square-2025-07, globaltimes]",
        /// Whose answer is preferred.
        optional prefer: Located<Id> = "square-2025-07",
        /// Where the matter stands.
        required status: RulingStatus,
        /// What the dispute is called in headings and lists, instead of its question with the answers.
        optional title: Located<Text> = "The order is dated after the raids that it ordered",
        /// The reasons.
        required note: Located<Text> = "The later figure counts the whole country.",
        /// The day of the decision.
        required decided: Located<Words> = "'2026-11-22'",
        /// The worst class that it answers.
        required expect: Class,
        /// What would settle the matter.
        optional would_settle: Located<Text> = "The register of the provincial court.",
    }
}

record! {
    /// Front matter of content/briefing.md.
    RawBriefing ("the briefing") {
        /// The day the edition speaks for.
        optional as_of: Located<Words> = "'2026-11-22'",
        /// The figures that the briefing leads with: the first stands out, at most four follow.
        optional key_figures: Located<Vec<Located<Text>>> = "[raids/arrests, raids/provinces]",
        /// Two to five sentences.
        optional highlights: Located<Vec<Located<Text>>> = "['Police held [over 1,000 people](fact:raids/arrests).', 'Sources differ on who gave the order.']",
    }
}

record! {
    /// Front matter of a page.
    RawPage ("a page") {
        /// Heading.
        required title: Located<Text> = "About this edition",
        /// Old addresses of its page that lead readers on: ids it had, or paths of the edition.
        optional redirect_from: Vec<Located<Text>> = "[events/old-name.html]",
        /// Held back unless drafts are asked for.
        optional draft: Flag,
        /// Held back before this day.
        optional embargo: Located<Words> = "'2025-09-01'",
    }
}

record! {
    /// A quote with its surroundings.
    RawQuoteParts ("a quote") {
        /// The words.
        required exact: Text = "arrested more than 1,000 suspects",
        /// Words just before.
        optional prefix: Text = "police said they had",
        /// Words just after.
        optional suffix: Text = "in five provinces",
    }
}
