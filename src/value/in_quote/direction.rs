//! Whether a figure of a quote is a change, and which way: [`stated`].
//!
//! `fell by 3 %` and `a 3 % fall` are changes; `fell to 3 %` is a level, `lost 3 % of its staff` a share,
//! and 3 percentage points are not 3 per cent.

use std::ops::Range;

use crate::model::Change;
use crate::value::lexicon::{ChangeWords, Lexicon, Role};
use crate::value::number::change::{is_one, of_role, way};
use crate::value::number::figure::{self, Figure};
use crate::value::scan::{Cursor, Token, digit, is_glued, is_letter, is_unspaced};

/// Words between a verb and its figure that change nothing, besides `by` and adverbs.
const FILLERS: [&str; 12] =
    ["a", "an", "another", "further", "the", "some", "about", "around", "just", "only", "by", "of"];

/// Verbs with `up` that are no change: 3 % that make up something are a share.
const WITH_UP: [&str; 13] =
    ["mak*", "made", "tak*", "took", "add*", "us*", "eat*", "ate", "giv*", "gave", "set*", "mop*", "round*"];

/// Words that no noun phrase goes over: what stands behind them is said of something else.
const BREAKS: [&str; 30] = [
    "of", "in", "for", "on", "to", "at", "by", "and", "or", "from", "than", "the", "a", "an", "who", "which",
    "that", "is", "was", "were", "are", "have", "has", "had", "with", "as", "but", "while", "said", "say",
];

/// Verbs between what changes and `up` or `down`: `arrests were down 500`.
const COPULAS: [&str; 9] = ["was", "were", "is", "are", "be", "been", "being", "stood", "came"];

/// How many words before `by` the verb may stand.
const REACH: usize = 8;

/// Which way a figure goes, by the words around it; `None` for a level or a share.
pub(super) fn stated(
    quote: &str,
    range: &Range<usize>,
    percent: bool,
    lexicon: &'static Lexicon,
) -> Option<Change> {
    if let Some(change) = beside(quote, range, percent, lexicon) {
        return Some(change);
    }
    let (before, behind) = (&quote[..range.start], &quote[range.end..]);
    let next = word(behind);
    let is_share = percent && next.is_some_and(|next| next.eq_ignore_ascii_case("of"));
    led(before, percent, is_share, lexicon)
        .or_else(|| plain(before, lexicon).filter(|_| !quote[range.start..].starts_with(is_letter)))
        .or_else(|| followed(behind, percent, lexicon))
}

/// The words beside a figure that tell a change and leave its direction open: `sagged 3 %`, `a 3 % swing`.
pub(super) fn open(
    quote: &str,
    range: &Range<usize>,
    percent: bool,
    lexicon: &'static Lexicon,
) -> Option<Range<usize>> {
    let whole = Cursor::read_by(quote, lexicon);
    let moves = &lexicon.data.moves;
    if !(moves.before.is_empty() && moves.before_percent.is_empty())
        && let Some(found) = moved(whole, range.start, percent)
    {
        return Some(found);
    }
    if percent && let Some(verb) = changing_verb(quote, range, lexicon) {
        return Some(verb);
    }
    let at = whole.to(range.end);
    let next = at.is(Role::MoveBehind).or_else(|| at.next()?.1.is(Role::MoveBehind))?;
    Some(at.start()..next.offset())
}

/// A phrase before a figure that tells a change without its direction.
fn moved(whole: Cursor<'_>, figure: usize, percent: bool) -> Option<Range<usize>> {
    let text = whole.text();
    let from = text[..figure].char_indices().rev().nth(PHRASE_REACH / 2).map_or(0, |(at, _)| at);
    let places = text[from..figure].char_indices().map(|(at, _)| from + at);
    let mut begins = places.filter(|at| {
        let inside = text[..*at].ends_with(is_letter) && !text[*at..].starts_with(is_unspaced);
        text[*at..].starts_with(is_letter) && !inside
    });
    begins.find_map(|at| {
        let is_move = |role: Role| (role == Role::Move || percent && role == Role::MovePercent).then_some(());
        let ((), rest) = whole.to(at).role(is_move)?;
        (rest.offset() <= figure && is_neutral(rest, figure)).then(|| at..rest.offset())
    })
}

