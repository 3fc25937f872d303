//! Calls that count, put into the templates of a project and its theme; entry points [`counted`] and
//! [`original`]. What they count is in [`super::budget`].
//!
//! A call stands behind each tag that begins a loop, a block or a component, gives a value a name, or
//! writes one; and around what a list is made of. Places of faults have to be told as if the calls
//! were not there.

use super::tag::{Tag, Word, WordKind, tags};

/// The turns that a component, a block or an included template takes: setting one up costs the engine more than a turn.
const PART: u32 = 8;

/// A template with calls that count.
pub(super) fn counted(template: &str) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    let mut from = 0;
    for (at, call) in calls(template) {
        out.push_str(&template[from..at]);
        out.push_str(&call);
        from = at;
    }
    out + &template[from..]
}

/// The byte of the template that a byte of the counted one stands for.
pub(super) fn original(template: &str, byte: usize) -> usize {
    let mut shift = 0;
    for (at, call) in calls(template) {
        if at + shift >= byte {
            break;
        }
        // Inside a call stands nothing of the author's.
        shift += call.len().min(byte - at - shift);
    }
    (byte - shift).min(template.len())
}

/// The calls with the bytes that they stand before, in the order of these.
fn calls(template: &str) -> Vec<(usize, String)> {
    let tags = tags(template);
    let bodies = bodies(&tags);
    let mut calls = Vec::new();
    if !tags.iter().any(|tag| tag.opens("extends")) {
        let n_words: usize = tags.iter().map(|tag| tag.words.len()).sum();
        let n_bytes = template.len();
        calls.push((0, format!("{{{{ step(turns={PART}, text={n_bytes}, words={n_words}) }}}}")));
    }
    let mut captured = Vec::new();
    for (n, tag) in tags.iter().enumerate() {
        calls.extend(around_lists(tag));
        let closing = if template[..tag.end].ends_with("-}}") || template[..tag.end].ends_with("-%}") {
            " -}}"
        } else {
            " }}"
        };
        let arguments = match arguments(template, tag, &mut captured) {
            Counts::Nothing => continue,
            Counts::Around(start, end) => {
                calls.extend([(start, "kept(of=(".to_owned()), (end, "))".to_owned())]);
                continue;
            }
            Counts::Value(value) => format!("of={value}"),
            Counts::Body(values) => {
                let turns = if tag.opens("for") { 1 } else { PART };
                let end = bodies[n].unwrap_or(n);
                let n_words: usize = tags[n..=end].iter().map(|tag| tag.words.len()).sum();
                let of = if values.is_empty() { String::new() } else { format!(", of=[{values}]") };
                format!("turns={turns}, text={}, words={n_words}{of}", tags[end].end - tag.end)
            }
        };
        calls.push((tag.end, format!("{{{{ step({arguments}){closing}")));
    }
    calls.sort_by_key(|(at, _)| *at);
    calls
}

/// What a call behind a tag counts.
enum Counts {
    Nothing,
    /// An expression.
    Value(String),
    /// What stands between two bytes, which is written.
    Around(usize, usize),
    /// A turn of what the tag begins, and these names.
    Body(String),
}

fn arguments(template: &str, tag: &Tag<'_>, captured: &mut Vec<Option<String>>) -> Counts {
    if !template[..tag.end].ends_with(if tag.is_statement { "%}" } else { "}}" }) {
        return Counts::Nothing;
    }
    if !tag.is_statement {
        return written(template, tag);
    }
    match tag.words.first().map(|word| word.text) {
        Some("for") => {
            let names = tag.words[1..].iter().take_while(|word| word.text != "in");
            let names: Vec<&str> = names.filter(|word| word.kind == WordKind::Name).map(|w| w.text).collect();
            let list = tag.words.get(2 * names.len() + 1..).unwrap_or_default();
            Counts::Body(if is_given(list) { String::new() } else { names.join(", ") })
        }
        Some("component") => Counts::Body(parameters(&tag.words).join(", ")),
        Some("block") => Counts::Body(String::new()),
        Some("set" | "set_global") => {
            let name = tag.words.get(1).map(|word| word.text.to_owned());
            let is_inline = tag.words.get(2).is_some_and(|word| word.text == "=");
            match name {
                Some(name) if is_inline && !is_given(&tag.words[3..]) => Counts::Value(name),
                _ if is_inline => Counts::Nothing,
                name => {
                    captured.push(name);
                    Counts::Nothing
                }
            }
        }
        Some("endset" | "endset_global") => captured.pop().flatten().map_or(Counts::Nothing, Counts::Value),
        _ => Counts::Nothing,
    }
}

