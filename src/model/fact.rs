//! Facts: one question each, with the kind of answer it takes.

use super::{ClaimIx, EntityIx, FactIx, Id, Scope, SheetIx};
use crate::source::Span;

/// A question and what the sources answer.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Key in its sheet.
    pub id: Id,
    /// The sheet that asks.
    pub sheet: SheetIx,
    /// The question as a label.
    pub label: String,
    /// What kind of answer it takes.
    pub kind: FactKind,
    /// Whether an unhedged figure is meant as it stands, however round it is.
    pub exact: bool,
    /// Whether the answers are broken down, and by what.
    pub by: Option<Breakdown>,
    /// Scope that claims start from.
    pub scope: Scope,
    /// The same question asked in another sheet.
    pub same_as: Option<FactIx>,
    /// What the curator wants of the fact's chart.
    pub chart: ChartWish,
    /// A remark for readers.
    pub note: Option<String>,
    /// The answers, in the order written; a breakdown's parts are claims of their own.
    pub claims: Vec<ClaimIx>,
    /// Where the fact's key is written.
    pub span: Span,
}

/// The kinds of answer, with what each needs to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// A number of things or people.
    Count {
        /// What is counted, in the plural.
        unit: String,
        /// Whether later figures replace earlier ones.
        series: Option<Series>,
    },
    /// An amount of money.
    Money {
        /// What the money is per, such as `year`.
        unit: Option<String>,
        /// Whether later figures replace earlier ones.
        series: Option<Series>,
    },
    /// A share in per cent.
    Percent {
        /// Of what.
        unit: Option<String>,
        /// Whether later figures replace earlier ones.
        series: Option<Series>,
    },
    /// A measured quantity.
    Measure {
        /// The unit that it is compared in.
        unit: String,
        /// Whether later figures replace earlier ones.
        series: Option<Series>,
    },
    /// A date.
    Date,
    /// Somebody or something, by name.
    Entity {
        /// The office whose holder is asked for.
        office: Option<EntityIx>,
    },
    /// A list.
    Set,
    /// What a text holds, as a curated label.
    Position {
        /// The labels to choose from.
        positions: Vec<Position>,
        /// True where two of them cannot both be held.
        exclusive: bool,
    },
    /// Words, shown side by side.
    Text,
    /// Yes or no.
    YesNo,
}

impl FactKind {
    /// The word for it in fact sheets and in data files.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Count { .. } => "count",
            Self::Money { .. } => "money",
            Self::Percent { .. } => "percent",
            Self::Measure { .. } => "measure",
            Self::Date => "date",
            Self::Entity { .. } => "entity",
            Self::Set => "set",
            Self::Position { .. } => "position",
            Self::Text => "text",
            Self::YesNo => "yes-no",
        }
    }

    /// Whether its answers are figures.
    pub fn is_figure(&self) -> bool {
        match self {
            Self::Count { .. } | Self::Money { .. } | Self::Percent { .. } | Self::Measure { .. } => true,
            Self::Date
            | Self::Entity { .. }
            | Self::Set
            | Self::Position { .. }
            | Self::Text
            | Self::YesNo => false,
        }
    }

    /// What its figures count, are per, or are a share of.
    pub fn unit(&self) -> Option<&str> {
        match self {
            Self::Count { unit, .. } | Self::Measure { unit, .. } => Some(unit),
            Self::Money { unit, .. } | Self::Percent { unit, .. } => unit.as_deref(),
            Self::Date
            | Self::Entity { .. }
            | Self::Set
            | Self::Position { .. }
            | Self::Text
            | Self::YesNo => None,
        }
    }

    /// Whether later figures replace earlier ones, where that is said.
    pub fn series(&self) -> Option<Series> {
        match self {
            Self::Count { series, .. }
            | Self::Money { series, .. }
            | Self::Percent { series, .. }
            | Self::Measure { series, .. } => *series,
            Self::Date
            | Self::Entity { .. }
            | Self::Set
            | Self::Position { .. }
            | Self::Text
            | Self::YesNo => None,
        }
    }

    /// The office whose holder is asked for.
    pub fn office(&self) -> Option<EntityIx> {
        if let Self::Entity { office } = self { *office } else { None }
    }

    /// The labels to choose from; none unless it asks for a position.
    pub fn positions(&self) -> &[Position] {
        if let Self::Position { positions, .. } = self { positions } else { &[] }
    }

    /// Whether two positions cannot both be held; `None` unless it asks for one.
    pub fn exclusive(&self) -> Option<bool> {
        if let Self::Position { exclusive, .. } = self { Some(*exclusive) } else { None }
    }
}

/// A label that a text can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Key used in `value`.
    pub id: Id,
    /// What readers see.
    pub label: String,
}

/// Whether figures add up over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// A running total: a later, higher figure is an update.
    Cumulative,
    /// Each figure stands for its own occasion.
    New,
}

/// How a fact is broken down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The dimension, such as `nationality`.
    pub dimension: String,
    /// The fact that the parts add up to.
    pub total: Option<FactIx>,
}

/// What the curator wants of a fact's chart.
#[derive(Clone, Debug, Default)]
pub struct ChartWish {
    /// Which chart.
    pub choice: ChartChoice,
    /// Where that is written.
    pub span: Option<Span>,
    /// A title in place of the generated one.
    pub title: Option<ChartTitle>,
}

/// A chart's title in the author's words.
#[derive(Clone, Debug)]
pub struct ChartTitle {
    /// The words.
    pub words: String,
    /// Those of them that are set aside with a reason.
    pub set_aside: Vec<String>,
    /// Where they are written.
    pub span: Span,
}

/// Which chart a fact gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartChoice {
    /// Chosen from the fact's kind and claims.
    #[default]
    Auto,
    /// No chart.
    None,
    /// Range of reports.
    Ranges,
    /// Parts side by side.
    Breakdown,
    /// Dates on a calendar axis.
    Dates,
    /// Claims over reporting time.
    Series,
}
