//! The charts of a whole edition.

use variorum::chart::{
    Cell, ChartSpec, Cited, Citing, Coverage, CoverageRow, Hue, Lane, Layouts, Lettered, Locator, Matrix,
    Place, Plot, Relays, Said, SourceLanes, Spread, SpreadRow, TotalRow, Totals, Voices, VoicesRow,
    VoicesSource, draw, table,
};
use variorum::check::standing::Standing;
use variorum::model::{Coordinates, Difference, Severity, letter};
use variorum::value::date;

use crate::rows::{dated, figure, spec};

pub fn cases() -> Vec<(&'static str, ChartSpec)> {
    vec![
        ("matrix", matrix()),
        ("matrix-of-ten", matrix_of_ten()),
        ("totals", totals()),
        ("totals-none", no_totals()),
        ("coverage", coverage()),
        ("answers", answers()),
        ("answers-of-twelve", answers_of_twelve()),
        ("relays", relays()),
        ("spread", spread()),
        ("lanes", lanes()),
        ("locator", locator(PLACES)),
        (
            "locator-180th-meridian",
            locator(&[("Suva", -18.14, 178.44, false), ("Apia", -13.83, -171.77, true)]),
        ),
        (
            "locator-globe",
            locator(&[
                ("Nuuk", 64.18, -51.72, false),
                ("Wellington", -41.29, 174.78, true),
                ("Null", 0.0, 0.0, false),
            ]),
        ),
    ]
}

fn matrix() -> ChartSpec {
    let sources = [
        "Square, Jul 2025",
        "Global Times",
        "Khmer Times",
        "Untitled report on regional cooperation",
        "Telegram",
    ];
    let pairs = [
        (0, 1, 12, 5),
        (0, 2, 8, 0),
        (1, 2, 4, 1),
        (0, 3, 3, 0),
        (1, 3, 0, 0),
        (2, 3, 5, 2),
        (0, 4, 2, 2),
        (1, 4, 1, 0),
        (2, 4, 9, 1),
        (3, 4, 6, 0),
    ];
    let href = "discrepancies.html".to_owned();
    let cells = pairs.map(|(first, second, shared, differing)| Cell {
        first,
        second,
        standing: standing(shared, differing),
        href: href.clone(),
    });
    let sources = sources.map(str::to_owned).into();
    let matrix = Matrix { sources: lettered(sources), cells: cells.into() };
    spec("Agreement between sources", Plot::Matrix(matrix))
}

fn matrix_of_ten() -> ChartSpec {
    let sources: Vec<String> = (1..=10).map(|i| format!("Source {i}")).collect();
    let pairs = (0..10).flat_map(|second| (0..second).map(move |first| (first, second)));
    let cell =
        |(first, second)| Cell { first, second, standing: standing(second * 2, first), href: String::new() };
    spec(
        "Agreement between sources",
        Plot::Matrix(Matrix { sources: lettered(sources), cells: pairs.map(cell).collect() }),
    )
}

/// Some contradict, half of the others differ otherwise, and one is not comparable.
fn standing(shared: usize, n_contradict: usize) -> Standing {
    let others = shared - n_contradict;
    let (n_differ, n_uncompared) = (others / 2, usize::from(others > 2));
    Standing { n_contradict, n_differ, n_agree: others - n_differ - n_uncompared, n_uncompared }
}

fn lettered(names: Vec<String>) -> Vec<Lettered> {
    let sigla = (0..).map(letter);
    sigla.zip(names).map(|(siglum, name)| Lettered { siglum, name }).collect()
}

fn total(kind: Difference, counts: [usize; 4]) -> TotalRow {
    let severities = [Severity::Major, Severity::Moderate, Severity::Minor, Severity::Info];
    TotalRow {
        kind,
        counts: severities.into_iter().zip(counts).collect(),
        href: "discrepancies.html".to_owned(),
    }
}

