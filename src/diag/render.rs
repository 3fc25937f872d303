//! Diagnostics as a terminal shows them; entry points [`render`], [`short`] and [`summary`].
//!
//! Lines and columns count characters from 1. Nothing here depends on the width of a terminal, so
//! the same fault reads the same in every log.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::{Diagnostic, Level, brief, visible};
use crate::source::{Place, SourceFile, Sources, Span};

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// No escapes.
    Plain,
    /// ANSI colours.
    Coloured,
}

/// Long enough for prose in one line, short enough for a wide terminal.
const WIDTH_COLUMNS: usize = 120;

/// One diagnostic with the code it points at, without a line end.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let title = match diagnostic.level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
    };
    let message = one_line(&brief(&diagnostic.message));
    let mut group = Group::with_title(title.primary_title(message).id(diagnostic.code.as_str()));
    for excerpt in excerpts(diagnostic, sources) {
        group = if excerpt.text.is_empty() {
            group.element(Origin::path(visible(excerpt.file.path.as_str())).line(excerpt.line).char_column(1))
        } else {
            group.element(
                Snippet::source(excerpt.text)
                    .path(visible(excerpt.file.path.as_str()))
                    .line_start(excerpt.line)
                    .annotations(excerpt.annotations),
            )
        };
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Title::HELP.message(help.as_str()));
    }
    renderer.term_width(WIDTH_COLUMNS).render(&[group])
}

/// One diagnostic in one line: `file:line:column: error[code]: message`.
pub fn short(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let level = match diagnostic.level {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let fault = format!("{level}[{}]: {}", diagnostic.code, one_line(&brief(&diagnostic.message)));
    match diagnostic.span {
        Some(span) => {
            let path = &sources.file(span.file).path;
            let place = sources.place(within(span, &sources.file(span.file).text));
            format!("{}:{}:{}: {fault}", visible(path.as_str()), place.line, place.column)
        }
        None => fault,
    }
}

/// Where a stretch begins and ends, for people; the end is the column after the last character.
pub fn extent(span: Span, sources: &Sources) -> (Place, Place) {
    let span = within(span, &sources.file(span.file).text);
    (sources.place(span), sources.place(Span { start: span.end, ..span }))
}

/// The closing line, such as `3 errors, 1 warning`.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |level| diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count();
    match (count(Level::Error), count(Level::Warning)) {
        (0, 0) => "no errors, no warnings".to_owned(),
        (errors, 0) => counted(errors, "error"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
    }
}

fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// Whole lines of a file with what is marked in them.
struct Excerpt<'a> {
    file: &'a SourceFile,
    text: &'a str,
    /// Number of the first line.
    line: usize,
    annotations: Vec<Annotation<'a>>,
}

/// The lines that a diagnostic points at: in one piece where both places are in one file.
fn excerpts<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Excerpt<'a>> {
    let primary = diagnostic.span.map(|span| Mark { span, kind: AnnotationKind::Primary, label: None });
    let related = diagnostic.related.as_ref().map(|(span, why)| Mark {
        span: *span,
        kind: AnnotationKind::Context,
        label: Some(why.as_str()),
    });
    match (primary, related) {
        (Some(a), Some(b)) if a.span.file == b.span.file => vec![excerpt(&[a, b], sources)],
        (a, b) => a.into_iter().chain(b).map(|mark| excerpt(&[mark], sources)).collect(),
    }
}

/// A place to mark.
struct Mark<'a> {
    span: Span,
    kind: AnnotationKind,
    label: Option<&'a str>,
}

