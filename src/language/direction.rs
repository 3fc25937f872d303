//! Which way a language's script runs; entry point [`is_right_to_left`].

/// The part of a BCP 47 tag that names the language.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    const LANGUAGES: [&str; 11] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"];
    let is_script = |part: &str| matches!(part, "Arab" | "Hebr" | "Thaa" | "Syrc" | "Nkoo");
    let has_latin = tag.split('-').any(|part| matches!(part, "Latn" | "Cyrl"));
    tag.split('-').any(is_script) || (LANGUAGES.contains(&primary(tag)) && !has_latin)
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn language_or_script_tells_the_direction() {
        let rtl = ["ar", "fa-IR", "az-Arab", "he"];
        assert!(rtl.iter().all(|tag| is_right_to_left(tag)));
        let ltr = ["en", "km", "zh-Hans", "ug-Latn"];
        assert!(!ltr.iter().any(|tag| is_right_to_left(tag)));
    }
}
