//! Text in a drawing without a font at hand: widths per script, wrapping, direction.
//!
//! Entry points: [`width`], [`wrap`], [`clean`]. Widths are estimates on the generous side, in
//! hundredths of the font size; they are taken per grapheme, so combining marks cost nothing.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

const KHMER_COENG: char = '\u{17d2}';
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// The text without what XML, or a reader's eye, must not meet.
///
/// Control characters, non-characters and bidirectional overrides go; line ends become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            c if c.is_control() || (c as u32) & 0xfffe == 0xfffe => {}
            '\u{fdd0}'..='\u{fdef}' => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether the first letter with a direction runs from right to left.
pub fn is_right_to_left(text: &str) -> bool {
    text.chars().find_map(|c| if runs_left(c) { Some(true) } else { c.is_alphabetic().then_some(false) })
        == Some(true)
}

fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Estimated width in hundredths of the font size.
pub fn width(text: &str) -> i32 {
    if text.is_ascii() {
        return text.bytes().map(ascii_width).sum();
    }
    let mut total = 0;
    let mut after_coeng = false;
    for grapheme in text.graphemes(true) {
        total += if after_coeng { 15 } else { grapheme_width(grapheme) };
        after_coeng = grapheme.ends_with(KHMER_COENG);
    }
    total
}

fn grapheme_width(grapheme: &str) -> i32 {
    let mut chars = grapheme.chars();
    let Some(base) = chars.next() else { return 0 };
    let marks: i32 = chars.map(mark_width).sum();
    base_width(base) + marks
}

/// Vowel signs of South and South-East Asian scripts that stand beside their consonant.
fn mark_width(c: char) -> i32 {
    match c {
        '\u{17b6}' | '\u{17be}'..='\u{17c5}' | '\u{17c7}' | '\u{17c8}' => 40,
        '\u{e33}' | '\u{eb3}' | '\u{102b}' | '\u{102c}' | '\u{1031}' | '\u{1038}' => 45,
        '\u{93e}' | '\u{93f}' | '\u{940}' | '\u{949}'..='\u{94c}' => 30,
        _ => 0,
    }
}

fn base_width(c: char) -> i32 {
    match c {
        '\u{0}'..='\u{7f}' => ascii_width(c as u8),
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{2018}'..='\u{201f}' => 45,
        '\u{590}'..='\u{5ff}' => 58,
        '\u{600}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => 48,
        '\u{e00}'..='\u{eff}' => 62,
        '\u{900}'..='\u{dff}' | '\u{1780}'..='\u{17ff}' => 74,
        '\u{1000}'..='\u{109f}' => 85,
        '\u{1f000}'..='\u{1faff}' => 130,
        c if is_wide(c) => 100,
        c if c.is_uppercase() => 72,
        _ => 60,
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2014}' | '\u{2026}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Widths of the printable ASCII characters in Noto Sans, one of the wider faces for screens.
const ASCII: [u8; 95] = [
    26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57,
    27, 27, 57, 57, 57, 43, 90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 60, 78, 62, 55,
    56, 73, 60, 93, 59, 57, 57, 33, 37, 33, 57, 44, 28, 56, 61, 48, 61, 56, 34, 61, 62, 26, 26, 53, 26, 93,
    62, 60, 61, 61, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57,
];

fn ascii_width(byte: u8) -> i32 {
    byte.checked_sub(b' ').and_then(|at| ASCII.get(usize::from(at))).copied().unwrap_or(0).into()
}

/// Breaks a text into lines of at most `limit` hundredths; past `most` lines it ends in an ellipsis.
pub fn wrap(text: &str, limit: i32, most: usize) -> Vec<Cow<'_, str>> {
    if width(text) <= limit {
        return vec![Cow::Borrowed(text)];
    }
    let mut lines: Vec<Cow<str>> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text, limit) {
        let wide = width(piece.trim_end());
        if used + wide > limit && !line.is_empty() {
            lines.push(Cow::Owned(trimmed(&line)));
            line.clear();
            used = 0;
            if lines.len() == most {
                return with_ellipsis(lines, limit);
            }
        }
        if !(line.is_empty() && piece.trim().is_empty()) {
            line.push_str(piece);
            used += width(piece);
        }
    }
    if !line.is_empty() {
        lines.push(Cow::Owned(trimmed(&line)));
    }
    lines
}

fn trimmed(line: &str) -> String {
    line.trim().trim_matches(ZERO_WIDTH_SPACE).to_owned()
}

