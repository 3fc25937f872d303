//! How two names lie to each other: [`relation`].
//!
//! Words are laid side by side, each with one of its own in the other name. What is left over on
//! both sides makes two names; what is left over on one side makes a variant, unless it is a word
//! that makes another thing of the name.

use super::leftover::{self, Leftover};
use super::outcome::{NameDoubt, NameRelation, NameVariant};
use super::words::{self, Match};
use super::{acronym, order, script, spelling, title, wade_giles};
use crate::model::{Gender, GenderedTitle, Name, NameWord, Script, WordKind};

/// How two names lie to each other; the order of the two does not matter.
pub fn relation(a: &Name, b: &Name) -> NameRelation {
    if a.words.is_empty() || b.words.is_empty() {
        return if a.full == b.full { NameRelation::Same } else { NameRelation::Different };
    }
    if let (Some(generation), Some(other)) = (a.generation, b.generation)
        && generation != other
    {
        return NameRelation::Different;
    }
    if a.script != b.script {
        return across_scripts(a, b);
    }
    within_a_script(a, b)
}

fn within_a_script(a: &Name, b: &Name) -> NameRelation {
    let found = words::matched(&a.words, &b.words);
    let (mut left_a, mut left_b) = (found.left_a(), found.left_b());
    left_a.retain(|&at| is_needed(&a.words[at]));
    left_b.retain(|&at| is_needed(&b.words[at]));
    if are_joined_alike(a, b) && (a.words.len() != b.words.len() || !left_a.is_empty()) {
        let spaces = a.words.len().abs_diff(b.words.len()).max(1);
        return NameRelation::Variant(NameVariant::Spelling(spaces));
    }
    if is_acronym(a, b) || is_acronym(b, a) {
        return NameRelation::Variant(NameVariant::Acronym);
    }
    if wade_giles::are_one(a, b) || wade_giles::are_one(b, a) {
        return NameRelation::Variant(NameVariant::Transliteration);
    }
    if !left_a.is_empty() && !left_b.is_empty() {
        return apart(a, &left_a, b, &left_b);
    }
    if are_man_and_woman(a, b) || order::is_turned(a, b) || order::of_man_and_wife(a, b) {
        return NameRelation::Different;
    }
    let closest = found.variant();
    let lack = match (left_a.is_empty(), left_b.is_empty()) {
        (true, true) if closest.is_none() && a.generation == b.generation => return NameRelation::Same,
        (true, true) => None,
        (false, _) => Some(lacking(b, a, &left_a)),
        (true, false) => Some(lacking(a, b, &left_b)),
    };
    // Initials alone are no name: one whole word is the same in both.
    if !found.shares_a_word()
        && (closest == Some(NameVariant::Initials) || lack.is_some() && found.n_matched() == 0)
    {
        return NameRelation::Different;
    }
    match lack {
        Some(Leftover::Other) => NameRelation::Different,
        Some(Leftover::Unclear(doubt)) => NameRelation::Undecided(doubt),
        Some(Leftover::Fits)
            if closest.is_none_or(|variant| {
                variant < NameVariant::ShortForm && variant != NameVariant::Initials
            }) =>
        {
            NameRelation::Variant(NameVariant::TokenSubset)
        }
        Some(Leftover::Fits) | None => NameRelation::Variant(closest.unwrap_or(NameVariant::Suffix)),
    }
}

/// What follows from the words that only the longer name has, and from where they stand.
fn lacking(short: &Name, long: &Name, left: &[usize]) -> Leftover {
    match order::middle(short, long, left) {
        Some(other) => other,
        None => leftover::judge(short, long, left),
    }
}

/// Whether two names are the same letters, small words left out or not: `bin Abdul Aziz`, `ibn
/// Abdulaziz`.
fn are_joined_alike(a: &Name, b: &Name) -> bool {
    let letters = |name: &Name| -> usize { words::needed(name).map(str::len).sum() };
    a.joined == b.joined
        || a.words.len() != b.words.len()
            && letters(a) == letters(b)
            && words::needed(a).flat_map(str::bytes).eq(words::needed(b).flat_map(str::bytes))
}

/// Whether a word must have its like in the other name.
fn is_needed(word: &NameWord) -> bool {
    word.kind != WordKind::Particle
}

/// Names with a word of their own each.
fn apart(a: &Name, left_a: &[usize], b: &Name, left_b: &[usize]) -> NameRelation {
    if let ([x], [y]) = (left_a, left_b)
        && leftover::may_be_each(&a.words[*x], &b.words[*y])
        && a.words.len() == b.words.len()
    {
        return NameRelation::Undecided(NameDoubt::Several);
    }
    if is_monsieur(a, left_a, b, left_b) || is_monsieur(b, left_b, a, left_a) {
        return NameRelation::Undecided(NameDoubt::Several);
    }
    if let (Script::Other(_), [x], [y]) = (a.script, a.words.as_slice(), b.words.as_slice()) {
        return leftover::within(&x.text, &y.text);
    }
    misspelt_place(a, b)
        .map_or(NameRelation::Different, |letters| NameRelation::Variant(NameVariant::Spelling(letters)))
}

