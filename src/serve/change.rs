//! What an edit did to the findings; entry points [`Summary::of`] and [`Summary::since`].

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::{Code, Diagnostic};
use crate::model::{Corpus, Difference, Finding, Severity};
use crate::plan::{finding_href, has_record};

/// The findings that have a record, in short: what two editions are compared by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Summary {
    findings: BTreeMap<String, Known>,
    n_unsupported: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    difference: Difference,
    severity: Severity,
    /// `sheet/fact`.
    place: String,
    /// From the root.
    href: String,
}

/// One thing that an edit did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Line {
    /// In words.
    pub(super) text: String,
    /// The record, from the root; empty where it is gone.
    pub(super) href: String,
}

/// More than so many lines are counted.
const LINES_MAX: usize = 8;

impl Summary {
    /// The findings of a judged project, and how much of its prose nothing supports.
    pub(super) fn of(corpus: &Corpus, findings: &[Finding], diagnostics: &[Diagnostic]) -> Self {
        let recorded = findings.iter().filter(|finding| has_record(finding.class));
        let known = |finding: &Finding| {
            let sheet = &corpus[finding.sheet].id;
            let facts: Vec<&str> = finding.facts.iter().map(|&fact| corpus[fact].id.as_str()).collect();
            Known {
                difference: finding.difference(),
                severity: finding.severity,
                place: format!("{sheet}/{}", facts.join("+")),
                href: finding_href(corpus, finding),
            }
        };
        let unsupported = diagnostics.iter().filter(|fault| fault.code == Code::ProseUnsupported);
        Self {
            findings: recorded.map(|finding| (finding.id.to_string(), known(finding))).collect(),
            n_unsupported: unsupported.count(),
        }
    }

    /// What changed since an earlier one, the gravest first; nothing where both say the same.
    pub(super) fn since(&self, before: &Self) -> Vec<Line> {
        let mut changes: Vec<(Severity, Line)> = Vec::new();
        for (id, now) in &self.findings {
            let words = match before.findings.get(id) {
                None => format!("+1 {} in {}", named(now), now.place),
                Some(was) if (was.difference, was.severity) != (now.difference, now.severity) => {
                    format!("{} in {}, was {}", named(now), now.place, named(was))
                }
                Some(_) => continue,
            };
            changes.push((now.severity, Line { text: words, href: now.href.clone() }));
        }
        let gone = before.findings.iter().filter(|(id, _)| !self.findings.contains_key(*id));
        changes.extend(gone.map(|(_, was)| {
            let text = format!("-1 {} in {}", named(was), was.place);
            (was.severity, Line { text, href: String::new() })
        }));
        changes.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.text.cmp(&other.text)));
        let mut lines: Vec<Line> = changes.into_iter().map(|(_, line)| line).collect();
        if lines.len() > LINES_MAX {
            let n_more = lines.len() - LINES_MAX;
            lines.truncate(LINES_MAX);
            let href = "discrepancies.html".to_owned();
            lines.push(Line { text: format!("{n_more} more records changed"), href });
        }
        lines.extend(prose(before.n_unsupported, self.n_unsupported));
        lines
    }
}

/// How many figures in prose lost or found their support.
fn prose(before: usize, now: usize) -> Option<Line> {
    let figures = |n: usize| if n == 1 { "1 figure".to_owned() } else { format!("{n} figures") };
    let text = match now.checked_sub(before) {
        Some(0) => return None,
        Some(more) => format!("{} in prose no longer supported", figures(more)),
        None => format!("{} in prose supported again", figures(before - now)),
    };
    Some(Line { text, href: String::new() })
}

fn named(known: &Known) -> String {
    let noun = match known.difference {
        Difference::Contradict => return format!("contradiction ({})", known.severity),
        Difference::Reported => return format!("reported dispute ({})", known.severity),
        Difference::Variant => "variant",
        Difference::Update => "update",
        Difference::Scope => "difference of scope",
        Difference::Compatible => "pair that can both be true",
        Difference::Agree => "agreement",
        Difference::Gap => "gap",
    };
    noun.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(findings: &[(&str, Difference, Severity)], n_unsupported: usize) -> Summary {
        let known = |&(id, difference, severity): &(&str, Difference, Severity)| {
            let (place, href) = (format!("raid/{id}"), format!("discrepancies.html#{id}"));
            (id.to_owned(), Known { difference, severity, place, href })
        };
        Summary { findings: findings.iter().map(known).collect(), n_unsupported }
    }

    fn texts(before: &Summary, now: &Summary) -> Vec<String> {
        now.since(before).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn an_edit_is_told_by_what_it_added_changed_and_took_away() {
        let before = summary(
            &[("a", Difference::Variant, Severity::Minor), ("b", Difference::Variant, Severity::Minor)],
            0,
        );
        let now = summary(
            &[("a", Difference::Contradict, Severity::Major), ("c", Difference::Reported, Severity::Minor)],
            2,
        );
        let told = texts(&before, &now);
        assert_eq!(
            told,
            [
                "contradiction (major) in raid/a, was variant",
                "+1 reported dispute (minor) in raid/c",
                "-1 variant in raid/b",
                "2 figures in prose no longer supported",
            ]
        );
        assert_eq!(texts(&now, &now), Vec::<String>::new());
    }

    #[test]
    fn a_record_that_is_there_has_a_link_and_one_that_is_gone_has_none() {
        let (with, without) = (summary(&[("a", Difference::Variant, Severity::Minor)], 0), summary(&[], 0));
        assert_eq!(with.since(&without)[0].href, "discrepancies.html#a");
        assert_eq!(without.since(&with)[0].href, "");
    }
}
