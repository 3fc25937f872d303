//! Fact sheets: an event, a question or an entity, and what is asked about it.

use super::{ArticleIx, Class, DateValue, EntityIx, FactIx, Id, Prose};
use crate::source::Span;

/// A fact sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// File stem, or the entity's key.
    pub id: Id,
    /// What the sheet is about.
    pub kind: SheetKind,
    /// Heading.
    pub title: String,
    /// The curator's reading of when it happened.
    pub date: Option<DateValue>,
    /// The date fact whose answers that date is read from, where the author names it.
    pub date_of: Option<FactIx>,
    /// Where it happened.
    pub places: Vec<EntityIx>,
    /// The fact whose answers the places are read from, where the author names it.
    pub places_of: Option<FactIx>,
    /// Free labels.
    pub tags: Vec<String>,
    /// What happened, in bound prose.
    pub summary: Prose,
    /// Which articles report on it.
    pub sources: Vec<SheetSource>,
    /// What must come before what.
    pub order: Vec<OrderChain>,
    /// The facts, in the order written.
    pub facts: Vec<FactIx>,
    /// Where its title is written.
    pub title_span: Span,
    /// Where its date is written.
    pub date_span: Option<Span>,
}

/// What a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetKind {
    /// Something that happened.
    Event,
    /// A question that belongs to no single event.
    Question,
    /// Facts about a person, place or organisation.
    Entity(EntityIx),
}

/// An article listed for a sheet.
#[derive(Clone, Debug)]
pub struct SheetSource {
    /// The article.
    pub article: ArticleIx,
    /// When its answers hold, unless a claim says otherwise.
    pub as_of: Option<DateValue>,
}

/// Date facts of one sheet, each of which must not come after the next.
#[derive(Clone, Debug)]
pub struct OrderChain {
    /// The facts, earliest first; at least two.
    pub facts: Vec<FactIx>,
    /// Where the chain is written.
    pub span: Span,
}

/// The curator's word on a disagreement.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// The fact it is about.
    pub fact: FactIx,
    /// The part of a breakdown.
    pub part: Option<EntityIx>,
    /// The articles it is between; empty for the whole fact.
    pub between: Vec<ArticleIx>,
    /// Whose answer the curator prefers.
    pub prefer: Option<ArticleIx>,
    /// Where the matter stands.
    pub status: RulingStatus,
    /// What the dispute is called, where the curator says it better than its question does.
    pub title: Option<String>,
    /// The reasons.
    pub note: String,
    /// The day of the decision.
    pub decided: DateValue,
    /// The worst class that it answers.
    pub expect: Class,
    /// What would settle the matter.
    pub would_settle: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// Where a disagreement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RulingStatus {
    /// Not resolved.
    Open,
    /// The reason for the difference is known.
    Explained,
    /// One answer is established.
    Settled,
}
