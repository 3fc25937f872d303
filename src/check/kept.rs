//! What was found of each sheet before, so that an edit compares the claims of its own sheet and reads its own
//! quotes; entry point [`Kept`].
//!
//! Findings are kept of sheets whose questions no other sheet asks. Of claims, and of words of the desk, it is kept
//! only that they are sound: a fault names places in files, and is looked for again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::joined::Joined;
use super::prose::Sound;
use super::same;
use crate::model::{ClaimIx, Corpus, FactIx, Finding, Sheet, SheetIx};

/// What the last corpus came to, sheet by sheet.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    before: Option<Before>,
    /// How many sheets were compared the last time.
    pub n_compared: usize,
    /// How many claims were held against their quotes the last time.
    pub n_read: usize,
    /// How many texts of the desk had their figures looked up the last time.
    pub n_worded: usize,
}

#[derive(Clone, Debug)]
struct Before {
    corpus: Arc<Corpus>,
    /// By sheet; `None` where they depend on other sheets.
    findings: Vec<Option<Vec<Finding>>>,
    /// By claim.
    is_sound: Vec<bool>,
    /// Words of the desk that are sound, by sheet.
    words: Vec<BTreeSet<String>>,
}

impl Kept {
    /// What every sheet came to before, where it says the same; a sheet that does not gets `None`.
    pub(super) fn findings(&self, corpus: &Corpus, joined: &Joined) -> Known<'_> {
        let none = || vec![None; corpus.sheets.len()];
        let sheets = self.before.as_ref().map_or_else(none, |before| same::sheets(&before.corpus, corpus));
        let is_alone = corpus.sheets.iter().map(|sheet| is_alone(corpus, joined, sheet)).collect();
        Known { before: self.before.as_ref(), sheets, is_alone }
    }

    /// Keeps what the sheets of a corpus came to, and which of its claims are known to be sound.
    pub(super) fn keep(&mut self, corpus: &Arc<Corpus>, found: KeptSheets) {
        let KeptSheets { findings, is_sound, words, n_compared } = found;
        self.n_compared = n_compared;
        self.before = Some(Before { corpus: Arc::clone(corpus), findings, is_sound, words });
    }

    /// The claims that are not known to be sound; all where this is another corpus than was kept.
    pub(super) fn open(&self, corpus: &Arc<Corpus>) -> Vec<ClaimIx> {
        let known = self.before.as_ref().filter(|before| Arc::ptr_eq(&before.corpus, corpus));
        let is_sound = |ix: &ClaimIx| known.is_some_and(|before| before.is_sound[ix.index()]);
        (0..corpus.claims.len() as u32).map(ClaimIx).filter(|ix| !is_sound(ix)).collect()
    }

    /// Keeps that claims were read, and of each whether it is sound.
    pub(super) fn read(&mut self, corpus: &Arc<Corpus>, claims: &[(ClaimIx, bool)]) {
        self.n_read = claims.len();
        let Some(before) = self.before.as_mut().filter(|before| Arc::ptr_eq(&before.corpus, corpus)) else {
            return;
        };
        for &(ix, is_sound) in claims {
            before.is_sound[ix.index()] = is_sound;
        }
    }

    /// Words of the desk that are known to be sound; none where this is another corpus than was kept.
    pub(super) fn take_words(&mut self, corpus: &Arc<Corpus>) -> Sound {
        let known = self.before.as_mut().filter(|before| Arc::ptr_eq(&before.corpus, corpus));
        let by_sheet = known.map(|before| std::mem::take(&mut before.words)).unwrap_or_default();
        Sound { by_sheet, n_read: 0 }
    }

    /// Keeps words that are known to be sound by now.
    pub(super) fn put_words(&mut self, corpus: &Arc<Corpus>, words: Sound) {
        self.n_worded = words.n_read;
        if let Some(before) = self.before.as_mut().filter(|before| Arc::ptr_eq(&before.corpus, corpus)) {
            before.words = words.by_sheet;
        }
    }
}

