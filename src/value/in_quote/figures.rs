//! Every figure of a text, for coverage: [`figures`].

use std::ops::Range;

use crate::value::number::figure;
use crate::value::scan::Cursor;

/// A figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: FigureKind,
    /// Its words.
    pub words: String,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKind {
    /// A number of things.
    Number,
    /// A date, or part of one.
    Date,
    /// An amount of money.
    Money,
    /// A share.
    Percent,
}

/// Every figure of a text, in order.
pub fn figures(text: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut cursor = Cursor::new(text);
    while let Some((_, next)) = cursor.next() {
        let Ok(Some((figure, rest))) = figure::read(cursor) else {
            cursor = next;
            continue;
        };
        let kind = match (figure.currency, figure.percent) {
            (Some(_), _) => FigureKind::Money,
            (None, true) => FigureKind::Percent,
            (None, false) => FigureKind::Number,
        };
        let range = figure.start..rest.offset();
        found.push(Figure { words: text[range.clone()].to_owned(), range, kind });
        cursor = rest;
    }
    found
}
