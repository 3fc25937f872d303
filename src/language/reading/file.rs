//! A reading file as lists of phrases: starts at [`read`], or at [`guard`] for a part of it.

use crate::diag::{Code, Diagnostic, nearest};
use crate::model::Hedge;
use crate::source::FileId;
use crate::value::lexicon::{Around, ChangeWords, Data, HedgeWords, Moves, RateWords, SentenceWords, Size};
use crate::value::measure;
use crate::value::number::currency_code_ever;
use crate::yaml::{self, Entry, Node, NodeKind, Origin};

/// The lists of a reading file.
pub(super) fn read(text: &str) -> Data {
    lists_of(yaml::parse_own(text, ORIGIN)).0
}

/// What is wrong with a reading file, read with the care that other people's files need.
pub(super) fn faults(text: &str) -> Vec<Diagnostic> {
    lists_of(yaml::parse(text, ORIGIN)).1
}

/// The lists of a reading file that another language must not read over. Nothing else of it is read, since
/// a figure in one language needs these of all that share its script.
pub(super) fn guard(text: &str) -> Data {
    let mut is_wanted = false;
    let wanted: String = text
        .split_inclusive('\n')
        .filter(|line| {
            if line.starts_with(char::is_alphabetic) {
                is_wanted = line.starts_with("hedges:") || line.starts_with("magnitudes:");
            }
            is_wanted
        })
        .collect();
    read(&wanted)
}

/// Lists of words by the tags of their languages.
pub(super) fn words_by_tag(text: &str) -> Vec<(String, Vec<String>)> {
    yaml::parse_own(text, ORIGIN).map(|node| lists(&node, &mut Vec::new())).unwrap_or_default()
}

/// What is wrong with such lists.
pub(super) fn faults_by_tag(text: &str) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    match yaml::parse(text, ORIGIN) {
        Ok(node) => drop(lists(&node, &mut faults)),
        Err(found) => faults = found,
    }
    faults
}

const ORIGIN: Origin = Origin { file: FileId(0), offset: 0 };

fn lists_of(parsed: Result<Node, Vec<Diagnostic>>) -> (Data, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut data = Data { joined_tens: true, ..Data::default() };
    match parsed {
        Ok(node) => map(&node, &mut faults).iter().for_each(|entry| field(&mut data, entry, &mut faults)),
        Err(found) => faults = found,
    }
    (data, faults)
}

const KEYS: [&str; 65] = [
    "plain_changes",
    "endings",
    "minors",
    "open",
    "sentence",
    "rates",
    "wholes",
    "definite",
    "moves",
    "denials",
    "clause",
    "every",
    "round",
    "units",
    "alternatives",
    "letters",
    "hedges",
    "negations",
    "doubts",
    "not_hedges",
    "fillers",
    "conjunctions",
    "tallies",
    "magnitudes",
    "numerals",
    "numeral_joiners",
    "joined_tens",
    "articles",
    "vague",
    "fractions",
    "denominators",
    "parts",
    "ratio",
    "point",
    "share_ends",
    "exactly",
    "minus",
    "ranges",
    "not_counts",
    "ages",
    "addresses",
    "counters",
    "percent",
    "percentage_points",
    "levels",
    "rises",
    "falls",
    "none",
    "single",
    "uncounted",
    "no_units",
    "looks_back",
    "periods",
    "changes",
    "currencies",
    "separators",
    "months",
    "weekdays",
    "dates",
    "ordinals",
    "before",
    "behind",
    "behind_counted",
    "verb",
    "tally_verb",
];

