//! Whether a source speaks of members that it does not name; entry point [`tells_of_others`].

use super::quotes::lexicon;
use crate::language::reading;
use crate::model::{Claim, Corpus};
use crate::text::is_unspaced;
use crate::value::lexicon::Data;

/// Whether the quote of a claim, or the note on it, speaks of others.
pub fn tells_of_others(corpus: &Corpus, claim: &Claim) -> bool {
    let own = &reading::lexicon(&corpus.settings.language, claim.note.as_deref().unwrap_or_default()).data;
    speaks(&claim.quote.exact, &lexicon(corpus, claim).data)
        || claim.note.as_deref().is_some_and(|note| speaks(note, own))
}

fn speaks(text: &str, words: &Data) -> bool {
    let text = text.to_lowercase();
    let has_word = |wanted: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
    words.others.iter().any(|other| {
        if other.starts_with(is_unspaced) { text.contains(other.as_str()) } else { has_word(other) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, text: &str, expected: bool) {
        assert_eq!(speaks(text, &reading::lexicon(tag, text).data), expected, "{tag}: {text}");
    }

    #[test]
    fn members_that_are_not_named_are_spoken_of_in_the_language_of_the_quote() {
        check("en", "40 Swedes, 25 Danes and others", true);
        check("en", "40 Swedes and 25 Danes", false);
        check("en", "40 Swedes and their mothers", false);
        check("fr", "40 Suédois et d’autres", true);
        check("de", "40 Schweden und weitere", true);
        check("zh", "40名瑞典人和其他人", true);
        check("zh", "40名瑞典人和25名丹麦人", false);
    }
}
