//! Markdown of the desk that readers would see as it stands, or not at all; entry point [`faults`].

use crate::diag::{Code, Diagnostic};
use crate::markdown::{Link, SlipKind, links, slips};
use crate::model::ProsePlace;

/// What looks like markup and is none. A lost note or a bare address is a warning: nothing wrong is shown.
pub(super) fn faults(markdown: &str, at: &ProsePlace) -> Vec<Diagnostic> {
    let fault = |slip: crate::markdown::Slip| {
        let (message, help) = words(slip.kind, &markdown[slip.range.clone()]);
        let span = at.span(slip.range);
        let make = match slip.kind {
            SlipKind::BareAddress | SlipKind::NoteUnused => Diagnostic::warning,
            SlipKind::SpacedAddress
            | SlipKind::Attributes
            | SlipKind::Alert
            | SlipKind::Task
            | SlipKind::Shortcode
            | SlipKind::ExtraCells
            | SlipKind::NoteTwice => Diagnostic::error,
        };
        make(Code::MarkdownUnsupported, span, message).help(help)
    };
    // An address of a fact or a chart with a space in it is told by what it would bind.
    let is_bound = |text: &str| text.contains("](fact:") || text.contains("](chart:");
    let found = slips(markdown).into_iter();
    let mut faults: Vec<Diagnostic> =
        found.filter(|slip| !is_bound(&markdown[slip.range.clone()])).map(fault).collect();
    let is_picture = |link: &Link| link.is_image && !link.destination.starts_with("chart:");
    faults.extend(links(markdown).into_iter().filter(is_picture).map(|link| picture(&link, at)));
    faults
}

/// A picture, of which readers would get a link to its file.
fn picture(link: &Link, at: &ProsePlace) -> Diagnostic {
    let words = if link.words.trim().is_empty() { "the picture" } else { link.words.trim() };
    let message = "pictures are not shown in text, so this would be a link to the file";
    let help = format!(
        "write it as a link: `[{words}]({})`; a chart is placed with `![](chart:…)`",
        link.destination
    );
    Diagnostic::error(Code::MarkdownUnsupported, at.span(link.range.clone()), message).help(help)
}

/// What is wrong with a stretch of Markdown, and what to do.
fn words(kind: SlipKind, text: &str) -> (String, String) {
    let (message, help) = match kind {
        SlipKind::SpacedAddress => (
            "the address has a space, so this is no link and readers would see it as it stands",
            "write the address without spaces (`%20`), or in pointed brackets: `[words](<two words.html>)`",
        ),
        SlipKind::Attributes => (
            "attributes of headings are not read, so readers would see them",
            "remove them; the id of a heading is made of its words",
        ),
        SlipKind::Alert => (
            "alerts are not read, so readers would see the mark as it stands",
            "write a plain quotation, or a paragraph that begins with a word in bold",
        ),
        SlipKind::Task => (
            "tasks are not read, so readers would see the brackets as they stand",
            "write a plain item: `- to be done: …`",
        ),
        SlipKind::Shortcode => (
            "templates and shortcodes are not run in text, so readers would see this as it stands",
            "write Markdown; a chart is placed with `![](chart:…)`, and code stands between backticks",
        ),
        SlipKind::BareAddress => {
            let address = text.trim_end_matches(['.', ',', ';', ')']);
            return (
                "an address in the text is no link by itself".to_owned(),
                format!("write `<{address}>`, or `[words]({address})`"),
            );
        }
        SlipKind::ExtraCells => (
            "this row has more cells than the head of its table, and the last ones would not be shown",
            "add columns to the head, or write a stroke that divides no cells as `\\|`",
        ),
        SlipKind::NoteTwice => {
            ("a footnote of this name is defined above", "give one of the two another name")
        }
        SlipKind::NoteUnused => ("no text refers to this footnote", "refer to it, or remove it"),
    };
    (message.to_owned(), help.to_owned())
}
