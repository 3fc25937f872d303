//! The ids and links of an HTML page; entry point [`scan`].
//!
//! A scanner of tags, not a parser of trees: which element closes where is for the HTML validator
//! of the gate. Text cannot be taken for a tag, since every `<` in it is escaped.

use super::reference::Contents;

/// Elements whose content is not markup.
const RAW: [&str; 3] = ["script", "style", "textarea"];

/// Attributes that name another file.
pub(super) const LINKS: [&str; 7] = ["href", "src", "action", "poster", "data", "xlink:href", "formaction"];

/// Every id and every link of a page, in order.
pub(super) fn scan(page: &str) -> Contents {
    let mut contents = Contents::default();
    let mut rest = page;
    while let Some(i) = rest.find('<') {
        rest = &rest[i + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = after(comment, "-->");
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (name, tag_rest) = tag(rest, &mut contents);
            rest = match RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name)) {
                Some(raw) => skip_raw(tag_rest, raw),
                None => tag_rest,
            };
        }
    }
    contents
}

/// Reads a start tag from its name on; gives the name and what follows the tag.
fn tag<'a>(text: &'a str, contents: &mut Contents) -> (&'a str, &'a str) {
    let name_end = text.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(text.len());
    let (name, mut rest) = text.split_at(name_end);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return (name, rest);
        }
        if let Some(rest) = rest.strip_prefix('>') {
            return (name, rest);
        }
        let (key, value, after) = attribute(rest);
        rest = after;
        if key.eq_ignore_ascii_case("id") {
            contents.ids.push(decode(value));
        } else if LINKS.iter().any(|link| key.eq_ignore_ascii_case(link)) {
            contents.links.push(decode(value));
        } else if key.eq_ignore_ascii_case("srcset") {
            let candidates = value.split(',').filter_map(|candidate| candidate.split_whitespace().next());
            contents.links.extend(candidates.map(decode));
        }
    }
}

/// One attribute: its name, its value as written, and what follows.
pub fn attribute(text: &str) -> (&str, &str, &str) {
    // The first character belongs to the name whatever it is, so that every step moves on.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let key_end = text[first..]
        .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))
        .map_or(text.len(), |i| first + i);
    let (key, rest) = text.split_at(key_end);
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return (key, "", rest);
    };
    let value = value.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let end = quoted.find(quote).unwrap_or(quoted.len());
            return (key, &quoted[..end], quoted.get(end + 1..).unwrap_or(""));
        }
    }
    let end = value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len());
    (key, &value[..end], &value[end..])
}

/// What follows the end tag of an element whose content is not markup.
fn skip_raw<'a>(text: &'a str, name: &str) -> &'a str {
    let end = text.match_indices("</").find(|(i, _)| {
        text.get(i + 2..i + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
    });
    end.map_or("", |(i, _)| &text[i..])
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.find(end).map_or("", |i| &text[i + end.len()..])
}

/// The longest reference that is known, `&#x10FFFF;`, with zeros before its number.
const REFERENCE_BYTES_MAX: usize = 32;

/// An attribute's value with its character references replaced.
fn decode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(i) = rest.find('&') {
        out.push_str(&rest[..i]);
        rest = &rest[i..];
        let end = rest.bytes().take(REFERENCE_BYTES_MAX).position(|byte| byte == b';');
        let decoded = end.and_then(|end| Some((character(&rest[1..end])?, end)));
        match decoded {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character behind a reference, among those that occur in attributes.
fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, ids: &[&str], links: &[&str]) {
        let contents = scan(page);
        assert_eq!(contents.ids, ids);
        assert_eq!(contents.links, links);
    }

    #[test]
    fn attributes_are_read_quoted_bare_and_empty() {
        check(r#"<a href="x.html#y" id='i' hidden>t</a>"#, &["i"], &["x.html#y"]);
        check("<a href=x.html id=i><IMG SRC='p.png'/>", &["i"], &["x.html", "p.png"]);
        check("<a\n  href = \"a.html\"\n>", &[], &["a.html"]);
        check(r#"<a title="<a href='no.html'>" href="">"#, &[], &[""]);
    }

    #[test]
    fn references_in_links_are_decoded() {
        check(r#"<a href="a.html?x=1&amp;y=2&#x27;&#39;&nope;&">"#, &[], &["a.html?x=1&y=2''&nope;&"]);
    }

    #[test]
    fn comments_scripts_and_styles_hold_no_links() {
        check(
            "<!-- <a href=no.html> --><script>'<a href=no.html>'</script><a href=yes.html>",
            &[],
            &["yes.html"],
        );
        check("<STYLE>a > b {}</STYLE><textarea><a href=no></textarea><p id=p>", &["p"], &[]);
    }

    #[test]
    fn srcset_names_several_files() {
        check("<img srcset='a.png 1x, b.png 2x'>", &[], &["a.png", "b.png"]);
    }

    #[test]
    fn broken_markup_ends_the_scan_instead_of_hanging_it() {
        for page in
            ["<", "<a", "<a href", "<a href=", "<a href='x", "<a =\"b\" = >", "<!--", "<script>", "<a /=/é"]
        {
            scan(page);
        }
    }
}
