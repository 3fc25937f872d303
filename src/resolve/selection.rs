//! What an edition leaves out: drafts, and what is under embargo on its day; entry point
//! [`Selection::holds_back`].

use super::reading;
use crate::diag::{Code, Diagnostic};
use crate::model::{DateValue, Day};
use crate::parse::Parsed;
use crate::yaml::{Flag, Located, Words};

/// What an edition leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The day the edition is made for; embargoes that end later hold. `None` holds them all.
    pub as_of: Option<Day>,
    /// Whether drafts are taken in, whatever variorum.yaml says.
    pub drafts: bool,
}

/// The `draft` and the `embargo` of an article, a fact sheet or a page, as written.
pub(super) type Wish<'a> = (Option<&'a Flag>, Option<&'a Located<Words>>);

impl Selection {
    /// Whether what its author wishes so is left out; an embargo that cannot be read holds.
    pub(super) fn holds_back(self, (draft, embargo): Wish<'_>, faults: &mut Vec<Diagnostic>) -> bool {
        let ends = embargo.map(|words| reading::date(words, faults));
        let is_over = |today: Day| {
            ends.iter()
                .all(|ends| ends.as_ref().and_then(DateValue::earliest).is_some_and(|day| day <= today))
        };
        let is_embargoed = ends.is_some() && !self.as_of.is_some_and(is_over);
        !self.drafts && (draft.is_some_and(|flag| flag.0) || is_embargoed)
    }
}

/// Says of a fault that it is one only because something is held back.
pub fn blame(fault: &mut Diagnostic) {
    const HELP: &str =
        "what is lacking is held back: take this out until that is published, or build with `--drafts`";
    const OF_RULING: &str = "what they differ over is held back: name the sources in `between`, so that the ruling is \
        held back with them, or build with `--drafts`";
    fault.message.push_str(" in this edition");
    let help = if fault.code == Code::RulingStale { OF_RULING } else { HELP };
    fault.help = Some(help.to_owned());
}

/// Whether anything at all asks to be held back, on whatever day.
pub fn may_hold_back(parsed: &Parsed) -> bool {
    let articles =
        parsed.articles.iter().map(|(_, document)| (&document.front.draft, &document.front.embargo));
    let sheets = parsed.events.iter().chain(&parsed.questions);
    let sheets = sheets.map(|(_, _, raw)| (&raw.draft, &raw.embargo));
    let pages = parsed.pages.iter().map(|(_, document)| (&document.front.draft, &document.front.embargo));
    articles.chain(sheets).chain(pages).any(|(draft, embargo)| draft.is_some() || embargo.is_some())
}
