//! A page as it is served while it is edited: the edition's bytes, and the script that hears of changes.
//!
//! A page's own policy forbids scripts that it does not bring, so that the policy goes into a header, with
//! what the script needs; nothing else of the page is another.

use std::fmt::Write as _;

use super::fault::Fault;
use crate::markdown::escaped;

/// Before this the script stands.
const BODY_END: &str = "</body>";
const POLICY_START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// Where the server's own files are; no file of an edition has a hidden name.
pub(super) const OWN: &str = "/.variorum/";

/// A page ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Development {
    /// The page with the script.
    pub(super) html: String,
    /// Its policy.
    pub(super) policy: String,
}

/// A page of the edition with the script; `print` is what the page is known by, `root` the path below which
/// the edition is read.
pub(super) fn development(html: &str, print: &str, root: &str) -> Development {
    let (policy, html_without) = without_policy(html);
    let script = script(print, root);
    let html = match html_without.rfind(BODY_END) {
        Some(at) => format!("{}{script}{}", &html_without[..at], &html_without[at..]),
        None => html_without + &script,
    };
    Development { html, policy: widened(&policy.unwrap_or_default()) }
}

/// The page that stands where there is no edition yet, with what is wrong.
pub(super) fn without_edition(errors: &[Fault]) -> Development {
    let mut html = String::from(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>⚠ Not built</title></head><body>\
         <h1>There is no edition yet</h1><p>This page comes by itself when the project has no errors.</p>",
    );
    for error in errors {
        let _ = write!(html, "<pre>{}</pre>", escaped(&error.text));
    }
    html.push_str("</body></html>\n");
    development(&html, "", "/")
}

fn script(print: &str, root: &str) -> String {
    format!(
        "<script src=\"{OWN}page.js\" data-print=\"{print}\" data-root=\"{}\" defer></script>",
        escaped(root)
    )
}

/// The policy in a page, and the page without the element that sets it.
fn without_policy(html: &str) -> (Option<String>, String) {
    let found = html.find(POLICY_START).and_then(|start| {
        let (policy, _) = html[start + POLICY_START.len()..].split_once('"')?;
        let end = start + html[start..].find('>')? + 1;
        Some((start, end, policy.to_owned()))
    });
    match found {
        Some((start, end, policy)) => (Some(policy), format!("{}{}", &html[..start], &html[end..])),
        None => (None, html.to_owned()),
    }
}

/// A policy that lets the server's own script and style sheet in beside what it lets in already.
fn widened(policy: &str) -> String {
    if policy.is_empty() {
        return String::new();
    }
    let mut directives: Vec<String> =
        policy.split(';').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    for name in ["script-src", "connect-src", "style-src"] {
        match directives.iter_mut().find(|part| part.split(' ').next() == Some(name)) {
            Some(part) if part.contains("'self'") => {}
            Some(part) => *part = format!("{name} 'self'{}", part[name.len()..].replace(" 'none'", "")),
            None => directives.push(format!("{name} 'self'")),
        }
    }
    directives.join("; ")
}

/// The media type of a file by its name.
pub(super) fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "txt" | "bib" | "yaml" | "yml" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_script_and_the_place_of_the_policy_differ() {
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">\
            <title>A</title></head><body>words</body></html>";
        let Development { html, policy } = development(page, "0123", "/some/project/");
        assert_eq!(policy, "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'");
        let script = html.split_once("<script").and_then(|(_, rest)| rest.split_once("</script>")).unwrap().0;
        assert!(script.contains("data-root=\"/some/project/\""));
        let rest = html.replace(&format!("<script{script}</script>"), "");
        assert_eq!(rest, "<head><title>A</title></head><body>words</body></html>");
    }

    #[test]
    fn a_policy_is_widened_and_never_narrowed() {
        assert_eq!(
            widened("default-src 'none'; connect-src 'none'; script-src https://a.example"),
            "default-src 'none'; connect-src 'self'; script-src 'self' https://a.example; style-src 'self'"
        );
        assert_eq!(widened(""), "");
    }

    #[test]
    fn words_of_a_fault_are_no_markup() {
        let fault =
            Fault { text: "<b>&".to_owned(), code: String::new(), place: String::new(), is_error: true };
        assert!(without_edition(&[fault]).html.contains("<pre>&lt;b&gt;&amp;</pre>"));
    }
}
