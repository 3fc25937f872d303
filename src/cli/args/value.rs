//! Values of flags: what a word of the command line has to be.

use crate::diag::nearest;
use crate::language::is_tag;
use crate::model::{Day, Id};
use crate::value::date;
use crate::yaml::Choice;

pub(super) fn id(text: &str) -> Result<Id, String> {
    Id::new(text).map_err(|fault| match fault.suggestion {
        Some(id) if text.len() > Id::LENGTH_MAX => {
            format!("an id has at most {} letters: {id}", Id::LENGTH_MAX)
        }
        Some(id) => format!("ids are lower-case letters, digits and single hyphens: {id}"),
        None => "ids are lower-case letters, digits and single hyphens".to_owned(),
    })
}

pub(super) fn language(tag: &str) -> Result<String, String> {
    if is_tag(tag) {
        Ok(tag.to_owned())
    } else {
        Err("write a BCP 47 tag such as `en`, `km` or `zh-Hans`".to_owned())
    }
}

pub(super) fn repository(name: &str) -> Result<String, String> {
    let is_part = |part: &str| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        !part.is_empty() && !part.starts_with(['.', '-']) && part.chars().all(is_plain)
    };
    match name.split_once('/') {
        Some((owner, name)) if is_part(owner) && is_part(name) => Ok(format!("{owner}/{name}")),
        Some(_) | None => Err("write the owner, `/` and the name of the repository".to_owned()),
    }
}

/// A word of those that a field of a file takes.
pub(super) fn choice<T: Choice>(word: &str) -> Result<T, String> {
    let words = || T::WORDS.iter().map(|(word, ..)| *word);
    T::WORDS.iter().find(|(known, ..)| *known == word).map(|(_, value, _)| *value).ok_or_else(|| {
        let near = nearest(word, words()).map(|near| format!("did you mean `{near}`?"));
        near.unwrap_or_else(|| format!("write one of {}", words().collect::<Vec<_>>().join(", ")))
    })
}

pub(super) fn part(text: &str) -> Result<(Id, String), String> {
    let (part, words) = text.split_once('=').ok_or("write the part, `=` and its figure")?;
    Ok((id(part)?, words.to_owned()))
}

pub(super) fn edtf(words: &str) -> Result<String, String> {
    match date::read(words) {
        Ok(_) => Ok(words.to_owned()),
        Err(fault) => {
            Err(fault.help.map_or(fault.message.clone(), |help| format!("{}; {help}", fault.message)))
        }
    }
}

pub(super) fn web_address(url: &str) -> Result<String, String> {
    let is_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    if is_web && !url.contains(char::is_whitespace) {
        Ok(url.to_owned())
    } else {
        Err("write the whole address, beginning with https://".to_owned())
    }
}

pub(super) fn day(words: &str) -> Result<Day, String> {
    let read = date::read(words).map_err(|fault| match fault.help {
        // The forms of all dates are of no use where one day is asked for.
        Some(help) if help.matches('`').count() == 2 => format!("{}; {help}", fault.message),
        Some(_) | None => format!("{}; write a day: 2026-11-22", fault.message),
    })?;
    read.earliest()
        .filter(|day| read.latest() == Some(*day))
        .ok_or_else(|| "write a day: 2026-11-22".to_owned())
}

pub(super) fn base_url(text: &str) -> Result<String, String> {
    crate::config::base_url(text).map_err(|why| format!("it {why}"))
}
