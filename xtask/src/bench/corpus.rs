//! A made-up corpus: events of a desk, three full-text articles each, ten claims an event.
//!
//! The same number gives the same bytes on every machine; names and figures are invented.

use anyhow::{Context as _, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const WORDS: &str = "the of and to in for on with at by from after before during under region district river valley coast \
    harbour bridge road rail airport hospital school market village town city province ministry agency officials residents \
    rescuers engineers witnesses reporters crews teams volunteers council mayor governor statement report assessment survey \
    figures estimate preliminary confirmed revised early later morning evening night heavy severe rising falling slow rapid \
    repeated strong weak local national water power supply lines shelter food medical relief aid damage losses homes \
    buildings roofs walls families children workers people certain other further additional reported said added \
    noted warned urged opened closed reached crossed blocked cleared restored treated moved remained continued expected \
    planned began ended across near around between within outside toward through about which while although because however";
const OUTLETS: [&str; 8] = [
    "Harbour Ledger",
    "Valley Courant",
    "Northern Dispatch",
    "La Gazette du Lac",
    "Süd-Anzeiger",
    "Meridian Daily",
    "Noticias del Golfo",
    "Coastal Record",
];
const PLACES: [&str; 10] = [
    "Port Maren",
    "Karvel",
    "San Telmo",
    "Oberfeld",
    "Lake Orrin",
    "Rive-Haute",
    "Dunmore Hills",
    "Quillan",
    "Bahía Clara",
    "Stonebridge",
];
const KINDS: [&str; 6] = ["flood", "earthquake", "wildfire", "storm", "landslide", "factory fire"];

/// A question of every event: id, label, kind, unit, the sentence that answers it, its least and largest figure, and
/// which of the three articles answer it.
struct Question {
    id: &'static str,
    label: &'static str,
    kind: &'static str,
    unit: &'static str,
    says: fn(&str, u64) -> String,
    value: fn(u64) -> String,
    range: (u64, u64),
    articles: &'static [usize],
}

const QUESTIONS: [Question; 4] = [
    Question {
        id: "deaths",
        label: "People killed",
        kind: "count",
        unit: "people",
        says: |place, n| format!("Officials in {place} said {n} people were killed."),
        value: |n| n.to_string(),
        range: (3, 220),
        articles: &[0, 1, 2],
    },
    Question {
        id: "injured",
        label: "People injured",
        kind: "count",
        unit: "people",
        says: |place, n| format!("Hospitals around {place} have treated {n} people for injuries."),
        value: |n| n.to_string(),
        range: (20, 1_800),
        articles: &[0, 1, 2],
    },
    Question {
        id: "displaced",
        label: "People displaced",
        kind: "count",
        unit: "people",
        says: |_, n| format!("About {n} people were moved to shelters, the regional agency reported."),
        value: |n| format!("about {n}"),
        range: (200, 24_000),
        articles: &[0, 2],
    },
    Question {
        id: "damage",
        label: "Damage",
        kind: "money",
        unit: "USD",
        says: |_, n| format!("Insurers put the damage at {n} million dollars."),
        value: |n| format!("{n} million dollars"),
        range: (2, 900),
        articles: &[1, 2],
    },
];

/// The question whose answer in the first article the edit of a value changes.
const EDITED: &str = "deaths";

/// An event with what its articles say.
struct Event {
    id: String,
    title: String,
    kind: &'static str,
    date: String,
    summary: String,
    articles: Vec<Article>,
    /// Question, article, figure and quoted words.
    claims: Vec<(usize, usize, u64, String)>,
}

struct Article {
    id: String,
    title: String,
    outlet: &'static str,
    date: String,
    body: String,
}

/// Numbers that look random and are the same everywhere (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least + 1)
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.between(0, of.len() as u64 - 1) as usize]
    }

    /// Words without marks and figures, as a desk's own summary may have them.
    fn plain(&mut self, words: &[&str]) -> Vec<String> {
        let n = self.between(9, 22);
        let mut text: Vec<String> = (0..n).map(|_| self.one(words).to_owned()).collect();
        text[0] = text[0][..1].to_uppercase() + &text[0][1..];
        text
    }

    /// A sentence of an article: now and then with emphasis, a link, a figure or a remark in brackets.
    fn sentence(&mut self, words: &[&str]) -> String {
        let mut text = self.plain(words);
        let middle = text.len() / 2;
        let word = text[middle].clone();
        match self.between(0, 99) {
            0..6 => text[middle] = format!("**{word}**"),
            6..12 => text[middle] = format!("*{word}*"),
            12..16 => {
                let number = self.between(1_000, 9_999);
                text[middle] = format!("[{word} {}](https://example.org/{number}/{word})", text[1]);
            }
            16..20 => text[middle] = format!("{word} {}", self.between(2, 990)),
            20..23 => text[middle] = format!("{word} (see \"annex\" & notes)"),
            _ => {}
        }
        text.join(" ") + "."
    }

    fn paragraph(&mut self, words: &[&str], n: usize) -> String {
        (0..n).map(|_| self.sentence(words)).collect::<Vec<_>>().join(" ")
    }
}

