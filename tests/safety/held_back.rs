//! What is held back is in no file of the edition, whatever names it.

use variorum::diag::Level;
use variorum::resolve::Selection;

use super::{Project, texts};

const RAID: &str = include_str!("../faults/sound/content/events/raid.yaml");
const ENTITIES: &str = include_str!("../faults/sound/content/entities.yaml");
const ALPHA: &str = include_str!("../faults/sound/content/articles/alpha.md");
const BETA: &str = include_str!("../faults/sound/content/articles/beta.md");

/// The event of the sound project with more in each list.
fn raid_with(sources: &str, claims: &str, facts: &str, rulings: &str) -> String {
    let arrests = "over 1,500 suspects were arrested\"}\n";
    RAID.replace("order: [[", &format!("{sources}order: [["))
        .replace(arrests, &format!("{arrests}{claims}"))
        .replace(
            "    unit: people\n    claims:",
            "    unit: people\n    same_as: zzyzx-early/counted\n    claims:",
        )
        .replace("1,208 people\"}", "1,208 people\", via: [zzyzx-draft]}")
        .replace("order: [[order-date, raid-date]]", "order: [[order-date, zzyzx-day, raid-date]]")
        .replace("rulings:\n", &format!("{facts}rulings:\n{rulings}"))
}

fn held_back(front: &str) -> String {
    format!(
        "---\ntitle: Zzyzx title\noutlet: Zzyzx outlet\nauthor: Zzyzx author\nurl: https://zzyzx.example/\n\
         published: \"2026-01-02\"\nlanguage: en\nkind: report\ntext: full\n{front}\n---\n\
         Zzyzx says that 8,887 people were arrested on 12 July 2025, and that a zzyzx was seized.\n"
    )
}

/// A fact sheet of published sources, which is itself held back, and speaks of what nothing else does.
fn early(front: &str) -> String {
    format!(
        "title: Zzyzx early\n{front}\nsummary: Zzyzx gave [31](fact:officers) officers.\nplaces: [zzyzx-town]\n\
         sources: {{alpha: {{}}, beta: {{}}}}\nfacts:\n  officers:\n    label: Zzyzx officers\n    kind: count\n    unit: officers\n    claims:\n      \
         - {{source: beta, value: 31, quote: 31 officers are based, via: [zzyzx-speaker]}}\n  \
         counted:\n    label: Zzyzx counted\n    kind: count\n    unit: people\n    scope: {{place: zzyzx-town}}\n    claims:\n      \
         - {{source: alpha, value: \"1,208\", quote: \"arrested 1,208 people\"}}\n"
    )
}

/// Items that are held back, with all that only they say, and all that refers to them.
fn with_items_held_back() -> Project {
    let raid = raid_with(
        "  zzyzx-draft: {as_of: \"2026-01-01\"}\n  zzyzx-embargoed: {}\n",
        "      - {source: zzyzx-draft, value: \"8,887\", quote: \"8,887 people were arrested\"}\n\
         \x20     - {source: zzyzx-embargoed, value: \"8,887\", quote: \"8,887 people were arrested\"}\n",
        "  zzyzx-fact:\n    kind: text\n    claims:\n      - {source: zzyzx-draft, value: a zzyzx, quote: a zzyzx was seized}\n      \
         - {source: zzyzx-embargoed, value: seizure of a zzyzx, quote: a zzyzx was seized}\n  \
         zzyzx-day:\n    kind: date\n    claims:\n      - {source: zzyzx-draft, value: \"2025-07-12\", quote: on 12 July 2025}\n  \
         zzyzx-giver:\n    kind: entity\n    office: zzyzx-office\n    claims:\n      - {source: zzyzx-draft, value: Zzyzx, quote: that a zzyzx was seized}\n",
        "  - {fact: arrests, between: [alpha, zzyzx-draft], status: open, note: Zzyzx errs., decided: \"2026-02-02\", expect: contradict}\n  \
         - {fact: zzyzx-fact, between: [zzyzx-draft, zzyzx-embargoed], status: open, note: Zzyzx errs., decided: \"2026-02-02\", expect: compatible}\n",
    );
    let event = "title: Zzyzx event\ndate: \"2026-01-01\"\nsummary: Zzyzx happened.\nsources: {zzyzx-draft: {}}\nfacts:\n  \
         seized:\n    kind: text\n    claims:\n      \
         - {source: zzyzx-draft, value: a zzyzx, quote: a zzyzx was seized}\n";
    let question = event.replace("Zzyzx event", "Zzyzx question").replace("date: \"2026-01-01\"\n", "");
    let entities = format!(
        "{ENTITIES}zzyzx-outlet: {{kind: outlet, name: Zzyzx outlet}}\nzzyzx-town: {{kind: place, name: Zzyzx town, in: zzyzx-land}}\n\
         zzyzx-land: {{kind: place, name: Zzyzx land, in: cambodia}}\nzzyzx-speaker: {{kind: person, name: Zzyzx Speaker, aliases: [Zzyzx]}}\n\
         zzyzx-office: {{kind: office, name: Zzyzx office, holders: [{{person: zzyzx-holder}}]}}\nzzyzx-holder: {{kind: person, name: Zzyzx holder}}\n"
    );
    Project::over(&[
        ("content/articles/zzyzx-draft.md", &held_back("draft: true")),
        ("content/articles/zzyzx-embargoed.md", &held_back("embargo: \"2026-03-01\"")),
        ("content/articles/beta.md", &BETA.replace("text: full", "text: full\nrests_on: [zzyzx-embargoed]")),
        ("content/entities.yaml", &entities),
        ("content/events/raid.yaml", &raid),
        ("content/events/zzyzx-event.yaml", event),
        ("content/events/zzyzx-early.yaml", &early("date: \"2025-07-01\"\ndraft: true")),
        ("content/questions/zzyzx-question.yaml", &question),
        ("content/questions/zzyzx-later.yaml", &early("embargo: \"2026-03-01\"")),
        (
            "content/pages/zzyzx-page.md",
            "---\ntitle: Zzyzx page\ndraft: true\n---\nSee [it](events/zzyzx-early.html).\n",
        ),
        ("content/pages/zzyzx-notes.md", "---\ntitle: Zzyzx notes\nembargo: \"2026-03-01\"\n---\nZzyzx.\n"),
    ])
}

