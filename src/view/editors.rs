//! Values that the editors read, as pages say it; entry points [`read_by`] and [`n_read_by_editors`].

use schemars::JsonSchema;
use serde::Serialize;

use super::Here;
use crate::language::Key;
use crate::model::{Claim, ClaimIx, Reading};

/// That the editors read a value, not the program.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ReadBy {
    /// Who read it, and as what.
    pub text: String,
    /// How they came to read it so.
    pub note: Option<String>,
}

/// Who read a value, where it was not the program.
pub fn read_by(here: Here<'_>, claim: &Claim) -> Option<ReadBy> {
    let editors = claim.editors.as_ref()?;
    let reading = match &claim.reading {
        Reading::Date(date) => here.date(date),
        Reading::Quantity(_)
        | Reading::Entity(_)
        | Reading::Set(_)
        | Reading::Position(_)
        | Reading::Text
        | Reading::YesNo(_) => editors.words.clone(),
    };
    let text = if editors.is_by_editors() {
        here.fill(Key::ReadByEditors, &[("reading", &reading)])
    } else {
        here.fill(Key::ReadBy, &[("reading", &reading), ("who", &editors.by)])
    };
    Some(ReadBy { text, note: editors.note.clone() })
}

/// How many of these claims the editors read.
pub fn n_read_by_editors(here: Here<'_>, claims: &[ClaimIx]) -> usize {
    claims.iter().filter(|&&claim| here.edition.corpus[claim].editors.is_some()).count()
}
