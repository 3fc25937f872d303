//! Words that pages show as they stand: no mark of Markdown or HTML is read in them, and no quotation mark stands
//! alone; entry points [`faults`], [`marked`] and [`quotation`].

use crate::diag::{Code, Diagnostic};
use crate::markdown::first_mark;
use crate::model::ProsePlace;
use crate::text::alone;

/// Marks that readers would see in a title, a label or a note, and a quotation mark without its like.
pub(super) fn faults(words: &str, at: &ProsePlace) -> Vec<Diagnostic> {
    marked(words, at).into_iter().chain(quotation(words, at)).collect()
}

/// Marks that readers would see: warnings, because a title may be about such a mark.
pub(super) fn marked(words: &str, at: &ProsePlace) -> Option<Diagnostic> {
    first_mark(words).map(|mark| {
        let text = &words[mark.range.clone()];
        let message = format!("these words are shown as they stand, and readers would see `{text}`");
        let help = match mark.words.as_str() {
            blank if blank.trim().is_empty() && !blank.is_empty() => "write a plain space".to_owned(),
            "" => format!("take `{text}` out; Markdown is read in summaries, digests and pages alone"),
            plain => format!("write `{plain}`; Markdown is read in summaries, digests and pages alone"),
        };
        Diagnostic::warning(Code::MarkdownUnsupported, at.span(mark.range), message).help(help)
    })
}

/// A quotation mark without its like.
pub(super) fn quotation(words: &str, at: &ProsePlace) -> Option<Diagnostic> {
    let range = alone(words)?;
    let mark = &words[range.clone()];
    let message = format!("the quotation mark `{mark}` stands alone");
    let help = "add the mark that opens or closes the words, or remove this one";
    Some(Diagnostic::warning(Code::QuotationOpen, at.span(range), message).help(help))
}
