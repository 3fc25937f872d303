//! A reading file as lists of phrases: starts at [`read`], or at [`guard`] for a part of it.

use super::nodes::{fraction, lists, map, named, phrases, unknown};
use super::sections::{
    around, change_words, currencies, dates, endings, hedges, moves, ordinals, ranges, rates, sentence,
    units, vague,
};
use crate::diag::Diagnostic;
use crate::source::FileId;
use crate::value::lexicon::Data;
use crate::yaml::{self, Entry, Node, Origin};

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

fn field(data: &mut Data, entry: &Entry, faults: &mut Vec<Diagnostic>) {
    let value = &entry.value;
    match entry.key.as_str() {
        "letters" => data.letters = value.words().unwrap_or_default().to_owned(),
        "hedges" => data.hedges = hedges(value, faults),
        "negations" => data.negations = around(value, faults),
        "doubts" => data.doubts = around(value, faults),
        "sentence" => data.sentence = sentence(value, faults),
        "endings" => data.endings = endings(value, faults),
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
        "compounds" => data.compounds = named(value, faults, |words| words.replace('_', "").parse().ok()),
        "approximate" => data.approximate = named(value, faults, |words| words.parse().ok()),
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
        "relatives" => &mut data.relatives,
        "hours" => &mut data.hours,
        "minors" => &mut data.minors,
        "plain_points" => &mut data.plain_points,
        "contests" => &mut data.contests,
        "level_ends" => &mut data.level_ends,
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
        "said_before" => &mut data.said_before,
        "said_behind" => &mut data.said_behind,
        "list_words" => &mut data.list_words,
        "others" => &mut data.others,
        "list_articles" => &mut data.list_articles,
        "plain_changes" => &mut data.plain_changes,
        _ => return None,
    })
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
