//! One string: its plural forms, with places for figures and names; entry point [`Message::fill`].

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::Numerals;
use super::plural::{self, Form};

/// A string, in every form that the language has for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    forms: BTreeMap<Form, String>,
}

/// What stands at a place of a string.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A number of things; it chooses the plural form.
    Count(usize),
    /// Words that are in their language already.
    Text(&'a str),
}

impl Message {
    /// A string with its forms; one without plural forms has only the form for other numbers.
    pub fn new(forms: BTreeMap<Form, String>) -> Self {
        Self { forms }
    }

    /// The words, with every place filled in; a place without a value stays as it is written.
    pub fn fill<'v>(
        &self,
        tag: &str,
        value: &impl Fn(&str) -> Option<Value<'v>>,
        numerals: &Numerals,
    ) -> String {
        let form = match value("n") {
            Some(Value::Count(n)) => plural::form(tag, n),
            Some(Value::Text(_)) | None => Form::Other,
        };
        let text = self.forms.get(&form).or_else(|| self.forms.get(&Form::Other));
        let mut out = String::new();
        for piece in pieces(text.map_or("", String::as_str)) {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Place(name) => match value(name) {
                    Some(Value::Count(n)) => out.push_str(&numerals.figure(n.into())),
                    Some(Value::Text(text)) => out.push_str(text),
                    None => out.extend(["{", name, "}"]),
                },
            }
        }
        out
    }

    /// The form for other numbers, as it is written.
    pub fn pattern(&self) -> &str {
        self.forms.get(&Form::Other).map_or("", String::as_str)
    }

    /// The names of the places in any of the forms.
    pub fn places(&self) -> BTreeSet<&str> {
        let pieces = self.forms.values().flat_map(|text| pieces(text));
        pieces
            .filter_map(|piece| match piece {
                Piece::Place(name) => Some(name),
                Piece::Words(_) => None,
            })
            .collect()
    }
}

/// A stretch of a string.
enum Piece<'a> {
    Words(&'a str),
    Place(&'a str),
}

/// A string in pieces; a brace that opens no place is a brace.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, name, after)) = next_place(rest) {
        pieces.push(Piece::Words(before));
        pieces.push(Piece::Place(name));
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces
}

fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, opened) = text.split_once('{')?;
    let (name, after) = opened.split_once('}')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(forms: &[(Form, &str)]) -> Message {
        Message::new(forms.iter().map(|&(form, text)| (form, text.to_owned())).collect())
    }

    fn check(message: &Message, values: &[(&str, Value<'_>)], expected: &str) {
        let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        assert_eq!(message.fill("en", &value, &Numerals::default()), expected);
    }

    #[test]
    fn the_number_chooses_the_form_and_is_grouped() {
        let sources = message(&[(Form::One, "{n} source"), (Form::Other, "{n} sources")]);
        check(&sources, &[("n", Value::Count(1))], "1 source");
        check(&sources, &[("n", Value::Count(1200))], "1,200 sources");
    }

    #[test]
    fn places_are_filled_by_name_and_kept_without_a_value() {
        let range = message(&[(Form::Other, "{low} to {high}")]);
        check(&range, &[("high", Value::Text("9")), ("low", Value::Text("2"))], "2 to 9");
        check(&range, &[], "{low} to {high}");
        assert_eq!(range.places(), BTreeSet::from(["low", "high"]));
    }
}
