//! feed.json: the same news as feed.xml, as JSON Feed 1.1; entry point [`write`].

use serde::Serialize;

use super::news::{Item, midnight, news};
use super::{json, names};
use crate::model::{Corpus, Finding};

/// Where the feed stands.
pub const ROUTE: &str = "feed.json";

#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: &'a str,
    description: &'a str,
    home_page_url: String,
    feed_url: String,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct ItemView<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    tags: [&'static str; 1],
}

/// The bytes of the feed.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Vec<u8> {
    let (news, settings) = (news(corpus, findings), &corpus.settings);
    let author = match &settings.publisher {
        Some(publisher) => Author { name: &publisher.name, url: publisher.url.as_deref() },
        None => Author { name: &settings.title, url: None },
    };
    json::write(&Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &settings.title,
        description: &settings.description,
        home_page_url: names::link(corpus, "index.html"),
        feed_url: names::link(corpus, ROUTE),
        language: &settings.language,
        authors: [author],
        items: news.items.iter().map(item_view).collect(),
    })
}

fn item_view(item: &Item) -> ItemView<'_> {
    ItemView {
        id: &item.id,
        url: &item.address,
        title: &item.title,
        content_text: &item.summary,
        date_modified: item.updated.map(midnight),
        tags: [item.category],
    }
}
