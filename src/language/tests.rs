//! What a language is made of, and what is said of files that do not fit.

use std::collections::BTreeSet;

use super::*;
use crate::model::{Overrides, Settings, Tolerances};
use crate::source::{SourceFile, Sources};

fn settings(language: &str) -> Settings {
    Settings {
        title: "Raids".into(),
        description: "What the sources say.".into(),
        language: language.into(),
        base_url: None,
        feed_id: None,
        translations: Vec::new(),
        theme: "plain".into(),
        overrides: Overrides::Templates,
        publisher: None,
        licence: None,
        repository: None,
        tolerances: Tolerances::default(),
        menu: Vec::new(),
        removed: Vec::new(),
        drafts: false,
        accepted: Vec::new(),
        exports: std::collections::BTreeSet::new(),
    }
}

fn of(language: &str, files: &[(&str, &str)]) -> Read {
    let files = files.iter().map(|(path, text)| SourceFile { path: (*path).into(), text: (*text).into() });
    read(&Sources::new(files.collect()), &settings(language))
}

fn faults(language: &str, files: &[(&str, &str)]) -> Vec<String> {
    let faults = of(language, files).faults;
    faults
        .iter()
        .filter(|fault| fault.code != crate::diag::Code::StringMissing)
        .map(|fault| fault.message.clone())
        .collect()
}

#[test]
fn the_files_of_the_program_are_sound() {
    assert_eq!(faults("en", &[]), Vec::<String>::new());
    for (tag, text) in layers::BUILTIN {
        // Read as a project's own file, each is checked against English.
        let path = format!("strings/{tag}.yaml");
        assert_eq!(faults(tag, &[(&path, text)]), Vec::<String>::new(), "{tag}");
    }
}

#[test]
fn english_has_every_string_that_views_say() {
    let english = Language::english();
    let missing: Vec<&Key> = Key::ALL.iter().filter(|key| !english.has(key.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_english_string_is_said_by_a_view_or_a_template() {
    let templates = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
    let mut said: BTreeSet<String> = Key::ALL.iter().map(|key| key.as_str().to_owned()).collect();
    for entry in fs_err::read_dir(templates).unwrap() {
        let text = fs_err::read_to_string(entry.unwrap().path()).unwrap();
        said.extend(
            text.match_indices("\" | say")
                .filter_map(|(at, _)| Some(text[text[..at].rfind('"')? + 1..at].to_owned())),
        );
    }
    let english = Language::english();
    let unsaid: Vec<&str> = english.keys().filter(|key| !said.contains(*key)).collect();
    assert!(unsaid.is_empty(), "no page says {unsaid:?}");
}

#[test]
fn a_language_without_a_string_says_it_in_english_and_a_warning_names_it() {
    let khmer = of("km", &[]);
    assert_eq!(khmer.language.say(Key::Sources), "ប្រភព");
    assert_eq!(khmer.language.say(Key::KeyFiguresAbout).chars().next(), Some('\u{2066}'), "set apart");
    assert!(
        khmer.language.count(Key::NMoreDisputes, 1).contains("1 more open dispute of"),
        "in the English form for one"
    );
    assert_eq!(khmer.faults.len(), 1);
    let fault = &khmer.faults[0];
    assert!(fault.message.ends_with("strings are not there in `km` and stay English"), "{}", fault.message);
    assert!(fault.help.as_ref().unwrap().contains(" also-written, "), "{:?}", fault.help);
    assert!(!fault.help.as_ref().unwrap().contains(" sources, "), "{:?}", fault.help);
}

#[test]
fn every_string_is_there_in_khmer_or_is_listed_as_english() {
    let (english, khmer) = (Language::english(), of("km", &[]).language);
    let fallen_back: BTreeSet<&str> = khmer.fallen_back.iter().map(String::as_str).collect();
    for key in english.keys() {
        let said = khmer.fill_named(key, |_| Some(Value::Text("1"))).unwrap_or_default();
        let is_khmer = said.contains(|c| matches!(c, '\u{1780}'..='\u{17ff}'));
        // Where nothing is said but places and marks, every language says the same.
        let is_wordless = !said.contains(char::is_alphabetic) || key == "n-kilobytes";
        assert!(is_khmer || is_wordless || fallen_back.contains(key), "{key} says `{said}`");
        assert!(!(is_khmer && fallen_back.contains(key)), "{key}");
    }
    let n_khmer = english.keys().count() - fallen_back.len();
    assert!(n_khmer > 150, "only {n_khmer} strings are in Khmer");
}

#[test]
fn khmer_dates_and_figures_have_khmer_months_and_the_digits_of_its_locale() {
    let khmer = of("km", &[]).language;
    assert_eq!(khmer.day(crate::model::Day(20_283)), "14 កក្កដា 2025");
    assert_eq!(khmer.count(Key::NClaims, 1_208), "ការអះអាង 1.208");
    let own = of("km", &[("strings/km.yaml", "digits: \"០១២៣៤៥៦៧៨៩\"")]).language;
    assert_eq!(own.day(crate::model::Day(20_283)), "១៤ កក្កដា ២០២៥");
}

#[test]
fn the_project_lies_over_the_theme_and_the_theme_over_the_program() {
    let theme = ("themes/plain/strings/en.yaml", "strings: {sources: Witnesses, events: Days}");
    let project = ("strings/en.yaml", "strings: {events: Incidents}");
    let language = of("en", &[theme, project]).language;
    assert_eq!([language.say(Key::Sources), language.say(Key::Events)], ["Witnesses", "Incidents"]);
    assert_eq!(language.say(Key::Names), "Names");
}

#[test]
fn a_region_falls_back_to_its_language() {
    let files = [
        ("strings/zh.yaml", "strings: {sources: 来源}"),
        ("strings/zh-Hans.yaml", "strings: {events: 事件}"),
    ];
    let language = of("zh-Hans", &files).language;
    assert_eq!([language.say(Key::Sources), language.say(Key::Events)], ["来源", "事件"]);
}

#[test]
fn a_string_that_cannot_be_filled_is_refused() {
    let check = |strings: &str, expected: &str| {
        assert_eq!(faults("fr", &[("strings/fr.yaml", strings)]), [expected], "{strings}");
    };
    check("strings: {sourcs: Quellen}", "no page says the string `sourcs`");
    check("strings: {as-of: Au}", "the string `as-of` leaves out `{date}`");
    check("strings: {as-of: \"{date} {day}\"}", "nothing fills `{day}` in the string `as-of`");
    check("months: [janvier]", "there are twelve months in a year");
    check("digits: \"01\"", "there are ten digits");
}

#[test]
fn a_plural_may_leave_the_number_to_its_words() {
    let one = "strings: {n-sources: {one: une source, other: \"{n} sources\"}}";
    let language = of("fr", &[("strings/fr.yaml", one)]).language;
    assert_eq!(
        [language.count(Key::NSources, 1), language.count(Key::NSources, 2)],
        ["une source", "2 sources"]
    );
}
