//! The files that a style sheet asks for; entry points [`scan`] and [`redirected`].

use std::ops::Range;

/// The addresses in every `url(…)` and `@import` of a style sheet.
pub(super) fn scan(sheet: &str) -> Vec<String> {
    let sheet = without_comments(sheet);
    places(&sheet).into_iter().map(|place| sheet[place].to_owned()).collect()
}

/// A style sheet without comments, with those addresses replaced for which there is another.
pub fn redirected(sheet: &str, mut other: impl FnMut(&str) -> Option<String>) -> String {
    let mut places = places(sheet);
    places.sort_by_key(|place| place.start);
    let mut out = String::with_capacity(sheet.len());
    let mut from = 0;
    for place in places {
        // `@import "url(a.css)"` is found twice.
        if place.start < from {
            continue;
        }
        if let Some(other) = other(&sheet[place.clone()]) {
            out.push_str(&sheet[from..place.start]);
            out.push_str(&other);
            from = place.end;
        }
    }
    out + &sheet[from..]
}

/// Where the addresses stand: those of `url(…)` in order, then those of `@import`.
///
/// Each is looked for behind the one before it, so that a sheet is read once however it is written.
fn places(sheet: &str) -> Vec<Range<usize>> {
    let mut places = vec![];
    let mut at = 0;
    while let Some(i) = sheet[at..].find("url(") {
        let inside = skip_spaces(sheet, at + i + 4);
        let (start, end) = match sheet[inside..].chars().next() {
            Some(quote @ ('"' | '\'')) => (inside + 1, until(sheet, inside + 1, quote)),
            _ => (inside, until(sheet, inside, ')')),
        };
        let link = &sheet[start..end];
        let start = start + link.len() - link.trim_start().len();
        places.push(start..start + link.trim().len());
        at = sheet.len().min(end + 1);
    }
    let mut at = 0;
    while let Some(i) = sheet[at..].find("@import") {
        at = skip_spaces(sheet, at + i + 7);
        if let Some(quote @ ('"' | '\'')) = sheet[at..].chars().next() {
            let end = until(sheet, at + 1, quote);
            places.push(at + 1..end);
            at = sheet.len().min(end + 1);
        }
    }
    places
}

fn skip_spaces(sheet: &str, at: usize) -> usize {
    sheet.len() - sheet[at..].trim_start().len()
}

/// Where a sign stands, or the end.
fn until(sheet: &str, from: usize, sign: char) -> usize {
    sheet[from..].find(sign).map_or(sheet.len(), |i| from + i)
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
    use super::{redirected, scan};

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

    #[test]
    fn an_address_is_replaced_where_it_stands() {
        let sheet = "@import 'a.css';b{src:url( \"a.woff\" )url(x.png)}@import \"url(a.css)\";";
        let other = |link: &str| link.strip_prefix("a.").map(|ending| format!("a-1.{ending}"));
        let expected = "@import 'a-1.css';b{src:url( \"a-1.woff\" )url(x.png)}@import \"url(a-1.css)\";";
        assert_eq!(redirected(sheet, other), expected);
        assert_eq!(redirected("url(", |_| Some("x".to_owned())), "url(x");
    }
}
