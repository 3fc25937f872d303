//! Names in the project's templates, compared with what their pages are given; entry point
//! [`unknown`].
//!
//! The engine takes a missing field in a condition for false and never looks into a loop that does
//! not run, so a misspelt name would pass in silence. Here every template is walked with the shapes
//! of what it is given, through loops, assignments, included templates and calls of components.
//! What stands in a template that several pages share has to be there on one of them.

use std::collections::{BTreeMap, BTreeSet};

use super::expression::{Call, Named, Reader, Scope};
use super::fault::among;
use super::layer::Layers;
use super::tag::{Tag, Word, WordKind, tags};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::view::{OfTemplates, Shape, of_templates};

/// Templates that include each other in a circle are the engine's to report.
const DEPTH_MAX: usize = 24;
/// Tags that are walked at most, those of an included template each time anew; what is behind them is left to the engine.
const TAGS_MAX: usize = 1_000_000;

/// The names in the project's templates that lead to nothing on any page.
pub(super) fn unknown(layers: &Layers) -> Vec<Diagnostic> {
    if layers.of_project().next().is_none() {
        return Vec::new();
    }
    missing(&layers.texts(), &of_templates())
        .into_iter()
        .filter_map(|(template, named)| Some((layers.own_exactly(template)?.file, named)))
        .map(|(file, named)| {
            let Named { at, name, noun, missing } = named;
            let message = format!("{noun} `{name}` is not defined");
            let known = missing.unwrap_or_default();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let help = match known.is_empty() {
                true => {
                    "this is no view: it is words, a number or a list, or a view without fields".to_owned()
                }
                false => among(&message, &format!("{noun}s"), &known),
            };
            let span = Span::new(file, at..at + name.len());
            Diagnostic::error(Code::TemplateInvalid, span, message).help(help)
        })
        .collect()
}

