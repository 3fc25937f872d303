//! What a sentence says of all its figures, wherever it says so: [`Sentences`], and [`of_whole`] of what
//! a part is of.
//!
//! `would have killed 200`, `a plot against 300 was foiled` and `reports of 80 deaths turned out to be false` tell
//! of nothing that happened; in `12 cases per 100,000 people` neither figure counts anything.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::Hedge;
use crate::value::beside::{Beside, Part, Why, clause};
use crate::value::lexicon::{Role, Wide};
use crate::value::number::figure;
use crate::value::scan::{Cursor, Placed, Token, is_blank, is_glued, is_letter, is_unspaced};

/// The phrases of a text that say something of whole sentences, in order.
pub(super) struct Sentences {
    marks: Vec<Mark>,
}

struct Mark {
    range: Range<usize>,
    wide: Wide,
}

/// How far off such a phrase can stand, in bytes.
const REACH: usize = 320;

impl Sentences {
    /// Those of a text.
    pub(super) fn of(cursor: Cursor<'_>) -> Self {
        let (text, lexicon) = (cursor.text(), cursor.lexicon());
        let mut marks = Vec::new();
        if !lexicon.has_wide() {
            return Self { marks };
        }
        let mut before = None;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let begins = !is_blank(c)
                && before.is_none_or(|before| !is_letter(before) || is_glued(before) || is_glued(c));
            before = Some(c);
            if begins && let Some((meanings, end)) = lexicon.wide(text, at) {
                marks.extend(meanings.iter().filter_map(|wide| mark(cursor, at..end, *wide)));
            }
            at += c.len_utf8();
            // Most letters stand inside a word, and there no phrase begins.
            if c.is_ascii_alphabetic() {
                at += text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            }
        }
        Self { marks }
    }

    /// What they make of a figure.
    pub(super) fn around(&self, found: Beside, range: Range<usize>, cursor: Cursor<'_>) -> Beside {
        let (Beside::Figure(figure) | Beside::Other(figure, _)) = found else { return found };
        let first = self.marks.partition_point(|mark| mark.range.start + REACH < range.start);
        for mark in self.marks[first..].iter().take_while(|mark| mark.range.start <= range.end + REACH) {
            let between = range.end.min(mark.range.end)..range.start.max(mark.range.start);
            let (start, end) = (mark.range.start, mark.range.end);
            match mark.wide {
                Wide::Denies if is_one_sentence(cursor, &between) => {
                    return Beside::Unread(figure, Why::Denied(start, end));
                }
                // `up to 200 may have died` says itself that it is open.
                Wide::Doubts if figure.hedge != Hedge::UpTo && is_one_clause(cursor, &between) => {
                    return Beside::Unread(figure, Why::Doubt(start, end));
                }
                Wide::Rate | Wide::RateEvery | Wide::RateRound if is_one_clause(cursor, &between) => {
                    return Beside::Other(figure, Part::Rate(start, end));
                }
                Wide::Rejects if start >= range.end && is_one_sentence(cursor, &between) => {
                    return Beside::Unread(figure, Why::Denied(start, end));
                }
                Wide::Fears if end <= range.start && is_one_sentence(cursor, &between) => {
                    return Beside::Unread(figure, Why::Doubt(start, end));
                }
                Wide::Denies
                | Wide::Doubts
                | Wide::Fears
                | Wide::Rejects
                | Wide::Rate
                | Wide::RateEvery
                | Wide::RateRound => {}
            }
        }
        found
    }
}

/// A phrase as a mark, with the figure that it needs behind it.
fn mark(cursor: Cursor<'_>, range: Range<usize>, wide: Wide) -> Option<Mark> {
    let every = |least: Decimal| {
        let behind = cursor.to(range.end);
        // Digits that follow are read without what stands before them.
        let (Placed { token: Token::Digits(_), .. }, _) = behind.next()? else { return None };
        let is_sized = |whole| whole >= least && (least.is_zero() || is_power_of_ten(whole));
        plain_figure(behind, is_sized).map(|end| Mark { range: range.start..end, wide })
    };
    match wide {
        Wide::Denies | Wide::Doubts | Wide::Fears | Wide::Rate => Some(Mark { range, wide }),
        Wide::Rejects => {
            let text = cursor.text();
            let end = clause::ahead(text, range.end);
            let next = text[end..].chars().next();
            let ends = next.is_none_or(|c| c == '.' || clause::ends_clause(text, end, c, cursor.lexicon()));
            ends.then_some(Mark { range, wide })
        }
        Wide::RateEvery => every(Decimal::ZERO),
        Wide::RateRound => every(Decimal::ONE_HUNDRED),
    }
}

fn is_power_of_ten(value: Decimal) -> bool {
    let digits = value.normalize().to_string();
    digits.strip_prefix('1').is_some_and(|zeros| zeros.chars().all(|c| c == '0'))
}

