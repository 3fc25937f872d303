//! Letters of other scripts in Latin ones: [`of`], [`romanised`] and [`skeleton`].
//!
//! Cyrillic and Greek letters stand for sounds one by one, so a romanised name is compared like any
//! other. Arabic, Chinese, Khmer and the rest leave vowels or readings open: there the consonants
//! can show that two names are one, and never that they are two.

use crate::model::Script;

/// Which letters most of a name is written in.
pub(super) fn of(name: &str) -> Script {
    let mut found = Script::Latin;
    for c in name.chars().filter(|c| c.is_alphabetic()) {
        match c {
            '\u{0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}' => {}
            '\u{370}'..='\u{52f}' => found = Script::Alphabet,
            _ => return Script::Other(block(c)),
        }
    }
    found
}

/// The first character of the script's block, so that two names in one script are known to be.
fn block(c: char) -> char {
    match c {
        '\u{590}'..='\u{5ff}' => '\u{590}',
        '\u{600}'..='\u{77f}' => '\u{600}',
        '\u{900}'..='\u{97f}' => '\u{900}',
        '\u{e00}'..='\u{e7f}' => '\u{e00}',
        '\u{1780}'..='\u{17ff}' => '\u{1780}',
        '\u{3040}'..='\u{30ff}' => '\u{3040}',
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2ffff}' => '\u{4e00}',
        '\u{ac00}'..='\u{d7af}' => '\u{ac00}',
        other => char::from_u32(other as u32 & !0x7f).unwrap_or(other),
    }
}

/// A word in Latin letters, in lower case.
pub(super) fn romanised(word: &str) -> String {
    let letters = any_ascii::any_ascii(word);
    letters.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The consonants of a word in Latin letters, those together that scripts and systems of
/// romanisation do not keep apart.
pub(super) fn skeleton(word: &str) -> String {
    let mut skeleton = String::new();
    let mut before = ' ';
    for c in word.chars() {
        let class = match c {
            'b' | 'p' => 'b',
            'f' | 'v' => 'f',
            'c' | 'g' | 'k' | 'q' | 'x' => 'k',
            's' | 'z' => 's',
            'd' | 't' => 'd',
            'j' => 'j',
            'l' | 'r' => 'l',
            'm' | 'n' => c,
            '0'..='9' => c,
            _ => ' ',
        };
        if class != ' ' && class != before {
            skeleton.push(class);
        }
        before = class;
    }
    skeleton
}
