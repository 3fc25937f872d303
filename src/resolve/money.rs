//! Which currency a word means that several countries share: what claims, facts and sheets say in
//! `currency:`, and what is paid with where an outlet or an event is; entry points [`Known`], [`code`]
//! and [`of_entities`].

use super::directory::Directory;
use super::entity::Row;
use crate::diag::{Code, Diagnostic};
use crate::model::{Entity, EntityIx, EntityKind, FactKind, Id, SheetKind};
use crate::parse::{RawFact, RawFactKind};
use crate::value::number::{Local, MoneyFault, currencies_of, currency_code, currency_of_country};
use crate::yaml::{Located, Words};

/// What a fact and its sheet say of the money in their claims.
pub(super) struct Known {
    /// `currency:` of the fact, or else of the sheet.
    pub(super) stated: Option<&'static str>,
    /// What is paid with at the sheet's places.
    pub(super) places: Vec<&'static str>,
}

impl Known {
    /// What is known of one claim's money.
    pub(super) fn of_claim(&self, own: Option<&'static str>, outlet: Option<&'static str>) -> Local {
        let places = outlet.into_iter().chain(self.places.iter().copied()).collect();
        Local { own, shared: self.stated, places }
    }
}

/// Reads a `currency` field; of one that is misspelled, what was probably meant, so that it is one fault.
pub(super) fn code(words: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<&'static str> {
    let found = currency_code(words);
    if found.is_none() {
        let upper = currency_code(&words.to_uppercase());
        let codes = currencies_of(words);
        let help = match (upper, codes) {
            (Some(code), _) => format!("write `{code}`"),
            (None, []) => "write its three letters, as in `CAD`".to_owned(),
            (None, codes) => format!("write {}", choice(codes)),
        };
        let message = format!("`{}` is not a code of ISO 4217", words.value);
        faults.push(Diagnostic::error(Code::ValueUnknown, words.span, message).help(help));
        return upper.or(codes.first().copied());
    }
    found
}

/// Reads the `currency` of a fact or of its claims, which is for money alone.
pub(super) fn of_kind(
    words: Option<&Located<String>>,
    kind: &FactKind,
    faults: &mut Vec<Diagnostic>,
) -> Option<&'static str> {
    let words = words?;
    if !matches!(kind, FactKind::Money { .. }) {
        faults.push(
            Diagnostic::error(Code::ValueUnsuited, words.span, "`currency` is for money facts only")
                .help("remove `currency`, or change the fact's `kind`"),
        );
        return None;
    }
    code(words, faults)
}

/// The currency that a money fact's `unit` names by its code; any other unit is what the money is per.
pub(super) fn of_unit(unit: Option<&Located<String>>, kind: RawFactKind) -> Option<&'static str> {
    unit.filter(|_| kind == RawFactKind::Money).and_then(|unit| currency_code(unit))
}

/// The currency of a money fact: its `currency`, or else what its `unit` names by a code.
pub(super) fn of_fact(raw: &RawFact, kind: &FactKind, faults: &mut Vec<Diagnostic>) -> Option<&'static str> {
    let by_unit = of_unit(raw.unit.as_ref(), raw.kind.value);
    let stated = of_kind(raw.currency.as_ref(), kind, faults);
    if let (Some(unit), Some(by_unit), Some(stated)) = (&raw.unit, by_unit, stated)
        && by_unit != stated
    {
        let message = format!("the fact's `unit` is {by_unit} and its `currency` {stated}");
        let help = "remove `unit`, or write there what the money is per";
        faults.push(Diagnostic::error(Code::ValueUnsuited, unit.span, message).help(help));
    }
    stated.or(by_unit)
}

/// What is paid with where a sheet's matter happened, or where the entity is that it is about.
pub(super) fn of_places(kind: SheetKind, places: &[Located<Id>], directory: &Directory) -> Vec<&'static str> {
    let about = if let SheetKind::Entity(ix) = kind { Some(ix) } else { None };
    let places = places.iter().filter_map(|id| directory.peek_entity(&id.value));
    about.into_iter().chain(places).filter_map(|ix| directory.money(ix)).collect()
}

