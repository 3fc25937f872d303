//! Every language's reading file against the vectors beside it: what is wrongly read must be refused, all of
//! it; what is rightly read must be accepted, nine of ten at least.

#![allow(clippy::panic, reason = "a vector that cannot be read has nothing to say")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use camino::{Utf8Path, Utf8PathBuf};
use variorum::language::reading;
use variorum::model::Number;
use variorum::value::in_quote::{self, Found};
use variorum::value::{date, measure, number};

/// The languages that must have a file, with how many vectors; the rest may have some.
const REQUIRED: [(&str, usize); 24] = [
    ("en", 300),
    ("km", 40),
    ("th", 40),
    ("vi", 40),
    ("zh", 40),
    ("ja", 40),
    ("ko", 40),
    ("id", 40),
    ("lo", 40),
    ("my", 40),
    ("hi", 40),
    ("ar", 40),
    ("fa", 40),
    ("tr", 40),
    ("ru", 40),
    ("uk", 40),
    ("el", 40),
    ("de", 40),
    ("fr", 40),
    ("es", 40),
    ("pt", 40),
    ("it", 40),
    ("nl", 40),
    ("pl", 40),
];

/// The sections of the vectors that must hold; what the others ask for is not read yet.
const SECTIONS: [&str; 5] = ["figures", "percent", "money", "measures", "dates"];

#[test]
fn wrong_readings_are_refused_and_right_ones_accepted() {
    let mut report = String::new();
    let mut failures = Vec::new();
    for (tag, path) in files("vectors.txt") {
        let text = fs_err::read_to_string(&path).unwrap();
        let mut n_vectors = 0;
        let counts = counts(&tag, &text, &mut failures);
        if REQUIRED.iter().any(|(required, _)| *required == tag) {
            let missing = SECTIONS.iter().filter(|section| !counts.contains_key(**section));
            failures.extend(missing.map(|section| format!("{tag}: no vectors below [{section}]")));
        }
        for (section, count) in counts {
            let Count { accepted, right, refused, wrong } = count;
            n_vectors += right + wrong;
            let line = format!(
                "{tag} {section}: {accepted}/{right} right accepted, {refused}/{wrong} wrong refused"
            );
            let _ = writeln!(report, "{line}");
            if SECTIONS.contains(&section.as_str()) && (refused < wrong || accepted * 10 < right * 9) {
                failures.push(line);
            }
        }
        let least = REQUIRED.iter().find(|(required, _)| *required == tag).map_or(40, |(_, least)| *least);
        if n_vectors < least {
            failures.push(format!("{tag}: {n_vectors} vectors, where {least} are wanted"));
        }
    }
    println!("{report}");
    let is_failed = failures.iter().any(|failure| !failure.starts_with("  "));
    assert!(!is_failed, "\n{report}\n{}", failures.join("\n"));
}

#[test]
fn every_required_language_has_its_files() {
    let known: Vec<&str> = reading::languages().collect();
    let missing: Vec<&str> =
        REQUIRED.iter().map(|(tag, _)| *tag).filter(|tag| !known.contains(tag)).collect();
    assert!(missing.is_empty(), "no reading file is read for {missing:?}");
    for (tag, path) in files("yaml") {
        assert!(known.contains(&tag.as_str()), "{path} is not read: name it in src/language/reading/mod.rs");
    }
}

