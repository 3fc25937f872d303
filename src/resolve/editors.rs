//! Values that the editors read, where no program reads the source's words; entry point [`read`].
//!
//! The claim keeps the words as its source has them, and is compared by what the editors say that
//! they mean. Whether the quote holds the words is for `check`, which knows the quote.

use super::reading::{Read, Reader};
use super::remarks::shown;
use crate::diag::{Code, Diagnostic};
use crate::model::{EditorsReading, EntityIx, FactKind, Reading};
use crate::parse::RawEditorsReading;
use crate::value::number::Local;
use crate::yaml::{Located, Words};

/// What the editors read a value as, and who they are.
pub(super) fn read(
    reader: Reader<'_>,
    (kind, words, local): (&FactKind, &Located<Words>, &Local),
    raw: &RawEditorsReading,
    faults: &mut Vec<Diagnostic>,
) -> Option<(Read, EditorsReading)> {
    if !is_read(kind) {
        let message = format!("`reading` is for values that are read, and a {} is not", kind.as_str());
        let help = "remove `reading`; the value is the editors' own choice of words already";
        faults.push(Diagnostic::error(Code::ValueUnsuited, raw.span, message).help(help));
        return None;
    }
    let reading = reader.in_english().words((kind, local), &raw.r#as, faults)?;
    if let Reading::Entity(read) = &reading {
        faults.extend(known_name(reader, words, *read, raw));
    }
    let editors = EditorsReading {
        words: raw.r#as.value.0.clone(),
        by: raw.by.clone(),
        note: raw.note.as_ref().map(shown),
        span: raw.span,
    };
    Some(((words.value.0.clone(), reading), editors))
}

/// A reading of a claim that has no single value.
pub(super) fn without_value(raw: &RawEditorsReading) -> Diagnostic {
    Diagnostic::error(Code::ValueUnsuited, raw.span, "`reading` says what one value means")
        .help("give it a claim with a `value`, or with `parts` of which there is one only")
}

/// Whether values of a kind are read from the words of a source.
fn is_read(kind: &FactKind) -> bool {
    match kind {
        FactKind::Count { .. }
        | FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Measure { .. }
        | FactKind::Date
        | FactKind::Entity { .. } => true,
        FactKind::Set | FactKind::Position { .. } | FactKind::Text | FactKind::YesNo => false,
    }
}

/// A name that entities.yaml has, so that nobody has to say whose it is.
fn known_name(
    reader: Reader<'_>,
    words: &Located<Words>,
    read: Option<EntityIx>,
    raw: &RawEditorsReading,
) -> Option<Diagnostic> {
    let directory = reader.directory;
    let known = directory.names.find(words)?;
    let span = raw.span;
    let (name, words) = (&directory.entities[known.index()].name, &words.value.0);
    if read != Some(known) && raw.note.is_some() {
        return None;
    }
    Some(if read == Some(known) {
        let message = format!("entities.yaml names `{words}` already, so the reading is not needed");
        Diagnostic::warning(Code::ReadingNeedless, span, message).help("remove `reading`")
    } else {
        let message = format!("entities.yaml has `{words}` as a name of `{name}`, the editors read another");
        Diagnostic::warning(Code::ReadingDiffers, span, message).help(
            "correct the reading, or the names in entities.yaml, or say in its `note` why it is another",
        )
    })
}
