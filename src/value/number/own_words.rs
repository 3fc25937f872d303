//! Figures in the article's own words or in the edition's: [`read_in_either`].

use super::super::ValueFault;
use super::super::lexicon::Lexicon;
use super::read;
use crate::model::Number;

/// Reads a figure that may be in either of two languages; `edition` is the one that units are told in.
///
/// Where both can be read and differ, the reading that leaves less unread is right: `3 Millionen` is three
/// of something in English, and three million in German. Where that does not tell, English is right, in which pages
/// and units are written: `2 billion`.
pub fn read_in_either(
    words: &str,
    own: &'static Lexicon,
    edition: &'static Lexicon,
) -> Result<Number, ValueFault> {
    if own.tag == edition.tag {
        return read(words, own);
    }
    match (read(words, own), read(words, edition)) {
        (Err(_), edition) => edition,
        // What is counted is told in the words of the article, which no fact's unit is.
        (Ok(own), Err(_)) => Ok(Number { unit: None, ..own }),
        (Ok(own), Ok(edition)) => Ok(better(own, edition)),
    }
}

/// Of two readings of the same words the one that leaves less unread.
pub(super) fn better(own: Number, edition: Number) -> Number {
    let length = |number: &Number| number.unit.as_ref().map_or(0, String::len);
    let number = if !is_same(&own, &edition) && length(&own) < length(&edition) { own } else { edition };
    Number { unit: None, ..number }
}

fn is_same(a: &Number, b: &Number) -> bool {
    let key = |number: &Number| (number.hedge, number.low, number.high, number.percent, number.change);
    key(a) == key(b) && a.currency == b.currency
}
