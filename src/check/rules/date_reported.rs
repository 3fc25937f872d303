//! `date-reported`: the date of the news beside the date of the event; entry point [`judge`].
#![doc = include_str!("date_reported.md")]

use crate::check::days::{days_after, is_dateline};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Claim, Class, Corpus, Reading, Rule, Severity, Wording};

/// One date is that of an announcement or a dateline, and follows the other within a week.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    (follows(pair) || follows(&pair.swapped()))
        .then(|| Verdict::new(Rule::DateReported, Class::Scope, Severity::Minor))
}

/// Who gives what, and which of the two is the date of the news.
pub fn reason(telling: &Telling) -> String {
    let pair = telling.pair;
    let news = if follows(&pair) { pair.a } else { pair.b };
    let what = match news.worded {
        Some(Wording::Announced) => "the day of the announcement",
        Some(Wording::Published) => "the day of publication",
        Some(Wording::Reported) => "the day of the report",
        Some(Wording::Corrected) | None => "the day on which its article came out",
    };
    let who = telling.subject(news);
    let gives = who.verb("gives", "give");
    format!("{}, but the date that {} {gives} is {what}", telling.statements(), who.words)
}

/// Whether the first claim's date is one of the news, shortly after the other's.
fn follows(pair: &Pair) -> bool {
    let (Reading::Date(a), Reading::Date(b)) = (&pair.a.reading, &pair.b.reading) else { return false };
    let most = pair.corpus.settings.tolerances.announcement_days;
    is_news(pair.corpus, pair.a) && days_after(a, b).is_some_and(|days| (0..=most).contains(&days))
}

fn is_news(corpus: &Corpus, claim: &Claim) -> bool {
    match claim.worded {
        Some(Wording::Announced | Wording::Published | Wording::Reported) => true,
        Some(Wording::Corrected) | None => is_dateline(corpus, claim),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::{FactKind, Wording};

    #[test]
    fn an_announcement_within_a_week_is_another_scope() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-12").says("bravo", "2025-07-15").with(|c| c.worded = Some(Wording::Announced)), "
            scope date-reported minor: Alpha News gives 12 July 2025 and Bravo Post 15 July 2025, but the date that Bravo Post gives is the day of the announcement.
            ");
    }

    #[test]
    fn an_announcement_before_the_event_is_not() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-15").says("bravo", "2025-07-12").with(|c| c.worded = Some(Wording::Announced)), "
            contradict date-disjoint major: Alpha News gives 15 July 2025 and Bravo Post 12 July 2025, 3 days apart.
            ");
    }

    #[test]
    fn an_announcement_after_eight_days_is_not() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-07").says("bravo", "2025-07-15").with(|c| c.worded = Some(Wording::Announced)), "
            contradict date-disjoint major: Alpha News gives 7 July 2025 and Bravo Post 15 July 2025, 8 days apart.
            ");
    }

    #[test]
    fn a_dateline_counts_as_a_report() {
        for quote in ["police raided it today", "police raided it on Thursday", "police raided it"] {
            check(&Case::of(FactKind::Date).says("alpha", "2025-07-14").says("bravo", "2025-07-17").with(|c| c.quote.exact = quote.to_owned()), "
            scope date-reported minor: Alpha News gives 14 July 2025 and Bravo Post 17 July 2025, but the date that Bravo Post gives is the day on which its article came out.
            ");
        }
    }

    #[test]
    fn a_day_that_the_quote_gives_is_no_dateline() {
        for quote in [
            "it was on 17 July 2025",
            "it was on July 17",
            "on Thursday, 17 July",
            "on the 17th",
            "17.07.2025",
        ] {
            check(&Case::of(FactKind::Date).says("alpha", "2025-07-14").says("bravo", "2025-07-17").with(|c| c.quote.exact = quote.to_owned()), "
            contradict date-disjoint major: Alpha News gives 14 July 2025 and Bravo Post 17 July 2025, 3 days apart.
            ");
        }
    }

    #[test]
    fn other_days_in_the_quote_do_not_make_today_one() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-14").says("bravo", "2025-07-17").with(|c| c.quote.exact = "police raided it today, after the raid of 3 July 2025".to_owned()), "
            scope date-reported minor: Alpha News gives 14 July 2025 and Bravo Post 17 July 2025, but the date that Bravo Post gives is the day on which its article came out.
            ");
    }

    #[test]
    fn years_left_open_are_reckoned_by_month_and_day() {
        check(&Case::of(FactKind::Date).says("alpha", "XXXX-12-30").says("bravo", "XXXX-01-02").with(|c| c.worded = Some(Wording::Published)), "
            scope date-reported minor: Alpha News gives 30 December (year not stated) and Bravo Post 2 January (year not stated), but the date that Bravo Post gives is the day of publication.
            ");
    }
}
