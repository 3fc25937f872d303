//! Addresses in the settings: of the edition, of its desk and its files, of its feed's ids.

use crate::diag::{Code, Diagnostic};
use crate::model::Settings;
use crate::parse::RawSettings;
use crate::yaml::Located;

/// Reads the address of the published root, with its closing slash; else says what is wrong.
pub fn base_url(text: &str) -> Result<String, &'static str> {
    let path = after_host(text)?;
    if path.contains(['?', '#']) {
        return Err("has a query or a fragment, which the address of a folder cannot have");
    }
    if path.split('/').any(|part| matches!(part, "." | "..")) {
        return Err("leads out of its own folder");
    }
    let is_page =
        |part: &str| [".html", ".htm", ".php"].iter().any(|ending| part.to_lowercase().ends_with(ending));
    if path.rsplit('/').next().is_some_and(is_page) {
        return Err("is the address of a page, not of the folder that holds the edition");
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

/// The address of a published root.
pub(super) fn root(url: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    const HELP: &str = "write the address of the published root: `https://example.org/edition/`";
    base_url(url).map_err(|why| faults.push(fault(url, why, HELP))).ok()
}

/// The address of a page that readers are sent to.
pub(super) fn on_the_web(url: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    const HELP: &str = "write the whole address, beginning with `https://`";
    after_host(url).map_err(|why| faults.push(fault(url, why, HELP))).ok()?;
    Some(url.value.clone())
}

/// How readers reach the desk: by e-mail, or on a page.
pub(super) fn contact(raw: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    const HELP: &str = "write an e-mail address, or the whole address of a page";
    let is_page = raw.contains("://");
    let read = if is_page { after_host(raw).map(|_| ()) } else { email(raw) };
    read.map_err(|why| faults.push(fault(raw, why, HELP))).ok()?;
    Some(raw.value.clone())
}

/// Asks an edition that names its address for a contact that readers can use.
///
/// An address of the names that are reserved for examples is none at which anybody publishes, and asks for nothing.
pub(super) fn contact_asked(raw: &RawSettings, settings: &Settings, faults: &mut Vec<Diagnostic>) {
    const HELP: &str = "add `contact:` to `publisher:`, an e-mail address or the address of a page, so that whoever \
        finds a mistake can report it";
    let Some(span) = raw.base_url.as_ref().map(|url| url.span) else { return };
    if settings.base_url.as_deref().is_none_or(is_reserved) {
        return;
    }
    let given = raw.publisher.as_ref().and_then(|publisher| publisher.contact.as_ref());
    let asked = |span, message: String| Diagnostic::warning(Code::ContactMissing, span, message).help(HELP);
    match given {
        None => faults.push(asked(span, "the edition has an address and names no contact".to_owned())),
        Some(contact) if is_reserved(contact) => {
            let message =
                format!("`{}` is of a name reserved for examples, where nobody reads", contact.value);
            faults.push(asked(contact.span, message));
        }
        Some(_) => {}
    }
}

/// Whether an address or e-mail address lies in a name that RFC 2606 reserves.
fn is_reserved(address: &str) -> bool {
    let after_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = after_scheme.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let host = host.to_lowercase();
    let labels: Vec<&str> = host.rsplit('.').collect();
    matches!(
        labels[..],
        ["example" | "invalid" | "localhost" | "test", ..] | ["com" | "net" | "org", "example", ..]
    )
}

/// A `tag:` URI: its authority, a year or day at which that held the name, and what it names.
pub(super) fn feed_id(raw: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    const HELP: &str =
        "write a domain of yours, a year in which it was yours, and a name: `tag:example.org,2026:edition`";
    let is_tag =
        raw.strip_prefix("tag:").and_then(|rest| rest.split_once(':')).is_some_and(|(entity, name)| {
            let (authority, date) = entity.split_once(',').unwrap_or_default();
            let plain = |text: &str, others: &str| {
                !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c))
            };
            plain(authority, ".-_@") && is_day(date) && plain(name, "-._~/")
        });
    if !is_tag {
        faults.push(fault(raw, "is not a `tag:` URI", HELP));
    }
    is_tag.then(|| raw.trim_end_matches('/').to_owned())
}

/// `2026`, `2026-03` or `2026-03-31`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_number = |part: &str, length: usize, most: u32| {
        part.len() == length
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number))
    };
    match parts.as_slice() {
        [year] => is_number(year, 4, 9999),
        [year, month] => is_number(year, 4, 9999) && is_number(month, 2, 12),
        [year, month, day] => is_number(year, 4, 9999) && is_number(month, 2, 12) && is_number(day, 2, 31),
        _ => false,
    }
}

/// What follows the host of an address on the web; else what is wrong with it.
fn after_host(text: &str) -> Result<&str, &'static str> {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return Err("is not an `http` or `https` address");
    };
    if rest.contains(['"', '<', '>', '\\', '^', '`', '{', '|', '}'])
        || rest.contains(|c: char| c.is_whitespace() || c.is_control())
    {
        return Err("holds characters that an address cannot hold");
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, after) = rest.split_at(end);
    if authority.contains('@') {
        return Err("holds a name or password, which would be published");
    }
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    if host.is_empty() {
        return Err("names no host");
    }
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || !c.is_ascii())
    };
    if !host.split('.').all(is_label) || port.parse::<u16>().is_err() {
        return Err("names no host that there could be");
    }
    Ok(after)
}

