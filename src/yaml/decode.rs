//! Reads typed values from nodes; every fault of a node is reported, and reading goes on.

use std::ops::Deref;

use super::{Node, NodeKind, Scalar, Shape};
use crate::diag::{Code, Diagnostic};
use crate::digest::Digest;
use crate::model::Id;
use crate::source::{Span, turns_around};

/// A value that can be read from a YAML node.
pub trait Decode: Sized {
    /// Reads the value; where that fails, says so in `faults` and gives `None`.
    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self>;

    /// What the value may be, for schemas.
    fn shape() -> Shape;

    /// What stands in for a value that cannot be read, so that what stands around it can still be
    /// checked; its fault has been reported, and what holds it is left out of the edition.
    fn stand_in(_record: Span) -> Option<Self> {
        None
    }
}

/// A value with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Deref for Located<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Decode> Decode for Located<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        T::decode(node, faults).map(|value| Self { value, span: node.span })
    }

    fn stand_in(record: Span) -> Option<Self> {
        T::stand_in(record).map(|value| Self { value, span: record })
    }
}

/// Prose or a name: never a number, date or truth value that lost its quotes.
pub type Text = String;

impl Decode for Text {
    fn shape() -> Shape {
        Shape::Text
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let scalar = scalar(node, "words", faults)?;
        let guess = if scalar.is_truth_value() {
            "a truth value"
        } else if scalar.is_number() {
            "a number"
        } else {
            return Some(scalar.text.clone());
        };
        let message =
            format!("`{}` without quotes is {guess} to other YAML tools, and words belong here", scalar.text);
        faults.push(
            Diagnostic::error(Code::TypeMismatch, node.span, message)
                .help(format!("put it in quotes: `\"{}\"`", scalar.text)),
        );
        None
    }

    fn stand_in(_record: Span) -> Option<Self> {
        Some(String::new())
    }
}

/// A value in somebody's words, kept exactly as typed: `over 1,000`, `2025-07`, `yes`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words(pub String);

impl Deref for Words {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Decode for Words {
    fn shape() -> Shape {
        Shape::Words
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        scalar(node, "words", faults).map(|scalar| Self(scalar.text.clone()))
    }
}

/// `true` or `false`, and nothing that only looks like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag(pub bool);

impl Decode for Flag {
    fn shape() -> Shape {
        Shape::Flag
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let scalar = scalar(node, "`true` or `false`", faults)?;
        match scalar.text.as_str() {
            "true" if scalar.plain => Some(Self(true)),
            "false" if scalar.plain => Some(Self(false)),
            other => {
                let message = format!("`{other}` is neither `true` nor `false`");
                faults.push(
                    Diagnostic::error(Code::TypeMismatch, node.span, message)
                        .help("write `true` or `false`, without quotes"),
                );
                None
            }
        }
    }
}

/// A whole number, not below nought, in digits alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub usize);

impl Decode for Count {
    fn shape() -> Shape {
        Shape::Count
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let scalar = scalar(node, "a whole number", faults)?;
        // Digits behind a nought are another number to some tools, or words.
        let is_plain = scalar.plain
            && scalar.text.bytes().all(|byte| byte.is_ascii_digit())
            && (scalar.text == "0" || !scalar.text.starts_with('0'));
        let number = scalar.text.parse().ok().filter(|_| is_plain);
        if number.is_none() {
            let message = format!("`{}` is not a whole number", scalar.text);
            faults.push(
                Diagnostic::error(Code::TypeMismatch, node.span, message)
                    .help("write it in digits, without quotes"),
            );
        }
        number.map(Self)
    }
}

impl Decode for Digest {
    fn shape() -> Shape {
        Shape::Digest
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let scalar = scalar(node, "a digest", faults)?;
        let digest = Self::from_hex(&scalar.text);
        if digest.is_none() {
            let message = format!("`{}` is not a digest of 64 hexadecimal digits", scalar.text);
            faults.push(
                Diagnostic::error(Code::TypeMismatch, node.span, message)
                    .help("write what `sha256sum` prints for the file"),
            );
        }
        digest
    }
}

impl Decode for Id {
    fn shape() -> Shape {
        Shape::Id
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let scalar = scalar(node, "an id", faults)?;
        id(&scalar.text, Stands::Value, node.span, faults)
    }
}

/// Reads an id that a key or the name of a file gives.
pub fn read_id(text: &str, span: Span, faults: &mut Vec<Diagnostic>) -> Option<Id> {
    id(text, Stands::Name, span, faults)
}

/// Where an id stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// As a key or the name of a file, which gives the id.
    Name,
    /// As a value, which mostly refers to an id that was given elsewhere.
    Value,
}

