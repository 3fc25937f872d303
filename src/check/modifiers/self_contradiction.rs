//! `self-contradiction`: one source gives two answers; entry point [`applies`].
#![doc = include_str!("self_contradiction.md")]

use crate::check::pair::Pair;

/// Whether both claims are one source's own, or rest on the same people whom it cites.
pub fn applies(pair: &Pair) -> bool {
    let (a, b) = (&pair.a.via, &pair.b.via);
    pair.a.source == pair.b.source
        && a.iter().all(|voice| b.contains(voice))
        && b.iter().all(|voice| a.contains(voice))
}
