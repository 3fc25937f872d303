//! One source with thousands of claims, one event with thousands, one name that is in thousands, very many
//! events under one label: no page is heavy, and whatever a data file points at is there.
//!
//! What is divided is told on the page that was heavy: it counts, leads to the parts, and answers the anchors
//! that stood on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use camino::Utf8Path;
use variorum::output::OutputTree;

use crate::{built, names, sizes, told};

const PAGE_BYTES_MAX: usize = 250_000;

/// Events that one chronicle and one other report tell, each in a place of its own.
const N_EVENTS: usize = 640;
/// Reports beside the chronicle.
const N_REPORTS: usize = 400;
/// Questions of the event that many reports tell, and how many tell them.
const N_ASKED: usize = 52;
const N_TELLING: usize = 40;
/// Questions of a sheet that asks very many.
const N_CENSUS: usize = 800;
/// Sheets that are questions.
const N_QUESTIONS: usize = 420;

#[test]
fn no_page_grows_with_what_one_source_event_or_name_holds() {
    let tree = edition();
    let pages = sizes(&tree, |path| path.ends_with(".html"));
    println!("{} pages, the largest:\n{}", pages.len(), told(&pages));
    let faults = names::faults(
        tree.iter()
            .filter(|(path, _)| path.as_str().ends_with(".html"))
            .map(|(path, bytes)| (path.as_str(), &**bytes)),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let heavy: Vec<_> = pages.into_iter().filter(|(bytes, _)| *bytes > PAGE_BYTES_MAX).collect();
    assert!(heavy.is_empty(), "{} pages over {PAGE_BYTES_MAX} bytes:\n{}", heavy.len(), told(&heavy));
    every_address_in_a_data_file_is_there(&tree);
    old_addresses_of_answers_lead_on(&tree);
}

/// Addresses of the edition in its data files: claims, quoted words, questions and records.
fn every_address_in_a_data_file_is_there(tree: &OutputTree) {
    let ids = ids(tree);
    let mut n = 0;
    let is_data = |path: &str| path.starts_with("data/") && !path.starts_with("data/schema/");
    for (path, bytes) in tree.iter().filter(|(path, _)| is_data(path.as_str())) {
        let text = String::from_utf8_lossy(bytes);
        for rest in text.split(BASE).skip(1) {
            let address = rest.split(['"', ',', '\r', '\n', ' ', '<', '\\']).next().unwrap_or_default();
            let Some((page, anchor)) = address.split_once('#') else { continue };
            // Linked data also name things, `index.html#report`, that are no places on a page.
            let is_thing =
                path.as_str().ends_with(".jsonld") && !anchor.contains("--") && !anchor.starts_with("quote-");
            if is_thing || !page.ends_with(".html") {
                continue;
            }
            assert!(ids.get(page).is_some_and(|ids| ids.contains(anchor)), "{path} points at {address}");
            n += 1;
        }
    }
    println!("{n} addresses in data files are there");
    assert!(n > 10_000, "{n} addresses");
}

/// The addresses that answers have in an edition that is not divided.
fn old_addresses_of_answers_lead_on(tree: &OutputTree) {
    let ids = ids(tree);
    for anchor in ["asked-03", "asked-03--report-007", "asked-51--report-039"] {
        assert!(ids["events/siege.html"].contains(anchor), "{anchor} on the event's page");
    }
    let csv = String::from_utf8(tree.get("data/claims.csv").unwrap().to_vec()).unwrap();
    let quotes: Vec<&str> = csv
        .split(BASE)
        .filter_map(|rest| rest.strip_prefix("sources/chronicle"))
        .filter_map(|rest| rest.split_once('#')?.1.split([',', '"', '\r', '\n']).next())
        .filter(|anchor| anchor.starts_with("quote-"))
        .collect();
    assert!(quotes.len() > 2_000, "{} quotes of the chronicle", quotes.len());
    let missing = quotes.iter().filter(|anchor| !ids["sources/chronicle.html"].contains(**anchor)).count();
    assert_eq!(missing, 0, "of {} quotes of the chronicle", quotes.len());
}

fn ids(tree: &OutputTree) -> BTreeMap<String, BTreeSet<String>> {
    let pages = tree.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    pages
        .map(|(path, bytes)| {
            let html = String::from_utf8_lossy(bytes);
            let ids = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
            (path.to_string(), ids.map(str::to_owned).collect())
        })
        .collect()
}

const BASE: &str = "https://example.org/";

fn edition() -> OutputTree {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let root = Utf8Path::from_path(folder.path()).expect("it is UTF-8");
    write(root).expect("the folder is ours");
    built(root)
}

fn write(root: &Utf8Path) -> std::io::Result<()> {
    for folder in ["content/articles", "content/events", "content/questions"] {
        fs_err::create_dir_all(root.join(folder))?;
    }
    let settings = format!(
        "title: Crowded\ndescription: Very much of everything.\nlanguage: en\noverrides: none\nbase_url: {BASE}\n"
    );
    fs_err::write(root.join("variorum.yaml"), settings)?;
    let mut texts = Texts::default();
    fs_err::write(root.join("content/entities.yaml"), entities())?;
    for i in 0..N_EVENTS {
        fs_err::write(root.join(format!("content/events/operation-{i:04}.yaml")), operation(i, &mut texts))?;
    }
    fs_err::write(root.join("content/events/siege.yaml"), siege(&mut texts))?;
    fs_err::write(root.join("content/questions/census.yaml"), census(&mut texts))?;
    fs_err::write(root.join("content/questions/leader.yaml"), leader(&mut texts))?;
    for i in 0..N_QUESTIONS {
        fs_err::write(root.join(format!("content/questions/why-{i:03}.yaml")), question(i, &mut texts))?;
    }
    texts.write(root)
}

/// What each source says, sentence by sentence.
#[derive(Default)]
struct Texts(BTreeMap<String, Vec<String>>);

impl Texts {
    /// Has a source say something, and returns the words.
    fn say(&mut self, source: &str, words: String) -> String {
        let said = self.0.entry(source.to_owned()).or_default();
        if said.last() != Some(&words) {
            said.push(words.clone());
        }
        words
    }

    fn write(&self, root: &Utf8Path) -> std::io::Result<()> {
        for (i, (id, said)) in self.0.iter().enumerate() {
            // Long texts have paragraphs of ten sentences.
            let paragraphs: Vec<String> = said.chunks(10).map(|some| some.join(". ") + ".").collect();
            let text = format!(
                "---\ntitle: Text of {id}\noutlet: {} Outlet {i}\npublished: \"2025-12-{:02}\"\nlanguage: en\nkind: report\n\
                 text: full\n---\n{}\n",
                ["Avon", "Bern", "Cork", "Delft", "Essen"][i % 5],
                1 + i % 28,
                paragraphs.join("\n\n")
            );
            fs_err::write(root.join(format!("content/articles/{id}.md")), text)?;
        }
        Ok(())
    }
}

fn report(i: usize) -> String {
    format!("report-{i:03}")
}

fn entities() -> String {
    let mut all =
        "sok-dara:\n  kind: person\n  name: Sok Dara\nkeo-sophea:\n  kind: person\n  name: Keo Sophea\n\
                   landia:\n  kind: place\n  name: Landia\n"
            .to_owned();
    for i in 0..N_EVENTS {
        let _ = writeln!(all, "place-{i:04}:\n  kind: place\n  name: Place Q{}\n  in: landia", word(i));
    }
    all
}

/// An event that the chronicle and a report tell; all of their four answers name the same person.
fn operation(i: usize, texts: &mut Texts) -> String {
    let name = word(i);
    let mut facts = [
        ("held", String::new()),
        ("seized", String::new()),
        ("orderer", String::new()),
        ("chief", String::new()),
    ];
    for (turn, source) in ["chronicle".to_owned(), report(i % N_REPORTS)].into_iter().enumerate() {
        let (held, seized) = (120 + i % 50 + 30 * turn * usize::from(i.is_multiple_of(9)), 20 + i % 70);
        let figures =
            format!("Sok Dara said that operation {name} held {held} people and seized {seized} cars");
        let figures = texts.say(&source, figures);
        let orderer = texts.say(&source, format!("Sok Dara ordered and led operation {name}"));
        let claim = |value: &str, quote: &str, rest: &str| {
            format!("      - source: {source}\n        value: {value}\n        quote: {quote}\n{rest}")
        };
        let via = "        via: [sok-dara]\n";
        facts[0].1.push_str(&claim(&held.to_string(), &figures, via));
        facts[1].1.push_str(&claim(&seized.to_string(), &figures, via));
        facts[2].1.push_str(&claim("Sok Dara", &orderer, ""));
        facts[3].1.push_str(&claim("Sok Dara", &orderer, ""));
    }
    let mut sheet = format!(
        "title: Operation {name}\ndate: \"2025-{:02}-{:02}\"\nplaces: [place-{i:04}]\ntags: [raids, label {name}]\n\
         summary: Operation {name}.\nfacts:\n",
        1 + i % 12,
        1 + i % 28,
    );
    for ((id, claims), kind) in facts.iter().zip(["people", "cars", "", ""]) {
        let kind = if kind.is_empty() {
            "kind: entity".to_owned()
        } else {
            format!("kind: count\n    unit: {kind}")
        };
        let _ = write!(sheet, "  {id}:\n    {kind}\n    claims:\n{claims}");
    }
    sheet
}

/// A number as a word, for names that hold no figure.
fn word(i: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).expect("a letter"));
    let first = letter(i / 26).to_ascii_uppercase();
    format!("{first}{}{}", letter(i), letter(i / 676))
}

