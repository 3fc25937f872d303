//! What makes a browser run scripts, in a file that is published as it is; entry point [`script_in`].

use super::html::{LINKS, attribute};

/// Where a file of HTML or SVG first runs a script: a `script`, an `onclick` or an address that is one.
///
/// Such a file runs with the rights of every page of the site. Comments count as well: what is a
/// comment to one reader is none to another.
pub fn script_in(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(i) = text[at..].find('<') {
        let start = at + i;
        let inside = &text[start + 1..];
        at = start + 1;
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name_end =
            inside.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(inside.len());
        let (name, mut rest) = inside.split_at(name_end);
        let local = name.rsplit(':').next().unwrap_or(name);
        if local.eq_ignore_ascii_case("script") {
            return Some(start);
        }
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let (key, value, after) = attribute(rest);
            if runs(key, value) {
                return Some(text.len() - rest.len());
            }
            rest = after;
        }
        at = text.len() - rest.len();
    }
    None
}

fn runs(key: &str, value: &str) -> bool {
    let handler = key.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on")) && key.len() > 2;
    // Browsers pass over white space and control characters in a scheme, and read references.
    let scheme: String = value
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .take(11)
        .collect::<String>()
        .to_ascii_lowercase();
    let leads = LINKS.iter().chain(&["to", "from", "values"]).any(|link| key.eq_ignore_ascii_case(link));
    let is_script = scheme == "javascript:" || scheme.starts_with("&#") || scheme.starts_with("data:text/h");
    handler || key.eq_ignore_ascii_case("srcdoc") || leads && is_script
}

#[cfg(test)]
mod tests {
    use super::script_in;

    #[test]
    fn what_runs_is_found_and_what_only_shows_is_not() {
        for text in [
            "<p>a</p><script>x</script>",
            "<SCRIPT src=a.js>",
            "<svg:script/>",
            "<svg onload='x'/>",
            "<a href='java\nscript:x'>",
            "<a xlink:href=' JavaScript:x'>",
            "<a href='&#106;avascript:x'>",
            "<iframe srcdoc='&lt;b'>",
        ] {
            assert!(script_in(text).is_some(), "{text}");
        }
        for text in
            ["", "<p>script onload=x</p>", "<a href='on.html' title='javascript: a book'>", "a < b", "<a"]
        {
            assert_eq!(script_in(text), None, "{text}");
        }
        assert_eq!(script_in("<p><b onclick=x>"), Some(6));
    }
}
