//! data/articles.bib: the sources for LaTeX and reference managers, as BibTeX; entry point [`write`].
//!
//! Text is UTF-8, as biber and every current engine read it; what TeX would take for a command is
//! spelled out. A key is the article's id, so that a citation stays when the edition grows.

use serde_json::{Value, json};

use super::days;
use super::schema::{choice, list, pattern, sparse_object, text};
use crate::model::{Article, ArticleKind, Corpus, DateShape, DateValue};

/// Where the file stands.
pub const ROUTE: &str = "data/articles.bib";

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The bytes of the file.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    corpus.articles.iter().map(entry).collect::<Vec<_>>().join("\n").into_bytes()
}

fn entry(article: &Article) -> String {
    let mut entry = format!("@misc{{{},\n", article.id);
    let mut field = |name: &str, value: String| entry.push_str(&format!("  {name} = {value},\n"));
    field("title", braced(&escaped(&article.title)));
    if let Some(author) = &article.author {
        field("author", braced(&escaped(author)));
    }
    if article.outlet != "unknown" {
        field("howpublished", format!("{{{}}}", escaped(&article.outlet)));
    }
    for (name, value) in published(article.published.as_ref()) {
        field(name, value);
    }
    if let Some(url) = article.url.as_ref().or(article.archived_url.as_ref()) {
        field("url", format!("{{{}}}", address(url)));
    }
    if let Some(retrieved) = article.retrieved.as_ref().and_then(days::stated) {
        field("urldate", format!("{{{retrieved}}}"));
    }
    if let Some(kind) = note(article.kind) {
        field("note", format!("{{{kind}}}"));
    }
    field("language", format!("{{{}}}", article.language));
    entry.push_str("}\n");
    entry
}

/// In two pairs of braces, so that neither letters are lowered nor names taken apart.
fn braced(text: &str) -> String {
    format!("{{{{{text}}}}}")
}

/// Year, month and day as far as known; of a period what its ends share, and the period itself as
/// biblatex reads it.
fn published(date: Option<&DateValue>) -> Vec<(&'static str, String)> {
    let Some(date) = date.filter(|date| date.year_known) else { return Vec::new() };
    let mut fields = Vec::new();
    if let (DateShape::Interval, (Some(first), Some(last))) = (date.shape, days::ends(date)) {
        fields.push(("date", format!("{{{first}/{last}}}")));
    }
    let stated = days::stated(date);
    let mut parts = stated.iter().flat_map(days::Stated::parts);
    let year = parts.next().map(|year| ("year", format!("{{{:04}}}", year.abs())));
    let month = parts.next().and_then(|month| MONTHS.get(usize::try_from(*month).ok()?.checked_sub(1)?));
    let day = parts.next().map(|day| ("day", format!("{{{day}}}")));
    fields.extend(year.into_iter().chain(month.map(|month| ("month", (*month).to_owned()))).chain(day));
    fields
}

/// What the entry type leaves unsaid.
fn note(kind: ArticleKind) -> Option<&'static str> {
    match kind {
        ArticleKind::Report => None,
        ArticleKind::Statement => Some("Statement"),
        ArticleKind::Analysis => Some("Analysis"),
        ArticleKind::SocialPost => Some("Post on a social platform"),
    }
}

/// Words as TeX prints them. Braces go by name: BibTeX counts them even where they are escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_whitespace() => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// An address, which is printed as it is; what would end the field is percent-encoded.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if matches!(c, '{' | '}' | '\\' | '"' | '<' | '>') || c.is_whitespace() || c.is_control() {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// The schema of the file: its entries, each as an object of its fields.
pub fn schema() -> Value {
    let mut entry = sparse_object(
        "An entry of type `misc`; its key is the article id.",
        vec![
            ("key", text("Article id.")),
            ("title", text("Headline, or the editors' name for it.")),
            ("author", text("Byline, whole.")),
            ("howpublished", text("Outlet.")),
            (
                "date",
                pattern(
                    "Period of publication, as precise as it is known.",
                    "^-?[0-9]{4}(-[0-9]{2}){0,2}/-?[0-9]{4}(-[0-9]{2}){0,2}$",
                ),
            ),
            ("year", pattern("Year of publication.", "^[0-9]{4}$")),
            ("month", choice("Month of publication.", MONTHS)),
            ("day", pattern("Day of publication.", "^[0-9]{1,2}$")),
            ("url", text("Where it was published, else an archived copy.")),
            ("urldate", text("Day of retrieval.")),
            ("note", text("What kind of text it is.")),
            ("language", text("BCP 47 tag of the text.")),
        ],
    );
    entry["required"] = json!(["key", "title", "language"]);
    list("The entries, each as an object of its fields.", entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date;

    #[test]
    fn a_period_is_no_day() {
        let published = |edtf: &str| {
            let fields = published(date::read(edtf).ok().as_ref());
            fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(published("2024-05/2024-06"), "date={2024-05/2024-06} year={2024}");
        assert_eq!(published("2024-05-03/2024-05-05"), "date={2024-05-03/2024-05-05} year={2024} month=may");
        assert_eq!(published("2023-12/2024-01"), "date={2023-12/2024-01}");
        assert_eq!(published("2024-05"), "year={2024} month=may");
        assert_eq!(published("2024-05-03"), "year={2024} month=may day={3}");
        assert_eq!(published("2024-05/.."), "");
    }

    #[test]
    fn what_tex_would_run_is_spelled_out() {
        assert_eq!(escaped(r"50% & $5 #1_a ^~"), r"50\% \& \$5 \#1\_a \textasciicircum{}\textasciitilde{}");
        assert_eq!(escaped(r"\input{x}"), r"\textbackslash{}input\textbraceleft{}x\textbraceright{}");
        assert_eq!(escaped("a\nb\u{0}\tc ភ្នំពេញ"), "a b c ភ្នំពេញ");
    }

    #[test]
    fn nothing_in_an_address_ends_its_field() {
        assert_eq!(address("https://a.org/x_y?z=1&w=%20}"), "https://a.org/x_y?z=1&w=%20%7D");
    }
}