fn excerpt<'a>(marks: &[Mark<'a>], sources: &'a Sources) -> Excerpt<'a> {
    let file = sources.file(marks[0].span.file);
    let spans: Vec<Span> = marks.iter().map(|mark| within(mark.span, &file.text)).collect();
    let first = spans.iter().map(|span| span.start as usize).min().unwrap_or(0);
    let last = spans.iter().map(|span| span.end as usize).max().unwrap_or(0);
    let start = file.text[..first].rfind('\n').map_or(0, |i| i + 1);
    let end = file.text[last..].find('\n').map_or(file.text.len(), |i| last + i);
    // The carriage return of a Windows line end would be drawn as a character of its own.
    let end = if end > last && file.text[..end].ends_with('\r') { end - 1 } else { end };
    let annotations = marks
        .iter()
        .zip(&spans)
        .map(|(mark, span)| {
            let range = span.start as usize - start..span.end as usize - start;
            mark.kind.span(range).label(mark.label)
        })
        .collect();
    Excerpt {
        file,
        text: &file.text[start..end],
        line: 1 + file.text[..start].matches('\n').count(),
        annotations,
    }
}

/// The span, moved onto characters of the text should it lie beside them.
fn within(span: Span, text: &str) -> Span {
    let start = text.floor_char_boundary(span.start as usize);
    let end = text.ceil_char_boundary(span.end as usize).max(start);
    Span::new(span.file, start..end)
}

