//! What stands before a figure in its clause: [`read`].

use std::ops::Range;

use super::clause::{self, Mark};
use super::{Part, Why};
use crate::model::Hedge;
use crate::value::lexicon::{Lexicon, Role, Side};
use crate::value::scan::{digit, is_blank, is_dash, is_glued, is_letter, is_unspaced};

/// What the words before a figure say of it.
#[derive(Debug)]
pub(super) struct Before {
    /// The hedge directly before it.
    pub(super) hedge: Option<Hedge>,
    /// The hedge in the verb.
    pub(super) verb: Option<Hedge>,
    /// Whether rounding is ruled out.
    pub(super) is_exact: bool,
    /// What it is part of.
    pub(super) part: Option<Part>,
    /// Why it is not read.
    pub(super) why: Option<Why>,
    /// How near a verb of change stands before it: `rose from 80 to 85`.
    pub(super) change: ChangeBefore,
    /// Whether the hedge looks back on a stretch of time, if one is counted: `近3天`.
    pub(super) looks_back: bool,
    /// Where the hedge directly before it begins, or else the figure.
    pub(super) start: usize,
}

/// How near a verb of change stands before a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangeBefore {
    /// None does.
    None,
    /// Somewhere in its clause.
    InClause,
    /// Directly before it.
    Directly,
}

/// Words between a verb and its figure at most.
const VERB_REACH: usize = 5;

/// Words between a denial and the figure at most.
const DENIAL_REACH: usize = 6;

/// Reads back from a figure.
pub(super) fn read(text: &str, floor: usize, figure: Range<usize>, lexicon: &'static Lexicon) -> Before {
    let from = clause::start(text, floor, figure.start, lexicon);
    let marks = clause::marks(text, from, figure.start, lexicon);
    let from = after_conjunction(from, &marks, figure.start);
    let mut before = Before {
        hedge: None,
        verb: None,
        is_exact: false,
        part: None,
        change: match marks.iter().any(|mark| mark.has(Role::Change)) {
            true => ChangeBefore::InClause,
            false => ChangeBefore::None,
        },
        looks_back: false,
        why: fragment(text, figure.start),
        start: figure.start,
    };
    let at = chain(text, from, &marks, &mut before);
    before.why = before.why.or_else(|| behind_comma(text, floor, (from, at), lexicon));
    if before.why.is_none() {
        in_clause(text, (from, at), &marks, &mut before);
    }
    let head = clause::back(text, from, figure.start);
    if before.hedge.is_none() {
        before.part = before.part.or_else(|| address(text, (from, head), &marks, lexicon));
    }
    before.part = before.part.or_else(|| behind_address(text, floor, (from, head), lexicon));
    before.part = before.part.or_else(|| behind_colon(text, floor, (from, head), lexicon));
    if before.why.is_none() && before.hedge.is_none() {
        before.why = unread_neighbour(text, (from, head), at, lexicon);
    }
    before
}

/// A doubt or a denial that a comma parts from the figure: `perhaps, 12`, `they denied, dass 12 starben`.
fn behind_comma(
    text: &str,
    floor: usize,
    (from, at): (usize, usize),
    lexicon: &'static Lexicon,
) -> Option<Why> {
    let head = text[floor.min(from)..from].strip_suffix([',', '،', '，'])?;
    let comma = floor.min(from) + head.len();
    let start = clause::start(text, floor, comma, lexicon);
    let end = clause::back(text, start, comma);
    let between = clause::n_words(&text[from..at]);
    let first = clause::ahead(text, start);
    // `the chief, who denies wrongdoing, dismissed 16`: the clause between the commas is closed.
    let is_closed = text[..start].ends_with(',')
        && lexicon.longest(text, first, |role| (role == Role::Relative).then_some(())).is_some();
    if is_closed {
        return None;
    }
    clause::marks(text, start, comma, lexicon).iter().find_map(|mark| {
        // `17 человек, ещё 43`: the word belongs to the figure before it.
        if text[..mark.start].trim_end_matches(is_blank).ends_with(|c| digit(c).is_some()) {
            return None;
        }
        let is_directly = between == 0 && mark.end == end;
        let is_verb = text[mark.start..mark.end].chars().count() >= DENIAL_LETTERS
            && between + clause::n_words(&text[mark.end..comma]) <= DENIAL_REACH;
        if mark.has(Role::NegationBefore) && (is_directly || is_verb) {
            return Some(Why::Denied(mark.start, mark.end));
        }
        (is_directly && mark.has(Role::DoubtBefore)).then_some(Why::Doubt(mark.start, mark.end))
    })
}