/// An e-mail address, with `mailto:` before it or without.
fn email(text: &str) -> Result<(), &'static str> {
    let Some((local, domain)) = text.strip_prefix("mailto:").unwrap_or(text).split_once('@') else {
        return Err("is neither an e-mail address nor an address on the web");
    };
    let plain = |text: &str, others: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || others.contains(c))
    };
    let is_domain = domain.contains('.') && domain.split('.').all(|label| plain(label, "-"));
    let is_local = local.split('.').all(|part| plain(part, "!#$%*+-/=_~'"));
    if is_local && is_domain { Ok(()) } else { Err("is not an e-mail address") }
}

fn fault(raw: &Located<String>, why: &str, help: &str) -> Diagnostic {
    Diagnostic::error(Code::SettingInvalid, raw.span, format!("`{}` {why}", raw.value)).help(help)
}

#[cfg(test)]
mod tests {
    use crate::config::testing::check;

    #[test]
    fn base_urls_end_in_one_slash() {
        for url in ["https://a.org/x", "https://a.org/x/", "https://a.org/x//"] {
            assert_eq!(check(&format!("base_url: {url}")).0.base_url.as_deref(), Some("https://a.org/x/"));
        }
        assert_eq!(
            check("base_url: http://localhost:8080").0.base_url.as_deref(),
            Some("http://localhost:8080/")
        );
    }

    #[test]
    fn addresses_that_cannot_be_a_root_are_refused() {
        for url in [
            "a.org",
            "ftp://a.org",
            "https:///x",
            "https://a.org/?q",
            "https://a.org/#f",
            "https://desk:secret@a.org/",
            "https://a.org/../b",
            "https://a.org/b/index.html",
            "https://a..org/",
            "https://a.org:99999/",
            "https://a_b!.org/",
            "//a.org/",
            "javascript:alert(1)",
            "\"https://a b\"",
            "\"https://a.org/\\\"><script>\"",
        ] {
            assert_eq!(check(&format!("base_url: {url}")).1.len(), 1, "{url}");
        }
    }

    #[test]
    fn the_desk_and_its_files_are_where_a_reader_can_go() {
        let of = |field: &str, value: &str| match field {
            "repository" => check(&format!("repository: \"{value}\"")).1.len(),
            _ => check(&format!("publisher: {{name: Desk, {field}: \"{value}\"}}")).1.len(),
        };
        for field in ["repository", "url", "contact"] {
            assert_eq!(of(field, "https://a.org/x?y=1#z"), 0, "{field}");
            for value in
                ["javascript:alert(1)", "data:text/html,x", "a.org", "https://u:p@a.org/", "https://", "/x"]
            {
                assert_eq!(of(field, value), 1, "{field}: {value}");
            }
        }
        for (value, faults) in [
            ("desk@example.org", 0),
            ("mailto:corrections+khmer@news.example.org", 0),
            ("desk", 1),
            ("desk@", 1),
            ("desk@localhost", 1),
            ("a@b@c.org", 1),
            ("de sk@a.org", 1),
            ("desk@a.org?subject=x", 1),
            ("javascript:alert(1)//@a.org", 1),
        ] {
            assert_eq!(of("contact", value), faults, "{value}");
        }
    }

    #[test]
    fn an_edition_with_an_address_is_asked_for_a_contact_that_exists() {
        let n = |text: &str| check(text).1.len();
        assert_eq!(n("publisher: {name: Desk}"), 0);
        assert_eq!(n("base_url: https://example.org/edition/"), 0);
        assert_eq!(n("base_url: https://desk.test/"), 0);
        assert_eq!(n("base_url: https://desk.org/"), 1);
        assert_eq!(n("base_url: https://desk.org/\npublisher: {name: Desk}"), 1);
        assert_eq!(n("base_url: https://desk.org/\npublisher: {name: Desk, contact: desk@example.org}"), 1);
        assert_eq!(
            n("base_url: https://desk.org/\npublisher: {name: Desk, contact: \"https://www.example.com/x\"}"),
            1
        );
        assert_eq!(n("base_url: https://desk.org/\npublisher: {name: Desk, contact: desk@desk.org}"), 0);
        // An address or contact that cannot be is one fault, not two.
        assert_eq!(n("base_url: desk.org"), 1);
        assert_eq!(n("base_url: https://desk.org/\npublisher: {name: Desk, contact: desk}"), 1);
    }

    #[test]
    fn ids_of_feeds_are_tags_that_somebody_may_mint() {
        let id = |text: &str| check(&format!("feed_id: \"{text}\"")).0.feed_id;
        assert_eq!(id("tag:desk.example,2026:raids/").as_deref(), Some("tag:desk.example,2026:raids"));
        assert_eq!(id("tag:desk@a.org,2025-11-01:x").as_deref(), Some("tag:desk@a.org,2025-11-01:x"));
        for text in [
            "https://a.org/",
            "tag:a.org:x",
            "tag:a.org,26:x",
            "tag:a.org,2026-13:x",
            "tag:a.org,20ab:x",
            "tag:a.org,2026:",
            "tag:,2026:x",
            "tag:a b,2026:x",
            "tag:a.org,2026:<script>",
        ] {
            assert_eq!(check(&format!("feed_id: \"{text}\"")).1.len(), 1, "{text}");
        }
    }
}
