//! What stands behind a figure in its clause: [`read`].

use rust_decimal::Decimal;

use super::clause;
use super::{Part, Why, added, address, neighbour};
use crate::model::Hedge;
use crate::value::lexicon::{Lexicon, Role};
use crate::value::number::magnitude;
use crate::value::scan::{Cursor, digit, is_dash, is_glued, is_letter};

/// What the words behind a figure say of it.
#[derive(Debug)]
pub(super) struct Behind {
    /// The hedge behind it, or behind what it counts.
    pub(super) hedge: Option<Hedge>,
    /// A magnitude behind the hedge.
    pub(super) scale: Option<Decimal>,
    /// What it is part of.
    pub(super) part: Option<Part>,
    /// Why it is not read.
    pub(super) why: Option<Why>,
    /// Where the hedge ends, or else the figure.
    pub(super) end: usize,
    /// Words for points behind it, which are percentage points where a change is told.
    pub(super) points: Option<(usize, usize)>,
    /// Whether it counts a stretch of time.
    pub(super) is_period: bool,
}

/// Words of what is counted that are looked over for a hedge behind them.
const NOUN_REACH: usize = 4;

/// Reads on from the end of a figure.
pub(super) fn read(text: &str, figure: usize, lexicon: &'static Lexicon) -> Behind {
    let mut behind = Behind {
        hedge: None,
        scale: None,
        part: None,
        why: None,
        end: figure,
        points: None,
        is_period: false,
    };
    if text[figure..].starts_with('+') {
        behind.hedge = Some(Hedge::AtLeast);
        behind.end = figure + 1;
        return behind;
    }
    behind.why = neighbour::fragment_behind(text, figure);
    let at = glued(text, figure, lexicon, &mut behind);
    if behind.why.is_none() {
        further(text, at, lexicon, &mut behind);
    }
    behind
}

