//! What typesetting changes and meaning does not; entry points [`fold`] and [`fold_case`].
//!
//! Compatibility forms are undone for letters and full-width characters only: a blanket rule would
//! read `10²` as 102 and `1½` as 11⁄2.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::prepared::Layer;

/// The text with spaces, quotation marks, dashes, invisible characters and Unicode form folded.
///
/// ```
/// assert_eq!(variorum::text::fold("“a\u{a0} b” – c\u{ad}d"), "\"a b\" - cd");
/// ```
pub fn fold(text: &str) -> String {
    Layer::new(text, Case::Kept).text.trim().to_owned()
}

/// The same without capitals, by full case folding: `Straße` as `STRASSE`, `Πύλος` as `ΠΎΛΟΣ`.
///
/// ```
/// assert_eq!(variorum::text::fold_case("STRASSE"), variorum::text::fold_case("Straße"));
/// ```
pub fn fold_case(text: &str) -> String {
    fold_by(text, Case::Folded)
}

/// The text in one of its forms.
pub(super) fn fold_by(text: &str, case: Case) -> String {
    Layer::new(text, case).text.trim().to_owned()
}

/// Whether capitals count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Kept,
    Folded,
    /// As in Turkish, where `I` is the capital of `ı`, and `İ` of `i`.
    FoldedTurkic,
}

impl Case {
    /// How a language folds its capitals, by its tag.
    pub fn folded(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or("");
        let is_turkic = ["tr", "az"].iter().any(|tag| primary.eq_ignore_ascii_case(tag));
        if is_turkic { Self::FoldedTurkic } else { Self::Folded }
    }
}

/// A base character with the marks on it, folded; `None` where nothing of it is visible.
pub(super) fn fold_cluster(cluster: &str, case: Case, out: &mut String) {
    if let [byte] = cluster.as_bytes() {
        let c = if *byte == b'`' { '\'' } else { char::from(*byte) };
        out.push(match case {
            Case::Kept => c,
            Case::FoldedTurkic if c == 'I' => 'ı',
            Case::Folded | Case::FoldedTurkic => c.to_ascii_lowercase(),
        });
        return;
    }
    let typeset = cluster.chars().flat_map(compatible).nfc().flat_map(fold_char);
    match case {
        Case::Kept => out.extend(typeset),
        // The capital of a letter may be another sequence than its lower case: composed once more.
        Case::Folded | Case::FoldedTurkic => out.extend(typeset.flat_map(|c| without_case(c, case)).nfc()),
    }
}

/// A letter as full case folding has it: the lower case of its capital, so that `ß` is `ss` and `ς` is `σ`.
///
/// The standard library knows the capitals, so no table is needed. Only the dotless `ı` is no `i`.
fn without_case(c: char, case: Case) -> impl Iterator<Item = char> {
    let c = match (c, case) {
        ('I', Case::FoldedTurkic) => 'ı',
        ('İ', Case::FoldedTurkic) => 'i',
        _ => c,
    };
    let kept = (c == 'ı').then_some(c);
    let folded =
        (c != 'ı').then(|| c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase));
    kept.into_iter().chain(folded.into_iter().flatten())
}

/// The length of the cluster at the start of a text: a character and the marks that follow it.
pub(super) fn cluster_len(text: &str) -> usize {
    let mut chars = text.char_indices();
    chars.next();
    chars.find(|(_, c)| !extends(*c)).map_or(text.len(), |(i, _)| i)
}

/// Whether a character belongs to the one before it.
pub(super) fn extends(c: char) -> bool {
    // Vowels and finals of decomposed Hangul compose with what precedes them, yet are no marks.
    !c.is_ascii() && (is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11FF}')) && !is_invisible(c)
}

/// What a caller puts in the place of markup, byte for byte: matching does not see it.
pub const MASK: char = '\u{1}';

/// Characters that leave no trace on paper.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        MASK | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

/// A character's compatibility form, for ligatures, presentation forms and full-width characters.
fn compatible(c: char) -> impl Iterator<Item = char> {
    let undone = matches!(
        c,
        '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{FF01}'..='\u{FF5E}' | '\u{FFE0}'..='\u{FFE6}'
    );
    // A mark that stands alone would bring a space of its own.
    let undone = undone && std::iter::once(c).nfkc().next() != Some(' ');
    let one = (!undone).then_some(c);
    let many = undone.then(|| std::iter::once(c).nfkc());
    one.into_iter().chain(many.into_iter().flatten())
}

/// What one character is folded to.
fn fold_char(c: char) -> impl Iterator<Item = char> {
    let (folded, n) = match c {
        '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' | '`' | '´' | 'ʼ' => ('\'', 1),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '〝' | '〞' | '〟' | '「' | '」' | '『' | '』' => {
            ('"', 1)
        }
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' | '⸺' | '⸻' => ('-', 1),
        '…' => ('.', 3),
        other => (other, 1),
    };
    std::iter::repeat_n(folded, n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected);
    }

    #[test]
    fn typesetting_is_folded() {
        check("  a\n\tb\u{a0}c\u{3000}d ", "a b c d");
        check("‘a’ “b” «c» ‹d› „e‟ 「f」 `g´", "'a' \"b\" \"c\" 'd' \"e\" \"f\" 'g'");
        check("a‐b‑c–d—e−f", "a-b-c-d-e-f");
        check("tele\u{ad}com\u{200b}munication\u{feff}", "telecommunication");
        check("wait…", "wait...");
        check("ﬁne ＡＢ１２，０", "fine AB12,0");
        check("cafe\u{301} e\u{301}\u{323}", "caf\u{e9} \u{1eb9}\u{301}");
        check("\u{1112}\u{1161}\u{11ab}", "한");
    }

    #[test]
    fn what_a_number_means_is_kept() {
        check("1,000 1.000 1'000 1 000", "1,000 1.000 1'000 1 000");
        check("10² 1½ ㎢ ①", "10² 1½ ㎢ ①");
    }

    #[test]
    fn case_is_folded_for_every_script_that_has_it() {
        assert_eq!(fold_case("ΣΑΣ Émile İ ភ្នំ"), "σασ émile i\u{307} ភ្នំ");
    }

    #[test]
    fn capitals_are_folded_in_full() {
        let alike = |a: &str, b: &str| assert_eq!(fold_case(a), fold_case(b));
        alike("ΠΎΛΟΣ", "Πύλος");
        alike("STRASSE", "Straße");
        alike("STRAẞE", "straße");
        alike("ΜΑΪ\u{301}ΟΥ", "μαΐου");
        alike("ՄԵՒ", "մև");
        alike("ǅ", "ǆ");
        assert_ne!(fold_case("ISPARTA"), fold_case("ısparta"));
    }

    #[test]
    fn a_language_has_its_own_capitals() {
        let turkish = |text: &str| fold_by(text, Case::folded("tr-TR"));
        assert_eq!(turkish("ISPARTA İzmir"), turkish("ısparta izmir"));
        assert_ne!(turkish("ISPARTA"), turkish("isparta"));
        assert_eq!(Case::folded("trv"), Case::Folded);
    }
}