fn event(i: usize, words: &[&str]) -> Event {
    let mut numbers = Numbers(i as u64);
    let id = format!("ev-{i:05}");
    let (kind, place) = (numbers.one(&KINDS), numbers.one(&PLACES));
    let (month, day) = (numbers.between(1, 12), numbers.between(1, 26));
    let year = numbers.between(2023, 2025);
    let date = |after: u64| format!("{year}-{month:02}-{:02}", day + after);
    let middle: Vec<u64> = QUESTIONS.iter().map(|one| numbers.between(one.range.0, one.range.1)).collect();
    let (mut articles, mut claims) = (Vec::new(), Vec::new());
    for j in 0..3 {
        let mut body = numbers.paragraph(words, 3);
        for (question, one) in QUESTIONS.iter().enumerate().filter(|(_, one)| one.articles.contains(&j)) {
            let alike = numbers.between(0, 9) < 6;
            let figure = if alike {
                middle[question]
            } else {
                (middle[question] * numbers.between(70, 140) / 100).max(1)
            };
            let quote = (one.says)(place, figure);
            let _ = write!(body, "\n\n{quote} {}", numbers.paragraph(words, 3));
            if one.id == EDITED && j == 0 {
                // What the desk may come to take for the article's answer instead.
                let _ = write!(body, "\n\n{}", (one.says)("the coast", figure + 1));
            }
            claims.push((question, j, figure, quote));
        }
        let list: String = (0..4).map(|_| format!("- {}\n", numbers.sentence(words))).collect();
        let _ = write!(
            body,
            "\n\n## What is known\n\n{list}\n> {}\n\n{}\n",
            numbers.sentence(words),
            numbers.paragraph(words, 6)
        );
        let outlet = numbers.one(&OUTLETS);
        let title = format!("{outlet}: {kind} near {place}, report {} of case {i}", j + 1);
        articles.push(Article {
            id: format!("{id}-a{}", j + 1),
            title,
            outlet,
            date: date(j as u64 / 2),
            body,
        });
    }
    claims.sort_by_key(|(question, article, ..)| (*question, *article));
    let summary = (0..3).map(|_| numbers.plain(words).join(" ") + ".").collect::<Vec<_>>().join(" ");
    let title = format!("{} near {place}", kind[..1].to_uppercase() + &kind[1..]);
    Event { id, title, kind, date: date(0), summary, articles, claims }
}

/// Writes a project of so many events into a folder, and gives the folder.
pub fn write(folder: &Path, n: usize) -> Result<PathBuf> {
    let content = folder.join("content");
    if content.exists() {
        fs::remove_dir_all(&content).with_context(|| format!("clear {}", content.display()))?;
    }
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    for one in ["content/articles", "content/events"] {
        fs::create_dir_all(folder.join(one)).with_context(|| format!("make {one}"))?;
    }
    let settings = "title: Made-up corpus\ndescription: A corpus made up for measuring.\nlanguage: en\nbase_url: https://example.org/edition/\n";
    put(&folder.join("variorum.yaml"), settings)?;
    for i in 1..=n {
        let event = event(i, &words);
        for article in &event.articles {
            let Article { id, title, outlet, date, body } = article;
            let head = format!(
                "title: \"{title}\"\noutlet: \"{outlet}\"\npublished: \"{date}\"\nlanguage: en\nkind: report\ntext: full"
            );
            put(&content.join(format!("articles/{id}.md")), &format!("---\n{head}\n---\n\n{body}"))?;
        }
        put(&content.join(format!("events/{}.yaml", event.id)), &sheet(&event))?;
    }
    Ok(folder.to_owned())
}