/// What is wrong with an amount of money, other than its figure.
pub(super) fn fault(
    fault: &MoneyFault,
    words: &Located<Words>,
    unread: impl Fn(&crate::value::ValueFault) -> Diagnostic,
) -> Diagnostic {
    let typed = &words.value.0;
    match fault {
        MoneyFault::Unread(fault) => unread(fault),
        MoneyFault::Unnamed => {
            let message = "an amount of money needs a currency";
            Diagnostic::error(Code::ValueUnsuited, words.span, message)
                .help("name the currency: `$40 billion`, `EUR 11bn`")
        }
        MoneyFault::Unclear(codes) => {
            let message = format!("`{typed}` can be money of several countries, and nothing says which");
            let first = codes.first().copied().unwrap_or("CAD");
            let help = format!(
                "add `currency: {first}` to the claim, its fact or its sheet, with the code that is meant: {}",
                choice(codes)
            );
            Diagnostic::error(Code::CurrencyUnclear, words.span, message).help(help)
        }
        MoneyFault::Otherwise(codes) => {
            let message = format!("`{typed}` is not money of the claim's `currency`");
            Diagnostic::error(Code::ValueUnsuited, words.span, message)
                .help(format!("remove `currency`, or write {}", choice(codes)))
        }
    }
}

/// Codes to choose from, the first few.
fn choice(codes: &[&str]) -> String {
    const SHOWN: usize = 6;
    let named: Vec<String> = codes.iter().take(SHOWN).map(|code| format!("`{code}`")).collect();
    match named.as_slice() {
        [only] => only.clone(),
        _ if codes.len() > SHOWN => format!("{} or another", named.join(", ")),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
        [] => String::new(),
    }
}

/// What is paid with where each entity is: its own `currency`, or that of the nearest place around it
/// that has one, or else of the country that the outermost place is by its name.
pub(super) fn of_entities(
    rows: &[Row<'_>],
    entities: &[Entity],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Option<&'static str>> {
    let own: Vec<Option<&'static str>> = rows
        .iter()
        .zip(entities)
        .map(|((_, _, raw), entity)| {
            let words = raw.currency.as_ref()?;
            if matches!(entity.kind, EntityKind::Place | EntityKind::Outlet | EntityKind::Organisation) {
                return code(words, faults);
            }
            faults.push(
                Diagnostic::error(
                    Code::ValueUnsuited,
                    words.span,
                    "only a place, an outlet or an organisation has a `currency`",
                )
                .help("remove `currency`"),
            );
            None
        })
        .collect();
    let seat = |i: usize| {
        let within = rows[i].2.r#in.as_ref().filter(|_| entities[i].kind != EntityKind::Place)?;
        let ix = rows.binary_search_by(|row| row.0.cmp(&within.value)).ok()?;
        (entities[ix].kind == EntityKind::Place).then_some(EntityIx(ix as u32))
    };
    let mut known: Vec<Option<Option<&'static str>>> = vec![None; entities.len()];
    for i in 0..entities.len() {
        // Each step of a chain is taken once for all that begin on it.
        let mut path = Vec::new();
        let mut at = Some(EntityIx(i as u32));
        let mut found = None;
        while let Some(ix) = at {
            if let Some(done) = known[ix.index()] {
                found = done;
                break;
            }
            path.push(ix.index());
            let around = entities[ix.index()].within.or_else(|| seat(ix.index()));
            found = own[ix.index()].or_else(|| around.is_none().then(|| of_name(&entities[ix.index()]))?);
            at = around.filter(|_| found.is_none());
        }
        path.into_iter().for_each(|ix| known[ix] = Some(found));
    }
    known.into_iter().map(Option::flatten).collect()
}

/// The currency of a country, by any of its names.
fn of_name(entity: &Entity) -> Option<&'static str> {
    if entity.kind != EntityKind::Place {
        return None;
    }
    std::iter::once(&entity.name).chain(&entity.aliases).find_map(|name| currency_of_country(name))
}