fn is_one_sentence(cursor: Cursor<'_>, between: &Range<usize>) -> bool {
    let (text, lexicon) = (cursor.text(), cursor.lexicon());
    let mut inside = text.get(between.clone()).unwrap_or_default().char_indices();
    !inside.any(|(at, c)| clause::ends_sentence(text, between.start + at, c, lexicon))
}

fn is_one_clause(cursor: Cursor<'_>, between: &Range<usize>) -> bool {
    let (text, lexicon) = (cursor.text(), cursor.lexicon());
    let mut inside = text.get(between.clone()).unwrap_or_default().char_indices();
    !inside.any(|(at, c)| clause::ends_clause(text, between.start + at, c, lexicon))
}

/// The word in the clause before two figures that makes them the sides of a vote or a score: `voted 49 to 51`.
pub(super) fn contest(cursor: Cursor<'_>, floor: usize, figure: usize) -> Option<Range<usize>> {
    let (text, lexicon) = (cursor.text(), cursor.lexicon());
    if lexicon.data.contests.is_empty() {
        return None;
    }
    let from = floor.min(figure);
    let from = text[from..figure]
        .char_indices()
        .rev()
        .find(|&(at, c)| clause::ends_clause(text, from + at, c, lexicon))
        .map_or(from, |(at, c)| from + at + c.len_utf8());
    let places = text[from..figure].char_indices().map(|(at, _)| from + at);
    let mut begins =
        places.filter(|at| text[*at..].starts_with(is_letter) && !text[..*at].ends_with(is_letter));
    begins.find_map(|at| {
        let is_contest = |role| (role == Role::Contest).then_some(());
        lexicon.longest(text, at, is_contest).map(|((), end)| at..end)
    })
}

/// `9 out of 12`: the whole of a share is none of its own unless an article makes it one.
pub(super) fn of_whole(
    found: Beside,
    (cursor, last): (Cursor<'_>, Option<(usize, Decimal)>),
    figure: usize,
) -> Beside {
    let (Beside::Figure(whole) | Beside::Other(whole, _), Some((end, part))) = (found, last) else {
        return found;
    };
    let text = cursor.text();
    let is_near =
        |between: &&str| between.len() <= WHOLE_REACH && !between.contains([',', ';', ':', '(', '.']);
    let Some(between) = text.get(end..figure).filter(is_near) else { return found };
    let is_one = part == Decimal::ONE;
    if part > whole.low {
        return found;
    }
    let places = between
        .char_indices()
        .filter(|(at, c)| is_letter(*c) && (!between[..*at].ends_with(is_letter) || is_unspaced(*c)));
    let mut n_words = 0;
    for (at, _) in places {
        let here = cursor.to(end + at);
        let joint = here.role(|role| match role {
            Role::Whole => Some(()),
            Role::Ratio => (is_one || is_power_of_ten(whole.low)).then_some(()),
            _ => None,
        });
        if let Some(((), rest)) = joint
            && rest.start() == figure
        {
            return Beside::Unread(whole, Why::Whole(end + at, rest.offset()));
        }
        n_words += 1;
        if n_words > WHOLE_WORDS {
            break;
        }
    }
    found
}

/// `12 in 100 pupils`, `12 von 1000`: a part of a round whole is a rate; the phrase that makes it one.
pub(super) fn of_round(found: Beside, rest: Cursor<'_>) -> Beside {
    let Beside::Figure(part) = found else { return found };
    let Some((rest, joint)) = share_joint(rest, part.low == Decimal::ONE) else { return found };
    let end = if part.low == Decimal::ONE {
        plain_figure(joint, |whole| whole > Decimal::ONE)
    } else {
        mark(rest, rest.start()..joint.offset(), Wide::RateRound).map(|mark| mark.range.end)
    };
    end.map_or(found, |end| Beside::Other(part, Part::Rate(rest.start(), end)))
}

/// Where a figure ends that begins here, in digits or in words, and counts something of this size.
fn plain_figure(at: Cursor<'_>, is_sized: impl Fn(Decimal) -> bool) -> Option<usize> {
    let (figure, rest) = figure::read(at).ok().flatten()?;
    let is_plain = figure.currency.is_none() && !figure.percent && figure.low == figure.high;
    (is_plain && is_sized(figure.low)).then_some(rest.offset())
}

/// What joins a part to its whole, and the place behind; `one person in five` names what is counted between.
fn share_joint(behind: Cursor<'_>, is_one: bool) -> Option<(Cursor<'_>, Cursor<'_>)> {
    if let Some(rest) = whole_behind(behind) {
        return Some((behind, rest));
    }
    let (placed, next) = behind.next().filter(|_| is_one)?;
    let is_word = matches!(placed.token, Token::Word(_)) && !placed.glued;
    is_word.then(|| whole_behind(next)).flatten().map(|rest| (next, rest))
}

fn whole_behind(at: Cursor<'_>) -> Option<Cursor<'_>> {
    at.is(Role::Ratio).or_else(|| at.is(Role::Whole))
}

/// Bytes and words between a part and its whole at most.
const WHOLE_REACH: usize = 40;
const WHOLE_WORDS: usize = 3;
