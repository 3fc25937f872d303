//! Which currency an amount is in, where its words belong to several countries: [`read_money`].

use super::super::ValueFault;
use super::super::lexicon::Lexicon;
use super::super::scan::Cursor;
use super::currency::Currency;
use super::{change, iso4217, numbered, own_words, said};
use crate::model::{Change, Number};

/// What says which currency a word such as `dollars` means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Local {
    /// What the claim itself says in `currency:`.
    pub own: Option<&'static str>,
    /// What its fact or its sheet says for all claims.
    pub shared: Option<&'static str>,
    /// What is paid with where the outlet is, and where the sheet's matter happened.
    pub places: Vec<&'static str>,
}

/// Why words are no amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoneyFault {
    /// The figure cannot be read.
    Unread(ValueFault),
    /// No currency is named.
    Unnamed,
    /// Several countries share the words; the codes they can mean, those of the places first.
    Unclear(Vec<&'static str>),
    /// The words name another currency than the claim's `currency`.
    Otherwise(Vec<&'static str>),
}

/// The ISO 4217 code that these letters are.
///
/// ```
/// assert_eq!(variorum::value::number::currency_code("CAD"), Some("CAD"));
/// assert_eq!(variorum::value::number::currency_code("C$"), None);
/// ```
pub fn currency_code(code: &str) -> Option<&'static str> {
    iso4217::code(code).copied()
}

/// The same, also for a currency that is no longer paid with: `FRF`.
pub fn currency_code_ever(code: &str) -> Option<&'static str> {
    currency_code(code).or_else(|| iso4217::WITHDRAWN.iter().copied().find(|withdrawn| *withdrawn == code))
}

/// The codes that a word can mean: `dollars`, `Rs`.
pub fn currencies_of(word: &str) -> &'static [&'static str] {
    let cursor = Cursor::new(word);
    let found = super::currency::after(cursor).filter(|(_, rest)| rest.is_done());
    found.map_or(&[], |(currency, _)| currency.codes)
}

/// Whether the words of an edition mean this currency to its readers, to whom `dollars` are those of the
/// United States as `$` is.
pub fn is_money_of(words: &str, code: &str, lexicon: &'static Lexicon) -> bool {
    let Ok((figure, _)) = said(words, lexicon) else { return false };
    let Some(currency) = figure.currency else { return false };
    let first = currency.codes.first().copied().filter(|code| SIGNED.contains(code));
    match currency.usual.or(first) {
        Some(meant) => meant == code,
        None => currency.codes.contains(&code),
    }
}

/// Currencies that a sign of several countries means where nothing says otherwise.
const SIGNED: [&str; 5] = ["USD", "GBP", "JPY", "KRW", "RUB"];

/// The currency of a country by its English name.
pub fn currency_of_country(name: &str) -> Option<&'static str> {
    iso4217::of_country(name)
}

/// Reads an amount of money in the words of the article or in those of the edition, of which it is told
/// which languages they are in (`lexicons`).
///
/// `$` is the United States dollar, `£` the pound sterling, `¥` the yen, `₩` the won of the South and
/// `rubles` those of Russia, unless a place says otherwise. Any other word that several countries
/// share means what the claim, its fact, its sheet or a place says; where none does, nothing is read.
pub fn read_money(
    words: &str,
    local: &Local,
    lexicons: (&'static Lexicon, &'static Lexicon),
) -> Result<Number, MoneyFault> {
    let (own, edition) = lexicons;
    if own.tag == edition.tag {
        return read(words, local, own);
    }
    let is_unnamed = |fault: &MoneyFault| matches!(fault, MoneyFault::Unread(_) | MoneyFault::Unnamed);
    match (read(words, local, own), read(words, local, edition)) {
        (Err(MoneyFault::Unread(_)), edition) => edition,
        (Err(own), Err(edition)) if is_unnamed(&own) && !is_unnamed(&edition) => Err(edition),
        (Err(own), Ok(number)) if is_unnamed(&own) => Ok(Number { unit: None, ..number }),
        (Err(own), _) => Err(own),
        (Ok(number), Err(edition)) if is_unnamed(&edition) => Ok(Number { unit: None, ..number }),
        (Ok(number), Err(edition)) => {
            if number.unit.is_some() {
                Err(edition)
            } else {
                Ok(number)
            }
        }
        (Ok(own), Ok(edition)) => Ok(own_words::better(own, edition)),
    }
}

/// An amount with the direction of a change, as [`super::read`] reads one of any other figure.
fn read(words: &str, local: &Local, lexicon: &'static Lexicon) -> Result<Number, MoneyFault> {
    let directed = |at: usize, direction| {
        level(&words[at..], local, lexicon).ok().and_then(|number| change::apply(number, direction))
    };
    if let Some(risen) = change::rise(words).and_then(|at| directed(at, Change::Rise)) {
        return Ok(risen);
    }
    let fault = match level(words, local, lexicon) {
        Ok(number) => return Ok(change::signed(number)),
        Err(fault) => fault,
    };
    let split = change::split(words, lexicon).filter(|_| change::has_digit(words));
    split.and_then(|(direction, at)| directed(at, direction)).ok_or(fault)
}

/// An amount that no word for a change stands before.
fn level(words: &str, local: &Local, lexicon: &'static Lexicon) -> Result<Number, MoneyFault> {
    let (figure, rest) = said(words, lexicon).map_err(MoneyFault::Unread)?;
    let number = numbered(words, figure, rest).map_err(MoneyFault::Unread)?;
    let Some(currency) = figure.currency else {
        let stated = local.own.or(local.shared).filter(|_| !number.percent).ok_or(MoneyFault::Unnamed)?;
        return Ok(Number { currency: Some(stated.to_owned()), ..number });
    };
    // What is read as the noun of a count is money here.
    let unit = super::unit::read(rest).map_err(MoneyFault::Unread)?;
    Ok(Number { currency: Some(settle(currency, local)?.to_owned()), unit, ..number })
}

fn settle(currency: Currency, local: &Local) -> Result<&'static str, MoneyFault> {
    let means = |code: &&'static str| currency.codes.contains(code);
    if let Some(own) = local.own {
        return Some(own).filter(means).ok_or_else(|| MoneyFault::Otherwise(currency.codes.to_vec()));
    }
    if let Some(code) = currency.only().or(local.shared.filter(means)) {
        return Ok(code);
    }
    let mut of_places: Vec<&'static str> = local.places.iter().copied().filter(means).collect();
    of_places.sort_unstable();
    of_places.dedup();
    match (currency.usual, of_places.as_slice()) {
        (Some(usual), []) => Ok(usual),
        (Some(usual), [place]) if *place == usual => Ok(usual),
        (None, [place]) => Ok(place),
        (_, places) => {
            let others = currency.codes.iter().copied().filter(|code| !places.contains(code));
            Err(MoneyFault::Unclear(places.iter().copied().chain(others).collect()))
        }
    }
}
