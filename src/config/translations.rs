//! Editions in other languages: each language once, each at an address of its own.

use super::{address, language};
use crate::diag::{Code, Diagnostic};
use crate::model::Translation;
use crate::parse::RawSettings;
use crate::yaml::Located;

/// The tag for readers of all languages that are not listed; its edition is one of the others.
const FOR_ALL_OTHERS: &str = "x-default";

/// Reads the list; what is faulty is left out.
pub(super) fn translations(raw: &RawSettings, faults: &mut Vec<Diagnostic>) -> Vec<Translation> {
    let own = raw.base_url.as_ref().and_then(|url| address::base_url(url).ok());
    let mut read: Vec<Translation> = Vec::new();
    for raw_translation in raw.translations.iter().flatten() {
        let (tag, url) = (&raw_translation.language, &raw_translation.url);
        let read_both = (language::of_translation(tag, faults), address::root(url, faults));
        let (Some(language), Some(base_url)) = read_both else { continue };
        let is_this = language.eq_ignore_ascii_case(&raw.language);
        if is_this || read.iter().any(|other| other.language.eq_ignore_ascii_case(&language)) {
            const HELP: &str = "list each other language once; this edition's own is not listed";
            faults.push(taken(tag, format!("there is an edition in `{language}` already")).help(HELP));
            continue;
        }
        let mut others = read.iter().filter(|other| other.language != FOR_ALL_OTHERS);
        let is_own = own.as_ref() == Some(&base_url);
        if language != FOR_ALL_OTHERS && (is_own || others.any(|other| other.base_url == base_url)) {
            const HELP: &str = "each language has an edition of its own, at an address of its own";
            faults.push(taken(url, format!("another edition is at `{base_url}` already")).help(HELP));
            continue;
        }
        read.push(Translation { language, base_url });
    }
    read
}

fn taken(at: &Located<String>, message: String) -> Diagnostic {
    Diagnostic::error(Code::SettingInvalid, at.span, message)
}

#[cfg(test)]
mod tests {
    use crate::config::testing::check;

    const KM: &str = "{language: km, url: 'https://desk.example/km'}";

    #[test]
    fn a_language_has_one_edition() {
        let (settings, faults) =
            check(&format!("translations: [{KM}, {{language: x-default, url: 'https://desk.example'}}]"));
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(settings.translations[0].base_url, "https://desk.example/km/");
        assert_eq!(check(&format!("translations: [{KM}, {KM}]")).1.len(), 1);
        for one in [
            "{language: en, url: 'https://desk.example/en'}",
            "{language: EN, url: 'https://desk.example/en'}",
            "{language: khmer, url: 'https://desk.example/km'}",
            "{language: km, url: desk.example}",
            "{language: km, url: 'javascript:alert(1)'}",
            "{language: km, url: 'https://desk.example/?lang=km'}",
        ] {
            assert_eq!(check(&format!("translations: [{one}]")).1.len(), 1, "{one}");
        }
    }

    #[test]
    fn an_address_has_one_edition() {
        assert_eq!(check(&format!("base_url: https://desk.example/km/\ntranslations: [{KM}]")).1.len(), 1);
        assert_eq!(
            check(&format!("translations: [{KM}, {{language: th, url: 'https://desk.example/km/'}}]"))
                .1
                .len(),
            1
        );
        let own = "base_url: https://desk.example/\ntranslations: [{language: x-default, url: 'https://desk.example/'}]";
        assert!(check(own).1.is_empty());
    }
}
