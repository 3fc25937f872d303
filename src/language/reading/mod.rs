//! The words with which languages tell figures, from languages/reading/; entry points [`lexicon`] and
//! [`english`].
//!
//! Which language words are read in is decided by the language of their article and by their
//! script: where the two disagree the script is right. A language without a file is read strictly: a figure
//! counts only where no word stands beside it.

mod nodes;
mod sections;
mod file;
mod foreign;
mod script;

use std::sync::{LazyLock, OnceLock};

use super::calendar_names::{month_names, weekday_names};
use crate::diag::Diagnostic;
use crate::value::lexicon::{Data, DayOrder, Foreign, Lexicon, Separators, Trie, add_foreign};
use script::Script;

macro_rules! files {
    ($($tag:literal: $script:ident),* $(,)?) => {
        /// The reading files of the program, with the script of each.
        const FILES: &[(&str, Script, &str)] = &[
            $(($tag, Script::$script, include_str!(concat!("../../../languages/reading/", $tag, ".yaml")))),*
        ];
    };
}

files! {
    "ar": Arabic,
    "de": Latin,
    "el": Greek,
    "en": Latin,
    "es": Latin,
    "fa": Arabic,
    "fr": Latin,
    "hi": Devanagari,
    "id": Latin,
    "it": Latin,
    "ja": Japanese,
    "km": Khmer,
    "ko": Hangul,
    "lo": Lao,
    "my": Burmese,
    "nl": Latin,
    "pl": Latin,
    "pt": Latin,
    "ru": Cyrillic,
    "th": Thai,
    "tr": Latin,
    "uk": Cyrillic,
    "vi": Latin,
    "zh": Han,
}

/// Languages that are read by the file of another one.
const SERVED: [(&str, &str); 3] = [("ms", "id"), ("yue", "zh"), ("gsw", "de")];

/// The lexicon for words in an article of a language.
pub fn lexicon(tag: &str, words: &str) -> &'static Lexicon {
    // A tag that could not be read is a fault of its own.
    if !super::is_tag(tag) {
        return english();
    }
    let base = base(tag);
    let known = FILES.iter().find(|(known, ..)| *known == base).map(|(_, script, _)| *script);
    let unknown = || Lexicon::unknown_but_for(DayOrder::of(tag));
    let Some(script) = Script::of(words) else { return of_language(tag).unwrap_or_else(unknown) };
    let own = known.or_else(|| script::of_language(&base)).unwrap_or(Script::Latin);
    if own.reads(script) && base != "und" {
        let foreign = if script == Script::Latin { foreign::told(&base, words) } else { None };
        return match foreign {
            Some("en") => english(),
            Some(_) => unknown(),
            None => known.and_then(|_| of_language(tag)).unwrap_or_else(unknown),
        };
    }
    // Latin letters tell no language: in an article in other letters they are English where they say so.
    if script == Script::Latin {
        return if script::is_english(words) { english() } else { strict_english() };
    }
    // A language that nothing is known of may be written in several scripts.
    let is_shared = matches!(script, Script::Cyrillic | Script::Arabic | Script::Devanagari);
    if known.is_none() && is_shared && base != "und" {
        return Lexicon::unknown();
    }
    script.language(words).and_then(of_language).unwrap_or_else(Lexicon::unknown)
}

/// English, for the program's own words and those of an edition's settings.
pub fn english() -> &'static Lexicon {
    of_language("en").unwrap_or_else(Lexicon::unknown)
}

/// The tags of all languages that are read, in order.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(tag, ..)| *tag)
}

/// What is wrong with the reading files of the program; nothing, as a test sees to.
pub fn faults() -> Vec<(&'static str, Vec<Diagnostic>)> {
    let files = FILES.iter().map(|(tag, _, text)| (*tag, *text)).chain([("unread/hedges", UNREAD)]);
    let common = ("unread/common", file::faults_by_tag(foreign::COMMON));
    let files = files.map(|(tag, text)| (tag, file::faults(text)));
    files.chain([common]).filter(|(_, faults)| !faults.is_empty()).collect()
}

/// The lexicon of a language that has a file, whatever the script.
fn of_language(tag: &str) -> Option<&'static Lexicon> {
    /// One for each use of separators and each order of dates that the regions of a language have.
    type Variants = [[OnceLock<Lexicon>; Separators::N]; DayOrder::N];
    static LEXICONS: LazyLock<Vec<Variants>> =
        LazyLock::new(|| FILES.iter().map(|_| Variants::default()).collect());
    let base = base(tag);
    let ix = FILES.iter().position(|(known, ..)| *known == base)?;
    let (separators, day_order) = (Separators::of(tag), DayOrder::of(tag));
    let variant = &LEXICONS[ix][day_order as usize][separators as usize];
    Some(variant.get_or_init(|| compile(ix, separators, day_order)))
}

fn compile(ix: usize, separators: Separators, day_order: DayOrder) -> Lexicon {
    let (tag, script, _) = FILES[ix];
    let data = Data { separators, day_order, ..data(ix) };
    Lexicon::new(tag, data).beside(foreign(script))
}

fn strict_english() -> &'static Lexicon {
    static STRICT: LazyLock<Option<Lexicon>> = LazyLock::new(|| {
        let ix = FILES.iter().position(|(tag, ..)| *tag == "en")?;
        Some(compile(ix, Separators::of("en"), DayOrder::Open).strict())
    });
    STRICT.as_ref().unwrap_or_else(|| Lexicon::unknown())
}

/// What a file says, with the names of months and days that CLDR has.
fn data(ix: usize) -> Data {
    let mut data = file::read(FILES[ix].2);
    let names = (1..).zip(month_names(FILES[ix].0));
    data.months.extend(names.flat_map(|(month, names)| names.into_iter().map(move |name| (name, month))));
    let names = (1..).zip(weekday_names(FILES[ix].0));
    data.weekdays.extend(names.flat_map(|(day, names)| names.into_iter().map(move |name| (name, day))));
    data
}

/// Words that could change a figure in languages without a file.
const UNREAD: &str = include_str!("../../../languages/reading/unread/hedges.yaml");

/// What could change a figure in any language of a script.
fn foreign(script: Script) -> &'static Trie<Foreign> {
    static FOREIGN: [OnceLock<Trie<Foreign>>; Script::N] = [const { OnceLock::new() }; Script::N];
    FOREIGN[script as usize].get_or_init(|| {
        let mut trie = Trie::default();
        for ix in (0..FILES.len()).filter(|ix| FILES[*ix].1 == script) {
            add_foreign(&mut trie, FILES[ix].0, &file::guard(FILES[ix].2));
        }
        static UNREAD_DATA: LazyLock<Data> = LazyLock::new(|| file::guard(UNREAD));
        add_foreign(&mut trie, "und", &UNREAD_DATA);
        trie
    })
}

/// Region and script subtags say nothing of the words.
fn base(tag: &str) -> String {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match SERVED.iter().find(|(served, _)| *served == primary) {
        Some((_, by)) if FILES.iter().any(|(known, ..)| known == by) => (*by).to_owned(),
        _ => primary,
    }
}
