//! Which format a file is in, by its path, and everything the files say.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::kept::{Kept, Read};
use super::record::{RawArticle, RawBriefing, RawEntity, RawPage, RawSheet};
use super::settings::RawSettings;
use super::theme::RawTheme;
use super::{Document, short, split};
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::Id;
use crate::output::is_device;
use crate::source::{Asset, FileId, Sources, Span};
use crate::yaml::{self, Decode, Entries, Entry, Node, NodeKind, Origin, read_id};

/// An article as written.
pub type ParsedArticle = (Id, Document<RawArticle>);
/// A page as written.
pub type ParsedPage = (Id, Document<RawPage>);
/// The briefing's additions as written.
pub type ParsedBriefing = Document<RawBriefing>;
/// The name of a theme's folder, and its theme.yaml as written.
pub type ParsedTheme = (String, FileId, RawTheme);
/// A fact sheet as written.
pub type ParsedSheet = (Id, FileId, RawSheet);

/// Everything the files say, each list in order of path.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// variorum.yaml.
    pub settings: Option<(FileId, RawSettings)>,
    /// content/articles/.
    pub articles: Vec<ParsedArticle>,
    /// content/events/.
    pub events: Vec<ParsedSheet>,
    /// content/questions/.
    pub questions: Vec<ParsedSheet>,
    /// content/entities.yaml.
    pub entities: Option<(FileId, Entries<RawEntity>)>,
    /// content/briefing.md.
    pub briefing: Option<ParsedBriefing>,
    /// content/pages/.
    pub pages: Vec<ParsedPage>,
    /// theme.yaml of each folder in themes/.
    pub themes: Vec<ParsedTheme>,
    /// content/captures.lock.yaml, as it stands.
    pub lock: Option<(FileId, Node)>,
    /// Where the files are faulty, in order; what holds such a place is checked and then left out.
    pub faulty: Vec<Span>,
    /// Files that are there and of which nothing could be read.
    pub lost: BTreeSet<Utf8PathBuf>,
    /// Files that are published as they are, for prose that shows them.
    pub assets: Vec<Asset>,
}

impl Parsed {
    /// Whether a fault stands in this stretch.
    pub fn is_hurt(&self, stretch: Span) -> bool {
        is_hurt(&self.faulty, stretch)
    }

    /// The ids of the files in this folder of which nothing could be read.
    pub fn lost_ids(&self, folder: &str) -> impl Iterator<Item = Id> {
        let in_folder = move |path: &&Utf8PathBuf| path.starts_with(folder);
        self.lost.iter().filter(in_folder).filter_map(|path| Id::new(path.file_stem()?).ok())
    }
}

/// One file as written.
#[derive(Clone, Debug)]
pub(super) enum File {
    Settings(Box<RawSettings>),
    Article(Box<ParsedArticle>),
    Event(ParsedSheet),
    Question(ParsedSheet),
    Entities(Entries<RawEntity>),
    Briefing(ParsedBriefing),
    Page(ParsedPage),
    Lock(Node),
    Theme(ParsedTheme),
}

/// Reads every file, in parallel.
pub fn parse(sources: &Sources) -> (Parsed, Vec<Diagnostic>) {
    gather(sources, ids(sources).map(|file| (file, read(sources, file))).collect())
}

/// Reads the files that are others than before, in parallel; the result is that of [`parse`].
pub fn parse_again(sources: &Sources, kept: &mut Kept) -> (Parsed, Vec<Diagnostic>) {
    let found: Vec<(FileId, Result<Read, Read>)> = {
        let known: &Kept = kept;
        let found = |file: FileId| match known.get(file, sources.file(file)) {
            Some(known) => (file, Ok(known.clone())),
            None => (file, Err(read(sources, file))),
        };
        ids(sources).map(found).collect()
    };
    kept.begin(|path| sources.find(path).is_some());
    let keep = |(file, found): (FileId, Result<Read, Read>)| {
        if let Err(read) = &found {
            kept.put(file, sources.file(file), read);
        }
        (file, found.unwrap_or_else(|read| read))
    };
    gather(sources, found.into_iter().map(keep).collect())
}

