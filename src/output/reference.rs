//! Where a link leads: inside the edition, to its outside, or nowhere; entry point [`resolve`].

/// What a file says about itself and others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Contents {
    /// Values of `id`, in order.
    pub ids: Vec<String>,
    /// Addresses of other files, in order.
    pub links: Vec<String>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Out of the edition.
    Outside,
    /// To a file of the edition, and perhaps an id in it.
    Inside { path: String, fragment: Option<String> },
    /// Nowhere, for this reason.
    Fault(String),
}

/// How the links of a page may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Addressing {
    /// Relative to the page: works from any folder, server or disk.
    Relative,
    /// From the root of the server: the page that stands in for any address.
    FromRoot,
    /// The same page where nobody said below which path it stands: it tries its own folder and those
    /// above it, and a script that was found there mends its links.
    Anywhere,
}

/// Where the edition will stand, as far as that is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Root<'a> {
    /// `https://host/path/`, where there is one.
    pub url: Option<&'a str>,
}

impl Root<'_> {
    fn path(&self) -> &str {
        base_path(self.url)
    }
}

/// The path below which an edition is published, from `/` to `/`; settings keep addresses with a slash at their end.
pub fn base_path(base_url: Option<&str>) -> &str {
    let after_scheme = base_url.and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
    after_scheme.find('/').map_or("/", |i| &after_scheme[i..])
}

/// Where a link on the page at `page` leads.
pub(super) fn resolve(page: &str, link: &str, addressing: Addressing, root: Root<'_>) -> Target {
    let link = link.trim();
    if link.is_empty() {
        return Target::Fault("is empty".to_owned());
    }
    if let Some(below) = root.url.and_then(|url| link.strip_prefix(url)) {
        return inside("", if below.is_empty() { "index.html" } else { below });
    }
    if let Some(scheme) = scheme(link) {
        return match scheme.to_ascii_lowercase().as_str() {
            "javascript" | "vbscript" | "file" => Target::Fault(format!("uses the scheme `{scheme}:`")),
            _ => Target::Outside,
        };
    }
    if link.starts_with("//") {
        return Target::Outside;
    }
    match (addressing, link.starts_with('/')) {
        (Addressing::Anywhere, _) => inside(page, link.trim_start_matches("../").trim_start_matches('/')),
        (Addressing::Relative, false) => inside(page, link),
        (Addressing::Relative, true) => {
            Target::Fault("starts at the server's root, so it breaks below a path and on disk".to_owned())
        }
        (Addressing::FromRoot, true) => match link.strip_prefix(root.path()) {
            Some(below) => inside("", if below.is_empty() { "index.html" } else { below }),
            None => Target::Fault(format!("does not start with the base path `{}`", root.path())),
        },
        (Addressing::FromRoot, false) if link.starts_with('#') => inside(page, link),
        (Addressing::FromRoot, false) => {
            Target::Fault("is relative, but this page is shown at any address".to_owned())
        }
    }
}

/// The path of the file that a link in another file of the edition leads to, where it is relative to that file.
pub fn path_of(file: &str, link: &str) -> Option<String> {
    if link.starts_with(['#', '?']) {
        return None;
    }
    match resolve(file, link, Addressing::Relative, Root { url: None }) {
        Target::Inside { path, .. } => Some(path),
        Target::Outside | Target::Fault(_) => None,
    }
}

/// The scheme of an absolute address.
fn scheme(link: &str) -> Option<&str> {
    let (scheme, _) = link.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

/// A link without scheme, taken relative to a page.
fn inside(page: &str, link: &str) -> Target {
    let (address, fragment) = match link.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (link, None),
    };
    let address = address.split('?').next().unwrap_or_default();
    // Instructions to highlight text are no id.
    let fragment = fragment.map(|fragment| fragment.split(":~:").next().unwrap_or_default());
    let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(percent_decoded);
    if address.is_empty() {
        return Target::Inside { path: page.to_owned(), fragment };
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Target::Fault("leads out of the edition".to_owned());
                }
            }
            name => parts.push(name),
        }
    }
    let path = percent_decoded(&parts.join("/"));
    if path.is_empty() || path.ends_with('/') {
        return Target::Fault("names a folder instead of a file".to_owned());
    }
    Target::Inside { path, fragment }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = (first == b'%')
            .then(|| after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok()))
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, link: &str, expected: &str) {
        let root = Root { url: Some("https://desk.org/variorum/") };
        let addressing = if page == "404.html" { Addressing::FromRoot } else { Addressing::Relative };
        let found = match resolve(page, link, addressing, root) {
            Target::Outside => "outside".to_owned(),
            Target::Inside { path, fragment: None } => path,
            Target::Inside { path, fragment: Some(fragment) } => format!("{path} # {fragment}"),
            Target::Fault(reason) => format!("! {reason}"),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn relative_links_are_taken_from_the_page() {
        check("events/a.html", "../index.html", "index.html");
        check("events/a.html", "b.html#arrests", "events/b.html # arrests");
        check("events/a.html", "#arrests", "events/a.html # arrests");
        check("events/a.html", "?q=1", "events/a.html");
        check("index.html", "./data/a%20b.csv?x=1#y", "data/a b.csv # y");
        check("index.html", "#", "index.html");
        check("index.html", "a.html#:~:text=x", "a.html");
    }

    #[test]
    fn a_file_names_others_relative_to_itself() {
        let path = |link: &str| path_of("assets/a/b.css", link);
        assert_eq!(path("c.woff2?v#iefix").as_deref(), Some("assets/a/c.woff2"));
        assert_eq!(path("./../c%20d.svg").as_deref(), Some("assets/c d.svg"));
        for elsewhere in [
            "../../../c.svg",
            "https://a.example/b.css",
            "//a.example/b.css",
            "/a.css",
            "data:,x",
            "#a",
            "?a",
            "",
        ] {
            assert_eq!(path(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn links_that_break_somewhere_are_faults() {
        check("index.html", "../a.html", "! leads out of the edition");
        check("index.html", "events/", "! names a folder instead of a file");
        check("events/a.html", "..", "! names a folder instead of a file");
        check(
            "index.html",
            "/a.html",
            "! starts at the server's root, so it breaks below a path and on disk",
        );
        check("index.html", " ", "! is empty");
        check("index.html", "JavaScript:alert(1)", "! uses the scheme `JavaScript:`");
    }

    #[test]
    fn the_editions_own_url_leads_inside() {
        check("feed.xml", "https://desk.org/variorum/a.html#b", "a.html # b");
        check("feed.xml", "https://desk.org/variorum/", "index.html");
        check("feed.xml", "https://desk.org/other", "outside");
        check("index.html", "mailto:a@b.org", "outside");
        check("index.html", "//cdn.example/x.js", "outside");
    }

    #[test]
    fn without_an_address_the_page_for_missing_addresses_tries_the_folders_above_it() {
        let found = |link| resolve("404.html", link, Addressing::Anywhere, Root { url: None });
        let inside = |path: &str| Target::Inside { path: path.to_owned(), fragment: None };
        assert_eq!(found("a/b.css"), inside("a/b.css"));
        assert_eq!(found("../../a/b.css"), inside("a/b.css"));
        assert_eq!(found("/a/b.css"), inside("a/b.css"));
    }

    #[test]
    fn the_page_for_missing_addresses_links_from_the_root() {
        check("404.html", "/variorum/a.css", "a.css");
        check("404.html", "/variorum/", "index.html");
        check("404.html", "/a.css", "! does not start with the base path `/variorum/`");
        check("404.html", "a.css", "! is relative, but this page is shown at any address");
        check("404.html", "#main", "404.html # main");
    }
}