#[test]
fn every_reading_file_is_sound() {
    let found: Vec<String> = reading::faults()
        .into_iter()
        .flat_map(|(tag, faults)| {
            faults.into_iter().map(move |fault| {
                format!("languages/reading/{tag}.yaml, byte {}: {}", fault_start(&fault), fault.message)
            })
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

/// Figures that are not asked about are passed over; nothing that is found may depend on it.
#[test]
fn quotes_of_several_figures_say_the_same_whichever_is_asked_about() {
    let mut differing = Vec::new();
    for (tag, path) in files("vectors.txt") {
        let text = fs_err::read_to_string(&path).unwrap();
        let vectors: Vec<Vec<&str>> = text
            .lines()
            .map(|line| line.split(" | ").collect())
            .filter(|cells: &Vec<_>| cells.len() > 2)
            .collect();
        for (ix, pair) in vectors.windows(2).step_by(3).enumerate() {
            let joint = [" ", ", ", " or "][ix % 3];
            let quote = format!("{}{joint}{}", pair[0][0], pair[1][0]);
            let lexicon = reading::lexicon(&tag, &quote);
            let values = [pair[0][1], pair[1][1], "45"]
                .into_iter()
                .filter_map(|words| number::read(words, lexicon).ok());
            let unlike = values.filter(|value| !in_quote::is_read_alike(value, None, &quote, lexicon));
            differing.extend(unlike.map(|value| format!("{tag}: {quote}: {value:?}")));
        }
    }
    assert!(differing.is_empty(), "read otherwise where figures are passed over:\n{}", differing.join("\n"));
}

/// Whatever a language's file says could change a figure keeps a bare one from being published.
#[test]
fn no_bare_figure_is_published_beside_words_that_change_it() {
    let mut published = Vec::new();
    for tag in reading::languages() {
        let data = &reading::lexicon(tag, "").data;
        let hedges = data.hedges.iter().map(|(_, words)| words);
        let before = hedges.clone().flat_map(|words| &words.before);
        let before = before.chain(&data.negations.before).chain(&data.doubts.before);
        let behind = hedges.flat_map(|words| &words.behind);
        let behind =
            behind.chain(&data.doubts.behind).chain(data.magnitudes.iter().map(|(phrase, _)| phrase));
        let said = |phrase: &str| phrase.replace('*', "").trim_start_matches('=').to_owned();
        // What denies a whole sentence does so from either end of it, over words of what is counted.
        let sentence = data.sentence.denials.iter().chain(&data.sentence.doubts).map(|phrase| said(phrase));
        let rates = data.rates.behind.iter().chain(&data.rates.behind_counted);
        let rates = rates.map(|phrase| format!("45 {}", said(phrase)));
        let sentence = sentence.flat_map(|phrase| [format!("{phrase} Xyz 45"), format!("45 Xyz {phrase}")]);
        let fears = data.sentence.fears.iter().map(|phrase| format!("{} Xyz, xyz 45", said(phrase)));
        let rejections =
            data.sentence.rejections.iter().map(|phrase| format!("45 Xyz, xyz {}", said(phrase)));
        let endings = data.endings.denials.iter().chain(&data.endings.doubts);
        let endings = endings.map(|ending| format!("45 Xyz xyz{ending}"));
        let sentence: Vec<String> =
            sentence.chain(rates).chain(fears).chain(rejections).chain(endings).collect();
        let quotes = sentence.into_iter().chain(before.map(|phrase| format!("{} 45", said(phrase))).chain(
            behind.map(|phrase| {
                let space = if phrase.starts_with('-') { "" } else { " " };
                format!("45{space}{}", said(phrase).trim_start_matches('-'))
            }),
        ));
        for quote in quotes {
            if is_borne_out(tag, "figures", &quote, "45").is_ok() {
                published.push(format!("{tag}: {quote}"));
            }
        }
    }
    assert!(published.is_empty(), "read as a bare 45:\n{}", published.join("\n"));
}

/// A figure beside a word of a language that is not read, or not the article's, is left unread.
#[test]
fn no_bare_figure_is_published_in_another_language_than_declared() {
    let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("languages/reading/unread/vectors.txt");
    let text = fs_err::read_to_string(&path).unwrap();
    let mut published = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [tag, quote, value] = cells[..] else { panic!("`{line}`: three columns") };
        if is_borne_out(tag, "figures", quote, value).is_ok() {
            published.push(line);
        }
    }
    assert!(published.is_empty(), "{}", published.join("\n"));
}

/// In a language without a file a word beside a figure is read by nothing.
#[test]
fn no_bare_figure_is_published_beside_a_word_of_an_unread_language() {
    let quotes = [
        ("sw", "zaidi ya watu 500 walikamatwa"),
        ("he", "יותר מ 500 איש"),
        ("ka", "500 ადამიანი"),
        ("am", "500 ሰዎች"),
        ("bn", "৫০০ জনের বেশি"),
        ("en", "יותר מ 500 איש"),
        ("zh", "zaidi ya 500 watu"),
    ];
    for (tag, quote) in quotes {
        assert!(is_borne_out(tag, "figures", quote, "500").is_err(), "{tag}: {quote}");
    }
    assert!(is_borne_out("sw", "figures", "500", "500").is_ok());
    assert!(is_borne_out("en", "figures", "警方逮捕了45名嫌疑人", "45").is_ok(), "the script is right");
}

fn fault_start(fault: &variorum::diag::Diagnostic) -> String {
    format!("{:?}", fault.span.map(|span| span.start))
}

/// The files of languages/reading/ with this ending, by their tags.
fn files(ending: &str) -> BTreeMap<String, Utf8PathBuf> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("languages/reading");
    let ending = format!(".{ending}");
    let names = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().file_name().to_owned());
    names
        .filter_map(|name| Some((name.strip_suffix(&ending)?.to_owned(), folder.join(&name))))
        .filter(|(tag, _)| !tag.contains('.'))
        .collect()
}

