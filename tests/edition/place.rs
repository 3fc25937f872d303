//! Where a link in a file of the edition leads; entry point [`place`].

/// A place in the edition: a file and the anchor in it, which may be empty.
pub type Place = (String, String);

/// Resolves a relative link in a file, as a browser does.
pub fn place(file: &str, href: &str) -> Place {
    let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
    if path.is_empty() {
        return (file.to_owned(), anchor.to_owned());
    }
    let mut folders: Vec<&str> = file.split('/').collect();
    folders.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    (folders.join("/"), anchor.to_owned())
}

#[test]
fn addresses_are_below_the_root() {
    assert_eq!(
        place("events/a.html", "../sources/b.html#quote-1"),
        ("sources/b.html".into(), "quote-1".into())
    );
    assert_eq!(place("events/a.html", "#x"), ("events/a.html".into(), "x".into()));
}
