//! Text that was read in the wrong encoding: `cafÃ©` for `café`, `вЂ”` for a dash; entry point
//! [`mojibake`].
//!
//! UTF-8 read as Windows-1252, Latin-1 or Windows-1251 has each letter beyond ASCII as two to four
//! signs whose bytes are again UTF-8. Two such signs can stand side by side in a sound text (`MANHÃ”`,
//! `déjà »`), so what is found has to make sense: see [`is_likely`].

use std::ops::Range;

/// The characters of Windows-1252 from 0x80 to 0x9F; those it leaves free are controls.
const WESTERN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
/// Windows-1251 from 0x80 to 0xBF; the letters from А to я follow.
const CYRILLIC: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";

/// A garbled stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it was before.
    pub reading: String,
}

/// Every garbled stretch of a text, in order.
pub fn mojibake(text: &str) -> Vec<Mojibake> {
    let mut found: Vec<Mojibake> = Vec::new();
    let mut at = 0;
    while let Some(ahead) = text[at..].find(|c: char| !c.is_ascii()) {
        let start = at + ahead;
        let stretch =
            [Charset::Western, Charset::Cyrillic].into_iter().find_map(|set| stretch(text, start, set));
        match stretch {
            Some(stretch) => {
                at = stretch.range.end;
                found.push(stretch);
            }
            None => at = start + text[start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// What a text was wrongly read as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Charset {
    Western,
    Cyrillic,
}

impl Charset {
    /// The byte that a character was made of.
    fn byte(self, c: char) -> Option<u8> {
        let place =
            |table: &str| table.chars().position(|known| known == c).and_then(|at| u8::try_from(at).ok());
        let code = u32::from(c);
        match self {
            // Latin-1 has controls where Windows has signs.
            Self::Western if (0x80..=0xff).contains(&code) => u8::try_from(code).ok(),
            Self::Western => place(WESTERN).map(|at| 0x80 + at),
            Self::Cyrillic if ('А'..='я').contains(&c) => u8::try_from(code - 0x410 + 0xc0).ok(),
            Self::Cyrillic => place(CYRILLIC).map(|at| 0x80 + at),
        }
    }
}

/// The garbled stretch that begins here, if one does.
fn stretch(text: &str, start: usize, set: Charset) -> Option<Mojibake> {
    let mut end = start;
    let mut reading = String::new();
    while let Some((c, len)) = letter(&text[end..], set) {
        reading.push(c);
        end += len;
    }
    if !is_likely(text, start..end, &reading, set) {
        return None;
    }
    // What was misread twice is read twice.
    if let [again] = &mojibake(&reading)[..]
        && again.range == (0..reading.len())
    {
        reading.clone_from(&again.reading);
    }
    Some(Mojibake { range: start..end, reading })
}

/// The letter whose bytes stand here as characters, and how many bytes of the text they take.
fn letter(text: &str, set: Charset) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let lead = chars.next()?;
    let mut bytes = [set.byte(lead)?, 0, 0, 0];
    let n = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut len = lead.len_utf8();
    for byte in &mut bytes[1..n] {
        let c = chars.next()?;
        *byte = set.byte(c)?;
        len += c.len_utf8();
    }
    let letter = std::str::from_utf8(&bytes[..n]).ok()?.chars().next()?;
    Some((letter, len))
}

/// Whether no sound text has these characters beside each other.
fn is_likely(text: &str, range: Range<usize>, reading: &str, set: Charset) -> bool {
    let n = reading.chars().count();
    let Some(first) = reading.chars().next() else { return false };
    // Quotation marks, dashes and the euro sign, and letters that only some languages have.
    let is_usual = matches!(first, '\u{2010}'..='\u{203f}' | '\u{20a0}'..='\u{20bf}' | '\u{2122}' | '\u{1ea0}'..='\u{1ef9}');
    match set {
        // `Рі`, `Сє` and `СІРІ` are Ukrainian; three such pairs in a row are nothing.
        Charset::Cyrillic if n == 2 => {
            reading.chars().all(|c| matches!(c, 'А'..='я' | 'ё' | 'і' | 'ї' | 'є' | 'ґ'))
        }
        Charset::Cyrillic => n > 2 || is_usual,
        Charset::Western if n >= 2 => !reading.chars().all(is_rare),
        Charset::Western => {
            let before = text[..range.start].chars().next_back();
            let behind = text[range.end..].chars().next();
            let second = text[range.clone()].chars().nth(1);
            let may_end_a_word = second.is_some_and(follows_words);
            match first {
                _ if is_usual || first > '\u{ffff}' => true,
                '\u{a0}'..='\u{17f}' | '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{4ff}' if may_end_a_word => {
                    let is_inside = before.is_some_and(|c| c.is_lowercase() || c.is_numeric());
                    is_inside
                        || behind.is_some_and(char::is_lowercase) && !before.is_some_and(char::is_uppercase)
                }
                '\u{a0}'..='\u{17f}' => true,
                _ => false,
            }
        }
    }
}

/// Letters that hardly any text has, so that they are chance.
fn is_rare(c: char) -> bool {
    matches!(c, '\u{180}'..='\u{36f}' | '\u{7c0}'..='\u{8ff}' | '\u{1400}'..='\u{167f}' | '\u{a000}'..='\u{abff}')
}

/// Signs that stand behind a word in sound texts.
fn follows_words(c: char) -> bool {
    matches!(
        c,
        '…' | '‘'
            | '’'
            | '‚'
            | '“'
            | '”'
            | '„'
            | '–'
            | '—'
            | '‹'
            | '›'
            | '«'
            | '»'
            | '™'
            | '©'
            | '®'
            | '°'
            | 'º'
            | 'ª'
            | '¹'
            | '²'
            | '³'
            | '·'
            | '¡'
            | '¿'
            | '§'
            | '´'
            | '¸'
            | '\u{a0}'
            | '\u{ad}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = mojibake(text).into_iter().map(|found| found.reading).collect();
        assert_eq!(found, expected, "{text}");
    }

    /// A text as a program shows it that takes it for Windows-1252.
    fn misread(text: &str) -> String {
        let western = |byte: u8| match byte {
            0x80..=0x9f => WESTERN.chars().nth(usize::from(byte - 0x80)).unwrap(),
            _ => char::from(byte),
        };
        text.bytes().map(western).collect()
    }

    #[test]
    fn misread_letters_are_found_with_their_reading() {
        check("The ministerâ€™s office in the CafÃ© said", &["’", "é"]);
        check("â€œIt is soâ€\u{9d}, he said â€“ 5 â‚¬", &["“", "”", "–", "€"]);
        check("Ã‰tat, l'Ã©tat, naÃ¯ve, voilÃ\u{a0} tout, TomaÅ¡, MladiÄ‡", &["É", "é", "ï", "à", "š", "ć"]);
        check("Â£5 and 40Â°C", &["£", "°"]);
        check("donâ\u{80}\u{99}t", &["’"]);
        check("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", &["привет"]);
        check("РџСЂРёРІРµС‚ РјРёСЂ вЂ” РґР°", &["Привет", "мир", "—", "да"]);
        check("donÃ¢â‚¬â„¢t", &["’"]);
    }

    #[test]
    fn whatever_was_misread_is_found() {
        for text in [
            "café",
            "naïve",
            "Straße",
            "Việt Nam đã ký",
            "привет",
            "ภาษาไทย",
            "ភ្នំពេញ",
            "日本語",
            "한국어",
            "שלום",
            "مرحبا",
        ] {
            assert!(!mojibake(&format!("of {} x", misread(text))).is_empty(), "{text}");
        }
    }

    #[test]
    fn sound_texts_are_left_alone() {
        for text in [
            "NÃO, AMANHÃ”, “IRMÃ”, MANHÃ… SÃO JOÃO, AMANHÃ\u{a0}de manhã",
            "«\u{a0}Il est déjà\u{a0}», dit-il à «\u{a0}Paris\u{a0}». Où çà\u{a0}? L'ÉTÉ… « CAFÉ » É.-U. ÇA",
            "XÃ ĐÃ “MÃ”, NGÃ… Đã đến, Â«",
            "Ärzte „Ä“ Öl; Größe: 5 m²; 25 °C; Señor ¿Qué? AÑO",
            "Рівне, СІРІ, Сєвєродонецьк, Росія «Русь» — Ґданськ",
            "Србија, Њујорк, Љубљана, Ђоковић",
            "Ελλάδα «Αθήνα» ΆΡΤΑ…",
            "Reykjavík, Þórður, ÞAÐ…",
            "ภาษาไทย ភ្នំពេញ 日本語 한국어",
            "İstanbul’da, ŞIŞLI",
        ] {
            check(text, &[]);
        }
    }
}
