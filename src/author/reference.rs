//! Where the files of a project refer to something by its id; entry point [`references`].
//!
//! Files are walked as they are written, short keys and one-line claims included, so that a place is a place in the text.

use crate::model::Id;
use crate::source::Span;
use crate::yaml::{Entry, Node, NodeKind, Scalar};

/// What has an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An article.
    Article(Id),
    /// A fact sheet of an event or a question.
    Sheet(Id),
    /// An entry of entities.yaml.
    Entity(Id),
    /// A fact of a sheet, or of an entity.
    Fact(Id, Id),
    /// A page of the project's own.
    Page(Id),
}

impl Target {
    /// Its id.
    pub fn id(&self) -> &Id {
        match self {
            Self::Article(id) | Self::Sheet(id) | Self::Entity(id) | Self::Page(id) | Self::Fact(_, id) => id,
        }
    }
}

/// What a file is, as far as its references go.
#[derive(Clone, Copy, Debug)]
pub(super) enum Format<'a> {
    /// A fact sheet with its id.
    Sheet(&'a str),
    /// entities.yaml.
    Entities,
    /// Front matter of an article.
    Article,
    /// content/captures.lock.yaml.
    Lock,
}

/// A place where an id is written, and the bytes of it within longer words.
pub(super) type Place = (Span, String);

/// Looks for one target.
struct Walk<'a> {
    target: &'a Target,
    /// An article of the same id is meant before an entity.
    is_shadowed: bool,
    found: Vec<Place>,
}

/// The places in the fields of a file where the target's id is written, each with what stands there.
pub(super) fn references(
    node: &Node,
    format: Format<'_>,
    (target, is_shadowed): (&Target, bool),
) -> Vec<Place> {
    let mut walk = Walk { target, is_shadowed, found: Vec::new() };
    match format {
        Format::Sheet(id) => walk.sheet(node, id),
        Format::Entities => {
            for entity in entries(node) {
                walk.entity_key(entity);
                value(&entity.value, "in").into_iter().for_each(|id| walk.entity(id));
                let holders = value(&entity.value, "holders").into_iter().flat_map(items);
                holders.filter_map(|one| value(one, "person")).for_each(|id| walk.entity(id));
                walk.facts(&entity.value, &entity.key);
            }
        }
        Format::Article => {
            value(node, "rests_on").into_iter().flat_map(items).for_each(|origin| walk.voice(origin));
        }
        Format::Lock => {
            value(node, "articles").into_iter().flat_map(entries).for_each(|entry| walk.article_key(entry));
        }
    }
    walk.found
}

