//! Language tags (BCP 47) in the settings, by their form: which languages there are is not ours to say.

use crate::diag::{Code, Diagnostic};
use crate::language::{help_with_tag, is_tag};
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
                .help(help_with_tag(raw, "write a BCP 47 tag such as `en`, `km` or `zh-Hans`")),
        );
    }
    is_read
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
