//! Faults as they are shown, whatever stands in them: [`visible`], [`brief`] and [`first_of_each_kind`].

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Level};
use crate::source::Sources;

/// A text with every character written out that a terminal would obey or that would hide it.
///
/// ```
/// assert_eq!(variorum::diag::visible("a\u{1b}[31m\nb"), "a\\u{1b}[31m\\nb");
/// ```
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            c if c.is_control() || is_unseen(c) => shown.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c => shown.push(c),
        }
    }
    shown
}

/// Marks that turn the direction of a line or break it.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What is left of a value in a message.
const VALUE_CHARS: usize = 160;
/// What is left of a message.
const MESSAGE_CHARS: usize = 1200;

/// A message with long values in it cut in their middle.
pub fn brief(message: &str) -> String {
    if message.len() <= VALUE_CHARS {
        return message.to_owned();
    }
    let parts: Vec<String> = message
        .split('`')
        .enumerate()
        .map(|(i, part)| if i % 2 == 1 { cut(part, VALUE_CHARS) } else { part.to_owned() })
        .collect();
    cut(&parts.join("`"), MESSAGE_CHARS)
}

/// A text without its middle, where it is longer than this many characters.
fn cut(text: &str, chars_max: usize) -> String {
    let n_chars = text.chars().count();
    if n_chars <= chars_max {
        return text.to_owned();
    }
    let (head, tail) = (chars_max * 3 / 4, chars_max / 4);
    let start: String = text.chars().take(head).collect();
    let end: String = text.chars().skip(n_chars - tail).collect();
    format!("{start} … {end}")
}

/// How many faults of a kind are shown.
pub const SHOWN_OF_A_KIND: usize = 50;

/// The first faults of each code and level, and one line for the rest of them.
pub fn first_of_each_kind(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<(Level, Code), usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for fault in diagnostics {
        let count = counts.entry((fault.level, fault.code)).or_default();
        *count += 1;
        if *count <= SHOWN_OF_A_KIND {
            shown.push(fault);
        }
    }
    for ((level, code), count) in counts {
        let Some(more) = count.checked_sub(SHOWN_OF_A_KIND).filter(|more| *more > 0) else { continue };
        let message = format!("{more} more of this kind are not shown");
        let help = "mend those that are shown, and run again";
        shown.push(Diagnostic::without_place(code, level, message).help(help));
    }
    shown
}

/// How many warnings of a code are shown one by one.
pub const WARNINGS_OF_A_KIND: usize = 10;
/// How many of more than that are named.
const EXAMPLES: usize = 3;

/// Many warnings of one code as one line with their number and the first of them; errors, and few warnings, as they are.
pub fn in_short(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    let is_warning = |fault: &Diagnostic| fault.level == Level::Warning;
    for fault in diagnostics.iter().filter(|fault| is_warning(fault)) {
        *counts.entry(fault.code).or_default() += 1;
    }
    counts.retain(|_, count| *count > WARNINGS_OF_A_KIND);
    let many = |code: Code, count: usize| {
        let of_code = diagnostics.iter().filter(|fault| is_warning(fault) && fault.code == code);
        let examples: Vec<String> = of_code.take(EXAMPLES).map(|fault| example(fault, sources)).collect();
        let message = format!("{count} warnings of this code, for example {}", examples.join("; "));
        let help = format!(
            "`variorum explain {code}` says what to do, `--format json` lists them all, and `accept: [{{code: {code}, reason: …}}]` in \
             variorum.yaml accepts them"
        );
        Diagnostic::without_place(code, Level::Warning, message).help(help)
    };
    let joined: Vec<Diagnostic> = counts.iter().map(|(code, count)| many(*code, *count)).collect();
    let few = diagnostics.into_iter().filter(|fault| !is_warning(fault) || !counts.contains_key(&fault.code));
    few.chain(joined).collect()
}

/// A warning with its place in a few words.
fn example(fault: &Diagnostic, sources: &Sources) -> String {
    let message = brief(&fault.message);
    let Some(span) = fault.span else { return message };
    let place = sources.place(span);
    format!("{}:{}:{}: {message}", sources.file(span.file).path, place.line, place.column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_loses_its_middle() {
        let message = format!("there is no fact `{}z`", "a".repeat(10_000));
        let shown = brief(&message);
        assert!(shown.starts_with("there is no fact `aaa") && shown.ends_with("aaz`"), "{shown}");
        assert!(shown.chars().count() < 200);
        assert_eq!(brief("short `value`"), "short `value`");
        assert!(brief(&"a ".repeat(10_000)).chars().count() < MESSAGE_CHARS + 10);
    }

    #[test]
    fn what_turns_or_breaks_a_line_is_written_out() {
        assert_eq!(visible("a\u{202e}b\u{9b}c\r\n"), "a\\u{202e}b\\u{9b}c\\r\\n");
        assert_eq!(visible("ភ្នំពេញ é"), "ភ្នំពេញ é");
    }

    #[test]
    fn many_warnings_of_a_code_are_one_line() {
        let sources = Sources::default();
        let warning =
            |i: usize| Diagnostic::without_place(Code::NumberUnbound, Level::Warning, format!("`{i}`"));
        let error = Diagnostic::without_place(Code::ValueEmpty, Level::Error, "x");
        let few: Vec<Diagnostic> = (0..10).map(warning).chain([error.clone()]).collect();
        assert_eq!(in_short(few.clone(), &sources), few);
        let shown = in_short((0..500).map(warning).chain([error.clone()]).collect(), &sources);
        assert_eq!(shown.len(), 2);
        assert_eq!(shown[0], error);
        assert_eq!(shown[1].message, "500 warnings of this code, for example `0`; `1`; `2`");
    }

    #[test]
    fn the_rest_of_a_kind_is_counted() {
        let fault = |code| Diagnostic::without_place(code, Level::Error, "x");
        let many = (0..120).map(|_| fault(Code::FieldUnknown)).chain([fault(Code::ValueEmpty)]).collect();
        let shown = first_of_each_kind(many);
        assert_eq!(shown.len(), 52);
        assert_eq!(shown[51].message, "70 more of this kind are not shown");
        assert_eq!(shown[50].code, Code::ValueEmpty);
    }
}
