//! Dates by their distance from another fact's: `three days after the visit`.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic};
use crate::model::{ArticleIx, Corpus, DateShape, DateValue, DaySpan, FactIx, FactKind, Id, Reading};
use crate::parse::RawRelative;
use crate::value::date::shift;
use crate::yaml::{Located, Words};

/// A relative date that waits for the date it is reckoned from.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    /// The claim's position in the corpus.
    pub(super) claim: usize,
    /// The source that says so.
    pub(super) source: ArticleIx,
    /// The fact it is reckoned from.
    pub(super) to: FactIx,
    /// Days after it.
    pub(super) days: i32,
    /// Where it is written.
    pub(super) written: Located<Id>,
}

/// Reads a relative date's words; the day itself is filled in once every date is read.
pub(super) fn placeholder(
    raw: &RawRelative,
    kind: &FactKind,
    faults: &mut Vec<Diagnostic>,
) -> Option<(String, Reading)> {
    if *kind != FactKind::Date {
        faults.push(
            Diagnostic::error(Code::ValueUnsuited, raw.span, "only a date can be relative to another")
                .help("write `value:`, or make the fact a `date`"),
        );
        return None;
    }
    let days = days(&raw.days, faults)?;
    let name = raw.to.value.as_str().replace('-', " ");
    let words = match days {
        0 => format!("the same day as: {name}"),
        1 => format!("1 day after: {name}"),
        -1 => format!("1 day before: {name}"),
        days if days > 0 => format!("{days} days after: {name}"),
        days => format!("{} days before: {name}", -days),
    };
    Some((words, Reading::Date(unknown_date())))
}

/// Reads the distance in days.
fn days(words: &Located<Words>, faults: &mut Vec<Diagnostic>) -> Option<i32> {
    let read = words.parse::<i32>().ok().filter(|days| days.abs() <= 400_000);
    if read.is_none() {
        faults.push(
            Diagnostic::error(
                Code::NumberUnreadable,
                words.span,
                format!("`{}` is not a number of days", words.value.0),
            )
            .help("write whole days, such as `3`, or `-3` for before"),
        );
    }
    read
}

impl Pending {
    /// A relative date of a claim, once the fact it is reckoned from is known.
    pub(super) fn new(raw: &RawRelative, claim: (usize, ArticleIx), to: FactIx) -> Option<Self> {
        let days = days(&raw.days, &mut Vec::new())?;
        Some(Self { claim: claim.0, source: claim.1, to, days, written: raw.to.clone() })
    }
}

/// A date of which nothing is known.
fn unknown_date() -> DateValue {
    DateValue {
        edtf: String::new(),
        shape: DateShape::Single,
        spans: vec![DaySpan { first: None, last: None }],
        begins: DaySpan { first: None, last: None },
        year_known: true,
        approximate: false,
        uncertain: false,
    }
}

/// Fills in the dates: by the same source's answer, else by the preferred or only one.
///
/// A chain of relative dates is followed; one that leads back to itself is a fault.
pub(super) fn settle(corpus: &mut Corpus, pending: Vec<Pending>, faults: &mut Vec<Diagnostic>) {
    let Corpus { claims, facts, rulings, .. } = corpus;
    let preferred: BTreeMap<FactIx, ArticleIx> =
        rulings.iter().filter_map(|ruling| Some((ruling.fact, ruling.prefer?))).collect();
    let mut waiting = pending;
    loop {
        let n_before = waiting.len();
        let open: Vec<usize> = waiting.iter().map(|item| item.claim).collect();
        waiting.retain(|item| {
            let answers: Vec<usize> = facts[item.to.index()].claims.iter().map(|ix| ix.index()).collect();
            let own = answers.iter().find(|&&ix| claims[ix].source == item.source);
            let by_ruling = preferred
                .get(&item.to)
                .and_then(|source| answers.iter().find(|&&ix| claims[ix].source == *source));
            let only = if answers.len() == 1 { answers.first() } else { None };
            let Some(&from) = own.or(by_ruling).or(only) else { return false };
            if open.contains(&from) {
                return true;
            }
            if let Reading::Date(date) = &claims[from].reading {
                claims[item.claim].reading = Reading::Date(shift(date, item.days));
            }
            false
        });
        if waiting.len() == n_before {
            break;
        }
    }
    for item in waiting {
        faults.push(
            Diagnostic::error(
                Code::ReferenceCircular,
                item.written.span,
                format!(
                    "this date is reckoned from `{}`, which is reckoned from this date",
                    item.written.value
                ),
            )
            .help("give one of the two dates as `value:`"),
        );
    }
}