/// How many letters differ between a place and a name that is none, in all but these letters.
fn misspelt_place(a: &Name, b: &Name) -> Option<usize> {
    let is_place = |name: &Name| name.words.iter().any(|word| matches!(word.kind, WordKind::Place(_)));
    if is_place(a) == is_place(b) {
        return None;
    }
    let letters = |name: &Name| name.joined.replace([' ', '\''], "");
    let (x, y) = (letters(a), letters(b));
    let is_long = x.chars().count().min(y.chars().count()) > 5;
    is_long.then(|| spelling::alike(&x, &y)).flatten()
}

/// Whether `M.` before a family name may be the French `Monsieur`, or else a first name.
fn is_monsieur(a: &Name, left_a: &[usize], b: &Name, left_b: &[usize]) -> bool {
    let is_alone = matches!(left_a, [0]) && a.words.len() == 2 && is_m(a);
    is_alone && left_b.iter().all(|&at| b.words[at].kind != WordKind::Initial)
}

fn is_m(name: &Name) -> bool {
    name.words.len() > 1 && name.words[0].kind == WordKind::Initial && name.words[0].text == "m"
}

fn is_acronym(short: &Name, long: &Name) -> bool {
    let Some(letters) = short.acronym.as_ref().filter(|_| long.acronym.is_none()) else { return false };
    long.full.split('|').any(|full| acronym::spells(letters, full))
}

/// Whether titles or first names are those of a man and of a woman, and nothing else says that the
/// two are one.
pub fn are_man_and_woman(a: &Name, b: &Name) -> bool {
    let differ = matches!((a.gender, b.gender), (Some(one), Some(other)) if one != other);
    differ && (a.words.len() < 2 || b.words.len() < 2)
        || title::are_of_two(a, b)
        || is_monsieur_and_a_woman(a, b)
        || is_monsieur_and_a_woman(b, a)
}

/// `M. Laurent` and `Mme Laurent`: with a woman of that name beside it, the letter is a title.
fn is_monsieur_and_a_woman(a: &Name, b: &Name) -> bool {
    let is_woman = matches!(b.title, Some(GenderedTitle::Address(Gender::Woman)));
    is_woman && is_m(a) && a.words.len() == b.words.len() + 1 && a.words[1..] == b.words[..]
}

/// Names in two scripts: their sounds can show that they are one, and seldom that they are two.
fn across_scripts(a: &Name, b: &Name) -> NameRelation {
    if let ([x], [y]) = (a.words.as_slice(), b.words.as_slice())
        && let (WordKind::Place(place), WordKind::Place(other)) = (x.kind, y.kind)
    {
        return if place == other {
            NameRelation::Variant(NameVariant::OtherName)
        } else {
            NameRelation::Different
        };
    }
    if !is_foreign(a) && !is_foreign(b) {
        return match within_a_script(a, b) {
            NameRelation::Same | NameRelation::Variant(_) => NameRelation::Variant(NameVariant::Script),
            NameRelation::Different if leftover::sound_alike(&skeleton(a), &skeleton(b)) => {
                NameRelation::Variant(NameVariant::Script)
            }
            other @ (NameRelation::Undecided(_) | NameRelation::Different) => other,
        };
    }
    let letters = |name: &Name| script::romanised(&name.joined);
    let (x, y) = (letters(a), letters(b));
    if x.len() > 3 && x == y || leftover::sound_alike(&skeleton(a), &skeleton(b)) {
        NameRelation::Variant(NameVariant::Script)
    } else {
        NameRelation::Undecided(NameDoubt::Scripts)
    }
}

fn is_foreign(name: &Name) -> bool {
    match name.script {
        Script::Other(_) => true,
        Script::Latin | Script::Alphabet => false,
    }
}

/// The consonants of all words, those of particles left out.
fn skeleton(name: &Name) -> Vec<String> {
    let letters = name.words.iter().filter(|word| is_needed(word)).map(|word| script::romanised(&word.text));
    letters
        .filter(|word| !matches!(word.as_str(), "bn" | "abn" | "al"))
        .map(|word| script::skeleton(&word))
        .collect()
}

impl Match {
    /// The weakest way in which two words were found alike; `None` where all are the same.
    fn variant(&self) -> Option<NameVariant> {
        self.ways.iter().copied().flatten().max_by_key(|way| match way {
            NameVariant::Spelling(letters) => (9, *letters),
            other => (words::weakness(*other), 0),
        })
    }
}
