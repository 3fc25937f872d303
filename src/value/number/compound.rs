//! Numbers that are one word of several: `zweihundertfünfzig`, `duemilacinquecento`; starts at [`read`].

use super::super::lexicon::Lexicon;
use super::super::scan::{Cursor, Placed, Token};

/// The number that the word here is composed of, and the place behind it; none where any part of the word is
/// no number.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(u64, Cursor<'_>)> {
    let lexicon = cursor.lexicon();
    if lexicon.data.compounds.is_empty() {
        return None;
    }
    let (Placed { token: Token::Word(word), .. }, rest) = cursor.next()? else { return None };
    let word = word.to_lowercase();
    let is_compound = lexicon.data.compounds.iter().any(|(glue, _)| word.contains(glue.as_str()));
    let value = if is_compound { thousands(&word, lexicon)? } else { return None };
    Some((value, rest))
}

/// A number below a million.
fn thousands(word: &str, lexicon: &Lexicon) -> Option<u64> {
    match split(word, 1000, lexicon) {
        Some(("", below)) => Some(1000 + or_nothing(below, |below| hundreds(below, lexicon))?),
        Some((above, below)) => {
            let count = hundreds(above, lexicon).filter(|count| (1..1000).contains(count))?;
            Some(count * 1000 + or_nothing(below, |below| hundreds(below, lexicon))?)
        }
        None => hundreds(word, lexicon),
    }
}

/// A number below two thousand: Dutch counts `vijftienhonderd`.
fn hundreds(word: &str, lexicon: &Lexicon) -> Option<u64> {
    let word = without_joiner(word, lexicon);
    match split(word, 100, lexicon) {
        Some((count, below)) => {
            let count =
                if count.is_empty() { 1 } else { numeral(count, lexicon).filter(|count| *count < 20)? };
            let below = or_nothing(below, |below| numeral(without_joiner(below, lexicon), lexicon))?;
            Some(count * 100 + below)
        }
        None => numeral(word, lexicon),
    }
}

/// What stands before the last word for a factor and behind it.
fn split<'w>(word: &'w str, factor: u64, lexicon: &Lexicon) -> Option<(&'w str, &'w str)> {
    let glues = lexicon.data.compounds.iter().filter(|(_, value)| *value == factor);
    glues.filter_map(|(glue, _)| word.rsplit_once(glue.as_str())).min_by_key(|(_, below)| below.len())
}

fn or_nothing(word: &str, read: impl Fn(&str) -> Option<u64>) -> Option<u64> {
    if word.is_empty() { Some(0) } else { read(word) }
}

fn without_joiner<'w>(word: &'w str, lexicon: &Lexicon) -> &'w str {
    let joiners = &lexicon.data.numeral_joiners;
    joiners.iter().find_map(|joiner| word.strip_prefix(joiner.as_str())).unwrap_or(word)
}

/// A number below a hundred that the language lists.
fn numeral(word: &str, lexicon: &Lexicon) -> Option<u64> {
    let listed = lexicon.data.numerals.iter().find(|(known, _)| known == word)?;
    Some(listed.1).filter(|value| (1..100).contains(value))
}

#[cfg(test)]
mod tests {
    use crate::language::reading;
    use crate::value::scan::Cursor;

    fn value(tag: &str, word: &str) -> Option<u64> {
        super::read(Cursor::read_by(word, reading::lexicon(tag, word))).map(|(value, _)| value)
    }

    #[test]
    fn numbers_of_one_word_are_read_whole_or_not_at_all() {
        assert_eq!(value("de", "Zweihundertfünfzig"), Some(250));
        assert_eq!(value("de", "dreitausendvierhundertsechsundfünfzig"), Some(3456));
        assert_eq!(value("de", "hundertundeins"), Some(101));
        assert_eq!(value("nl", "vijftienhonderdtwintig"), Some(1520));
        assert_eq!(value("it", "duemilacinquecentotrenta"), Some(2530));
        for word in ["Jahrtausend", "Hundertschaft", "zweihundertste", "tausendfach", "zwanzighundert"] {
            assert_eq!(value("de", word), None, "{word}");
        }
    }
}
