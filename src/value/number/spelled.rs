//! English number words as exact figures: `one hundred and twenty`, `half a million`; starts at [`read`].

use rust_decimal::Decimal;

use super::super::scan::{Cursor, Placed, Token, fold};
use super::magnitude;

/// The figure that the words here spell, and the place behind them.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (placed, _) = cursor.next()?;
    let Token::Word(word) = placed.token else { return None };
    let mut buffer = [0; 16];
    match fold(word, &mut buffer) {
        "half" | "quarter" => part_of_magnitude(cursor),
        "a" | "one" | "three" => part_of_magnitude(cursor).or_else(|| cardinal(cursor)),
        "an" => cardinal(cursor),
        first => small(first).and_then(|_| cardinal(cursor)),
    }
}

/// The value of one number word below a hundred.
pub(super) fn small(word: &str) -> Option<u64> {
    let mut buffer = [0; 16];
    Some(match fold(word, &mut buffer) {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// `half a million`, `a quarter of a million`, `three quarters of a billion`.
fn part_of_magnitude(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (quarters, rest) = if let Some(rest) = cursor.word("half") {
        (2, rest)
    } else if let Some(rest) = cursor.phrase(&["three", "quarters"]) {
        (3, rest)
    } else {
        let rest = cursor.word("a").or_else(|| cursor.word("one")).unwrap_or(cursor);
        (1, rest.word("quarter")?)
    };
    let rest = rest.word("of").unwrap_or(rest);
    let rest = rest.word("a")?;
    let (factor, rest) = magnitude::after(rest)?;
    Some((factor.checked_mul(Decimal::new(quarters * 25, 2))?.normalize(), rest))
}

/// What was read last, which decides what may follow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Unit,
    Teen,
    Tens,
    Hundred,
    Scale,
    And,
}

/// Builds a figure word by word.
#[derive(Clone, Copy)]
struct Spelling {
    total: u128,
    group: u128,
    last: Last,
}

fn cardinal(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let mut spelling = Spelling { total: 0, group: 0, last: Last::Nothing };
    let mut cursor = cursor;
    let mut complete = None;
    if let Some((group, rest)) = article(cursor) {
        spelling = Spelling { total: 0, group, last: Last::Unit };
        cursor = rest;
        if group == 1 && rest.offset() > 0 && is_single(rest) {
            return Some((Decimal::ONE, rest.next()?.1));
        }
    }
    while let Some((placed, after)) = cursor.next() {
        let (word, after) = match placed.token {
            Token::Word(word) => (word, after),
            Token::Symbol('-' | '\u{2010}' | '\u{2011}') if placed.glued && complete.is_some() => {
                match after.next() {
                    Some((next, after)) => match next.token {
                        Token::Word(word) if next.glued => (word, after),
                        _ => break,
                    },
                    None => break,
                }
            }
            _ => break,
        };
        let Some(next) = spelling.extend(word) else { break };
        spelling = next;
        cursor = after;
        if spelling.last != Last::And {
            complete = Some((spelling, after));
        }
    }
    let (spelling, rest) = complete?;
    let value = spelling.value()?;
    if !matches!(spelling.last, Last::Unit | Last::Teen | Last::Tens) {
        return Some((value, rest));
    }
    let part = and_part(rest).or_else(|| point(rest));
    Some(part.map_or((value, rest), |(part, rest)| (value.saturating_add(part), rest)))
}

/// `a` or `an` before a magnitude stands for one.
fn article(cursor: Cursor<'_>) -> Option<(u128, Cursor<'_>)> {
    let rest = cursor.word("a").or_else(|| cursor.word("an"))?;
    let (placed, _) = rest.next()?;
    match placed.token {
        Token::Word(word) if magnitude::singular(word).is_some() || word.eq_ignore_ascii_case("single") => {
            Some((1, rest))
        }
        _ => None,
    }
}

fn is_single(cursor: Cursor<'_>) -> bool {
    cursor.word("single").is_some()
}

impl Spelling {
    /// The figure with one more word, if the word can stand here.
    fn extend(self, word: &str) -> Option<Self> {
        if let Some(value) = small(word) {
            return self.add(u128::from(value));
        }
        if word.eq_ignore_ascii_case("and") {
            let open = matches!(self.last, Last::Hundred | Last::Scale);
            return open.then_some(Self { last: Last::And, ..self });
        }
        self.multiply(u128::from(magnitude::singular(word)?))
    }

    fn add(self, value: u128) -> Option<Self> {
        let (last, fits) = match value {
            0 => (Last::Teen, self.last == Last::Nothing),
            1..=9 => (Last::Unit, !matches!(self.last, Last::Unit | Last::Teen)),
            10..=19 => (Last::Teen, !matches!(self.last, Last::Unit | Last::Teen | Last::Tens)),
            _ => (Last::Tens, !matches!(self.last, Last::Unit | Last::Teen | Last::Tens)),
        };
        fits.then_some(Self { group: self.group + value, last, ..self })
    }

    fn multiply(self, factor: u128) -> Option<Self> {
        if self.last == Last::And {
            return None;
        }
        if factor < 1000 {
            let counted = matches!(self.last, Last::Unit | Last::Teen);
            return (counted && self.group > 0).then_some(Self {
                group: self.group.checked_mul(factor)?,
                last: Last::Hundred,
                ..self
            });
        }
        match (self.last, self.group) {
            (Last::Nothing, _) => None,
            (Last::Scale, 0) => Some(Self { total: self.total.checked_mul(factor)?, ..self }),
            _ => Some(Self {
                total: self.total.checked_add(self.group.checked_mul(factor)?)?,
                group: 0,
                last: Last::Scale,
            }),
        }
    }

    fn value(self) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(i128::try_from(self.total.checked_add(self.group)?).ok()?, 0).ok()
    }
}

/// The part behind a whole number: `and a half`, `and a quarter`, `and three quarters`.
pub(super) fn and_part(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    const PARTS: [(&[&str], i64); 4] = [
        (&["and", "a", "half"], 50),
        (&["and", "one", "half"], 50),
        (&["and", "a", "quarter"], 25),
        (&["and", "three", "quarters"], 75),
    ];
    PARTS
        .iter()
        .find_map(|&(words, percent)| Some((Decimal::new(percent, 2).normalize(), cursor.phrase(words)?)))
}

/// The digits behind `point`, spelled one by one.
fn point(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let mut rest = cursor.word("point")?;
    let mut digits: i64 = 0;
    let mut scale = 0;
    while let Some((Placed { token: Token::Word(word), .. }, after)) = rest.next()
        && let Some(digit) = small(word).filter(|digit| *digit < 10)
        && scale < 12
    {
        digits = digits * 10 + digit as i64;
        scale += 1;
        rest = after;
    }
    (scale > 0).then(|| (Decimal::new(digits, scale), rest))
}