/// A verb before a share that ends as those do that tell changes, and tells none that is known.
fn changing_verb(quote: &str, range: &Range<usize>, lexicon: &Lexicon) -> Option<Range<usize>> {
    let moves = &lexicon.data.moves;
    let head = quote[..range.start].trim_end();
    let ending = moves.endings.iter().find(|ending| head.ends_with(ending.as_str()))?;
    let end = head.len() - ending.len() + ending.find(' ').unwrap_or(ending.len());
    let start = head[..end].trim_end_matches(is_letter).len();
    let verb = &head[start..end];
    let is_share = word(&quote[range.end..]).is_some_and(|next| is_one(next, &moves.shares));
    let is_verb = verb.starts_with(char::is_lowercase) && verb.chars().count() > 3;
    (is_verb && !is_share && !is_one(verb, &moves.levels)).then_some(start..head.len())
}

/// Bytes before a figure in which a phrase for a change may begin.
const PHRASE_REACH: usize = 96;

/// The change that a phrase directly beside a figure tells, in a language whose file gives whole phrases:
/// `sank um 3 %`, `3%減少`.
///
/// Of a number of things only a phrase that joins the two tells it: who lost 500 soldiers lost them.
fn beside(quote: &str, range: &Range<usize>, percent: bool, lexicon: &'static Lexicon) -> Option<Change> {
    if lexicon.data.rises.beside.is_empty() && lexicon.data.falls.beside.is_empty() {
        return None;
    }
    let whole = Cursor::read_by(quote, lexicon);
    let is_told = |at: usize, end: usize| {
        let words = &quote[at..end];
        percent
            || words.trim().contains(' ')
            || words.trim_start().starts_with(is_unspaced)
            || whole.to(at).is(Role::PlainChange).is_some()
    };
    let mut found: Option<(usize, usize, Change)> = None;
    let mut is_level = false;
    let places = quote[..range.start].char_indices().rev();
    for (at, c) in places.take_while(|(at, _)| range.start - at <= PHRASE_REACH) {
        let is_inside = quote[..at].ends_with(is_letter) && !is_unspaced(c);
        if is_inside || !is_letter(c) {
            continue;
        }
        is_level |= whole.to(at).is(Role::Level).is_some_and(|rest| rest.start() == range.start);
        if let Some((change, rest)) = whole.to(at).role(of_role)
            && rest.offset() <= range.start
            && is_neutral(rest, range.start)
            // `daalde tot` leads to a level.
            && whole.to(at).is(Role::NotHedge).is_none_or(|longer| longer.offset() <= rest.offset())
            && is_told(at, rest.offset())
            && found.is_none_or(|(_, end, _)| rest.offset() >= end)
        {
            found = Some((at, rest.offset(), change));
        }
    }
    let behind = || {
        let mut here = whole.to(range.end);
        // What is counted may stand between: `500人減った`.
        while here.role(of_role).is_none() {
            here = here.is(Role::Counter)?;
        }
        let (change, rest) = here.role(of_role)?;
        // `turun ke jalan` is no fall.
        if here.is(Role::NotHedge).is_some_and(|longer| longer.offset() > rest.offset()) {
            return None;
        }
        is_told(here.start(), rest.offset()).then_some(change)
    };
    found.map(|(_, _, change)| change).or_else(behind).filter(|_| !is_level)
}

