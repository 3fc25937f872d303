//! What disks that do not tell letters apart by case or encoding make of a name: [`on_disk`].

use unicode_normalization::UnicodeNormalization as _;

/// The same for two names that some disk takes for one: by full case folding and Unicode form.
///
/// ```
/// use variorum::text::on_disk;
/// assert_eq!(on_disk("STRASSE"), on_disk("Straße"));
/// assert_eq!(on_disk("e\u{301}t"), on_disk("Ét"));
/// assert_ne!(on_disk("a-b"), on_disk("a\u{2010}b"));
/// ```
pub fn on_disk(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfd() {
        // No disk takes the letter without a dot, whose capital is `I`, for `i`.
        if c == 'ı' {
            folded.push(c);
        } else {
            folded.extend(c.to_uppercase().flat_map(char::to_lowercase));
        }
    }
    folded.nfd().collect()
}
