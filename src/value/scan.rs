//! Cuts text into words, runs of digits and symbols, without allocating; starts at [`Cursor::new`].
//!
//! A cursor is a copy of a place in a text, so that a reader tries one form and falls back to
//! another by keeping the old copy. A run of digits keeps its separators (`1,000`, `1 000`): what
//! they mean is decided where numerals are read.

use super::lexicon::{Lexicon, Role};

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    lexicon: &'static Lexicon,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Letters, with apostrophes between them.
    Word(&'a str),
    /// Digits of one or more scripts, with separators between them.
    Digits(&'a str),
    /// Any other character that is not white space.
    Symbol(char),
}

/// A token with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed<'a> {
    /// What it is.
    pub(super) token: Token<'a>,
    /// Its first byte in the text.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// No white space stands before it.
    pub(super) glued: bool,
}

impl<'a> Cursor<'a> {
    /// The start of a text whose words are read in no language.
    pub(super) fn new(text: &'a str) -> Self {
        Self::at(text, 0)
    }

    /// This byte of such a text; it must lie between two characters.
    pub(super) fn at(text: &'a str, at: usize) -> Self {
        Self { text, at, lexicon: Lexicon::unknown() }
    }

    /// The start of a text in the language of a lexicon.
    pub(super) fn read_by(text: &'a str, lexicon: &'static Lexicon) -> Self {
        Self { text, at: 0, lexicon }
    }

    /// Another byte of the same text.
    pub(super) fn to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The words of the text's language.
    pub(super) fn lexicon(self) -> &'static Lexicon {
        self.lexicon
    }

    /// The longest phrase of the language here that `choose` takes, and the place behind it.
    pub(super) fn role<R>(self, choose: impl Fn(Role) -> Option<R>) -> Option<(R, Self)> {
        let start = self.start();
        let (chosen, end) = self.lexicon.longest(self.text, start, choose)?;
        Some((chosen, self.to(end)))
    }

    /// The place behind a phrase of this role, if one stands here.
    pub(super) fn is(self, role: Role) -> Option<Self> {
        self.role(|found| (found == role).then_some(())).map(|(_, rest)| rest)
    }

    /// The byte it stands at.
    pub(super) fn offset(self) -> usize {
        self.at
    }

    /// The whole text.
    pub(super) fn text(self) -> &'a str {
        self.text
    }

    /// What is left of the text.
    pub(super) fn rest(self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next token and the place behind it.
    pub(super) fn next(self) -> Option<(Placed<'a>, Self)> {
        if let Some(plain) = self.plain() {
            return Some(plain);
        }
        let start = self.start();
        let body = &self.text[start..];
        let first = body.chars().next()?;
        let (token, len) = if digit(first).is_some() {
            let len = digits_len(body);
            (Token::Digits(&body[..len]), len)
        } else if is_letter(first) {
            let len = word_len(body);
            (Token::Word(&body[..len]), len)
        } else {
            (Token::Symbol(first), first.len_utf8())
        };
        let end = start + len;
        Some((Placed { token, start, end, glued: start == self.at }, self.to(end)))
    }

    /// The next token where ASCII alone tells it; nearly all tokens of a text in Latin letters are such.
    #[inline]
    fn plain(self) -> Option<(Placed<'a>, Self)> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        while bytes.get(start) == Some(&b' ') {
            start += 1;
        }
        let first = *bytes.get(start)?;
        let mut end = start + 1;
        let token = if first.is_ascii_alphabetic() {
            while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) {
                end += 1;
            }
            // An apostrophe or another letter may go on with the word.
            if bytes.get(end).is_some_and(|byte| *byte == b'\'' || !byte.is_ascii()) {
                return None;
            }
            Token::Word(&self.text[start..end])
        } else if first.is_ascii_punctuation() {
            Token::Symbol(first as char)
        } else if first.is_ascii_digit() {
            end = start + plain_digits_len(&bytes[start..])?;
            Token::Digits(&self.text[start..end])
        } else {
            return None;
        };
        Some((Placed { token, start, end, glued: start == self.at }, self.to(end)))
    }

    /// The first byte that is not blank.
    pub(super) fn start(self) -> usize {
        let rest = self.rest();
        match rest.bytes().position(|byte| byte != b' ') {
            // Nearly every text that is read is plain: the other blanks are looked for where they may be.
            Some(n_spaces) if rest.as_bytes()[n_spaces].is_ascii_graphic() => self.at + n_spaces,
            _ => self.text.len() - rest.trim_start_matches(is_blank).len(),
        }
    }

    /// The place behind the next token, if it is this word in any case.
    pub(super) fn word(self, word: &str) -> Option<Self> {
        let start = self.start();
        let body = &self.text[start..];
        // Readers ask for many words at one place, so the length is looked at last.
        let begins = body.get(..word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word));
        (begins && word_len(body) == word.len()).then(|| self.to(start + word.len()))
    }

    /// The place behind the next tokens, if they are these words in any case.
    pub(super) fn phrase(self, words: &[&str]) -> Option<Self> {
        words.iter().try_fold(self, |cursor, word| cursor.word(word))
    }

    /// The place behind the next token, if it is this symbol.
    pub(super) fn symbol(self, symbol: char) -> Option<Self> {
        match self.next()? {
            (Placed { token: Token::Symbol(found), .. }, rest) if found == symbol => Some(rest),
            _ => None,
        }
    }

    /// The place behind the next token, if it is a hyphen or a dash.
    pub(super) fn dash(self) -> Option<Self> {
        match self.next()? {
            (Placed { token: Token::Symbol(found), .. }, rest) if is_dash(found) => Some(rest),
            _ => None,
        }
    }

    /// Whether nothing but white space is left.
    pub(super) fn is_done(self) -> bool {
        self.next().is_none()
    }
}

