//! Markdown: finds links and writes safe HTML; entry points [`links`] and [`html`].
//!
//! Raw HTML and unsafe URLs never reach a page: `resolve` reports them, and [`html`] escapes them.

mod html;
mod scan;

pub use html::{LinkMarkup, html, inline_html, plain_text};
pub use scan::{Link, RawHtml, links, raw_html};