/// An event about which forty reports answer fifty-two questions, and differ in most.
fn siege(texts: &mut Texts) -> String {
    let mut sheet = "title: The siege\ndate: \"2025-06\"\nsummary: A siege.\nfacts:\n".to_owned();
    for asked in 0..N_ASKED {
        let head = match asked % 4 {
            0 | 1 => "kind: count\n    unit: people",
            2 => "kind: date",
            _ => "kind: entity",
        };
        let _ = write!(sheet, "  asked-{asked:02}:\n    label: Asked {asked}\n    {head}\n    claims:\n");
        for telling in 0..N_TELLING {
            let source = report(telling);
            let (value, words) = match asked % 4 {
                0 | 1 => {
                    let n = 100 + 7 * asked + 40 * (telling % 5);
                    (n.to_string(), format!("At gate {} guards counted {n} people", word(asked)))
                }
                2 => {
                    let day = 1 + (asked + telling % 3) % 28;
                    (format!("\"2025-06-{day:02}\""), format!("Gate {} fell on {day} June 2025", word(asked)))
                }
                _ => {
                    let name = if telling % 4 == 0 { "Keo Sophea" } else { "Sok Dara" };
                    (name.to_owned(), format!("Gate {} was held by {name}", word(asked)))
                }
            };
            let quote = texts.say(&source, words);
            let _ =
                write!(sheet, "      - source: {source}\n        value: {value}\n        quote: {quote}\n");
        }
    }
    sheet
}