fn id(text: &str, stands: Stands, span: Span, faults: &mut Vec<Diagnostic>) -> Option<Id> {
    let fault = match Id::new(text) {
        Ok(id) => return Some(id),
        Err(fault) => fault,
    };
    let message = if text.len() > Id::LENGTH_MAX {
        format!("`{text}` is too long: an id has at most {} letters", Id::LENGTH_MAX)
    } else {
        format!("`{text}` is not an id")
    };
    // Who points at a file writes its path.
    let file = text.rsplit('/').next().and_then(|file| file.rsplit_once('.'));
    let of_file = file.filter(|(_, ending)| matches!(*ending, "md" | "yaml" | "yml" | "html"));
    // Who points at a passage writes more behind the id: `daily, p. 3`.
    let first = text.split([',', ';', '(', '#']).next().unwrap_or_default().trim_end();
    let help = match fault.suggestion {
        _ if of_file.is_some_and(|(stem, _)| Id::new(stem).is_ok()) => {
            let stem = of_file.map_or(text, |(stem, _)| stem);
            format!("an id is the name of the file without its folder and its ending: write `{stem}`")
        }
        Some(_) if first != text && Id::new(first).is_ok() => {
            format!("an id stands alone: write `{first}`")
        }
        // What is called so may have another id than its words would make.
        Some(_) if stands == Stands::Value && text.trim().contains(char::is_whitespace) => {
            "write the id, not the name: a file is called by its id, and an entity has it in content/entities.yaml"
                .to_owned()
        }
        Some(id) => format!("ids are lower-case letters, digits and single hyphens: `{id}`"),
        None => "ids are lower-case letters, digits and single hyphens".to_owned(),
    };
    faults.push(Diagnostic::error(Code::IdInvalid, span, message).help(help));
    None
}

impl<T: Decode> Decode for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.kind {
            NodeKind::List(items) if T::shape().is_list() && are_words(items) => {
                let words: Vec<&str> = items.iter().filter_map(Node::words).collect();
                let help = format!("put the list into another: `[[{}]]`", words.join(", "));
                let message = "expected a list of lists, found a list of plain words";
                faults.push(Diagnostic::error(Code::TypeMismatch, node.span, message).help(help));
                None
            }
            NodeKind::List(items) => Some(items.iter().filter_map(|item| T::decode(item, faults)).collect()),
            NodeKind::Scalar(scalar) if scalar.plain && scalar.text.len() < 60 => {
                mismatch(node, "a list", &format!("write `[{}]`", scalar.text), faults);
                None
            }
            NodeKind::Map(entries) if entries.iter().any(|entry| T::shape().has_field(&entry.key)) => {
                let first = &entries[0].key;
                let help = format!(
                    "begin each item with `- `: write `- {first}: …` and indent what belongs to it as far as `{first}`"
                );
                mismatch(node, "a list", &help, faults);
                None
            }
            NodeKind::Scalar(_) | NodeKind::Map(_) => {
                mismatch(node, "a list", "begin each item with `- `, or write `[first, second]`", faults);
                None
            }
        }
    }

    fn stand_in(_record: Span) -> Option<Self> {
        Some(Vec::new())
    }
}

/// Whether a list holds plain words and nothing else.
fn are_words(items: &[Node]) -> bool {
    !items.is_empty() && items.iter().all(|item| item.words().is_some())
}

/// One value, or a list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T: Decode> Decode for OneOrMany<T> {
    fn shape() -> Shape {
        Shape::Either(vec![T::shape(), Vec::<T>::shape()])
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.kind {
            NodeKind::List(_) => Vec::decode(node, faults).map(Self),
            NodeKind::Scalar(_) | NodeKind::Map(_) => T::decode(node, faults).map(|item| Self(vec![item])),
        }
    }
}

/// The scalar at a node that must not be empty.
pub(super) fn scalar<'a>(node: &'a Node, expected: &str, faults: &mut Vec<Diagnostic>) -> Option<&'a Scalar> {
    let NodeKind::Scalar(scalar) = &node.kind else {
        mismatch(node, expected, "write a single value here", faults);
        return None;
    };
    if scalar.is_null() || scalar.text.trim().is_empty() {
        faults.push(nothing(node, expected));
        return None;
    }
    let is_control = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || turns_around(c);
    if let Some(control) = scalar.text.chars().find(|&c| is_control(c)) {
        let message = format!("the value holds the control character U+{:04X}", u32::from(control));
        faults.push(Diagnostic::error(Code::TypeMismatch, node.span, message).help("delete the character"));
        return None;
    }
    Some(scalar)
}

/// Reports that another kind of value was expected.
pub(super) fn mismatch(node: &Node, expected: &str, help: &str, faults: &mut Vec<Diagnostic>) {
    if matches!(&node.kind, NodeKind::Scalar(scalar) if scalar.is_null()) {
        faults.push(nothing(node, expected));
        return;
    }
    let message = format!("expected {expected}, found {}", node.describe());
    let span = Span { end: node.span.end.min(node.span.start.saturating_add(200)), ..node.span };
    faults.push(Diagnostic::error(Code::TypeMismatch, span, message).help(help));
}

fn nothing(node: &Node, expected: &str) -> Diagnostic {
    let belongs = if expected == "words" { "belong" } else { "belongs" };
    Diagnostic::error(
        Code::ValueEmpty,
        node.span,
        format!("nothing stands here, but {expected} {belongs} here"),
    )
    .help(match expected {
        "a mapping" | "a list" => "indent what belongs to it further than its key, or remove the field",
        _ => "fill the value in, or remove the field",
    })
}