/// What stands glued to the figure, or behind a hyphen: `40-odd`, `12-fold`.
fn glued(text: &str, figure: usize, lexicon: &'static Lexicon, behind: &mut Behind) -> usize {
    let rest = &text[figure..];
    let dash = rest.chars().next().filter(|c| is_dash(*c)).map_or(0, char::len_utf8);
    let mut longest: Option<(usize, &'static [Role])> = None;
    lexicon.each_glued(text, figure + dash, |to, roles| {
        if longest.is_none_or(|(end, _)| to >= end) {
            longest = Some((to, roles));
        }
    });
    let Some((to, roles)) = longest else { return figure };
    let mut end = figure;
    for role in roles {
        if apply(*role, figure + dash, to, behind) {
            end = to;
        }
    }
    end
}

/// Takes what a phrase says; returns whether the reading goes on behind it.
pub(super) fn apply(role: Role, start: usize, end: usize, behind: &mut Behind) -> bool {
    match role {
        Role::HedgeBehind(hedge) | Role::HedgeBehindCounted(hedge) => {
            if behind.hedge.is_some_and(|stated| stated != hedge) {
                behind.why = Some(Why::TwoHedges(start, end));
            }
            behind.hedge = Some(hedge);
            behind.end = end;
            true
        }
        Role::NegationBehind | Role::NegationBehindClause => {
            behind.why = behind.why.or(Some(Why::Denied(start, end)));
            false
        }
        Role::DoubtBehind | Role::DoubtBehindCounted => {
            behind.why = behind.why.or(Some(Why::Doubt(start, end)));
            false
        }
        Role::NotCountBehind | Role::Points => {
            behind.part = Some(Part::Of(start, end));
            false
        }
        Role::AgeBehind => {
            behind.part = Some(Part::Age(start, end));
            false
        }
        Role::RateBehind | Role::RateBehindCounted => {
            behind.part = Some(Part::Rate(start, end));
            false
        }
        // One that is no part of the figure before it goes on in a way that is not read: `2万5千`.
        Role::Magnitude(_) if behind.hedge.is_none() => {
            behind.why = behind.why.or(Some(Why::Fragment(start, end)));
            false
        }
        Role::Counter => true,
        _ => false,
    }
}

/// Follows hedges, counted words and brackets on from the figure.
fn further(text: &str, figure: usize, lexicon: &'static Lexicon, behind: &mut Behind) {
    let mut at = figure;
    let mut n_nouns = 0;
    let limit = clause::end(text, figure, lexicon);
    loop {
        at = clause::ahead(text, at);
        if let Some((role, end)) = added::bracketed(text, at, lexicon) {
            apply(role, at, end, behind);
            return;
        }
        if at >= limit || behind.why.is_some() || behind.part.is_some() {
            if behind.why.is_none() && behind.hedge.is_none() {
                added::after_comma(text, limit, lexicon, behind);
            }
            return;
        }
        // `rose by 12 and did not pass 300` says nothing more of the 12.
        if n_nouns == 0
            && behind.hedge.is_none()
            && let Some(((), end)) = lexicon.longest(text, at, is_conjunction)
            && lexicon.longest(text, at, |_| Some(())).is_none_or(|((), longest)| longest == end)
        {
            return;
        }
        let begins = Begins { at, figure: clause::ahead(text, figure), n_nouns, limit };
        let (end, is_known) = longest(text, begins, lexicon, behind);
        if is_known {
            if behind.end == end && n_nouns == 0 && end > at {
                scale(text, end, lexicon, behind);
                if behind.scale.is_some() {
                    return;
                }
            }
            at = end;
            if lexicon.longest(text, at, |role| (role == Role::Counter).then_some(())).is_none()
                && behind.end == end
            {
                return;
            }
            continue;
        }
        if behind.why.is_some() || behind.part.is_some() {
            return;
        }
        if n_nouns == 0 && behind.hedge.is_none() {
            behind.why = neighbour::unread_behind(text, at, lexicon);
            behind.part = behind.part.or_else(|| address::before_way(text, at, limit, lexicon));
        }
        let c = text[at..].chars().next().unwrap_or(' ');
        let step = if is_glued(c) { c.len_utf8() } else { neighbour::word_len(&text[at..]) };
        at += step.max(c.len_utf8());
        n_nouns += 1;
        let reach = if is_glued(c) { 3 * NOUN_REACH } else { NOUN_REACH };
        if n_nouns > reach {
            behind.why = behind.why.or_else(|| denied_later(text, (at, limit), lexicon));
            return;
        }
        if lexicon.longest(text, clause::ahead(text, at), is_conjunction).is_some()
            && !is_hedge_ahead(text, at, lexicon)
        {
            return;
        }
    }
}

/// A verb at the end of the clause that denies it: `80명이 숨졌다는 보도를 부인했다`.
fn denied_later(text: &str, (from, limit): (usize, usize), lexicon: &'static Lexicon) -> Option<Why> {
    let mut before = text[..from].chars().next_back();
    for (offset, c) in text[from..limit].char_indices() {
        let begins = is_letter(c) && before.is_none_or(|before| !is_letter(before) || is_glued(c));
        before = Some(c);
        let denies = |role| matches!(role, Role::NegationBehindClause).then_some(());
        if begins && let Some(((), end)) = lexicon.longest(text, from + offset, denies) {
            return Some(Why::Denied(from + offset, end));
        }
    }
    None
}

pub(super) fn is_conjunction(role: Role) -> Option<()> {
    (role == Role::Conjunction).then_some(())
}

fn is_hedge_ahead(text: &str, at: usize, lexicon: &'static Lexicon) -> bool {
    let at = clause::ahead(text, at);
    lexicon.longest(text, at, |role| matches!(role, Role::HedgeBehindCounted(_)).then_some(())).is_some()
}

/// Where a phrase behind a figure begins.
#[derive(Clone, Copy)]
struct Begins {
    /// Its first byte.
    at: usize,
    /// The first byte behind the figure.
    figure: usize,
    /// Words of what is counted before it.
    n_nouns: usize,
    /// Where the clause ends.
    limit: usize,
}

/// Applies the longest phrase that begins here; returns its end and whether one was applied.
fn longest(
    text: &str,
    Begins { at, figure, n_nouns, limit }: Begins,
    lexicon: &'static Lexicon,
    behind: &mut Behind,
) -> (usize, bool) {
    let mut best: Option<(usize, &'static [Role])> = None;
    lexicon.each(text, at, |end, roles| {
        // What is counted may hold a hedge: `여 명`.
        let counts = roles.iter().all(|role| *role == Role::Counter) && best.is_some();
        if end <= limit && !counts {
            best = Some((end, roles));
        }
    });
    let Some((end, roles)) = best else { return (at, false) };
    behind.is_period |= n_nouns == 0 && roles.contains(&Role::Period);
    if n_nouns == 0 && roles.contains(&Role::PlainPoints) {
        behind.points = Some((at, end));
    }
    let mut is_known = false;
    for role in roles {
        let suits = match role {
            Role::HedgeBehindCounted(_) => !speaks_ahead(text, at, end, lexicon),
            Role::HedgeBehind(_) => n_nouns == 0 && !speaks_ahead(text, at, end, lexicon),
            Role::NotCountBehind | Role::AgeBehind | Role::Points | Role::Magnitude(_) => {
                n_nouns == 0 && (at == figure || !is_glued_at(text, at))
            }
            Role::RateBehind => n_nouns == 0,
            Role::DoubtBehind => at == figure || !is_glued_at(text, at),
            Role::NegationBehind
            | Role::NegationBehindClause
            | Role::DoubtBehindCounted
            | Role::RateBehindCounted => true,
            Role::Counter => true,
            Role::NotHedge => {
                is_known = true;
                false
            }
            _ => false,
        };
        if suits {
            is_known |= apply(*role, at, end, behind);
        }
    }
    (end, is_known)
}

fn is_glued_at(text: &str, at: usize) -> bool {
    text[at..].starts_with(is_glued)
}

/// Whether a hedge behind a figure is one of the next figure: `12 people at least 40 times`, or the beginning
/// of one, `45 orang dan lebih dari 100`.
fn speaks_ahead(text: &str, start: usize, end: usize, lexicon: &'static Lexicon) -> bool {
    let is_before = |role| matches!(role, Role::HedgeBefore(_)).then_some(());
    let goes_on = |at: usize| lexicon.longest(text, at, is_before).is_some_and(|(_, to)| to > end);
    let starts = text[start..end].char_indices().filter(|(_, c)| is_letter(*c)).map(|(at, _)| start + at);
    let mut starts = starts.filter(|at| !text[..*at].ends_with(is_letter));
    text[clause::ahead(text, end)..].starts_with(|c| digit(c).is_some()) || starts.any(goes_on)
}

fn scale(text: &str, at: usize, lexicon: &'static Lexicon, behind: &mut Behind) {
    if let Some((factor, rest)) = magnitude::after(Cursor::read_by(text, lexicon).to(at)) {
        behind.scale = Some(factor);
        behind.end = rest.offset();
    }
}
