//! YAML with positions, and typed records read from it; entry points [`parse`] and [`Decode`].
//!
//! The text is read twice, once for positions and once for values; where the two readings differ
//! the file is refused. Nothing is coerced: a scalar stays the words that were typed until a
//! record's field says what it takes.

mod node;
mod events;
mod syntax;
mod slips;
mod cross;
mod remark;
mod comma;
mod decode;
mod mapping;
mod record;
mod habits;
mod shape;
mod schema;

pub use decode::read_id;
pub use decode::{Count, Decode, Flag, Located, OneOrMany, Text, Words};
pub use mapping::{Entries, Names};
pub use node::{Entry, Node, NodeKind, Scalar};
pub use record::{Choice, entries as record_entries, field as record_field, field_name, word_of};
pub(crate) use record::{choice, record};
pub use schema::schema;
pub use shape::{FieldShape, RecordShape, Shape};

use crate::diag::Diagnostic;
use crate::source::FileId;

/// Where a YAML text stands: its file, and the byte at which it begins there.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// First byte of the text in the file.
    pub offset: usize,
}

/// Reads one YAML document; an empty text gives an empty mapping.
///
/// A syntax error is reported alone, since what follows it cannot be trusted; duplicate keys, and
/// values that lost their end to a remark, are all reported.
pub fn parse(text: &str, origin: Origin) -> Result<Node, Vec<Diagnostic>> {
    let node = events::read(text, origin)?;
    cross::compare(text, origin, &node)?;
    let cut = remark::faults(text, origin, &node);
    if cut.is_empty() { Ok(node) } else { Err(cut) }
}

/// Reads a document that is part of the program, which a test has read with [`parse`] already.
pub(crate) fn parse_own(text: &str, origin: Origin) -> Result<Node, Vec<Diagnostic>> {
    events::read(text, origin)
}

#[cfg(test)]
mod tests;
