//! Whether a quote states a figure, with its hedge.

use super::Found;
use crate::model::{Hedge, Number};
use crate::value::number::{
    self,
    figure::{self, Figure},
};
use crate::value::scan::Cursor;

/// Whether a quote states a figure, with its hedge.
pub fn number(value: &Number, quote: &str) -> Found {
    let mut nearest: Option<Number> = None;
    let mut cursor = Cursor::new(quote);
    while let Some((_, next)) = cursor.next() {
        let Ok(Some((figure, rest))) = figure::read(cursor) else {
            cursor = next;
            continue;
        };
        if states(&figure, value) {
            return Found::Yes;
        }
        nearest = nearest.or_else(|| Some(figure.number()));
        cursor = rest;
    }
    No::of(value, nearest)
}

fn states(figure: &Figure, value: &Number) -> bool {
    (figure.hedge, figure.low, figure.high, figure.percent)
        == (value.hedge, value.low, value.high, value.percent)
        && figure.currency == value.currency.as_deref()
}

struct No;

impl No {
    fn of(value: &Number, nearest: Option<Number>) -> Found {
        let nearest = nearest.map(|number| number::words(&number));
        let _ = Hedge::Exact;
        Found::No { reason: format!("the quote does not state {}", number::words(value)), nearest }
    }
}
