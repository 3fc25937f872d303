//! Charts of resolved facts: which kind is chosen, what rows say, and those of the corpus itself.

use camino::Utf8PathBuf;
use variorum::chart::{self, Asked, ChartSpec, Plot, Undrawn};
use variorum::check::frame::Dating;
use variorum::check::{Bylines, Joined, findings};
use variorum::model::{Corpus, FactIx, Finding, SheetIx};
use variorum::parse::parse;
use variorum::resolve::{Selection, resolve};
use variorum::source::{SourceFile, Sources, load};

const FILES: [(&str, &str); 4] = [
    ("variorum.yaml", "title: T\ndescription: D\nlanguage: en\ntheme: default\noverrides: none\n"),
    (
        "content/articles/herald.md",
        "---\ntitle: H\noutlet: Herald\npublished: unknown\nlanguage: en\nkind: report\ntext: full\n---\nPolice.\n",
    ),
    (
        "content/articles/post.md",
        "---\ntitle: P\noutlet: Post\npublished: unknown\nlanguage: en\nkind: report\ntext: full\n---\nPolice.\n",
    ),
    (
        "content/entities.yaml",
        "laos: {kind: place, name: Laos}\nvientiane: {kind: place, name: Vientiane, in: laos}\nthai: {kind: group, name: Thai}\nlao: {kind: group, name: Lao}\n",
    ),
];

fn corpus(facts: &str) -> Corpus {
    let sheet = format!("title: Raid\nsummary: S\ndate: \"2025-07-14\"\nfacts:\n{facts}");
    let sheet = ("content/events/raid.yaml", sheet.as_str());
    let files = FILES.iter().chain([&sheet]);
    let files =
        files.map(|&(path, text)| SourceFile { path: Utf8PathBuf::from(path), text: text.to_owned() });
    resolved(&Sources::new(files.collect()))
}

fn resolved(sources: &Sources) -> Corpus {
    let (parsed, _) = parse(sources);
    resolve(&parsed, sources, Selection::default()).0.expect("the settings are there")
}

fn of(corpus: &Corpus, fact: usize) -> Result<ChartSpec, Undrawn> {
    let joined = Joined::new(corpus);
    let bylines = Bylines::new(corpus, &joined);
    let asked = Asked { corpus, joined: &joined, bylines: &bylines };
    chart::of_fact(asked, FactIx(fact as u32), &|ix| format!("#{}", corpus[ix].anchor))
}

/// Draws the first fact of a sheet and lists its title and its rows as words.
fn check(facts: &str, title: &str, rows: &[&str]) {
    let spec = of(&corpus(facts), 0).expect("a chart");
    assert_eq!(chart::draw(&spec, chart::Layouts::Both).title, title);
    let texts =
        |row: &chart::TableRow| row.cells.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
    let table: Vec<_> = chart::table(&spec).rows.iter().map(texts).collect();
    assert_eq!(table, rows);
}