fn totals() -> ChartSpec {
    let rows = vec![
        total(Difference::Contradict, [5, 3, 2, 0]),
        total(Difference::Variant, [0, 0, 4, 0]),
        total(Difference::Update, [0, 0, 0, 1]),
        total(Difference::Scope, [0, 0, 1, 6]),
    ];
    spec("Discrepancies", Plot::Totals(Totals { rows }))
}

fn no_totals() -> ChartSpec {
    spec("Discrepancies", Plot::Totals(Totals { rows: vec![total(Difference::Contradict, [0; 4])] }))
}

fn coverage() -> ChartSpec {
    let row = |source: &str, shared, alone, claims| CoverageRow {
        source: source.to_owned(),
        shared,
        alone,
        claims,
        hue: None,
        href: "sources/a.html".to_owned(),
    };
    let rows =
        vec![row("Square, Jul 2025", 12, 7, 25), row("Global Times", 9, 14, 31), row("Telegram", 2, 0, 2)];
    spec("Claims by source", Plot::Coverage(Coverage { facts: 41, rows }))
}

fn voices(n_sources: u32, n_rows: usize) -> ChartSpec {
    let source = |i: u32| VoicesSource {
        siglum: letter(i as usize),
        name: format!("Source {}", i + 1),
        hue: (n_sources <= 8).then_some(Hue(i as u8)),
    };
    let all = [Said::Contradicts, Said::Nothing, Said::Answers, Said::Differs];
    let row = |i: usize| VoicesRow {
        question: format!("What the source says of matter number {i}, at some length"),
        sheet: "Raids".to_owned(),
        said: (0..n_sources as usize).map(|at| all[(i * 3 + at * (i + 1)) % 4]).collect(),
        href: format!("events/raids.html#q{i}"),
    };
    let sources = (0..n_sources).map(source).collect();
    let rows = (0..n_rows).map(row).collect();
    let n_drawn = if n_sources > 8 { 16 } else { 28 };
    let voices = Voices { sources, rows, n_drawn, n_left_out: 7, n_contradicted: 12 };
    spec("Who answers which question", Plot::Voices(voices))
}

fn answers() -> ChartSpec {
    voices(5, 8)
}

/// As many rows and columns as an edition ever shows.
fn answers_of_twelve() -> ChartSpec {
    voices(12, 30)
}

fn relays() -> ChartSpec {
    let cited =
        |name: &str, n_claims| Cited { name: name.to_owned(), n_claims, href: "entities/a.html".to_owned() };
    let citing = |name: &str, hue, n_claims| Citing {
        name: name.to_owned(),
        hue: Some(Hue(hue)),
        n_claims,
        href: "sources/a.html".to_owned(),
    };
    let relays = Relays {
        cited: vec![
            cited("Neth Pheaktra", 9),
            cited("Cambodian police", 5),
            cited("United Nations Office on Drugs and Crime", 3),
            cited("Khmer Times", 2),
        ],
        sources: vec![citing("Square", 0, 14), citing("Global Times", 1, 5)],
        edges: vec![(0, 0), (1, 0), (1, 1), (2, 0), (3, 1)],
        n_left_out: 2,
    };
    spec("Whom each source cites", Plot::Relays(relays))
}

/// A voice behind two sources is told in the title and in bold: what they agree on was said once.
#[test]
fn who_stands_behind_several_sources_is_told() {
    let drawing = draw(&relays(), Layouts::Both);
    assert_eq!(drawing.title, "One of six cited voices stands behind several sources");
    assert!(
        drawing.svg_wide.contains("<text class=\"vc-label\"")
            && drawing.svg_wide.contains("Cambodian police")
    );
}