fn field(data: &mut Data, entry: &Entry, faults: &mut Vec<Diagnostic>) {
    let value = &entry.value;
    match entry.key.as_str() {
        "letters" => data.letters = value.words().unwrap_or_default().to_owned(),
        "hedges" => data.hedges = hedges(value, faults),
        "negations" => data.negations = around(value, faults),
        "doubts" => data.doubts = around(value, faults),
        "sentence" => data.sentence = sentence(value, faults),
        "rates" => data.rates = rates(value, faults),
        "moves" => data.moves = moves(value, faults),
        "not_counts" => data.not_counts = around(value, faults),
        "ages" => data.ages = around(value, faults),
        "rises" => data.rises = change_words(value, faults),
        "falls" => data.falls = change_words(value, faults),
        "uncounted" => data.uncounted = around(value, faults),
        "joined_tens" => data.joined_tens = value.words() == Some("true"),
        "magnitudes" => data.magnitudes = named(value, faults, |words| words.replace('_', "").parse().ok()),
        "numerals" => data.numerals = named(value, faults, |words| words.replace('_', "").parse().ok()),
        "denominators" => data.denominators = named(value, faults, |words| words.parse().ok()),
        "fractions" => data.fractions = named(value, faults, fraction),
        "parts" => data.parts = named(value, faults, fraction),
        "months" => data.months = named(value, faults, |words| words.parse().ok()),
        "weekdays" => data.weekdays = named(value, faults, |words| words.parse().ok()),
        "vague" => data.vague = vague(value, faults),
        "ranges" => ranges(data, value, faults),
        "units" => data.units = units(value, faults),
        "currencies" => data.currencies = currencies(value, faults),
        "dates" => dates(data, value, faults),
        "ordinals" => ordinals(data, value, faults),
        // What commas and dots do is told by the table of separators.
        "separators" => {}
        other => match list_of(data, other) {
            Some(list) => *list = phrases(value, faults),
            None => faults.push(unknown(entry)),
        },
    }
}

fn list_of<'d>(data: &'d mut Data, key: &str) -> Option<&'d mut Vec<String>> {
    Some(match key {
        "not_hedges" => &mut data.not_hedges,
        "wholes" => &mut data.wholes,
        "definite" => &mut data.definite,
        "alternatives" => &mut data.alternatives,
        "fillers" => &mut data.fillers,
        "conjunctions" => &mut data.conjunctions,
        "tallies" => &mut data.tallies,
        "numeral_joiners" => &mut data.numeral_joiners,
        "articles" => &mut data.articles,
        "ratio" => &mut data.ratio,
        "point" => &mut data.point,
        "share_ends" => &mut data.share_ends,
        "exactly" => &mut data.exactly,
        "minus" => &mut data.minus,
        "addresses" => &mut data.addresses,
        "counters" => &mut data.counters,
        "percent" => &mut data.percent,
        "percentage_points" => &mut data.percentage_points,
        "levels" => &mut data.levels,
        "none" => &mut data.none,
        "single" => &mut data.single,
        "no_units" => &mut data.no_units,
        "looks_back" => &mut data.looks_back,
        "periods" => &mut data.periods,
        "changes" => &mut data.changes,
        "open" => &mut data.open,
        "plain_changes" => &mut data.plain_changes,
        _ => return None,
    })
}

