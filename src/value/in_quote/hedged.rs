//! Figures with the Chinese and Japanese hedges around them: starts at [`read`].

use std::ops::Range;

use super::hedges::{self, Beside};
use crate::model::Hedge;
use crate::value::number::figure::Figure;
use crate::value::number::{currency, magnitude};
use crate::value::scan::Cursor;

/// A figure with what stands around it, and where that begins and ends; `None` where it is in doubt.
pub(super) fn read(text: &str, figure: Figure, range: Range<usize>) -> (Option<Figure>, Range<usize>) {
    match hedges::beside(&text[..range.start], &text[range.end..]) {
        Beside::Nothing => (Some(figure), range),
        Beside::Doubt => (None, range),
        Beside::Hedge { hedge, before, behind } => {
            let range = range.start - before..range.end + behind;
            let figure = qualify(figure, hedge).map(|figure| Figure { start: range.start, ..figure });
            match figure {
                // In `20多万` the magnitude stands behind the hedge.
                Some(figure) if behind > 0 => scaled(text, figure, range),
                figure => (figure, range),
            }
        }
    }
}

/// Whether words end with a hedge.
pub(super) fn is_led(before: &str) -> bool {
    match hedges::beside(before, "") {
        Beside::Nothing | Beside::Doubt => false,
        Beside::Hedge { .. } => true,
    }
}

fn qualify(figure: Figure, hedge: Hedge) -> Option<Figure> {
    let takes = match figure.hedge {
        Hedge::Exact => true,
        Hedge::Range => hedge == Hedge::About,
        stated => stated == hedge,
    };
    takes.then_some(Figure { hedge, plausible: None, ..figure })
}

fn scaled(text: &str, figure: Figure, range: Range<usize>) -> (Option<Figure>, Range<usize>) {
    if text[range.end..].starts_with(['十', '百', '千', '兆', '%', '％']) {
        return (None, range);
    }
    let Some((factor, rest)) = magnitude::after(Cursor::at(text, range.end)) else {
        return (Some(figure), range);
    };
    let (currency, rest) = match currency::after(rest) {
        Some((code, rest)) if figure.currency.is_none() => (Some(code), rest),
        _ => (figure.currency, rest),
    };
    let scaled = |value: rust_decimal::Decimal| value.checked_mul(factor);
    let figure = scaled(figure.low).zip(scaled(figure.high)).map(|(low, high)| Figure {
        low,
        high,
        currency,
        ..figure
    });
    (figure, range.start..rest.offset())
}