/// A sheet that asks very many questions, each of which one source answers.
fn census(texts: &mut Texts) -> String {
    let mut sheet = "title: The census\nsummary: A census.\nfacts:\n".to_owned();
    for i in 0..N_CENSUS {
        let quote = texts.say("register", format!("Village {} has {} people", word(i), 200 + i));
        let _ = write!(
            sheet,
            "  village-{i:04}:\n    label: People of village {}\n    kind: count\n    unit: people\n    claims:\n      \
             - source: register\n        value: {}\n        quote: {quote}\n",
            word(i),
            200 + i
        );
    }
    sheet
}

/// One question that four hundred sources answer with a name, and one that they answer with a figure.
fn leader(texts: &mut Texts) -> String {
    let mut sheet =
        "title: The leader\nsummary: Who leads.\nfacts:\n  name:\n    kind: entity\n    claims:\n".to_owned();
    let claim = |source: &str, value: &str, quote: String| {
        format!("      - source: {source}\n        value: {value}\n        quote: {quote}\n")
    };
    for i in 0..N_REPORTS {
        let name = ["Sok Dara", "Keo Sophea"][usize::from(i % 10 == 0)];
        let quote = texts.say(&report(i), format!("The leader is {name} as report {i} says"));
        sheet.push_str(&claim(&report(i), name, quote));
    }
    sheet.push_str("  followers:\n    kind: count\n    unit: followers\n    claims:\n");
    for i in 0..N_REPORTS {
        let quote = texts.say(&report(i), format!("The leader has {} followers", 40 + i % 9));
        sheet.push_str(&claim(&report(i), &(40 + i % 9).to_string(), quote));
    }
    sheet
}

fn question(i: usize, texts: &mut Texts) -> String {
    let word = word(i);
    let quote = texts.say("register", format!("Question {word} is answered by Keo Sophea"));
    format!(
        "title: Why {word}\nsummary: Question {word}.\nfacts:\n  who:\n    kind: entity\n    claims:\n      - source: register\n        \
         value: Keo Sophea\n        quote: {quote}\n"
    )
}
