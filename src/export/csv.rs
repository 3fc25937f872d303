//! CSV after RFC 4180: UTF-8, a header, CRLF, fields quoted where they must be; entry point [`write`].
//!
//! Written by hand: two rules of quoting are less than a dependency. Texts that a spreadsheet would
//! take for a formula get an apostrophe in front, see [`guarded`]; numbers and ids never do.

use std::borrow::Cow;

use crate::text::guarded;

/// A column: its name, what stands in it, and how a row fills it.
pub struct Column<R> {
    /// As in the header.
    pub name: &'static str,
    /// What stands in it, for readers.
    pub about: &'static str,
    /// What its fields are, for tools.
    pub values: Values,
    /// The field of one row.
    pub cell: fn(&R) -> Cell,
}

/// What the fields of a column are, where they are not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Words, or a token.
    Texts,
    /// Tokens with `;` between them.
    Lists,
    /// Exact decimals.
    Decimals,
    /// Whole numbers from zero.
    Counts,
    /// `true` or `false`.
    Truths,
    /// Addresses, absolute where the edition has one.
    Addresses,
}

/// A column of texts in one line.
pub fn column<R>(name: &'static str, about: &'static str, cell: fn(&R) -> Cell) -> Column<R> {
    typed(Values::Texts, name, about, cell)
}

/// A column of other values in one line.
pub fn typed<R>(values: Values, name: &'static str, about: &'static str, cell: fn(&R) -> Cell) -> Column<R> {
    Column { name, about, values, cell }
}

/// A field of a row.
pub enum Cell {
    /// Words of a source or a curator.
    Text(String),
    /// A number, id, date or word of our own vocabulary.
    Token(String),
    /// Nothing is stated.
    Empty,
}

impl Cell {
    /// Words, or nothing.
    pub fn text(words: Option<&str>) -> Self {
        words.map_or(Self::Empty, |words| Self::Text(words.to_owned()))
    }

    /// A token, or nothing.
    pub fn token(token: Option<impl ToString>) -> Self {
        token.map_or(Self::Empty, |token| Self::Token(token.to_string()))
    }

    /// Tokens with `;` between them; no id holds one.
    pub fn tokens(tokens: impl IntoIterator<Item = impl ToString>) -> Self {
        let tokens: Vec<String> = tokens.into_iter().map(|token| token.to_string()).collect();
        Self::Token(tokens.join(";"))
    }
}

/// The bytes of a CSV file.
pub fn write<R>(columns: &[Column<R>], rows: impl Iterator<Item = R>) -> Vec<u8> {
    let mut out = String::new();
    write_row(&mut out, columns.iter().map(|column| Cow::from(column.name)));
    for row in rows {
        let cells: Vec<Cell> = columns.iter().map(|column| (column.cell)(&row)).collect();
        let fields = cells.iter().map(|cell| match cell {
            Cell::Text(words) => guarded(words),
            Cell::Token(token) => Cow::from(token),
            Cell::Empty => Cow::from(""),
        });
        write_row(&mut out, fields);
    }
    out.into_bytes()
}

fn write_row<'a>(out: &mut String, fields: impl Iterator<Item = Cow<'a, str>>) {
    for (i, field) in fields.enumerate() {
        if i > 0 {
            out.push(',');
        }
        if field.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&field);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &str) {
        let column = column("words", "", |words: &&str| Cell::text(Some(words)));
        let bytes = write(&[column], [words].into_iter());
        assert_eq!(String::from_utf8(bytes).unwrap(), format!("words\r\n{expected}\r\n"));
    }

    #[test]
    fn fields_are_quoted_only_where_they_must_be() {
        check("over 1 000", "over 1 000");
        check("over 1,000", "\"over 1,000\"");
        check("a \"key\" point", "\"a \"\"key\"\" point\"");
        check("two\nlines", "\"two\nlines\"");
        check("ភ្នំពេញ", "ភ្នំពេញ");
    }

    #[test]
    fn words_that_a_spreadsheet_would_calculate_are_guarded() {
        check("=HYPERLINK(1)", "'=HYPERLINK(1)");
        check("+5 %", "'+5 %");
        check("＝1", "'＝1");
        check("'=1", "''=1");
    }

    #[test]
    fn an_apostrophe_alone_is_left_as_it_is() {
        check("'iron plate' forces", "'iron plate' forces");
    }

    #[test]
    fn numbers_are_never_guarded() {
        let columns = [column("a", "", |n| Cell::token(Some(n))), column("b", "", |_| Cell::Empty)];
        let bytes = write(&columns, [-5].into_iter());
        assert_eq!(bytes, b"a,b\r\n-5,\r\n");
    }
}
