//! Words that stand in a new file until its author writes their own; entry point [`PLACEHOLDERS`].

/// In place of an article's text.
pub const ARTICLE_PLACEHOLDER: &str = "Put the text of the article here.";
/// In place of a digest.
pub const DIGEST_PLACEHOLDER: &str =
    "Put a few sentences of your own here: what the text of the capture says.";
/// In place of the summary of an event.
pub const SUMMARY_PLACEHOLDER: &str = "Put here what happened, in a sentence or two.";
/// In place of the name of a place.
pub const PLACE_PLACEHOLDER: &str = "the place as the source spells it";
/// In place of somebody's name.
pub const NAME_PLACEHOLDER: &str = "the name as the source spells it";

/// All of them: none is ever published.
pub const PLACEHOLDERS: [&str; 5] =
    [ARTICLE_PLACEHOLDER, DIGEST_PLACEHOLDER, SUMMARY_PLACEHOLDER, PLACE_PLACEHOLDER, NAME_PLACEHOLDER];
