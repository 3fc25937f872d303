//! An id changed with everything that refers to it, or taken out; entry points [`rename`] and [`remove`].
//!
//! Texts are changed by place, so that comments and layout stay. What is planned here is checked by whoever writes it:
//! the new project has to say what the old one said.

use std::collections::BTreeSet;
use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};

use super::insert::without;
use super::link::links;
use super::reference::{Format, Target, entries, items, references, value};
use crate::model::Id;
use crate::parse::split_front;
use crate::source::{FileId, Sources};
use crate::yaml::{self, Node, Origin};

/// A file that changes: its new text, or its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file as it is.
    pub file: FileId,
    /// Its new path, which may be the old one.
    pub path: Utf8PathBuf,
    /// Its new text; `None` where it is removed.
    pub text: Option<String>,
}

/// The file that holds the target alone, by its id.
pub fn own_file(sources: &Sources, target: &Target) -> Option<FileId> {
    let id = target.id();
    let paths = match target {
        Target::Article(_) => vec![format!("content/articles/{id}.md")],
        Target::Sheet(_) => vec![format!("content/events/{id}.yaml"), format!("content/questions/{id}.yaml")],
        Target::Page(_) => vec![format!("content/pages/{id}.md")],
        Target::Entity(_) | Target::Fact(..) => Vec::new(),
    };
    paths.iter().find_map(|path| sources.find(Utf8Path::new(path)))
}

/// Everything that an id is used for: what it can name on the command line.
pub fn targets(sources: &Sources, name: &str) -> Vec<Target> {
    if let Some((sheet, fact)) = name.split_once('/') {
        let (Ok(sheet), Ok(fact)) = (Id::new(sheet), Id::new(fact)) else { return Vec::new() };
        let facts = sources.iter().flat_map(|(file, source)| facts_of(sources, file, &source.path));
        let is_there =
            facts.into_iter().any(|(owner, facts)| owner == sheet.as_str() && facts.contains(fact.as_str()));
        return is_there.then_some(Target::Fact(sheet, fact)).into_iter().collect();
    }
    let Ok(id) = Id::new(name) else { return Vec::new() };
    let filed = [Target::Article(id.clone()), Target::Sheet(id.clone()), Target::Page(id.clone())];
    let mut found: Vec<Target> =
        filed.into_iter().filter(|target| own_file(sources, target).is_some()).collect();
    let entities = sources.find(Utf8Path::new(ENTITIES)).and_then(|file| read(sources, file));
    if entities.is_some_and(|node| value(&node, id.as_str()).is_some()) {
        found.push(Target::Entity(id));
    }
    found
}

const ENTITIES: &str = "content/entities.yaml";

/// The files that change where the target gets another id.
pub fn rename(sources: &Sources, target: &Target, new: &Id) -> Vec<Change> {
    let own = own_file(sources, target);
    let mut changes = Vec::new();
    for (file, source) in sources.iter() {
        let places = places(sources, file, target);
        let mut text = source.text.clone();
        for range in places.iter().rev() {
            text.replace_range(range.clone(), new.as_str());
        }
        let path = match own == Some(file) {
            true => {
                source.path.with_file_name(format!("{new}.{}", source.path.extension().unwrap_or_default()))
            }
            false => source.path.clone(),
        };
        if path != source.path || !places.is_empty() {
            changes.push(Change { file, path, text: Some(text) });
        }
    }
    changes
}

/// The files that change where the target is taken out: its own file or entry, an article's claims and what the lock
/// holds of it. Whatever else refers to it stays, and is a fault of what is left.
pub fn remove(sources: &Sources, target: &Target) -> Vec<Change> {
    let own = own_file(sources, target);
    let mut changes = Vec::new();
    for (file, source) in sources.iter() {
        if own == Some(file) {
            changes.push(Change { file, path: source.path.clone(), text: None });
            continue;
        }
        let Some(node) = read(sources, file) else { continue };
        let text = taken_out(&source.text, &node, (&source.path, target));
        if text != source.text {
            changes.push(Change { file, path: source.path.clone(), text: Some(text) });
        }
    }
    changes
}