fn with_ellipsis(mut lines: Vec<Cow<'_, str>>, limit: i32) -> Vec<Cow<'_, str>> {
    if let Some(last) = lines.last_mut() {
        let mut kept = last.as_ref();
        while width(kept) + 100 > limit {
            let Some((at, _)) = kept.grapheme_indices(true).next_back() else { break };
            kept = &kept[..at];
        }
        *last = Cow::Owned(format!("{}…", kept.trim_end()));
    }
    lines
}

/// The text cut where a line may break; a piece wider than a line is cut between graphemes.
fn pieces(text: &str, limit: i32) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut used) = (0, 0);
    let mut before: Option<&str> = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        let wide = grapheme_width(grapheme);
        let may = before.is_some_and(|before| may_break(before, grapheme));
        let must = used + wide > limit && before.is_some_and(|before| !leads(before));
        if at > start && (may || must) {
            pieces.push(&text[start..at]);
            (start, used) = (at, 0);
        }
        used += wide;
        before = Some(grapheme);
    }
    pieces.push(&text[start..]);
    pieces
}

/// Whether the next letter belongs to this one: below it in Khmer, behind its vowel in Thai and Lao.
fn leads(grapheme: &str) -> bool {
    grapheme.ends_with(KHMER_COENG)
        || grapheme.starts_with(|c: char| matches!(c, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}'))
}

/// Whether a line may end between these two graphemes.
///
/// Khmer, Thai, Lao and Burmese put no spaces between words. Without a dictionary a line ends
/// between clusters, never inside one; in Thai and Lao before the vowels that begin a syllable.
fn may_break(before: &str, after: &str) -> bool {
    let (Some(first), Some(last), Some(next)) =
        (before.chars().next(), before.chars().next_back(), after.chars().next())
    else {
        return false;
    };
    if next.is_whitespace()
        || matches!(next, '，' | '。' | '、' | '」' | '』' | '）' | '：' | '；' | '\u{17d4}'..='\u{17da}')
    {
        return false;
    }
    if last.is_whitespace() || last == ZERO_WIDTH_SPACE || matches!(last, '-' | '–' | '—' | '/') {
        return true;
    }
    match next {
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{3ffff}' => true,
        '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}' => matches!(first, '\u{e00}'..='\u{eff}'),
        '\u{1780}'..='\u{17b3}' => last != KHMER_COENG && matches!(first, '\u{1780}'..='\u{17b3}'),
        '\u{1000}'..='\u{102a}' => last != '\u{1039}' && matches!(first, '\u{1000}'..='\u{102a}'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_direction_overrides_are_stripped() {
        assert_eq!(clean("a\u{0}b\u{1b}[0m\tc\u{202e}d\u{fffe}"), "ab[0m cd");
    }

    #[test]
    fn combining_marks_cost_nothing_and_wide_letters_a_full_em() {
        assert_eq!(width("e\u{301}"), width("e"));
        assert_eq!(width("电信"), 200);
    }

    /// Against the widths that Noto's faces give these texts.
    #[test]
    fn estimates_lie_close_to_real_faces_and_rather_above_them() {
        let measured = [
            ("The quick brown fox jumps over the lazy dog", 2095),
            ("ភ្នំពេញប៉ុស្តិ៍ ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ", 2286),
            ("ประเทศไทยรายงานว่ามีผู้ถูกจับกุมในกัมพูชาเป็นจำนวนมากเมื่อวานนี้", 2637),
            ("الشرق الأوسط، تقرير من بنوم بنه", 1283),
            ("ארגון זכויות אדם", 696),
            ("संयुक्त राष्ट्र की रिपोर्ट", 741),
            ("Организация Объединённых Наций", 1794),
            ("မြန်မာနိုင်ငံ ရဲတပ်ဖွဲ့", 796),
        ];
        let off = |&(text, expected): &(&str, i32)| !(97..=125).contains(&(width(text) * 100 / expected));
        let wrong: Vec<_> =
            measured.iter().filter(|entry| off(entry)).map(|entry| (entry, width(entry.0))).collect();
        assert_eq!(wrong, []);
    }

    #[test]
    fn latin_breaks_at_spaces() {
        assert_eq!(wrap("one two three", 500, 9), ["one two", "three"]);
    }

    #[test]
    fn khmer_never_breaks_inside_a_stacked_consonant() {
        let text = "ព្រះរាជាណាចក្រកម្ពុជា".repeat(4);
        let lines = wrap(&text, 600, 99);
        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| !line.ends_with(KHMER_COENG) && width(line) <= 600));
        assert_eq!(lines.concat(), text);
    }

    #[test]
    fn thai_leading_vowels_stay_with_their_consonant() {
        let text = "ประเทศไทยและกัมพูชา".repeat(3);
        let lines = wrap(&text, 500, 99);
        assert!(lines.iter().all(|line| !line.ends_with(['เ', 'แ', 'โ', 'ใ', 'ไ'])), "{lines:?}");
        assert_eq!(lines.concat(), text);
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_and_a_text_of_many_lines_ends_in_an_ellipsis() {
        let lines = wrap(&"x".repeat(300), 1000, 3).into_iter().map(Cow::into_owned).collect::<Vec<_>>();
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…') && width(&lines[2]) <= 1000);
    }

    #[test]
    fn direction_follows_the_first_strong_letter() {
        assert!(is_right_to_left("«الشرق»"));
        assert!(!is_right_to_left("271 – Al-Sharq الشرق"));
    }
}
