//! Claims: one source's answer to one fact, with the words it rests on.

use std::sync::Arc;

use super::{ArticleIx, DateValue, Day, EntityIx, FactIx, FactKind, Name, Position, Quantity, Scope};
use crate::digest::Digest;
use crate::source::Span;

/// One source's answer, or one part of it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The fact it answers.
    pub fact: FactIx,
    /// The article that answers.
    pub source: ArticleIx,
    /// The part of a breakdown.
    pub part: Option<EntityIx>,
    /// The value in the source's own words.
    pub words: String,
    /// The words as read.
    pub reading: Reading,
    /// Of an entity fact: the words taken apart as a name, once for all comparisons.
    pub name: Option<Arc<Name>>,
    /// Who read them so, where it was not the program.
    pub editors: Option<EditorsReading>,
    /// The passage it rests on.
    pub quote: Quote,
    /// Whom the source itself cites.
    pub via: Vec<Voice>,
    /// What the answer is about; the fact's scope, overridden key by key.
    pub scope: Scope,
    /// When the answer holds.
    pub as_of: Option<DateValue>,
    /// Whether a list or breakdown is said to be complete.
    pub complete: Option<bool>,
    /// How the source words the answer, where that matters.
    pub worded: Option<Wording>,
    /// A remark for readers.
    pub note: Option<String>,
    /// `<fact>[--<part>]--<source>[-<hex>]`, unique in its sheet's page.
    pub anchor: String,
    /// Where the value is written.
    pub span: Span,
}

impl Claim {
    /// The words that are compared and that a sentence repeats: the source's own, or what the editors
    /// read them as.
    pub fn compared_words(&self) -> &str {
        self.editors.as_ref().map_or(&self.words, |editors| &editors.words)
    }

    /// Whether its date is written in a source's words, `14. Mai 2024`, rather than in EDTF or as a
    /// distance from another fact's date (`3 days after: raids`).
    pub fn has_own_date_words(&self) -> bool {
        let is_worded = |date: &DateValue| date.edtf != self.words.trim() && !self.words.contains(": ");
        self.editors.is_none() && self.reading.date().is_some_and(is_worded)
    }

    /// The last day for which the answer holds; `None` where it states none, or no year.
    pub fn day(&self) -> Option<Day> {
        let as_of = self.as_of.as_ref().filter(|date| date.year_known)?;
        as_of.spans.iter().filter_map(|span| span.last.or(span.first)).max()
    }
}

/// What the editors read a value as, where no program reads its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorsReading {
    /// The value that is compared.
    pub words: String,
    /// Who read it: `editors`, or a name.
    pub by: String,
    /// How they came to read it so.
    pub note: Option<String>,
    /// Where the reading is written.
    pub span: Span,
}

impl EditorsReading {
    /// Whether the editors as a whole answer for it, and nobody by name.
    pub fn is_by_editors(&self) -> bool {
        self.by == "editors"
    }
}

/// A value as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Of a count, money or percent fact.
    Quantity(Quantity),
    /// Of a date fact.
    Date(DateValue),
    /// Of an entity fact: the curated entity behind the spelling, where there is one.
    Entity(Option<EntityIx>),
    /// Of a set fact.
    Set(Vec<SetItem>),
    /// Of a position fact: index into its positions.
    Position(usize),
    /// Of a text fact.
    Text,
    /// Of a yes-no fact.
    YesNo(bool),
}

impl Reading {
    /// The figure, of a count, money or percent fact.
    pub fn quantity(&self) -> Option<&Quantity> {
        if let Self::Quantity(quantity) = self { Some(quantity) } else { None }
    }

    /// The date, of a date fact.
    pub fn date(&self) -> Option<&DateValue> {
        if let Self::Date(date) = self { Some(date) } else { None }
    }

    /// The curated entity behind a name, if any; `None` where the reading is no name.
    pub fn entity(&self) -> Option<Option<EntityIx>> {
        if let Self::Entity(entity) = self { Some(*entity) } else { None }
    }

    /// The members, of a set fact.
    pub fn items(&self) -> Option<&[SetItem]> {
        if let Self::Set(items) = self { Some(items) } else { None }
    }

    /// The curated label, of a position fact.
    pub fn position<'a>(&self, kind: &'a FactKind) -> Option<&'a Position> {
        if let Self::Position(index) = self { kind.positions().get(*index) } else { None }
    }
}

/// A member of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetItem {
    /// The spelling used.
    pub words: String,
    /// The curated entity behind it.
    pub entity: Option<EntityIx>,
    /// The spelling taken apart.
    pub name: Arc<Name>,
}

/// The passage a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words; `...` joins ordered parts of one passage.
    pub exact: String,
    /// Words just before, to tell repeated passages apart.
    pub prefix: Option<String>,
    /// Words just after.
    pub suffix: Option<String>,
    /// Digest of the three, the key in the lock.
    pub digest: Digest,
    /// What verification found.
    pub state: QuoteState,
    /// Where the quote is written.
    pub span: Span,
}

/// What verification found of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteState {
    /// Stands in the article's published body, at this byte offset.
    InBody(usize),
    /// Stands in the capture, by the lock, at this byte offset.
    Locked(usize),
    /// Not verified; a diagnostic says so.
    Unverified,
}

/// Whom a source cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// A person, organisation or outlet.
    Entity(EntityIx),
    /// Another article of the corpus.
    Article(ArticleIx),
}

/// How a source words an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The date is that of an announcement.
    Announced,
    /// The date is that of publication.
    Published,
    /// The date is that of the report.
    Reported,
    /// The figure is worded as a correction of an earlier one.
    Corrected,
}
