//! Number words as exact figures: `one hundred and twenty`, `two point five`; starts at [`read`].

use rust_decimal::Decimal;

use super::super::lexicon::Role;
use super::super::scan::{Cursor, Placed, Token, is_glued};
use super::{compound, magnitude};

/// The figure that the words here spell, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    if let Some(behind) = cursor.is(Role::Article) {
        return article(behind);
    }
    cardinal(cursor, Spelling::default())
}

/// The value of one number word.
pub(super) fn small(cursor: Cursor<'_>) -> Option<(u64, Cursor<'_>)> {
    let listed = cursor.role(|role| match role {
        Role::Numeral(value) => Some(value),
        _ => None,
    });
    listed.or_else(|| compound::read(cursor))
}

/// `a` or `an` before a magnitude or `single` stands for one.
fn article(behind: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    if magnitude::singular(behind).is_some() {
        return cardinal(behind, Spelling { group: 1, pending: 1, last: Last::Small, ..Spelling::default() });
    }
    let rest = behind.is(Role::Single)?;
    Some((Decimal::ONE, rest))
}

/// What was read last, which decides what may follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Last {
    #[default]
    Nothing,
    Small,
    Hundred,
    Scale,
    Joiner,
}

/// Builds a figure word by word.
#[derive(Clone, Copy, Debug, Default)]
struct Spelling {
    total: u128,
    group: u128,
    /// The last number of the group that nothing has multiplied.
    pending: u128,
    last: Last,
}

fn cardinal(cursor: Cursor<'_>, begun: Spelling) -> Option<(Decimal, Cursor<'_>)> {
    let mut spelling = begun;
    let mut cursor = cursor;
    let mut complete = None;
    while let Some((placed, behind)) = cursor.next() {
        let here = match placed.token {
            Token::Word(_) => cursor,
            // `twenty-five`; a dash behind a whole number may be a range's.
            Token::Symbol('-' | '\u{2010}' | '\u{2011}')
                if placed.glued && complete.is_some() && starts_glued(behind) =>
            {
                behind
            }
            _ => break,
        };
        let Some((next, rest)) = spelling.extend(here) else { break };
        (spelling, cursor) = (next, rest);
        if spelling.last != Last::Joiner {
            complete = Some((spelling, rest));
        }
    }
    let (spelling, rest) = complete?;
    // Where words run into each other a numeral begins many; what it counts shows that it counts.
    if rest.text()[..rest.offset()].ends_with(is_glued) && !counts(rest) && !opens_range(rest) {
        return None;
    }
    let value = spelling.value()?;
    if spelling.last != Last::Small {
        return Some((value, rest));
    }
    let part = and_part(rest).or_else(|| point(rest));
    Some(part.map_or((value, rest), |(part, rest)| (value.saturating_add(part), rest)))
}

fn starts_glued(cursor: Cursor<'_>) -> bool {
    matches!(cursor.next(), Some((Placed { token: Token::Word(_), glued: true, .. }, _)))
}

fn counts(rest: Cursor<'_>) -> bool {
    rest.is(Role::Counter).is_some() || rest.is(Role::Percent).is_some() || rest.is_done()
}

/// Whether the other end of a range follows, and counts: `六到八人`.
fn opens_range(rest: Cursor<'_>) -> bool {
    rest.is(Role::Between)
        .is_some_and(|other| cardinal(other, Spelling::default()).is_some_and(|(_, end)| counts(end)))
}

