//! How well names are told apart: the pairs of tests/values/name_pairs.txt, counted.
//!
//! `cargo test --test names -- --nocapture` prints precision and recall and every pair that comes
//! out wrong.

use variorum::value::name::{self, NameRelation};

/// What is known of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    One,
    Two,
    Open,
}

struct Pair<'a> {
    names: [&'a str; 2],
    truth: Truth,
    found: NameRelation,
}

impl Pair<'_> {
    fn is_called_one(&self) -> bool {
        match self.found {
            NameRelation::Same | NameRelation::Variant(_) => true,
            NameRelation::Undecided(_) | NameRelation::Different => false,
        }
    }
}

fn pairs() -> Vec<Pair<'static>> {
    let lines = include_str!("values/name_pairs.txt").lines();
    let lines = lines.filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            assert_eq!(cells.len(), 3, "{line}: not three columns");
            let (a, b) = (cells[0], cells[1]);
            let truth = match cells[2] {
                "one" => Truth::One,
                "two" => Truth::Two,
                other => {
                    assert_eq!(other, "open", "{line}: neither one nor two nor open");
                    Truth::Open
                }
            };
            let (x, y) = (name::read(a), name::read(b));
            let found = name::relation(&x, &y);
            assert_eq!(found, name::relation(&y, &x), "{a} and {b} the other way round");
            Pair { names: [a, b], truth, found }
        })
        .collect()
}

#[test]
fn names_of_one_are_found_and_names_of_two_are_told_apart() {
    let pairs = pairs();
    let of = |truth: Truth| pairs.iter().filter(move |pair| pair.truth == truth);
    let called_one = |truth: Truth| of(truth).filter(|pair| pair.is_called_one()).count();
    let (n_one, n_two, n_open) = (of(Truth::One).count(), of(Truth::Two).count(), of(Truth::Open).count());
    let (found, mistaken) = (called_one(Truth::One), called_one(Truth::Two));
    let contradicted = of(Truth::Two).filter(|pair| pair.found == NameRelation::Different).count();
    let lost = of(Truth::One).filter(|pair| pair.found == NameRelation::Different).count();
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    println!("{} pairs: {n_one} of one, {n_two} of two, {n_open} open", pairs.len());
    println!("recall: {found} of {n_one} pairs of one found ({:.1} %)", share(found, n_one));
    println!(
        "precision: {:.1} %; {mistaken} of {n_two} pairs of two called one",
        share(found, found + mistaken)
    );
    println!("told apart: {contradicted} of {n_two}; pairs of one told apart: {lost}");
    for pair in pairs.iter().filter(|pair| match pair.truth {
        Truth::One => !pair.is_called_one(),
        Truth::Two => pair.found != NameRelation::Different,
        Truth::Open => false,
    }) {
        println!("  {:?}, found {:?}: {} | {}", pair.truth, pair.found, pair.names[0], pair.names[1]);
    }
    assert!(pairs.len() >= 400, "{} pairs are too few to count", pairs.len());
    assert!(share(found, n_one) >= 95.0, "too few pairs of one are found");
    assert!(share(mistaken, n_two) <= 2.0, "too many pairs of two are called one");
}
