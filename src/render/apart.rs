//! English words on a page of another language, marked as such; entry point [`tagged`].

use crate::language::{CLOSE, OPEN};

/// Elements that hold text only: there the marks stay as they are.
const PLAIN: [&str; 7] = ["title", "option", "script", "style", "text", "tspan", "desc"];

/// The page with an element around each stretch that stands apart, in text; in attributes the marks
/// say the direction by themselves.
pub fn tagged(html: &str, tag: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    let mut within: &str = "";
    while let Some(at) = rest.find('<') {
        let (text, markup) = rest.split_at(at);
        push_text(&mut out, text, tag, within);
        let end = markup.find('>').map_or(markup.len(), |end| end + 1);
        out.push_str(&markup[..end]);
        within = markup[1..end].split(['>', ' ', '\n']).next().unwrap_or_default();
        rest = &markup[end..];
    }
    push_text(&mut out, rest, tag, within);
    out
}

fn push_text(out: &mut String, text: &str, tag: &str, within: &str) {
    // An author may write such marks too, and not in pairs.
    let is_paired = text.matches(OPEN).count() == text.matches(CLOSE).count();
    if PLAIN.contains(&within) || !is_paired || !text.contains(OPEN) {
        return out.push_str(text);
    }
    let opening = format!("<span lang=\"{tag}\" dir=\"ltr\">");
    out.push_str(&text.replace(OPEN, &opening).replace(CLOSE, "</span>"));
}

#[cfg(test)]
mod tests {
    use super::tagged;

    fn check(html: &str, expected: &str) {
        assert_eq!(tagged(html, "en"), expected);
    }

    #[test]
    fn english_in_text_gets_an_element() {
        check(
            "<p>نص \u{2066}As of July.\u{2069}</p>",
            "<p>نص <span lang=\"en\" dir=\"ltr\">As of July.</span></p>",
        );
    }

    #[test]
    fn attributes_and_plain_text_keep_the_marks() {
        for html in ["<a title=\"\u{2066}Main\u{2069}\">x</a>", "<title>\u{2066}Data\u{2069}</title>"] {
            check(html, html);
        }
    }

    #[test]
    fn an_unpaired_mark_of_an_author_makes_no_element() {
        check("<p>a \u{2066}b</p><p>c</p>", "<p>a \u{2066}b</p><p>c</p>");
    }
}
