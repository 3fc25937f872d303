//! What comma and dot do in the numerals of a language: [`Separators`].
//!
//! From CLDR's number symbols. A table of our own, since the data crates that carry them weigh more than all
//! that is read with them, and since CLDR knows how a language is written by rule, not how its press mixes
//! two uses: what both uses are usual in is left open.

/// Which sign begins the fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separators {
    /// `1.5`, with commas for thousands.
    Dot,
    /// `1,5`, with dots for thousands.
    Comma,
    /// `1,5`, with spaces for thousands: a dot before three digits may be either.
    CommaAndSpace,
    /// Both uses are usual.
    #[default]
    Open,
}

impl Separators {
    /// How many there are.
    pub const N: usize = 4;

    /// The use of a language by its BCP 47 tag.
    pub fn of(tag: &str) -> Self {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default().to_ascii_lowercase();
        let region = parts.find(|part| part.len() == 2 || part.len() == 3 && part.parse::<u16>().is_ok());
        let region = region.map(str::to_ascii_uppercase).unwrap_or_default();
        match (language.as_str(), region.as_str()) {
            ("es", "419" | "CU" | "DO" | "GT" | "HN" | "MX" | "NI" | "PA" | "PE" | "PR" | "SV" | "US") => {
                Self::Dot
            }
            ("de" | "fr" | "it", "CH" | "LI") | ("en", "ZA") | ("pt", "MO") => Self::Open,
            ("en" | "zh" | "ja" | "ko" | "th" | "hi" | "my" | "ms", _) => Self::Dot,
            ("de" | "es" | "pt" | "it" | "nl" | "el" | "tr" | "id" | "vi" | "km" | "lo", _) => Self::Comma,
            ("fr" | "ru" | "uk" | "pl", _) => Self::CommaAndSpace,
            _ => Self::Open,
        }
    }

    /// Whether a comma before one or two digits begins a fraction.
    pub(in crate::value) fn has_comma_fraction(self) -> bool {
        matches!(self, Self::Comma | Self::CommaAndSpace)
    }
}
