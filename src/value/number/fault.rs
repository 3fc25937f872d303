//! What is said of words that are no number: each fault names the words and what would be read.

use super::super::ValueFault;
use super::super::beside::Why;
use super::super::lexicon::Lexicon;
use super::super::scan::{Cursor, Placed, Token, is_dash};
use super::figure::Figure;
use super::{amount, magnitude, spelled, words};
use crate::model::Hedge;

/// What an author can write, for the help of a fault.
const FORMS: &str =
    "write a figure with or without a hedge, such as `1,208`, `over 1,000`, `about 40`, `10-12` or `dozens`";

/// There are no words.
pub(super) fn empty(words: &str) -> ValueFault {
    ValueFault::new(0..words.len(), "no number is given").help(FORMS)
}

/// Nothing at the start of the words is a figure.
pub(super) fn unreadable(words: &str, lexicon: &'static Lexicon) -> ValueFault {
    let trimmed = words.trim();
    let start = words.len() - words.trim_start().len();
    let range = start..start + trimmed.len();
    let message = format!("`{trimmed}` is not a number that can be read");
    let marks = ['“', '”', '„', '‘', '’', '«', '»'];
    let bare = trimmed.trim_matches(marks);
    // A mark at one end alone is left where a comma cut the value.
    if trimmed.starts_with(marks) && trimmed.ends_with(marks) && !bare.is_empty() {
        return ValueFault::new(range, message)
            .help(format!("write `{bare}`; only straight quotation marks are no part of a value"));
    }
    if let Some(number) = approximate(trimmed, lexicon) {
        return ValueFault::new(range, message).help(format!("write `about {number}`"));
    }
    if let Some((_, rest)) = Cursor::read_by(trimmed, lexicon).next()
        && amount::is_ordinal(rest)
    {
        return ValueFault::new(range, format!("`{trimmed}` is a place in an order, not a number of things"))
            .help("a date stands in a fact of kind `date`");
    }
    if ["no", "none", "nobody", "nil"].iter().any(|word| trimmed.eq_ignore_ascii_case(word)) {
        return ValueFault::new(range, format!("`{trimmed}` states no figure")).help("write `0`");
    }
    if states_no_figure(trimmed) {
        return ValueFault::new(range, format!("`{trimmed}` states no figure"))
            .help("leave the claim out, or record the words in a fact of kind `text`");
    }
    if trimmed.starts_with("between") || trimmed.starts_with("from") {
        return ValueFault::new(range, format!("`{trimmed}` names one end of a range only"))
            .help("write both ends, as in `between 10 and 12`");
    }
    ValueFault::new(range, message).help(FORMS)
}

/// `fifteenish`, `15ish`: the figure in front of the ending.
fn approximate<'w>(words: &'w str, lexicon: &'static Lexicon) -> Option<&'w str> {
    let stem = words.strip_suffix("ish")?.trim_end_matches('-');
    spelled::read(Cursor::read_by(stem, lexicon)).filter(|(_, rest)| rest.is_done()).map(|_| stem)
}

fn states_no_figure(words: &str) -> bool {
    ["many", "numerous", "countless", "multiple", "various", "some", "most", "few", "unknown", "no", "yes"]
        .iter()
        .any(|word| Cursor::new(words).word(word).is_some())
}

/// A hedge on a range, which is a hedge by itself.
pub(super) fn hedged_range(words: &str, hedge: Hedge, figure: &Figure) -> ValueFault {
    let trimmed = words.trim();
    let start = words.len() - words.trim_start().len();
    let end = match hedge {
        Hedge::UpTo | Hedge::FewerThan | Hedge::Nearly => figure.high,
        Hedge::Exact | Hedge::About | Hedge::MoreThan | Hedge::AtLeast | Hedge::Range | Hedge::Vague => {
            figure.low
        }
    };
    let (hedge, end) = (words::hedge(hedge), words::group_digits(end));
    ValueFault::new(
        start..start + trimmed.len(),
        format!("`{trimmed}` hedges a range, which is a hedge by itself"),
    )
    .help(format!("write the range alone, or one end of it, as in `{hedge}{end}`"))
}

/// Words around the figure that leave it unread.
pub(super) fn unread(words: &str, why: Why) -> ValueFault {
    let range = why.range();
    let reason = why.reason(&words[range.clone()]);
    ValueFault::new(range, reason).help(FORMS)
}

/// A figure and a hedge that leave nothing: less than nothing, but not quite.
pub(super) fn impossible(text: &str, figure: &Figure) -> ValueFault {
    let words = text.trim_end();
    ValueFault::new(figure.start..words.len(), format!("`{}` allows no number", &words[figure.start..]))
        .help("write `0`, or the words that the source hedges")
}

/// A range whose second figure is the smaller one.
pub(super) fn downwards(text: &str, figure: &Figure) -> ValueFault {
    let (low, high) = (words::group_digits(figure.high), words::group_digits(figure.low));
    ValueFault::new(
        figure.start..text.trim_end().len(),
        format!("the range runs downwards, from {high} to {low}"),
    )
    .help(format!("write `{low}-{high}`"))
}

/// Something behind a figure that is neither its unit nor nothing.
pub(super) fn after_figure(behind: Cursor<'_>, placed: &Placed<'_>) -> ValueFault {
    let figure = behind.text()[..behind.offset()].trim();
    let range = placed.start..behind.text().trim_end().len();
    match placed.token {
        Token::Symbol(c) if is_dash(c) && behind.text()[placed.end..].trim().is_empty() => {
            ValueFault::new(placed.start..placed.end, format!("the range after `{figure}` has no end"))
                .help(format!("write `{figure}`, or both ends, as in `10-12`"))
        }
        Token::Digits(text) => {
            ValueFault::new(range, format!("a second number, `{text}`, follows `{figure}`"))
                .help("a claim records one figure; make another claim of the other")
        }
        Token::Word(word) if magnitude::is_doubtful(behind) => ValueFault::new(
            range,
            format!("`{word}` behind `{figure}` may multiply it or name what is counted"),
        )
        .help(format!("write the magnitude in full, as in `{figure} million`")),
        Token::Symbol(_) | Token::Word(_) => {
            let rest = &behind.text()[range.clone()];
            // What a spreadsheet makes of a large figure: `1.2E+03`.
            if rest
                .strip_prefix(['+', '-', '−'])
                .is_some_and(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
            {
                return ValueFault::new(range.clone(), format!("`{rest}` behind `{figure}` is not read"))
                    .help("write the figure in full, without an exponent, as in `1,208`");
            }
            ValueFault::new(range, format!("`{rest}` behind `{figure}` is not read"))
                .help(format!("write `{figure}` alone, or with what is counted, as in `{figure} people`"))
        }
    }
}
