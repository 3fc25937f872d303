//! A server's root, a path below one and a disk get the same files: only the page for missing
//! addresses knows where it stands, and what needs absolute addresses is there where there is one.

use crate::{built_with, committed, example};

/// Two addresses of one length, since the data page names the sizes of files.
const AT_ROOT: &str = "https://example.org/";
const BELOW: &str = "https://a.org/x/yzw/";

#[test]
fn only_the_page_for_missing_addresses_knows_the_path_it_is_below() {
    let Some(example) = example() else { return };
    let root = built_with(example, &["--base-url", AT_ROOT]);
    let below = built_with(example, &["--base-url", BELOW]);
    assert_eq!(root.keys().collect::<Vec<_>>(), below.keys().collect::<Vec<_>>());
    // Data files may make ids out of addresses, by digest; what people read is compared.
    let is_read = |name: &str| !name.starts_with("data/");
    for (name, bytes) in root.iter().filter(|(name, _)| is_read(name)) {
        // Absolute addresses, and the ids of feeds that are made of them, differ by the address itself.
        let moved = String::from_utf8_lossy(&below[name])
            .replace(BELOW, AT_ROOT)
            .replace("tag:a.org,2026:x/yzw", "tag:example.org,2026:edition");
        let same = *bytes == below[name] || String::from_utf8_lossy(bytes) == moved;
        let is_apart = name == "404.html" || name == ".variorum-manifest";
        assert!(same || is_apart, "{name} differs by where it is published");
    }
}

#[test]
fn without_an_address_no_file_holds_an_absolute_one_of_its_own() {
    let Some(site) = committed() else { return };
    for (name, bytes) in site.iter().filter(|(name, _)| name.ends_with(".html") && *name != "404.html") {
        let html = String::from_utf8_lossy(bytes);
        let absolute = html.split(['"', '\'']).filter(|value| value.starts_with('/') && value.len() > 1);
        let is_address = |value: &&str| {
            html.contains(&format!("href=\"{value}\"")) || html.contains(&format!("src=\"{value}\""))
        };
        let found: Vec<&str> = absolute.filter(is_address).collect();
        assert!(found.is_empty(), "{name} counts on where it stands: {found:?}");
    }
}
