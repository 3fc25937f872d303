//! Dates and figures of a text in order, each stretch read once: [`Items`].
//!
//! Where a date can be read no number is: the 14 of `November 14` counts nothing.

use std::ops::Range;

use rust_decimal::Decimal;

use super::direction::{self, Apart};
use super::glued::{continuation, of_calendar};
use super::sentence::{self, Sentences};
use super::wanted::Wanted;
use crate::value::beside::{self, Beside, Part, Why};
use crate::value::date::{
    self,
    mention::Mention,
    reader::{Reader, Sought},
    told,
    told::Told,
    worded,
};
use crate::value::lexicon::{Lexicon, Role};
use crate::value::number::currency::minor_behind;
use crate::value::number::figure::{self, Figure};
use crate::value::scan::{Cursor, Placed, Token, digit, is_space, is_unspaced};

/// Something that a text states in figures or words.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A date.
    Date(Mention),
    /// A number, an amount of money or a share.
    Figure(Figure),
    /// A figure that is part of something else: an age, an address, the name of a thing.
    Other(Figure, Part),
    /// A figure that the words around it leave unread.
    Unread(Figure, Why),
    /// Digits that can be read in two ways, or in none.
    Unclear,
    /// A figure that nobody asked about.
    Passed,
}

/// The items of a text, with where they stand.
pub(super) struct Items<'a> {
    reader: Reader<'static>,
    wanted: Wanted,
    cursor: Cursor<'a>,
    before: Option<Placed<'a>>,
    /// Where the item before this one ends.
    floor: usize,
    /// Where a figure in words ends.
    words_end: Option<usize>,
    /// Where a figure ends that is denied, with what denies it.
    denied: Option<(usize, Why)>,
    /// What says something of whole sentences; looked for where a figure is first found.
    sentences: Option<Sentences>,
    /// The end and the size of the figure before.
    last: Option<(usize, Decimal)>,
}

impl<'a> Items<'a> {
    /// The items of a text in the words of a language.
    pub(super) fn of(text: &'a str, lexicon: &'static Lexicon) -> Self {
        Self::read_by((Reader::figures(), Wanted::All), text, lexicon)
    }

    /// The same where only figures with one of these ends are asked about; the others are passed over.
    pub(super) fn near((low, high): (Decimal, Decimal), text: &'a str, lexicon: &'static Lexicon) -> Self {
        Self::read_by((Reader::figures(), Wanted::Near(low, high)), text, lexicon)
    }

    /// The items of a text that is read for dates; figures are passed over.
    pub(super) fn for_dates(text: &'a str, lexicon: &'static Lexicon) -> Self {
        Self::read_by((Reader::dates(lexicon), Wanted::None), text, lexicon)
    }

    /// The same items with every figure read whole.
    pub(super) fn whole(self) -> Self {
        Self { wanted: Wanted::All, ..self }
    }

