//! feed.xml: events, questions and open disputes as an Atom feed; entry point [`write`].
//!
//! An entry's id is its address, and its date the last day its data speak of, or the oldest day of
//! the edition where they name none; so a rebuild changes only what the content changes.

use super::prose::plain;
use super::{days, names};
use crate::model::{Class, Corpus, Day, Finding, Settings, SheetIx, SheetKind};
use crate::output::XmlWriter;
use crate::plan::{finding_href, sheet_route};

/// Where the feed stands.
pub const ROUTE: &str = "feed.xml";

/// More entries than this make a feed slow to fetch and are of no use to its readers.
const N_ENTRIES_MAX: usize = 100;

struct Entry {
    address: String,
    title: String,
    updated: Day,
    summary: String,
    category: &'static str,
}

/// Stands for the date of an edition that knows none: Atom needs one, and the clock is no answer.
const UNKNOWN: Day = Day(0);

/// The bytes of the feed.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Vec<u8> {
    let edition = days::of_edition(corpus).unwrap_or(UNKNOWN);
    let undated = days::oldest(corpus).unwrap_or(edition);
    let sheets = (0..corpus.sheets.len() as u32).filter_map(|i| of_sheet(corpus, SheetIx(i), undated));
    let disputes = findings.iter().filter(|finding| is_headline(finding.class));
    let mut entries: Vec<Entry> =
        sheets.chain(disputes.map(|finding| dispute(corpus, finding, undated))).collect();
    entries.sort_by(|a, b| (b.updated, &a.address).cmp(&(a.updated, &b.address)));
    entries.truncate(N_ENTRIES_MAX);

    let settings = &corpus.settings;
    let mut xml = XmlWriter::document();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &settings.language)]);
    xml.text("id", &[], &names::link(corpus, ""));
    xml.text("title", &[], &settings.title);
    xml.text("subtitle", &[], &settings.description);
    xml.text("updated", &[], &midnight(edition));
    xml.empty("link", &[("rel", "self"), ("href", &names::link(corpus, ROUTE))]);
    xml.empty("link", &[("rel", "alternate"), ("href", &names::link(corpus, "index.html"))]);
    write_author(&mut xml, settings);
    if let Some(licence) = &settings.licence {
        xml.text("rights", &[], licence);
    }
    entries.iter().for_each(|entry| write_entry(&mut xml, entry));
    xml.finish().into_bytes()
}

/// What the headline count of the discrepancies counts.
fn is_headline(class: Class) -> bool {
    match class {
        Class::Contradict | Class::Variant => true,
        Class::Agree | Class::Gap | Class::Compatible | Class::Scope | Class::Update => false,
    }
}

fn of_sheet(corpus: &Corpus, ix: SheetIx, undated: Day) -> Option<Entry> {
    let sheet = &corpus[ix];
    match sheet.kind {
        SheetKind::Event | SheetKind::Question => Some(Entry {
            address: names::link(corpus, sheet_route(corpus, ix).as_str()),
            title: sheet.title.clone(),
            updated: days::of_sheet(corpus, ix).unwrap_or(undated),
            summary: plain(corpus, &sheet.summary),
            category: names::kind(sheet.kind),
        }),
        SheetKind::Entity(_) => None,
    }
}

fn dispute(corpus: &Corpus, finding: &Finding, undated: Day) -> Entry {
    let labels: Vec<&str> = finding.facts.iter().map(|&fact| corpus[fact].label.as_str()).collect();
    let sheet = &corpus[finding.sheet];
    Entry {
        address: names::link(corpus, &finding_href(finding)),
        title: format!("{}: {}", sheet.title, labels.join(", ")),
        updated: days::of_sheet(corpus, finding.sheet).unwrap_or(undated),
        summary: finding.reason.clone(),
        category: finding.class.as_str(),
    }
}

fn write_author(xml: &mut XmlWriter, settings: &Settings) {
    xml.open("author", &[]);
    match &settings.publisher {
        Some(publisher) => {
            xml.text("name", &[], &publisher.name);
            publisher.url.iter().for_each(|url| xml.text("uri", &[], url));
        }
        None => xml.text("name", &[], &settings.title),
    }
    xml.close();
}

fn write_entry(xml: &mut XmlWriter, entry: &Entry) {
    xml.open("entry", &[]);
    xml.text("id", &[], &entry.address);
    xml.text("title", &[], &entry.title);
    xml.text("updated", &[], &midnight(entry.updated));
    xml.empty("link", &[("rel", "alternate"), ("href", &entry.address)]);
    xml.empty("category", &[("term", entry.category)]);
    xml.text("summary", &[], &entry.summary);
    xml.close();
}

/// A day as Atom wants it; the data know no hours.
fn midnight(day: Day) -> String {
    format!("{day}T00:00:00Z")
}
