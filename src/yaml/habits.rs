//! What authors call a field who come from other generators, spreadsheets or another spelling; entry point [`meant`].

use crate::diag::nearest;

/// Names elsewhere, without case, hyphens and underscores, and what they are called here, the likeliest first: the first that
/// the record at hand has is meant.
const ELSEWHERE: [(&[&str], &[&str]); 27] = [
    (&["aliases", "redirects", "redirect", "oldurls"], &["redirect_from"]),
    (&["dateformat"], &["format"]),
    (&["url", "site", "siteurl", "root", "baseurl", "domain", "homepage"], &["base_url", "url"]),
    (&["lang", "locale", "languagecode", "defaultcontentlanguage"], &["language"]),
    (&["subtitle", "tagline", "abstract", "excerpt", "lead", "intro"], &["description", "summary"]),
    (&["description", "summary"], &["summary", "description", "note"]),
    (
        &["date", "pubdate", "publishdate", "datepublished", "publicationdate", "created"],
        &["published", "date", "as_of"],
    ),
    (&["lastmod", "modified", "updated", "accessed", "accessdate", "retrievedat"], &["retrieved", "as_of"]),
    (&["publisher", "newspaper", "publication", "medium", "sitename", "source"], &["outlet", "source"]),
    (&["authors", "byline", "by", "creator"], &["author"]),
    (&["author", "authors", "organisation", "organization", "company"], &["publisher"]),
    (&["link", "permalink", "canonical", "canonicalurl", "sourceurl", "href"], &["url"]),
    (&["archive", "archived", "archiveurl", "wayback"], &["archived_url"]),
    (&["type", "category", "layout"], &["kind"]),
    (&["license"], &["licence"]),
    (&["repo", "github", "git"], &["repository"]),
    (&["headline", "name", "heading"], &["title", "label", "name"]),
    (&["title", "question"], &["label", "name", "title"]),
    (&["categories", "keywords", "labels"], &["tags"]),
    (&["location", "locations", "place", "where"], &["places", "place", "in"]),
    (&["articles", "reports"], &["sources"]),
    (&["article", "report", "outlet"], &["source"]),
    (&["answer", "figure", "number", "amount", "count"], &["value", "words"]),
    (&["answers", "values", "sources"], &["claims"]),
    (&["text", "quotation", "citation", "words", "evidence", "passage"], &["quote", "text"]),
    (&["speaker", "attribution", "accordingto", "cites"], &["via"]),
    (&["comment", "comments", "remark", "notes", "reason"], &["note"]),
];

/// The field of a record that an unknown one stands for: the same in another spelling, one that is called so elsewhere, or
/// the one that is spelt most alike.
pub(super) fn meant<'a>(
    unknown: &str,
    fields: &[(&'a str, bool)],
    is_there: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    let folded = fold(unknown);
    let known =
        |name: &str| fields.iter().map(|(field, _)| *field).find(|field| *field == name && !is_there(field));
    let same = fields.iter().map(|(name, _)| *name).find(|name| fold(name) == folded);
    let elsewhere = || {
        let names = ELSEWHERE.iter().filter(|(names, _)| names.contains(&folded.as_str()));
        names.flat_map(|(_, fields)| fields.iter()).find_map(|field| known(field))
    };
    same.or_else(elsewhere).or_else(|| nearest(unknown, fields.iter().map(|(name, _)| *name)))
}

fn fold(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_generators_are_known() {
        let article =
            [("title", true), ("published", true), ("outlet", true), ("url", false), ("text", true)];
        let of_article = |name: &str| meant(name, &article, |_| false);
        assert_eq!(of_article("date"), Some("published"));
        assert_eq!(of_article("PubDate"), Some("published"));
        assert_eq!(of_article("source"), Some("outlet"));
        assert_eq!(of_article("Title"), Some("title"));
        assert_eq!(of_article("titel"), Some("title"));
        assert_eq!(of_article("weight"), None);
        assert_eq!(meant("baseURL", &[("title", true), ("base_url", false)], |_| false), Some("base_url"));
        assert_eq!(meant("date", &[("published", true)], |_| true), None);
    }
}