    fn read_by(
        (reader, wanted): (Reader<'static>, Wanted),
        text: &'a str,
        lexicon: &'static Lexicon,
    ) -> Self {
        Self {
            reader,
            wanted,
            cursor: Cursor::read_by(text, lexicon),
            before: None,
            floor: 0,
            words_end: None,
            denied: None,
            sentences: None,
            last: None,
        }
    }

    /// What stands behind a date or a figure, which it takes nothing from.
    fn leave(&mut self, end: usize, last: Placed<'a>) {
        self.step(self.cursor.to(end), last);
        self.floor = end;
    }

    /// Whether dates are read in English here. In a language that nothing is known of a word may change one.
    fn reads_english(&self) -> bool {
        let is_beside_word = matches!(self.before, Some(Placed { token: Token::Word(_), .. }));
        match self.cursor.lexicon().tag.as_str() {
            "und" => !is_beside_word,
            _ => !told::reads(self.cursor.lexicon()),
        }
    }

    /// A date in the words of the text's language, as an item.
    fn told(&mut self, told: Told<'a>, placed: Placed<'a>) -> (Item, Range<usize>) {
        let (item, rest) = match told {
            Told::Date(date, rest) => (self.dated(date), rest),
            Told::Unclear(rest) => (Item::Unclear, rest),
        };
        self.leave(rest.offset(), placed);
        (item, placed.start..rest.offset())
    }

    /// A date; one that is denied is none to who looks for dates.
    fn dated(&self, date: Mention) -> Item {
        match self.reader.sought {
            Sought::Dates if date.denied => Item::Unclear,
            Sought::Dates | Sought::Figures => Item::Date(date),
        }
    }

    /// Whether a word stands here with digits behind it that a date begins with.
    fn is_before_date(&self, placed: Placed<'_>, next: Cursor<'a>) -> bool {
        matches!(placed.token, Token::Word(_))
            && told::reads(next.lexicon())
            && matches!(next.next(), Some((Placed { token: Token::Digits(_), .. }, _)))
            && told::read(self.reader, next, self.floor).is_some()
    }

    /// In `neither 12 nor 14` both are denied.
    fn denied_with(&self, found: Beside, start: usize) -> Beside {
        let (Beside::Figure(figure), Some((end, why))) = (found, self.denied) else { return found };
        let between = self.cursor.text().get(end..start).unwrap_or_default();
        let words = between.trim_matches(|c: char| c == ',' || c.is_whitespace()).to_lowercase();
        let alternatives = &self.cursor.lexicon().data.alternatives;
        if alternatives.contains(&words) { Beside::Unread(figure, why) } else { found }
    }

    /// What the rest of the sentence makes of a figure.
    fn in_sentence(&mut self, found: Beside, range: Range<usize>) -> Beside {
        let cursor = self.cursor;
        let sentences = self.sentences.get_or_insert_with(|| Sentences::of(cursor));
        sentences.around(found, range, cursor)
    }

    /// A figure with what stands around it.
    fn figure(&mut self, figure: Figure, rest: Cursor<'a>, placed: Placed<'a>) -> (Item, Range<usize>) {
        let cursor = self.cursor;
        let is_range = figure.low != figure.high;
        if is_range
            && !in_words_from(&placed)
            && let Some(at) = sentence::contest(cursor, self.floor, figure.start)
        {
            let range = figure.start..rest.offset();
            self.leave(range.end, placed);
            return (Item::Unread(figure, Why::Doubt(at.start, at.end)), range);
        }
        let apart = is_range.then(|| direction::apart(cursor, &figure, rest.offset())).flatten();
        let (figure, rest) = match apart {
            Some(Apart::Change(change, rest)) => (change, rest),
            Some(Apart::Levels(level, rest, behind)) => {
                let found = self.alone(level, rest, placed);
                // `до 8 %` is no hedge where it leads to a level.
                self.floor = self.floor.max(behind);
                return found;
            }
            Some(Apart::Open(at)) => {
                let range = figure.start..rest.offset();
                self.leave(range.end, placed);
                return (Item::Unread(figure, Why::Doubt(at.start, at.end)), range);
            }
            None => (figure, rest),
        };
        self.alone(figure, rest, placed)
    }

    /// A figure that is no range, or one taken apart.
    fn alone(&mut self, figure: Figure, rest: Cursor<'a>, placed: Placed<'a>) -> (Item, Range<usize>) {
        let cursor = self.cursor;
        let core = figure.start..rest.offset();
        let in_words = matches!(placed.token, Token::Word(_));
        // In `몇 45` the words before the digits say something of them; a one is an article: `un 3 %`.
        let goes_on = !in_words && self.words_end == Some(cursor.offset());
        self.words_end = (in_words && figure.low != Decimal::ONE).then_some(core.end);
        if goes_on {
            self.leave(core.end, placed);
            return (Item::Unclear, core);
        }
        if let Some(end) = self.wanted.passes(&figure, (cursor.text(), core.end), cursor.lexicon()) {
            self.last = Some((end, figure.low)).filter(|_| !figure.percent);
            self.denied = None;
            self.leave(end.max(core.end), placed);
            return (Item::Passed, core.start..end);
        }
        let (found, range) = beside::read((cursor.text(), self.floor), figure, core, cursor.lexicon());
        let found = self.denied_with(found, range.start);
        let found = self.in_sentence(found, range.clone());
        let found = sentence::of_whole(found, (cursor, self.last), range.start);
        let found = sentence::of_round(found, rest);
        let found = match found {
            Beside::Figure(figure) if figure.currency.is_none() => match minor_behind(rest) {
                Some(end) => Beside::Other(figure, Part::Minor(rest.start(), end)),
                None => found,
            },
            found => found,
        };
        self.last = Some((range.end, figure.low)).filter(|_| !figure.percent);
        self.denied = denial(&found).map(|why| (range.end, why));
        self.leave(range.end.max(rest.offset()), placed);
        (item(found), range)
    }

    fn step(&mut self, to: Cursor<'a>, last: Placed<'a>) {
        self.cursor = to;
        self.before = Some(last);
    }
}

impl Iterator for Items<'_> {
    type Item = (Item, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((placed, next)) = self.cursor.next() {
            let cursor = self.cursor;
            let is_digits = matches!(placed.token, Token::Digits(_));
            if let Some(rest) = continuation(self.before, (&placed, cursor), next) {
                self.step(rest, placed);
                continue;
            }
            if told::reads(cursor.lexicon()) {
                if let Some(told) = told::read(self.reader, cursor, self.floor) {
                    return Some(self.told(told, placed));
                }
            } else if is_digits && let Some((date, rest)) = date::in_signs(cursor) {
                let range = date.start..rest.offset();
                self.leave(range.end, placed);
                return Some((self.dated(date), range));
            }
            let of_clock = || time_of_day(&placed, next).or_else(|| minutes_of_hour(&placed, next));
            if let Some(rest) = of_clock().or_else(|| of_calendar(&placed, next)) {
                self.step(cursor.to(rest.offset()), placed);
                continue;
            }
            let is_led = || beside::is_led(cursor.text(), self.floor, placed.start, cursor.lexicon());
            if worded::may_begin(self.reader, placed.token, next)
                && self.reads_english()
                && let Some((date, rest)) = worded::read(self.reader, cursor)
                && !(is_digits && is_led())
            {
                let range = date.start..rest.offset();
                self.leave(range.end, placed);
                return Some((self.dated(date), range));
            }
            if is_digits && let Some(end) = telephone(cursor) {
                self.leave(end, placed);
                return Some((Item::Unclear, placed.start..end));
            }
            match figure::read(cursor) {
                // Behind `von` a range of days may begin where one of figures does.
                Ok(Some(_)) if self.is_before_date(placed, next) => self.step(next, placed),
                Ok(Some((figure, rest))) => return Some(self.figure(figure, rest, placed)),
                Err(fault) if is_digits || fault.range.start == placed.start => {
                    let is_whole = fault.range.start == placed.start;
                    let end = if is_whole { fault.range.end.max(placed.end) } else { placed.end };
                    self.leave(end, placed);
                    return Some((Item::Unclear, placed.start..end));
                }
                Ok(None) | Err(_) => match inside(cursor, &placed) {
                    Some(at) => {
                        self.before = None;
                        self.cursor = cursor.to(at);
                    }
                    None => self.step(next, placed),
                },
            }
        }
        None
    }
}

