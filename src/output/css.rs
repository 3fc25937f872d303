//! The files that a style sheet asks for; entry point [`scan`].

/// The addresses in every `url(…)` and `@import` of a style sheet.
///
/// Each is looked for behind the one before it, so that a sheet is read once however it is written.
pub(super) fn scan(sheet: &str) -> Vec<String> {
    let sheet = without_comments(sheet);
    let mut links = vec![];
    let mut rest = sheet.as_str();
    while let Some(i) = rest.find("url(") {
        let inside = rest[i + 4..].trim_start();
        let (link, behind) = match inside.chars().next() {
            Some(quote @ ('"' | '\'')) => until(&inside[1..], quote),
            _ => until(inside, ')'),
        };
        links.push(link.trim().to_owned());
        rest = behind;
    }
    let mut rest = sheet.as_str();
    while let Some(i) = rest.find("@import") {
        rest = rest[i + 7..].trim_start();
        if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
            let (link, behind) = until(&rest[1..], quote);
            links.push(link.to_owned());
            rest = behind;
        }
    }
    links
}

/// What stands before a sign, and what behind it.
fn until(text: &str, end: char) -> (&str, &str) {
    text.split_once(end).unwrap_or((text, ""))
}

fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn addresses_are_found_quoted_and_bare() {
        let sheet = "@import 'a.css'; b { background: url( c.png ), url(\"d.svg#e\") } /* url(no.png) */";
        assert_eq!(scan(sheet), ["c.png", "d.svg#e", "a.css"]);
        assert_eq!(scan("url('"), [""]);
        assert_eq!(scan("url( a.png ) url('b c')"), ["a.png", "b c"]);
    }

    #[test]
    fn an_address_that_is_never_closed_is_read_once() {
        let links = scan(&"url(".repeat(100_000));
        assert_eq!(links.iter().map(String::len).sum::<usize>(), 4 * 99_999);
    }
}