impl Spelling {
    /// The figure with one more word, if the word can stand here.
    fn extend(self, cursor: Cursor<'_>) -> Option<(Self, Cursor<'_>)> {
        let (numeral, factor) = (small(cursor), magnitude::singular(cursor));
        if let Some((factor, rest)) = factor
            && let Some(next) = self.multiply(u128::from(factor))
        {
            return Some((next, rest));
        }
        if let Some((value, rest)) = numeral {
            let value = u128::from(value);
            // A language's file may list its hundred as a number alone.
            let is_factor = is_power(value) || value == 10 && cursor.lexicon().composes_teens();
            let next = if is_factor { self.multiply(value) } else { None };
            return Some((next.or_else(|| self.add(value, cursor.lexicon().composes_teens()))?, rest));
        }
        let rest = cursor.is(Role::Joiner)?;
        let open = matches!(self.last, Last::Hundred | Last::Scale)
            || self.last == Last::Small && cursor.lexicon().data.joined_tens;
        open.then_some((Self { last: Last::Joiner, ..self }, rest))
    }

    /// A smaller number behind a round one.
    fn add(self, value: u128, composes_teens: bool) -> Option<Self> {
        let (total, group) = match value {
            // A number of thousands that the file lists whole.
            1_000.. if self.last == Last::Nothing => (value, 0),
            1_000.. => return None,
            _ => (self.total, self.group.checked_add(value)?),
        };
        let room = match self.group {
            0 if self.total == 0 => u128::MAX,
            0 => grain(self.total),
            10 if !composes_teens => 1,
            group => grain(group),
        };
        let pending = if value >= 1_000 { 0 } else { value };
        let fits = value < room && (value > 0 || self.last == Last::Nothing);
        let last = if value >= 1_000 {
            Last::Scale
        } else if grain(value) >= 100 {
            Last::Hundred
        } else {
            Last::Small
        };
        fits.then_some(Self { total, group, pending, last })
    }

    fn multiply(self, factor: u128) -> Option<Self> {
        if self.last == Last::Joiner {
            return None;
        }
        if factor < 1_000 {
            let scaled = self.pending.checked_mul(factor)?;
            let rest = self.group - self.pending;
            let counted = (1..100).contains(&self.pending) && (rest == 0 || scaled < grain(rest));
            return counted.then_some(Self {
                group: rest.checked_add(scaled)?,
                pending: 0,
                last: Last::Hundred,
                ..self
            });
        }
        match (self.last, self.group) {
            (Last::Nothing, _) => None,
            (Last::Scale, 0) if self.total < factor => {
                Some(Self { total: self.total.checked_mul(factor)?, ..self })
            }
            (Last::Scale, 0) => None,
            // `三千五百万` counts all of it, `two million five thousand` the last part.
            _ if self.total < factor => Some(Self {
                total: self.total.checked_add(self.group)?.checked_mul(factor)?,
                group: 0,
                pending: 0,
                last: Last::Scale,
            }),
            _ => Some(Self {
                total: self.total.checked_add(self.group.checked_mul(factor)?)?,
                group: 0,
                pending: 0,
                last: Last::Scale,
            }),
        }
    }

    fn value(self) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(i128::try_from(self.total.checked_add(self.group)?).ok()?, 0).ok()
    }
}

/// Whether a number multiplies the one before it: 100, 1000, 10,000.
fn is_power(value: u128) -> bool {
    value >= 100 && grain(value) == value
}

/// The power of ten of the last digit that is not zero.
fn grain(value: u128) -> u128 {
    let mut grain = 1;
    while value > 0 && value.is_multiple_of(grain * 10) {
        grain *= 10;
    }
    grain
}

/// The part behind a whole number: `and a half`, `and three quarters`.
pub(super) fn and_part(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let ((count, parts), rest) = cursor.role(|role| match role {
        Role::Part(count, parts) => Some((count, parts)),
        _ => None,
    })?;
    Some((Decimal::from(count).checked_div(Decimal::from(parts))?.normalize(), rest))
}

/// The digits behind `point`, spelled one by one.
fn point(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let mut rest = cursor.is(Role::Point)?;
    let mut digits: i64 = 0;
    let mut scale = 0;
    while let Some((digit, after)) = small(rest).filter(|(digit, _)| *digit < 10)
        && scale < 12
    {
        digits = digits * 10 + digit as i64;
        scale += 1;
        rest = after;
    }
    (scale > 0).then(|| (Decimal::new(digits, scale), rest))
}
