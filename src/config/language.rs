//! Language tags (BCP 47) in the settings, by their form: which languages there are is not ours to say.

use crate::diag::{Code, Diagnostic};
use crate::yaml::Located;

/// The tag of an edition's language; an empty one stands in for one that could not be read.
pub(super) fn of_edition(raw: &Located<String>, faults: &mut Vec<Diagnostic>) -> String {
    let is_read = raw.is_empty() || of_form(raw, faults);
    if is_read { raw.value.clone() } else { String::new() }
}

/// The tag of a translation, or `x-default` for readers of all languages that are not listed.
pub(super) fn of_translation(raw: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    (raw.value == "x-default" || of_form(raw, faults)).then(|| raw.value.clone())
}

/// Whether a tag has the form; says what is wrong.
fn of_form(raw: &Located<String>, faults: &mut Vec<Diagnostic>) -> bool {
    let is_read = is_tag(raw);
    if !is_read {
        let message = format!("`{}` is not a language tag", raw.value);
        faults.push(
            Diagnostic::error(Code::SettingInvalid, raw.span, message)
                .help("write a BCP 47 tag such as `en`, `km` or `zh-Hans`"),
        );
    }
    is_read
}

/// A language of two or three letters, then script, territory and the like, in the order of the form.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-').peekable();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let plain =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_language = parts.next().is_some_and(|part| matches!(part.len(), 2 | 3) && letters(part));
    while parts.next_if(|part| part.len() == 3 && letters(part)).is_some() {}
    parts.next_if(|part| part.len() == 4 && letters(part));
    parts.next_if(|part| (part.len() == 2 && letters(part)) || (part.len() == 3 && digits(part)));
    let is_variant = |part: &&str| {
        plain(part)
            && (part.len() >= 5 || (part.len() == 4 && part.starts_with(|c: char| c.is_ascii_digit())))
    };
    while parts.next_if(is_variant).is_some() {}
    // What is left are extensions: a letter or digit each, with at least one part of its own.
    let rest: Vec<&str> = parts.collect();
    let are_extensions = match rest.split_first() {
        None => true,
        Some((first, others)) => {
            first.len() == 1
                && !others.is_empty()
                && others.last().is_some_and(|part| part.len() > 1 || first == &"x")
        }
    };
    is_language && are_extensions && rest.iter().all(|part| plain(part))
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn tags_have_the_form_of_bcp_47() {
        for tag in [
            "en",
            "km",
            "zh-Hans",
            "zh-Hant-TW",
            "es-419",
            "sl-rozaj",
            "de-CH-1996",
            "ckb",
            "en-x-desk",
            "zh-cmn",
        ] {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in [
            "",
            "e",
            "english",
            "en_GB",
            "en-",
            "-en",
            "en--GB",
            "x-default",
            "en-u",
            "12",
            "ខ្មែរ",
            "en GB",
            "en-toolongpart",
        ] {
            assert!(!is_tag(tag), "{tag}");
        }
    }
}
