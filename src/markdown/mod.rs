//! Markdown: finds links and headings and writes safe HTML; entry points [`links`], [`headings`] and
//! [`html`]. A reason for setting a figure aside is part of no page: [`asides`].
//!
//! Raw HTML and unsafe URLs never reach a page: `resolve` reports them, and [`html`] escapes them.

mod aside;
mod html;
mod scan;
mod slips;
mod plain;
mod visible;

pub use aside::{ASIDE, asides, without_marks};
pub use html::{FOOTNOTE, Headings, LinkMarkup, Piece, escaped, html, inline_html, pieces, plain_text};
pub use plain::{Mark, first_mark};
pub use scan::{Dangling, Heading, Link, RawHtml, dangling, headings, links, raw_html, unlinked};
pub use slips::{Foreign, Misread, Quarto, Slip, SlipKind, slips};
pub use visible::{own_words, visible};