/// Where a figure in words begins inside a run of letters without spaces, behind its first letter.
fn inside(cursor: Cursor<'_>, placed: &Placed<'_>) -> Option<usize> {
    let Token::Word(word) = placed.token else { return None };
    if !word.starts_with(is_unspaced) {
        return None;
    }
    let starts = word.char_indices().skip(1).map(|(at, _)| placed.start + at);
    let mut starts =
        starts.filter(|at| !matches!(cursor.to(*at).next(), Some((next, _)) if next.start != *at));
    starts.find(|at| matches!(figure::read(cursor.to(*at)), Ok(Some(_))))
}

/// Whether a range begins with a word: `between 49 and 51`.
fn in_words_from(first: &Placed<'_>) -> bool {
    matches!(first.token, Token::Word(_))
}

/// Digits of a telephone number at least.
const TELEPHONE_DIGITS: usize = 7;

/// The end of a telephone number, which counts nothing: `020 7946 0958`, `555-0123`.
fn telephone(cursor: Cursor<'_>) -> Option<usize> {
    let text = cursor.text();
    let (mut n_runs, mut n_digits, mut end) = (0, 0, cursor.start());
    // `210 555 1234`: a blank before more than a group.
    let mut is_spaced = false;
    let mut has_zero = text[..end].ends_with('+');
    let mut at = cursor;
    while let Some((placed, rest)) = at.next() {
        let Token::Digits(digits) = placed.token else { break };
        n_runs += 1;
        n_digits += digits.chars().filter(|c| digit(*c).is_some()).count();
        is_spaced |= n_runs == 1 && digits.contains(is_space);
        let is_long = digits.chars().nth(1).is_some_and(|c| digit(c).is_some());
        has_zero |= is_long && digits.starts_with('0');
        end = placed.end;
        at = rest;
        if let Some((Placed { token: Token::Symbol('-' | '/' | ')' | '\u{2011}'), .. }, behind)) = at.next()
            && matches!(behind.next(), Some((Placed { token: Token::Digits(_), .. }, _)))
        {
            at = behind;
        }
    }
    let is_telephone =
        n_digits >= TELEPHONE_DIGITS && (n_runs >= 3 || (has_zero || is_spaced) && n_runs >= 2);
    is_telephone.then_some(end)
}

/// The place behind `10:30`, which counts nothing.
fn time_of_day<'a>(hour: &Placed<'_>, next: Cursor<'a>) -> Option<Cursor<'a>> {
    if !matches!(hour.token, Token::Digits(_)) {
        return None;
    }
    let (colon, rest) = next.next()?;
    let (minutes, rest) = rest.next()?;
    let glued = colon.glued && minutes.glued;
    (glued && colon.token == Token::Symbol(':') && matches!(minutes.token, Token::Digits(_))).then_some(rest)
}

/// The place behind `14 h 30`, which counts nothing.
fn minutes_of_hour<'a>(hour: &Placed<'_>, next: Cursor<'a>) -> Option<Cursor<'a>> {
    let is_below = |digits: &str, most: u32| digits.parse().is_ok_and(|n: u32| n < most);
    let Token::Digits(hours) = hour.token else { return None };
    let (minutes, rest) = next.is(Role::Hour)?.next()?;
    let Token::Digits(told) = minutes.token else { return None };
    (is_below(hours, 25) && is_below(told, 60)).then_some(rest)
}

/// What denies a figure.
fn denial(found: &Beside) -> Option<Why> {
    match found {
        Beside::Unread(_, why @ Why::Denied(..)) => Some(*why),
        _ => None,
    }
}

fn item(found: Beside) -> Item {
    match found {
        // A range that runs downwards is a score, or nothing.
        Beside::Figure(figure) | Beside::Other(figure, _) | Beside::Unread(figure, _)
            if figure.low > figure.high =>
        {
            Item::Unclear
        }
        Beside::Figure(figure) => Item::Figure(figure),
        Beside::Other(figure, part) => Item::Other(figure, part),
        Beside::Unread(figure, why) => Item::Unread(figure, why),
    }
}
