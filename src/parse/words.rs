//! The closed lists of words that fields take, once.

use crate::model::{
    ArticleKind, ChartChoice, Class, EntityKind, Export, FigureUse, Overrides, RulingStatus, Series,
    TextMode, Wording,
};
use crate::text::Rung;
use crate::value::in_quote::FigureKind;
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
    /// A measured quantity.
    Measure,
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
    "count" => Self::Count, "A number of people or things.";
    "money" => Self::Money, "An amount of money.";
    "percent" => Self::Percent, "A share in per cent.";
    "measure" => Self::Measure, "A measured quantity, such as a length or a temperature.";
    "date" => Self::Date, "A day, a period or several days.";
    "entity" => Self::Entity, "Somebody or something, by name.";
    "set" => Self::Set, "A list.";
    "position" => Self::Position, "What a text holds, by one of the labels in `positions`.";
    "text" => Self::Text, "Words, shown side by side and not compared.";
    "yes-no" => Self::YesNo, "Yes or no.";
} }

choice! { Overrides {
    "templates" => Self::Templates, "The project's templates lie over the theme's.";
    "none" => Self::None, "The project's templates are left aside.";
} }

choice! { Export {
    "annotations" => Self::Annotations, "Each claim on the words it rests on, as W3C Web Annotations.";
    "bibtex" => Self::Bibtex, "The sources as BibTeX.";
    "csvw" => Self::Csvw, "A description of each table, after CSV on the Web.";
    "followthemoney" => Self::Followthemoney, "Who says what, as FollowTheMoney statements.";
} }

choice! { ArticleKind {
    "report" => Self::Report, "News of what happened.";
    "statement" => Self::Statement, "Words of somebody who takes part in it.";
    "analysis" => Self::Analysis, "What somebody makes of it.";
    "social-post" => Self::SocialPost, "A post on a social network.";
} }

choice! { TextMode {
    "full" => Self::Full, "The body is the source's own text; quotes are verified in it.";
    "digest" => Self::Digest, "The body is the editors' summary; quotes are verified in the capture.";
} }

choice! { EntityKind {
    "person" => Self::Person, "A human being.";
    "organisation" => Self::Organisation, "A body that acts: a ministry, a firm, a police force.";
    "place" => Self::Place, "Somewhere on the map.";
    "group" => Self::Group, "People counted together, such as a nationality.";
    "office" => Self::Office, "A post that people hold.";
    "outlet" => Self::Outlet, "Who publishes articles.";
} }

choice! { Series {
    "cumulative" => Self::Cumulative, "Each figure counts from the beginning, so that a later one replaces it.";
    "new" => Self::New, "Each figure counts its own period alone.";
} }

choice! { ChartChoice {
    "none" => Self::None, "No chart.";
    "ranges" => Self::Ranges, "What each source says, in a row.";
    "breakdown" => Self::Breakdown, "The parts by source.";
    "dates" => Self::Dates, "The days by source.";
    "series" => Self::Series, "How the figure moved, by the day it holds for.";
} }

choice! { Wording {
    "announced" => Self::Announced, "The source says when it was announced.";
    "published" => Self::Published, "The source says when it was published.";
    "reported" => Self::Reported, "The source says when it was reported.";
    "corrected" => Self::Corrected, "The source corrects what it said before.";
} }

choice! { RulingStatus {
    "open" => Self::Open, "Nobody can tell yet.";
    "explained" => Self::Explained, "It is known why the sources differ.";
    "settled" => Self::Settled, "It is known which of them is right.";
} }

choice! { Class {
    "contradict" => Self::Contradict, "The answers cannot both be right.";
    "variant" => Self::Variant, "One thing under two names.";
    "update" => Self::Update, "A later figure of a growing count.";
    "scope" => Self::Scope, "The answers are about different things.";
    "compatible" => Self::Compatible, "The answers can both be right.";
    "agree" => Self::Agree, "The answers are the same.";
    "gap" => Self::Gap, "A source listed for the event does not answer.";
} }

choice! { Rung {
    "exact" => Self::Exact, "Word for word.";
    "folded" => Self::Folded, "After folding spaces, quotation marks and dashes.";
    "case-folded" => Self::CaseFolded, "After folding upper and lower case as well.";
} }

choice! { FigureKind {
    "number" => Self::Number, "A number of people or things.";
    "date" => Self::Date, "A day or a period.";
    "money" => Self::Money, "An amount of money.";
    "percent" => Self::Percent, "A share.";
} }

choice! { FigureUse {
    "claimed" => Self::Claimed, "It stands in a quote.";
    "set-aside" => Self::SetAside, "The article says why it is not recorded.";
    "open" => Self::Open, "Neither.";
} }
