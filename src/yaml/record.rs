//! Records and choices: each field and each word a format knows is named once, here by macro.

use super::{Decode, Entry, Node, NodeKind, Shape, comma, habits};
use crate::diag::{Code, Diagnostic, nearest};
use crate::source::Span;

/// A closed list of words that a field takes.
pub trait Choice: Sized + Copy + 'static {
    /// The words, what they stand for, and what that means.
    const WORDS: &'static [(&'static str, Self, &'static str)];
}

/// The word that stands for a value.
pub fn word_of<T: Choice + PartialEq>(value: T) -> &'static str {
    T::WORDS.iter().find(|(_, known, _)| *known == value).map_or("", |(word, ..)| word)
}

impl<T: Choice> Decode for T {
    fn shape() -> Shape {
        Shape::Choice(T::WORDS.iter().map(|(word, _, meaning)| (*word, *meaning)).collect())
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let expected = one_of(T::WORDS.iter().map(|(word, ..)| *word));
        let scalar = super::decode::scalar(node, &expected, faults)?;
        let found = T::WORDS.iter().find(|(word, ..)| *word == scalar.text);
        if found.is_none() {
            let message = format!("`{}` is not {expected}", scalar.text);
            let help = match nearest(&scalar.text, T::WORDS.iter().map(|(word, ..)| *word)) {
                Some(word) => format!("did you mean `{word}`?"),
                None => format!("write {expected}"),
            };
            faults.push(Diagnostic::error(Code::ValueUnknown, node.span, message).help(help));
        }
        found.map(|(_, value, _)| *value)
    }

    fn stand_in(_record: Span) -> Option<Self> {
        T::WORDS.first().map(|(_, value, _)| *value)
    }
}

fn one_of(words: impl Iterator<Item = &'static str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// Declares a [`Choice`] for an existing enum: each word, its value, and what it means in a line.
macro_rules! choice {
    ($name:ty { $($word:literal => $value:expr, $meaning:literal;)* }) => {
        impl $crate::yaml::Choice for $name {
            const WORDS: &'static [(&'static str, Self, &'static str)] = &[$(($word, $value, $meaning),)*];
        }
    };
}
pub(crate) use choice;

/// Declares a record: a mapping with known fields, `required` or `optional`.
///
/// A field may end in an example, as it is written in YAML. Every record also has a `span`, the
/// place of the whole mapping.
macro_rules! record {
    ($(#[doc = $doc:literal])* $name:ident ($what:literal) {
        $($(#[doc = $field_doc:literal])* $presence:ident $field:ident: $type:ty $(= $example:literal)?,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            $($(#[doc = $field_doc])* pub $field: $crate::yaml::record!(@type $presence $type),)*
            /// Where the record stands.
            pub span: $crate::source::Span,
        }

        impl $crate::yaml::Decode for $name {
            fn shape() -> $crate::yaml::Shape {
                $crate::yaml::Shape::Record($crate::yaml::RecordShape {
                    what: $what,
                    doc: concat!($($doc,)*).trim_ascii(),
                    fields: vec![$($crate::yaml::FieldShape {
                        name: $crate::yaml::field_name(stringify!($field)),
                        doc: concat!($($field_doc,)*).trim_ascii(),
                        is_required: $crate::yaml::record!(@needed $presence),
                        shape: <$type as $crate::yaml::Decode>::shape(),
                        example: $crate::yaml::record!(@example $($example)?),
                    },)*],
                })
            }

            fn decode(
                node: &$crate::yaml::Node,
                faults: &mut Vec<$crate::diag::Diagnostic>,
            ) -> Option<Self> {
                const FIELDS: &[(&str, bool)] = &[$(($crate::yaml::field_name(stringify!($field)), $crate::yaml::record!(@needed $presence)),)*];
                let entries = $crate::yaml::record_entries(node, $what, FIELDS, faults)?;
                $(let $field = $crate::yaml::record_field::<$type>(entries, $crate::yaml::field_name(stringify!($field)), faults);)*
                Some(Self {
                    $($field: $crate::yaml::record!(@take $presence $field $type, node.span),)*
                    span: node.span,
                })
            }
        }
    };
    (@type required $type:ty) => { $type };
    (@type optional $type:ty) => { Option<$type> };
    (@example $example:literal) => { Some($example) };
    (@example) => { None };
    (@needed required) => { true };
    (@needed optional) => { false };
    (@take required $field:ident $type:ty, $span:expr) => {
        $field.or_else(|| <$type as $crate::yaml::Decode>::stand_in($span))?
    };
    (@take optional $field:ident $type:ty, $span:expr) => { $field };
}
pub(crate) use record;

/// A field's name in files: Rust's keywords stand there without their `r#`.
pub const fn field_name(name: &str) -> &str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// The entries of a record's mapping, with unknown and missing fields reported.
pub fn entries<'a>(
    node: &'a Node,
    what: &str,
    fields: &[(&str, bool)],
    faults: &mut Vec<Diagnostic>,
) -> Option<&'a [Entry]> {
    let NodeKind::Map(entries) = &node.kind else {
        let known: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        let help = format!("{what} is a mapping with the fields {}", known.join(", "));
        super::decode::mismatch(node, &format!("{what} as a mapping"), &help, faults);
        return None;
    };
    let mut misspelt = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        if fields.iter().any(|(name, _)| *name == entry.key) {
            continue;
        }
        let is_there = |name: &str| entries.iter().any(|other| other.key == name);
        let meant = habits::meant(&entry.key, fields, is_there);
        misspelt.extend(meant);
        faults.push(comma::cut(entries, i).unwrap_or_else(|| unknown(entry, meant, (what, fields))));
    }
    let missing: Vec<&str> = fields
        .iter()
        .filter(|(name, needed)| {
            *needed && !misspelt.contains(name) && !entries.iter().any(|entry| entry.key == *name)
        })
        .map(|(name, _)| *name)
        .collect();
    if !missing.is_empty() {
        let at = entries.first().map_or(node.span, |entry| entry.key_span);
        let fields = if missing.len() == 1 { "the field" } else { "the fields" };
        let message = format!("{what} needs {fields} {}", all_of(&missing));
        let lines: Vec<String> = missing.iter().map(|name| format!("`{name}: …`")).collect();
        let help = format!("add {}", lines.join(", "));
        faults.push(Diagnostic::error(Code::FieldMissing, at, message).help(help));
    }
    Some(entries)
}

/// `` `a`, `b` and `c` ``.
fn all_of(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn unknown(entry: &Entry, meant: Option<&str>, (what, fields): (&str, &[(&str, bool)])) -> Diagnostic {
    let help = match meant {
        Some(name) => format!("did you mean `{name}`?"),
        None => {
            let known: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
            format!("the fields of {what} are {}", known.join(", "))
        }
    };
    Diagnostic::error(Code::FieldUnknown, entry.key_span, format!("{what} has no field `{}`", entry.key))
        .help(help)
}

/// One field of a record's mapping, where it is there and can be read.
pub fn field<T: Decode>(entries: &[Entry], name: &str, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let entry = entries.iter().find(|entry| entry.key == name)?;
    let before = faults.len();
    let value = T::decode(&entry.value, faults);
    // A value that is not there has no place of its own; its key has.
    for fault in &mut faults[before..] {
        if fault.span.is_some_and(|span| span.start == span.end && span == entry.value.span) {
            fault.span = Some(entry.key_span);
        }
    }
    value
}
