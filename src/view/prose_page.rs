//! A page of the author's own, and what stands at the addresses of pages that are no longer there; entry points
//! [`prose_page`], [`moved`] and [`removed`].

use schemars::JsonSchema;
use serde::Serialize;

use super::prose::{Block, Citations, Note};
use super::{Here, Link};
use crate::model::{MovedTo, Prose};
use crate::plan::page_route;

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

/// An old address, which leads on.
#[derive(Debug, JsonSchema, Serialize)]
pub struct MovedView {
    /// Where the page stands now.
    pub to: Link,
}

/// The page that an old address leads to.
pub fn moved(here: Here<'_>, to: MovedTo) -> Link {
    match to {
        MovedTo::Sheet(ix) => here.sheet(ix),
        MovedTo::Article(ix) => here.article(ix),
        MovedTo::Page(i) => {
            let page = &here.edition.corpus.pages[i];
            here.link(&page.title, page_route(&page.id).as_str())
        }
    }
}

/// What stands at the address of a page that was taken away.
#[derive(Debug, JsonSchema, Serialize)]
pub struct RemovedView {
    /// Why it is gone.
    pub reason: String,
}

/// What stands at the address of a page that was taken away, by position in the settings.
pub fn removed(here: Here<'_>, i: usize) -> RemovedView {
    RemovedView { reason: here.edition.corpus.settings.removed[i].reason.clone() }
}
