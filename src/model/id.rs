//! Identifiers as authors write them: article, sheet, fact, entity and position keys.

use std::fmt;

/// A key of the project: lower-case ASCII letters, digits and single hyphens, at most [`Id::LENGTH_MAX`].
///
/// Ids are part of file names, anchors and links, so they hold nothing that one
/// of those would have to escape.
///
/// ```
/// use variorum::model::Id;
/// assert_eq!(Id::new("square-2025-07").unwrap().as_str(), "square-2025-07");
/// assert!(Id::new("Square 2025").is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// Why a text is no [`Id`], with the nearest text that would be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdFault {
    /// The closest valid id, where one can be made.
    pub suggestion: Option<String>,
}

impl Id {
    /// The longest id. Names of charts and records join two ids, and a disk takes 255 bytes a name.
    pub const LENGTH_MAX: usize = 100;

    /// Reads an id, or says which id was probably meant.
    pub fn new(text: &str) -> Result<Self, IdFault> {
        let suggestion = nearest(text);
        if suggestion == text && !text.is_empty() {
            return Ok(Self(suggestion));
        }
        Err(IdFault { suggestion: (!suggestion.is_empty()).then_some(suggestion) })
    }

    /// The id as text, safe in a file name, a URL and an anchor.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

/// Lower-cases, folds every run of other characters into one hyphen, and ends between words where it
/// would be too long.
fn nearest(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some(c) = plain(c) {
            id.push_str(c.encode_utf8(&mut [0; 4]));
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    if id.len() > Id::LENGTH_MAX {
        let end = id[..=Id::LENGTH_MAX].rfind('-').unwrap_or(Id::LENGTH_MAX);
        id.truncate(end);
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

/// The letter that an id has for this one: its lower case, without the marks of western languages.
fn plain(c: char) -> Option<char> {
    Some(match c {
        c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Ý' | 'ý' | 'ÿ' => 'y',
        'ß' => 's',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_or_trailing_hyphens_are_refused_with_a_suggestion() {
        let fault = Id::new("hun--manet-").unwrap_err();
        assert_eq!(fault.suggestion.as_deref(), Some("hun-manet"));
    }

    #[test]
    fn the_longest_id_is_taken_and_a_longer_one_cut_between_words() {
        let longest = "a".repeat(Id::LENGTH_MAX);
        assert_eq!(Id::new(&longest).unwrap().as_str(), longest);
        let longer = format!("{}-{}", "a".repeat(60), "b".repeat(60));
        assert_eq!(Id::new(&longer).unwrap_err().suggestion, Some("a".repeat(60)));
        let unbroken = "a".repeat(Id::LENGTH_MAX + 1);
        assert_eq!(Id::new(&unbroken).unwrap_err().suggestion, Some(longest));
    }

    #[test]
    fn nothing_usable_gives_no_suggestion() {
        assert_eq!(Id::new("ភ្នំពេញ").unwrap_err().suggestion, None);
        assert_eq!(Id::new("").unwrap_err().suggestion, None);
    }
}