/// The text without line ends, escapes or characters that reorder a terminal's line.
fn one_line(text: &str) -> String {
    // What is left are the control characters behind ASCII, which some terminals obey as well.
    let line = normalize_untrusted_str(&text.replace("\r\n", " ").replace(['\r', '\n'], " "));
    if line.contains(char::is_control) { line.replace(char::is_control, "\u{fffd}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;
    use crate::source::FileId;

    fn sources(text: &str) -> Sources {
        Sources::new(vec![SourceFile { path: "content/events/a.yaml".into(), text: text.to_owned() }])
    }

    /// The span of the first occurrence of some words.
    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::new(FileId(0), start..start + words.len())
    }

    #[track_caller]
    fn check(text: &str, diagnostic: &Diagnostic, expected: &str) {
        let rendered = render(diagnostic, &sources(text), Style::Plain);
        let trimmed: Vec<&str> = rendered.lines().map(str::trim_end).collect();
        assert_eq!(trimmed.join("\n"), expected.trim(), "\n{rendered}\n");
    }

    fn unknown(span: Span) -> Diagnostic {
        Diagnostic::error(Code::ReferenceUnknown, span, "no article is called `x`")
    }

    #[test]
    fn the_code_is_underlined_and_the_help_follows() {
        let text = "title: x\nsource: globaltime\nvalue: 1\n";
        let diagnostic = unknown(span(text, "globaltime")).help("did you mean `globaltimes`?");
        check(
            text,
            &diagnostic,
            "\
error[reference-unknown]: no article is called `x`
 --> content/events/a.yaml:2:9
  |
2 | source: globaltime
  |         ^^^^^^^^^^
  |
  = help: did you mean `globaltimes`?",
        );
    }

    #[test]
    fn columns_count_characters_under_khmer_and_chinese() {
        let text = "name: ភ្នំពេញ 西哈努克 xyz\n";
        check(
            text,
            &unknown(span(text, "xyz")),
            "\
error[reference-unknown]: no article is called `x`
 --> content/events/a.yaml:1:20
  |
1 | name: ភ្នំពេញ 西哈努克 xyz
  |                      ^^^",
        );
        assert_eq!(
            short(&unknown(span(text, "xyz")), &sources(text)),
            "content/events/a.yaml:1:20: error[reference-unknown]: no article is called `x`"
        );
    }

    #[test]
    fn the_end_of_a_file_can_be_marked() {
        let text = "title: x\nfacts:";
        check(
            text,
            &unknown(Span::new(FileId(0), text.len()..text.len())),
            "\
error[reference-unknown]: no article is called `x`
 --> content/events/a.yaml:2:7
  |
2 | facts:
  |       ^",
        );
        let text = "title: x\n";
        check(
            text,
            &unknown(Span::new(FileId(0), text.len()..text.len())),
            "\
error[reference-unknown]: no article is called `x`
--> content/events/a.yaml:2:1",
        );
    }

    #[test]
    fn an_empty_file_shows_its_place_only() {
        check(
            "",
            &unknown(Span::start_of(FileId(0))),
            "\
error[reference-unknown]: no article is called `x`
--> content/events/a.yaml:1:1",
        );
    }

    #[test]
    fn a_span_across_lines_is_bracketed() {
        let text = "a: 1\nb:\n  c: 2\n  d: 3\ne: 4\n";
        check(
            text,
            &unknown(span(text, "b:\n  c: 2\n  d: 3")),
            "\
error[reference-unknown]: no article is called `x`
 --> content/events/a.yaml:2:1
  |
2 | / b:
3 | |   c: 2
4 | |   d: 3
  | |______^",
        );
    }

    #[test]
    fn line_ends_of_windows_leave_no_trace() {
        let text = "a: 1\r\nsource: y\r\nb: 2\r\n";
        check(
            text,
            &unknown(span(text, "y")),
            "\
error[reference-unknown]: no article is called `x`
 --> content/events/a.yaml:2:9
  |
2 | source: y
  |         ^",
        );
        check(
            text,
            &unknown(span(text, "source: y\r\nb")),
            "\
error[reference-unknown]: no article is called `x`
 --> content/events/a.yaml:2:1
  |
2 | / source: y
3 | | b: 2
  | |_^",
        );
    }

    #[test]
    fn a_related_place_is_labelled() {
        let text = "raids: 1\n\n\n\n\n\n\nraids: 2\n";
        let second = Span::new(FileId(0), 15..20);
        let diagnostic = Diagnostic::error(Code::KeyDuplicate, second, "`raids` stands twice")
            .related(Span::new(FileId(0), 0..5), "first here");
        check(
            text,
            &diagnostic,
            "\
error[key-duplicate]: `raids` stands twice
 --> content/events/a.yaml:8:1
  |
1 | raids: 1
  | ----- first here
...
8 | raids: 2
  | ^^^^^",
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}WRONG{}\n", "many words ".repeat(40), " and more words".repeat(40));
        check(&text, &unknown(span(&text, "WRONG")), "\
error[reference-unknown]: no article is called `x`
 --> content/events/a.yaml:1:441
  |
1 | ...y words many words many words many words many words WRONG and more words and more words and more words and mor...
  |                                                        ^^^^^");
    }

    #[test]
    fn the_project_as_a_whole_has_no_place() {
        let diagnostic =
            Diagnostic::without_place(Code::ProjectEmpty, Level::Warning, "no event\nor question");
        check("", &diagnostic, "warning[project-empty]: no event or question");
        assert_eq!(short(&diagnostic, &sources("")), "warning[project-empty]: no event or question");
    }

    #[test]
    fn escapes_in_a_message_do_not_reach_the_terminal() {
        let text = "a: \u{202e}b\n";
        let diagnostic =
            Diagnostic::error(Code::ValueUnknown, span(text, "a"), "`\u{1b}[31m\u{202e}` is\r\nwrong");
        assert_eq!(
            short(&diagnostic, &sources(text)),
            "content/events/a.yaml:1:1: error[value-unknown]: `␛[31m�` is wrong"
        );
        assert!(!render(&diagnostic, &sources(text), Style::Plain).contains(['\u{1b}', '\u{202e}']));
    }

    #[test]
    fn a_span_beside_characters_or_beyond_the_text_is_shown_all_the_same() {
        let text = "é";
        for (start, end) in [(1, 1), (0, 1), (1, 9), (7, 9)] {
            render(&unknown(Span::new(FileId(0), start..end)), &sources(text), Style::Plain);
            short(&unknown(Span::new(FileId(0), start..end)), &sources(text));
        }
    }

    #[test]
    fn the_closing_line_counts() {
        let error = unknown(Span::start_of(FileId(0)));
        let warning = Diagnostic { level: Level::Warning, ..error.clone() };
        let all = [error.clone(), error.clone(), error.clone(), warning.clone()];
        assert_eq!(summary(&all), "3 errors, 1 warning");
        assert_eq!(summary(&all[2..3]), "1 error");
        assert_eq!(summary(&[warning.clone(), warning]), "2 warnings");
        assert_eq!(summary(&[]), "no errors, no warnings");
    }
}
