//! What comes out when two names are laid side by side: [`NameRelation`].

/// How two names lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRelation {
    /// The same after case, punctuation, diacritics, titles, legal forms and the order of words.
    Same,
    /// Possibly one name, differently spelt.
    Variant(NameVariant),
    /// One name or two: nothing in the names decides it.
    Undecided(NameDoubt),
    /// Two names.
    Different,
}

/// In what way two spellings may be one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameVariant {
    /// One leaves out words of the other: `Sims`, `Jacob Sims`.
    TokenSubset,
    /// One has `Jr`, `II` or the like, and the other has not.
    Suffix,
    /// One shortens words to initials: `J. Sims`, `Jacob Sims`.
    Initials,
    /// A usual short or foreign form of a first name: `Bill`, `William`.
    ShortForm,
    /// Two names of one place: `Burma`, `Myanmar`.
    OtherName,
    /// The first letters of the other's words: `UNODC`.
    Acronym,
    /// The same in two scripts.
    Script,
    /// The same by the transliteration key: `Wenying`, `Wenyin`.
    Transliteration,
    /// So many letters, or spaces, differ.
    Spelling(usize),
}

/// Why nothing in two names decides whether they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameDoubt {
    /// They are written in two scripts, and their sounds do not settle it.
    Scripts,
    /// One has a number that the other leaves out: `Boeing`, `Boeing 737`.
    Number,
    /// One may be each of several: `Korea`, `South Korea`.
    Several,
}