/// Letters of a word that denies a whole clause at least: `denied`, not `not`.
const DENIAL_LETTERS: usize = 6;

/// `улице Ленина, 12`: an address whose number stands behind a comma.
fn behind_address(
    text: &str,
    floor: usize,
    (from, at): (usize, usize),
    lexicon: &'static Lexicon,
) -> Option<Part> {
    let head = text[floor.min(from)..from].strip_suffix(',').filter(|_| from == at)?;
    let comma = floor.min(from) + head.len();
    let start = clause::start(text, floor, comma, lexicon);
    address(text, (start, comma), &clause::marks(text, start, comma, lexicon), lexicon)
}

/// `Tel.: 12`, `No: 12`: a word that makes the figure part of something, and a colon.
fn behind_colon(
    text: &str,
    floor: usize,
    (from, at): (usize, usize),
    lexicon: &'static Lexicon,
) -> Option<Part> {
    let head = text[floor.min(from)..from].strip_suffix([':', '：']).filter(|_| from == at)?;
    let colon = floor.min(from) + head.len();
    let start = clause::start(text, floor, colon, lexicon);
    let marks = clause::marks(text, start, colon, lexicon);
    let named = marks.iter().find(|mark| mark.end == colon && mark.has(Role::NotCountBefore));
    named.map(|mark| Part::Of(mark.start, colon))
}

/// `calle Mayor 12`, `Kerkstraat 12`: a word for a way, and names up to the figure.
fn address(
    text: &str,
    (from, at): (usize, usize),
    marks: &[Mark],
    lexicon: &'static Lexicon,
) -> Option<Part> {
    let are_names = |words: &str| {
        let mut words = words.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).peekable();
        words.peek().is_some() && words.all(|word| word.starts_with(char::is_uppercase))
    };
    let way = marks.iter().find(|mark| {
        mark.start >= from
            && mark.end <= at
            && mark.has(Role::Address)
            && clause::n_words(&text[mark.end..at]) <= 3
            && are_names(&text[mark.end..at])
    });
    if let Some(way) = way {
        return Some(Part::Of(way.start, at));
    }
    let word = text[from..at].rsplit(|c: char| !is_letter(c)).next().unwrap_or_default();
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let lower = word.to_lowercase();
    let is_way = |way: &String| {
        let ends = word.ends_with(way.as_str()) || way.len() > 3 && lower.ends_with(&way.to_lowercase());
        word.len() > way.len() + 1 && ends
    };
    lexicon.data.addresses.iter().any(is_way).then_some(Part::Of(at - word.len(), at))
}

/// Where the last statement begins that a conjunction separates.
fn after_conjunction(from: usize, marks: &[Mark], figure: usize) -> usize {
    let last =
        marks.iter().filter(|mark| mark.has(Role::Conjunction) && mark.end < figure).map(|mark| mark.end);
    last.max().map_or(from, |end| end.max(from))
}

