//! What the charts that show the whole edition at once show, before anything is drawn.
//!
//! Each is bounded; what it leaves out is counted.

use super::ink::Hue;
use super::rows::{DateRow, RangeRow};
use crate::model::{Coordinates, DateValue};

/// Who says what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voices {
    /// A column per source.
    pub sources: Vec<VoicesSource>,
    /// A row per question, the most contradicted first.
    pub rows: Vec<VoicesRow>,
    /// So many of them are drawn; the table holds all.
    pub n_drawn: usize,
    /// How many questions are left out of both.
    pub n_left_out: usize,
    /// On how many questions, those left out among them, sources contradict each other.
    pub n_contradicted: usize,
}

/// A source with its letter and hue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoicesSource {
    /// The letter.
    pub siglum: String,
    /// The name.
    pub name: String,
    /// The hue.
    pub hue: Option<Hue>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoicesRow {
    /// The question.
    pub question: String,
    /// The sheet that asks it.
    pub sheet: String,
    /// What each source does with it.
    pub said: Vec<Said>,
    /// Where the answers are shown.
    pub href: String,
}

/// What a source does with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// It does not answer.
    Nothing,
    /// It answers, and nobody says otherwise.
    Answers,
    /// It uses another name than another source.
    Differs,
    /// It contradicts another source, or itself.
    Contradicts,
}

/// Who is cited by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relays {
    /// Those who are cited.
    pub cited: Vec<Cited>,
    /// The sources that cite.
    pub sources: Vec<Citing>,
    /// Positions of who is cited and of the source that cites.
    pub edges: Vec<(usize, usize)>,
    /// How many of the cited are left out.
    pub n_left_out: usize,
}

/// Somebody who is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The name.
    pub name: String,
    /// For how many claims.
    pub n_claims: usize,
    /// The page of the name; may be empty.
    pub href: String,
}

/// A source that cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citing {
    /// The name.
    pub name: String,
    /// The hue.
    pub hue: Option<Hue>,
    /// How many of its claims cite somebody.
    pub n_claims: usize,
    /// The source's page.
    pub href: String,
}

/// Questions whose figures differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The questions, the gravest first.
    pub rows: Vec<SpreadRow>,
    /// How many are left out.
    pub n_left_out: usize,
}

/// A question with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadRow {
    /// The question, with the part of a breakdown.
    pub question: String,
    /// What the figures count.
    pub unit: String,
    /// The figures; at least two.
    pub rows: Vec<RangeRow>,
    /// Whether all of them are of one place, group and date.
    pub is_alike: bool,
    /// Where the answers are shown.
    pub href: String,
}

/// A lane for each source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLanes {
    /// The sources.
    pub lanes: Vec<Lane>,
}

/// When a source was published, and the days that it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The source.
    pub name: String,
    /// Its hue.
    pub hue: Option<Hue>,
    /// When it was published.
    pub published: Option<DateValue>,
    /// The dates that it states; `group` is the question.
    pub dates: Vec<DateRow>,
    /// The source's page.
    pub href: String,
}

/// Where places are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locator {
    /// The places, those without coordinates last.
    pub places: Vec<Place>,
}

/// A place on a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Where it is, where that is recorded.
    pub at: Option<Coordinates>,
    /// Whether sources contradict each other on a question about it.
    pub is_disputed: bool,
    /// Its page.
    pub href: String,
}
