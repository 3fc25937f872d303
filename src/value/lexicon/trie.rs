//! Phrases in a tree by their letters, so that all that begin at a place of a text are found in one walk:
//! [`Trie::each`].
//!
//! Letters are compared folded ([`fold`]); a blank of a phrase stands for any white space, and `*` behind a
//! word for any ending. A phrase ends where a word does, except in scripts that leave no space between words.

use super::begins::Begins;
use crate::value::scan::{is_blank, is_glued, is_letter};

/// Phrases with what each means; several meanings of one phrase stand together.
#[derive(Clone, Debug)]
pub struct Trie<T> {
    nodes: Vec<Node<T>>,
    /// With which letters phrases begin; nearly every word of a text is ruled out here.
    begins: Begins,
    /// Whether a capital differs from its small letter.
    is_cased: bool,
}

#[derive(Clone, Debug)]
struct Node<T> {
    children: Vec<(char, u32)>,
    /// What a phrase that ends here means.
    whole: Vec<T>,
    /// What a phrase means whose last word begins like this.
    begun: Vec<T>,
    /// Where a phrase goes on behind a word that begins like this.
    next_word: Option<u32>,
    /// Whether any of these three is there.
    says_more: bool,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { nodes: vec![Node::new()], begins: Begins::default(), is_cased: false }
    }
}

/// Children that are looked through faster one by one.
const FEW: usize = 6;

impl<T> Node<T> {
    fn new() -> Self {
        Self { children: Vec::new(), whole: Vec::new(), begun: Vec::new(), next_word: None, says_more: false }
    }
}

impl<T: Copy> Trie<T> {
    /// A tree in which a capital differs from its small letter.
    pub fn cased() -> Self {
        Self { is_cased: true, ..Self::default() }
    }

    /// Whether it holds no phrase.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() == 1
    }

    /// Adds a phrase.
    pub fn add(&mut self, phrase: &str, meaning: T) {
        self.begins.add(phrase.trim(), self.is_cased);
        let mut at = 0;
        let mut chars = phrase.trim().chars().peekable();
        while let Some(c) = chars.next() {
            if c == '*' {
                self.nodes[at].says_more = true;
                if chars.peek().is_none() {
                    self.nodes[at].begun.push(meaning);
                    return;
                }
                let next = self.nodes[at].next_word.unwrap_or_else(|| self.push());
                self.nodes[at].next_word = Some(next);
                at = next as usize;
                continue;
            }
            if is_ignored(c) {
                continue;
            }
            for c in fold(c, self.is_cased) {
                at = self.child(at, c) as usize;
            }
        }
        self.nodes[at].whole.push(meaning);
        self.nodes[at].says_more = true;
    }

    /// Whether a phrase may begin at this byte of a text, by its first letters.
    #[inline]
    pub fn may_begin(&self, text: &str, at: usize) -> bool {
        self.begins.may_begin(&text.as_bytes()[at.min(text.len())..])
    }

    /// Calls with the end and the meanings of every phrase that begins at this byte of a text.
    #[inline]
    pub fn each<'t>(&'t self, text: &str, at: usize, mut found: impl FnMut(usize, &'t [T])) {
        if self.may_begin(text, at) {
            self.walk(0, (text, at), &mut found);
        }
    }

    fn walk<'t>(&'t self, from: u32, (text, at): (&str, usize), found: &mut impl FnMut(usize, &'t [T])) {
        let mut node = &self.nodes[from as usize];
        let mut place = at;
        let mut last = ' ';
        loop {
            let Some(c) = char_at(text, place) else {
                node.ends(text.len(), found);
                node.begins(text.len(), found);
                return;
            };
            if node.says_more {
                let is_end = place > at && ends_word(text, place, c, last);
                self.say(node, (text, place, is_end), found);
            }
            place += c.len_utf8();
            // Nearly all letters are these.
            if c.is_ascii_lowercase() {
                last = c;
                let Some(next) = node.find(c) else { return };
                node = &self.nodes[next as usize];
                continue;
            }
            if is_ignored(c) {
                continue;
            }
            last = c;
            if is_blank(c) {
                while let Some(blank) = char_at(text, place).filter(|c| is_blank(*c)) {
                    place += blank.len_utf8();
                }
            }
            for c in fold(c, self.is_cased) {
                let Some(next) = node.find(c) else { return };
                node = &self.nodes[next as usize];
            }
        }
    }

    /// The phrases that end before a letter, if a word does, and those that go on with any ending.
    fn say<'t>(
        &'t self,
        node: &'t Node<T>,
        (text, place, is_end): (&str, usize, bool),
        found: &mut impl FnMut(usize, &'t [T]),
    ) {
        if is_end {
            node.ends(place, found);
        }
        if !node.begun.is_empty() || node.next_word.is_some() {
            let end = place + text[place..].find(|c| !is_letter(c)).unwrap_or(text.len() - place);
            node.begins(end, found);
            if let Some(next) = node.next_word {
                self.walk(next, (text, end), found);
            }
        }
    }

    fn push(&mut self) -> u32 {
        self.nodes.push(Node::new());
        (self.nodes.len() - 1) as u32
    }

    fn child(&mut self, at: usize, c: char) -> u32 {
        match self.nodes[at].children.binary_search_by_key(&c, |child| child.0) {
            Ok(found) => self.nodes[at].children[found].1,
            Err(place) => {
                let next = self.push();
                self.nodes[at].children.insert(place, (c, next));
                next
            }
        }
    }
}