/// Whether a character is a hyphen or a dash that can stand in a range.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// The value of a decimal digit in any script that the sources use.
#[inline]
pub(super) fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    if (c as u32) < ZEROS[0] {
        return None;
    }
    ZEROS.iter().find_map(|&zero| {
        let offset = (c as u32).checked_sub(zero)?;
        (offset < 10).then_some(offset as u8)
    })
}

/// The zeros of the decimal digits outside ASCII, the first one first.
const ZEROS: [u32; 20] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10, 0x19D0,
];

/// White space, and the marks that only influence layout.
#[inline]
pub(super) fn is_blank(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, ' ' | '\t'..='\r');
    }
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// A letter or a mark that belongs to one.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    // Tones, viramas and the like are no letters to Unicode.
    c.is_alphabetic()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}' | '\u{e47}'..='\u{e4e}'
            | '\u{ec8}'..='\u{ece}' | '\u{1037}'..='\u{103a}' | '\u{17b4}'..='\u{17d3}' | '\u{17dd}')
}

/// A letter of a script that leaves no space between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese.
#[inline]
pub(super) fn is_unspaced(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}

/// A letter that another word may follow without a space: of a script without spaces, or Korean, where
/// units and particles do.
#[inline]
pub(super) fn is_glued(c: char) -> bool {
    !c.is_ascii() && (is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7af}'))
}

fn word_len(text: &str) -> usize {
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    match text.as_bytes().get(plain) {
        None => return plain,
        Some(byte) if byte.is_ascii() && *byte != b'\'' => return plain,
        Some(_) => {}
    }
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joined = matches!(c, '\'' | '\u{2019}') && chars.peek().is_some_and(|&(_, next)| is_letter(next));
        if !is_letter(c) && !joined {
            return at;
        }
    }
    text.len()
}

/// A separator counts only between two digits; a space only where it groups by three.
fn digits_len(text: &str) -> usize {
    if let Some(len) = plain_digits_len(text.as_bytes()) {
        return len;
    }
    let mut len = 0;
    let mut group = 0;
    let mut spaces_only = true;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if digit(c).is_some() {
            group += 1;
            len = at + c.len_utf8();
            continue;
        }
        let followed = chars.peek().is_some_and(|&(_, next)| digit(next).is_some());
        let grouped = spaces_only && group <= 3 && groups_by_three(&text[at + c.len_utf8()..]);
        if !followed || !(is_separator(c) || is_space(c) && grouped) {
            break;
        }
        spaces_only &= is_space(c);
        group = 0;
    }
    len
}

/// The same of ASCII digits with nothing behind them that could go on, which nearly all are.
fn plain_digits_len(text: &[u8]) -> Option<usize> {
    let len = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let next = |at: usize| text.get(len + at).copied();
    let is_other = |byte: u8| byte.is_ascii() && !byte.is_ascii_digit();
    let ends = match next(0) {
        None => true,
        Some(b',' | b'.' | b'\'' | b' ') => next(1).is_none_or(is_other),
        Some(byte) => byte.is_ascii(),
    };
    (len > 0 && ends).then_some(len)
}

/// A separator other than a space that can stand inside a numeral.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '\u{2019}' | '\u{66b}' | '\u{66c}')
}

/// A space that can group digits.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}')
}

fn groups_by_three(text: &str) -> bool {
    let mut chars = text.chars();
    chars.by_ref().take(3).filter(|&c| digit(c).is_some()).count() == 3
        && !chars.next().is_some_and(|c| digit(c).is_some() || is_letter(c))
}

/// A word in lower case, in a buffer on the stack; empty where it is not ASCII or too long to be one we know.
pub(super) fn fold<'b>(word: &str, buffer: &'b mut [u8; 16]) -> &'b str {
    let Some(slot) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) else { return "" };
    slot.copy_from_slice(word.as_bytes());
    slot.make_ascii_lowercase();
    std::str::from_utf8(slot).unwrap_or("")
}