fn ids(sources: &Sources) -> impl IndexedParallelIterator<Item = FileId> {
    sources.iter().map(|(file, _)| file).collect::<Vec<_>>().into_par_iter()
}

fn read(sources: &Sources, file: FileId) -> Read {
    let mut faults = Vec::new();
    let read = one(sources, file, &mut faults);
    (read, faults)
}

/// Puts files into lists, in order of path.
fn gather(sources: &Sources, files: Vec<(FileId, Read)>) -> (Parsed, Vec<Diagnostic>) {
    let mut parsed = Parsed::default();
    let mut diagnostics = Vec::new();
    for (id, (file, faults)) in files {
        parsed.faulty.extend(faults.iter().filter_map(|fault| fault.span));
        diagnostics.extend(faults);
        match file {
            Some(File::Settings(settings)) => parsed.settings = Some((id, *settings)),
            Some(File::Article(article)) => parsed.articles.push(*article),
            Some(File::Event(sheet)) => parsed.events.push(sheet),
            Some(File::Question(sheet)) => parsed.questions.push(sheet),
            Some(File::Entities(entities)) => parsed.entities = Some((id, entities)),
            Some(File::Briefing(briefing)) => parsed.briefing = Some(briefing),
            Some(File::Page(page)) => parsed.pages.push(page),
            Some(File::Lock(lock)) => parsed.lock = Some((id, lock)),
            Some(File::Theme(theme)) => parsed.themes.push(theme),
            None => {
                parsed.lost.insert(sources.file(id).path.clone());
            }
        }
    }
    parsed.faulty.sort();
    (parsed, diagnostics)
}

/// Whether one of these faults, which are in order, begins in a stretch.
pub fn is_hurt(faulty: &[Span], stretch: Span) -> bool {
    let first = faulty.partition_point(|fault| (fault.file, fault.start) < (stretch.file, stretch.start));
    faulty.get(first).is_some_and(|fault| fault.file == stretch.file && fault.start <= stretch.end)
}

/// `entities:` around the entries of entities.yaml, as other tools have it.
fn around_entries(node: &Node) -> Option<Diagnostic> {
    let NodeKind::Map(entries) = &node.kind else { return None };
    let [only] = entries.as_slice() else { return None };
    let NodeKind::Map(within) = &only.value.kind else { return None };
    let is_entry = |entry: &Entry| match &entry.value.kind {
        NodeKind::Map(fields) => fields.iter().any(|field| field.key == "kind"),
        NodeKind::Scalar(_) | NodeKind::List(_) => false,
    };
    if only.key != "entities" || !within.iter().any(is_entry) {
        return None;
    }
    let message = "the entries of content/entities.yaml stand in no `entities:`";
    let help = "take this line out, and move what stands below it to the left margin";
    Some(Diagnostic::error(Code::FieldUnknown, only.key_span, message).help(help))
}

