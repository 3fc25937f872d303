//! data/articles.csl.json: the sources for reference managers, as CSL-JSON; entry point [`write`].
//!
//! Names are never split into given and family name: for Khmer and Chinese bylines that would guess.

use serde::Serialize;
use serde_json::{Value, json};

use super::schema::{choice, list, object, sparse_object, text};
use super::{days, json};
use crate::model::{Article, ArticleKind, Corpus, DateShape, DateValue};

/// Where the file stands.
pub const ROUTE: &str = "data/articles.csl.json";

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: &'a str,
    r#type: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Date<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'static str>,
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(rename = "archive_location", skip_serializing_if = "Option::is_none")]
    archive_location: Option<&'a str>,
}

#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Date<'a> {
    Parts {
        #[serde(rename = "date-parts")]
        parts: Vec<Vec<i32>>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        circa: bool,
    },
    Literal {
        literal: &'a str,
    },
}

/// The bytes of the file.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    json::write(&corpus.articles.iter().map(item).collect::<Vec<_>>())
}

fn item(article: &Article) -> Item<'_> {
    let (kind, genre) = kind(article.kind);
    Item {
        id: article.id.as_str(),
        r#type: kind,
        title: &article.title,
        container_title: (article.outlet != "unknown").then_some(article.outlet.as_str()),
        author: article.author.iter().map(|author| Name { literal: author }).collect(),
        issued: article.published.as_ref().map(date),
        accessed: article.retrieved.as_ref().map(date),
        genre,
        language: &article.language,
        url: article.url.as_deref(),
        archive_location: article.archived_url.as_deref(),
    }
}

/// The CSL type, and what it leaves unsaid.
fn kind(kind: ArticleKind) -> (&'static str, Option<&'static str>) {
    match kind {
        ArticleKind::Report => ("article-newspaper", None),
        ArticleKind::Statement => ("document", Some("Statement")),
        ArticleKind::Analysis => ("article-newspaper", Some("Analysis")),
        ArticleKind::SocialPost => ("post", None),
    }
}

/// A date at the precision stated; what CSL cannot say in parts stays as written.
fn date(date: &DateValue) -> Date<'_> {
    match parts(date) {
        Some(parts) => Date::Parts { parts, circa: date.approximate || date.uncertain },
        None => Date::Literal { literal: &date.edtf },
    }
}

fn parts(date: &DateValue) -> Option<Vec<Vec<i32>>> {
    if !date.year_known {
        return None;
    }
    match (date.shape, date.spans.as_slice()) {
        (DateShape::Single, [span]) => days::calendar_parts(*span).map(|parts| vec![parts]),
        (DateShape::Interval, [_]) => {
            let (first, last) = days::ends(date);
            Some(vec![first?.parts().to_vec(), last?.parts().to_vec()])
        }
        (DateShape::Single | DateShape::Interval | DateShape::AllOf | DateShape::OneOf, _) => None,
    }
}

/// The schema of the file: the part of CSL-JSON 1.0.2 that it uses.
pub fn schema() -> Value {
    let date = |about: &str| {
        let part = json!({ "type": "array", "minItems": 1, "maxItems": 3, "items": { "type": "integer" } });
        sparse_object(
            about,
            vec![
                (
                    "date-parts",
                    json!({
                        "type": "array", "description": "Year, month and day as far as known; two for a period.",
                        "minItems": 1, "maxItems": 2, "items": part,
                    }),
                ),
                ("circa", json!({ "const": true, "description": "The date is approximate or uncertain." })),
                ("literal", text("The date as recorded, where it has no such parts.")),
            ],
        )
    };
    let name = object("A byline.", vec![("literal", text("As written."))]);
    let mut item = sparse_object(
        "A source document.",
        vec![
            ("id", text("Article id.")),
            ("type", choice("Its CSL type.", ["article-newspaper", "document", "post"])),
            ("title", text("Headline, or the editors' name for it.")),
            ("container-title", text("Outlet.")),
            ("author", list("Bylines.", name)),
            ("issued", date("Day of publication.")),
            ("accessed", date("Day of retrieval.")),
            ("genre", text("What the type leaves unsaid.")),
            ("language", text("BCP 47 tag of the text.")),
            ("URL", text("Where it was published.")),
            ("archive_location", text("An archived copy.")),
        ],
    );
    item["required"] = json!(["id", "type", "title", "language"]);
    list("The sources as CSL-JSON.", item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date;

    #[test]
    fn a_period_keeps_its_precision() {
        let parts = |edtf: &str| parts(&date::read(edtf).unwrap());
        assert_eq!(parts("2024-05/2024-06"), Some(vec![vec![2024, 5], vec![2024, 6]]));
        assert_eq!(parts("2023/2024-02-03"), Some(vec![vec![2023], vec![2024, 2, 3]]));
        assert_eq!(parts("2024-05"), Some(vec![vec![2024, 5]]));
        assert_eq!(parts("2024-05/.."), None);
    }
}
