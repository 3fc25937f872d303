//! Markdown: finds links and headings and writes safe HTML; entry points [`links`], [`headings`] and
//! [`html`].
//!
//! Raw HTML and unsafe URLs never reach a page: `resolve` reports them, and [`html`] escapes them.

mod html;
mod scan;
mod slips;
mod visible;

pub use html::{Headings, LinkMarkup, Piece, html, inline_html, pieces, plain_text};
pub use scan::{Dangling, Heading, Link, RawHtml, dangling, headings, links, raw_html, unlinked};
pub use slips::{Slip, SlipKind, slips};
pub use visible::visible;
