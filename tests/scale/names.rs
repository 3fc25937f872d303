//! In a list of tabs or results a page is its title and its description; entry point [`faults`].

use std::collections::BTreeMap;

/// What search engines show of a description.
const N_CHARS_MAX: usize = 160;

/// Pages without a title or a description of their own, and descriptions that would be cut.
pub fn faults<'a>(pages: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<String> {
    let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for (path, bytes) in pages {
        let html = String::from_utf8_lossy(bytes);
        let title = between(&html, "<title>", "</title>");
        let description = between(&html, "<meta name=\"description\" content=\"", "\"");
        for (what, text) in [("title", title), ("description", description)] {
            if text.trim().is_empty() {
                faults.push(format!("{path} has no {what}"));
            } else if let Some(other) = seen.insert((what, text.clone()), path) {
                faults.push(format!("{path} and {other} have one {what}: {text}"));
            }
            let n = text.chars().count();
            if what == "description" && n > N_CHARS_MAX {
                faults.push(format!("the description of {path} has {n} characters: {text}"));
            }
        }
    }
    faults
}

/// What stands between these two, as it is read.
fn between(html: &str, before: &str, after: &str) -> String {
    let text =
        html.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map_or("", |(text, _)| text);
    let marks =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (escaped, mark)| text.replace(escaped, mark))
}
