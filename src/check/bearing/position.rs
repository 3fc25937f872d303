//! A quote that has the label of another position than the claim's: [`fault`].

use super::Quoted;
use crate::diag::{Code, Diagnostic};
use crate::model::Reading;
use crate::value::in_quote::{self, Found};

/// A position whose quote has the label of another one, word for word, and not its own.
pub fn fault(quoted: &Quoted) -> Option<Diagnostic> {
    let Reading::Position(held) = &quoted.claim.reading else { return None };
    let positions = quoted.corpus[quoted.claim.fact].kind.positions();
    let quote = quoted.quote();
    let is_told = |label: &str| match in_quote::name(label, quote) {
        Found::Yes | Found::Derived(_) => true,
        Found::No { .. } | Found::Unread { .. } => false,
    };
    let denies = quote.split(|c: char| !c.is_alphabetic() && c != '’' && c != '\'').any(|word| {
        let word = word.to_lowercase();
        DENIALS.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t")
    });
    let own = positions.get(*held)?;
    if denies || is_told(&own.label) {
        return None;
    }
    let mut others = positions.iter().filter(|other| other.id != own.id && other.label.chars().count() > 4);
    let other = others.find(|other| is_told(&other.label))?;
    let message = format!("the quote says “{}”, and the claim holds `{}`", other.label, own.id);
    let help = format!("write `value: {}`, or quote the words that show `{}`", other.id, own.id);
    Some(Diagnostic::warning(Code::PositionNotInQuote, quoted.claim.span, message).help(help))
}

/// Words that turn what is said into its opposite.
const DENIALS: [&str; 10] =
    ["not", "no", "never", "nor", "neither", "without", "denied", "denies", "rather", "instead"];