/// What is kept of one corpus.
pub(super) struct KeptSheets {
    pub(super) findings: Vec<Option<Vec<Finding>>>,
    pub(super) is_sound: Vec<bool>,
    pub(super) words: Vec<BTreeSet<String>>,
    pub(super) n_compared: usize,
}

/// What is known of the sheets of a corpus before anything is compared.
pub(super) struct Known<'a> {
    before: Option<&'a Before>,
    sheets: Vec<Option<SheetIx>>,
    is_alone: Vec<bool>,
}

impl Known<'_> {
    /// Whether the findings of a sheet depend on it alone.
    pub(super) fn is_alone(&self, sheet: SheetIx) -> bool {
        self.is_alone[sheet.index()]
    }

    /// The findings of a sheet that says the same as before.
    pub(super) fn of(&self, corpus: &Corpus, ix: SheetIx) -> Option<Vec<Finding>> {
        let before = self.before?;
        let known = self.sheets[ix.index()].filter(|_| self.is_alone(ix))?;
        let findings = before.findings[known.index()].as_ref()?;
        let moved = Moved::between((&before.corpus, known), (corpus, ix));
        Some(findings.iter().map(|finding| moved.finding(finding)).collect())
    }

    /// Words of the desk that are known to be sound, by sheet.
    pub(super) fn words(&self) -> Vec<BTreeSet<String>> {
        let known = |ix: &Option<SheetIx>| self.before?.words.get((*ix)?.index()).cloned();
        self.sheets.iter().map(|ix| known(ix).unwrap_or_default()).collect()
    }

    /// Which claims are known to be sound.
    pub(super) fn is_sound(&self, corpus: &Corpus) -> Vec<bool> {
        let mut is_sound = vec![false; corpus.claims.len()];
        let Some(before) = self.before else { return is_sound };
        for (sheet, known) in corpus.sheets.iter().zip(&self.sheets) {
            let Some(known) = known else { continue };
            let old = same::claims(&before.corpus, &before.corpus[*known]);
            for (old, new) in old.zip(same::claims(corpus, sheet)) {
                is_sound[new.index()] = before.is_sound[old.index()];
            }
        }
        is_sound
    }
}

/// Whether every question of a sheet, and every total, is asked in this sheet only.
fn is_alone(corpus: &Corpus, joined: &Joined, sheet: &Sheet) -> bool {
    let is_here = |fact: &FactIx| sheet.facts.binary_search(fact).is_ok();
    sheet.facts.iter().all(|&fact| {
        let total = corpus[fact].by.as_ref().and_then(|by| by.total);
        joined.group(fact).iter().all(is_here) && total.as_ref().is_none_or(is_here)
    })
}

/// Where the facts and claims of a sheet stood, and where they stand now, in the same order.
struct Moved<'a> {
    sheet: SheetIx,
    facts: [&'a [FactIx]; 2],
    claims: [Vec<ClaimIx>; 2],
}

impl<'a> Moved<'a> {
    fn between((before, old): (&'a Corpus, SheetIx), (now, new): (&'a Corpus, SheetIx)) -> Self {
        let (a, b) = (&before[old], &now[new]);
        let claims = [same::claims(before, a).collect(), same::claims(now, b).collect()];
        Self { sheet: new, facts: [&a.facts, &b.facts], claims }
    }

    fn finding(&self, finding: &Finding) -> Finding {
        let mut finding = Finding { sheet: self.sheet, ..finding.clone() };
        finding.facts.iter_mut().for_each(|fact| *fact = to(self.facts, *fact));
        let claims = [self.claims[0].as_slice(), self.claims[1].as_slice()];
        finding.sides.iter_mut().flatten().for_each(|claim| *claim = to(claims, *claim));
        finding
    }
}

/// Lists of positions are in order.
fn to<T: Copy + Ord>([old, new]: [&[T]; 2], ix: T) -> T {
    old.binary_search(&ix).map_or(ix, |place| new[place])
}
