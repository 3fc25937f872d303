//! What one edit changes: a value of one claim in an edition of a hundred events.

use std::collections::BTreeSet;

use camino::Utf8Path;

use crate::generated::{self, Size};
use crate::{built, sizes};

const SIZE: Size = Size { n_events: 100, n_articles: 60, n_telling_first: 4 };
/// An event whose figure no other has: pages that would describe themselves alike are told apart.
const EVENT: usize = 50;

/// Pages and files on the whole edition that show figures or count differences.
const OVERVIEWS: [&str; 12] = [
    "index.html",
    "briefing.md",
    "discrepancies.html",
    "discrepancies/",
    "agreement.html",
    "methodology.html",
    "timeline.html",
    "events/index",
    "sources/index",
    "data",
    "search/",
    "charts/",
];

#[test]
fn a_value_changes_its_event_its_sources_the_overviews_and_the_data() {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let root = Utf8Path::from_path(folder.path()).expect("it is UTF-8");
    generated::write(root, SIZE).expect("the folder is ours");
    let before = built(root);
    for path in ["content/events/operation-0050.yaml", "content/articles/report-050.md"] {
        let text = fs_err::read_to_string(root.join(path)).expect("it was just written");
        let edited = text
            .replace("value: more than 1,350", "value: more than 1,950")
            .replace("1,350 people in operation 50", "1,950 people in operation 50");
        assert_ne!(text, edited, "{path} holds the value");
        fs_err::write(root.join(path), edited).expect("the folder is ours");
    }
    let after = built(root);
    let names = |tree| sizes(tree, |_| true).into_iter().map(|(_, path)| path).collect::<BTreeSet<_>>();
    let all: BTreeSet<String> = names(&before).union(&names(&after)).cloned().collect();
    let changed: Vec<&String> =
        all.iter().filter(|path| before.get(path.as_str()) != after.get(path.as_str())).collect();
    let sources =
        (0..4).map(|turn| format!("sources/report-{:03}.html", (7 * EVENT + 13 * turn) % SIZE.n_articles));
    let sources: BTreeSet<String> = sources.collect();
    let is_due = |path: &str| {
        path.starts_with("events/operation-0050.")
            || sources.contains(path)
            || OVERVIEWS.iter().any(|start| path.starts_with(start))
    };
    let others: Vec<&&String> = changed.iter().filter(|path| !is_due(path)).collect();
    assert!(others.is_empty(), "nothing of this edit shows on {others:#?}");
    let of_others = |path: &&&String| {
        let named =
            path.starts_with("charts/operation-") || path.starts_with("discrepancies/events/operation-");
        named && !path.contains("operation-0050")
    };
    let of_others: Vec<&&String> = changed.iter().filter(of_others).collect();
    assert!(of_others.is_empty(), "charts and records of other events: {of_others:#?}");
    assert!(changed.iter().any(|path| *path == "events/operation-0050.html"));
}