fn hedges(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(Hedge, HedgeWords)> {
    let mut hedges = Vec::new();
    for entry in map(node, faults) {
        let hedge = match entry.key.as_str() {
            "about" => Hedge::About,
            "more-than" => Hedge::MoreThan,
            "at-least" => Hedge::AtLeast,
            "nearly" => Hedge::Nearly,
            "up-to" => Hedge::UpTo,
            "fewer-than" => Hedge::FewerThan,
            _ => {
                faults.push(unknown(entry));
                continue;
            }
        };
        let mut words = HedgeWords::default();
        for place in map(&entry.value, faults) {
            let list = match place.key.as_str() {
                "before" => &mut words.before,
                "behind" => &mut words.behind,
                "behind_counted" => &mut words.behind_counted,
                "verb" => &mut words.verb,
                "tally_verb" => &mut words.tally_verb,
                _ => {
                    faults.push(unknown(place));
                    continue;
                }
            };
            *list = phrases(&place.value, faults);
        }
        hedges.push((hedge, words));
    }
    hedges
}

fn change_words(node: &Node, faults: &mut Vec<Diagnostic>) -> ChangeWords {
    if let NodeKind::List(_) = node.kind {
        return ChangeWords { beside: phrases(node, faults), ..ChangeWords::default() };
    }
    let mut words = ChangeWords::default();
    for entry in map(node, faults) {
        let list = match entry.key.as_str() {
            "beside" => &mut words.beside,
            "before" => &mut words.before,
            "before_percent" => &mut words.before_percent,
            "behind_percent" => &mut words.behind_percent,
            "behind" => &mut words.behind,
            "of" => &mut words.of,
            _ => {
                faults.push(unknown(entry));
                continue;
            }
        };
        *list = phrases(&entry.value, faults);
    }
    words
}

fn around(node: &Node, faults: &mut Vec<Diagnostic>) -> Around {
    // A plain list is one of words before the figure.
    if let NodeKind::List(_) = node.kind {
        return Around { before: phrases(node, faults), ..Around::default() };
    }
    let mut around = Around::default();
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "before" => around.before = phrases(&entry.value, faults),
            "behind" => around.behind = phrases(&entry.value, faults),
            "behind_counted" => around.behind_counted = phrases(&entry.value, faults),
            _ => faults.push(unknown(entry)),
        }
    }
    around
}

fn sentence(node: &Node, faults: &mut Vec<Diagnostic>) -> SentenceWords {
    let mut words = SentenceWords::default();
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "denials" => words.denials = phrases(&entry.value, faults),
            "doubts" => words.doubts = phrases(&entry.value, faults),
            _ => faults.push(unknown(entry)),
        }
    }
    words
}

fn moves(node: &Node, faults: &mut Vec<Diagnostic>) -> Moves {
    let mut words = Moves::default();
    for entry in map(node, faults) {
        let list = match entry.key.as_str() {
            "before" => &mut words.before,
            "before_percent" => &mut words.before_percent,
            "shares" => &mut words.shares,
            "behind" => &mut words.behind,
            "endings" => &mut words.endings,
            "levels" => &mut words.levels,
            _ => {
                faults.push(unknown(entry));
                continue;
            }
        };
        *list = phrases(&entry.value, faults);
    }
    words
}

fn rates(node: &Node, faults: &mut Vec<Diagnostic>) -> RateWords {
    let mut words = RateWords::default();
    for entry in map(node, faults) {
        let list = match entry.key.as_str() {
            "before" => &mut words.before,
            "behind" => &mut words.behind,
            "behind_counted" => &mut words.behind_counted,
            "clause" => &mut words.clause,
            "every" => &mut words.every,
            "round" => &mut words.round,
            _ => {
                faults.push(unknown(entry));
                continue;
            }
        };
        *list = phrases(&entry.value, faults);
    }
    words
}

fn vague(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, Vec<String>)> {
    let lists = lists(node, faults);
    for entry in map(node, faults).iter().filter(|entry| Size::named(&entry.key).is_none()) {
        faults.push(unknown(entry));
    }
    lists
}

fn units(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, Vec<String>)> {
    let units = lists(node, faults);
    for entry in map(node, faults).iter().filter(|entry| !measure::is_unit(&entry.key)) {
        faults.push(unknown(entry));
    }
    units
}

fn currencies(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, Vec<&'static str>)> {
    let mut found = Vec::new();
    for entry in map(node, faults) {
        let words = phrases(&entry.value, faults);
        let codes: Vec<&'static str> = words.iter().filter_map(|code| currency_code_ever(code)).collect();
        if codes.len() < words.len() || codes.is_empty() {
            faults.push(unfit(&entry.value, "a currency has codes of ISO 4217: `EUR`, `[USD, CAD]`"));
        }
        found.push((entry.key.clone(), codes));
    }
    found
}

