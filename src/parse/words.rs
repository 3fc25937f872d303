//! The closed lists of words that fields take, once.

use crate::model::{
    ArticleKind, ChartChoice, Class, EntityKind, Overrides, RulingStatus, Series, TextMode, Wording,
};
use crate::yaml::choice;

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
