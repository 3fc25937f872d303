//! What variorum.yaml decides, checked and with every default filled in.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::source::Span;

/// The names by which `menu` calls the pages that every edition may have; the first eight are the usual menu.
pub const MENU: [&str; 12] = [
    "briefing",
    "events",
    "questions",
    "discrepancies",
    "sources",
    "names",
    "timeline",
    "search",
    "agreement",
    "methodology",
    "data",
    "tags",
];

/// The edition's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Title of the edition.
    pub title: String,
    /// One sentence for feeds and search engines.
    pub description: String,
    /// BCP 47 tag of the edition's language.
    pub language: String,
    /// Absolute URL of the published root, ending in `/`.
    pub base_url: Option<String>,
    /// `tag:` URI that the ids of feed items begin with; `None` is made of the address.
    pub feed_id: Option<String>,
    /// Editions of the same project in other languages.
    pub translations: Vec<Translation>,
    /// Name of the folder in themes/.
    pub theme: String,
    /// Whether the project's templates/ lie over the theme's.
    pub overrides: Overrides,
    /// Who publishes the edition.
    pub publisher: Option<Publisher>,
    /// Licence of the edition's own words and data.
    pub licence: Option<String>,
    /// Where the project's files can be read.
    pub repository: Option<String>,
    /// The factors of the comparison.
    pub tolerances: Tolerances,
    /// Whether drafts are published.
    pub drafts: bool,
    /// The pages of the menu by name or id, in order; empty is the usual menu.
    pub menu: Vec<String>,
    /// Pages that were taken away.
    pub removed: Vec<Removed>,
    /// Warnings that are not reported.
    pub accepted: Vec<Acceptance>,
    /// Data files beside those that every edition has.
    pub exports: BTreeSet<Export>,
}

/// Data files that an edition has where its settings ask for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Export {
    /// Claims as W3C Web Annotations.
    Annotations,
    /// Sources as BibTeX.
    Bibtex,
    /// Descriptions of the tables, after CSV on the Web.
    Csvw,
    /// Who says what, as FollowTheMoney statements.
    Followthemoney,
}

impl Export {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Annotations, Self::Bibtex, Self::Csvw, Self::Followthemoney];
}

/// A page that was taken away, whose address says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Its path below the root.
    pub page: String,
    /// Why it is gone.
    pub reason: String,
    /// Where that is written.
    pub span: Span,
}

/// Warnings that the desk has decided to live with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The code of the warnings.
    pub code: String,
    /// The file or folder in which they are accepted; `None` is everywhere.
    pub within: Option<String>,
    /// Why.
    pub reason: String,
    /// Where it is written.
    pub span: Span,
}

/// An edition of the same project in another language, with the same routes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// BCP 47 tag of its language, or `x-default` for readers of all others.
    pub language: String,
    /// Absolute URL of its root, ending in `/`.
    pub base_url: String,
}

/// Whether the project's own templates/ folder takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overrides {
    /// templates/ lies over the theme's.
    Templates,
    /// templates/ is ignored.
    None,
}

/// Who publishes the edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Name as it is to be cited.
    pub name: String,
    /// Home page.
    pub url: Option<String>,
    /// How readers reach the desk: an e-mail address or a URL.
    pub contact: Option<String>,
}

/// Every factor of reading and comparing; shares are per cent of the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tolerances {
    /// A round bare figure is plausibly off by at most this share.
    pub round_percent: Decimal,
    /// `about n` allows this share to either side.
    pub about_percent: Decimal,
    /// `about n` allows at least this much to either side, in the fact's unit.
    pub about_least: Decimal,
    /// `more than n` plausibly reaches this share above n.
    pub above_percent: Decimal,
    /// `nearly n` begins this share below n.
    pub nearly_percent: Decimal,
    /// `up to n` plausibly begins at this share of n.
    pub up_to_percent: Decimal,
    /// Figures apart by up to this share contradict each other in a minor way.
    pub minor_gap_percent: Decimal,
    /// Figures apart by up to this share contradict each other moderately.
    pub moderate_gap_percent: Decimal,
    /// An announcement may lie this many days after what it announces.
    pub announcement_days: i32,
    /// Date disagreements of up to this many days are minor.
    pub minor_gap_days: i32,
}

impl Default for Tolerances {
    fn default() -> Self {
        Self {
            round_percent: Decimal::from(5),
            about_percent: Decimal::from(10),
            about_least: Decimal::ONE,
            above_percent: Decimal::from(25),
            nearly_percent: Decimal::from(10),
            up_to_percent: Decimal::from(50),
            minor_gap_percent: Decimal::from(5),
            moderate_gap_percent: Decimal::from(25),
            announcement_days: 7,
            minor_gap_days: 1,
        }
    }
}
