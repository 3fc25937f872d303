//! A Markdown file with YAML front matter between two lines of `---`.

use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Span};
use crate::yaml::{self, Decode, Origin};

/// A Markdown file with its front matter read.
#[derive(Clone, Debug)]
pub struct Document<T> {
    /// The front matter.
    pub front: T,
    /// The Markdown below it.
    pub body: String,
    /// The byte at which the body begins in its file.
    pub body_start: usize,
    /// The file.
    pub file: FileId,
}

impl<T> Document<T> {
    /// Where the front matter stands.
    pub fn front_span(&self) -> Span {
        Span::new(self.file, 0..self.body_start)
    }
}

/// Reads a Markdown file's front matter as a record, and leaves the body as it is.
pub fn split<T: Decode>(text: &str, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<Document<T>> {
    let Some(opening) = line_break_after(text, "---") else {
        let first = text.lines().next().map_or(0, str::len);
        faults.push(
            Diagnostic::error(
                Code::FrontMatterInvalid,
                Span::new(file, 0..first),
                "the file has no front matter",
            )
            .help(opening_help(text)),
        );
        return None;
    };
    let Some((yaml_end, body_start)) = closing_line(text, opening) else {
        faults.push(unclosed(text, file));
        return None;
    };
    let front = match yaml::parse(&text[opening..yaml_end], Origin { file, offset: opening }) {
        Ok(node) => T::decode(&node, faults)?,
        Err(found) => {
            faults.extend(found);
            return None;
        }
    };
    Some(Document { front, body: text[body_start..].to_owned(), body_start, file })
}

/// Where front matter stands in a text, and where its body begins.
pub fn split_front(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let opening = line_break_after(text, "---")?;
    let (end, body) = closing_line(text, opening)?;
    Some((opening..end, body))
}

/// What to do where the first line does not open front matter.
fn opening_help(text: &str) -> &'static str {
    let first = text.lines().next().unwrap_or_default();
    match first.trim() {
        "---" => "begin the line `---` at the left edge",
        "+++" => "write it in YAML (`title: …`), and `---` in place of each line `+++`",
        "" if text.trim_start().starts_with("---") => "take the empty lines above `---` out",
        _ => "begin it with a line `---`, YAML fields, and another line `---`",
    }
}

fn unclosed(text: &str, file: FileId) -> Diagnostic {
    let fault =
        Diagnostic::error(Code::FrontMatterInvalid, Span::new(file, 0..3), "the front matter is not closed");
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        // YAML ends a document so, and some tools their front matter.
        if line.trim_end() == "..." {
            return fault
                .related(Span::new(file, start..start + 3), "it ends with `---`, not with `...`")
                .help("write `---` in place of the line `...`");
        }
        start += line.len();
    }
    fault.help("add a line `---` after the last field")
}

/// The byte after the first line, where that line is `marker`.
fn line_break_after(text: &str, marker: &str) -> Option<usize> {
    let line_end = text.find('\n')?;
    (text[..line_end].trim_end() == marker).then_some(line_end + 1)
}

/// Where the YAML ends and where the body begins.
fn closing_line(text: &str, opening: usize) -> Option<(usize, usize)> {
    let mut start = opening;
    for line in text[opening..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start, start + line.len()));
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::RawPage;

    fn check(text: &str) -> Result<(String, String, usize), Vec<(Code, u32)>> {
        let mut faults = Vec::new();
        let page = split::<RawPage>(text, FileId(0), &mut faults);
        let found: Vec<(Code, u32)> =
            faults.iter().map(|fault| (fault.code, fault.span.map_or(0, |span| span.start))).collect();
        match page {
            Some(page) if found.is_empty() => Ok((page.front.title.value, page.body, page.body_start)),
            Some(_) | None => Err(found),
        }
    }

    #[test]
    fn body_follows_the_second_marker() {
        assert_eq!(check("---\ntitle: A\n---\nBody\n---\n"), Ok(("A".into(), "Body\n---\n".into(), 17)));
        assert_eq!(check("---\r\ntitle: A\r\n---\r\nB"), Ok(("A".into(), "B".into(), 20)));
    }

    #[test]
    fn missing_and_unclosed_front_matter_are_told_apart() {
        assert_eq!(check("Body"), Err(vec![(Code::FrontMatterInvalid, 0)]));
        assert_eq!(check("---\ntitle: A\n"), Err(vec![(Code::FrontMatterInvalid, 0)]));
    }

    #[test]
    fn faults_in_the_fields_point_into_the_file() {
        assert_eq!(check("---\ntitel: A\n---\n"), Err(vec![(Code::FieldUnknown, 4)]));
    }
}
