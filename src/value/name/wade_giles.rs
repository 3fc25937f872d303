//! Chinese names in the romanisation of Wade and Giles beside pinyin: [`are_one`].
//!
//! `Mao Tse-tung` and `Mao Zedong`: each syllable of pinyin has one spelling in the older system, or two. Reports
//! leave out the apostrophes and the dots of that system, so that `Chang` may be `Zhang` and `Chang`; a name of three
//! syllables that fits all three is one name, while a single syllable says too little.

use crate::model::{Name, WordKind};

/// Whether the first name, with hyphens, is the second one, in pinyin: a family name and a given name of two syllables.
pub(super) fn are_one(older: &Name, pinyin: &Name) -> bool {
    let is_plain = |name: &Name| name.words.iter().all(|word| word.kind == WordKind::Plain);
    if older.is_body || pinyin.is_body || !is_plain(older) || !is_plain(pinyin) {
        return false;
    }
    let (older, pinyin) = (&older.words, &pinyin.words);
    let ([family, first, second], [own_family, given]) = (older.as_slice(), pinyin.as_slice()) else {
        return false;
    };
    is_written(&own_family.text, &family.text)
        && given.text.char_indices().skip(1).any(|(at, _)| {
            let (head, tail) = given.text.split_at(at);
            is_written(head, &first.text) && is_written(tail, &second.text)
        })
}

/// Whether a syllable of pinyin is written so in the older system.
fn is_written(pinyin: &str, older: &str) -> bool {
    let Some((initial, written, end)) = INITIALS
        .iter()
        .find_map(|(initial, written)| Some((*initial, *written, pinyin.strip_prefix(initial)?)))
    else {
        return false;
    };
    if let Some((_, all)) = WHOLE.iter().find(|(syllable, _)| *syllable == pinyin) {
        return all.contains(&older);
    }
    older.strip_prefix(written).is_some_and(|rest| finals(initial, end).contains(&rest))
}

/// How the end of a syllable is written behind its first consonant; nothing where pinyin has no such end.
fn finals(initial: &str, end: &str) -> &'static [&'static str] {
    match (initial, end) {
        ("g" | "k" | "h", "e") => &["o", "e"],
        ("g" | "k" | "h" | "sh", "uo") => &["uo"],
        ("g" | "k", "ui") => &["uei"],
        ("j" | "q" | "x" | "n" | "l", "ue") => &["ueh"],
        _ => FINALS.iter().find(|(pinyin, _)| *pinyin == end).map_or(&[], |(_, written)| *written),
    }
}

/// First consonants, in pinyin and in the older system without its apostrophes; the longer ones first.
const INITIALS: [(&str, &str); 24] = [
    ("zh", "ch"),
    ("ch", "ch"),
    ("sh", "sh"),
    ("b", "p"),
    ("p", "p"),
    ("m", "m"),
    ("f", "f"),
    ("d", "t"),
    ("t", "t"),
    ("n", "n"),
    ("l", "l"),
    ("g", "k"),
    ("k", "k"),
    ("h", "h"),
    ("j", "ch"),
    ("q", "ch"),
    ("x", "hs"),
    ("z", "ts"),
    ("c", "ts"),
    ("s", "s"),
    ("r", "j"),
    ("y", "y"),
    ("w", "w"),
    ("", ""),
];

/// Ends of syllables, in pinyin and in the older system without its dots.
const FINALS: [(&str, &[&str]); 33] = [
    ("a", &["a"]),
    ("o", &["o"]),
    ("e", &["e"]),
    ("ai", &["ai"]),
    ("ei", &["ei"]),
    ("ao", &["ao"]),
    ("ou", &["ou"]),
    ("an", &["an"]),
    ("en", &["en"]),
    ("ang", &["ang"]),
    ("eng", &["eng"]),
    ("ong", &["ung"]),
    ("i", &["i"]),
    ("ia", &["ia"]),
    ("ie", &["ieh"]),
    ("iao", &["iao"]),
    ("iu", &["iu"]),
    ("ian", &["ien"]),
    ("in", &["in"]),
    ("iang", &["iang"]),
    ("ing", &["ing"]),
    ("iong", &["iung"]),
    ("u", &["u"]),
    ("ua", &["ua"]),
    ("uo", &["o"]),
    ("uai", &["uai"]),
    ("ui", &["ui"]),
    ("uan", &["uan"]),
    ("un", &["un"]),
    ("uang", &["uang"]),
    ("ue", &["ueh"]),
    ("v", &["u"]),
    ("er", &["erh"]),
];

/// Syllables that are written otherwise than their parts.
const WHOLE: [(&str, &[&str]); 17] = [
    ("zhi", &["chih"]),
    ("chi", &["chih"]),
    ("shi", &["shih"]),
    ("ri", &["jih"]),
    ("zi", &["tzu"]),
    ("ci", &["tzu"]),
    ("si", &["szu", "ssu"]),
    ("e", &["o", "e"]),
    ("yi", &["i", "yi"]),
    ("ye", &["yeh"]),
    ("you", &["yu"]),
    ("yan", &["yen"]),
    ("ying", &["ying", "ing"]),
    ("yue", &["yueh"]),
    ("yong", &["yung"]),
    ("yin", &["yin", "in"]),
    ("weng", &["weng"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::name::read;

    #[track_caller]
    fn check(older: &str, pinyin: &str, expected: bool) {
        assert_eq!(are_one(&read(older), &read(pinyin)), expected, "{older} and {pinyin}");
    }

    #[test]
    fn each_syllable_has_its_like() {
        for (older, pinyin) in [
            ("Mao Tse-tung", "Mao Zedong"),
            ("Chou En-lai", "Zhou Enlai"),
            ("Teng Hsiao-p'ing", "Deng Xiaoping"),
            ("Chang Chih-tung", "Zhang Zhidong"),
            ("Kuo Mo-jo", "Guo Moruo"),
            ("Yeh Chien-ying", "Ye Jianying"),
            ("Tsai Ing-wen", "Cai Yingwen"),
            ("Ssu-ma Ch'ien", "Sima Qian"),
        ] {
            let is_double_family = older.starts_with("Ssu");
            check(older, pinyin, !is_double_family);
        }
    }

    #[test]
    fn one_syllable_that_differs_makes_another_name() {
        check("Mao Tse-min", "Mao Zedong", false);
        check("Teng Hsiao-ping", "Zheng Xiaoping", false);
        check("Chang Wei", "Zheng Wei", false);
        check("Kim Jong-il", "Kim Jongun", false);
        check("Anna Maria Holt", "Anna Holt", false);
    }
}
