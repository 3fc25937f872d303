//! What an expression of a template names and what it comes to, by the shapes of what the template
//! is given; entry point [`Reader`].

use std::collections::{BTreeMap, BTreeSet};

use super::tag::{Word, WordKind};
use crate::view::{Field, Shape, Views};

/// The variables at a place of a template, the last of a name being in force.
#[derive(Clone, Default)]
pub(super) struct Scope {
    bound: Vec<(String, Shape)>,
    /// Where each name stands in `bound`, in order.
    by_name: BTreeMap<String, Vec<usize>>,
}

impl Scope {
    pub(super) fn len(&self) -> usize {
        self.bound.len()
    }

    pub(super) fn push(&mut self, name: &str, shape: Shape) {
        self.by_name.entry(name.to_owned()).or_default().push(self.bound.len());
        self.bound.push((name.to_owned(), shape));
    }

    /// Forgets what was bound behind the first `len` names.
    pub(super) fn truncate(&mut self, len: usize) {
        for (name, _) in self.bound.drain(len.min(self.bound.len())..) {
            self.by_name.get_mut(&name).and_then(Vec::pop);
        }
    }

    /// What a name is bound to, in one branch and the other; the last binding last.
    pub(super) fn shapes(&self, name: &str) -> impl DoubleEndedIterator<Item = &Shape> {
        self.by_name.get(name).into_iter().flatten().map(|&at| &self.bound[at].1)
    }

    fn names(&self) -> BTreeSet<String> {
        self.bound.iter().map(|(name, _)| name.clone()).collect()
    }
}

/// A name in a template, and whether there is such a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named<'a> {
    /// Where it stands, in bytes of the template.
    pub(super) at: usize,
    /// The name.
    pub(super) name: &'a str,
    /// `field` or `variable`.
    pub(super) noun: &'static str,
    /// Where there is no such thing: the names that there are.
    pub(super) missing: Option<BTreeSet<String>>,
}

/// A call of a component, with the shapes of its arguments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Call {
    pub(super) component: String,
    pub(super) arguments: Vec<(String, Shape)>,
}

/// Reads the words of a tag from left to right.
pub(super) struct Reader<'a, 'r> {
    pub(super) words: &'r [Word<'a>],
    pub(super) next: usize,
    pub(super) views: &'r Views,
    pub(super) scope: &'r mut Scope,
    /// What has been named so far.
    pub(super) named: Vec<Named<'a>>,
    /// Which components have been called so far.
    pub(super) calls: Vec<Call>,
}

