//! What languages call themselves, for links to editions in them; entry point [`autonym`].

use super::direction::primary;

/// The language's own name for itself; of one that is not listed, its tag.
pub fn autonym(tag: &str) -> String {
    const NAMES: [(&str, &str); 34] = [
        ("ar", "العربية"),
        ("bn", "বাংলা"),
        ("cs", "Čeština"),
        ("da", "Dansk"),
        ("de", "Deutsch"),
        ("el", "Ελληνικά"),
        ("en", "English"),
        ("es", "Español"),
        ("fa", "فارسی"),
        ("fi", "Suomi"),
        ("fr", "Français"),
        ("he", "עברית"),
        ("hi", "हिन्दी"),
        ("hu", "Magyar"),
        ("id", "Bahasa Indonesia"),
        ("it", "Italiano"),
        ("ja", "日本語"),
        ("km", "ភាសាខ្មែរ"),
        ("ko", "한국어"),
        ("lo", "ພາສາລາວ"),
        ("ms", "Bahasa Melayu"),
        ("my", "မြန်မာဘာသာ"),
        ("nl", "Nederlands"),
        ("pl", "Polski"),
        ("pt", "Português"),
        ("ro", "Română"),
        ("ru", "Русский"),
        ("sv", "Svenska"),
        ("th", "ภาษาไทย"),
        ("tr", "Türkçe"),
        ("uk", "Українська"),
        ("ur", "اردو"),
        ("vi", "Tiếng Việt"),
        ("zh", "中文"),
    ];
    let script = tag.split('-').nth(1).unwrap_or_default();
    let name = match (primary(tag), script) {
        ("zh", "Hans") => Some("简体中文"),
        ("zh", "Hant") => Some("繁體中文"),
        (language, _) => NAMES.iter().find(|(code, _)| *code == language).map(|(_, name)| *name),
    };
    let rest = tag.split('-').skip(1).filter(|part| !matches!(*part, "Hans" | "Hant"));
    // Two editions may differ in what follows the language alone: `en-GB` and `en-US`.
    match (name, rest.collect::<Vec<_>>().join("-")) {
        (Some(name), rest) if rest.is_empty() => name.to_owned(),
        (Some(name), rest) => format!("{name} ({rest})"),
        (None, _) => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::autonym;

    #[test]
    fn a_language_is_called_as_its_readers_call_it() {
        let names = ["km", "zh-Hans", "en-GB", "pt-BR", "tlh"].map(autonym);
        assert_eq!(names, ["ភាសាខ្មែរ", "简体中文", "English (GB)", "Português (BR)", "tlh"]);
    }
}
