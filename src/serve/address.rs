//! What a request may ask for: hosts, and paths below the edition's own path or below the root.

use std::collections::BTreeSet;
use std::net::IpAddr;

/// Whether a `Host` names this machine by an address or as `localhost`.
///
/// Any other name may be a stranger's, whose page then reads what it should not (DNS rebinding).
pub(super) fn is_own_host(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split_once(']').map_or(rest, |(name, _)| name),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost") || name.parse::<IpAddr>().is_ok()
}

/// A path with its `%` escapes read; `None` where it is no path of a file below the root.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first == b'%' {
            let digits = tail.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    let path = String::from_utf8(bytes).ok()?;
    let below = path.strip_prefix('/')?;
    let is_step = |part: &str| part == "." || part == "..";
    let is_odd = |letter: char| letter == '\\' || letter.is_control();
    (!below.split('/').any(is_step) && !below.contains(is_odd)).then(|| below.to_owned())
}

/// Where a decoded path leads in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A file of the edition.
    File(String),
    /// The folder with a slash behind it, so that links in its page lead on.
    Folder(String),
}

/// The file that a path names, below the edition's own path or below the root.
pub(super) fn place(path: &str, base: &str, routes: &BTreeSet<String>) -> Place {
    let base = base.trim_start_matches('/');
    if !base.is_empty() && path == base.trim_end_matches('/') {
        return Place::Folder(format!("/{base}"));
    }
    // A page of the edition may be called as its base is.
    let below = path.strip_prefix(base).filter(|_| !routes.contains(path)).unwrap_or(path);
    if below.is_empty() || below.ends_with('/') {
        return Place::File(format!("{below}index.html"));
    }
    let is_page = |name: &str| routes.contains(name);
    if is_page(&format!("{below}/index.html")) {
        return Place::Folder(format!("/{path}/"));
    }
    // Static hosts answer `/about` with about.html.
    let page = format!("{below}.html");
    if is_page(&page) { Place::File(page) } else { Place::File(below.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_a_host() {
        for own in [
            "localhost",
            "localhost:4000",
            "LOCALHOST.:80",
            "a.localhost",
            "127.0.0.1:4000",
            "[::1]:4000",
            "[::1]",
        ] {
            assert!(is_own_host(own), "{own}");
        }
        for foreign in [
            "",
            "evil.example",
            "evil.example:4000",
            "localhost.evil.example",
            "127.0.0.1.evil.example:1",
            "[evil]:4",
        ] {
            assert!(!is_own_host(foreign), "{foreign}");
        }
    }

    #[test]
    fn no_path_leads_upwards() {
        for bad in [
            "/../x",
            "/a/../x",
            "/%2e%2e/x",
            "/a/%2E./x",
            "/a%2f..%2fx",
            "/a\\..\\x",
            "/%5c..",
            "/x%00.html",
            "/%zz",
            "/%2",
            "x",
            "/%ff",
        ] {
            assert_eq!(decoded(bad), None, "{bad}");
        }
        assert_eq!(decoded("/events/a%20b.html").as_deref(), Some("events/a b.html"));
        assert_eq!(decoded("/..a/b..").as_deref(), Some("..a/b.."));
    }

    #[test]
    fn a_path_leads_to_the_file_that_a_static_host_would_send() {
        let routes: BTreeSet<String> =
            ["index.html", "about.html", "events/index.html"].map(str::to_owned).into();
        let at = |path: &str| place(path, "/some/project/", &routes);
        let file = |name: &str| Place::File(name.to_owned());
        assert_eq!(at(""), file("index.html"));
        assert_eq!(at("some/project/"), file("index.html"));
        assert_eq!(at("some/project"), Place::Folder("/some/project/".to_owned()));
        assert_eq!(at("some/project/about.html"), file("about.html"));
        assert_eq!(at("about"), file("about.html"));
        assert_eq!(at("events"), Place::Folder("/events/".to_owned()));
        assert_eq!(at("some/project/events/"), file("events/index.html"));
        assert_eq!(at("assets/site.css"), file("assets/site.css"));
    }
}
