//! One passage that a page holds twice is one passage; entry point [`without_copies`].

use std::ops::Range;

use super::prepared::Prepared;

/// Letters and digits around two places that must agree, on both sides together.
const SHARED_MIN: usize = 60;
/// Agreement beyond this many on one side says nothing more.
const SHARED_MAX: usize = 120;
/// Whoever finds this many different passages has found an ambiguous quote.
const DISTINCT_MAX: usize = 16;

/// The ranges without those that only repeat an earlier one in the same surroundings.
///
/// Pages often carry their text twice, as a card and in full. Such copies begin and end anywhere,
/// so the agreement of both sides is added up.
pub(super) fn without_copies(ranges: Vec<Range<usize>>, text: &Prepared<'_>) -> Vec<Range<usize>> {
    let mut distinct: Vec<Range<usize>> = vec![];
    for range in ranges {
        if distinct.len() < DISTINCT_MAX && !distinct.iter().any(|known| is_copy(known, &range, text)) {
            distinct.push(range);
        }
    }
    distinct
}

fn is_copy(a: &Range<usize>, b: &Range<usize>, text: &Prepared<'_>) -> bool {
    let lower = text.lower();
    let before = |range: &Range<usize>| {
        lower.text[..lower.folded(range.start)].chars().rev().filter(|c| c.is_alphanumeric())
    };
    let after =
        |range: &Range<usize>| lower.text[lower.folded(range.end)..].chars().filter(|c| c.is_alphanumeric());
    shared(before(a), before(b)) + shared(after(a), after(b)) >= SHARED_MIN
}

/// How many characters two texts begin with in common.
fn shared(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take(SHARED_MAX).take_while(|(a, b)| a == b).count()
}