fn one(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<File> {
    let source = sources.file(file);
    let text = source.text.as_str();
    let path = source.path.as_str();
    match path {
        "variorum.yaml" => return record(text, file, faults).map(Box::new).map(File::Settings),
        "content/entities.yaml" => {
            let mut node = node(text, file, faults)?;
            if let Some(around) = around_entries(&node) {
                faults.push(around);
                return None;
            }
            short::entities(&mut node, short::Written { text, file });
            return Entries::decode(&node, faults).map(File::Entities);
        }
        "content/briefing.md" => return split(text, file, faults).map(File::Briefing),
        "content/captures.lock.yaml" => return node(text, file, faults).map(File::Lock),
        _ => {}
    }
    if let Some(theme) = theme_of(path) {
        return record(text, file, faults).map(|raw| File::Theme((theme.to_owned(), file, raw)));
    }
    let (folder, name) = path.strip_prefix("content/")?.split_once('/').unwrap_or(("", path));
    match (folder, name.rsplit_once('.')) {
        ("articles", Some((stem, "md"))) => {
            let document = split(text, file, faults);
            Some(File::Article(Box::new((stem_id(stem, (sources, file), faults)?, document?))))
        }
        ("pages", Some((stem, "md"))) => {
            let document = split(text, file, faults);
            Some(File::Page((stem_id(stem, (sources, file), faults)?, document?)))
        }
        ("events", Some((stem, "yaml"))) => sheet(stem, (sources, file), faults).map(File::Event),
        ("questions", Some((stem, "yaml"))) => sheet(stem, (sources, file), faults).map(File::Question),
        _ => {
            faults.push(stray(path, file));
            None
        }
    }
}

/// The name of the theme whose theme.yaml this path is.
fn theme_of(path: &str) -> Option<&str> {
    path.strip_prefix("themes/")?.strip_suffix("/theme.yaml").filter(|theme| !theme.contains('/'))
}

fn sheet(
    stem: &str,
    (sources, file): (&Sources, FileId),
    faults: &mut Vec<Diagnostic>,
) -> Option<ParsedSheet> {
    let text = &sources.file(file).text;
    let sheet = node(text, file, faults).and_then(|mut node| {
        short::sheet(&mut node, short::Written { text, file }, faults);
        RawSheet::decode(&node, faults)
    });
    Some((stem_id(stem, (sources, file), faults)?, file, sheet?))
}

fn record<T: Decode>(text: &str, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<T> {
    T::decode(&node(text, file, faults)?, faults)
}

fn node(text: &str, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<Node> {
    yaml::parse(text, Origin { file, offset: 0 }).map_err(|found| faults.extend(found)).ok()
}

/// The id that a file's name gives to what it holds.
fn stem_id(stem: &str, (sources, file): (&Sources, FileId), faults: &mut Vec<Diagnostic>) -> Option<Id> {
    let span = Span::start_of(file);
    let path = &sources.file(file).path;
    if let Some((folder, name)) = stem.rsplit_once('/') {
        let kept = path.as_str().strip_suffix(&format!("{stem}.{}", path.extension()?))?;
        let message = format!("`{kept}` has no folders in it, so nothing reads this file");
        let whole = format!("{}-{name}.{}", folder.replace('/', "-"), path.extension()?).to_lowercase();
        let help = format!("move the file to `{kept}{name}.{}`, or `{kept}{whole}`", path.extension()?);
        faults.push(Diagnostic::error(Code::IdInvalid, span, message).help(help));
        return None;
    }
    let lower = Utf8Path::new(path.as_str()).with_file_name(path.file_name()?.to_lowercase());
    if let (true, Some(other)) = (lower != *path, sources.find(&lower)) {
        let message = format!("the name of this file differs from `{lower}` in case only");
        faults.push(
            Diagnostic::error(Code::IdDuplicate, span, message)
                .related(Span::start_of(other), "the other one")
                .help("rename one of the two; the name of a file is the id of what it holds"),
        );
        return None;
    }
    if stem == "index" {
        faults.push(
            Diagnostic::error(Code::IdInvalid, span, "`index` is the name of the list page")
                .help("rename the file after what it is about"),
        );
        return None;
    }
    if is_device(stem) {
        faults.push(
            Diagnostic::error(
                Code::IdInvalid,
                span,
                format!("`{stem}` is a name that Windows keeps for a device"),
            )
            .help(format!("rename the file, for example to `the-{}`", path.file_name()?)),
        );
        return None;
    }
    read_id(stem, span, faults)
}

/// A file that no format claims, which would otherwise be passed over in silence.
fn stray(path: &str, file: FileId) -> Diagnostic {
    const KNOWN: [&str; 7] = [
        "content/articles/<id>.md",
        "content/events/<id>.yaml",
        "content/questions/<id>.yaml",
        "content/pages/<id>.md",
        "content/entities.yaml",
        "content/briefing.md",
        "content/static/",
    ];
    let help = match nearest(path, KNOWN) {
        Some(name) => format!("did you mean `{name}`?"),
        None if path.ends_with(".yml") => "the ending is `.yaml`".to_owned(),
        None => format!("files are read from {}", KNOWN.join(", ")),
    };
    Diagnostic::error(Code::FileUnexpected, Span::start_of(file), "no part of the project reads this file")
        .help(help)
}