impl<T> Node<T> {
    #[inline]
    fn find(&self, c: char) -> Option<u32> {
        if self.children.len() > FEW {
            let place = self.children.binary_search_by_key(&c, |child| child.0).ok()?;
            return Some(self.children[place].1);
        }
        self.children.iter().find(|child| child.0 == c).map(|child| child.1)
    }

    fn ends<'t>(&'t self, end: usize, found: &mut impl FnMut(usize, &'t [T])) {
        if !self.whole.is_empty() {
            found(end, &self.whole);
        }
    }

    fn begins<'t>(&'t self, end: usize, found: &mut impl FnMut(usize, &'t [T])) {
        if !self.begun.is_empty() {
            found(end, &self.begun);
        }
    }
}

/// Whether a phrase may end before a letter: not inside a word, and not inside a syllable where words have no
/// spaces between them.
#[inline]
fn ends_word(text: &str, place: usize, c: char, last: char) -> bool {
    if !is_letter(c) || !is_letter(last) {
        return true;
    }
    is_glued(last) && !(is_dependent(c) || closes_syllable(text, place, c))
}

/// A vowel or a sign that is written on the consonant before it, in scripts of South East Asia.
fn is_dependent(c: char) -> bool {
    matches!(
        c,
        '\u{e30}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb0}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
            | '\u{17b4}'..='\u{17d3}' | '\u{102b}'..='\u{103e}'
    )
}

/// A Burmese consonant with the sign that it ends a syllable.
fn closes_syllable(text: &str, place: usize, c: char) -> bool {
    let mut behind = text[place..].chars().skip(1).skip_while(|c| matches!(c, '\u{1037}'));
    matches!(c, '\u{1000}'..='\u{1021}') && matches!(behind.next(), Some('\u{103a}' | '\u{1039}'))
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(*byte as char),
        _ => text[at..].chars().next(),
    }
}

/// Marks that only influence layout stand anywhere in a word; the vowel signs of Arabic and the dot below
/// of Devanagari are left out by many.
pub(super) fn is_ignored(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{652}'
        | '\u{670}' | '\u{93c}')
}

