//! variorum.yaml, as its author writes it.

use crate::model::{Export, Overrides};
use crate::yaml::{Count, Flag, Located, Text, Words, record};

record! {
    /// variorum.yaml.
    RawSettings ("variorum.yaml") {
        /// Title of the edition.
        required title: Located<Text> = "The crackdowns, as the sources tell it",
        /// One sentence for feeds and search engines.
        required description: Located<Text> = "What each report says, and where they disagree.",
        /// BCP 47 tag of the edition's language.
        required language: Located<Text> = "en",
        /// The format that the project's files are written in; without it, the first.
        optional format: Located<Count> = "1",
        /// Absolute URL of the published root.
        optional base_url: Located<Text> = "https://example.org/edition/",
        /// `tag:` URI that the ids of feed items begin with.
        optional feed_id: Located<Text> = "'tag:example.org,2026:edition'",
        /// Editions of the same project in other languages.
        optional translations: Vec<RawTranslation>,
        /// Name of a folder in themes/, or `default`.
        optional theme: Located<Text> = "default",
        /// Whether templates/ lies over the theme's.
        optional overrides: Overrides,
        /// Who publishes the edition.
        optional publisher: RawPublisher,
        /// Licence of the edition's own words and data.
        optional licence: Text = "CC BY 4.0",
        /// Where the project's files can be read.
        optional repository: Located<Text> = "https://example.org/desk/edition",
        /// Factors of the comparison that differ from the defaults.
        optional tolerances: RawTolerances,
        /// Whether drafts are published.
        optional drafts: Flag,
        /// The menu of every page, in this order: names of its pages, and ids of pages of your own.
        optional menu: Vec<Located<Text>> = "[briefing, discrepancies, events, about]",
        /// Pages that were taken away, whose addresses say so.
        optional removed: Vec<RawRemoved>,
        /// Warnings that the desk has decided to live with.
        optional accept: Vec<RawAcceptance>,
        /// Data files beside those that every edition has.
        optional exports: Vec<Export>,
    }
}

record! {
    /// A page that was taken away.
    RawRemoved ("a removed page") {
        /// Its path below the root of the edition.
        required page: Located<Text> = "events/old-name.html",
        /// Why it is gone, in words for readers.
        required reason: Text = "The report was withdrawn by its outlet.",
    }
}

record! {
    /// Warnings of one code that are not reported.
    RawAcceptance ("an accepted warning") {
        /// The code, as it stands in the brackets of the warning.
        required code: Located<Text> = "base-url-missing",
        /// Why the desk accepts them.
        required reason: Text = "The edition is read from disk only.",
        /// The file or folder in which they are accepted; everywhere without it.
        optional r#in: Located<Text> = "content/pages/",
    }
}

record! {
    /// An edition of the same project in another language.
    RawTranslation ("a translation") {
        /// BCP 47 tag of its language, or `x-default`.
        required language: Located<Text> = "km",
        /// Address of its root.
        required url: Located<Text> = "https://example.org/km/",
    }
}

record! {
    /// Who publishes the edition.
    RawPublisher ("a publisher") {
        /// Name as it is to be cited.
        required name: Text = "Example desk",
        /// Home page.
        optional url: Located<Text> = "https://example.org",
        /// How readers reach the desk.
        optional contact: Located<Text> = "desk@example.org",
    }
}

record! {
    /// Factors of reading and comparing, in per cent unless the name says days.
    RawTolerances ("tolerances") {
        /// A round bare figure is plausibly off by at most this share.
        optional round_percent: Located<Words> = "5",
        /// `about n` allows this share to either side.
        optional about_percent: Located<Words> = "10",
        /// `about n` allows at least this much to either side.
        optional about_least: Located<Words> = "1",
        /// `more than n` plausibly reaches this share above n.
        optional above_percent: Located<Words> = "25",
        /// `nearly n` begins this share below n.
        optional nearly_percent: Located<Words> = "10",
        /// `up to n` plausibly begins at this share of n.
        optional up_to_percent: Located<Words> = "50",
        /// Figures apart by up to this share contradict each other in a minor way.
        optional minor_gap_percent: Located<Words> = "5",
        /// Figures apart by up to this share contradict each other moderately.
        optional moderate_gap_percent: Located<Words> = "25",
        /// An announcement may lie this many days after what it announces.
        optional announcement_days: Located<Words> = "7",
        /// Date disagreements of up to this many days are minor.
        optional minor_gap_days: Located<Words> = "1",
    }
}