/// The names that lead to nothing, each with its template.
fn missing<'a>(texts: &'a [(String, &'a str)], given: &'a OfTemplates) -> Vec<(&'a str, Named<'a>)> {
    let templates = texts.iter().map(|(name, text)| (name.as_str(), tags(text))).collect();
    let mut walk = Walk {
        templates: &templates,
        given,
        named: BTreeMap::new(),
        calls: BTreeSet::new(),
        bound: BTreeSet::new(),
        depth: 0,
        tags_left: TAGS_MAX,
    };
    for (page, view) in &given.view {
        walk.page(page, view.clone());
    }
    let any = Shape::either(given.view.values().cloned());
    for template in templates.keys().filter(|name| !name.starts_with("builtin/")) {
        if !walk.named.keys().any(|(walked, _)| walked == template) {
            walk.page(template, any.clone());
        }
    }
    walk.named
        .into_iter()
        .filter(|(_, named)| named.missing.is_some())
        .map(|((template, _), named)| (template, named))
        .collect()
}

/// Templates by their names, taken apart.
type Templates<'a> = BTreeMap<&'a str, Vec<Tag<'a>>>;

struct Walk<'a, 't> {
    templates: &'t Templates<'a>,
    given: &'t OfTemplates,
    /// What each name at its place came to, at best.
    named: BTreeMap<(&'a str, usize), Named<'a>>,
    /// Calls that have been followed.
    calls: BTreeSet<Call>,
    /// Variables that a template of the page in hand binds somewhere.
    bound: BTreeSet<&'a str>,
    depth: usize,
    tags_left: usize,
}

impl<'a> Walk<'a, '_> {
    fn page(&mut self, template: &str, view: Shape) {
        self.bound.clear();
        let page = self.given.page.clone();
        let mut scope = Scope::default();
        scope.push("page", page);
        scope.push("view", view);
        self.template(template, &mut scope);
    }

    /// A template by the name that another one knows it by.
    fn template(&mut self, name: &str, scope: &mut Scope) {
        let names = [name.to_owned(), format!("theme/{name}"), format!("builtin/{name}")];
        let found = names.iter().find_map(|name| self.templates.get_key_value(name.as_str()));
        let Some((name, tags)) = found.filter(|_| self.depth < DEPTH_MAX) else { return };
        self.bound.extend(tags.iter().flat_map(bound));
        self.depth += 1;
        let mut is_definition = false;
        let body: Vec<&Tag<'a>> = tags
            .iter()
            .filter(|tag| {
                // A component is walked where it is called, with what it is called with.
                is_definition |= tag.keyword() == "component";
                let stands_here = !is_definition;
                is_definition &= tag.keyword() != "endcomponent";
                stands_here
            })
            .collect();
        self.tags(name, &body, scope);
        self.depth -= 1;
    }

    fn tags(&mut self, template: &'a str, tags: &[&Tag<'a>], scope: &mut Scope) {
        let Some(tags_left) = self.tags_left.checked_sub(tags.len() + 1) else { return };
        self.tags_left = tags_left;
        let mut outer = Vec::new();
        for tag in tags {
            match tag.keyword() {
                "endfor" => scope.truncate(outer.pop().unwrap_or(scope.len())),
                "extends" | "include" => {
                    for text in tag.words.iter().filter(|word| word.kind == WordKind::Text) {
                        self.template(text.text, &mut scope.clone());
                    }
                }
                keyword => {
                    if keyword == "for" {
                        outer.push(scope.len());
                    }
                    self.tag(template, tag, scope);
                }
            }
        }
    }

    /// Any other tag: what it names, what it binds, whom it calls.
    fn tag(&mut self, template: &'a str, tag: &Tag<'a>, scope: &mut Scope) {
        let is_plain =
            matches!(tag.keyword(), "if" | "elif" | "for" | "set" | "set_global" | "filter" | "<" | "");
        let n_keywords = usize::from(!matches!(tag.keyword(), "" | "<"));
        if !is_plain || tag.words.len() <= n_keywords {
            return;
        }
        let mut reader = Reader::of(&tag.words[n_keywords..], &self.given.views, scope);
        match tag.keyword() {
            "for" => reader.bind_items(),
            "set" | "set_global" => {
                let name = reader.words[0].text;
                reader.next = 1;
                let is_given = reader.takes(WordKind::Mark, "=");
                let shape = if is_given { reader.expression() } else { Shape::Plain };
                // Another branch may have bound it to something else.
                let shapes = reader.scope.shapes(name).cloned();
                let shape = Shape::either(shapes.chain([shape]).collect::<Vec<_>>());
                reader.scope.push(name, shape);
            }
            // What a filter is called, and what it is given.
            "filter" => {
                reader.next = 1;
                reader.rest();
            }
            _ => reader.rest(),
        }
        let (named, calls) = (reader.named, reader.calls);
        named.into_iter().for_each(|named| self.note(template, named));
        calls.iter().for_each(|call| self.call(call));
    }

    fn note(&mut self, template: &'a str, mut named: Named<'a>) {
        if named.noun == "variable" && self.bound.contains(named.name) {
            named.missing = None;
        }
        match self.named.entry((template, named.at)) {
            std::collections::btree_map::Entry::Vacant(entry) => _ = entry.insert(named),
            std::collections::btree_map::Entry::Occupied(mut entry) => {
                let before = entry.get_mut();
                before.missing = before.missing.take().zip(named.missing).map(|(mut before, names)| {
                    before.extend(names);
                    before
                });
            }
        }
    }

    /// Walks a component with the shapes of its arguments, once for the same ones.
    fn call(&mut self, call: &Call) {
        if self.depth >= DEPTH_MAX || !self.calls.insert(call.clone()) {
            return;
        }
        let templates = self.templates;
        let defined = templates.iter().filter_map(|(name, tags)| {
            let start = tags
                .iter()
                .position(|tag| tag.keyword() == "component" && defined_name(&tag.words) == call.component)?;
            Some((*name, &tags[start..]))
        });
        // The project's stands in for the theme's, and that for ours.
        let layer = |name: &str| (name.starts_with("builtin/"), name.starts_with("theme/"));
        let Some((template, tags)) = defined.min_by_key(|(name, _)| layer(name)) else { return };
        let mut scope = Scope::default();
        for name in parameters(&tags[0].words) {
            let given = call.arguments.iter().find(|(argument, _)| argument == name);
            scope.push(name, given.map_or(Shape::Unknown, |(_, shape)| shape.clone()));
        }
        let bound_outside = std::mem::take(&mut self.bound);
        let body: Vec<&Tag<'a>> =
            tags[1..].iter().take_while(|tag| tag.keyword() != "endcomponent").collect();
        self.bound.extend(body.iter().flat_map(|tag| bound(tag)));
        self.depth += 1;
        self.tags(template, &body, &mut scope);
        self.depth -= 1;
        self.bound = bound_outside;
    }
}

impl<'a> Tag<'a> {
    /// What the statement begins with; nothing for what is put out.
    fn keyword(&self) -> &'a str {
        self.words.first().filter(|_| self.is_statement).map_or("", |word| word.text)
    }
}