#[derive(Default)]
struct Count {
    accepted: usize,
    right: usize,
    refused: usize,
    wrong: usize,
}

/// How the vectors of each section come out; those that come out wrong are added to the failures.
fn counts(tag: &str, text: &str, failures: &mut Vec<String>) -> BTreeMap<String, Count> {
    let mut counts = BTreeMap::new();
    let mut section = "figures";
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = name;
            continue;
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [quote, value, answer] = cells[..] else { panic!("{tag}, line {}: three columns", at + 1) };
        let outcome = is_borne_out(tag, section, quote, value);
        let is_accepted = outcome.is_ok();
        let count: &mut Count = counts.entry(section.to_owned()).or_default();
        match answer {
            "yes" => {
                count.right += 1;
                count.accepted += usize::from(is_accepted);
            }
            "no" => {
                count.wrong += 1;
                count.refused += usize::from(!is_accepted);
            }
            other => panic!("{tag}, line {}: `{other}` is neither `yes` nor `no`", at + 1),
        }
        if is_accepted != (answer == "yes") {
            failures.push(format!(
                "  {tag}, line {}: {line}\n      {}",
                at + 1,
                outcome.err().unwrap_or_default()
            ));
        }
    }
    counts
}

/// Whether the quote of an article in this language bears the value out; else why not.
fn is_borne_out(tag: &str, section: &str, quote: &str, value: &str) -> Result<(), String> {
    let lexicon = reading::lexicon(tag, quote);
    let found = if section == "dates" {
        let own = || in_quote::whole_date(value, reading::lexicon(tag, value));
        let date = date::read(value).or_else(|fault| own().ok_or(fault.to_string()))?;
        in_quote::date(&date, quote, None, lexicon)
    } else if section == "measures" {
        let own = reading::lexicon(tag, value);
        let unit = value
            .trim_start_matches(|c: char| !c.is_numeric())
            .trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ',' | ' '));
        let measure = measure::read_in_either(value, unit, own, reading::english())
            .map_err(|fault| fault.to_string())?;
        measure::in_quote(&measure, unit, quote, lexicon)
    } else {
        let own = reading::lexicon(tag, value);
        let number =
            number::read_in_either(value, own, reading::english()).map_err(|fault| fault.to_string())?;
        if section == "money" && number.currency.is_none() || section == "percent" && !number.percent {
            return Err("the value names no currency or per cent".to_owned());
        }
        in_quote::number(&Number { unit: None, ..number }, None, quote, lexicon)
    };
    match found {
        Found::Yes | Found::Derived(_) => Ok(()),
        Found::No { reason, .. } | Found::Unread { reason } => Err(reason),
    }
}
