//! Language tags (BCP 47) by their form: which languages there are is not ours to say.

/// Whether a tag has the form: a language of two or three letters, then script, territory and the
/// like, in that order.
pub fn is_tag(tag: &str) -> bool {
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

/// A tag as CLDR's data are asked by; `None` where it has not the form of one.
pub(super) fn locale(tag: &str) -> Option<icu_locale_core::Locale> {
    icu_locale_core::Locale::try_from_str(tag).ok()
}

/// What to do about words that are no tag: the tag that a name of a locale holds, as in `pt_BR` and `pt-BR.UTF-8`, or
/// else the help for any.
pub fn help_with_tag(words: &str, any: &str) -> String {
    let tag = words.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    if is_tag(&tag) { format!("write `{tag}`") } else { any.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn a_language_by_its_name_or_with_an_underscore_is_no_tag() {
        for tag in ["en", "km", "zh-Hans", "zh-Hans-CN", "es-419", "de-1996", "und"] {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in ["english", "en_GB", "", "en-", "e", "Khmer"] {
            assert!(!is_tag(tag), "{tag}");
        }
    }
}
