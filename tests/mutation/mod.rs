//! Small changes of a text, as a slip of the hand makes them; entry point [`mutation`].

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};

/// A change of a few characters in one of a project's files.
#[derive(Clone, Debug)]
pub struct Mutation {
    /// Which of the files.
    pub file: Index,
    place: Index,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    DropLine,
    TwiceLine,
    SwapWithNext,
    DropCharacter,
    Insert(&'static str),
}

/// Any mutation.
pub fn mutation() -> impl Strategy<Value = Mutation> {
    const INSERTS: &[&str] = &[
        "\"", "'", ":", ": ", "#", " #", "-", "\n", "  ", "\t", "[", "}", ",", "0", "9", "x", "é", "ភ", "]",
        "{", "fact:", "](", "over ", "no", "~", "*", "&a ", "\u{feff}", "<b>", "|", ">",
    ];
    let kind = prop_oneof![
        Just(Kind::DropLine),
        Just(Kind::TwiceLine),
        Just(Kind::SwapWithNext),
        Just(Kind::DropCharacter),
        select(INSERTS).prop_map(Kind::Insert)
    ];
    (any::<Index>(), any::<Index>(), kind).prop_map(|(file, place, kind)| Mutation { file, place, kind })
}

impl Mutation {
    /// The text with the change in it.
    pub fn of_text(&self, text: &str) -> String {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let at = self.place.index(text.len().max(1));
        let at = text.floor_char_boundary(at);
        let line = self.place.index(lines.len().max(1));
        match self.kind {
            Kind::DropLine => {
                lines.iter().enumerate().filter(|(i, _)| *i != line).map(|(_, line)| *line).collect()
            }
            Kind::TwiceLine => {
                lines.iter().enumerate().map(|(i, text)| text.repeat(if i == line { 2 } else { 1 })).collect()
            }
            Kind::SwapWithNext => {
                let mut lines = lines.clone();
                if line + 1 < lines.len() {
                    lines.swap(line, line + 1);
                }
                lines.concat()
            }
            Kind::DropCharacter => {
                let mut text = text.to_owned();
                if at < text.len() {
                    text.remove(at);
                }
                text
            }
            Kind::Insert(words) => format!("{}{words}{}", &text[..at], &text[at..]),
        }
    }
}
