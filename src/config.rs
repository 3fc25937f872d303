//! variorum.yaml, checked and with every default filled in; entry point [`config`].
//!
//! Settings that contradict each other or cannot be used are faults at their place.

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic};
use crate::model::{Overrides, Publisher, Settings, Tolerances, Translation};
use crate::parse::{RawSettings, RawTolerances};
use crate::yaml::{Located, Words};

/// Checks the settings; a fault leaves the default in place, so that the rest can be checked too.
pub fn config(raw: &RawSettings, faults: &mut Vec<Diagnostic>) -> Settings {
    Settings {
        title: raw.title.clone(),
        description: raw.description.clone(),
        language: language(&raw.language, faults),
        base_url: raw.base_url.as_ref().and_then(|url| root(url, faults)),
        feed_id: raw.feed_id.as_ref().and_then(|id| feed_id(id, faults)),
        translations: translations(raw, faults),
        theme: raw.theme.as_ref().map_or_else(|| "default".to_owned(), |theme| theme_name(theme, faults)),
        overrides: raw.overrides.unwrap_or(Overrides::Templates),
        publisher: raw.publisher.as_ref().map(|publisher| Publisher {
            name: publisher.name.clone(),
            url: publisher.url.clone(),
            contact: publisher.contact.clone(),
        }),
        licence: raw.licence.clone(),
        repository: raw.repository.clone(),
        tolerances: raw.tolerances.as_ref().map_or_else(Tolerances::default, |raw| tolerances(raw, faults)),
        drafts: raw.drafts.is_some_and(|flag| flag.0),
    }
}

/// The settings of a project whose own cannot be read, so that the rest can be checked.
pub fn unread() -> Settings {
    Settings {
        title: String::new(),
        description: String::new(),
        language: String::new(),
        base_url: None,
        feed_id: None,
        translations: Vec::new(),
        theme: "default".to_owned(),
        overrides: Overrides::None,
        publisher: None,
        licence: None,
        repository: None,
        tolerances: Tolerances::default(),
        drafts: false,
    }
}

/// Reads the address of the published root, with its closing slash; else says what is wrong.
pub fn base_url(text: &str) -> Result<String, &'static str> {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return Err("is not an `http` or `https` address");
    };
    if rest.is_empty() || rest.starts_with('/') {
        return Err("names no host");
    }
    if rest.contains(['?', '#', '"', '<', '>', '\\', '^', '`', '{', '}'])
        || rest.contains(char::is_whitespace)
    {
        return Err("holds characters that an address of a folder cannot hold");
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

/// The address of a published root.
fn root(url: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    base_url(url)
        .map_err(|why| {
            faults.push(
                Diagnostic::error(Code::SettingInvalid, url.span, format!("`{}` {why}", url.value))
                    .help("write the address of the published root: `https://example.org/edition/`"),
            );
        })
        .ok()
}

/// A `tag:` URI: its authority, a year or day at which that held the name, and what it names.
fn feed_id(raw: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let is_tag =
        raw.strip_prefix("tag:").and_then(|rest| rest.split_once(':')).is_some_and(|(entity, name)| {
            let (authority, date) = entity.split_once(',').unwrap_or_default();
            let plain = |text: &str, others: &str| {
                !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c))
            };
            let year = date.split('-').next().unwrap_or_default();
            plain(authority, ".-_@") && plain(date, "-") && year.len() == 4 && plain(name, "-._~/")
        });
    if !is_tag {
        let message = format!("`{}` is not a `tag:` URI", raw.value);
        let fault = Diagnostic::error(Code::SettingInvalid, raw.span, message);
        faults.push(fault.help("write a domain of yours, a year in which it was yours, and a name: `tag:example.org,2026:edition`"));
    }
    is_tag.then(|| raw.trim_end_matches('/').to_owned())
}

fn translations(raw: &RawSettings, faults: &mut Vec<Diagnostic>) -> Vec<Translation> {
    let mut read: Vec<Translation> = Vec::new();
    for raw_translation in raw.translations.iter().flatten() {
        let language = language(&raw_translation.language, faults);
        let Some(base_url) = root(&raw_translation.url, faults) else { continue };
        let is_taken = language == raw.language.value || read.iter().any(|other| other.language == language);
        if is_taken {
            let message = format!("there is an edition in `{language}` already");
            let fault = Diagnostic::error(Code::SettingInvalid, raw_translation.language.span, message);
            faults.push(fault.help("list each other language once; this edition's own is not listed"));
            continue;
        }
        read.push(Translation { language, base_url });
    }
    read
}

fn language(raw: &Located<String>, faults: &mut Vec<Diagnostic>) -> String {
    let is_tag = raw
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
        && raw.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    // An empty tag stands in for one that could not be read.
    if !is_tag && !raw.is_empty() {
        faults.push(
            Diagnostic::error(
                Code::SettingInvalid,
                raw.span,
                format!("`{}` is not a language tag", raw.value),
            )
            .help("write a BCP 47 tag such as `en`, `km` or `zh-Hans`"),
        );
    }
    raw.value.clone()
}

fn theme_name(raw: &Located<String>, faults: &mut Vec<Diagnostic>) -> String {
    if raw.contains(['/', '\\']) || raw.starts_with('.') {
        faults.push(
            Diagnostic::error(
                Code::SettingInvalid,
                raw.span,
                format!("`{}` is not the name of a theme", raw.value),
            )
            .help("write the name of a folder in themes/, or `default`"),
        );
    }
    raw.value.clone()
}

