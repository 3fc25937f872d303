//! Headings of an author's prose at the level that the page around it asks for; entry point
//! [`settle`].

/// Moves all headings so that the highest stands at `top`; their order among each other stays.
///
/// Text in this HTML is escaped, so what looks like a heading's tag is one.
pub fn settle(html: String, top: u8) -> String {
    let Some(highest) = (1..=6).find(|level| html.contains(&format!("<h{level}>"))) else { return html };
    if highest == top {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some(at) = rest.find("<h").into_iter().chain(rest.find("</h")).min() {
        let digit_at = at + if rest[at..].starts_with("</") { 3 } else { 2 };
        let (before, tag) = rest.split_at(digit_at);
        out.push_str(before);
        rest = tag;
        let level = tag.as_bytes().first().filter(|digit| (b'1'..=b'6').contains(digit));
        if let Some(digit) = level.filter(|_| tag[1..].starts_with('>')) {
            out.push_str(&(digit - b'0' + top - highest).clamp(1, 6).to_string());
            rest = &tag[1..];
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::settle;

    fn check(html: &str, top: u8, expected: &str) {
        assert_eq!(settle(html.to_owned(), top), expected);
    }

    #[test]
    fn the_highest_heading_takes_the_level_asked_for() {
        check("<h3>a</h3><p>x</p><h4>b</h4>", 2, "<h2>a</h2><p>x</p><h3>b</h3>");
        check("<h2>a</h2><h3>b</h3>", 3, "<h3>a</h3><h4>b</h4>");
    }

    #[test]
    fn levels_end_at_six_and_other_tags_stay() {
        check("<h2>a</h2><h6>b</h6><hr>", 3, "<h3>a</h3><h6>b</h6><hr>");
    }

    #[test]
    fn prose_without_headings_stays() {
        check("<p>h</p>", 2, "<p>h</p>");
    }
}
