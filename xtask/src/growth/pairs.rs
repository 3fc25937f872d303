//! Two things at once, each as many as the other, that a program could lay side by side: what they cost together has to follow their
//! sum and not their product; entry point [`KINDS`].

use super::{CLAIM, Files, Kind, article, days_from, sheet};

/// Ways to make a project large in two directions.
pub(super) const KINDS: &[Kind] = &[
    Kind { name: "sources and questions of a sheet", n: 100, files: questions },
    Kind { name: "listed sources, and questions that one of them answers", n: 100, files: listed },
    Kind { name: "articles that rest on one, and those that it rests on", n: 60, files: hub },
    Kind { name: "pages of prose, each with a foot", n: 100, files: pages },
    Kind { name: "empty links, and the answers that they stand for", n: 100, files: empty_links },
    Kind {
        name: "links to anchors that a page does not have, and its headings",
        n: 150,
        files: broken_anchors,
    },
    Kind { name: "warnings, and what accepts them", n: 60, files: accepted },
    // From eighty records on each question has a page of its own: here and below both sizes lie above that.
    Kind { name: "rulings and questions", n: 100, files: rulings },
    Kind { name: "dates in order, and the sources that give them", n: 60, files: order },
    Kind { name: "sheets that ask one question, and their sources", n: 100, files: joined },
    Kind { name: "tags of an event, and events", n: 60, files: tags },
    Kind { name: "places of an event, and events", n: 60, files: places },
    Kind { name: "names of a list, and lists of one name", n: 60, files: lists },
    Kind { name: "holders of an office, and answers that name one", n: 60, files: holders },
    Kind { name: "notes, and references to them", n: 500, files: notes },
    Kind { name: "charts and questions", n: 100, files: charts },
];

fn said(i: usize) -> String {
    format!("There were {i} people held")
}

fn claim(source: &str, i: usize) -> String {
    format!("{{source: {source}, value: \"{i}\", quote: \"{}\"}}", said(i))
}

fn fact(id: &str, claims: &str) -> String {
    format!("  {id}: {{kind: count, unit: people, claims: [{claims}]}}\n")
}

/// Articles of which each says one figure.
fn articles(n: usize) -> Files {
    (1..=n).map(|i| article(&format!("m{i}"), "", &format!("{}.", said(i)))).collect()
}

fn numbered(n: usize, one: impl Fn(usize) -> String) -> String {
    (1..=n).map(one).collect()
}

fn row(n: usize, one: impl Fn(usize) -> String) -> String {
    (1..=n).map(one).collect::<Vec<_>>().join(", ")
}

fn event(id: &str, head: &str, facts: &str) -> (String, String) {
    let text = format!("title: Event {id}\nsummary: S.\n{head}facts:\n{facts}");
    (format!("content/events/{id}.yaml"), text)
}

/// The names that the sound project knows, and more.
fn names(more: &str) -> (String, String) {
    let own = "hun-manet: {kind: person, name: Hun Manet}\nhun-sen: {kind: person, name: Hun Sen}\n\
               cambodia: {kind: place, name: Cambodia}\npoipet: {kind: place, name: Poipet, in: cambodia}\n\
               chinese: {kind: group, name: Chinese}\ncambodian: {kind: group, name: Cambodian}\n";
    ("content/entities.yaml".to_owned(), format!("{own}{more}"))
}

fn questions(n: usize) -> Files {
    let facts = numbered(n, |i| fact(&format!("f{i}"), &claim(&format!("m{i}"), i)));
    with(articles(n), [sheet(&facts)])
}

fn listed(n: usize) -> Files {
    let sources = row(n, |i| format!("m{i}: {{}}"));
    let asked = fact("all", &row(n, |i| claim(&format!("m{i}"), i)));
    let more = numbered(n, |i| fact(&format!("f{i}"), CLAIM));
    let head = format!("sources: {{alpha: {{}}, {sources}}}\n");
    with(articles(n), [event("listed", &head, &(asked + &more))])
}

fn hub(n: usize) -> Files {
    let none = "Nothing is counted here.";
    let origins = (1..=n).map(|i| article(&format!("o{i}"), "", none));
    let relays = (1..=n).map(|i| article(&format!("r{i}"), "rests_on: [hub]\n", none));
    let rests = format!("rests_on: [{}]\n", row(n, |i| format!("o{i}")));
    origins.chain(relays).chain([article("hub", &rests, none)]).collect()
}

fn pages(n: usize) -> Files {
    let page = |i: usize| (format!("content/pages/p{i}.md"), format!("---\ntitle: Page {i}\n---\nText.\n"));
    (0..n).map(page).collect()
}

fn empty_links(n: usize) -> Files {
    let asked = fact("all", &row(n, |i| claim(&format!("m{i}"), i)));
    let links = "It was [](fact:growth/all).\n\n".repeat(n);
    let page = ("content/pages/links.md".to_owned(), format!("---\ntitle: Links\n---\n{links}"));
    with(articles(n), [sheet(&asked), page])
}

fn broken_anchors(n: usize) -> Files {
    let text = numbered(n, |i| format!("## Heading {i}\n\n[x](#no-such-{i})\n\n"));
    vec![("content/pages/anchors.md".to_owned(), format!("---\ntitle: Anchors\n---\n{text}"))]
}