/// Follows hedges and fillers back from the figure; returns where they begin.
fn chain(text: &str, from: usize, marks: &[Mark], before: &mut Before) -> usize {
    let mut at = clause::back(text, from, before.start);
    loop {
        if let Some((hedge, start)) = sign(text, from, at) {
            set(before, hedge, start, at);
            at = clause::back(text, from, start);
            continue;
        }
        let ending = marks.iter().filter(|mark| mark.end == at && mark.start >= from);
        let Some(mark) = ending.min_by_key(|mark| mark.start) else { return at };
        let (start, end) = (mark.start, mark.end);
        let mut goes_on = false;
        let is_first = end == clause::back(text, from, before.start) || before.hedge.is_none();
        for role in mark.roles {
            match role {
                // `北约32国` is no `约32国`.
                Role::NotHedge if text[start..].starts_with(is_han) && before.hedge.is_none() => {
                    before.why = before.why.or(Some(Why::Doubt(start, end)));
                }
                Role::NotHedge => return at,
                Role::NegationBefore => before.why = before.why.or(Some(Why::Denied(start, end))),
                Role::DoubtBefore if before.hedge.is_none() || is_long(text, mark) => {
                    before.why = before.why.or(Some(Why::Doubt(start, end)));
                }
                Role::NotCountBefore if is_first => before.part = Some(Part::Of(start, end)),
                Role::RateBefore if is_first => before.part = Some(Part::Rate(start, end)),
                Role::AgeBefore if is_first => before.part = Some(Part::Age(start, end)),
                Role::HedgeBefore(hedge) => {
                    set(before, *hedge, start, end);
                    goes_on = true;
                }
                Role::Exactly => {
                    before.is_exact = true;
                    before.start = start;
                    goes_on = true;
                }
                Role::Filler => goes_on = true,
                Role::Change => before.change = ChangeBefore::Directly,
                Role::LooksBack => before.looks_back |= is_first,
                _ => {}
            }
        }
        if !goes_on || before.why.is_some() {
            return at;
        }
        at = clause::back(text, from, start);
    }
}

fn set(before: &mut Before, hedge: Hedge, start: usize, end: usize) {
    if before.hedge.is_some_and(|stated| stated != hedge) {
        before.why = before.why.or(Some(Why::TwoHedges(start, end)));
    }
    before.hedge = Some(hedge);
    before.start = start;
}

/// A hedge as a sign, which means the same everywhere.
fn sign(text: &str, from: usize, at: usize) -> Option<(Hedge, usize)> {
    let head = &text[from..at];
    let two = [(">=", Hedge::AtLeast), ("=>", Hedge::AtLeast), ("<=", Hedge::UpTo)];
    if let Some((sign, hedge)) = two.iter().find(|(sign, _)| head.ends_with(sign)) {
        return Some((*hedge, at - sign.len()));
    }
    let last = head.chars().next_back()?;
    let hedge = match last {
        '~' | '≈' | '∼' | '±' | '～' => Hedge::About,
        '≥' | '⩾' => Hedge::AtLeast,
        '≤' | '⩽' => Hedge::UpTo,
        '>' | '＞' => Hedge::MoreThan,
        '<' | '＜' => Hedge::FewerThan,
        _ => return None,
    };
    Some((hedge, at - last.len_utf8()))
}

/// Verbs, denials and doubts further back in the clause.
fn in_clause(text: &str, (from, at): (usize, usize), marks: &[Mark], before: &mut Before) {
    let head = clause::back(text, from, before.start);
    let is_definite = marks.iter().any(|mark| mark.end == head && mark.has(Role::Definite));
    let has_tally = marks.iter().any(|mark| mark.start >= from && mark.has(Role::Tally));
    // `if` begins a statement, and doubts it.
    let begins = |mark: &Mark| {
        mark.start >= from || mark.has(Role::Conjunction) && mark.has(Role::DoubtBefore) && mark.end == from
    };
    for mark in marks.iter().filter(|mark| begins(mark) && mark.end <= at && is_long(text, mark)) {
        let distance = clause::n_words(&text[mark.end..at]);
        for role in mark.roles {
            match role {
                Role::Verb(hedge) if distance <= VERB_REACH => {
                    if before.verb.is_some_and(|stated| stated != *hedge) {
                        before.why = Some(Why::TwoHedges(mark.start, mark.end));
                    }
                    before.verb = Some(*hedge);
                }
                Role::TallyVerb(hedge) if distance == 0 && has_tally => before.verb = Some(*hedge),
                // `passed 12 bills` says nothing of how many, `the toll passed the mark of 12` may.
                Role::TallyVerb(_) if distance == 0 || has_tally && distance <= VERB_REACH => {
                    before.why = before.why.or(Some(Why::Doubt(mark.start, mark.end)));
                }
                // What is counted stands between hedge and figure: `យ៉ាងហោចណាស់ប៉ូលិស ១៧ នាក់`.
                Role::HedgeBefore(hedge) if distance <= VERB_REACH && counts_behind_noun(text, mark) => {
                    if before.verb.is_some_and(|stated| stated != *hedge) {
                        before.why = Some(Why::TwoHedges(mark.start, mark.end));
                    }
                    before.verb = Some(*hedge);
                }
                // `a lo sumo quedaron 12`: a hedge that words part from the figure.
                Role::HedgeBefore(_) if is_parted(text, mark, distance) => {
                    before.why = before.why.or(Some(Why::Doubt(mark.start, mark.end)));
                }
                Role::NegationBefore if distance <= DENIAL_REACH && !(is_definite && distance > 0) => {
                    before.why = before.why.or(Some(Why::Denied(mark.start, mark.end)));
                }
                Role::DoubtBefore if distance < VERB_REACH && !(is_definite && distance > 0) => {
                    before.why = before.why.or(Some(Why::Doubt(mark.start, mark.end)));
                }
                _ => {}
            }
        }
    }
}

