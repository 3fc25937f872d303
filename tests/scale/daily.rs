//! A question that twenty sources answer day by day, 1,600 times in all: a row for each day, a line for a
//! chart, and no page that is heavy.

use std::collections::BTreeMap;

use camino::Utf8Path;
use variorum::output::OutputTree;
use variorum::pipeline::{self, Options};
use variorum::source;

use crate::names;

const N_DAYS: usize = 1_600;
const N_SOURCES: usize = 20;

/// Days on which the total is lower than the day before and stays so, and on which one figure stands out.
const FALLS: [usize; 3] = [300, 700, 1_150];
const OUTLIERS: [usize; 2] = [150, 1_500];

const PAGE_BYTES_MAX: usize = 250_000;
const LINE_BYTES_MAX: usize = 12_000;

const DAYS_OF_MONTHS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[test]
fn a_question_of_many_days_has_a_row_for_each_and_a_line() {
    let tree = edition();
    let pages: BTreeMap<&str, String> = tree
        .iter()
        .filter(|(path, _)| path.as_str().ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), String::from_utf8(bytes.to_vec()).expect("pages are UTF-8")))
        .collect();
    let mut sizes: Vec<(usize, &str)> = pages.iter().map(|(path, html)| (html.len(), *path)).collect();
    sizes.sort_by(|a, b| b.cmp(a));
    println!("the largest pages: {:#?}", &sizes[..9]);
    assert!(sizes[0].0 <= PAGE_BYTES_MAX, "{:#?}", &sizes[..9]);

    let faults = names::faults(pages.iter().map(|(path, html)| (*path, html.as_bytes())));
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    let question = &pages["questions/deaths.html"];
    assert_eq!(question.matches("<tr><th scope=\"row\"><i id=").count(), 53, "a row for each month");
    let by_month: Vec<&String> = pages
        .iter()
        .filter(|(path, _)| path.starts_with("questions/deaths/"))
        .map(|(_, html)| html)
        .collect();
    assert_eq!(by_month.len(), 53);
    let rows: usize = by_month.iter().map(|html| html.matches("<tr><th scope=\"row\">").count()).sum();
    assert_eq!(rows, N_DAYS, "a row for each day");
    let first = &pages["questions/deaths/total--2020-01.html"];
    assert!(first.contains("<th scope=\"row\">31 January 2020</th>"), "the day is named");
    assert!(
        first.contains("href=\"../../sources/report-00.html#quote-"),
        "the quoted words are a click away"
    );
    every_anchor_stands_once(&tree, question, &by_month);

    let svg = &question[question.find("<svg").expect("a chart")..question.find("</svg>").expect("its end")];
    println!("the line: {} bytes", svg.len());
    assert!(svg.len() <= LINE_BYTES_MAX, "{} bytes of drawing", svg.len());
    assert!(question.contains("Marked: three falls, two outliers."), "falls and outliers are told");
    let csv = String::from_utf8(tree.get("charts/deaths--total.csv").expect("figures").to_vec()).unwrap();
    assert_eq!(csv.lines().count(), N_DAYS + 1, "the file of figures holds all of them");
}

/// Each on the page of its month, and once more where all of them stood before the claims were many.
fn every_anchor_stands_once(tree: &OutputTree, question: &str, by_month: &[&String]) {
    let csv =
        String::from_utf8(tree.get("claims.csv").or(tree.get("data/claims.csv")).unwrap().to_vec()).unwrap();
    let anchors: Vec<&str> = csv
        .lines()
        .filter_map(|line| line.split("#total--").nth(1))
        .map(|rest| rest.split([',', '"']).next().unwrap_or(rest))
        .collect();
    assert_eq!(anchors.len(), N_DAYS);
    let months = by_month.iter().map(|html| html.as_str()).collect::<String>();
    let ids = |html: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for rest in html.split("id=\"total--").skip(1) {
            *counts.entry(rest.split('"').next().unwrap_or_default().to_owned()).or_default() += 1;
        }
        counts
    };
    for (what, counts) in [("by month", ids(&months)), ("on the question's page", ids(question))] {
        for anchor in &anchors {
            assert_eq!(counts.get(*anchor), Some(&1), "{anchor} {what}");
        }
    }
}

fn edition() -> OutputTree {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let root = Utf8Path::from_path(folder.path()).expect("it is UTF-8");
    write(root).expect("the folder is ours");
    let loaded = source::load(root).expect("the project was just written");
    let built = pipeline::build(&loaded, &Options::default());
    let faults: Vec<&str> = built.diagnostics.iter().map(|fault| fault.message.as_str()).take(9).collect();
    built.edition.unwrap_or_else(|| unreachable!("the project has errors: {faults:#?}")).tree
}

fn write(root: &Utf8Path) -> std::io::Result<()> {
    for folder in ["content/articles", "content/questions"] {
        fs_err::create_dir_all(root.join(folder))?;
    }
    fs_err::write(
        root.join("variorum.yaml"),
        "title: Daily\ndescription: A total, day by day.\nlanguage: en\noverrides: none\n",
    )?;
    let mut sheet = String::from(
        "title: Deaths\nsummary: A total, day by day.\nfacts:\n  total:\n    label: Deaths so far\n    kind: count\n    unit: deaths\n    \
         series: cumulative\n    claims:\n",
    );
    let mut texts = vec![String::new(); N_SOURCES];
    for (day, iso, words) in days() {
        let source = day % N_SOURCES;
        let quote = format!("By {words}, {} deaths were on record", total(day));
        texts[source].push_str(&format!("{quote}.\n\n"));
        sheet.push_str(&format!(
            "      - {{source: report-{source:02}, value: \"{}\", as_of: \"{iso}\", quote: \"{quote}\"}}\n",
            total(day)
        ));
    }
    for (i, text) in texts.iter().enumerate() {
        let head = format!(
            "---\ntitle: Bulletin {i}\noutlet: Outlet {i}\npublished: \"2024-12-01\"\nlanguage: en\nkind: report\n\
             text: full\n---\n"
        );
        fs_err::write(root.join(format!("content/articles/report-{i:02}.md")), head + text)?;
    }
    fs_err::write(root.join("content/questions/deaths.yaml"), sheet)
}

/// Ten more each day, but for what falls or stands out.
fn total(day: usize) -> String {
    let fallen = 500 * FALLS.iter().filter(|&&fall| day >= fall).count();
    let total = 1_000 + 10 * day - fallen + if OUTLIERS.contains(&day) { 9_000 } else { 0 };
    if total < 1_000 { total.to_string() } else { format!("{},{:03}", total / 1_000, total % 1_000) }
}

/// The days from 2020 on, as sheets and as texts write them.
fn days() -> impl Iterator<Item = (usize, String, String)> {
    let (mut year, mut month, mut day) = (2020, 0, 0);
    (0..N_DAYS).map(move |i| {
        day += 1;
        let leap = usize::from(month == 1 && year % 4 == 0);
        if day > DAYS_OF_MONTHS[month] + leap {
            (month, day) = (month + 1, 1);
        }
        if month == 12 {
            (year, month) = (year + 1, 0);
        }
        let iso = format!("{year}-{:02}-{day:02}", month + 1);
        (i, iso, format!("{day} {} {year}", MONTHS[month]))
    })
}
