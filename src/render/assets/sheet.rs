//! Where an address in a style sheet leads, and what it is where that file has another name; entry points
//! [`target`] and [`renamed`].

/// The path that an address in a style sheet leads to, if that may be one of the edition.
pub(super) fn target(sheet: &str, link: &str) -> Option<String> {
    let address = link.split(['?', '#']).next().filter(|address| !address.is_empty())?;
    if address.starts_with('/') || address.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = sheet.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop()?,
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The address of the same file under its published name, which is in the same folder.
pub(super) fn renamed(link: &str, published: &str) -> Option<String> {
    let (address, rest) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
    let folder = address.rfind('/').map_or("", |end| &address[..=end]);
    let name = published.rsplit('/').next()?;
    Some(format!("{folder}{name}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::{renamed, target};

    #[test]
    fn addresses_are_relative_to_the_sheet() {
        let check = |link: &str, expected: Option<&str>| {
            assert_eq!(target("assets/a/b.css", link).as_deref(), expected, "{link}");
        };
        check("c.woff2?v#iefix", Some("assets/a/c.woff2"));
        check("./../c.svg", Some("assets/c.svg"));
        check("../../../c.svg", None);
        for outside in ["https://a.example/b.css", "//a.example/b.css", "/a.css", "data:,x", "#a", ""] {
            check(outside, None);
        }
    }

    #[test]
    fn only_the_name_of_the_file_is_another() {
        let other = |link| renamed(link, "assets/c-1.svg").unwrap();
        assert_eq!(other("../c.svg?v#x"), "../c-1.svg?v#x");
        assert_eq!(other("c.svg"), "c-1.svg");
    }
}