fn day(edtf_days: i32) -> Selection {
    Selection { as_of: Some(variorum::model::Day(edtf_days)), drafts: false }
}

/// 28 February 2026, the day before the embargo ends.
const DAY_BEFORE: i32 = 20_512;

#[test]
fn an_edition_is_what_it_were_without_the_items_held_back() {
    let (with, without) = (with_items_held_back(), Project::over(&[]));
    for selection in [Selection::default(), day(DAY_BEFORE)] {
        let (with, without) = (with.build(selection), without.build(selection));
        let (with, without) = (texts(&with), texts(&without));
        assert_eq!(with.keys().collect::<Vec<_>>(), without.keys().collect::<Vec<_>>());
        for (path, text) in &with {
            assert_eq!(text, &without[path], "{path}");
            assert!(!text.to_lowercase().contains("zzyzx"), "{path}");
            assert!(!text.contains("8,887") && !text.contains("8887"), "{path}");
        }
    }
}

#[test]
fn an_item_appears_when_its_embargo_ends_and_drafts_when_they_are_asked_for() {
    let project = with_items_held_back();
    let released = project.build(day(DAY_BEFORE + 1));
    assert!(released.get("sources/zzyzx-embargoed.html").is_some());
    assert!(released.get("sources/zzyzx-draft.html").is_none());
    for page in ["questions/zzyzx-later.html", "zzyzx-notes.html", "entities/zzyzx-speaker.html"] {
        assert!(released.get(page).is_some(), "{page}");
    }
    for page in [
        "events/zzyzx-event.html",
        "events/zzyzx-early.html",
        "zzyzx-page.html",
        "entities/zzyzx-office.html",
    ] {
        assert!(released.get(page).is_none(), "{page}");
    }
    let all = project.build(Selection { as_of: None, drafts: true });
    for page in [
        "sources/zzyzx-draft.html",
        "sources/zzyzx-embargoed.html",
        "events/zzyzx-event.html",
        "events/zzyzx-early.html",
        "questions/zzyzx-later.html",
        "zzyzx-page.html",
        "entities/zzyzx-office.html",
        "entities/zzyzx-holder.html",
    ] {
        assert!(all.get(page).is_some(), "{page}");
    }
}

/// What is said of a fault that is none in the whole.
const HELP: &str =
    "what is lacking is held back: take this out until that is published, or build with `--drafts`";

/// The faults of the project with one file more, as code and words pointed at.
fn faults_of(path: &str, text: &str) -> Vec<String> {
    let alpha = ALPHA.replace("officials said.", "officials said, three days after the order.");
    let project = Project::over(&[
        ("content/articles/alpha.md", &alpha),
        ("content/articles/zzyzx-draft.md", &held_back("draft: true")),
        ("content/events/zzyzx-early.yaml", &early("draft: true")),
        (path, text),
    ]);
    let entities = format!(
        "{ENTITIES}zzyzx-town: {{kind: place, name: Zzyzx town}}\nzzyzx-speaker: {{kind: person, name: Zzyzx Speaker}}\n"
    );
    fs_err::write(project.root.join("content/entities.yaml"), entities).expect("the folder is ours");
    let everything = project.built(Selection { as_of: None, drafts: true });
    assert!(everything.edition.is_some(), "{:?}", everything.diagnostics);
    let built = project.built(Selection::default());
    let errors = built.diagnostics.iter().filter(|fault| fault.level == Level::Error);
    errors.map(|fault| format!("{}: {}", fault.message, fault.help.as_deref().unwrap_or_default())).collect()
}

