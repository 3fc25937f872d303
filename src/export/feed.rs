//! feed.xml: what is new as an Atom feed (RFC 4287); entry point [`write`].
//!
//! The format wants a day for the feed and for each entry. What the data name no full day for is left out
//! of it, and stands in feed.json; an edition without any full day has no feed.xml.

use super::names;
use super::news::{Item, midnight, news};
use crate::model::{Corpus, Day, Finding, Settings};
use crate::output::XmlWriter;

/// Where the feed stands.
pub const ROUTE: &str = "feed.xml";

/// The bytes of the feed.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Option<Vec<u8>> {
    let (news, settings) = (news(corpus, findings), &corpus.settings);
    let updated = news.updated?;
    let mut xml = XmlWriter::document();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &settings.language)]);
    xml.text("id", &[], &news.id);
    xml.text("title", &[], &settings.title);
    xml.text("subtitle", &[], &settings.description);
    xml.text("updated", &[], &midnight(updated));
    xml.empty("link", &[("rel", "self"), ("href", &names::link(corpus, ROUTE))]);
    xml.empty("link", &[("rel", "alternate"), ("href", &names::link(corpus, "index.html"))]);
    write_author(&mut xml, settings);
    if let Some(licence) = &settings.licence {
        xml.text("rights", &[], licence);
    }
    let dated = news.items.iter().filter_map(|item| Some((item, item.updated?)));
    dated.for_each(|(item, updated)| write_entry(&mut xml, item, updated));
    Some(xml.finish().into_bytes())
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

fn write_entry(xml: &mut XmlWriter, item: &Item, updated: Day) {
    xml.open("entry", &[]);
    xml.text("id", &[], &item.id);
    xml.text("title", &[], &item.title);
    xml.text("updated", &[], &midnight(updated));
    xml.empty("link", &[("rel", "alternate"), ("href", &item.address)]);
    xml.empty("category", &[("term", item.category)]);
    xml.text("summary", &[], &item.summary);
    xml.close();
}
