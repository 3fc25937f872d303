//! HTML without the indentation of its templates, and style sheets without theirs; entry points
//! [`compact`] and [`compact_css`].
//!
//! White space at the beginning of a line means no more than the line break before it, except in
//! preformatted text, which is left alone.

/// Drops indentation and empty lines outside `<pre>`.
pub fn compact(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<pre") {
        let end = rest[start..].find("</pre>").map_or(rest.len(), |i| start + i);
        push_lines(&mut out, &rest[..start]);
        out.push_str(&rest[start..end]);
        rest = &rest[end..];
    }
    push_lines(&mut out, rest);
    out
}

/// Drops comments, and the white space around marks that do without it; strings stay. Before a
/// colon it stays too: there it parts a selector's ancestor from its descendant.
pub fn compact_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '/', '{', '}', ';', ':', ',', '>']) {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        let mark = tail.chars().next().unwrap_or_default();
        let end = match mark {
            '"' => tail[1..].find('"').map_or(tail.len(), |end| end + 2),
            '/' if tail.starts_with("/*") => {
                rest = tail.split_once("*/").map_or("", |(_, after)| after.trim_start());
                continue;
            }
            _ => 1,
        };
        if matches!(mark, '{' | '}' | ';' | '>') {
            out.truncate(out.trim_end().len());
        }
        if mark == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(&tail[..end]);
        let stands_alone = matches!(mark, '{' | '}' | ';' | ':' | ',' | '>');
        rest = if stands_alone { tail[end..].trim_start() } else { &tail[end..] };
    }
    out + rest
}

fn push_lines(out: &mut String, html: &str) {
    let mut lines = html.split('\n').peekable();
    let mut is_first = true;
    while let Some(line) = lines.next() {
        let is_last = lines.peek().is_none();
        let text = if is_first { line } else { line.trim_start_matches([' ', '\t', '\r']) };
        let text = if is_last { text } else { text.trim_end_matches([' ', '\t', '\r']) };
        is_first = false;
        let is_blank = text.is_empty() && (out.is_empty() || out.ends_with('\n'));
        if is_blank {
            continue;
        }
        out.push_str(text);
        if !is_last {
            out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{compact, compact_css};

    #[test]
    fn indentation_and_empty_lines_go() {
        assert_eq!(compact("<p>\n    a  b\n\n  \n  c\n</p>\n"), "<p>\na  b\nc\n</p>\n");
    }

    #[test]
    fn preformatted_text_stays() {
        assert_eq!(compact("  \n  x <pre>  a\n\n  b</pre>\n  y"), "x <pre>  a\n\n  b</pre>\ny");
    }

    #[test]
    fn style_sheets_lose_comments_and_air_but_no_string() {
        let css = "/* why */\np :is(b, i) > a {\n  margin: 0 1rem;\n  content: \"; } \" / \"\";\n}\n@media (a) { b { c: calc(1px + 2px); } }\n";
        let expected = "p :is(b,i)>a{margin:0 1rem;content:\"; } \" / \"\"}@media (a){b{c:calc(1px + 2px)}}";
        assert_eq!(compact_css(css), expected);
    }
}
