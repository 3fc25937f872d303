//! A new article, ready for its text; entry point [`new_article`].

use super::NewFile;
use super::file::quoted;
use crate::digest::Digest;
use crate::model::{ARTICLE_PLACEHOLDER, ArticleKind, DIGEST_PLACEHOLDER, Id};
use crate::yaml::word_of;

/// What is known of an article when its file is made.
#[derive(Clone, Debug)]
pub struct NewArticle {
    /// Its id, which names the file.
    pub id: Id,
    /// Headline; the id in words where it is not known yet.
    pub title: Option<String>,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Day of publication, as a date that can be read.
    pub published: Option<String>,
    /// BCP 47 tag of the text.
    pub language: String,
    /// What kind of text it is.
    pub kind: ArticleKind,
    /// The file with its text, where the article is to hold a digest of it.
    pub capture: Option<NewCapture>,
}

/// The text of an article as it was found.
#[derive(Clone, Debug)]
pub struct NewCapture {
    /// File name, without folders.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
}

/// The article's file.
pub fn new_article(article: &NewArticle) -> NewFile {
    let known = |value: &Option<String>| quoted(value.as_deref().unwrap_or("unknown"));
    let title = article.title.clone().unwrap_or_else(|| words(&article.id));
    let url = article.url.as_ref().map(|url| format!("url: {}\n", quoted(url))).unwrap_or_default();
    let body = match &article.capture {
        Some(capture) => format!(
            "text: digest\n\
             capture: {{file: {}, sha256: \"{}\"}}\n\
             ---\n\
             {DIGEST_PLACEHOLDER}\n",
            quoted(&capture.file),
            capture.sha256
        ),
        None => format!(
            "# `full`: the text below is the source's own. `digest`: it is your summary, and quotes are\n\
                 # verified in a capture; `variorum new article ID --capture FILE` writes such an article.\n\
                 text: full\n\
                 ---\n\
                 {ARTICLE_PLACEHOLDER}\n"
        ),
    };
    let text = format!(
        "---\n\
         title: {}\n\
         outlet: {}\n\
         # A day as in \"2026-03-04\", a month as in \"2026-03\", or \"unknown\".\n\
         published: {}\n\
         {url}\
         language: {}\n\
         # report, statement, analysis or social-post.\n\
         kind: {}\n\
         {body}",
        quoted(&title),
        known(&article.outlet),
        known(&article.published),
        quoted(&article.language),
        word_of(article.kind),
    );
    NewFile { path: format!("content/articles/{}.md", article.id).into(), text }
}

/// `pier-9-fire` → `Pier 9 fire`.
pub(super) fn words(id: &Id) -> String {
    let words = id.as_str().replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