fn sheet(event: &Event) -> String {
    let sources: String = event.articles.iter().map(|article| format!("  {}: {{}}\n", article.id)).collect();
    let mut text = format!(
        "title: \"{}\"\ndate: \"{}\"\ntags: [{}]\nsummary: \"{}\"\nsources:\n{sources}facts:\n",
        event.title,
        event.date,
        event.kind.replace(' ', "-"),
        event.summary
    );
    for (i, one) in QUESTIONS.iter().enumerate() {
        let _ = write!(
            text,
            "  {}:\n    label: {}\n    kind: {}\n    unit: {}\n    claims:\n",
            one.id, one.label, one.kind, one.unit
        );
        for (_, article, figure, quote) in event.claims.iter().filter(|claim| claim.0 == i) {
            let source = &event.articles[*article].id;
            let value = (one.value)(*figure);
            let _ = write!(
                text,
                "      - source: {source}\n        value: {value}\n        quote: \"{quote}\"\n"
            );
        }
    }
    text
}

/// Writes the same articles and events as pages of Hugo; what differs is worked out for it.
pub fn write_for_hugo(folder: &Path, n: usize) -> Result<()> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    for one in ["content/articles", "content/events"] {
        fs::create_dir_all(folder.join(one)).with_context(|| format!("make {one}"))?;
    }
    for i in 1..=n {
        let event = event(i, &words);
        for Article { id, title, outlet, date, body } in &event.articles {
            let head = format!("title: \"{title}\"\noutlet: \"{outlet}\"\ndate: {date}\nevent: {}", event.id);
            put(&folder.join(format!("content/articles/{id}.md")), &format!("---\n{head}\n---\n\n{body}"))?;
        }
        put(&folder.join(format!("content/events/{}.md", event.id)), &page_for_hugo(&event))?;
    }
    Ok(())
}

fn page_for_hugo(event: &Event) -> String {
    let articles: String = event.articles.iter().map(|article| format!("  - {}\n", article.id)).collect();
    let mut head = format!(
        "title: \"{}\"\ndate: {}\nsummary: \"{}\"\narticles:\n{articles}claims:\n",
        event.title, event.date, event.summary
    );
    for (question, article, figure, quote) in &event.claims {
        let (label, source) = (QUESTIONS[*question].label, &event.articles[*article].id);
        let _ =
            writeln!(head, "  - {{label: {label}, value: {figure}, source: {source}, quote: \"{quote}\"}}");
    }
    format!("---\n{head}---\n")
}

/// The sheet of an event with another answer of its first article to one question, which the article gives as well.
pub fn edited_sheet(i: usize) -> (String, String) {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut event = event(i, &words);
    let asked = QUESTIONS.iter().position(|one| one.id == EDITED);
    for (question, article, figure, quote) in &mut event.claims {
        if Some(*question) == asked && *article == 0 {
            *figure += 1;
            *quote = (QUESTIONS[*question].says)("the coast", *figure);
        }
    }
    (format!("content/events/{}.yaml", event.id), sheet(&event))
}

/// The page of an event in Hugo, with the same answer.
pub fn edited_page(i: usize) -> (String, String) {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let page = page_for_hugo(&event(i, &words)).replace("People killed", "People who died");
    (format!("content/events/ev-{i:05}.md"), page)
}

fn put(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_gives_the_same_event_and_another_number_another() {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let (one, again, other) = (event(7, &words), event(7, &words), event(8, &words));
        assert_eq!(sheet(&one), sheet(&again));
        assert_ne!(sheet(&one), sheet(&other));
        assert_eq!((one.articles.len(), one.claims.len()), (3, 10));
        for (_, article, _, quote) in &one.claims {
            assert!(one.articles[*article].body.contains(quote), "{quote}");
        }
        let (_, edited) = edited_sheet(7);
        let changed: Vec<&str> = edited.lines().filter(|line| !sheet(&one).contains(line)).collect();
        assert_eq!(changed.len(), 2, "{changed:?}");
        let quote = changed[1].trim().trim_start_matches("quote: ").trim_matches('"');
        assert!(one.articles[0].body.contains(quote), "{quote}");
    }
}
