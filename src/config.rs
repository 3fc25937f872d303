//! variorum.yaml, checked and with every default filled in; entry point [`config`].
//!
//! Settings that contradict each other or cannot be used are faults at their place.

mod address;
mod language;
mod translations;

pub use address::base_url;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic, nearest};
use crate::markdown::without_marks;
use crate::model::{Acceptance, Overrides, Publisher, Removed, Settings, Tolerances};
use crate::output::OutPath;
use crate::parse::{RawAcceptance, RawRemoved, RawSettings, RawTolerances};
use crate::yaml::{Located, Words};

/// The newest format of a project's files that this program reads.
pub const FORMAT: usize = 1;

/// Says of a project in a newer format that another program reads it.
fn format(raw: &RawSettings, faults: &mut Vec<Diagnostic>) {
    if let Some(format) = raw.format.as_ref().filter(|format| format.value.0 > FORMAT || format.value.0 == 0)
    {
        let message = format!(
            "the project is written in format {}, and variorum {} reads format {FORMAT}",
            format.value.0,
            env!("CARGO_PKG_VERSION")
        );
        faults.push(
            Diagnostic::error(Code::SettingInvalid, format.span, message)
                .help("install a newer release; what it says of other fields here may come of that"),
        );
    }
}

/// Checks the settings; a fault leaves the default in place, so that the rest can be checked too.
pub fn config(raw: &RawSettings, faults: &mut Vec<Diagnostic>) -> Settings {
    format(raw, faults);
    let settings = settings(raw, faults);
    address::contact_asked(raw, &settings, faults);
    settings
}

fn settings(raw: &RawSettings, faults: &mut Vec<Diagnostic>) -> Settings {
    Settings {
        title: without_marks(&raw.title).into_owned(),
        description: without_marks(&raw.description).into_owned(),
        language: language::of_edition(&raw.language, faults),
        base_url: raw.base_url.as_ref().and_then(|url| address::root(url, faults)),
        feed_id: raw.feed_id.as_ref().and_then(|id| address::feed_id(id, faults)),
        translations: translations::translations(raw, faults),
        theme: raw.theme.as_ref().map_or_else(|| "default".to_owned(), |theme| theme_name(theme, faults)),
        overrides: raw.overrides.unwrap_or(Overrides::Templates),
        publisher: raw.publisher.as_ref().map(|publisher| Publisher {
            name: publisher.name.clone(),
            url: publisher.url.as_ref().and_then(|url| address::on_the_web(url, faults)),
            contact: publisher.contact.as_ref().and_then(|contact| address::contact(contact, faults)),
        }),
        licence: raw.licence.clone(),
        repository: raw.repository.as_ref().and_then(|url| address::on_the_web(url, faults)),
        tolerances: raw.tolerances.as_ref().map_or_else(Tolerances::default, |raw| tolerances(raw, faults)),
        menu: raw.menu.iter().flatten().map(|name| name.value.clone()).collect(),
        removed: raw.removed.iter().flatten().filter_map(|one| removed(one, faults)).collect(),
        drafts: raw.drafts.is_some_and(|flag| flag.0),
        accepted: raw.accept.iter().flatten().filter_map(|one| acceptance(one, faults)).collect(),
        exports: raw.exports.iter().flatten().copied().collect(),
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
        menu: Vec::new(),
        removed: Vec::new(),
        drafts: false,
        accepted: Vec::new(),
        exports: BTreeSet::new(),
    }
}

/// A page that was taken away.
fn removed(raw: &RawRemoved, faults: &mut Vec<Diagnostic>) -> Option<Removed> {
    if !is_page(&raw.page) {
        let message = format!("`{}` is not the path of a page", raw.page.value);
        faults.push(
            Diagnostic::error(Code::SettingInvalid, raw.page.span, message)
                .help("write the path below the root of the edition, such as `events/old-name.html`"),
        );
        return None;
    }
    Some(Removed { page: raw.page.value.clone(), reason: raw.reason.clone(), span: raw.page.span })
}

/// Whether words are the path of a page below the root, in letters that need no escaping.
pub fn is_page(words: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    words.ends_with(".html") && words.chars().all(is_plain) && OutPath::new(words).is_ok()
}

/// Warnings that the desk accepts, by a code that there is.
fn acceptance(raw: &RawAcceptance, faults: &mut Vec<Diagnostic>) -> Option<Acceptance> {
    if Code::from_name(&raw.code).is_none() {
        let help = match nearest(&raw.code, Code::ALL.iter().map(|code| code.as_str())) {
            Some(code) => format!("did you mean `{code}`?"),
            None => {
                "copy the code out of the brackets of the warning; `variorum explain` lists all".to_owned()
            }
        };
        let message = format!("no warning has the code `{}`", raw.code.value);
        faults.push(Diagnostic::error(Code::SettingInvalid, raw.code.span, message).help(help));
        return None;
    }
    if raw.reason.trim().is_empty() {
        let message = "a warning is accepted with a reason";
        faults.push(
            Diagnostic::error(Code::SettingInvalid, raw.span, message).help("say why it does no harm here"),
        );
        return None;
    }
    Some(Acceptance {
        code: raw.code.value.clone(),
        within: raw.r#in.as_ref().map(|within| within.value.clone()),
        reason: raw.reason.clone(),
        span: raw.span,
    })
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

/// Settings from a few lines, for the tests of each part.
#[cfg(test)]
mod testing {
    use super::{RawSettings, Settings, config};
    use crate::source::FileId;
    use crate::yaml::{Decode, Origin, parse};

    /// What these lines come to, and what is said against them.
    pub(super) fn check(text: &str) -> (Settings, Vec<String>) {
        let text = format!("title: T\ndescription: D\nlanguage: en\n{text}");
        let node = parse(&text, Origin { file: FileId(0), offset: 0 }).unwrap();
        let mut faults = Vec::new();
        let raw = RawSettings::decode(&node, &mut faults).unwrap();
        let settings = config(&raw, &mut faults);
        (settings, faults.into_iter().map(|fault| fault.message).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::testing::check;
    use rust_decimal::Decimal;

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
