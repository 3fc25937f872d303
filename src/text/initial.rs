//! The heading that a name stands under in an index; entry point [`initial`].

use super::terms::folded;

/// The first letter of a name as a capital without accents; names that begin with a figure share one.
///
/// ```
/// use variorum::text::initial;
/// assert_eq!(initial("« Électricité »"), "E");
/// assert_eq!(initial("7 Days"), "0–9");
/// assert_eq!(initial("ភ្នំពេញ"), "ភ");
/// assert_eq!(initial("…"), "…");
/// ```
pub fn initial(name: &str) -> String {
    match folded(name).chars().find(|c| c.is_alphanumeric()) {
        Some(c) if c.is_numeric() => "0–9".to_owned(),
        Some(c) => c.to_uppercase().collect(),
        None => "…".to_owned(),
    }
}