/// The variables that a tag binds for those after it.
fn bound<'a>(tag: &Tag<'a>) -> Vec<&'a str> {
    match tag.keyword() {
        "for" => tag.words[1..].iter().take_while(|word| word.text != "in").map(|word| word.text).collect(),
        "set" | "set_global" => tag.words.get(1).map(|word| word.text).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// `a.b` of `component a.b(…)`.
fn defined_name(words: &[Word<'_>]) -> String {
    words[1..].iter().take_while(|word| word.text != "(").map(|word| word.text).collect()
}

/// The names of a component's arguments: those that follow its bracket or a comma.
fn parameters<'a>(words: &[Word<'a>]) -> Vec<&'a str> {
    let is_before = |word: &Word<'_>| matches!(word.text, "(" | "," | "@" | "...");
    words
        .windows(2)
        .filter(|pair| is_before(&pair[0]) && pair[1].kind == WordKind::Name)
        .map(|pair| pair[1].text)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::builtin::BUILTIN_TEMPLATES;

    /// What is missing in some templates laid over the built-in ones, as `template: name`.
    #[track_caller]
    fn check(own: &[(&str, &str)], expected: &[&str]) {
        let built_in = BUILTIN_TEMPLATES.iter().map(|(name, text)| (format!("builtin/{name}"), *text));
        let own = own.iter().map(|(name, text)| ((*name).to_owned(), *text));
        let texts: Vec<(String, &str)> = built_in.chain(own).collect();
        let given = of_templates();
        let found: Vec<String> = missing(&texts, &given)
            .iter()
            .map(|(template, named)| format!("{template}: {}", &named.name))
            .collect();
        assert_eq!(found, expected);
    }

    fn content(tags: &str) -> String {
        format!("{{% extends \"builtin/base.html\" %}}{{% block content %}}{tags}{{% endblock %}}")
    }

    #[track_caller]
    fn check_event(tags: &str, expected: &[&str]) {
        let named: Vec<String> = expected.iter().map(|name| format!("event.html: {name}")).collect();
        check(&[("event.html", &content(tags))], &named.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn the_built_in_templates_name_what_there_is() {
        check(&[], &[]);
    }

    #[test]
    fn the_variable_of_a_loop_is_known_by_what_is_looped_over() {
        check_event(
            "{% for f in view.facts %}{{ f.label }}{% for c in f.claims %}{{ c.wrods }}{{ f.lable }}{% endfor %}{% endfor %}",
            &["wrods", "lable"],
        );
        check_event("{% for f in view.facts[1:] | reverse %}{{ f.lable }}{% endfor %}", &["lable"]);
        check_event("{% for f in view.facts %}{% else %}{{ view.tilte }}{% endfor %}", &["tilte"]);
        check_event("{{ view.facts[0].lable }}{{ (view.facts | first).label }}", &["lable"]);
        check_event(
            "{% for f in view.facts | sort(attribute=\"lable\") %}{{ f.id }}{% endfor %}",
            &["lable"],
        );
    }

    #[test]
    fn what_is_set_has_the_shape_of_what_it_is_set_to() {
        check_event(
            "{% set several = [f for f in view.facts if f.severl] %}{% for f in several %}{{ f.lable }}{% endfor %}",
            &["severl", "lable"],
        );
        check_event("{% set f = view.facts | first %}{% if f %}{{ f.lable }}{% endif %}", &["lable"]);
        check_event(
            "{% set d = view.date %}{% if d %}{% set d = page %}{% endif %}{{ d.titel }}",
            &["titel"],
        );
    }

    #[test]
    fn components_are_held_against_what_they_are_called_with() {
        let parts = "{% component own(f, level: integer = 1) %}{{ f.lable }}{{ level }}{{ levle }}{% endcomponent own %}";
        let page = content("{% for f in view.facts %}{{ <own f={f} level={2} /> }}{% endfor %}");
        check(&[("event.html", &page), ("own.html", parts)], &["own.html: lable", "own.html: levle"]);
    }

    #[test]
    fn included_templates_see_what_stands_around_them() {
        let page = content("{% for f in view.facts %}{% include \"own.html\" %}{% endfor %}");
        check(
            &[("event.html", &page), ("own.html", "{{ f.label }}{{ f.lable }}{{ view.fatcs }}")],
            &["own.html: lable", "own.html: fatcs"],
        );
    }

    #[test]
    fn what_several_pages_share_has_to_be_there_on_one_of_them() {
        let base = "{% if view.summary %}{{ view.rules }}{% endif %}{{ view.sumary }}{% block content %}{% endblock %}";
        check(&[("base.html", base)], &["base.html: sumary"]);
    }

    #[test]
    fn variables_that_nothing_binds_are_missing_too() {
        check_event(
            "{{ veiw.facts }}{% for f in view.facts %}{% endfor %}{{ f }}{{ loop.index }}",
            &["veiw"],
        );
    }

    #[test]
    fn what_is_only_asked_for_may_be_missing() {
        check_event(
            "{% if view.a is defined %}{{ view.b | default(value=1) }}{{ view.c?.d }}{% endif %}",
            &[],
        );
        check_event("{% if view.a is not defined or page.titel %}{% endif %}", &["titel"]);
    }

    #[test]
    fn one_of_two_is_enough() {
        check_event(
            "{% set x = view.index if view.date else page %}{{ x.href }}{{ x.title }}{{ x.tilte }}",
            &["tilte"],
        );
        check_event(
            "{% for b in view.summary %}{{ b.figure.caption }}{{ b.html.caption }}{% endfor %}",
            &["caption"],
        );
    }
}
