//! HTML without the indentation of its templates; entry point [`compact`].
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
    use super::compact;

    #[test]
    fn indentation_and_empty_lines_go() {
        assert_eq!(compact("<p>\n    a  b\n\n  \n  c\n</p>\n"), "<p>\na  b\nc\n</p>\n");
    }

    #[test]
    fn preformatted_text_stays() {
        assert_eq!(compact("  \n  x <pre>  a\n\n  b</pre>\n  y"), "x <pre>  a\n\n  b</pre>\ny");
    }
}