/// What a change and something behind it are, where they look like a range.
pub(super) enum Apart<'a> {
    /// The change, or the level that it began at, alone, and the place behind it; the level that it ends at
    /// stands further on: `fell by 500 to 3,000`, `fell from 3,500 to 3,000`.
    Change(Figure, Cursor<'a>),
    /// The level that it began at, the place behind it, and the place behind what leads to the level that it
    /// ends at.
    Levels(Figure, Cursor<'a>, usize),
    /// Either a change and a level or a range of changes, by the words in this stretch.
    Open(Range<usize>),
}

/// How many times the change a level is at least, that a figure behind `to` is taken for one.
const LEVEL_FACTOR: i64 = 3;

/// Takes a range apart that is a change and a level; `None` where it is a range.
pub(super) fn apart<'a>(start: Cursor<'a>, range: &Figure, end: usize) -> Option<Apart<'a>> {
    let (text, lexicon, from) = (start.text(), start.lexicon(), start.start());
    let places = std::iter::successors(start.next(), |(_, rest)| rest.next());
    let joint = places
        .map(|(_, rest)| rest)
        .take_while(|rest| rest.start() < end)
        .find(|rest| text[rest.start()..].starts_with(is_letter) && joins(*rest, range.high < range.low))?;
    let is_phrase = || beside(&text[..from], &(from..from), false, lexicon).is_some();
    let is_directed = is_led(&text[..from], lexicon) || is_phrase();
    let behind_opener = start.next().filter(|(placed, _)| matches!(placed.token, Token::Word(_)));
    let runs_down = range.high < range.low;
    let opener = behind_opener.filter(|_| is_directed || runs_down).map(|(_, rest)| rest.start());
    // `9%から7%に`: what leads to the levels stands behind them.
    let is_level = text[joint.start()..].starts_with(is_glued)
        && (runs_down || start.to(end).is(Role::LevelEnd).is_some());
    // `fell from 20 to 18`: two levels, and no range, as nothing that runs down is one.
    if let Some(at) = opener.or(is_level.then_some(from)) {
        let alone = Cursor::read_by(&text[..joint.start()], lexicon).to(at);
        let (level, behind) = figure::read(alone).ok()??;
        // What the second figure states once holds for both: `von 20 auf 8 %`.
        let level = Figure { percent: range.percent, currency: level.currency.or(range.currency), ..level };
        return Some(Apart::Levels(level, start.to(behind.offset()), goes_on(joint)));
    }
    if !is_directed {
        return None;
    }
    let alone = Cursor::read_by(&text[..joint.start()], lexicon).to(from);
    let (change, rest) = figure::read(alone).ok()??;
    let is_shared = change.low != range.low || range.percent && !change.percent;
    if is_shared || change.low != change.high {
        return None;
    }
    let is_level = change.percent || range.high < range.low || {
        range.low.checked_mul(LEVEL_FACTOR.into()).is_some_and(|least| range.high >= least)
    };
    Some(match is_level {
        true => Apart::Change(change, start.to(rest.offset())),
        false => Apart::Open(joint.start()..joint.is(Role::Between)?.offset()),
    })
}

/// Whether a word between two figures makes them a range, or two levels.
fn joins(cursor: Cursor<'_>, runs_down: bool) -> bool {
    let goes_on = |role: Role| matches!(role, Role::RangeGoesOn(_)).then_some(());
    let leads = || cursor.role(goes_on).is_some() && (runs_down || cursor.is(Role::Level).is_some());
    cursor.is(Role::Between).is_some() || leads()
}

/// The place behind a word between two figures.
fn goes_on(cursor: Cursor<'_>) -> usize {
    let joint = |role: Role| matches!(role, Role::RangeGoesOn(_) | Role::Between).then_some(());
    cursor.role(joint).map_or(cursor.offset(), |(_, rest)| rest.offset())
}

/// Whether nothing stands up to a place but words that change nothing.
fn is_neutral(cursor: Cursor<'_>, end: usize) -> bool {
    let mut at = cursor;
    while at.start() < end {
        if at.is(Role::Level).is_some() {
            return false;
        }
        let neutral = |role: Role| matches!(role, Role::Filler | Role::Article).then_some(());
        match at.role(neutral) {
            Some((_, rest)) => at = rest,
            None => return false,
        }
    }
    true
}

/// Whether a figure is told in percentage points, where its words say per cent.
pub(super) fn in_points(quote: &str, range: &Range<usize>) -> bool {
    let behind = quote[range.end..].trim_start_matches(['-', '\u{2010}', '\u{2011}']);
    word(behind).is_some_and(|next| is_one(next, &["point", "points", "pts", "pt"]))
}

/// Whether a text ends with a word for a change, for whatever figure.
fn is_led(before: &str, lexicon: &Lexicon) -> bool {
    led(before, false, false, lexicon).is_some() || led(before, true, false, lexicon).is_some()
}

/// Verbs that tell a change of any figure directly behind them: `deaths fell 500`.
const PLAIN: [&str; 14] = [
    "fell",
    "fall",
    "falls",
    "fallen",
    "declined",
    "declines",
    "plunged",
    "plummeted",
    "tumbled",
    "slumped",
    "rose",
    "rises",
    "risen",
    "grew",
];

