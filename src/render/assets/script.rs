//! Scripts of a theme that name its other files; entry point [`fault`].
//!
//! Nothing can put another name into a script, so that one which names a file with a digest is refused.

use std::collections::BTreeMap;

use super::Published;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// The first name in a script that is not that of a published file any more.
pub(super) fn fault(
    path: &str,
    script: &Published,
    theme: &BTreeMap<String, Published>,
) -> Option<Diagnostic> {
    let file = script.file.filter(|_| path.ends_with(".js") || path.ends_with(".mjs"))?;
    let text = std::str::from_utf8(&script.bytes).ok()?;
    let renamed: Vec<&str> =
        theme.iter().filter(|(path, other)| **path != other.path).map(|(path, _)| name(path)).collect();
    let (at, named) = named(text).find(|(_, named)| renamed.contains(named))?;
    let message = format!("this script names `{named}`, which is published under a name with a digest");
    let help = format!(
        "let a template hand the script the address, as in `data-address=\"{{{{ page.root }}}}{{{{ \"{named}\" | asset }}}}\"`"
    );
    Some(Diagnostic::error(Code::LinkBroken, Span::new(file, at..at + named.len()), message).help(help))
}

/// What stands before the quotation marks of a text, back to a mark, a space or a `/`, each with its place.
fn named(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.char_indices().filter_map(move |(at, c)| {
        let begun = start;
        if matches!(c, '"' | '\'' | '`' | '/') || c.is_whitespace() {
            start = at + c.len_utf8();
        }
        (matches!(c, '"' | '\'' | '`') && begun < at).then(|| (begun, &text[begun..at]))
    })
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::FileId;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let file = |path: &str, text: &str| Published {
            path: path.to_owned(),
            bytes: Arc::from(text.as_bytes()),
            file: Some(FileId(0)),
        };
        let theme = BTreeMap::from([
            ("assets/a.js".to_owned(), file("assets/a-1.js", text)),
            ("assets/b.js".to_owned(), file("assets/b-1.js", "")),
            ("assets/c.json".to_owned(), file("assets/c.json", "")),
        ]);
        let found = fault("assets/a.js", &theme["assets/a.js"], &theme);
        let named = found.and_then(|fault| fault.message.split('`').nth(1).map(str::to_owned));
        assert_eq!(named.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_name_in_quotation_marks_is_found() {
        check("import { x } from \"./b.js\";", Some("b.js"));
        check("load(`${root}assets/b.js`)", Some("b.js"));
        check("load('b.js')", Some("b.js"));
    }

    #[test]
    fn comments_and_files_that_keep_their_names_are_passed_over() {
        check("// as b.js does\nload(\"c.json\")", None);
        check("load(\"other.js\")", None);
    }
}
