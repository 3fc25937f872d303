//! Names as read: words in one spelling, and what stands around them.

/// A name, read once, so that two names are compared without reading them again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The words of the name, without titles, legal forms and articles.
    pub words: Vec<NameWord>,
    /// All words behind each other, without spaces, to find words that are joined or split.
    pub joined: String,
    /// The whole name in Latin letters with its small words, from which an acronym is made.
    pub full: String,
    /// The letters of a name that is an acronym.
    pub acronym: Option<String>,
    /// What title or first name say of the person.
    pub gender: Option<Gender>,
    /// The title, where it is one of a man or of a woman.
    pub title: Option<GenderedTitle>,
    /// `Jr` and `II` are 2, `Sr` is 1.
    pub generation: Option<u8>,
    /// Whether a word such as `Ministry` shows that this is no person.
    pub is_body: bool,
    /// Whether `Ltd` or the like ended it, so that it is a company's whole name.
    pub is_company: bool,
    /// Which letters it is written in.
    pub script: Script,
    /// Curated people whose names hold every word of this one.
    pub bearers: Vec<super::EntityIx>,
}

/// One word of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameWord {
    /// Folded: lower case without diacritics.
    pub text: String,
    /// One spelling for the ways in which a sound is romanised.
    pub sound: String,
    /// What the word is.
    pub kind: WordKind,
    /// The groups of first names that it is a form of; 0 is none.
    pub groups: [u16; 4],
    /// Of whom it is a first name, where it is one.
    pub gender: Option<Gender>,
}

/// What a word of a name is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WordKind {
    /// A word like any other.
    #[default]
    Plain,
    /// One letter for a word.
    Initial,
    /// A figure: `Precinct 5`.
    Number,
    /// A Roman numeral: `Elizabeth II`.
    Numeral,
    /// A place, by its position in the table of places.
    Place(u16),
    /// A small word that is often left out: `van`, `bin`.
    Particle,
    /// A word that makes another thing of what follows it: `South`, `Deputy`.
    Mark,
    /// A word for a body that is named after something: `Foundation`.
    Body,
    /// A word for the form of a body or place, which is often left out: `Group`, `Province`.
    Form,
}

/// Of a man or of a woman.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// `Mr`, `John`.
    Man,
    /// `Mrs`, `Mary`.
    Woman,
}

/// A title that says of whom it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GenderedTitle {
    /// `Mr`, `King`, `Herr`; `Mrs`, `Queen`, `Frau`.
    Address(Gender),
    /// A word that has a form for men and one for women, of which the first is used of women too:
    /// `chairman`, `actor`.
    Form(Gender),
}

/// Which letters a name is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// Latin letters, or none.
    #[default]
    Latin,
    /// Cyrillic or Greek, which are romanised letter by letter.
    Alphabet,
    /// Letters for consonants, syllables or words, from which the sound is guessed.
    Other(char),
}
