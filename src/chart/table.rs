//! The data table beside a chart: the same figures, in the same order.
//!
//! Entry points: [`Table`], [`csv`].

use std::fmt;

use rust_decimal::Decimal;

use super::figures::exact;
use super::letters;
use crate::text::guarded;

/// A table with a link for each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Column heads.
    pub headers: Vec<&'static str>,
    /// Rows, in the order of the chart.
    pub rows: Vec<TableRow>,
}

/// A row of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Where the claim is shown; empty for none.
    pub href: String,
    /// As many cells as the table has heads.
    pub cells: Vec<Cell>,
}

/// A cell, shown with separators (`to_string`) and exported without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A figure.
    Number(Decimal),
}

impl Table {
    /// A table without rows.
    pub fn new(headers: &[&'static str]) -> Self {
        Self { headers: headers.to_vec(), rows: Vec::new() }
    }

    /// The table without columns in which no row says anything.
    #[must_use]
    pub fn without_empty_columns(self) -> Self {
        let says = |cell: &Cell| !matches!(cell, Cell::Text(text) if text.is_empty());
        let is_kept = |column: usize| {
            column == 0 || self.rows.iter().any(|row| row.cells.get(column).is_some_and(says))
        };
        let kept: Vec<usize> = (0..self.headers.len()).filter(|&column| is_kept(column)).collect();
        let cells =
            |row: &TableRow| kept.iter().filter_map(|&column| row.cells.get(column).cloned()).collect();
        Self {
            headers: kept.iter().map(|&column| self.headers[column]).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| TableRow { href: row.href.clone(), cells: cells(row) })
                .collect(),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, href: &str, cells: Vec<Cell>) {
        self.rows.push(TableRow { href: href.to_owned(), cells });
    }
}

impl Cell {
    /// A cell of words.
    pub fn text(text: &str) -> Self {
        Self::Text(letters::clean(text).into_owned())
    }

    /// A cell with a count.
    pub fn count(count: usize) -> Self {
        Self::Number(Decimal::from(count))
    }

    /// Whether the cell holds a figure, to be set at the right.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(value) => f.write_str(&exact(*value)),
        }
    }
}

/// The table as comma-separated values (RFC 4180), figures without separators.
///
/// Words that a spreadsheet would run as a formula get an apostrophe before them.
pub fn csv(table: &Table) -> String {
    let mut out = table.headers.join(",");
    out.push_str("\r\n");
    for row in &table.rows {
        for (i, cell) in row.cells.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            match cell {
                Cell::Text(text) => push_words(&mut out, text),
                Cell::Number(value) => out.push_str(&value.normalize().to_string()),
            }
        }
        out.push_str("\r\n");
    }
    out
}

fn push_words(out: &mut String, cell: &str) {
    let cell = guarded(cell);
    if !cell.contains([',', '"', '\n', '\r']) {
        out.push_str(&cell);
        return;
    }
    out.push('"');
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_quotes_and_formulas_are_defused_and_figures_stay_plain() {
        let mut table = Table::new(&["a", "b", "c", "d"]);
        let cells = vec![
            Cell::text("1,000"),
            Cell::text("say \"so\""),
            Cell::text("=1+1"),
            Cell::Number(Decimal::new(-40_000, 1)),
        ];
        table.push("", cells);
        assert_eq!(csv(&table), "a,b,c,d\r\n\"1,000\",\"say \"\"so\"\"\",'=1+1,-4000\r\n");
    }
}
