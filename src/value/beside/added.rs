//! Hedges and doubts that are added behind what a figure counts: behind a comma ([`after_comma`]) or in brackets
//! ([`bracketed`]).

use super::behind::{Behind, apply, is_conjunction};
use super::{Why, clause};
use crate::value::lexicon::{Lexicon, Role};
use crate::value::scan::digit;

/// A hedge or a doubt added behind a comma: `500 people, give or take`, `500 people, perhaps more`.
pub(super) fn after_comma(text: &str, limit: usize, lexicon: &'static Lexicon, behind: &mut Behind) {
    let Some(tail) = text[limit..].strip_prefix([',', '،', '，']) else { return };
    let comma = text.len() - tail.len();
    let at = clause::ahead(text, comma);
    let at = lexicon.longest(text, at, is_conjunction).map_or(at, |(_, end)| clause::ahead(text, end));
    let end = clause::end(text, at, lexicon);
    // What leads to a figure of its own is said of that one.
    if text[end..].starts_with(|c| digit(c).is_some()) {
        return;
    }
    let found = lexicon.longest(text, at, |role| match role {
        Role::HedgeBefore(_)
        | Role::HedgeBehind(_)
        | Role::HedgeBehindCounted(_)
        | Role::DoubtBefore
        | Role::DoubtBehind
        | Role::DoubtBehindCounted => Some(role),
        _ => None,
    });
    let Some((role, to)) = found.filter(|(_, to)| *to <= end) else { return };
    match role {
        Role::HedgeBefore(hedge) | Role::HedgeBehind(hedge) | Role::HedgeBehindCounted(hedge) => {
            if clause::ahead(text, to) >= end {
                apply(Role::HedgeBehind(hedge), at, to, behind);
            }
        }
        _ => behind.why = behind.why.or(Some(Why::Doubt(at, to))),
    }
}

/// A hedge or a doubt in brackets: `12 (or more)`, `12 people (at least)`, `12 people (possibly more)`.
pub(super) fn bracketed(text: &str, at: usize, lexicon: &'static Lexicon) -> Option<(Role, usize)> {
    let inner = text[at..].strip_prefix(['(', '（', '['])?;
    let start = text.len() - inner.len();
    let (role, end) = lexicon.longest(text, clause::ahead(text, start), |role| match role {
        Role::HedgeBefore(hedge) | Role::HedgeBehind(hedge) | Role::HedgeBehindCounted(hedge) => {
            Some(Role::HedgeBehind(hedge))
        }
        Role::DoubtBefore | Role::DoubtBehind | Role::DoubtBehindCounted => Some(Role::DoubtBehind),
        _ => None,
    })?;
    let close = clause::ahead(text, end);
    let closing = text[close..].chars().next().filter(|c| matches!(c, ')' | '）' | ']'));
    match closing {
        Some(c) => Some((role, close + c.len_utf8())),
        // What a doubt goes on with is said of the figure, unless it leads to another one.
        None => {
            let rest = &text[end..];
            let inside = &rest[..rest.find([')', '）', ']']).unwrap_or(rest.len())];
            let is_more = role == Role::DoubtBehind && !inside.contains(|c| digit(c).is_some());
            is_more.then_some((role, end))
        }
    }
}
