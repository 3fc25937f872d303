//! Whether a quote stops just where its meaning turns, or in the middle of a phrase; entry points
//! [`qualifier_after`], [`unfinished`] and [`unbegun`].
//!
//! Only the rest of the same sentence counts: the next one is a statement of its own, and a warning
//! that cannot be mended would be read past.

use std::ops::Range;

use super::cut_words::Words;

/// The last words of a quote that ends at `end` though its phrase goes on.
pub(super) fn unfinished(text: &str, quote: Range<usize>, of: &Words) -> Option<String> {
    let after = &text[quote.end..];
    let gap_len = after.find(char::is_alphanumeric)?;
    let (gap, rest) = after.split_at(gap_len);
    if !gap.starts_with(' ') || gap.contains(['.', ',', ';', ':', '!', '?', ')', '\n', '-', '–', '—', '|'])
    {
        return None;
    }
    let next = rest.split(|c: char| !c.is_alphanumeric()).next()?.to_lowercase();
    let mut words = text[quote].split_whitespace().rev();
    let last = words.next()?;
    if of.leading.contains(&last.to_lowercase().as_str()) {
        return Some(last.to_owned());
    }
    let auxiliary = words.next()?;
    let has_object = !of.behind_verb.contains(&next.as_str()) && !next.ends_with("ly");
    let is_verb = last.ends_with("ed") && of.perfect.contains(&auxiliary.to_lowercase().as_str());
    (is_verb && has_object).then(|| format!("{auxiliary} {last}"))
}

/// The word before a quote, where the quote begins in the middle of what it belongs to.
pub(super) fn unbegun(text: &str, quote: Range<usize>, of: &Words) -> Option<String> {
    let before = text[..quote.start].strip_suffix(' ')?;
    let previous = before.rsplit(|c: char| !c.is_alphanumeric()).next().filter(|word| !word.is_empty())?;
    let first = text[quote].split_whitespace().next()?.to_lowercase();
    let is_denied = of.denying.contains(&previous.to_lowercase().as_str());
    (is_denied || of.trailing.contains(&first.as_str())).then(|| previous.to_owned())
}

/// The word right after `end` that the words before it should not be quoted without.
pub(super) fn qualifier_after(text: &str, end: usize, of: &Words) -> Option<String> {
    let (quoted, after) = text.split_at(end);
    let gap_len = after.find(char::is_alphanumeric)?;
    let (gap, rest) = after.split_at(gap_len);
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_one_of = |words: &[&str]| words.contains(&word.to_lowercase().as_str());
    let figure = quoted.ends_with(|c: char| c.is_numeric());
    let begins_sentence = quoted.ends_with(['.', '!', '?']) || gap.contains(['.', '!', '?', '。', '។']);
    let turns = is_one_of(of.continuing)
        || (figure && gap.trim().is_empty() && is_one_of(of.magnitudes))
        || (figure && is_range(gap) && word.starts_with(char::is_numeric));
    (turns && !gap.contains('\n') && !begins_sentence).then_some(word)
}

/// Whether only a dash stands between two figures.
fn is_range(gap: &str) -> bool {
    matches!(gap, "-" | "‐" | "‑" | "–" | "—")
}

#[cfg(test)]
mod tests {
    use super::super::cut_words::of;
    use super::*;

    /// The `|` marks where the quote ends.
    #[track_caller]
    fn check(marked: &str, expected: Option<&str>) {
        let end = marked.find('|').unwrap();
        assert_eq!(qualifier_after(&marked.replace('|', ""), end, of("en")).as_deref(), expected, "{marked}");
    }

    #[test]
    fn a_turn_right_after_the_quote_is_seen() {
        check("the raids worked|, but not for long", Some("but"));
        check("the raids worked|,” according to police", Some("according"));
        check("were| not arrested", Some("not"));
        check("held 3| million people", Some("million"));
        check("held 100|–200 people", Some("200"));
    }

    /// The `[` and `]` mark the quote.
    #[track_caller]
    fn check_phrase(marked: &str, expected: [Option<&str>; 2]) {
        check_phrase_in("en", marked, expected);
    }

    #[track_caller]
    fn check_phrase_in(language: &str, marked: &str, expected: [Option<&str>; 2]) {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let text = marked.replace(['[', ']'], "");
        let found = [unbegun(&text, start..end, of(language)), unfinished(&text, start..end, of(language))];
        assert_eq!(found.each_ref().map(Option::as_deref), expected, "{marked}");
    }

    #[test]
    fn a_phrase_that_goes_on_is_seen() {
        check_phrase("[cooperation has produced] notable results", [None, Some("has produced")]);
        check_phrase("he [ordered law enforcement and the military to] “prevent scams”", [None, Some("to")]);
        check_phrase("[police raided the] compound", [None, Some("the")]);
        check_phrase("they were not [involved in the raids]", [Some("not"), None]);
        check_phrase("most [of the compounds were closed]", [Some("most"), None]);
    }

    #[test]
    fn a_whole_phrase_is_not_cut() {
        check_phrase("[police have arrested] in Poipet", [None, None]);
        check_phrase("[the raids have worked] well", [None, None]);
        check_phrase("[what they were looking for]. Then", [None, None]);
        check_phrase("[the raids went on], police said", [None, None]);
        check_phrase("the [current actions have shown initial success] and more", [None, None]);
    }

    #[test]
    fn each_language_has_its_own_words() {
        check_phrase_in("es", "[la policía detuvo a los] sospechosos", [None, Some("los")]);
        check_phrase_in("fr", "n’ont pas [arrêté les suspects]", [Some("pas"), None]);
        check_phrase_in("de-AT", "die Polizei konnte nicht [alle Opfer finden]", [Some("nicht"), None]);
        check_phrase_in("de", "[die Polizei befreite Opfer im] Lager", [None, Some("im")]);
        check_phrase_in("ru", "[полиция задержала 20 человек в] городе", [None, Some("в")]);
        check_phrase_in("pt", "[o clube vendeu o] jogador", [None, Some("o")]);
        // `an`, `as`, `on`, `was`, `not` and `of` are other words in other languages.
        check_phrase_in("de", "[die Polizei nahm 20 Personen an] und schwieg", [None, None]);
        check_phrase_in("de", "[in großer Not] lebten sie", [None, None]);
        check_phrase_in("hu", "[a rendőrség elfogta a] gyanúsítottat", [None, None]);
        check_phrase_in("es", "[vendió tres jugadores] de la cantera", [None, None]);
        check_phrase_in("tr", "[madende 301 işçi öldü] dedi", [None, None]);
    }

    #[test]
    fn what_begins_something_new_is_no_turn() {
        check("the raids worked|. According to police, they will go on", None);
        check("the raids worked|. However, nobody believes it", None);
        check("the raids worked|. Not everybody agrees", None);
        check("the raids worked|\nBut this is another paragraph", None);
        check("the raids worked| well", None);
        check("on July 14| 2025", None);
        check("the end|", None);
    }
}
