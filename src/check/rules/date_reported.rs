//! `date-reported`: the date of the news beside the date of the event; entry point [`judge`].
#![doc = include_str!("date_reported.md")]

use crate::check::days::{days_after, is_dateline};
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
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
        Some(Wording::Corrected) | None => "the day on which it went out",
    };
    format!("{}, but the date that {} gives is {what}", telling.statements(), telling.who(news))
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
