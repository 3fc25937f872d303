//! What is counted, from the words behind a figure: [`read`], and [`unit_matches`] for a fact's unit.

use super::super::ValueFault;
use super::super::lexicon::Role;
use super::super::scan::{Cursor, Placed, Token, is_dash};
use super::{fault, magnitude, spelled};

/// The unit that the rest of the words names, in the singular and lower case.
pub(super) fn read(cursor: Cursor<'_>) -> Result<Option<String>, ValueFault> {
    let start = cursor;
    let mut cursor = match cursor.word("of") {
        Some(rest) => ["the", "its", "their"].iter().find_map(|word| rest.word(word)).unwrap_or(rest),
        None => cursor,
    };
    if let Some(period) = slashed(cursor) {
        return Ok(Some(singular(&format!("per {period}"))));
    }
    let from = cursor.offset();
    if let Some(placed) = begins_anew(cursor) {
        return Err(fault::after_figure(start, &placed));
    }
    while let Some((placed, rest)) = cursor.next() {
        let joined = match placed.token {
            // `1,000 (one thousand)` states two figures; `two-year terms` are counted.
            Token::Word(_) => spelled::small(cursor).is_none() || rest.dash().is_some(),
            Token::Symbol(c) if is_dash(c) && placed.glued && is_word(rest) => true,
            // Punctuation joins words and does not stand before them.
            Token::Symbol(c) => joins_words(c) && cursor.offset() > from,
            Token::Digits(_) => false,
        };
        if !joined {
            return Err(fault::after_figure(start, &placed));
        }
        cursor = rest;
    }
    let words = cursor.text()[from..].trim_matches(|c: char| !c.is_alphanumeric());
    Ok((!words.is_empty()).then(|| singular(words)))
}

/// The period of `/year`, where nothing follows it.
fn slashed(cursor: Cursor<'_>) -> Option<&str> {
    let (placed, rest) = cursor.symbol('/')?.next()?;
    match placed.token {
        Token::Word(word) if rest.is_done() => Some(word),
        Token::Word(_) | Token::Digits(_) | Token::Symbol(_) => None,
    }
}