/// What a tag writes, where it is more than a text or the work of a component or block that counts itself.
fn written(template: &str, tag: &Tag<'_>) -> Counts {
    let (Some(first), false) = (tag.words.first(), tag.words.iter().all(Word::is_literal)) else {
        return Counts::Nothing;
    };
    if first.text == "super" || first.kind == WordKind::Mark && first.text == "<" {
        return Counts::Nothing;
    }
    let start = first.at - usize::from(first.kind == WordKind::Text);
    let inner = template[start..tag.end].trim_end_matches("}}").trim_end_matches('-').trim_end();
    // A path is left as it is: the engine says what a name that leads to nothing should have been.
    if is_given(&tag.words) {
        Counts::Value(inner.to_owned())
    } else {
        Counts::Around(start, start + inner.len())
    }
}

/// The names of a component's parameters.
fn parameters<'a>(words: &[Word<'a>]) -> Vec<&'a str> {
    let mut depth = 0_usize;
    let mut names = Vec::new();
    let mut is_next = false;
    for word in words {
        match (word.kind, word.text) {
            (WordKind::Mark, "(" | "[" | "{") => {
                is_next = depth == 0 && word.text == "(";
                depth += 1;
                continue;
            }
            (WordKind::Mark, ")" | "]" | "}") => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
            }
            (WordKind::Mark, ",") => {
                is_next = depth == 1;
                continue;
            }
            (WordKind::Mark, "..." | "@") => continue,
            (WordKind::Name, name) if is_next => names.push(name),
            (WordKind::Name | WordKind::Text | WordKind::Number | WordKind::Mark, _) => {}
        }
        is_next = false;
    }
    names
}

/// Whether an expression is a path to something that has a name already.
fn is_given(words: &[Word<'_>]) -> bool {
    let is_path = |word: &Word<'_>| match word.kind {
        WordKind::Name => {
            !matches!(word.text, "for" | "if" | "or" | "and" | "in" | "not" | "is" | "__tera_context")
        }
        WordKind::Text | WordKind::Number => true,
        WordKind::Mark => matches!(word.text, "." | "?." | "[" | "?[" | "]" | "-"),
    };
    words.first().is_some_and(|word| word.kind != WordKind::Mark) && words.iter().all(is_path)
}

/// Calls around the parts of lists that are made of others: `[kept(of=(a)) for b in each(of=(c))]`.
fn around_lists(tag: &Tag<'_>) -> Vec<(usize, String)> {
    let words = &tag.words;
    let mut calls = Vec::new();
    for (n, word) in words.iter().enumerate().skip(1) {
        if word.kind != WordKind::Name || word.text != "for" {
            continue;
        }
        let Some(start) = outside(words, (0..n).rev(), ["]", ")", "}"], ["[", "(", "{"]) else { continue };
        let Some(of) = (n..words.len()).find(|at| words[*at].text == "in") else { continue };
        let mut depth = 0_usize;
        let end = (of + 1..words.len()).find(|at| {
            let word = words[*at];
            match (word.kind, word.text) {
                (WordKind::Mark, "[" | "?[" | "(" | "{") => depth += 1,
                (WordKind::Mark, "]" | ")" | "}") if depth == 0 => return true,
                (WordKind::Mark, "]" | ")" | "}") => depth -= 1,
                (WordKind::Name, "if") => return depth == 0,
                _ => {}
            }
            false
        });
        let Some(end) = end else { continue };
        if !words[start].text.ends_with('[') {
            continue;
        }
        if !is_given(&words[start + 1..n]) {
            calls.push((words[start].at + words[start].text.len(), "kept(of=(".to_owned()));
            calls.push((word.at, ")) ".to_owned()));
        }
        calls.push((words[of].at + 2, format!(" each(words={}, of=(", words.len())));
        calls.push((words[end].at, ")) ".to_owned()));
    }
    calls
}

