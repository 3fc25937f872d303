//! The files that a style sheet asks for; entry point [`scan`].

/// The addresses in every `url(…)` and `@import` of a style sheet.
pub(super) fn scan(sheet: &str) -> Vec<String> {
    let sheet = without_comments(sheet);
    let mut links = vec![];
    for (i, _) in sheet.match_indices("url(") {
        let inside = sheet[i + 4..].trim_start();
        let link = match inside.chars().next() {
            Some(quote @ ('"' | '\'')) => inside[1..].split(quote).next(),
            _ => inside.split(')').next().map(str::trim),
        };
        links.extend(link.map(str::to_owned));
    }
    for (i, _) in sheet.match_indices("@import") {
        let inside = sheet[i + 7..].trim_start();
        if let Some(quote @ ('"' | '\'')) = inside.chars().next() {
            links.extend(inside[1..].split(quote).next().map(str::to_owned));
        }
    }
    links
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
    }
}