/// The change that such a verb directly before a figure without a hedge tells.
fn plain(before: &str, lexicon: &Lexicon) -> Option<Change> {
    let verb = clause(before).pop().filter(|verb| is_one(verb, &PLAIN))?;
    way(verb, false, lexicon)
}

/// The change that the words before a figure tell.
fn led(before: &str, percent: bool, is_share: bool, lexicon: &Lexicon) -> Option<Change> {
    let words = clause(before);
    let mut joined = false;
    let mut rest = words.iter().rev();
    while let Some(&word) = rest.next() {
        if is_one(word, &["by"]) {
            let way = |word: &&str| way(word, true, lexicon);
            return rest.take(REACH).find_map(way);
        }
        joined |= word.eq_ignore_ascii_case("of");
        let is_up_or_down = !joined && (is_one(word, &["up", "down"]));
        if is_up_or_down && !percent && rest.clone().next().is_some_and(|verb| is_one(verb, &COPULAS)) {
            return way(word, true, lexicon);
        }
        if joined && let Some(change) = of_noun(word, lexicon) {
            return Some(change);
        }
        if let Some(change) = way(word, percent, lexicon) {
            let is_up_of_verb =
                word.eq_ignore_ascii_case("up") && rest.next().is_some_and(|verb| is_one(verb, &WITH_UP));
            let is_told = joined || percent && !is_share;
            return (is_told && !is_up_of_verb).then_some(change);
        }
        if !(is_one(word, &FILLERS) || word.ends_with("ly")) {
            return None;
        }
    }
    None
}

/// The change that a noun before `of` tells: `a drop of 500`.
fn of_noun(word: &str, lexicon: &Lexicon) -> Option<Change> {
    let data = &lexicon.data;
    let is_fall = is_one(word, &data.falls.of).then_some(Change::Fall);
    is_fall.or_else(|| is_one(word, &data.rises.of).then_some(Change::Rise))
}

/// The change that the words behind a figure tell.
fn followed(behind: &str, percent: bool, lexicon: &Lexicon) -> Option<Change> {
    let mut cursor = Cursor::new(behind);
    for at in 0..3 {
        let (placed, rest) = cursor.next()?;
        let word = match placed.token {
            Token::Word(word) => word,
            Token::Symbol('-' | '\u{2010}' | '\u{2011}') if at > 0 && placed.glued => {
                cursor = rest;
                continue;
            }
            Token::Symbol(_) | Token::Digits(_) => return None,
        };
        let is_here = |words: &ChangeWords| {
            percent && is_one(word, &words.behind_percent) || at == 0 && is_one(word, &words.behind)
        };
        match (is_here(&lexicon.data.rises), is_here(&lexicon.data.falls)) {
            (true, _) => return Some(Change::Rise),
            (_, true) => return Some(Change::Fall),
            (false, false) if is_one(word, &BREAKS) => return None,
            (false, false) => cursor = rest,
        }
    }
    None
}

/// The words of the clause that a text ends with.
fn clause(text: &str) -> Vec<&str> {
    let ends = |(at, c): (usize, char)| {
        let end = at + c.len_utf8();
        let is_sign = matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '(' | ')' | '—' | '–');
        (is_sign && !text[end..].starts_with(|c| digit(c).is_some())).then_some(end)
    };
    // What stands before the last sign is of another clause.
    let from = text.char_indices().rev().find_map(ends).unwrap_or(0);
    let mut words = Vec::new();
    let mut cursor = Cursor::at(text, from);
    while let Some((placed, rest)) = cursor.next() {
        match placed.token {
            Token::Word(word) => words.push(word),
            Token::Symbol(',' | ';' | ':' | '.' | '!' | '?' | '(' | ')' | '—' | '–') => words.clear(),
            Token::Symbol(_) | Token::Digits(_) => words.push(""),
        }
        cursor = rest;
    }
    words
}

/// The word that a text begins with.
fn word(text: &str) -> Option<&str> {
    match Cursor::new(text).next()?.0.token {
        Token::Word(word) => Some(word),
        Token::Digits(_) | Token::Symbol(_) => None,
    }
}
