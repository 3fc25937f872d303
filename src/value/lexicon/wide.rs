//! What phrases say of every figure of their sentence or clause: [`Wide`], and [`each`] phrase with its own.

use super::Data;

/// What a phrase says of all figures around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    /// What the sentence tells is denied, or did not happen.
    Denies,
    /// What the clause tells may be otherwise.
    Doubts,
    /// What stands before it in the sentence is denied, where its clause ends with it.
    Rejects,
    /// What stands behind it in the sentence may be otherwise.
    Fears,
    /// The figures of the clause are a rate.
    Rate,
    /// The same where a figure follows.
    RateEvery,
    /// The same where a round figure of a hundred or more follows.
    RateRound,
}

/// Every such phrase of a language.
pub(super) fn each(data: &Data, mut add: impl FnMut(&str, Wide)) {
    for (words, wide) in [
        (&data.sentence.denials, Wide::Denies),
        (&data.sentence.doubts, Wide::Doubts),
        (&data.sentence.rejections, Wide::Rejects),
        (&data.sentence.fears, Wide::Fears),
        (&data.rates.clause, Wide::Rate),
        (&data.rates.every, Wide::RateEvery),
        (&data.rates.round, Wide::RateRound),
    ] {
        words.iter().for_each(|phrase| add(phrase, wide));
    }
}
