//! A YAML document as a tree in which every key and value knows where it stands.

use crate::source::Span;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands; from its first character to its last.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// Words, quoted or not.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order written.
    Map(Vec<Entry>),
}

/// Words as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The words, with quoting and folding undone.
    pub text: String,
    /// Whether they stand without quotes, where other tools would guess a type.
    pub plain: bool,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Plain words that stand here, and are not nothing.
    pub fn words(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar(scalar) if scalar.plain && !scalar.is_null() => Some(&scalar.text),
            NodeKind::Scalar(_) | NodeKind::List(_) | NodeKind::Map(_) => None,
        }
    }

    /// What the value is, for a message: `a list`, `a mapping`, `words`, `nothing`.
    pub fn describe(&self) -> &'static str {
        match &self.kind {
            NodeKind::Scalar(scalar) if scalar.is_null() => "nothing",
            NodeKind::Scalar(_) => "plain words",
            NodeKind::List(_) => "a list",
            NodeKind::Map(_) => "a mapping",
        }
    }
}

impl Scalar {
    /// Whether it is YAML's null: nothing, `~` or `null` without quotes.
    pub fn is_null(&self) -> bool {
        self.plain && matches!(self.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
    }

    /// Whether some YAML tool would read it as true or false.
    pub fn is_truth_value(&self) -> bool {
        const WORDS: [&str; 8] = ["yes", "no", "on", "off", "true", "false", "y", "n"];
        self.plain && WORDS.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }

    /// Whether some YAML tool would read it as a number.
    pub fn is_number(&self) -> bool {
        let digits = self.text.trim_start_matches(['+', '-']);
        let is_named = matches!(digits.to_ascii_lowercase().as_str(), ".inf" | ".nan");
        let is_based = ["0x", "0o", "0b"].iter().any(|prefix| digits.starts_with(prefix))
            && digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_decimal =
            digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') && digits.parse::<f64>().is_ok();
        self.plain && (is_decimal || is_named || is_based)
    }
}
