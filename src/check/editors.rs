//! Values that the editors read, not the program: what the program still checks of them; entry point
//! [`faults`].
//!
//! The quote must hold the source's words as `value` has them. A reading is for what no program
//! reads, so one that says what the program reads by itself is a warning, and so is one that denies it
//! without a note.

use super::quotes::lexicon;
use crate::diag::{Code, Diagnostic};
use crate::model::{Claim, Corpus, EditorsReading, FactKind, Number, Reading};
use crate::text::{Prepared, find_all};
use crate::value::in_quote::{self, Found};
use crate::value::{date, number};

/// What is wrong with a value that the editors read; `found` says whether the program finds their
/// reading in the quote.
pub fn faults(
    corpus: &Corpus,
    claim: &Claim,
    editors: &EditorsReading,
    found: Option<&Found>,
) -> Vec<Diagnostic> {
    let quote = claim.quote.exact.as_str();
    if find_all(&claim.words, None, None, &Prepared::new(quote)).is_empty() {
        let message = format!("the words `{}` do not stand in the quote", claim.words);
        let fault = Diagnostic::error(Code::ValueNotInQuote, claim.span, message);
        return vec![
            fault
                .help("with a `reading`, `value` holds the source's words as they stand: copy them from the quote")
                .related(claim.quote.span, "the quote it rests on"),
        ];
    }
    match found {
        Some(Found::Yes | Found::Derived(_)) => {
            let message = format!("the program reads `{}` in the quote by itself", editors.words);
            // Between braces a comma ends a value.
            let words = if editors.words.contains([',', ':', '#']) {
                format!("\"{}\"", editors.words)
            } else {
                editors.words.clone()
            };
            let help = format!("write `value: {words}` without `reading`");
            vec![Diagnostic::warning(Code::ReadingNeedless, editors.span, message).help(help)]
        }
        // A note says why the words do not mean what they say.
        Some(Found::No { .. } | Found::Unread { .. }) | None if editors.note.is_some() => Vec::new(),
        Some(Found::No { .. } | Found::Unread { .. }) | None => programs_own(corpus, claim)
            .map(|own| {
                let message = format!(
                    "the program reads `{}` as `{own}`, and the editors as `{}`",
                    claim.words, editors.words
                );
                Diagnostic::warning(Code::ReadingDiffers, editors.span, message)
                    .help("correct the reading, or say in its `note` why the words do not mean what they say")
            })
            .into_iter()
            .collect(),
    }
}

/// What the program reads the words as, where it reads all of them and the quote bears it out.
fn programs_own(corpus: &Corpus, claim: &Claim) -> Option<String> {
    let quote = claim.quote.exact.as_str();
    let lexicon = lexicon(corpus, claim);
    match &claim.reading {
        Reading::Quantity(_) if matches!(corpus[claim.fact].kind, FactKind::Measure { .. }) => None,
        Reading::Quantity(read) => {
            let own = number::read(&claim.words, lexicon).ok()?;
            let is_borne_out = is_found(&in_quote::number(&own, None, quote, lexicon));
            (is_borne_out && !same(&own, &read.number)).then(|| number::words(&own))
        }
        Reading::Date(read) => {
            let is_whole = |figure: &in_quote::Figure| figure.words.trim() == claim.words.trim();
            let figures = in_quote::figures(&claim.words, lexicon);
            figures.first().filter(|figure| figures.len() == 1 && is_whole(figure))?;
            let Found::No { nearest, .. } = in_quote::date(read, &claim.words, None, lexicon) else {
                return None;
            };
            let own = date::read(&nearest?).ok()?;
            let published = corpus[claim.source].published.as_ref();
            is_found(&in_quote::date(&own, quote, published, lexicon)).then(|| date::words(&own))
        }
        Reading::Entity(_) | Reading::Set(_) | Reading::Position(_) | Reading::Text | Reading::YesNo(_) => {
            None
        }
    }
}

fn same(a: &Number, b: &Number) -> bool {
    (a.hedge, a.low, a.high, &a.currency, a.percent) == (b.hedge, b.low, b.high, &b.currency, b.percent)
}

fn is_found(found: &Found) -> bool {
    match found {
        Found::Yes | Found::Derived(_) => true,
        Found::No { .. } | Found::Unread { .. } => false,
    }
}
