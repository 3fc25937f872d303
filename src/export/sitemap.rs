//! sitemap.xml and robots.txt; entry points [`write`] and [`robots`].
//!
//! A page's date is the last day, month or year that its data speak of, and is left out where they name none.

use super::days::Stated;
use super::{days, names};
use crate::model::{Corpus, Finding};
use crate::output::XmlWriter;
use crate::plan::{PageKind, plan};

/// Where the sitemap stands.
pub const ROUTE: &str = "sitemap.xml";

/// The bytes of the sitemap.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Vec<u8> {
    let mut xml = XmlWriter::document();
    let of_edition = days::of_edition(corpus);
    xml.open("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]);
    for page in plan(corpus, findings).pages.iter().filter(|page| is_listed(page.kind)) {
        xml.open("url", &[]);
        xml.text("loc", &[], &names::link(corpus, page.route.as_str()));
        if let Some(stated) = last_day(corpus, page.kind, of_edition.as_ref()) {
            xml.text("lastmod", &[], &stated.to_string());
        }
        xml.close();
    }
    xml.finish().into_bytes()
}

/// The bytes of robots.txt: everything may be read.
pub fn robots(corpus: &Corpus) -> Vec<u8> {
    let mut out = String::from("User-agent: *\nAllow: /\n");
    if let Some(base_url) = &corpus.settings.base_url {
        out.push_str(&format!("\nSitemap: {base_url}{ROUTE}\n"));
    }
    out.into_bytes()
}

/// The search page has nothing of its own to be found, 404.html is no page, and old addresses lead elsewhere.
fn is_listed(kind: PageKind) -> bool {
    !matches!(kind, PageKind::NotFound | PageKind::Search | PageKind::Moved(_) | PageKind::Removed(_))
}

/// The last day that a page speaks of; a page of the whole edition speaks of its last day.
fn last_day(corpus: &Corpus, kind: PageKind, of_edition: Option<&Stated>) -> Option<Stated> {
    match kind {
        PageKind::Event(sheet) | PageKind::Question(sheet) => days::of_sheet(corpus, sheet),
        PageKind::Source(article) => days::of_article(corpus, article),
        PageKind::Prose(_)
        | PageKind::Tag(_)
        | PageKind::Moved(_)
        | PageKind::Removed(_)
        | PageKind::NotFound
        | PageKind::Search => None,
        PageKind::Entity(_)
        | PageKind::Briefing
        | PageKind::EventIndex
        | PageKind::ListPart(_)
        | PageKind::QuestionIndex
        | PageKind::SourceIndex
        | PageKind::EntityIndex
        | PageKind::TagIndex
        | PageKind::Discrepancies
        | PageKind::ForTheRecord
        | PageKind::SheetDiscrepancies(_)
        | PageKind::FactDiscrepancies(..)
        | PageKind::Timeline
        | PageKind::Agreement
        | PageKind::Methodology
        | PageKind::Checked
        | PageKind::Data => of_edition.cloned(),
    }
}
