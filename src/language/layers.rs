//! A language from its layers: the project's words over the theme's over the built-in ones, and
//! English below them all; entry points [`read`] and [`builtin`].

use super::file::RawLanguage;
use super::numbers::Numerals;
use super::{CHECKER_LANGUAGE, Language, direction};
use crate::diag::{Code, Diagnostic, Level, nearest};
use crate::model::Settings;
use crate::source::{FileId, Sources, Span};
use crate::yaml::{self, Decode, Origin};
use std::collections::BTreeMap;

/// The language files that are part of the program.
pub const BUILTIN: [(&str, &str); 2] =
    [("en", include_str!("../../languages/en.yaml")), ("km", include_str!("../../languages/km.yaml"))];

/// A string that a theme or a project adds to those that the program knows.
#[derive(Clone, Debug)]
pub struct Added {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// A language with what was found on the way.
#[derive(Clone, Debug)]
pub struct Read {
    /// The language.
    pub language: Language,
    /// Strings for templates of the theme or the project, each once.
    pub added: Vec<Added>,
    /// What is wrong with the files, and what the language lacks.
    pub faults: Vec<Diagnostic>,
}

/// The language of the settings, from the files of the program, the theme and the project.
pub fn read(sources: &Sources, settings: &Settings) -> Read {
    let mut language = builtin(CHECKER_LANGUAGE);
    let mut added: Vec<Added> = Vec::new();
    let mut faults = unread(sources, settings);
    for (file, raw) in own_files(sources, &settings.theme, CHECKER_LANGUAGE, &mut faults) {
        for (key, message) in raw.strings.iter().flat_map(|strings| &strings.0) {
            if language.has(key) {
                faults.extend(misfit(&language, key, message, message.span));
            } else if !added.iter().any(|known| known.name == key.value) {
                added.push(Added { name: key.value.clone(), span: key.span });
            }
        }
        language.lay(raw, file, &mut faults);
    }
    language.tag.clone_from(&settings.language);
    // An empty tag stands in for one that could not be read.
    if language.tag.is_empty() || language.tag_of_checker().is_none() {
        return Read { language, added, faults };
    }
    language.fallen_back = language.keys().map(str::to_owned).collect();
    language.has_english_months = true;
    for tag in tags(&settings.language) {
        if let Some((_, text)) = BUILTIN.iter().find(|(known, _)| *known == tag) {
            // The program's own files have no place in the project; a test keeps them sound.
            let _ = parsed(text, Origin { file: FileId(0), offset: 0 }, &mut Vec::new())
                .map(|raw| language.lay(raw, FileId(0), &mut Vec::new()));
        }
        for (file, raw) in own_files(sources, &settings.theme, &tag, &mut faults) {
            for (key, message) in raw.strings.iter().flat_map(|strings| &strings.0) {
                faults.extend(if language.has(key) {
                    misfit(&language, key, message, message.span)
                } else {
                    Some(unknown(&language, key, key.span))
                });
            }
            language.lay(raw, file, &mut faults);
        }
    }
    faults.extend(lacking(&language, sources));
    Read { language, added, faults }
}

/// A language from the program's own file alone.
pub fn builtin(tag: &str) -> Language {
    let mut language = Language {
        tag: tag.to_owned(),
        strings: BTreeMap::new(),
        fallen_back: Vec::new(),
        months: Vec::new(),
        has_english_months: false,
        names: BTreeMap::new(),
        numerals: Numerals::default(),
    };
    let text = BUILTIN.iter().find(|(known, _)| *known == tag).map_or("", |(_, text)| text);
    if let Some(raw) = parsed(text, Origin { file: FileId(0), offset: 0 }, &mut Vec::new()) {
        language.lay(raw, FileId(0), &mut Vec::new());
    }
    language
}

/// A string that no language knows, at its place.
pub fn unknown(language: &Language, name: &str, span: Span) -> Diagnostic {
    let help = match nearest(name, language.keys().filter(|known| *known != name)) {
        Some(known) => format!("did you mean `{known}`?"),
        None => "the strings are listed in languages/en.yaml of the program; a theme adds its own in `strings/en.yaml`".to_owned(),
    };
    Diagnostic::error(Code::StringUnknown, span, format!("no page says the string `{name}`")).help(help)
}

/// A tag with the wider ones that it falls back to, widest first.
fn tags(tag: &str) -> Vec<String> {
    let wide = direction::primary(tag);
    if wide == tag { vec![wide.to_owned()] } else { vec![wide.to_owned(), tag.to_owned()] }
}

/// What is wrong with the files that this edition takes no words from: those of other languages, and
/// those of none.
fn unread(sources: &Sources, settings: &Settings) -> Vec<Diagnostic> {
    let of_theme = format!("themes/{}/strings/", settings.theme);
    let mut faults = Vec::new();
    for (file, source) in sources.iter() {
        let path = source.path.as_str();
        let name = path.strip_prefix("strings/").or_else(|| path.strip_prefix(&of_theme));
        let Some(name) = name else { continue };
        let tag = name.strip_suffix(".yaml").filter(|tag| super::is_tag(tag));
        let is_read =
            |tag: &str| tag == CHECKER_LANGUAGE || tags(&settings.language).iter().any(|read| read == tag);
        match tag {
            None => faults.push(
                Diagnostic::error(
                    Code::FileUnexpected,
                    Span::start_of(file),
                    format!("no language is read from a file called `{name}`"),
                )
                .help("name it by its language's BCP 47 tag, as in `en.yaml`, `km.yaml` or `zh-Hans.yaml`"),
            ),
            Some(tag) if !is_read(tag) => {
                parsed(&source.text, Origin { file, offset: 0 }, &mut faults);
            }
            Some(_) => {}
        }
    }
    faults
}

/// The theme's and the project's files for a language, the lower layer first.
fn own_files(
    sources: &Sources,
    theme: &str,
    tag: &str,
    faults: &mut Vec<Diagnostic>,
) -> Vec<(FileId, RawLanguage)> {
    let paths = [format!("themes/{theme}/strings/{tag}.yaml"), format!("strings/{tag}.yaml")];
    let found = paths.iter().filter_map(|path| sources.find(path.as_str().into()));
    found
        .filter_map(|file| {
            let raw = parsed(&sources.file(file).text, Origin { file, offset: 0 }, faults)?;
            Some((file, raw))
        })
        .collect()
}

fn parsed(text: &str, origin: Origin, faults: &mut Vec<Diagnostic>) -> Option<RawLanguage> {
    match yaml::parse(text, origin) {
        Ok(node) => RawLanguage::decode(&node, faults),
        Err(found) => {
            faults.extend(found);
            None
        }
    }
}

/// A string whose places are not those of the English one.
fn misfit(
    language: &Language,
    name: &str,
    message: &super::message::Message,
    span: Span,
) -> Option<Diagnostic> {
    let english = language.strings.get(name)?.places();
    let stranger = message.places().into_iter().find(|place| !english.contains(place));
    let message = match stranger {
        Some(place) => format!("nothing fills `{{{place}}}` in the string `{name}`"),
        None => {
            let own = message.places();
            let lost = english.iter().find(|place| !own.contains(*place) && **place != "n")?;
            format!("the string `{name}` leaves out `{{{lost}}}`")
        }
    };
    let places: Vec<String> = english.iter().map(|place| format!("`{{{place}}}`")).collect();
    let help = match places.as_slice() {
        [] => "it is said without any place in braces".to_owned(),
        [..] => format!("it is filled with {}", places.join(", ")),
    };
    Some(Diagnostic::error(Code::StringInvalid, span, message).help(help))
}

/// How many strings a warning names: a language that is just begun lacks hundreds.
const N_NAMED_MAX: usize = 20;

/// One warning of the strings that stay English.
fn lacking(language: &Language, sources: &Sources) -> Option<Diagnostic> {
    if language.fallen_back.is_empty() {
        return None;
    }
    let (n, tag) = (language.fallen_back.len(), &language.tag);
    let message =
        format!("{n} of {} strings are not there in `{tag}` and stay English", language.strings.len());
    let named = &language.fallen_back[..n.min(N_NAMED_MAX)];
    let more = match n - named.len() {
        0 => String::new(),
        more => format!(" and {more} more; the program's `languages/en.yaml` holds all of them"),
    };
    let help = format!("add them to `strings/{tag}.yaml`: {}{more}", named.join(", "));
    let span = sources.find("variorum.yaml".into()).map(|file| setting(sources, file));
    let fault = Diagnostic::without_place(Code::StringMissing, Level::Warning, message);
    Some(Diagnostic { span, ..fault }.help(help))
}

/// Where variorum.yaml names the language.
fn setting(sources: &Sources, file: FileId) -> Span {
    let text = &sources.file(file).text;
    let at = if text.starts_with("language:") { Some(0) } else { text.find("\nlanguage:").map(|at| at + 1) };
    at.map_or_else(|| Span::start_of(file), |at| Span::new(file, at..at + "language".len()))
}

impl Language {
    /// Lays a file's words over those that are there.
    fn lay(&mut self, raw: RawLanguage, file: FileId, faults: &mut Vec<Diagnostic>) {
        let whole = Span { file, ..raw.span };
        for (key, message) in raw.strings.into_iter().flat_map(|strings| strings.0) {
            self.fallen_back.retain(|known| *known != key.value);
            self.strings.insert(key.value, message.value);
        }
        self.names
            .extend(raw.languages.into_iter().flat_map(|names| names.0).map(|(tag, name)| (tag.value, name)));
        match raw.months {
            Some(months) if months.len() == 12 => {
                self.months = months.value;
                self.has_english_months = false;
            }
            Some(months) => faults.push(wrong(months.span, "there are twelve months in a year")),
            None => {}
        }
        match raw.digits.as_ref().map(|digits| digits.chars().collect::<Vec<char>>().try_into()) {
            Some(Ok(digits)) => self.numerals.digits = digits,
            Some(Err(_)) => {
                faults.push(wrong(raw.digits.map_or(whole, |digits| digits.span), "there are ten digits"));
            }
            None => {}
        }
        let mark = |mark: String| if mark == "space" { "\u{202f}".to_owned() } else { mark };
        if let Some(group) = raw.group {
            self.numerals.group = mark(group);
        }
        if let Some(decimal) = raw.decimal {
            self.numerals.decimal = mark(decimal);
        }
    }
}

fn wrong(span: Span, message: &str) -> Diagnostic {
    Diagnostic::error(Code::StringInvalid, span, message).help("write every one of them, in order")
}
