//! What stands right beside a figure and leaves it unread: more of a longer figure ([`fragment_before`],
//! [`fragment_behind`]), or a word of another language ([`unread_before`], [`unread_behind`]).

use super::Why;
use crate::value::lexicon::{Lexicon, Side};
use crate::value::scan::{digit, is_dash, is_letter};

/// A figure that a stroke or digits before it make part of a longer one.
pub(super) fn fragment_before(text: &str, figure: usize) -> Option<Why> {
    let mut head = text[..figure].chars().rev();
    let last = head.next()?;
    let is_part = match last {
        // `2、3人` is two or three.
        '/' | '.' | ',' | '、' => head.next().is_some_and(|c| digit(c).is_some() || is_han_numeral(c)),
        // `两三百` is two or three hundred.
        c => is_han_numeral(c) && text[figure..].starts_with(is_han_numeral),
    };
    is_part.then(|| Why::Fragment(figure - last.len_utf8(), figure))
}

/// The digits of Chinese and Japanese.
fn is_han_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '两' | '兩' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// A figure that a stroke behind it makes part of a longer one, or digits behind a magnitude.
pub(super) fn fragment_behind(text: &str, figure: usize) -> Option<Why> {
    let mut tail = text[figure..].chars();
    let first = tail.next()?;
    let is_part = match first {
        '/' | '.' | ',' | ':' | '、' => tail.next().is_some_and(|c| digit(c).is_some()),
        c => digit(c).is_some(),
    };
    let len = |from: usize| text[from..].find(|c| digit(c).is_none()).unwrap_or(text.len() - from);
    is_part.then(|| Why::Fragment(figure, figure + first.len_utf8() + len(figure + first.len_utf8())))
}

/// The word directly before the figure, where it is none of the language and could change the figure.
///
/// What the language itself reads up to the figure begins at `read`.
pub(super) fn unread_before(
    text: &str,
    (from, at): (usize, usize),
    read: usize,
    lexicon: &'static Lexicon,
) -> Option<Why> {
    let head = &text[from..at];
    let start_of = |head: &str| head.trim_end_matches(is_letter).len();
    if lexicon.is_strict && read == at {
        let head = head.trim_end_matches(is_dash);
        return head.ends_with(is_letter).then(|| Why::Unknown(from + start_of(head), at));
    }
    if !head.ends_with(is_letter) {
        return None;
    }
    let mut start = from + start_of(head);
    if read == at && lexicon.is_alien(&text[start..at]) {
        return Some(Why::Foreign(start, at));
    }
    for _ in 0..4 {
        if start < read && lexicon.foreign(text, start, Side::Before) == Some(at) {
            return Some(Why::Foreign(start, at));
        }
        let head = text[from..start].trim_end_matches(|c| !is_letter(c));
        if head.is_empty() {
            return None;
        }
        start = from + start_of(head);
    }
    None
}

/// The word directly behind the figure, where it is none of the language and could change the figure.
pub(super) fn unread_behind(text: &str, at: usize, lexicon: &'static Lexicon) -> Option<Why> {
    let dash =
        text[at..].chars().next().filter(|c| is_dash(*c) && lexicon.is_strict).map_or(0, char::len_utf8);
    let len = word_len(&text[at + dash..]);
    if len == 0 {
        return None;
    }
    if lexicon.is_strict {
        return Some(Why::Unknown(at, at + dash + len));
    }
    if lexicon.is_alien(&text[at..at + len]) {
        return Some(Why::Foreign(at, at + len));
    }
    let knows = lexicon.longest(text, at, |_| Some(())).is_some();
    let end = lexicon.foreign(text, at, Side::Behind).filter(|_| !knows)?;
    Some(Why::Foreign(at, end))
}

/// Bytes of the word that begins a text.
pub(super) fn word_len(text: &str) -> usize {
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    text.find(|c| !is_letter(c)).unwrap_or(text.len())
}