fn spread() -> ChartSpec {
    let row = |question: &str, figures: &[(&str, &str)]| SpreadRow {
        question: question.to_owned(),
        unit: "people".to_owned(),
        rows: figures.iter().map(|&(source, words)| figure(source, words)).collect(),
        href: "#arrests".to_owned(),
        is_alike: !question.starts_with("People arrested"),
    };
    let rows = vec![
        row("People arrested: Indonesian", &[("Square", "270"), ("Global Times", "271")]),
        row("People held in compounds", &[("Square", "tens of thousands"), ("Global Times", "over 100,000")]),
        row("Losses", &[("Square", "40"), ("Global Times", "about 12"), ("AFP", "12")]),
    ];
    spec("Where figures differ", Plot::Spread(Spread { rows, n_left_out: 1 }))
}

fn lanes() -> ChartSpec {
    let lane = |name: &str, hue, published: Option<&str>, dates: &[(&str, &str)]| Lane {
        name: name.to_owned(),
        hue: Some(Hue(hue)),
        published: published.map(|edtf| date::read(edtf).unwrap()),
        dates: dates.iter().map(|&(question, edtf)| dated(question, edtf)).collect(),
        href: "sources/a.html".to_owned(),
    };
    let lanes = vec![
        lane("Square", 0, Some("2025-07-17"), &[("Raids", "2025-07-14/2025-07-16"), ("Order", "2025-07-15")]),
        lane("Global Times", 1, None, &[("Raids", "{XXXX-11-14,XXXX-11-16}"), ("Arrests", "XXXX-11-17")]),
    ];
    spec("When each source was published", Plot::Lanes(SourceLanes { lanes }))
}

/// The raids have a year in another source, the arrests in none: only the first are drawn.
#[test]
fn a_lane_draws_no_day_for_which_nobody_gives_a_year() {
    let svg = draw(&lanes(), Layouts::Both).svg_wide;
    assert!(svg.contains("2 dates, none with a year") || svg.contains("none with a year"), "{svg}");
    assert_eq!(svg.matches("vc-open vc-h2").count(), 2, "{svg}");
}

/// Name, latitude, longitude, and whether it is disputed.
type At<'a> = (&'a str, f64, f64, bool);

const PLACES: &[At<'static>] = &[
    ("Phnom Penh", 11.56, 104.92, false),
    ("Ta Khmau", 11.48, 104.95, false),
    ("Sihanoukville", 10.63, 103.52, false),
    ("Poipet", 13.66, 102.56, true),
    ("ក្រុងបាវិត", 11.07, 106.18, true),
];

fn locator(places: &[At<'_>]) -> ChartSpec {
    let millionths = |degrees: f64| (degrees * 1e6).round() as i32;
    let place = |&(name, latitude, longitude, is_disputed): &At<'_>| Place {
        name: name.to_owned(),
        at: Some(Coordinates { latitude: millionths(latitude), longitude: millionths(longitude) }),
        is_disputed,
        href: "entities/a.html".to_owned(),
    };
    let nowhere = Place {
        name: "A compound".to_owned(),
        at: None,
        is_disputed: false,
        href: "entities/compound.html".to_owned(),
    };
    let places = places.iter().map(place).chain([nowhere]).collect();
    spec("Places of the raids", Plot::Locator(Locator { places }))
}

/// No ink for what is not stated: a place without coordinates has no mark and no name on the map, and a row that says so.
#[test]
fn a_place_without_coordinates_stands_in_the_table_only() {
    let spec = locator(PLACES);
    let drawing = draw(&spec, Layouts::Both);
    assert_eq!(drawing.title, "Five places on the map, two of them disputed");
    assert!(!drawing.svg_wide.contains("A compound"));
    let rows: Vec<String> = table(&spec)
        .rows
        .iter()
        .map(|row| row.cells.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        .collect();
    assert_eq!(rows[3], "Poipet, 13.66, 102.56, yes");
    assert_eq!(rows[5], "A compound, no coordinates, no coordinates, no");
    // Disputed places differ by shape: five marks, and one of the key.
    assert_eq!(drawing.svg_wide.matches("<circle class=\"vc-mark\"").count(), 3);
    assert_eq!(drawing.svg_wide.matches("class=\"vc-disputed\"").count(), 3);
}
