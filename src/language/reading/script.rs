//! The script of words: [`Script::of`], and the language that it tells where the article does not.

/// A script, as far as it tells languages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Devanagari,
    Thai,
    Lao,
    Burmese,
    Khmer,
    Hangul,
    Han,
    /// Han with kana.
    Japanese,
    /// One that no reading file is written in.
    Other,
}

impl Script {
    /// How many there are.
    pub(super) const N: usize = 13;

    /// The script of most of the letters; `None` without a letter.
    pub(super) fn of(words: &str) -> Option<Self> {
        if words.is_ascii() {
            return words.bytes().any(|byte| byte.is_ascii_alphabetic()).then_some(Self::Latin);
        }
        let mut counts = [0_usize; Self::N];
        for c in words.chars().filter(|c| c.is_alphabetic()) {
            counts[Self::of_letter(c) as usize] += 1;
        }
        if counts[Self::Japanese as usize] > 0 {
            let kana = counts[Self::Japanese as usize];
            counts[Self::Japanese as usize] = kana + std::mem::take(&mut counts[Self::Han as usize]);
        }
        let most = counts.iter().copied().max().filter(|most| *most > 0)?;
        ALL.into_iter().find(|script| counts[*script as usize] == most)
    }

    fn of_letter(c: char) -> Self {
        match c {
            'a'..='z'
            | 'A'..='Z'
            | '\u{aa}'..='\u{24f}'
            | '\u{1e00}'..='\u{1eff}'
            | '\u{ff21}'..='\u{ff5a}' => Self::Latin,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Self::Greek,
            '\u{400}'..='\u{52f}' => Self::Cyrillic,
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}' => Self::Arabic,
            '\u{900}'..='\u{97f}' => Self::Devanagari,
            '\u{e00}'..='\u{e7f}' => Self::Thai,
            '\u{e80}'..='\u{eff}' => Self::Lao,
            '\u{1000}'..='\u{109f}' => Self::Burmese,
            '\u{1780}'..='\u{17ff}' => Self::Khmer,
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => Self::Hangul,
            '\u{3040}'..='\u{30ff}' => Self::Japanese,
            '\u{3005}'..='\u{3007}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{2fa1f}' => Self::Han,
            _ => Self::Other,
        }
    }

    /// Whether a language in this script may be what words in the other one are.
    pub(super) fn reads(self, words: Self) -> bool {
        self == words || self == Self::Japanese && words == Self::Han
    }

    /// The language that words in this script are in, where the article's is another one.
    pub(super) fn language(self, words: &str) -> Option<&'static str> {
        Some(match self {
            Self::Cyrillic if words.contains(['і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є']) => "uk",
            Self::Cyrillic => "ru",
            Self::Greek => "el",
            Self::Arabic if words.contains(['پ', 'چ', 'ژ', 'گ', 'ی', 'ک']) => "fa",
            Self::Arabic => "ar",
            Self::Devanagari => "hi",
            Self::Thai => "th",
            Self::Lao => "lo",
            Self::Burmese => "my",
            Self::Khmer => "km",
            Self::Hangul => "ko",
            Self::Han => "zh",
            Self::Japanese => "ja",
            // Latin letters tell no language.
            Self::Latin | Self::Other => return None,
        })
    }
}

/// Whether a text in Latin letters has one of the short words that nearly every English sentence has
/// and that no other language of a reading file has.
pub(super) fn is_english(words: &str) -> bool {
    const SHORT: [&str; 12] =
        ["the", "and", "with", "from", "by", "were", "are", "that", "this", "people", "which", "who"];
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| SHORT.iter().any(|short| word.eq_ignore_ascii_case(short)))
}

const ALL: [Script; Script::N] = [
    Script::Latin,
    Script::Cyrillic,
    Script::Greek,
    Script::Arabic,
    Script::Devanagari,
    Script::Thai,
    Script::Lao,
    Script::Burmese,
    Script::Khmer,
    Script::Hangul,
    Script::Han,
    Script::Japanese,
    Script::Other,
];

/// The script of languages that have no reading file and are not written in Latin letters.
pub(super) fn of_language(base: &str) -> Option<Script> {
    Some(match base {
        "am" | "bn" | "he" | "hy" | "ka" | "ti" | "ta" | "te" | "ml" | "kn" | "gu" | "pa" | "si" | "bo"
        | "dz" => Script::Other,
        "ur" | "ps" | "ckb" | "sd" | "ug" => Script::Arabic,
        "bg" | "mk" | "be" | "kk" | "ky" | "mn" | "tg" | "sr" | "ba" | "tt" => Script::Cyrillic,
        "mr" | "ne" => Script::Devanagari,
        _ => return None,
    })
}
