//! Markdown of the desk that readers would see as it stands, or not at all; entry point [`faults`].

use crate::diag::{Code, Diagnostic};
use crate::markdown::{Foreign, Misread, Quarto, Slip, SlipKind, slips};
use crate::model::ProsePlace;

/// What looks like markup and is none. A lost note or a bare address is a warning: nothing wrong is shown.
pub(super) fn faults(markdown: &str, at: &ProsePlace) -> Vec<Diagnostic> {
    let fault = |slip: Slip| {
        let (message, help) = words(slip.kind, &markdown[slip.range.clone()]);
        let make = match slip.kind {
            SlipKind::BareAddress
            | SlipKind::NoteUnused
            | SlipKind::DefinitionUnused
            | SlipKind::Misread(
                Misread::HeadingWithoutSpace | Misread::HeadingOfSentence | Misread::IndentedSentence,
            ) => Diagnostic::warning,
            SlipKind::Foreign(_)
            | SlipKind::FrontMatter
            | SlipKind::SpacedAddress
            | SlipKind::OpenAddress
            | SlipKind::ExtraCells
            | SlipKind::UnevenTable
            | SlipKind::OpenFence
            | SlipKind::NoteTwice
            | SlipKind::BrokenDefinition
            | SlipKind::DefinitionTwice
            | SlipKind::Misread(Misread::UnknownEntity | Misread::OpenMark)
            | SlipKind::Quarto(_)
            | SlipKind::Unshown => Diagnostic::error,
        };
        make(Code::MarkdownUnsupported, at.span(slip.range), message).help(help)
    };
    // An address of a fact or a chart with a space in it is told by what it would bind, and a mark that is not
    // closed by what it would set aside.
    let is_bound =
        |text: &str| ["](fact:", "](chart:", "](aside:"].iter().any(|opening| text.contains(opening));
    let found = slips(markdown).into_iter();
    found.filter(|slip| !is_bound(&markdown[slip.range.clone()])).map(fault).collect()
}

/// What is wrong with a stretch of Markdown, and what to do.
fn words(kind: SlipKind, text: &str) -> (String, String) {
    match kind {
        SlipKind::Foreign(mark) => of_others(mark, text),
        SlipKind::Misread(misread) => of_misread(misread, text),
        SlipKind::Quarto(mark) => of_quarto(mark),
        SlipKind::SpacedAddress => spaced(text),
        SlipKind::OpenAddress => (
            "the address has no `)` at its end, so this is no link and readers would see the source".into(),
            "close the bracket behind the address: `[words](address)`".into(),
        ),
        SlipKind::FrontMatter => (
            "fields between two lines of `---` are read at the head of a file alone; here readers would see a heading".into(),
            "move the fields into the front matter, or remove them".into(),
        ),
        SlipKind::BareAddress => {
            let address = text.trim_end_matches(['.', ',', ';', ')']);
            let target = if address.starts_with("www.") { format!("https://{address}") } else { address.to_owned() };
            let scheme = if target.contains("://") { "" } else { "mailto:" };
            (
                "an address in the text is no link by itself".into(),
                format!("write `<{target}>`, or `[words]({scheme}{target})`"),
            )
        }
        SlipKind::ExtraCells => (
            "this row has more cells than the head of its table, and the last ones would not be shown".into(),
            "add columns to the head, or write a stroke that divides no cells as `\\|`".into(),
        ),
        SlipKind::UnevenTable => (
            "this is no table, since the line above has another number of cells, and readers would see the source".into(),
            "give the line of hyphens as many cells as the head above it: `|---|---|` for two".into(),
        ),
        SlipKind::OpenFence => (
            "this code block does not end, so that all below it is shown as code and nothing of it is checked".into(),
            format!(
                "end it with a line of {} {}",
                text.chars().take_while(|c| matches!(c, '`' | '~')).count(),
                if text.starts_with('~') { "tildes" } else { "backticks" },
            ),
        ),
        SlipKind::NoteTwice => ("a footnote of this name is defined above".into(), "give one of the two another name".into()),
        SlipKind::NoteUnused => ("no text refers to this footnote".into(), "refer to it, or remove it".into()),
        SlipKind::Unshown => (
            "no page would show these words".into(),
            "leave an empty line before them, or write them in another way".into(),
        ),
        SlipKind::BrokenDefinition => (
            "words stand behind the address, so this defines no link and readers would see the source".into(),
            "end the line behind the address, or put a title in quotation marks: `[raid]: events/raid.html \"The raid\"`"
                .into(),
        ),
        SlipKind::DefinitionTwice => (
            "a link of this name is defined above, and this definition is not used".into(),
            "give one of the two another name, or remove it".into(),
        ),
        SlipKind::DefinitionUnused => {
            ("no text refers to this definition, and no reader sees it".into(), "refer to it, or remove it".into())
        }
    }
}