impl<'a, 'r> Reader<'a, 'r> {
    /// A reader at the beginning of some words.
    pub(super) fn of(words: &'r [Word<'a>], views: &'r Views, scope: &'r mut Scope) -> Self {
        Self { words, next: 0, views, scope, named: Vec::new(), calls: Vec::new() }
    }

    /// Reads whatever is left.
    pub(super) fn rest(&mut self) {
        while self.next < self.words.len() {
            self.expression();
        }
    }

    /// The shape of the expression that begins here.
    pub(super) fn expression(&mut self) -> Shape {
        let shape = self.operation();
        if !self.takes(WordKind::Name, "if") {
            return shape;
        }
        self.operation();
        if self.takes(WordKind::Name, "else") { Shape::either([shape, self.expression()]) } else { shape }
    }

    /// Operands with operators between them; what `or` joins is one of both.
    fn operation(&mut self) -> Shape {
        let mut shapes = vec![self.operand()];
        let mut is_choice = true;
        while let Some(word) = self.word() {
            match (word.kind, word.text) {
                (WordKind::Name, "or") => self.skip(1),
                (WordKind::Name, "is") => {
                    is_choice = false;
                    self.skip(1);
                    self.takes(WordKind::Name, "not");
                    self.skip(1);
                    self.arguments();
                    continue;
                }
                (WordKind::Name, "and" | "in" | "not")
                | (WordKind::Mark, "+" | "-" | "*" | "/" | "//" | "**" | "%" | "~")
                | (WordKind::Mark, "==" | "!=" | "<" | ">" | "<=" | ">=") => {
                    is_choice = false;
                    self.skip(1);
                }
                (WordKind::Name | WordKind::Text | WordKind::Number | WordKind::Mark, _) => break,
            }
            shapes.push(self.operand());
        }
        if is_choice { Shape::either(shapes) } else { Shape::Unknown }
    }

    fn operand(&mut self) -> Shape {
        let Some(word) = self.word() else { return Shape::Unknown };
        self.skip(1);
        let shape = match (word.kind, word.text) {
            (WordKind::Name, "not") | (WordKind::Mark, "-") => {
                self.operand();
                return Shape::Unknown;
            }
            (WordKind::Name, "true" | "True" | "false" | "False" | "none" | "None" | "null")
            | (WordKind::Text | WordKind::Number, _) => Shape::Plain,
            (WordKind::Name, name) => self.path(word, name),
            (WordKind::Mark, "(") => {
                let shape = self.expression();
                self.takes(WordKind::Mark, ")");
                shape
            }
            (WordKind::Mark, "[") => self.list(),
            (WordKind::Mark, "{") => {
                self.until("}");
                Shape::Unknown
            }
            (WordKind::Mark, "<") => {
                self.call();
                Shape::Plain
            }
            (WordKind::Mark, _) => Shape::Unknown,
        };
        self.filtered(shape)
    }

    /// A variable with the fields that are named behind it, or a call of a function.
    fn path(&mut self, first: Word<'a>, name: &'a str) -> Shape {
        if self.arguments() {
            return Shape::Unknown;
        }
        let known = self.scope.shapes(name).next_back().cloned();
        let is_ours = !matches!(name, "loop" | "self" | "body" | "__tera_context");
        let variables = || self.scope.names();
        let missing = (known.is_none() && is_ours).then(variables);
        let mut named = vec![Named { at: first.at, name, noun: "variable", missing }];
        let mut shape = known.unwrap_or(Shape::Unknown);
        let mut is_asked_for = false;
        while let Some(mark) = self.word().filter(|word| word.kind == WordKind::Mark) {
            match mark.text {
                "." | "?." => {
                    let Some(word) = self.words.get(self.next + 1).filter(|word| word.kind == WordKind::Name)
                    else {
                        break;
                    };
                    self.skip(2);
                    is_asked_for |= mark.text == "?.";
                    let (field, missing) = match self.views.field(&shape, word.text) {
                        Field::Found(shape) => (shape, None),
                        Field::Missing(names) => (Shape::Unknown, Some(names)),
                    };
                    named.push(Named { at: word.at, name: word.text, noun: "field", missing });
                    shape = field;
                }
                "[" | "?[" => {
                    is_asked_for |= mark.text == "?[";
                    self.skip(1);
                    shape = self.subscript(&shape);
                }
                _ => break,
            }
        }
        if !is_asked_for && !self.is_only_asked_for() {
            self.named.extend(named);
        }
        shape
    }

    /// Whether what follows a path says that it may well be missing.
    fn is_only_asked_for(&self) -> bool {
        let mut words = self.words[self.next..].iter().map(|word| word.text);
        match (words.next(), words.next()) {
            (Some("|"), Some("default")) => true,
            (Some("is"), Some("not")) => matches!(words.next(), Some("defined" | "undefined")),
            (Some("is"), test) => matches!(test, Some("defined" | "undefined")),
            _ => false,
        }
    }

    fn subscript(&mut self, of: &Shape) -> Shape {
        let name = self.word().filter(|word| word.kind == WordKind::Text);
        let start = self.next;
        self.until("]");
        let is_slice = self.words[start..self.next].iter().any(|word| word.text == ":");
        match name.map(|name| self.views.field(of, name.text)) {
            Some(Field::Found(shape)) => shape,
            Some(Field::Missing(_)) => Shape::Unknown,
            None if is_slice => of.clone(),
            None => of.item(),
        }
    }

    /// A list as it is written out, or made of another: `[f for f in facts if f.several]`.
    fn list(&mut self) -> Shape {
        let mut depth = 0_usize;
        let made_from = self.words[self.next..].iter().position(|word| {
            match word.text {
                "[" | "?[" if word.kind == WordKind::Mark => depth += 1,
                "]" if word.kind == WordKind::Mark && depth == 0 => return true,
                "]" if word.kind == WordKind::Mark => depth -= 1,
                _ => {}
            }
            depth == 0 && word.kind == WordKind::Name && word.text == "for"
        });
        let first = self.next;
        let Some(at) = made_from.map(|at| first + at).filter(|at| self.words[*at].text == "for") else {
            self.until("]");
            return Shape::List(Box::new(Shape::Unknown));
        };
        self.next = at + 1;
        let n_outer = self.scope.len();
        self.bind_items();
        if self.takes(WordKind::Name, "if") {
            self.expression();
        }
        let end = self.next;
        self.next = first;
        let item = self.expression();
        self.scope.truncate(n_outer);
        self.next = end;
        self.until("]");
        Shape::List(Box::new(item))
    }

    /// Binds the variables of `x in list` or `key, x in map`.
    pub(super) fn bind_items(&mut self) {
        let mut names = Vec::new();
        while let Some(word) = self.word().filter(|word| word.text != "in") {
            names.extend((word.kind == WordKind::Name).then_some(word.text));
            self.skip(1);
        }
        self.skip(1);
        let list = self.operation();
        let item = if names.len() == 1 { list.item() } else { Shape::Unknown };
        names.into_iter().for_each(|name| self.scope.push(name, item.clone()));
    }

    fn filtered(&mut self, mut shape: Shape) -> Shape {
        // Fields of what stands in brackets.
        while self.takes(WordKind::Mark, ".") {
            self.skip(1);
            shape = Shape::Unknown;
        }
        while self.takes(WordKind::Mark, "|") {
            let Some(filter) = self.word() else { break };
            self.skip(1);
            let start = self.next;
            self.arguments();
            if matches!(filter.text, "sort" | "unique" | "group_by" | "join") {
                self.attribute(&shape.item(), start);
            }
            shape = match filter.text {
                "sort" | "unique" | "reverse" | "default" | "safe" => shape,
                "first" | "last" | "nth" => shape.item(),
                _ => Shape::Unknown,
            };
        }
        shape
    }

    /// The fields in `attribute="a.b"` of a filter.
    fn attribute(&mut self, item: &Shape, start: usize) {
        let given = self.words[start..self.next].windows(3).find_map(|words| match words {
            [name, mark, text] if name.text == "attribute" && mark.text == "=" => Some(*text),
            _ => None,
        });
        let Some(path) = given.filter(|path| path.kind == WordKind::Text) else { return };
        let mut shape = item.clone();
        let mut at = path.at;
        for name in path.text.split('.') {
            let (field, missing) = match self.views.field(&shape, name) {
                Field::Found(shape) => (shape, None),
                Field::Missing(names) => (Shape::Unknown, Some(names)),
            };
            self.named.push(Named { at, name, noun: "field", missing });
            shape = field;
            at += name.len() + 1;
        }
    }

    /// Passes over `(name=expression, …)`, where it stands here.
    fn arguments(&mut self) -> bool {
        let is_there = self.takes(WordKind::Mark, "(");
        if is_there {
            self.until(")");
        }
        is_there
    }

    /// Reads expressions up to a closing mark and over it; names before `=` and `:` are no variables.
    fn until(&mut self, closing: &str) {
        while let Some(word) = self.word() {
            let is_label = word.kind == WordKind::Name
                && self.words.get(self.next + 1).is_some_and(|next| next.text == "=");
            if word.kind == WordKind::Mark && word.text == closing {
                self.skip(1);
                return;
            }
            if is_label {
                self.skip(2);
            } else if word.kind == WordKind::Mark && matches!(word.text, "," | ":" | "...") {
                self.skip(1);
            } else {
                self.expression();
            }
        }
    }

    /// A component with its arguments, from its name on.
    pub(super) fn call(&mut self) {
        let mut component = String::new();
        while let Some(word) = self.word().filter(|word| word.kind == WordKind::Name) {
            component.push_str(word.text);
            self.skip(1);
            if !self.takes(WordKind::Mark, ".") {
                break;
            }
            component.push('.');
        }
        let mut arguments = Vec::new();
        while let Some(word) = self.word() {
            if word.kind == WordKind::Name {
                let is_given = self.words.get(self.next + 1).is_some_and(|next| next.text == "=");
                self.skip(if is_given { 2 } else { 0 });
                let is_braced = is_given && self.takes(WordKind::Mark, "{");
                // Without a value the argument is the variable of its name.
                let shape = if is_braced { self.expression() } else { self.operand() };
                if is_braced {
                    self.takes(WordKind::Mark, "}");
                }
                arguments.push((word.text.to_owned(), shape));
            } else {
                self.skip(1);
                match word.text {
                    "/>" | ">" => break,
                    "{" => self.until("}"),
                    _ => {}
                }
            }
        }
        self.calls.push(Call { component, arguments });
    }

    fn skip(&mut self, n_words: usize) {
        self.next = (self.next + n_words).min(self.words.len());
    }

    fn word(&self) -> Option<Word<'a>> {
        self.words.get(self.next).copied()
    }

    /// Takes the next word if it is this one.
    pub(super) fn takes(&mut self, kind: WordKind, text: &str) -> bool {
        let is_next = self.word().is_some_and(|word| word.kind == kind && word.text == text);
        self.skip(usize::from(is_next));
        is_next
    }
}