fn accepted(n: usize) -> Files {
    let settings = "title: A small edition\ndescription: D\nlanguage: en\naccept:\n";
    let one = |i: usize| format!("  - {{code: mojibake, reason: As it is, in: content/articles/m{i}.md}}\n");
    let odd = |i: usize| article(&format!("m{i}"), "", &format!("They met in cafÃ© {i}."));
    let accepted = ("variorum.yaml".to_owned(), settings.to_owned() + &numbered(n, one));
    (1..=n).map(odd).chain([accepted]).collect()
}

fn rulings(n: usize) -> Files {
    let facts = numbered(n, |i| fact(&format!("f{i}"), &format!("{}, {}", claim("m1", 1), claim("m2", 2))));
    let decided = "status: open, note: N., decided: \"2025-08-01\", expect: contradict";
    let rulings = numbered(n, |i| format!("  - {{fact: f{i}, {decided}}}\n"));
    with(articles(2), [sheet(&format!("{facts}rulings:\n{rulings}"))])
}

fn order(n: usize) -> Files {
    let said = |i: usize| format!("It was on {}", days_from(1900, i));
    let articles: Files = (1..=n).map(|i| article(&format!("m{i}"), "", &format!("{}.", said(i)))).collect();
    let fact = |i: usize| {
        let claim = format!("{{source: m{i}, value: \"{}\", quote: \"{}\"}}", days_from(1900, i), said(i));
        format!("  d{i}: {{kind: date, claims: [{claim}]}}\n")
    };
    let head = format!("order: [[{}]]\n", row(n, |i| format!("d{i}")));
    with(articles, [event("order", &head, &numbered(n, fact))])
}

fn joined(n: usize) -> Files {
    let other = |i: usize| {
        let claims = claim(&format!("m{i}"), i);
        let fact = format!("  f: {{kind: count, unit: people, same_as: growth/f, claims: [{claims}]}}\n");
        event(&format!("e{i}"), "", &fact)
    };
    with(articles(n), (1..=n).map(other).chain([sheet(&fact("f", &claim("m1", 1)))]))
}

fn tags(n: usize) -> Files {
    let tagged = event("tagged", &format!("tags: [{}]\n", row(n, |i| format!("t{i}"))), &fact("f", CLAIM));
    (1..=n).map(|i| event(&format!("e{i}"), "tags: [t1]\n", &fact("f", CLAIM))).chain([tagged]).collect()
}

fn places(n: usize) -> Files {
    let places = numbered(n, |i| format!("p{i}: {{kind: place, name: Place {i}, in: cambodia}}\n"));
    let everywhere = event("all", &format!("places: [{}]\n", row(n, |i| format!("p{i}"))), &fact("f", CLAIM));
    let events = (1..=n).map(|i| event(&format!("e{i}"), "places: [p1]\n", &fact("f", CLAIM)));
    events.chain([everywhere, names(&places)]).collect()
}

fn lists(n: usize) -> Files {
    let towns = numbered(2 * n, |i| format!("p{i}: {{kind: place, name: Town{i}x, in: cambodia}}\n"));
    let listed = row(n, |i| format!("Town{i}x"));
    let all = format!("The towns {listed} were raided");
    let one = |i: usize| format!("The town Town{}x was raided", i + n);
    let whole = format!("{{source: all, complete: true, value: [{listed}], quote: \"{all}\"}}");
    let single = |i: usize| format!("{{source: m{i}, value: [Town{}x], quote: \"{}\"}}", i + n, one(i));
    let articles = (1..=n).map(|i| article(&format!("m{i}"), "", &format!("{}.", one(i))));
    let claims = format!("{whole}, {}", row(n, single));
    articles
        .chain([
            article("all", "", &format!("{all}.")),
            names(&towns),
            sheet(&format!("  a: {{kind: set, claims: [{claims}]}}\n")),
        ])
        .collect()
}

fn holders(n: usize) -> Files {
    let people = numbered(n, |i| format!("q{i}: {{kind: person, name: Karl Wqrt{i}}}\n"));
    let held = |i: usize| format!("{{person: q{i}, from: \"{0}-01-01\", to: \"{0}-12-31\"}}", 1000 + i);
    let office = format!("off: {{kind: office, name: Head, exclusive: true, holders: [{}]}}\n", row(n, held));
    let said = |i: usize| format!("Karl Wqrt{i} gave the order");
    let claim = |i: usize| format!("{{source: m{i}, value: Karl Wqrt{i}, quote: \"{}\"}}", said(i));
    let articles = (1..=n).map(|i| article(&format!("m{i}"), "", &format!("{}.", said(i))));
    let fact = format!("  a: {{kind: entity, office: off, claims: [{}]}}\n", row(n, claim));
    articles.chain([names(&(people + &office)), sheet(&fact)]).collect()
}

fn notes(n: usize) -> Files {
    let text =
        numbered(n, |i| format!("See[^{i}].\n\n")) + &numbered(n, |i| format!("[^{i}]: Note {i}.\n\n"));
    vec![article("notes", "", &text)]
}

fn charts(n: usize) -> Files {
    let facts = numbered(n, |i| fact(&format!("f{i}"), &format!("{}, {}", claim("m1", 1), claim("m2", 2))));
    let placed = numbered(n, |i| format!("  ![](chart:f{i})\n\n"));
    let text = format!("title: Event charts\nsummary: |\n  S.\n\n{placed}facts:\n{facts}");
    with(articles(2), [("content/events/charts.yaml".to_owned(), text)])
}

fn with(mut files: Files, more: impl IntoIterator<Item = (String, String)>) -> Files {
    files.extend(more);
    files
}
