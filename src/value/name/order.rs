//! What the order of two people's names says: [`is_turned`], [`middle`], and what their endings say:
//! [`of_man_and_wife`].

use super::leftover::Leftover;
use super::outcome::NameDoubt;
use crate::model::{Name, NameWord, WordKind};

/// Whether two people have the same first name and each other's family names: `Luis García
/// Fernández`, `Luis Fernández García`.
pub(super) fn is_turned(a: &Name, b: &Name) -> bool {
    let plain = |word: &&NameWord| word.kind != WordKind::Particle;
    let is_person = |name: &Name| {
        let is_word = |word: &NameWord| matches!(word.kind, WordKind::Plain | WordKind::Particle);
        !name.is_body && !name.is_company && name.words.iter().all(is_word)
    };
    if a.words.len() != b.words.len() || a.words.len() < 3 || !is_person(a) || !is_person(b) {
        return false;
    }
    let a: Vec<&NameWord> = a.words.iter().filter(plain).collect();
    let b: Vec<&NameWord> = b.words.iter().filter(plain).collect();
    let (Some((first, a)), Some((other, b))) = (a.split_first(), b.split_first()) else { return false };
    let is_moved = a.iter().zip(b).any(|(a, b)| a.text != b.text);
    first.text == other.text && is_moved && a.iter().all(|word| b.iter().any(|other| other.text == word.text))
}

/// What middle initials say that only the longer name has: one before an initial that both have makes
/// another person (`George W. Bush`, `George H. W. Bush`), and a whole word there may do so; one
/// behind it is left out.
pub(super) fn middle(short: &Name, long: &Name, left: &[usize]) -> Option<Leftover> {
    let is_person = !short.is_body && !long.is_body;
    let [at] = *left else { return None };
    if !is_person || short.words.len() < 3 || at == 0 || at + 2 >= long.words.len() {
        return None;
    }
    // The other words stand in one order in both.
    let rest = long.words.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, word)| word);
    let is_like =
        |(a, b): (&NameWord, &NameWord)| a.text == b.text || is_initial_of(a, b) || is_initial_of(b, a);
    if rest.clone().count() != short.words.len() || !rest.zip(&short.words).all(is_like) {
        return None;
    }
    let next = [&long.words[at + 1], &short.words[at]];
    let is_initial = |word: &NameWord| word.kind == WordKind::Initial;
    match (is_initial(&long.words[at]), next.map(is_initial)) {
        (_, [false, false]) => None,
        (true, _) => Some(Leftover::Other),
        // `Juan Carlos M. Pérez` is `Juan M. Pérez` for short.
        (false, [true, true]) => None,
        (false, [true, false] | [false, true]) => Some(Leftover::Unclear(NameDoubt::Several)),
    }
}

fn is_initial_of(short: &NameWord, long: &NameWord) -> bool {
    short.kind == WordKind::Initial && long.text.starts_with(&short.text)
}

/// Whether two family names are those of a man and a woman of one family, where the first name is
/// not known to be of either: `Sasha Petrov`, `Sasha Petrova`.
pub(super) fn of_man_and_wife(a: &Name, b: &Name) -> bool {
    let (Some(last), Some(other)) = (a.words.last(), b.words.last()) else { return false };
    let is_open = a.gender.is_none() && b.gender.is_none();
    is_open
        && !a.is_body
        && a.words.len() == b.words.len()
        && (is_his_and_hers(&last.text, &other.text) || is_his_and_hers(&other.text, &last.text))
}

/// The endings of family names for a man and for a woman.
const ENDINGS: [(&str, &str); 10] = [
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
    ("sky", "skaya"),
    ("skiy", "skaya"),
    ("skii", "skaia"),
    ("ski", "ska"),
    ("cki", "cka"),
    ("dzki", "dzka"),
    ("sson", "sdottir"),
];

fn is_his_and_hers(his: &str, hers: &str) -> bool {
    ENDINGS.iter().any(|(man, woman)| {
        let stems = his.strip_suffix(man).zip(hers.strip_suffix(woman));
        stems.is_some_and(|(his, hers)| his.len() > 1 && his == hers)
    })
}

#[cfg(test)]
mod tests {
    use crate::value::name::{NameRelation, read, relation};

    #[track_caller]
    fn are_two(a: &str, b: &str) {
        assert_eq!(relation(&read(a), &read(b)), NameRelation::Different, "{a} and {b}");
        assert_eq!(relation(&read(b), &read(a)), NameRelation::Different, "{b} and {a}");
    }

    #[track_caller]
    fn may_be_one(a: &str, b: &str) {
        let found = relation(&read(a), &read(b));
        assert!(matches!(found, NameRelation::Same | NameRelation::Variant(_)), "{a} and {b}: {found:?}");
    }

    #[test]
    fn an_initial_before_one_that_both_have_is_another_person() {
        are_two("George W. Bush", "George H. W. Bush");
        are_two("Anna C. Holt", "Anna B. C. Holt");
        may_be_one("Anna B. Holt", "Anna B. C. Holt");
        may_be_one("Anna Holt", "Anna B. C. Holt");
        let open = relation(&read("George W. Bush"), &read("George Herbert Walker Bush"));
        assert!(matches!(open, NameRelation::Undecided(_)), "{open:?}");
    }

    #[test]
    fn family_names_in_another_order_are_another_person() {
        are_two("Luis García Fernández", "Luis Fernández García");
        may_be_one("Nguyen Van Hung", "Hung Van Nguyen");
        may_be_one("García Fernández, Luis", "Luis García Fernández");
    }

    #[test]
    fn his_and_her_family_names_are_two_people() {
        are_two("Jorun Karlsson", "Jorun Karlsdottir");
        are_two("Evren Petrov", "Evren Petrova");
    }

    #[test]
    fn titles_of_a_man_and_of_a_woman_are_two_people() {
        for (man, woman) in [
            ("Brother John Lee", "Sister John Lee"),
            ("Herr Kim Schneider", "Frau Kim Schneider"),
            ("M. Dominique Laurent", "Mme Dominique Laurent"),
            ("Sr. Darci Alves", "Sra. Darci Alves"),
            ("Sheikh Noor al-Thani", "Sheikha Noor al-Thani"),
            ("King Alex", "Queen Alex"),
            ("Chairman Noor Said", "Chairwoman Noor Said"),
            ("господин Саша Петренко", "госпожа Саша Петренко"),
        ] {
            are_two(man, woman);
        }
    }

    #[test]
    fn a_form_for_men_is_used_of_women() {
        may_be_one("Chairman Mary Holt", "Chairwoman Mary Holt");
        may_be_one("actor Noor Said", "Ms Noor Said");
        may_be_one("Ms Noor Said", "Mrs Noor Said");
    }
}
