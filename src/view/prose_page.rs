//! A page of the author's own; entry point [`prose_page`].

use schemars::JsonSchema;
use serde::Serialize;

use super::Here;
use super::prose::{Block, Citations, Note};
use crate::model::Prose;

/// A page of the author's own.
#[derive(Debug, JsonSchema, Serialize)]
pub struct ProsePageView {
    /// Its body.
    pub body: Vec<Block>,
    /// The facts that it cites.
    pub notes: Vec<Note>,
}

/// A page of the author's own.
pub fn prose_page(here: Here<'_>, body: &Prose) -> ProsePageView {
    let mut citations = Citations::new(here);
    let body = citations.blocks(body, 2);
    ProsePageView { body, notes: citations.notes() }
}
