//! A template engine's error as diagnostics; entry point [`diagnostics`].
//!
//! The engine tells the faults of a whole set of templates as one text of reports; each becomes a
//! diagnostic at its place.

use tera::{Error, ErrorKind, ReportError};

use super::layer::Layers;
use super::steps;
use super::tag::tags;
use crate::diag::{Code, Diagnostic, Level, nearest};
use crate::source::Span;

/// The error, pointing into the template's file where that is one of the project's.
pub(super) fn diagnostics(error: &Error, layers: &Layers) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![layers.placed(&Report::of(report))]
        }
        ErrorKind::MissingParent { current, parent } => vec![layers.missing_parent(current, parent)],
        kind => {
            let text = kind.to_string();
            let reports: Vec<Diagnostic> =
                text.split("\n\n").filter_map(Report::read).map(|report| layers.placed(&report)).collect();
            if reports.is_empty() { vec![layers.about_names(&own_words(&text))] } else { reports }
        }
    }
}

/// A page that no browser could show.
pub(super) fn endless() -> Diagnostic {
    let message = "a page that this template makes grows beyond 64 MB";
    Diagnostic::without_place(Code::TemplateInvalid, Level::Error, message)
        .help("look at the loops of the template, and at what they write in each turn")
}

/// What the engine says of one place.
struct Report {
    message: String,
    template: String,
    start: Start,
}

/// Where a fault begins in a template.
enum Start {
    /// These bytes.
    Bytes(std::ops::Range<usize>),
    /// This line and column, both from 1, and so many characters.
    Place { line: usize, column: usize, width: usize },
}

impl Report {
    fn of(report: &ReportError) -> Self {
        Self {
            message: own_words(report.message()),
            template: report.filename().to_owned(),
            start: Start::Bytes(report.span().range.clone()),
        }
    }

    /// Reads what the engine prints: a message, `--> template:line:column`, and the line underlined.
    fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let message = own_words(lines.next()?.strip_prefix("error: ")?);
        let place = lines.next()?.trim_start().strip_prefix("--> ")?;
        let mut parts = place.rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        let template = parts.next()?.to_owned();
        let width = lines.last().map_or(1, |line| line.matches('^').count());
        Some(Self { message, template, start: Start::Place { line, column, width } })
    }

    fn range(&self, text: &str) -> std::ops::Range<usize> {
        let byte = |from: usize, n: usize| {
            text[from..].char_indices().nth(n).map_or(text.len(), |(offset, _)| from + offset)
        };
        match &self.start {
            Start::Bytes(range) => range.clone(),
            Start::Place { line, column, width } => {
                let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
                let start = byte(before, column - 1);
                start..byte(start, *width)
            }
        }
    }
}

impl Layers {
    fn placed(&self, report: &Report) -> Diagnostic {
        let Some(template) = self.own(&report.template) else {
            let message = format!("{} in the built-in template `{}`", report.message, report.template);
            return Diagnostic::without_place(Code::TemplateInvalid, Level::Error, message)
                .help("the built-in templates fit the program; look at the template that includes or extends this one");
        };
        let counted = report.range(&steps::counted(&template.text));
        let range =
            steps::original(&template.text, counted.start)..steps::original(&template.text, counted.end);
        let span = Span::new(template.file, range.clone());
        if let Some((message, help)) = left_open(&template.text, &report.message, range.start) {
            return Diagnostic::error(Code::TemplateInvalid, span, message).help(help);
        }
        let (message, help) = self.with_help(&report.message);
        Diagnostic::error(Code::TemplateInvalid, span, message).help(help)
    }

