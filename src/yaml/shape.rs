//! What a format takes, as data: [`Shape`], made from the same definitions as the reading.

/// What a value may be.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Prose or a name; a number or truth value needs quotes.
    Text,
    /// Words as typed; numbers and truth values among them.
    Words,
    /// An id.
    Id,
    /// `true` or `false`.
    Flag,
    /// A whole number, not below nought.
    Count,
    /// This whole number and no other.
    Exactly(usize),
    /// A SHA-256 digest in hexadecimal digits.
    Digest,
    /// One of some words, each with what it means.
    Choice(Vec<(&'static str, &'static str)>),
    /// A list.
    List(Box<Shape>),
    /// A list with at least one item.
    Filled(Box<Shape>),
    /// A mapping from ids.
    Entries(Box<Shape>),
    /// A mapping from other names, such as the tags of languages.
    Names(Box<Shape>),
    /// A mapping with known fields.
    Record(RecordShape),
    /// A mapping with known fields, each of which may be missing, and one key of the author's choice for words with
    /// a part in braces.
    OneLine(RecordShape),
    /// One of several.
    Either(Vec<Shape>),
}

impl Shape {
    /// Whether it is a record with a field of this name.
    pub fn has_field(&self, name: &str) -> bool {
        let of = |record: &RecordShape| record.fields.iter().any(|field| field.name == name);
        let one_of = |shapes: &[Self]| shapes.iter().any(|shape| shape.has_field(name));
        matches!(self, Self::Record(record) if of(record))
            || matches!(self, Self::Either(shapes) if one_of(shapes))
    }

    /// Whether nothing but a list is taken.
    pub fn is_list(&self) -> bool {
        matches!(self, Self::List(_) | Self::Filled(_))
    }
}

/// A mapping with known fields.
#[derive(Clone, Debug)]
pub struct RecordShape {
    /// What it is, as in a message: `a claim`.
    pub what: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// Its fields, in order.
    pub fields: Vec<FieldShape>,
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct FieldShape {
    /// Its name in files.
    pub name: &'static str,
    /// What it says.
    pub doc: &'static str,
    /// Whether it has to be there.
    pub is_required: bool,
    /// What it takes.
    pub shape: Shape,
    /// A value as it is written, in YAML.
    pub example: Option<&'static str>,
}