/// What Markdown makes of words that were meant otherwise.
fn of_misread(misread: Misread, text: &str) -> (String, String) {
    match misread {
        Misread::HeadingWithoutSpace => {
            let words = text.trim_start_matches('#');
            let marks = &text[..text.len() - words.len()];
            (
                "without a space behind the `#` this is no heading, and readers would see the sign".into(),
                format!("write `{marks} {words}`, or `\\{text}` where the sign is meant"),
            )
        }
        Misread::HeadingOfSentence => (
            "the line of hyphens makes a heading of the sentence above it".into(),
            "leave an empty line before the hyphens for a line across the page; write `## …` for a heading"
                .into(),
        ),
        Misread::IndentedSentence => (
            "four spaces before a paragraph make code of it, in which no mark is read and nothing is checked"
                .into(),
            "take the spaces away; code stands between lines of three backticks".into(),
        ),
        Misread::OpenMark => (
            format!("`{text}` has no like in its paragraph, so it marks nothing and readers would see it"),
            format!("close the words with `{text}`, or take it away"),
        ),
        Misread::UnknownEntity => (
            format!("`{text}` stands for no sign, so readers would see it as it is"),
            "write the sign itself".into(),
        ),
    }
}

/// What Quarto would read.
fn of_quarto(mark: Quarto) -> (String, String) {
    match mark {
        Quarto::CrossReference => (
            "references to figures and sections are not read here, so readers would see the source".into(),
            "link to what is meant: `[the map](#where)`".into(),
        ),
        Quarto::CodeCell => (
            "code is not run here, so readers would see the source".into(),
            "put what the code makes into the page; code to be read has the name of its language without braces".into(),
        ),
    }
}

/// What another generator would read.
fn of_others(mark: Foreign, text: &str) -> (String, String) {
    let inner = |open: &str, close: &str| {
        let text = text.strip_prefix(open).unwrap_or(text);
        text.strip_suffix(close).unwrap_or(text).trim().to_owned()
    };
    let seen = |what: &str| format!("{what} here, so readers would see the source");
    match mark {
        Foreign::WikiLink if text.starts_with('!') => (
            seen("`![[…]]` shows no picture"),
            format!("write `![what it shows](static/{})`", inner("![[", "]]")),
        ),
        Foreign::WikiLink => (
            seen("`[[…]]` makes no link"),
            format!("write `[{}](about.html)`, with the path of the page", inner("[[", "]]")),
        ),
        Foreign::Attributes => (
            seen("attributes in braces are not read"),
            "remove the braces with what stands in them; the id of a heading is made of its words".into(),
        ),
        Foreign::Alert => (
            seen("alerts are not read"),
            "write a plain quotation, or a paragraph that begins with a word in bold: `**Note:** …`".into(),
        ),
        Foreign::Task => (seen("tasks are not read"), "write a plain item: `- to be done: …`".into()),
        Foreign::Shortcode => (
            seen("templates and shortcodes are not run"),
            "write Markdown; a picture is placed with `![description](static/map.png)`, a chart with `![](chart:…)`, and code stands between backticks".into(),
        ),
        Foreign::Import => (seen("modules are not loaded"), "remove the line, and write Markdown".into()),
        Foreign::Container => (
            seen("boxes are not read"),
            "remove the marks; a paragraph can begin with a word in bold: `**Note:** …`".into(),
        ),
        Foreign::Contents => (
            seen("no list of contents is made"),
            "remove the mark, or link to headings: `[Why](#why)`".into(),
        ),
        Foreign::Math => (
            seen("mathematics are not set"),
            "write the formula in plain signs, such as `x²`, or as code between backticks".into(),
        ),
        Foreign::Tex => (seen("commands of TeX are not run"), "remove the command, or put it between backticks".into()),
        Foreign::Emoji => (seen("names of emoji are not read"), "write the sign itself, such as ⚠, or a word".into()),
        Foreign::Highlight => (
            seen("`==…==` marks no words"),
            format!("write `**{0}**` for bold, or `*{0}*` for italics", inner("==", "==")),
        ),
        Foreign::Superscript => (
            seen("`^…^` raises no words"),
            "write the raised sign itself, such as `²`, or the words on the line".into(),
        ),
        Foreign::InlineNote => (
            seen("footnotes within a line are not read"),
            format!("write `[^note]` here, and below the text a line `[^note]: {}`", inner("^[", "]")),
        ),
        Foreign::Citation => (
            seen("keys of a bibliography are not looked up"),
            "link to the page of the source: `[words](sources/<article>.html)`".into(),
        ),
        Foreign::Remark => (
            seen("remarks between `%%` are not left out"),
            "remove it; in YAML a remark begins with `#`, and in text there is none".into(),
        ),
        Foreign::DefinitionList => (
            seen("lists of terms are not read"),
            "write a list: `- **Term:** what it means`".into(),
        ),
        Foreign::Abbreviation => (seen("abbreviations are not read"), "say in the text what it stands for".into()),
    }
}

/// An address with a space, and how it is written.
fn spaced(text: &str) -> (String, String) {
    let message = "the address has a space, so this is no link and readers would see the source";
    let help = match text.strip_suffix(')').and_then(|text| text.rsplit_once("](")) {
        Some((words, address)) => {
            let address = address.split_whitespace().collect::<Vec<_>>().join("%20");
            format!("write the address without spaces: `{words}]({address})`")
        }
        None => "write the address without spaces (`%20`)".to_owned(),
    };
    (message.to_owned(), help)
}