#[test]
fn counts_become_a_range_of_reports() {
    let facts = "  a:
    label: People held
    kind: count
    unit: people
    claims:
      - {source: herald, value: over 20, quote: q one two, as_of: \"2025-07-15\"}
      - {source: post, value: 30, quote: q one two, scope: {place: laos}}
";
    let rows = [
        "Herald | as of 15 July 2025 | over 20 | 20 | no limit | more than",
        "Post | Laos | 30 | 30 | 30 | as stated",
    ];
    check(facts, "People held: reports say over 20 or 30", &rows);
}

fn people(claims: &[(&str, &str, &str)]) -> String {
    let claim = |(source, value, more): &(&str, &str, &str)| {
        format!("      - {{source: {source}, value: {value}, quote: q one two{more}}}\n")
    };
    let claims: String = claims.iter().map(claim).collect();
    format!("  a:\n    label: Held\n    kind: count\n    unit: people\n    claims:\n{claims}")
}

fn title(claims: &[(&str, &str, &str)]) -> String {
    chart::draw(&of(&corpus(&people(claims)), 0).expect("a chart"), chart::Layouts::Both).title
}

#[test]
fn a_title_lists_limits_and_runs_from_figure_to_figure() {
    let of = |words: &[&'static str]| {
        let sources = ["herald", "post"].into_iter().cycle();
        title(&sources.zip(words).map(|(source, words)| (source, *words, "")).collect::<Vec<_>>())
    };
    assert_eq!(of(&["more than 5", "fewer than 3"]), "Held: reports say fewer than 3 or more than 5 people");
    let three = of(&["more than 5", "fewer than 3", "up to 10"]);
    assert_eq!(three, "Held: fewer than 3, more than 5 or up to 10 people");
    assert_eq!(of(&["30", "about 20"]), "Held: reports range from about 20 to 30 people");
    assert_eq!(of(&["over 30", "at least 30"]), "Held: reports say over 30 or at least 30 people");
    assert_eq!(of(&["between 10 and 20", "30"]), "Held: reports say between 10 and 20 or 30 people");
    let many = of(&["more than 5", "fewer than 3", "up to 10", "at least 7", "12"]);
    assert_eq!(many, "Held: figures from 3 to 12 people or more");
}

/// Words that limit a figure run from nothing to nothing: "from fewer than 3 to up to 10 or more" is no English.
#[test]
fn every_hedge_beside_every_other_makes_a_sentence() {
    const WORDINGS: [&str; 10] = [
        "3",
        "about 4",
        "more than 5",
        "at least 6",
        "nearly 7",
        "up to 8",
        "fewer than 9",
        "10-12",
        "dozens",
        "1,500",
    ];
    let mut told = Vec::new();
    for a in WORDINGS {
        for b in WORDINGS {
            let [a, b] = [a, b].map(|words| format!("{words:?}"));
            told.push(title(&[("herald", &a, ""), ("post", &b, "")]));
            told.push(title(&[("herald", &a, ""), ("post", &b, ""), ("post", "\"up to 80\"", "")]));
        }
    }
    let odd = |title: &&String| {
        let limits = ["fewer", "more", "up to", "at least", "between", "dozens or"];
        let runs = limits.iter().any(|limit| {
            title.contains(&format!("from {limit}"))
                || title.contains(&format!("to {limit}")) && title.contains("from")
        });
        let twice = title.contains("up to up to")
            || title.contains(" or or ")
            || title.contains("people people")
            || title.contains("dozens to dozens");
        runs || twice || title.split_whitespace().count() > 12 || title.ends_with("or more or more")
    };
    let odd: Vec<&String> = told.iter().filter(odd).collect();
    assert!(odd.is_empty(), "{odd:#?}");
    if let Some(folder) = crate::asked("VARIORUM_TITLES") {
        fs_err::write(folder.join("titles.txt"), told.join("\n")).unwrap();
    }
}

#[test]
fn the_same_figure_of_another_day_or_place_is_no_agreement() {
    let day = |day: &str| format!(", as_of: \"2025-07-{day}\"");
    let (one, other) = (day("15"), day("16"));
    assert_eq!(
        title(&[("herald", "20", &one), ("post", "20", &one)]),
        "Held: two sources agree on 20 people"
    );
    let apart = title(&[("herald", "20", &one), ("post", "20", &other)]);
    assert_eq!(apart, "Held: 20 people, of different places or dates");
}

#[test]
fn a_figure_of_a_smaller_place_stands_under_that_of_the_larger_and_may_be_more_than_it() {
    let facts = people(&[
        ("herald", "40", ", scope: {place: vientiane}"),
        ("post", "30", ", scope: {place: laos}"),
        ("herald", "20", ""),
    ]);
    let spec = of(&corpus(&facts), 0).expect("a chart");
    let Plot::Ranges(ranges) = &spec.plot else { panic!("{:?}", spec.plot) };
    let rows: Vec<_> = ranges.rows.iter().map(|row| (row.words.as_str(), row.depth)).collect();
    assert_eq!(rows, [("20", 0), ("30", 0), ("40", 1)]);
    let svg = chart::draw(&spec, chart::Layouts::Both).svg_wide;
    assert!(
        svg.contains("vc-above") && svg.contains("more than the whole: 30 in") && svg.contains("Laos (Post)"),
        "{svg}"
    );
    let within = people(&[
        ("herald", "20", ", scope: {place: vientiane}"),
        ("post", "over 30", ", scope: {place: laos}"),
    ]);
    let svg = chart::draw(&of(&corpus(&within), 0).expect("a chart"), chart::Layouts::Both).svg_wide;
    assert!(!svg.contains("vc-above") && !svg.contains("more than the whole"), "{svg}");
}

#[test]
fn parts_become_a_breakdown_with_what_is_left_of_the_total() {
    let facts = "  a:
    label: People held, by nationality
    kind: count
    unit: people
    by: nationality
    total: all
    claims:
      - {source: herald, parts: {thai: 20, lao: about 30}, quote: q one two}
      - {source: post, complete: false, note: Others are mentioned., parts: {thai: 21}, quote: q one two}
  all:
    label: People held
    kind: count
    unit: people
    claims: [{source: herald, value: over 100, quote: q one two}]
";
    let rows = [
        "People held | Herald |  | over 100 | 100 | no limit | more than",
        "Lao | Herald |  | about 30 | 27 | 33 | about",
        "Thai | Herald |  | 20 | 20 | 20 | as stated",
        "Thai | Post |  | 21 | 21 | 21 | as stated",
        "Not broken down | Herald |  | more than 47 of over 100 | 47 | no limit | total less parts",
        "Not broken down | Post |  | others, without a figure | not stated | not stated | total less parts",
    ];
    check(facts, "People held, by nationality: two named, others left open", &rows);
}

#[test]
fn running_totals_become_a_series() {
    let facts = "  a:
    label: People held
    kind: count
    unit: people
    series: cumulative
    claims:
      - {source: post, value: 50, quote: q one two, as_of: \"2025-07-16\"}
      - {source: herald, value: 20, quote: q one two, as_of: \"2025-07-15\"}
";
    let rows = [
        "15 July 2025 | Herald | 20 | 20 | 20 | as stated | first",
        "16 July 2025 | Post | 50 | 50 | 50 | as stated | update",
    ];
    check(facts, "People held: the latest report is higher, 50 after 20", &rows);
}

#[test]
fn dates_become_marks_on_a_calendar() {
    let facts = "  a:
    label: Day of the raid
    kind: date
    claims:
      - {source: herald, value: \"2025-07-14\", quote: q one two}
      - {source: post, value: \"XXXX-11-14\", quote: q one two}
";
    let rows = [
        "Herald |  | 14 July 2025 | 14 July 2025 | 2025-07-14",
        "Post |  | 14 November (year not stated) | 14 November (year not stated) | XXXX-11-14",
    ];
    check(facts, "Day of the raid: reports lie at least four months apart", &rows);
}

#[test]
fn the_author_may_choose_another_chart_or_none() {
    let facts = |chart: &str| {
        format!(
            "  a:\n    label: L\n    kind: count\n    unit: people\n    chart: {chart}\n    claims: \
             [{{source: herald, value: 20, quote: q one two}}]\n"
        )
    };
    let undrawn = |chart| of(&corpus(&facts(chart)), 0).err();
    assert_eq!(undrawn("none"), Some(Undrawn::Unwanted));
    assert_eq!(undrawn("dates"), Some(Undrawn::NotADate));
    assert_eq!(undrawn("breakdown"), Some(Undrawn::NotBrokenDown));
    assert_eq!(undrawn("series"), Some(Undrawn::OneDay));
    assert!(of(&corpus(&facts("ranges")), 0).is_ok_and(|spec| matches!(spec.plot, Plot::Ranges(_))));
}

#[test]
fn a_breakdown_may_become_small_multiples_a_block_for_each_part() {
    let facts = "  a:
    label: L
    kind: count
    unit: people
    by: nationality
    chart: ranges
    claims: [{source: herald, parts: {thai: 20, lao: 30}, quote: q one two}]
";
    let rows = ["Lao | Herald |  | 30 | 30 | 30 | as stated", "Thai | Herald |  | 20 | 20 | 20 | as stated"];
    check(facts, "L: from 20 (Thai) to 30 people (Lao)", &rows);
}

#[test]
fn figures_of_their_own_occasions_may_become_a_series_without_updates() {
    let facts = "  a:
    label: People held
    kind: count
    unit: people
    series: new
    chart: series
    claims:
      - {source: herald, value: 20, quote: q one two, as_of: \"2025-07-15\"}
      - {source: post, value: 50, quote: q one two, as_of: \"2025-07-16\"}
";
    let rows = [
        "15 July 2025 | Herald | 20 | 20 | 20 | as stated | first",
        "16 July 2025 | Post | 50 | 50 | 50 | as stated | other",
    ];
    check(facts, "People held: the latest report is higher, 50 after 20", &rows);
}

/// The checker calls neither an update either: one is a contradiction, the other a different scope.
#[test]
fn figures_of_one_day_or_of_another_place_update_nothing() {
    let facts = "  a:
    label: People held
    kind: count
    unit: people
    series: cumulative
    claims:
      - {source: herald, value: 20, quote: q one two, as_of: \"2025-07-15\", scope: {place: laos}}
      - {source: herald, value: 50, quote: q one two, as_of: \"2025-07-16\"}
      - {source: post, value: 90, quote: q one two, as_of: \"2025-07-16\"}
";
    let rows = [
        "15 July 2025 | Herald | 20 | 20 | 20 | as stated | first",
        "16 July 2025 | Herald | 50 | 50 | 50 | as stated | other",
        "16 July 2025 | Post | 90 | 90 | 90 | as stated | other",
    ];
    check(facts, "People held: the latest reports differ, 50 or 90", &rows);
}

#[test]
fn a_question_asked_in_three_sheets_in_turn_has_one_chart() {
    let claim = |value: u32| {
        format!(
            "    kind: count\n    unit: people\n    claims: [{{source: herald, value: {value}, quote: q one two}}]\n"
        )
    };
    let facts = format!(
        "  a:\n{}  b:\n    same_as: raid/a\n{}  c:\n    same_as: raid/b\n{}",
        claim(20),
        claim(30),
        claim(40)
    );
    let corpus = corpus(&facts);
    for fact in 0..3 {
        let spec = of(&corpus, fact).expect("a chart");
        assert_eq!(chart::table(&spec).rows.len(), 3, "{fact}");
    }
}

#[test]
fn corrections_are_told_apart_from_updates() {
    let facts = "  a:
    label: People held
    kind: count
    unit: people
    series: cumulative
    claims:
      - {source: herald, value: 20, quote: q one two, as_of: \"2025-07-15\"}
      - {source: post, value: 50, quote: q one two, as_of: \"2025-07-16\"}
      - {source: herald, value: 40, quote: q one two, as_of: \"2025-07-17\", worded: corrected}
";
    let rows = [
        "15 July 2025 | Herald | 20 | 20 | 20 | as stated | first",
        "16 July 2025 | Post | 50 | 50 | 50 | as stated | update",
        "17 July 2025 | Herald | 40 | 40 | 40 | as stated | correction",
    ];
    check(facts, "People held: the latest report is higher, 40 after 20", &rows);
}

#[test]
fn a_date_that_is_to_have_no_chart_stays_off_the_calendar_of_its_sheet() {
    let fact = |name: &str, more: &str| {
        format!(
            "  {name}:\n    kind: date\n{more}    claims: [{{source: herald, value: \"2025-07-14\", quote: q one two}}]\n"
        )
    };
    let rows = |facts: &str| {
        let corpus = corpus(facts);
        let joined = Joined::new(&corpus);
        let bylines = Bylines::new(&corpus, &joined);
        let asked = Asked { corpus: &corpus, joined: &joined, bylines: &bylines };
        let spec = chart::of_dates(asked, &[], SheetIx(0), &|_| String::new());
        spec.map(|spec| chart::table(&spec).rows.len())
    };
    let (a, b) = (fact("a", ""), fact("b", ""));
    assert_eq!(rows(&[a.as_str(), &b, &fact("c", "")].concat()), Some(3));
    assert_eq!(rows(&[a.as_str(), &b, &fact("c", "    chart: none\n")].concat()), Some(2));
}

#[test]
fn the_author_may_give_another_title() {
    let facts = "  a:
    label: L
    kind: count
    unit: people
    chart_title: Twenty people, says the Herald
    claims: [{source: herald, value: 20, quote: q one two}]
";
    check(facts, "Twenty people, says the Herald", &["Herald |  | 20 | 20 | 20 | as stated"]);
}

#[test]
fn names_and_texts_have_nothing_to_draw() {
    let facts =
        "  a:\n    label: L\n    kind: text\n    claims: [{source: herald, value: so, quote: q one two}]\n";
    assert_eq!(of(&corpus(facts), 0).err(), Some(Undrawn::NoAxis));
}

#[test]
fn amounts_in_two_currencies_share_no_axis() {
    let facts = "  a:
    label: L
    kind: money
    claims:
      - {source: herald, value: $20 million, quote: q one two}
      - {source: post, value: €20 million, quote: q one two}
";
    assert_eq!(of(&corpus(facts), 0).err(), Some(Undrawn::Currencies));
}

/// Every chart that the example edition can have; none where the repository's content is another.
pub fn own() -> Vec<(String, ChartSpec)> {
    let Some(example) = crate::example::root() else { return Vec::new() };
    let loaded = load(example).expect("the example is a project");
    let corpus = resolved(&loaded.sources);
    let findings: Vec<Finding> = findings(&corpus);
    let mut specs: Vec<ChartSpec> =
        (0..corpus.facts.len()).filter_map(|fact| of(&corpus, fact).ok()).collect();
    let joined = Joined::new(&corpus);
    let bylines = Bylines::new(&corpus, &joined);
    let asked = Asked { corpus: &corpus, joined: &joined, bylines: &bylines };
    let sheets = (0..corpus.sheets.len() as u32).map(SheetIx);
    specs.extend(sheets.filter_map(|sheet| {
        chart::of_dates(asked, &findings.iter().collect::<Vec<_>>(), sheet, &|ix| {
            format!("#{}", corpus[ix].anchor)
        })
    }));
    specs.extend(chart::timeline(asked, &|_| Dating::default(), &|ix| {
        format!("events/{}.html", corpus[ix].id)
    }));
    specs.push(chart::totals(asked, &findings, &|class| format!("discrepancies.html#{class}")));
    specs.extend(chart::matrix(asked, &findings, &|_, _| "agreement.html".to_owned()));
    specs.extend(chart::who_says_what(asked, &findings, &|ix| format!("events/{}.html", corpus[ix].id)));
    let page = |name: String| format!("{name}.html");
    specs.extend(chart::who_relays_whom(asked, &|ix| page(corpus[ix].id.to_string()), &|ix| {
        page(corpus[ix].id.to_string())
    }));
    specs.extend(chart::spread(asked, &findings, &|ix| format!("#{}", corpus[ix].anchor)));
    specs.extend(chart::lanes(asked, &|ix| format!("#{}", corpus[ix].anchor), &|ix| {
        page(corpus[ix].id.to_string())
    }));
    specs.extend(chart::coverage(asked, &|ix| format!("sources/{}.html", corpus[ix].id)));
    specs.into_iter().map(|spec| (spec.about.id.clone(), spec)).collect()
}

#[test]
fn every_chart_of_the_corpus_is_small_and_titled() {
    let charts = own();
    assert!(charts.len() > 20 || crate::example::root().is_none(), "{}", charts.len());
    for (id, spec) in charts {
        let drawing = chart::draw(&spec, chart::Layouts::Both);
        assert!(drawing.svg_wide.len() <= 12 * 1024, "{id}: {}", drawing.svg_wide.len());
        assert!((1..=12).contains(&drawing.title.split_whitespace().count()), "{id}: {}", drawing.title);
    }
}
