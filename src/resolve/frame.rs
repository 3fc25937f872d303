//! The facts that a sheet's own date and places are read from; entry points [`Facts::look_up`]
//! and [`unsupported`].

use super::directory::{Directory, Found};
use crate::diag::{Code, Diagnostic};
use crate::model::{Corpus, DateValue, FactIx, FactKind, Id, Sheet, SheetIx};
use crate::value::date::{DateRelation, relation, words};
use crate::yaml::Located;

/// The facts behind a sheet's frame, where its author names them.
pub(super) struct Facts {
    /// Whose answers the date is read from.
    pub date: Option<FactIx>,
    /// Whose answers the places are read from.
    pub places: Option<FactIx>,
}

impl Facts {
    /// Looks up what `date_of` and `places_of` name.
    pub(super) fn look_up(
        [date_of, places_of]: [Option<&Located<Id>>; 2],
        owner: (SheetIx, &Id),
        (directory, corpus): (&Directory, &Corpus),
        faults: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut found = |id: Option<&Located<Id>>, suits: fn(&FactKind) -> bool, help: &str| {
            let id = id?;
            let Found::Here(fact) = directory.fact(owner, id, faults) else { return None };
            if suits(&corpus[fact].kind) {
                return Some(fact);
            }
            let message = format!("`{}` does not ask for what this field says", id.value);
            faults.push(Diagnostic::error(Code::ValueUnsuited, id.span, message).help(help));
            None
        };
        let is_date = |kind: &FactKind| *kind == FactKind::Date;
        let is_place = |kind: &FactKind| matches!(kind, FactKind::Set | FactKind::Entity { .. });
        Self {
            date: found(date_of, is_date, "name a fact of kind `date`"),
            places: found(places_of, is_place, "name a fact of kind `set` or `entity`"),
        }
    }
}

/// A sheet's date that no answer to its fact gives; claims may be lacking for an error of their own.
pub(super) fn unsupported(
    sheet: &Sheet,
    corpus: &Corpus,
    n_claims_written: impl Fn(&Id) -> usize,
    faults: &mut Vec<Diagnostic>,
) {
    let (Some(own), Some(span), Some(fact)) = (&sheet.date, sheet.date_span, sheet.date_of) else { return };
    let fact = &corpus[fact];
    let answers: Vec<&DateValue> =
        fact.claims.iter().filter_map(|&claim| corpus[claim].reading.date()).collect();
    if answers.len() < n_claims_written(&fact.id) || answers.iter().any(|answer| bears_out(answer, own)) {
        return;
    }
    let mut known: Vec<String> = answers.into_iter().map(words).collect();
    known.dedup();
    let message = format!("no answer to `{}` says {}", fact.id, words(own));
    let help = format!("the sources say {}; write a date that one of them gives", known.join(", "));
    faults.push(Diagnostic::error(Code::FrameUnsupported, span, message).help(help));
}

/// Whether an answer gives a date, at least as precisely.
fn bears_out(answer: &DateValue, own: &DateValue) -> bool {
    match relation(answer, own) {
        DateRelation::Equal => true,
        DateRelation::Contains => {
            answer.year_known == own.year_known
                && own.earliest() <= answer.earliest()
                && answer.latest() <= own.latest()
        }
        DateRelation::Overlap | DateRelation::Disjoint { .. } => false,
    }
}