/// The nearest bracket of some that is open around a word.
fn outside(
    words: &[Word<'_>],
    mut order: impl Iterator<Item = usize>,
    closing: [&str; 3],
    opening: [&str; 3],
) -> Option<usize> {
    let mut depth = 0_usize;
    order.find(|at| {
        let word = words[*at];
        if word.kind != WordKind::Mark {
            return false;
        }
        if closing.contains(&word.text) {
            depth += 1;
        } else if opening.contains(&word.text.trim_start_matches('?')) {
            if depth == 0 {
                return true;
            }
            depth -= 1;
        }
        false
    })
}

/// For each tag that begins a loop, block or component, the tag that ends it.
fn bodies(tags: &[Tag<'_>]) -> Vec<Option<usize>> {
    let mut bodies = vec![None; tags.len()];
    let mut open = Vec::new();
    for (n, tag) in tags.iter().enumerate() {
        if ["for", "block", "component"].iter().any(|word| tag.opens(word)) {
            open.push(n);
        } else if ["endfor", "endblock", "endcomponent"].iter().any(|word| tag.opens(word))
            && let Some(start) = open.pop()
        {
            bodies[start] = Some(n);
        }
    }
    bodies
}

impl Tag<'_> {
    fn opens(&self, keyword: &str) -> bool {
        self.is_statement && self.words.first().is_some_and(|word| word.text == keyword)
    }
}

impl Word<'_> {
    fn is_literal(&self) -> bool {
        matches!(self.kind, WordKind::Text | WordKind::Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is put into a template that extends another, so that none stands at its beginning.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let extending = format!("{{% extends 'a' %}}{text}");
        let counted = counted(&extending);
        assert_eq!(counted.strip_prefix("{% extends 'a' %}").unwrap(), expected);
    }

    #[test]
    fn loops_are_counted_with_what_is_in_them() {
        check(
            "{% for a in b.c %}x{% endfor %}{% for c in [d] -%} {% endfor %}",
            "{% for a in b.c %}{{ step(turns=1, text=13, words=7) }}x{% endfor %}\
             {% for c in [d] -%}{{ step(turns=1, text=13, words=7, of=[c]) -}} {% endfor %}",
        );
        check(
            "{% component a.b(x: string = \"y\", @z, ...rest) {q: 1} %}{% endcomponent %}",
            "{% component a.b(x: string = \"y\", @z, ...rest) {q: 1} %}\
             {{ step(turns=8, text=18, words=23, of=[x, z, rest]) }}{% endcomponent %}",
        );
    }

    #[test]
    fn values_are_counted_where_they_get_a_name_or_are_written() {
        check(
            "{% set a = b.c %}{% set a = b ~ c -%}",
            "{% set a = b.c %}{% set a = b ~ c -%}{{ step(of=a) -}}",
        );
        check("{% set a | upper %}x{% endset %}", "{% set a | upper %}x{% endset %}{{ step(of=a) }}");
        check("{{ \"x\" }}{{ <c a={b} /> }}{{ super() }}", "{{ \"x\" }}{{ <c a={b} /> }}{{ super() }}");
        check(
            "{{ \"x\" ~ a if b else c -}}{{ a.b }}",
            "{{ kept(of=(\"x\" ~ a if b else c)) -}}{{ a.b }}{{ step(of=a.b) }}",
        );
    }

    #[test]
    fn lists_made_of_others_are_counted_inside() {
        check(
            "{% set a = [b ~ c for b in d | sort if b] %}",
            "{% set a = [kept(of=(b ~ c )) for b in each(words=16, of=( d | sort )) if b] %}{{ step(of=a) }}",
        );
        check(
            "{{ [b for b in [c for c in d]] }}",
            "{{ kept(of=([b for b in each(words=13, of=( [c for c in each(words=13, of=( d)) ])) ])) }}",
        );
    }

    #[test]
    fn places_are_told_as_if_no_calls_were_there() {
        let text = "<p>{% for a in b ~ c %}x{% endfor %}{% set q = [r ~ s for r in t] %}{{ z | nofilter }}";
        let counted = counted(text);
        for sign in ["<p>", "x{", "for a", "endfor", "r ~ s", "for r", "] %}", "z |"] {
            assert_eq!(original(text, counted.find(sign).unwrap()), text.find(sign).unwrap(), "{sign}");
        }
        assert_eq!(original(text, counted.len()), text.len());
    }
}