impl Walk<'_> {
    fn sheet(&mut self, node: &Node, own: &str) {
        for entry in value(node, "sources").into_iter().flat_map(entries) {
            match value(&entry.value, "article").or(words(&entry.value).map(|_| &entry.value)) {
                Some(article) => self.article(article),
                None => self.article_key(entry),
            }
        }
        value(node, "places").into_iter().flat_map(items).for_each(|id| self.entity(id));
        self.facts(node, own);
    }

    fn facts(&mut self, owner: &Node, own: &str) {
        for chain in value(owner, "order").into_iter().flat_map(items) {
            items(chain).iter().for_each(|id| self.fact(id, own));
        }
        for fact in value(owner, "facts").into_iter().flat_map(entries) {
            if matches!(self.target, Target::Fact(sheet, id) if sheet.as_str() == own && id.as_str() == fact.key)
            {
                self.found.push((fact.key_span, fact.key.clone()));
            }
            let field = |key| value(&fact.value, key);
            field("total").into_iter().for_each(|id| self.fact(id, own));
            field("office").into_iter().for_each(|id| self.entity(id));
            field("same_as").into_iter().for_each(|path| self.path(path));
            field("scope").and_then(|scope| value(scope, "place")).into_iter().for_each(|id| self.places(id));
            let is_set = field("kind").and_then(words) == Some("set");
            for claim in field("claims").into_iter().flat_map(items) {
                self.claim(claim, (own, is_set));
            }
        }
        for ruling in value(owner, "rulings").into_iter().flat_map(items) {
            value(ruling, "fact").into_iter().for_each(|id| self.fact(id, own));
            value(ruling, "part").into_iter().for_each(|id| self.entity(id));
            value(ruling, "prefer").into_iter().for_each(|id| self.article(id));
            value(ruling, "between").into_iter().flat_map(items).for_each(|id| self.article(id));
        }
    }

    fn claim(&mut self, claim: &Node, (own, is_set): (&str, bool)) {
        value(claim, "source").into_iter().for_each(|id| self.article(id));
        // A claim of one line has its source for a key; fields have words that no id is.
        if value(claim, "source").is_none() {
            entries(claim).iter().for_each(|entry| self.article_key(entry));
        }
        value(claim, "parts").into_iter().flat_map(entries).for_each(|entry| self.entity_key(entry));
        value(claim, "relative")
            .and_then(|one| value(one, "to"))
            .into_iter()
            .for_each(|id| self.fact(id, own));
        value(claim, "via").into_iter().flat_map(items).for_each(|id| self.voice(id));
        value(claim, "scope").and_then(|one| value(one, "place")).into_iter().for_each(|id| self.places(id));
        if is_set {
            value(claim, "value").into_iter().for_each(|id| self.places(id));
        }
    }

    fn places(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::List(ids) => ids.iter().for_each(|id| self.entity(id)),
            NodeKind::Scalar(_) | NodeKind::Map(_) => self.entity(node),
        }
    }

    /// An article, or else an entity.
    fn voice(&mut self, node: &Node) {
        self.article(node);
        if !self.is_shadowed {
            self.entity(node);
        }
    }

    fn article(&mut self, node: &Node) {
        self.scalar(node, matches!(self.target, Target::Article(_)));
    }

    fn entity(&mut self, node: &Node) {
        self.scalar(node, matches!(self.target, Target::Entity(_)));
    }

    fn fact(&mut self, node: &Node, own: &str) {
        self.scalar(node, matches!(self.target, Target::Fact(sheet, _) if sheet.as_str() == own));
    }

    fn scalar(&mut self, node: &Node, is_kind: bool) {
        if is_kind && words(node) == Some(self.target.id().as_str()) {
            self.found.push((node.span, self.target.id().to_string()));
        }
    }

    fn article_key(&mut self, entry: &Entry) {
        self.key(entry, matches!(self.target, Target::Article(_)));
    }

    fn entity_key(&mut self, entry: &Entry) {
        self.key(entry, matches!(self.target, Target::Entity(_)));
    }

    fn key(&mut self, entry: &Entry, is_kind: bool) {
        if is_kind && entry.key == self.target.id().as_str() {
            self.found.push((entry.key_span, entry.key.clone()));
        }
    }

    /// `sheet/fact`, of which one half may be meant.
    fn path(&mut self, node: &Node) {
        let Some((sheet, fact)) = words(node).and_then(|path| path.split_once('/')) else { return };
        let is_meant = match self.target {
            Target::Sheet(id) | Target::Entity(id) => id.as_str() == sheet,
            Target::Fact(owner, id) => owner.as_str() == sheet && id.as_str() == fact,
            Target::Article(_) | Target::Page(_) => false,
        };
        if is_meant {
            self.found.push((node.span, format!("{sheet}/{fact}")));
        }
    }
}

pub(super) fn entries(node: &Node) -> &[Entry] {
    match &node.kind {
        NodeKind::Map(entries) => entries,
        NodeKind::Scalar(_) | NodeKind::List(_) => &[],
    }
}

pub(super) fn items(node: &Node) -> &[Node] {
    match &node.kind {
        NodeKind::List(items) => items,
        NodeKind::Scalar(_) | NodeKind::Map(_) => &[],
    }
}

pub(super) fn value<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    entries(node).iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

fn words(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Scalar(scalar) if !Scalar::is_null(scalar) => Some(&scalar.text),
        NodeKind::Scalar(_) | NodeKind::List(_) | NodeKind::Map(_) => None,
    }
}