fn tolerances(raw: &RawTolerances, faults: &mut Vec<Diagnostic>) -> Tolerances {
    let defaults = Tolerances::default();
    let hundred = Decimal::from(100);
    let mut share = |raw: &Option<Located<Words>>, default: Decimal, most: Decimal| match raw.as_ref() {
        None => default,
        Some(words) => factor(words, most, faults).unwrap_or(default),
    };
    let any = Decimal::from(1_000_000);
    let mut read = Tolerances {
        round_percent: share(&raw.round_percent, defaults.round_percent, hundred),
        about_percent: share(&raw.about_percent, defaults.about_percent, hundred),
        about_least: share(&raw.about_least, defaults.about_least, any),
        above_percent: share(&raw.above_percent, defaults.above_percent, any),
        nearly_percent: share(&raw.nearly_percent, defaults.nearly_percent, hundred),
        up_to_percent: share(&raw.up_to_percent, defaults.up_to_percent, hundred),
        minor_gap_percent: share(&raw.minor_gap_percent, defaults.minor_gap_percent, any),
        moderate_gap_percent: share(&raw.moderate_gap_percent, defaults.moderate_gap_percent, any),
        ..defaults.clone()
    };
    read.announcement_days = days(raw.announcement_days.as_ref(), defaults.announcement_days, faults);
    read.minor_gap_days = days(raw.minor_gap_days.as_ref(), defaults.minor_gap_days, faults);
    if read.minor_gap_percent > read.moderate_gap_percent {
        faults.push(
            Diagnostic::error(
                Code::SettingInvalid,
                raw.minor_gap_percent
                    .as_ref()
                    .or(raw.moderate_gap_percent.as_ref())
                    .map_or(raw.span, |at| at.span),
                format!(
                    "`minor_gap_percent` is {} and `moderate_gap_percent` is {}, so no gap could be moderate",
                    read.minor_gap_percent, read.moderate_gap_percent
                ),
            )
            .help("make the moderate gap the larger one"),
        );
    }
    read
}

fn factor(words: &Located<Words>, most: Decimal, faults: &mut Vec<Diagnostic>) -> Option<Decimal> {
    let read = Decimal::from_str_exact(words).ok().filter(|n| *n >= Decimal::ZERO && *n <= most);
    if read.is_none() {
        faults.push(
            Diagnostic::error(
                Code::SettingInvalid,
                words.span,
                format!("`{}` is not a usable factor", words.value.0),
            )
            .help(format!("write a plain number from 0 to {most}")),
        );
    }
    read
}

fn days(raw: Option<&Located<Words>>, default: i32, faults: &mut Vec<Diagnostic>) -> i32 {
    let Some(words) = raw else { return default };
    match words.parse::<u16>() {
        Ok(days) => i32::from(days),
        Err(_) => {
            faults.push(
                Diagnostic::error(
                    Code::SettingInvalid,
                    words.span,
                    format!("`{}` is not a number of days", words.value.0),
                )
                .help("write whole days, such as `7`"),
            );
            default
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;
    use crate::yaml::{Decode, Origin, parse};

    fn check(text: &str) -> (Settings, Vec<String>) {
        let text = format!("title: T\ndescription: D\nlanguage: en\n{text}");
        let node = parse(&text, Origin { file: FileId(0), offset: 0 }).unwrap();
        let mut faults = Vec::new();
        let raw = RawSettings::decode(&node, &mut faults).unwrap();
        let settings = config(&raw, &mut faults);
        (settings, faults.into_iter().map(|fault| fault.message).collect())
    }

    #[test]
    fn base_urls_end_in_one_slash() {
        assert_eq!(check("base_url: https://a.org/x").0.base_url.as_deref(), Some("https://a.org/x/"));
        assert_eq!(check("base_url: https://a.org/x//").0.base_url.as_deref(), Some("https://a.org/x/"));
    }

    #[test]
    fn addresses_that_cannot_be_a_root_are_refused() {
        for url in ["a.org", "ftp://a.org", "https:///x", "https://a.org/?q", "\"https://a b\""] {
            assert_eq!(check(&format!("base_url: {url}")).1.len(), 1, "{url}");
        }
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
            "tag:a.org,2026:",
            "tag:,2026:x",
            "tag:a b,2026:x",
        ] {
            assert_eq!(check(&format!("feed_id: \"{text}\"")).1.len(), 1, "{text}");
        }
    }

    #[test]
    fn a_language_has_one_edition() {
        let km = "{language: km, url: 'https://a.org/km'}";
        let (settings, faults) =
            check(&format!("translations: [{km}, {{language: x-default, url: 'https://a.org'}}]"));
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(settings.translations[0].base_url, "https://a.org/km/");
        assert_eq!(check(&format!("translations: [{km}, {km}]")).1.len(), 1);
        assert_eq!(check("translations: [{language: en, url: 'https://a.org/en'}]").1.len(), 1);
        assert_eq!(check("translations: [{language: km, url: a.org}]").1.len(), 1);
    }

    #[test]
    fn contradictory_and_unreadable_factors_are_refused() {
        assert_eq!(check("tolerances: {minor_gap_percent: 30}").1.len(), 1);
        assert_eq!(check("tolerances: {about_percent: ten, announcement_days: -1}").1.len(), 2);
        assert_eq!(
            check("tolerances: {about_percent: 12.5}").0.tolerances.about_percent,
            Decimal::new(125, 1)
        );
    }
}
