//! The nodes of variorum.jsonld: views whose fields are schema.org's properties.

use serde::Serialize;

/// Every `@type` of a node.
pub const TYPES: [&str; 14] = [
    "Report",
    "Dataset",
    "Article",
    "NewsArticle",
    "AnalysisNewsArticle",
    "SocialMediaPosting",
    "Person",
    "Organization",
    "NewsMediaOrganization",
    "Place",
    "Thing",
    "Event",
    "Question",
    "Claim",
];

/// A node of the graph.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub enum Node<'a> {
    /// The edition.
    Report(ReportNode<'a>),
    /// Its data files.
    Dataset(DatasetNode<'a>),
    /// A statement.
    Article(ArticleNode<'a>),
    /// A report by a source.
    NewsArticle(ArticleNode<'a>),
    /// An analysis.
    AnalysisNewsArticle(ArticleNode<'a>),
    /// A post.
    SocialMediaPosting(ArticleNode<'a>),
    /// A person.
    Person(EntityNode<'a>),
    /// An organisation.
    Organization(EntityNode<'a>),
    /// An outlet.
    NewsMediaOrganization(EntityNode<'a>),
    /// A place.
    Place(EntityNode<'a>),
    /// A group or an office.
    Thing(EntityNode<'a>),
    /// An event.
    Event(EventNode<'a>),
    /// A question that belongs to no single event.
    Question(QuestionNode<'a>),
    /// A claim.
    Claim(ClaimNode<'a>),
}

/// A link to another node.
#[derive(Serialize)]
pub struct Reference {
    /// Its address.
    #[serde(rename = "@id")]
    pub id: String,
}

impl Reference {
    /// A link to this address.
    pub fn to(id: String) -> Self {
        Self { id }
    }
}

/// A link to another node, with what a reader needs who does not follow it.
#[derive(Serialize)]
pub struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
}

impl<'a> Named<'a> {
    /// A link to a node of this type and name.
    pub fn new(kind: &'static str, id: String, name: &'a str) -> Self {
        Self { kind, id, name }
    }
}

/// Who wrote or published something.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Agent<'a> {
    /// A node of the graph.
    Known(Reference),
    /// Somebody who is known by name only.
    Named(NamedAgent<'a>),
}

/// Somebody by name.
#[derive(Serialize)]
pub struct NamedAgent<'a> {
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl<'a> Agent<'a> {
    /// An organisation.
    pub fn organization(name: &'a str, url: Option<&'a str>) -> Self {
        Self::Named(NamedAgent { kind: Some("Organization"), name, url })
    }

    /// A byline, which can be a person's or a desk's.
    pub fn named(name: &'a str) -> Self {
        Self::Named(NamedAgent { kind: None, name, url: None })
    }
}

/// A licence: an address, or a work by name.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Licence<'a> {
    /// Its address.
    Address(&'a str),
    /// Its name.
    Work {
        /// Always a creative work.
        #[serde(rename = "@type")]
        kind: &'static str,
        /// Its name.
        name: &'a str,
    },
}

impl<'a> Licence<'a> {
    /// Reads the setting.
    pub fn read(licence: &'a str) -> Self {
        let is_address = licence.starts_with("https://") || licence.starts_with("http://");
        match known_licence(licence) {
            Some(address) => Self::Address(address),
            None if is_address => Self::Address(licence),
            None => Self::Work { kind: "CreativeWork", name: licence },
        }
    }
}

/// The address of a licence that everybody knows by name.
fn known_licence(name: &str) -> Option<&'static str> {
    match name {
        "CC0 1.0" => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
        "CC BY 4.0" => Some("https://creativecommons.org/licenses/by/4.0/"),
        "CC BY-SA 4.0" => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
        "CC BY-NC 4.0" => Some("https://creativecommons.org/licenses/by-nc/4.0/"),
        "CC BY-ND 4.0" => Some("https://creativecommons.org/licenses/by-nd/4.0/"),
        "CC BY-NC-SA 4.0" => Some("https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        _ => None,
    }
}

/// The edition.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportNode<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub name: &'a str,
    pub headline: &'a str,
    pub description: &'a str,
    pub in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<Licence<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citation: Vec<Reference>,
    pub has_part: Reference,
}

/// The data files.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DatasetNode<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub name: String,
    pub description: String,
    pub in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator: Option<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<Licence<'a>>,
    pub is_accessible_for_free: bool,
    pub is_part_of: Reference,
    pub distribution: Vec<Download>,
}

/// A data file.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "DataDownload", rename_all = "camelCase")]
pub struct Download {
    pub name: &'static str,
    pub description: &'static str,
    pub content_url: String,
    pub encoding_format: &'static str,
}

/// A source document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleNode<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<&'a str>,
    pub headline: &'a str,
    pub in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Agent<'a>>,
    pub subject_of: Reference,
}

/// Somebody or something.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EntityNode<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_name: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contained_in_place: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
}

/// Something that happened.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventNode<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub name: &'a str,
    pub description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub location: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub keywords: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subject_of: Vec<Reference>,
}

/// A question.
#[derive(Serialize)]
pub struct QuestionNode<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub name: &'a str,
}

/// A claim; its name is its address.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClaimNode<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub text: String,
    pub about: Reference,
    pub appearance: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Reference>,
    pub is_based_on: Quotation<'a>,
}

/// The words a claim rests on, from the article in which it appears.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Quotation<'a> {
    text: &'a str,
}

impl<'a> Quotation<'a> {
    /// These words.
    pub fn new(text: &'a str) -> Self {
        Self { text }
    }
}