/// The first word, where it cannot begin the name of what is counted.
fn begins_anew(cursor: Cursor<'_>) -> Option<Placed<'_>> {
    let (placed, rest) = cursor.next()?;
    let Token::Word(word) = placed.token else { return None };
    if magnitude::is_doubtful(cursor) {
        return Some(placed);
    }
    // `40s` names a stretch from 40 on.
    let is_decade = placed.glued && word.eq_ignore_ascii_case("s");
    // `a year`, `a head`: one word, and no more.
    let is_period =
        || cursor.is(Role::Article).is_some() && rest.next().is_some_and(|(_, end)| end.is_done());
    let anew = is_decade || cursor.is(Role::NoUnit).is_some() && !is_period();
    anew.then_some(placed)
}

fn joins_words(c: char) -> bool {
    is_dash(c) || matches!(c, '\'' | '’' | '/' | '&' | '.' | '"' | '“' | '”' | '(' | ')' | ',')
}

fn is_word(cursor: Cursor<'_>) -> bool {
    matches!(cursor.next(), Some((placed, _)) if placed.glued && matches!(placed.token, Token::Word(_)))
}

/// Whether words behind a figure can name what a fact counts.
///
/// The head nouns are compared in the singular; people are called by many nouns, so that
/// `27 Chinese` suits a fact that counts suspects, and `15 dogs` does not.
pub fn unit_matches(number_unit: &str, fact_unit: &str) -> bool {
    let number = singular(number_unit);
    let fact = singular(fact_unit);
    let (number_head, number_per) = head(&number);
    let (fact_head, fact_per) = head(&fact);
    if number_per.is_some() && number_per != fact_per {
        return false;
    }
    number_head == fact_head
        || number == fact
        || fact_per == Some(number_head) && !is_person(number_head)
        || is_person(fact_head) && is_person(number_head)
}

/// The last word of the counted noun, and what it is counted per.
fn head(unit: &str) -> (&str, Option<&str>) {
    let split = [" a ", " per ", " each ", " every "].iter().find_map(|join| unit.split_once(join));
    let (noun, per) = split.map_or((unit, None), |(noun, per)| (noun, Some(per)));
    let noun = [" of ", " in ", " from ", " who ", " at "]
        .iter()
        .find_map(|join| noun.split_once(join))
        .map_or(noun, |(head, _)| head);
    (noun.rsplit([' ', '-']).find(|word| !word.is_empty()).unwrap_or(noun), per)
}

/// Lower-cases, and puts the last noun of the counted thing and the word for a period in the singular.
pub(super) fn singular(words: &str) -> String {
    let lower = words.to_lowercase();
    let lower = match lower.trim_start_matches('-').trim() {
        "annually" | "yearly" | "a year" | "per year" | "per annum" | "each year" | "every year" => {
            return "year".to_owned();
        }
        "monthly" | "a month" | "per month" | "each month" | "every month" => return "month".to_owned(),
        "daily" | "a day" | "per day" | "each day" | "every day" => return "day".to_owned(),
        other => other,
    };
    let lower = match lower.strip_suffix(" annually").or_else(|| lower.strip_suffix(" yearly")) {
        Some(noun) => return singular_noun(noun) + " a year",
        None => lower,
    };
    let end = [" a ", " per ", " each ", " every ", " of ", " in ", " from ", " who ", " at "]
        .iter()
        .filter_map(|join| lower.find(join))
        .min()
        .unwrap_or(lower.len());
    singular_noun(&lower[..end]) + &lower[end..]
}

fn singular_noun(noun: &str) -> String {
    let start = noun.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, last) = noun.split_at(start);
    let irregular = match last {
        "people" | "persons" => Some("person"),
        "men" => Some("man"),
        "women" => Some("woman"),
        "children" => Some("child"),
        "lives" => Some("life"),
        "feet" => Some("foot"),
        "series" | "species" | "premises" | "headquarters" => Some(last),
        _ => None,
    };
    if let Some(word) = irregular {
        return format!("{before}{word}");
    }
    let stem = |suffix: &str| last.strip_suffix(suffix).filter(|stem| stem.len() > 1);
    if let Some(stem) = stem("ies").filter(|stem| stem.len() > 1) {
        return format!("{before}{stem}y");
    }
    let es = ["sses", "shes", "ches", "xes"].iter().any(|end| last.ends_with(end));
    if es && let Some(stem) = stem("es") {
        return format!("{before}{stem}");
    }
    let keeps = ["ss", "us", "is"].iter().any(|end| last.ends_with(end)) && last != "thais";
    match stem("s").filter(|stem| stem.len() > 2 && !keeps) {
        Some(stem) => format!("{before}{stem}"),
        None => noun.to_owned(),
    }
}

/// Whether a noun in the singular names people, by its sense or as a nationality.
fn is_person(noun: &str) -> bool {
    let listed = |nouns: &str| nouns.split(' ').any(|known| known == noun);
    let ending = |endings: &str| endings.split(' ').any(|end| noun.ends_with(end));
    listed(PEOPLE) || listed(NATIONALITIES) || noun.len() > 5 && ending(NATIONALITY_ENDINGS)
}

const PEOPLE: &str = "adult arrest boy captive casualty child citizen civilian criminal dead death defendant \
    deportee detainee employee expatriate fatality fighter foreigner girl hostage immigrant individual inmate \
    life local man member migrant minor missing national offender officer official operative passenger person \
    personnel police policeman prisoner protester refugee resident scammer slave soldier staff student \
    survivor suspect teenager tourist trafficker victim woman worker";

/// Nationalities whose noun has none of the usual endings.
const NATIONALITIES: &str = "afghan arab briton czech dane filipino finn french greek israeli khmer kuwaiti lao \
    laotian nepali pakistani pole saudi swede thai turk uighur uyghur uzbek";

const NATIONALITY_ENDINGS: &str = "ese ian ean ican deshi";