/// A letter as phrases are compared: without case, with one form of those that are written in several.
#[inline]
pub(super) fn fold(c: char, is_cased: bool) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'a'..='z' => (c, None),
        c if is_cased => (if is_blank(c) { ' ' } else { c }, None),
        'A'..='Z' => (c.to_ascii_lowercase(), None),
        c if c.is_ascii() => (if is_blank(c) { ' ' } else { c }, None),
        'ß' | 'ẞ' => ('s', Some('s')),
        'ς' => ('σ', None),
        // Capitals are written without accents in Greek.
        'ά' | 'Ά' => ('α', None),
        'έ' | 'Έ' => ('ε', None),
        'ή' | 'Ή' => ('η', None),
        'ί' | 'ϊ' | 'ΐ' | 'Ί' | 'Ϊ' => ('ι', None),
        'ό' | 'Ό' => ('ο', None),
        'ύ' | 'ϋ' | 'ΰ' | 'Ύ' | 'Ϋ' => ('υ', None),
        'ώ' | 'Ώ' => ('ω', None),
        'İ' => ('i', None),
        '’' | 'ʼ' => ('\'', None),
        '\u{2010}' | '\u{2011}' => ('-', None),
        // Persian and Arabic keyboards write these differently.
        'ی' => ('ي', None),
        'ک' => ('ك', None),
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' => ('ا', None),
        'ى' => ('ي', None),
        // Letters of Devanagari with the dot below in one sign.
        '\u{958}' => ('\u{915}', None),
        '\u{959}' => ('\u{916}', None),
        '\u{95a}' => ('\u{917}', None),
        '\u{95b}' => ('\u{91c}', None),
        '\u{95c}' => ('\u{921}', None),
        '\u{95d}' => ('\u{922}', None),
        '\u{95e}' => ('\u{92b}', None),
        '\u{95f}' => ('\u{92f}', None),
        // Thai and Lao vowels and Lao letters that are written in one sign or in two.
        '\u{e33}' => ('\u{e4d}', Some('\u{e32}')),
        '\u{eb3}' => ('\u{ecd}', Some('\u{eb2}')),
        '\u{edc}' => ('\u{eab}', Some('\u{e99}')),
        '\u{edd}' => ('\u{eab}', Some('\u{ea1}')),
        c if is_blank(c) => (' ', None),
        c => (c.to_lowercase().next().unwrap_or(c), None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::Trie;

    fn found(phrases: &[&str], text: &str) -> Vec<(usize, usize)> {
        let mut trie = Trie::default();
        phrases.iter().enumerate().for_each(|(ix, phrase)| trie.add(phrase, ix));
        let mut found = Vec::new();
        trie.each(text, 0, |end, meanings| found.extend(meanings.iter().map(|ix| (end, *ix))));
        found
    }

    #[test]
    fn phrases_end_where_words_do() {
        assert_eq!(found(&["more than", "more"], "More  than 12"), [(4, 1), (10, 0)]);
        assert_eq!(found(&["more"], "moreover"), []);
        assert_eq!(found(&["约"], "约1000"), [(3, 0)]);
        assert_eq!(found(&["กว่า"], "กว่าคน"), [(12, 0)]);
    }

    #[test]
    fn a_star_stands_for_any_ending() {
        assert_eq!(found(&["Million*"], "Millionen Menschen"), [(9, 0)]);
        assert_eq!(found(&["Million*"], "MILLION"), [(7, 0)]);
        assert_eq!(found(&["höchst* zahl"], "höchste Zahl"), [(13, 0)]);
    }

    #[test]
    fn letters_are_compared_folded() {
        assert_eq!(found(&["ΠΛΉΘΟΣ", "groß"], "πλήθος"), [(12, 0)]);
        assert_eq!(found(&["gross"], "groß"), [(5, 0)]);
    }

    #[test]
    fn letters_that_are_written_in_several_ways_are_one() {
        let same = |a: &str, b: &str| assert_eq!(found(&[a], b), [(b.len(), 0)], "{a} {b}");
        same("हज़ार", "हजार");
        same("हजार", "ह\u{95b}ार");
        same("أكثر من", "اكثر مِن");
        same("ألفا", "ألفًا");
        same("بیش\u{200c}تر", "بیشتر");
        same("ต่ำ", "ต\u{e48}\u{e4d}\u{e32}");
        same("ໜ້ອຍ", "ຫນ້ອຍ");
    }
}