fn ranges(data: &mut Data, node: &Node, faults: &mut Vec<Diagnostic>) {
    for entry in map(node, faults) {
        match (entry.key.as_str(), &entry.value.kind) {
            ("around", NodeKind::List(pairs)) => {
                for pair in pairs {
                    match &phrases(pair, faults)[..] {
                        [opens, goes_on] => data.ranges_around.push((opens.clone(), goes_on.clone())),
                        _ => faults.push(unfit(pair, "a range has two words: `[between, and]`")),
                    }
                }
            }
            ("between", _) => data.ranges_between = phrases(&entry.value, faults),
            _ => faults.push(unknown(entry)),
        }
    }
}

fn dates(data: &mut Data, node: &Node, faults: &mut Vec<Diagnostic>) {
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "era" => data.eras = named(&entry.value, faults, |words| words.parse().ok()),
            key => data.dates.push((key.to_owned(), phrases(&entry.value, faults))),
        }
    }
}

fn ordinals(data: &mut Data, node: &Node, faults: &mut Vec<Diagnostic>) {
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "suffixes" => data.ordinals.suffixes = phrases(&entry.value, faults),
            "words" => data.ordinals.words = named(&entry.value, faults, |words| words.parse().ok()),
            _ => faults.push(unknown(entry)),
        }
    }
}

/// Words with one value each.
fn named<T>(node: &Node, faults: &mut Vec<Diagnostic>, read: impl Fn(&str) -> Option<T>) -> Vec<(String, T)> {
    let mut found = Vec::new();
    for entry in map(node, faults) {
        let value = match &entry.value.kind {
            NodeKind::Scalar(scalar) => read(&scalar.text),
            NodeKind::List(_) | NodeKind::Map(_) => None,
        };
        match value {
            Some(value) => found.push((entry.key.clone(), value)),
            None => faults.push(unfit(&entry.value, "this value does not fit here")),
        }
    }
    found
}

/// Names with a list each.
fn lists(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, Vec<String>)> {
    map(node, faults).iter().map(|entry| (entry.key.clone(), phrases(&entry.value, faults))).collect()
}

fn phrases(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<String> {
    match &node.kind {
        NodeKind::List(items) => items.iter().flat_map(|item| phrases(item, faults)).collect(),
        NodeKind::Scalar(scalar) if scalar.is_null() => Vec::new(),
        NodeKind::Scalar(scalar) => vec![scalar.text.clone()],
        NodeKind::Map(_) => {
            faults.push(unfit(node, "a list of words stands here"));
            Vec::new()
        }
    }
}

fn map<'n>(node: &'n Node, faults: &mut Vec<Diagnostic>) -> &'n [Entry] {
    match &node.kind {
        NodeKind::Map(entries) => entries,
        NodeKind::Scalar(scalar) if scalar.is_null() => &[],
        NodeKind::Scalar(_) | NodeKind::List(_) => {
            faults.push(unfit(node, "a mapping stands here"));
            &[]
        }
    }
}

fn fraction(words: &str) -> Option<(u64, u64)> {
    let (count, parts) = words.split_once('/')?;
    Some((count.trim().parse().ok()?, parts.trim().parse().ok().filter(|parts| *parts > 0)?))
}

fn unknown(entry: &Entry) -> Diagnostic {
    let fault =
        Diagnostic::error(Code::FieldUnknown, entry.key_span, format!("`{}` is read by nothing", entry.key));
    match nearest(&entry.key, KEYS) {
        Some(known) => fault.help(format!("did you mean `{known}`?")),
        None => fault,
    }
}

fn unfit(node: &Node, what: &str) -> Diagnostic {
    Diagnostic::error(Code::TypeMismatch, node.span, what)
}

#[cfg(test)]
mod tests {
    use super::{guard, read};
    use crate::language::reading::FILES;

    #[test]
    fn the_guard_is_what_the_whole_file_says() {
        for (tag, _, text) in FILES {
            let (part, whole) = (guard(text), read(text));
            assert_eq!(format!("{:?}", part.hedges), format!("{:?}", whole.hedges), "{tag}");
            assert_eq!(part.magnitudes, whole.magnitudes, "{tag}");
            assert!(!part.hedges.is_empty() && part.numerals.is_empty(), "{tag}");
        }
    }
}
