//! Words for a size that state no figure: `dozens`, `several hundred`, `tens of thousands`.

use rust_decimal::Decimal;

use super::super::lexicon::Role;
use super::super::scan::Cursor;
use super::magnitude;

/// What a vague word allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Vague {
    /// The least that it can mean.
    pub(super) low: Decimal,
    /// The most that it can mean.
    pub(super) high: Decimal,
    /// The least and the most that a reader takes it to mean.
    pub(super) plausible: (Decimal, Decimal),
}

/// The vague size that stands here, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Vague, Cursor<'_>)> {
    let (size, rest) = cursor.role(|role| match role {
        Role::Vague(size) => Some(size),
        _ => None,
    })?;
    let scaled = if size.counts { magnitude::after(rest) } else { None };
    let (scale, rest) = scaled.unwrap_or((Decimal::ONE, rest));
    // `several hundred` ends just below the next hundred.
    let least = |n: u64| Decimal::from(n).checked_mul(scale);
    let most = |n: u64| Decimal::from(n + 1).checked_mul(scale)?.checked_sub(Decimal::ONE);
    let vague = Vague {
        low: least(size.hard.0)?,
        high: most(size.hard.1)?,
        plausible: (least(size.plausible.0)?, most(size.plausible.1)?),
    };
    Some((vague, rest))
}