    /// What is wrong and what to do: where a name is missing, the ones that are there.
    fn with_help(&self, message: &str) -> (String, String) {
        for (label, noun) in [(". Available fields: ", "fields"), (". Available variables: ", "variables")] {
            if let Some((message, names)) = message.split_once(label) {
                return (message.to_owned(), among(message, noun, &names.split(", ").collect::<Vec<_>>()));
            }
        }
        let known = match message.split(' ').take(2).collect::<Vec<_>>().join(" ").as_str() {
            "unknown component" => Some(("components", self.components())),
            "unknown template" => Some(("templates", self.names())),
            _ if message.starts_with("block `") => Some(("blocks", self.blocks())),
            _ => None,
        };
        let help = match known {
            Some((noun, names)) => near(message, noun, &names),
            None if message.starts_with("unknown filter") => {
                "the filters are those of Tera, and `say`, `asset`, `figure`, `capitalize_first` and `lower_first`"
                    .to_owned()
            }
            None => {
                "templates are written in Tera; the built-in ones show what each page is given".to_owned()
            }
        };
        (message.to_owned(), help)
    }

    fn missing_parent(&self, current: &str, parent: &str) -> Diagnostic {
        let message = format!("there is no template `{parent}` to extend");
        let help = near(&format!("`{parent}`"), "templates", &self.names());
        let Some(template) = self.own(current) else {
            return Diagnostic::without_place(Code::TemplateInvalid, Level::Error, message).help(help);
        };
        let start = template.text.find(parent).unwrap_or(0);
        let span = Span::new(template.file, start..(start + parent.len()).min(template.text.len()));
        Diagnostic::error(Code::TemplateInvalid, span, message).help(help)
    }

    /// A fault of which the engine names templates only, as a circle of them.
    fn about_names(&self, message: &str) -> Diagnostic {
        let named = message.split(['\'', '"', '`']).skip(1).step_by(2);
        let place = named.filter_map(|name| self.own(name)).last();
        let fault = Diagnostic::without_place(Code::TemplateInvalid, Level::Error, message);
        Diagnostic { span: place.map(|template| Span::start_of(template.file)), ..fault }.help(
            "templates extend and include each other without circles, and a component has one definition",
        )
    }
}

/// A tag that ends something while something else is open, of which the engine says that it knows no
/// such tag: `{% if … %}` before `{% endblock %}`.
fn left_open(text: &str, message: &str, at: usize) -> Option<(String, String)> {
    let ending = text[at..].split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    if message != "unknown tag" || !ending.starts_with("end") {
        return None;
    }
    let mut open = Vec::new();
    for tag in tags(&text[..at]).iter().filter(|tag| tag.is_statement) {
        let Some(first) = tag.words.first() else { continue };
        if first.text.starts_with("end") {
            open.pop();
        } else if matches!(first.text, "if" | "for" | "block" | "component" | "filter") {
            open.push((first.text, text[..first.at].lines().count()));
        }
    }
    let (keyword, line) = open.pop()?;
    let message = format!("`{ending}` stands where the `{keyword}` of line {line} is still open");
    Some((message, format!("write `{{% end{keyword} %}}` before it")))
}

/// The nearest of many names, and where to see them all.
pub(super) fn near(message: &str, noun: &str, names: &[&str]) -> String {
    let wrong = message.split('`').nth(1).unwrap_or_default();
    let all = format!("`variorum explain templates` lists the built-in {noun}");
    match nearest(wrong, names.iter().copied()) {
        Some(name) => format!("did you mean `{name}`? {all}"),
        None => all,
    }
}

/// The nearest of a few names, and all of them.
pub(super) fn among(message: &str, noun: &str, names: &[&str]) -> String {
    let wrong = message.split('`').nth(1).unwrap_or_default();
    let all = names.join(", ");
    match nearest(wrong, names.iter().copied()) {
        Some(name) => format!("did you mean `{name}`? The {noun} here are {all}"),
        None => format!("the {noun} here are {all}"),
    }
}

/// The message as our own are written: lower case, no full stop, one line.
fn own_words(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let line = line.strip_prefix("error: ").unwrap_or(line);
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => "the template cannot be rendered".to_owned(),
    }
}