#[test]
fn what_is_published_and_rests_on_what_is_not_is_a_fault_that_says_so() {
    let help = HELP;
    let page = |words: &str| format!("---\ntitle: About\n---\nThere are {words}.\n");
    let found = faults_of("content/pages/about.md", &page("[31](fact:zzyzx-early/officers)"));
    assert_eq!(found, [format!("there is no fact `zzyzx-early/officers` in this edition: {help}")]);
    let found = faults_of("content/pages/about.md", &page("[officers](events/zzyzx-early.html#officers)"));
    assert_eq!(
        found,
        [
            "the edition has no file `events/zzyzx-early.html#officers`: `content/events/zzyzx-early.yaml` is held back: \
          take the link out until it is published, or build with `--drafts`"
        ]
    );
    let answered = RAID.replace(
        "over 1,500 suspects were arrested\"}\n",
        "over 1,500 suspects were arrested\"}\n      - {source: zzyzx-draft, value: \"8,887\", quote: \"8,887 people were arrested\"}\n",
    );
    let raid = answered.replace("order: [[", "  zzyzx-draft: {}\norder: [[").replace(
        "raided a compound in Poipet.",
        "raided a compound; one counts [8,887](fact:arrests@zzyzx-draft).",
    );
    let found = faults_of("content/events/raid.yaml", &raid);
    assert_eq!(found, [format!("`zzyzx-draft` does not answer `arrests` in this edition: {help}")]);
}

/// The raid with one answer of the draft to one of its facts, and more facts behind.
fn raid_with_draft(arrests: &str, facts: &str) -> String {
    let said = "over 1,500 suspects were arrested\"}\n";
    RAID.replace(said, &format!("{said}{arrests}"))
        .replace("order: [[", "  zzyzx-draft: {}\norder: [[")
        .replace("rulings:\n", &format!("{facts}rulings:\n"))
}

const DRAFT_SAYS: &str =
    "      - {source: zzyzx-draft, value: \"8,887\", quote: \"8,887 people were arrested\"}\n";

#[test]
fn words_that_only_a_source_held_back_bears_out_are_a_fault_that_says_so() {
    let raid = raid_with_draft(DRAFT_SAYS, "").replace(
        "raided a compound in Poipet.",
        "raided a compound; Zzyzx outlet counts [8,887 people](fact:arrests).",
    );
    let found = faults_of("content/events/raid.yaml", &raid);
    assert_eq!(found, [format!("no claim on “People arrested” says `8,887 people` in this edition: {HELP}")]);
}

#[test]
fn a_part_that_only_a_source_held_back_gives_is_a_fault_that_says_so() {
    let parts = "  held-by-town:\n    kind: count\n    unit: people\n    by: town\n    claims:\n      \
                 - {source: alpha, parts: {poipet: \"1,208\"}, quote: \"arrested 1,208 people\"}\n      \
                 - {source: zzyzx-draft, parts: {zzyzx-town: \"8,887\"}, quote: \"8,887 people were arrested\"}\n";
    let raid = raid_with_draft("", parts).replace(
        "raided a compound in Poipet.",
        "raided a compound; [8,887](fact:held-by-town/zzyzx-town) were held.",
    );
    let found = faults_of("content/events/raid.yaml", &raid);
    assert_eq!(found, [format!("`held-by-town` has no part `zzyzx-town` in this edition: {HELP}")]);
}

#[test]
fn a_date_reckoned_from_one_that_is_held_back_is_a_fault_that_says_so() {
    let facts = "  zzyzx-day:\n    kind: date\n    claims:\n      - {source: zzyzx-draft, value: \"2025-07-12\", quote: on 12 July 2025}\n  \
                 after:\n    kind: date\n    claims:\n      - {source: alpha, relative: {to: zzyzx-day, days: 3}, quote: three days after the order}\n";
    let found = faults_of("content/events/raid.yaml", &raid_with_draft("", facts));
    assert_eq!(found, [format!("there is no date `zzyzx-day` to reckon from in this edition: {HELP}")]);
}

#[test]
fn a_ruling_on_a_dispute_that_only_a_source_held_back_opens_is_a_fault_that_says_so() {
    let facts = "  officers-present:\n    kind: count\n    unit: officers\n    claims:\n      \
                 - {source: beta, value: 31, quote: 31 officers are based}\n      \
                 - {source: zzyzx-draft, value: \"8,887\", quote: \"8,887 people\"}\n";
    let ruling = "rulings:\n  - {fact: officers-present, status: open, note: Too many., decided: \"2026-02-02\", expect: contradict}\n";
    let raid = raid_with_draft("", facts).replace("rulings:\n", ruling);
    let found = faults_of("content/events/raid.yaml", &raid);
    assert_eq!(
        found,
        [
            "this ruling expects `contradict`, but the sources it is about do not differ on `officers-present` in this \
          edition: what they differ over is held back: name the sources in `between`, so that the ruling is held back with \
          them, or build with `--drafts`"
        ]
    );
}

#[test]
fn what_is_held_back_is_read_like_the_rest() {
    let project = Project::over(&[("content/events/zzyzx-early.yaml", &early("draft: true"))]);
    let built = project.built(Selection::default());
    let errors: Vec<&str> = built.diagnostics.iter().map(|fault| fault.message.as_str()).collect();
    assert!(errors.contains(&"there is no entity `zzyzx-town`"), "{errors:?}");
}
