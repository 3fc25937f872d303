//! A quote that counts something else than the fact's unit: [`fault`].
//!
//! Only nouns that are known are judged: people, what happens to people, and common things. A unit
//! that the quote has in any form is borne out.

use super::Quoted;
use crate::check::quotes::lexicon;
use crate::diag::{Code, Diagnostic};
use crate::model::FactKind;
use crate::value::in_quote::{self, Found};
use crate::value::number::unit_matches;

/// A count whose quote has another noun behind the figure.
pub fn fault(quoted: &Quoted) -> Option<Diagnostic> {
    let FactKind::Count { unit, .. } = &quoted.corpus[quoted.claim.fact].kind else { return None };
    let number = &quoted.claim.reading.quantity()?.number;
    let quote = quoted.quote();
    let lower = quote.to_lowercase();
    let lexicon = lexicon(quoted.corpus, quoted.claim);
    let figures = in_quote::figures(quote, lexicon);
    let stated = |words: &str| {
        matches!(in_quote::number(number, None, words, lexicon), Found::Yes | Found::Derived(_))
    };
    let mut own = figures.iter().filter(|figure| stated(&figure.words));
    let (figure, None) = (own.next()?, own.next()) else { return None };
    let happens = FATES.iter().find(|(units, _)| units.iter().any(|word| has_word(unit, word)));
    // What happens to people is told by the sentence, whoever they are; its words are known in English.
    let is_fate = happens.is_some() && lexicon.tag == "en";
    let mut behind = quoted.behind(figure.range.end);
    let counted = behind.by_ref().take(3).find(|word| is_known(word) || is_fate && is_plural(word))?;
    let is_borne_out = match happens {
        Some((_, stems)) => stems.iter().any(|stem| lower.contains(stem)),
        None => unit_matches(&counted, unit) || are_of_one_kind(&counted, unit) || stands(unit, &lower),
    };
    if is_borne_out {
        return None;
    }
    let message = format!("the quote counts {counted}, and the fact counts {unit}");
    let help = format!("quote the words that speak of {unit}, or correct the fact’s `unit`");
    Some(Diagnostic::warning(Code::UnitNotInQuote, quoted.claim.span, message).help(help))
}

/// Whether the last word of a unit stands in a quote, in the singular or plural.
fn stands(unit: &str, lower: &str) -> bool {
    let last = unit.rsplit(' ').next().unwrap_or(unit).to_lowercase();
    let stem = last.strip_suffix("ies").or_else(|| last.strip_suffix('s')).unwrap_or(&last);
    lower.contains(stem)
}

/// Whether one noun is the wider word for the other, as `devices` for `phones`.
fn are_of_one_kind(counted: &str, unit: &str) -> bool {
    KINDS.iter().any(|kind| kind.contains(&counted) && kind.iter().any(|word| has_word(unit, word)))
}

fn has_word(unit: &str, wanted: &str) -> bool {
    unit.split(|c: char| !c.is_alphabetic()).any(|word| word.eq_ignore_ascii_case(wanted))
}

/// Whether a word can be what is counted: `passengers`.
fn is_plural(word: &str) -> bool {
    word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn is_known(word: &str) -> bool {
    KNOWN.split_whitespace().any(|known| known == word)
}

/// Nouns of which some are wider words for the others.
const KINDS: [&[&str]; 5] = [
    &["devices", "phones", "computers", "laptops", "equipment", "items", "weapons", "passports", "units"],
    &["vehicles", "cars", "trucks", "items", "units"],
    &[
        "buildings",
        "houses",
        "homes",
        "compounds",
        "sites",
        "locations",
        "places",
        "schools",
        "hospitals",
        "companies",
        "dens",
        "centres",
        "centers",
        "properties",
        "structures",
        "units",
    ],
    &[
        "places",
        "areas",
        "locations",
        "villages",
        "provinces",
        "districts",
        "cities",
        "countries",
        "states",
        "regions",
    ],
    &["households", "families", "homes", "groups"],
];

/// What happens to people: units that count it, and beginnings of the words that tell it.
const FATES: [(&[&str], &[&str]); 6] = [
    (
        &["deaths", "death", "dead", "fatalities", "killed", "killings", "fatality"],
        &[
            "dead", "death", "die", "dying", "kill", "fatal", "toll", "perish", "lives", "bodies", "body",
            "casualt", "drown", "slain", "murder", "execut", "massacre", "lost", "claimed", "succumb",
            "shot", "homicid", "suicid",
        ],
    ),
    (
        &["injured", "injuries", "wounded", "wounds"],
        &["injur", "wound", "hurt", "hospital", "casualt", "burn", "maim", "treated"],
    ),
    (
        &["arrests", "arrested", "detainees", "detained", "detentions"],
        &[
            "arrest",
            "detain",
            "detention",
            "custody",
            "apprehend",
            "nabbed",
            "held",
            "hold",
            "rounded",
            "jail",
            "seiz",
            "captur",
            "caught",
            "book",
            "taken",
            "net",
            "behind bars",
            "charged",
            "prison",
        ],
    ),
    (
        &["rescued", "rescues", "freed"],
        &["rescu", "free", "releas", "liberat", "saved", "evacuat", "repatriat", "escape"],
    ),
    (
        &["deported", "deportations", "deportees", "expelled"],
        &["deport", "expel", "expuls", "repatriat", "sent home", "sent back", "return", "remov"],
    ),
    (
        &["displaced", "evacuated", "evacuees", "refugees"],
        &[
            "displac",
            "evacuat",
            "refugee",
            "fled",
            "flee",
            "homeless",
            "shelter",
            "uproot",
            "forced",
            "left their",
        ],
    ),
];

/// Nouns behind a figure that are people, what happens to them, or common things.
const KNOWN: &str = "people persons men women children individuals residents civilians citizens nationals workers \
    suspects victims foreigners soldiers officers deaths fatalities injuries arrests detainees casualties refugees \
    houses homes buildings vehicles cars trucks phones computers devices laptops cases companies schools \
    villages compounds countries provinces districts cities families households hospitals locations sites \
    dens accounts passports weapons";
