//! Words as part of an address, in any script; entry point [`slug`].

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The words in lower case, with one hyphen for whatever is neither letter, digit nor mark.
///
/// ```
/// assert_eq!(variorum::text::slug("What “raid” means, 2025"), "what-raid-means-2025");
/// assert_eq!(variorum::text::slug("ហេតុអ្វី?"), "ហេតុអ្វី");
/// ```
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.nfc().flat_map(char::to_lowercase).nfc() {
        // A word's apostrophe goes without leaving a gap: `don't` is one word.
        if matches!(c, '\'' | '’') {
            continue;
        }
        if c.is_alphanumeric() || is_combining_mark(c) {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    fn check(words: &str, expected: &str) {
        assert_eq!(slug(words), expected, "{words}");
    }

    #[test]
    fn letters_and_digits_stay_and_the_rest_parts_them() {
        check("  What happened -- and why?  ", "what-happened-and-why");
        check("The desk's 2nd reading (draft)", "the-desks-2nd-reading-draft");
        check("ÉTÉ", "été");
        check("!?", "");
    }

    #[test]
    fn one_heading_has_one_slug_however_its_letters_are_composed() {
        check("cafe\u{301}", "caf\u{e9}");
        check("İzmir", "i\u{307}zmir");
    }

    #[test]
    fn every_script_keeps_its_letters_and_marks() {
        check("ព្រះវិហារ និង ប៉ោយប៉ែត", "ព្រះវិហារ-និង-ប៉ោយប៉ែត");
        check("ที่นี่", "ที่นี่");
        check("西哈努克：电诈", "西哈努克-电诈");
        check("ما حدث؟", "ما-حدث");
    }
}
