//! The nouns of the domain: what a project says, with every reference resolved.
//!
//! Entry points: [`Corpus`] (what the sources answer) and [`Finding`] (where the
//! answers disagree). Plain data only: no serde, no HTML, no disk, no rule.

mod id;
mod arena;
mod quantity;
mod date;
mod settings;
mod article;
mod entity;
mod name;
mod scope;
mod sheet;
mod tally;
mod fact;
mod claim;
mod picture;
mod prose;
mod placeholder;
mod moved;
mod divided;
mod corpus;
mod finding;

pub use arena::{ArticleIx, ClaimIx, EntityIx, FactIx, RulingIx, SheetIx};
pub use article::{Article, ArticleKind, Capture, FigureUse, Origin, SetAside, TextMode, letter};
pub use claim::{Claim, EditorsReading, Quote, QuoteState, Reading, SetItem, Voice, Wording};
pub use corpus::Corpus;
pub use date::{DateShape, DateValue, Day, DaySpan};
pub use divided::Divided;
pub use entity::{Coordinates, Entity, EntityKind, Tenure};
pub use fact::{Breakdown, ChartChoice, ChartTitle, ChartWish, Fact, FactKind, Position, Series};
pub use finding::{Class, Crowd, Difference, Finding, FindingId, Modifier, Rule, Severity};
pub use id::{Id, IdFault};
pub use moved::{Moved, MovedTo};
pub use name::{Gender, GenderedTitle, Name, NameWord, Script, WordKind};
pub use picture::{Picture, PlacedPicture};
pub use placeholder::{
    ARTICLE_PLACEHOLDER, DIGEST_PLACEHOLDER, NAME_PLACEHOLDER, PLACE_PLACEHOLDER, PLACEHOLDERS,
    SUMMARY_PLACEHOLDER,
};
pub use prose::{
    Binding, BriefingNotes, PlacedChart, Prose, ProseLink, ProsePage, ProsePlace, Remark, RemarkOwner,
};
pub use quantity::{Bound, Change, Hedge, Interval, Number, Quantity};
pub use scope::{Scope, ScopeKey};
pub use settings::{
    Acceptance, Export, MENU, Overrides, Publisher, Removed, Settings, Tolerances, Translation,
};
pub use sheet::{OrderChain, Ruling, RulingStatus, Sheet, SheetKind, SheetSource};
pub use tally::{Tallies, Tally};
