//! One quote in one text, with everything to be said about it; entry point [`look_up`].

use super::cut::{qualifier_after, unbegun, unfinished};
use super::cut_words::{self, Words};
use super::lock::LockedQuote;
use crate::diag::{Code, Diagnostic};
use crate::language::reading;
use crate::model::Quote;
use crate::text::{Match, Prepared, closest, find, n_words};
use crate::value::in_quote::figures;

/// A text that quotes are looked up in.
pub(super) struct Haystack<'a> {
    pub text: Prepared<'a>,
    /// What it is, for a message: ``the capture `x.txt` ``.
    pub name: String,
    /// The language of the text.
    pub language: &'a str,
}

/// Longer suggestions are cut off.
const SUGGESTION_CHARS_MAX: usize = 240;

/// Where a quote stands, and the faults of it.
pub(super) fn look_up(quote: &Quote, haystack: &Haystack<'_>) -> (Option<LockedQuote>, Vec<Diagnostic>) {
    let found = find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref(), &haystack.text);
    let Some(first) = found.first() else {
        return (None, vec![missing(quote, haystack)]);
    };
    let mut faults: Vec<Diagnostic> = short(quote).into_iter().collect();
    if found.len() > 1 {
        let message = format!("these words stand in {} different passages of {}", found.len(), haystack.name);
        faults.push(
            Diagnostic::warning(Code::QuoteAmbiguous, quote.span, message)
                .help("add `prefix` or `suffix` with the words around the passage that is meant"),
        );
    }
    let words = cut_words::of(haystack.language);
    let cut = first.parts.iter().find_map(|part| qualifier_after(haystack.text.original(), part.end, words));
    if let Some(word) = cut {
        faults.push(
            Diagnostic::warning(Code::QuoteCut, quote.span, format!("the quote stops just before `{word}`"))
                .help("quote on, so that the qualification is not lost"),
        );
    }
    faults.extend(cut_phrase(quote, first, (haystack.text.original(), words)));
    (Some(LockedQuote { rung: first.rung, offset: first.range.start }), faults)
}

/// A quote that begins or ends in the middle of a phrase.
fn cut_phrase(quote: &Quote, found: &Match, (text, words): (&str, &Words)) -> Option<Diagnostic> {
    let (first, last) = (found.parts.first()?, found.parts.last()?);
    let ends = unfinished(text, last.clone(), words);
    let message = match ends {
        Some(words) => format!("the quote ends in `{words}`, and its phrase goes on in the source"),
        None => format!("the quote leaves out `{}` right before it", unbegun(text, first.clone(), words)?),
    };
    Some(
        Diagnostic::warning(Code::QuoteCut, quote.span, message)
            .help("quote the whole phrase, so that its sense is not cut"),
    )
}

/// A quote with too few words to prove anything.
pub(super) fn short(quote: &Quote) -> Option<Diagnostic> {
    let n = n_words(&quote.exact);
    let proves = n >= 3
        || quote.exact.contains(char::is_numeric)
        || !figures(&quote.exact, reading::english()).is_empty();
    let words = if n == 1 { "one word".to_owned() } else { format!("{n} words") };
    (!proves).then(|| {
        Diagnostic::warning(
            Code::QuoteShort,
            quote.span,
            format!("a quote of {words} and no figure proves little"),
        )
        .help("quote more of the sentence")
    })
}

fn missing(quote: &Quote, haystack: &Haystack<'_>) -> Diagnostic {
    let elsewhere = find(&quote.exact, None, None, &haystack.text);
    if !elsewhere.is_empty() {
        let message =
            format!("these words stand in {}, but not with the words around them given here", haystack.name);
        return Diagnostic::error(Code::QuoteMissing, quote.span, message)
            .help("copy `prefix` and `suffix` from right before and after the passage");
    }
    let message = format!("these words do not stand in {}", haystack.name);
    let help = match closest(&quote.exact, &haystack.text) {
        Some(suggestion) => format!("the passage most like it is “{}”", shortened(&suggestion.text)),
        None => "copy the words from the source; `...` joins parts of one passage".to_owned(),
    };
    Diagnostic::error(Code::QuoteMissing, quote.span, message).help(help)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SUGGESTION_CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