/// What is cut out of a text, and what stands there then.
type Cut = (Range<usize>, &'static str);

/// A file's text without what belongs to the target.
fn taken_out(text: &str, node: &Node, (path, target): (&Utf8Path, &Target)) -> String {
    let mut cut: Vec<Cut> = Vec::new();
    let owners: Vec<(&str, &Node)> = match format(path) {
        Some(Format::Sheet(id)) => vec![(id, node)],
        Some(Format::Entities) => {
            if let Target::Entity(id) = target {
                cut.extend(without(text, node, |entry, _| entry == Some(id.as_str())));
            }
            entries(node).iter().map(|entity| (entity.key.as_str(), &entity.value)).collect()
        }
        Some(Format::Lock) => {
            if let (Target::Article(id), Some(articles)) = (target, value(node, "articles")) {
                cut.extend(without(text, articles, |entry, _| entry == Some(id.as_str())));
            }
            Vec::new()
        }
        Some(Format::Article) | None => Vec::new(),
    };
    for (owner, node) in owners {
        match target {
            Target::Fact(sheet, id) if sheet.as_str() == owner => {
                let facts = value(node, "facts");
                cut.extend(
                    facts
                        .into_iter()
                        .flat_map(|facts| without(text, facts, |key, _| key == Some(id.as_str()))),
                );
            }
            Target::Article(id) => cut.extend(claims_of(text, node, id)),
            Target::Fact(..) | Target::Sheet(_) | Target::Entity(_) | Target::Page(_) => {}
        }
    }
    let mut text = text.to_owned();
    cut.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    cut.into_iter().for_each(|(range, words)| text.replace_range(range, words));
    text
}

/// What a sheet holds of an article: its entry among the sources, and its claims.
fn claims_of(text: &str, sheet: &Node, article: &Id) -> Vec<Cut> {
    let mut keys = BTreeSet::from([article.to_string()]);
    let mut cut = Vec::new();
    let is_it =
        |node: &Node| matches!(&node.kind, yaml::NodeKind::Scalar(scalar) if scalar.text == article.as_str());
    if let Some(sources) = value(sheet, "sources") {
        let names = |node: &Node| is_it(node) || value(node, "article").is_some_and(is_it);
        keys.extend(
            entries(sources).iter().filter(|entry| names(&entry.value)).map(|entry| entry.key.clone()),
        );
        cut.extend(without(text, sources, |key, _| key.is_some_and(|key| keys.contains(key))));
    }
    for fact in value(sheet, "facts").into_iter().flat_map(entries) {
        let Some(claims) = value(&fact.value, "claims") else { continue };
        let is_of = |claim: &Node| match value(claim, "source").map(|source| &source.kind) {
            Some(yaml::NodeKind::Scalar(scalar)) => keys.contains(&scalar.text),
            Some(_) => false,
            None => entries(claim).iter().any(|entry| keys.contains(&entry.key)),
        };
        if items(claims).iter().all(is_of) {
            // A fact that nobody answers any more goes with its answers.
            let facts = value(sheet, "facts");
            cut.extend(
                facts.into_iter().flat_map(|facts| without(text, facts, |key, _| key == Some(&fact.key))),
            );
        } else {
            cut.extend(without(text, claims, |_, claim| is_of(claim)));
        }
    }
    cut
}

/// What kind of file a path names.
fn format(path: &Utf8Path) -> Option<Format<'_>> {
    match path.as_str() {
        ENTITIES => return Some(Format::Entities),
        "content/captures.lock.yaml" => return Some(Format::Lock),
        _ => {}
    }
    let (folder, name) = path.as_str().strip_prefix("content/")?.split_once('/')?;
    match folder {
        "articles" => Some(Format::Article),
        "events" | "questions" => name.strip_suffix(".yaml").map(Format::Sheet),
        _ => None,
    }
}

/// The YAML of a file, or of its front matter.
fn read(sources: &Sources, file: FileId) -> Option<Node> {
    let source = sources.file(file);
    let (range, _) = yaml_part(&source.path, &source.text)?;
    let offset = range.start;
    yaml::parse(&source.text[range], Origin { file, offset }).ok()
}

/// Where a file's YAML stands, and where Markdown begins below it.
fn yaml_part(path: &Utf8Path, text: &str) -> Option<(Range<usize>, usize)> {
    match path.extension() {
        Some("yaml") => Some((0..text.len(), text.len())),
        Some("md") => split_front(text),
        _ => None,
    }
}

/// Every sheet that a file holds, with the ids of its facts.
fn facts_of(sources: &Sources, file: FileId, path: &Utf8Path) -> Vec<(String, BTreeSet<String>)> {
    let Some(node) = read(sources, file) else { return Vec::new() };
    let facts = |owner: &Node| -> BTreeSet<String> {
        value(owner, "facts").into_iter().flat_map(entries).map(|fact| fact.key.clone()).collect()
    };
    match format(path) {
        Some(Format::Sheet(id)) => vec![(id.to_owned(), facts(&node))],
        Some(Format::Entities) => {
            entries(&node).iter().map(|entity| (entity.key.clone(), facts(&entity.value))).collect()
        }
        Some(Format::Article | Format::Lock) | None => Vec::new(),
    }
}

/// Where a file names the target, in order.
fn places(sources: &Sources, file: FileId, target: &Target) -> Vec<Range<usize>> {
    let source = sources.file(file);
    let text = source.text.as_str();
    let Some((_, body)) = yaml_part(&source.path, text) else { return Vec::new() };
    let format = format(&source.path);
    let mut found: Vec<Range<usize>> = Vec::new();
    let node = read(sources, file);
    if let (Some(node), Some(format)) = (&node, format) {
        let shadow = Target::Article(target.id().clone());
        let is_shadowed = own_file(sources, &shadow).is_some();
        for (span, words) in references(node, format, (target, is_shadowed)) {
            let (start, end) = (span.start as usize, (span.end as usize).min(text.len()));
            let Some(at) = text[start..end].find(&words) else { continue };
            let id = target.id().as_str();
            // Of `sheet/fact` one half is the target's.
            let inner = match target {
                Target::Fact(..) if words.contains('/') => words.len() - id.len(),
                _ => 0,
            };
            found.push(start + at + inner..start + at + inner + id.len());
        }
    }
    // The text of a source is not the desk's to change; what it says of its capture is no prose either.
    let is_full = node
        .as_ref()
        .and_then(|node| value(node, "text"))
        .is_some_and(|mode| matches!(&mode.kind, yaml::NodeKind::Scalar(scalar) if scalar.text == "full"));
    let prose = match format {
        Some(Format::Article) if is_full => text.len()..text.len(),
        Some(Format::Article) => body..text.len(),
        Some(Format::Lock) => 0..0,
        Some(Format::Sheet(_) | Format::Entities) | None => 0..text.len(),
    };
    let own = facts_of(sources, file, &source.path);
    let own = own.first().filter(|_| matches!(format, Some(Format::Sheet(_))));
    let own = own.map(|(id, facts)| (id.as_str(), facts));
    let start = prose.start;
    found.extend(
        links(&text[prose], own, target).into_iter().map(|range| range.start + start..range.end + start),
    );
    found.sort_by_key(|range| range.start);
    found.dedup();
    found
}
