//! The Content-Security-Policy of each page is as strict as the page allows: scripts where it has one,
//! and connections, of which none makes use but auditing tools, only in an edition with an address.

use crate::{built_with, committed, example, tree};

#[test]
fn a_page_may_do_no_more_than_it_does() {
    let Some(site) = committed() else { return };
    check(&site, "");
}

#[test]
fn with_an_address_tools_may_ask_the_pages_own_host_for_robots_txt() {
    let Some(example) = example() else { return };
    let site = built_with(example, &["--base-url", "https://example.org/some/project/"]);
    check(&site, " connect-src 'self';");
}

fn check(site: &tree::Tree, connections: &str) {
    let mut n_with_scripts = 0;
    for (name, bytes) in site.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        let has_scripts = html.contains("<script src=");
        n_with_scripts += usize::from(has_scripts);
        let scripts = if has_scripts { " script-src 'self';" } else { "" };
        // Nobody audits the page for what is missing: it has no address.
        let connections = if name == "404.html" { "" } else { connections };
        let policy = format!(
            "content=\"default-src 'none'; style-src 'self'; img-src 'self';{connections}{scripts} base-uri 'none'; form-action 'self'\""
        );
        assert!(html.contains(&policy), "{name} has another policy than {policy}");
    }
    // With an address the page for missing ones has no script.
    let n_without = usize::from(!connections.is_empty());
    let n_pages = site.keys().filter(|name| name.ends_with(".html")).count();
    assert_eq!(n_with_scripts, n_pages - n_without, "every page shows quoted words beside links");
}
