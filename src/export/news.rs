//! What a feed tells: events, questions and open disputes, newest first; entry point [`news`].
//!
//! An item's id is a `tag:` URI (RFC 4151) made from permanent names, so that it stays when the
//! address of the edition changes. Its date is the last day its data name in full; so a rebuild changes
//! only what the content changes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::prose::plain;
use super::{days, names};
use crate::check::frame;
use crate::check::summary::Disputes;
use crate::model::{Corpus, Day, Finding, Severity, SheetIx, SheetKind};
use crate::plan::{finding_href, sheet_route};
use crate::value::date::words;

/// More items than this make a feed slow to fetch and are of no use to its readers.
const N_ITEMS_MAX: usize = 100;

/// What both feeds hold.
pub struct News {
    /// Id of the feed, and what the ids of its items begin with.
    pub id: String,
    /// The last day that the edition's data name in full.
    pub updated: Option<Day>,
    /// The items.
    pub items: Vec<Item>,
}

/// Something to tell.
pub struct Item {
    /// Permanent id.
    pub id: String,
    /// Where it stands.
    pub address: String,
    /// Headline.
    pub title: String,
    /// The last day that its data name in full.
    pub updated: Option<Day>,
    /// What it says, without markup; empty where nothing has been written.
    pub summary: String,
    /// How much a dispute matters; an event or a question comes before the disputes in it.
    pub severity: Option<Severity>,
    /// Event, question, or the kind of a dispute.
    pub category: &'static str,
}

/// An item before it has an id and a date.
struct Told {
    name: String,
    sheet: SheetIx,
    href: String,
    title: String,
    summary: String,
    /// How much a dispute matters.
    severity: Option<Severity>,
    category: &'static str,
}

/// Collects what the feeds tell.
pub fn news(corpus: &Corpus, findings: &[Finding]) -> News {
    let id = feed_id(corpus);
    let updated = days::full_day_of_edition(corpus);
    let disputes = Disputes::new(corpus, findings);
    let sheets = (0..corpus.sheets.len() as u32).filter_map(|i| of_sheet(corpus, &disputes, SheetIx(i)));
    // Records of one dispute are one item, told by the gravest of them.
    let is_lead = |finding: &&Finding| finding.dispute.as_ref().is_none_or(|lead| *lead == finding.id);
    let disputes = findings.iter().filter(|finding| finding.class.is_dispute()).filter(is_lead);
    let told = sheets.chain(disputes.map(|finding| dispute(corpus, finding)));
    // Many disputes are about one sheet.
    let mut of_sheets: BTreeMap<SheetIx, Option<Day>> = BTreeMap::new();
    let mut stamped = |told: Told| Item {
        id: format!("{id}/{}", told.name),
        address: names::link(corpus, &told.href),
        title: told.title,
        updated: *of_sheets.entry(told.sheet).or_insert_with(|| days::full_day_of_sheet(corpus, told.sheet)),
        summary: told.summary,
        severity: told.severity,
        category: told.category,
    };
    let mut items: Vec<Item> = told.map(&mut stamped).collect();
    // Of one day the gravest disputes come first.
    let rank = |item: &Item| (Reverse(item.updated), item.severity.is_some(), Reverse(item.severity));
    items.sort_by(|a, b| (rank(a), &a.address).cmp(&(rank(b), &b.address)));
    items.truncate(N_ITEMS_MAX);
    News { id, updated, items }
}

/// A day as feeds want it; the data know no hours.
pub fn midnight(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

/// As the settings say, else made of the address: `https://desk.example/raids/` gives
/// `tag:desk.example,2026:raids`.
fn feed_id(corpus: &Corpus) -> String {
    let settings = &corpus.settings;
    if let Some(id) = &settings.feed_id {
        return id.clone();
    }
    let address = settings.base_url.as_deref().unwrap_or_default();
    let rest = address.split_once("://").map_or("", |(_, rest)| rest).trim_end_matches('/');
    let (host, path) = rest.split_once('/').unwrap_or((rest, "edition"));
    let host = host.split(':').next().unwrap_or_default();
    // A tag has to name a time at which its authority held the host; any fixed one keeps it unique.
    format!("tag:{host},2026:{path}")
}

fn of_sheet(corpus: &Corpus, disputes: &Disputes<'_>, ix: SheetIx) -> Option<Told> {
    let sheet = &corpus[ix];
    match sheet.kind {
        SheetKind::Event | SheetKind::Question => Some(Told {
            name: names::owner(corpus, ix),
            sheet: ix,
            href: sheet_route(corpus, ix).to_string(),
            title: sheet.title.clone(),
            summary: summary(corpus, disputes, ix),
            severity: None,
            category: names::kind(sheet.kind),
        }),
        SheetKind::Entity(_) => None,
    }
}

/// What happened, with every answer to a date that is disputed.
fn summary(corpus: &Corpus, disputes: &Disputes<'_>, ix: SheetIx) -> String {
    let told = plain(corpus, disputes, &corpus[ix].summary);
    let dating = frame::dating(corpus, disputes, ix);
    if !dating.is_disputed {
        return told;
    }
    let dates: Vec<String> = dating.dates.iter().map(words).collect();
    format!("{} · disputed. {told}", dates.join(" or "))
}

fn dispute(corpus: &Corpus, finding: &Finding) -> Told {
    let labels: Vec<&str> = finding.facts.iter().map(|&fact| corpus[fact].label.as_str()).collect();
    Told {
        name: format!("discrepancy/{}", finding.id),
        sheet: finding.sheet,
        href: finding_href(corpus, finding),
        title: finding.reason.trim_end_matches('.').to_owned(),
        summary: format!("{}: {}.", corpus[finding.sheet].title, labels.join(", ")),
        severity: Some(finding.severity),
        category: finding.difference().as_str(),
    }
}
