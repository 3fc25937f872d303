//! A project of any size, made by rule: many events, each told by four articles that differ, and one
//! by many; entry point [`write`]. Tests of scale and benchmarks build it.

use camino::Utf8Path;

const N_TELLING: usize = 4;
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
const PEOPLE: [(&str, &str); 6] = [
    ("sok-dara", "Sok Dara"),
    ("chan-vuthy", "Chan Vuthy"),
    ("keo-sophea", "Keo Sophea"),
    ("lim-bopha", "Lim Bopha"),
    ("meas-rithy", "Meas Rithy"),
    ("nhem-kunthea", "Nhem Kunthea"),
];
const GROUPS: [(&str, &str); 3] =
    [("vietnamese", "Vietnamese"), ("chinese", "Chinese"), ("indonesian", "Indonesian")];

/// What outlets are named after.
const TOWNS: [&str; 12] =
    ["Avon", "Bern", "Cork", "Delft", "Essen", "Fargo", "Genk", "Hull", "Izmir", "Jena", "Kyoto", "Lund"];

/// How large a project is.
#[derive(Clone, Copy)]
pub struct Size {
    /// How many events it has.
    pub n_events: usize,
    /// How many articles tell of them.
    pub n_articles: usize,
    /// How many articles tell of the first event; the others are told by four.
    pub n_telling_first: usize,
}

impl Size {
    /// Every telling of an event.
    fn tellings(self, event: usize) -> impl Iterator<Item = Telling> {
        let n = if event == 0 { self.n_telling_first } else { N_TELLING };
        (0..n).map(move |turn| Telling { event, article: (7 * event + 13 * turn) % self.n_articles, turn })
    }
}

/// What one article says of one event.
struct Telling {
    event: usize,
    article: usize,
    /// Which of the event's tellings it is.
    turn: usize,
}

impl Telling {
    /// Sources agree on most of it; every third event they differ widely.
    fn arrests(&self) -> usize {
        let spread = if self.event.is_multiple_of(3) { 400 } else { 3 };
        1_000 + 7 * (self.event % 90) + spread * self.turn
    }

    fn day(&self) -> (usize, usize) {
        let late = if self.event.is_multiple_of(5) { self.turn % N_TELLING } else { 0 };
        (self.event % 12, 1 + self.event % 20 + late)
    }

    fn person(&self) -> &'static str {
        PEOPLE[(self.event + usize::from(self.turn == 3)) % PEOPLE.len()].1
    }

    fn held(&self, group: usize) -> usize {
        11 + 13 * group + self.event % 17 + self.turn
    }

    fn sentences(&self) -> [String; 5] {
        let (month, day) = self.day();
        let event = self.event;
        let held = |group: usize| format!("{} {}", self.held(group), GROUPS[group].1);
        let verdict = if self.turn == 1 { "a failure" } else { "a success" };
        [
            format!("Police arrested more than {} people in operation {event}", grouped(self.arrests())),
            format!("Operation {event} took place on {day} {} 2025", MONTHS[month]),
            format!("The order for operation {event} came from {}", self.person()),
            format!("Among those held in operation {event} were {}, {} and {}", held(0), held(1), held(2)),
            format!("Observers call operation {event} {verdict}"),
        ]
    }
}

/// Writes the project into a folder.
pub fn write(root: &Utf8Path, size: Size) -> std::io::Result<()> {
    for folder in ["content/articles", "content/events", "content/questions"] {
        fs_err::create_dir_all(root.join(folder))?;
    }
    let settings = "title: Generated\ndescription: A generated project.\nlanguage: en\noverrides: none\n";
    fs_err::write(root.join("variorum.yaml"), settings)?;
    fs_err::write(root.join("content/entities.yaml"), entities())?;
    for article in 0..size.n_articles {
        fs_err::write(
            root.join(format!("content/articles/{}.md", article_id(article))),
            text(article, size),
        )?;
    }
    for event in 0..size.n_events {
        fs_err::write(root.join(format!("content/events/operation-{event:04}.yaml")), sheet(event, size))?;
    }
    Ok(())
}

fn article_id(article: usize) -> String {
    format!("report-{article:03}")
}

fn entities() -> String {
    let rows = |kind: &'static str, rows: &'static [(&str, &str)]| {
        rows.iter().map(move |(id, name)| format!("{id}:\n  kind: {kind}\n  name: {name}\n"))
    };
    rows("person", &PEOPLE).chain(rows("group", &GROUPS)).collect()
}

fn text(article: usize, size: Size) -> String {
    let tellings = (0..size.n_events)
        .flat_map(|event| size.tellings(event))
        .filter(|telling| telling.article == article);
    let paragraphs: Vec<String> = tellings.map(|telling| telling.sentences().join(". ") + ".").collect();
    format!(
        "---\ntitle: Report {article}\noutlet: {} Outlet {article}\npublished: \"2025-12-{:02}\"\nlanguage: en\n\
         kind: report\ntext: full\n---\n{}\n",
        TOWNS[article % TOWNS.len()],
        1 + article % 28,
        paragraphs.join("\n\n")
    )
}

fn sheet(event: usize, size: Size) -> String {
    let facts = [
        ("arrests", "kind: count\n    unit: people", arrests as fn(&Telling) -> String),
        ("when", "kind: date", when),
        ("orderer", "kind: entity", orderer),
        ("by-nationality", "kind: count\n    unit: people\n    by: nationality\n    total: arrests", parts),
        (
            "verdict",
            "kind: position\n    positions: {works: A success, fails: A failure}\n    exclusive: true",
            verdict,
        ),
    ];
    let facts = facts.iter().enumerate().map(|(i, (id, kind, value))| {
        let claims = size.tellings(event).map(|telling| {
            let quote = &telling.sentences()[i];
            format!(
                "      - source: {}\n        {}\n        quote: {quote}\n",
                article_id(telling.article),
                value(&telling)
            )
        });
        format!("  {id}:\n    {kind}\n    claims:\n{}", claims.collect::<String>())
    });
    format!(
        "title: Operation {event}\ndate: \"2025-{:02}\"\nsummary: Police arrested [](fact:arrests) people.\nfacts:\n{}",
        1 + event % 12,
        facts.collect::<String>()
    )
}

fn arrests(telling: &Telling) -> String {
    format!("value: more than {}", grouped(telling.arrests()))
}

fn when(telling: &Telling) -> String {
    let (month, day) = telling.day();
    format!("value: \"2025-{:02}-{day:02}\"", month + 1)
}

fn orderer(telling: &Telling) -> String {
    format!("value: {}", telling.person())
}

fn parts(telling: &Telling) -> String {
    let part = |group: usize| format!("{}: {}", GROUPS[group].0, telling.held(group));
    format!("complete: false\n        parts: {{{}, {}, {}}}", part(0), part(1), part(2))
}

fn verdict(telling: &Telling) -> String {
    format!("value: {}", if telling.turn == 1 { "fails" } else { "works" })
}

fn grouped(n: usize) -> String {
    format!("{},{:03}", n / 1000, n % 1000)
}
