//! In which order a language writes day and month in figures: [`DayOrder`].

/// What `04/07/2025` means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// 4 July.
    DayFirst,
    /// 7 April.
    MonthFirst,
    /// Either is written.
    #[default]
    Open,
}

impl DayOrder {
    /// How many there are.
    pub const N: usize = 3;

    /// The order of a language by its BCP 47 tag.
    pub fn of(tag: &str) -> Self {
        let mut subtags = tag.split(['-', '_']);
        let primary = subtags.next().unwrap_or("").to_ascii_lowercase();
        let region = subtags.find(|subtag| subtag.len() == 2).map(str::to_ascii_uppercase);
        match (primary.as_str(), region.as_deref()) {
            ("en" | "es", Some("US" | "PH" | "PR")) | ("fil" | "tl", _) => Self::MonthFirst,
            // Canada writes all three orders.
            ("en" | "fr", Some("CA")) | ("en", None) => Self::Open,
            (
                "ja" | "zh" | "yue" | "ko" | "hu" | "lt" | "mn" | "fa" | "ckb" | "eu" | "sv" | "und" | "",
                _,
            ) => Self::Open,
            _ => Self::DayFirst,
        }
    }
}
