//! The permanent words of data files for what the model holds as variants.
//!
//! Where authors write such a word themselves, the data say it in the same word.

use crate::model::{
    ArticleKind, Change, DateShape, EntityKind, Hedge, QuoteState, RulingStatus, Series, TextMode, Wording,
};

/// Every hedge.
pub const HEDGES: [Hedge; 9] = [
    Hedge::Exact,
    Hedge::About,
    Hedge::MoreThan,
    Hedge::AtLeast,
    Hedge::Nearly,
    Hedge::UpTo,
    Hedge::FewerThan,
    Hedge::Range,
    Hedge::Vague,
];

/// Every shape of a date.
pub const SHAPES: [DateShape; 4] =
    [DateShape::Single, DateShape::Interval, DateShape::AllOf, DateShape::OneOf];

/// Every word of [`crate::model::FactKind::as_str`].
pub const FACT_KINDS: [&str; 10] =
    ["count", "money", "percent", "measure", "date", "entity", "set", "position", "text", "yes-no"];

/// Every word of [`article_kind`].
pub const ARTICLE_KINDS: [&str; 4] = ["report", "statement", "analysis", "social-post"];

/// Every word of [`entity_kind`].
pub const ENTITY_KINDS: [&str; 6] = ["person", "organisation", "place", "group", "office", "outlet"];

/// Every word of [`wording`].
pub const WORDINGS: [&str; 4] = ["announced", "published", "reported", "corrected"];

/// Every word of [`quote_state`].
pub const QUOTE_STATES: [&str; 3] = ["body", "capture", "no"];

/// Which way a change goes.
pub fn change(change: Change) -> &'static str {
    match change {
        Change::Rise => "rise",
        Change::Fall => "fall",
    }
}

/// How a source qualifies a figure.
pub fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact => "exact",
        Hedge::About => "about",
        Hedge::MoreThan => "more-than",
        Hedge::AtLeast => "at-least",
        Hedge::Nearly => "nearly",
        Hedge::UpTo => "up-to",
        Hedge::FewerThan => "fewer-than",
        Hedge::Range => "range",
        Hedge::Vague => "vague",
    }
}

/// How the parts of a date belong together.
pub fn shape(shape: DateShape) -> &'static str {
    match shape {
        DateShape::Single => "single",
        DateShape::Interval => "interval",
        DateShape::AllOf => "all-of",
        DateShape::OneOf => "one-of",
    }
}

/// What kind of text an article is.
pub fn article_kind(kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::Report => "report",
        ArticleKind::Statement => "statement",
        ArticleKind::Analysis => "analysis",
        ArticleKind::SocialPost => "social-post",
    }
}

/// What an entity is.
pub fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Office => "office",
        EntityKind::Outlet => "outlet",
    }
}

/// What the body of an article is.
pub fn text_mode(mode: TextMode) -> &'static str {
    match mode {
        TextMode::Full => "full",
        TextMode::Digest => "digest",
    }
}

/// Whether figures add up over time.
pub fn series(series: Series) -> &'static str {
    match series {
        Series::Cumulative => "cumulative",
        Series::New => "new",
    }
}

/// How a source words an answer.
pub fn wording(wording: Wording) -> &'static str {
    match wording {
        Wording::Announced => "announced",
        Wording::Published => "published",
        Wording::Reported => "reported",
        Wording::Corrected => "corrected",
    }
}

/// Where a quote was found: in the article's published body, in its capture, or not.
pub fn quote_state(state: QuoteState) -> &'static str {
    match state {
        QuoteState::InBody(_) => "body",
        QuoteState::Locked(_) => "capture",
        QuoteState::Unverified => "no",
    }
}

/// Where a matter stands for the curator.
pub fn status(status: RulingStatus) -> &'static str {
    match status {
        RulingStatus::Open => "open",
        RulingStatus::Explained => "explained",
        RulingStatus::Settled => "settled",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::Choice;

    fn check<T: Choice>(word: impl Fn(T) -> &'static str) {
        for (written, value, _) in T::WORDS {
            assert_eq!(word(*value), *written);
        }
    }

    #[test]
    fn data_say_a_thing_in_the_word_that_authors_write() {
        check(article_kind);
        check(entity_kind);
        check(text_mode);
        check(series);
        check(wording);
        check(status);
    }
}
