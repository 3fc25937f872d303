//! How many records stand beside each other; entry point [`count`].

use std::collections::BTreeMap;

use crate::model::{Crowd, EntityIx, FactIx, Finding, SheetIx};

/// Tells each finding how many records its edition, sheet and question have.
pub fn count(findings: &mut [Finding]) {
    let mut in_sheet: BTreeMap<SheetIx, usize> = BTreeMap::new();
    let mut on_question: BTreeMap<Question, usize> = BTreeMap::new();
    let mut in_edition = 0;
    for finding in findings.iter().filter(|finding| finding.difference().is_listed()) {
        in_edition += 1;
        *in_sheet.entry(finding.sheet).or_default() += 1;
        *on_question.entry(question(finding)).or_default() += 1;
    }
    for finding in findings {
        let on_question = on_question.get(&question(finding)).copied().unwrap_or_default();
        let in_sheet = in_sheet.get(&finding.sheet).copied().unwrap_or_default();
        finding.crowd = Crowd { in_edition, in_sheet, on_question };
    }
}

/// The first question that a finding is about, in its sheet, and the part of it.
type Question = (SheetIx, Option<FactIx>, Option<EntityIx>);

fn question(finding: &Finding) -> Question {
    (finding.sheet, finding.facts.first().copied(), finding.part)
}

#[cfg(test)]
mod tests {
    use crate::check::findings;
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn records_are_counted_by_question_and_edition_and_silence_is_none() {
        let case = Case::of(FactKind::Date).says("alpha", "2025-07-14").says("bravo", "2025-08-14");
        let case = case.fact("raids", FactKind::Date).says("alpha", "2025-07-14").says("bravo", "2025-09-14");
        let found = findings(&case.corpus);
        let counted = found.iter().filter(|finding| finding.difference().is_listed());
        let crowds: Vec<_> = counted.map(|one| (one.crowd.in_edition, one.crowd.on_question)).collect();
        assert_eq!(crowds, [(2, 1), (2, 1)]);
    }
}