/// Whether a language in this script names what is counted before the figure.
fn counts_behind_noun(text: &str, mark: &Mark) -> bool {
    let words = &text[mark.start..mark.end];
    let is_hedge_alone = words.chars().nth(2).is_some();
    words.starts_with(|c| is_glued(c) && (is_hedge_alone || is_unspaced(c) && !is_japanese(c)))
}

/// Whether a hedge that is no preposition stands a word or two before the figure, which it may change.
fn is_parted(text: &str, mark: &Mark, distance: usize) -> bool {
    let words = &text[mark.start..mark.end];
    if words.starts_with(is_han) {
        return distance == 1 && words.chars().nth(1).is_some();
    }
    let is_plain = words.starts_with(|c| !is_glued(c));
    is_plain && (1..=PARTED_REACH).contains(&distance) && words.trim().contains(' ')
}

/// Words between a hedge and a figure that it may still change.
const PARTED_REACH: usize = 2;

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}') || is_han(c)
}

/// In scripts without spaces a short word is part of many others, so it counts only beside the figure.
fn is_long(text: &str, mark: &Mark) -> bool {
    let words = &text[mark.start..mark.end];
    match words.chars().next() {
        Some(c) if is_han(c) => words.chars().nth(1).is_some(),
        Some(c) if is_unspaced(c) => words.chars().nth(2).is_some(),
        _ => true,
    }
}

/// The digits of Chinese and Japanese.
fn is_han_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '两' | '兩' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{9fff}')
}

/// A figure that a stroke or digits before it make part of a longer one.
fn fragment(text: &str, figure: usize) -> Option<Why> {
    let mut head = text[..figure].chars().rev();
    let last = head.next()?;
    let is_part = match last {
        // `2、3人` is two or three.
        '/' | '.' | ',' | '、' => head.next().is_some_and(|c| digit(c).is_some() || is_han_numeral(c)),
        // `两三百` is two or three hundred.
        c => is_han_numeral(c) && text[figure..].starts_with(is_han_numeral),
    };
    is_part.then(|| Why::Fragment(figure - last.len_utf8(), figure))
}

/// The word directly before the figure, where it is none of the language and could change the figure.
///
/// What the language itself reads up to the figure begins at `read`.
fn unread_neighbour(
    text: &str,
    (from, at): (usize, usize),
    read: usize,
    lexicon: &'static Lexicon,
) -> Option<Why> {
    let head = &text[from..at];
    let start_of = |head: &str| head.trim_end_matches(is_letter).len();
    if lexicon.is_strict && read == at {
        let head = head.trim_end_matches(is_dash);
        return head.ends_with(is_letter).then(|| Why::Unknown(from + start_of(head), at));
    }
    if !head.ends_with(is_letter) {
        return None;
    }
    let mut start = from + start_of(head);
    if read == at && lexicon.is_alien(&text[start..at]) {
        return Some(Why::Foreign(start, at));
    }
    for _ in 0..4 {
        if start < read && lexicon.foreign(text, start, Side::Before) == Some(at) {
            return Some(Why::Foreign(start, at));
        }
        let head = text[from..start].trim_end_matches(|c| !is_letter(c));
        if head.is_empty() {
            return None;
        }
        start = from + start_of(head);
    }
    None
}
