//! Pages as HTML; entry points [`TemplateSet::new`], [`render`] and [`render_page`].
//!
//! Templates lie in three layers: the project's over the theme's over the built-in ones. A
//! template of an upper layer replaces the one of the same name below it, and reaches it as
//! `theme/<name>` or `builtin/<name>`. The template engine is named nowhere else.

mod builtin;
mod compact;
mod apart;
mod layer;
mod fault;
mod tag;
mod expression;
mod fields;
mod strings;
mod steps;
mod budget;
mod growing;
mod nesting;
mod templates;
mod inventory;
mod assets;

pub use assets::{Assets, Published};
pub use builtin::{BUILTIN_TEMPLATES, BUILTIN_THEME};
pub use inventory::{given, inventory, page_templates};
pub use templates::TemplateSet;

use rayon::prelude::*;

use crate::diag::{self, Diagnostic};
use crate::plan::Route;
use crate::view::PageView;

/// What templates take at most, nested as deep as they may be, and twice as much.
const STACK_BYTES: usize = 64 << 20;

/// A page as HTML, with where it is written.
pub type Rendered = (Route, Vec<u8>);

/// Every page as HTML, in the order given; or what is wrong with the templates.
pub fn render(templates: &TemplateSet, pages: &[PageView]) -> Result<Vec<Rendered>, Vec<Diagnostic>> {
    all(pages.par_iter().map(|page| render_page(templates, page)).collect())
}

/// One page as HTML.
pub fn render_page(templates: &TemplateSet, page: &PageView) -> Result<Rendered, Vec<Diagnostic>> {
    let html = || templates.render(page).map(|html| (page.route.clone(), html.into_bytes()));
    if templates.is_built_in() { html() } else { on_a_large_stack(html) }
}

/// Templates that extend and include each other take more of the stack than other stages.
fn on_a_large_stack<T: Send>(run: impl Fn() -> T + Sync) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
        match thread.spawn_scoped(scope, &run).map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(made)) => made,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(_) => run(),
        }
    })
}

/// What was made of the pages, or all that is wrong with any of them: a fault in a template shows on every
/// page that uses it, and is told once.
pub fn all<T>(rendered: Vec<Result<T, Vec<Diagnostic>>>) -> Result<Vec<T>, Vec<Diagnostic>> {
    let (mut pages, mut diagnostics) = (Vec::with_capacity(rendered.len()), Vec::new());
    for page in rendered {
        match page {
            Ok(page) => pages.push(page),
            Err(found) => diagnostics.extend(found),
        }
    }
    if diagnostics.is_empty() {
        return Ok(pages);
    }
    diag::sort(&mut diagnostics);
    Err(diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;
    use crate::model::{Overrides, Settings};
    use crate::plan::plan;
    use crate::source::{SourceFile, Sources};
    use crate::view::{Edition, Field, Shape, Views, build, fixture, of_templates, template};

    fn rendered(sources: &Sources, settings: &Settings) -> Result<Vec<(Route, String)>, Vec<Diagnostic>> {
        let (corpus, findings) = (fixture::corpus(), fixture::findings());
        let plan = plan(&corpus, &findings);
        let words = language::read(sources, settings);
        let pages = build(&Edition::new(&corpus, &findings, &plan, &words.language));
        let (assets, _) = Assets::of(&[], &settings.theme);
        let rendered = render(&TemplateSet::new(sources, settings, &words, &assets)?, &pages)?;
        Ok(rendered.into_iter().map(|(route, bytes)| (route, String::from_utf8(bytes).unwrap())).collect())
    }

    fn builtin() -> Vec<(Route, String)> {
        rendered(&Sources::default(), &fixture::corpus().settings).unwrap()
    }

    fn page(pages: &[(Route, String)], route: &str) -> String {
        pages.iter().find(|(known, _)| known.as_str() == route).unwrap().1.clone()
    }

    fn overriding(name: &str, text: &str) -> Result<Vec<(Route, String)>, Vec<Diagnostic>> {
        let file = SourceFile { path: name.into(), text: text.into() };
        let settings = Settings { overrides: Overrides::Templates, ..fixture::corpus().settings };
        rendered(&Sources::new(vec![file]), &settings)
    }

    #[test]
    fn every_page_of_the_plan_is_rendered_with_one_heading_of_the_first_level() {
        let pages = builtin();
        assert_eq!(pages.len(), 19);
        for (route, html) in pages {
            assert_eq!(html.matches("<h1").count(), 1, "{route}");
            assert!(html.contains("Content-Security-Policy"), "{route}");
            assert!(!html.contains(" style="), "{route}");
        }
    }

    /// Whether a page's value holds what its type promises, and nothing else.
    fn suits(value: &serde_json::Value, shape: &Shape, views: &Views) -> bool {
        use serde_json::Value;
        match (value, shape) {
            (_, Shape::Unknown) | (Value::Null, _) => true,
            (Value::Array(items), shape) => {
                let is_list = |shape: &Shape| matches!(shape, Shape::List(_));
                let item = shape.item();
                let is_one = match shape {
                    Shape::Either(shapes) => shapes.iter().any(is_list),
                    Shape::Plain | Shape::List(_) | Shape::View(_) | Shape::Unknown => is_list(shape),
                };
                is_one && items.iter().all(|value| suits(value, &item, views))
            }
            (Value::Object(fields), shape) => {
                fields.iter().all(|(name, value)| match views.field(shape, name) {
                    Field::Found(shape) => suits(value, &shape, views),
                    Field::Missing(_) => false,
                })
            }
            (Value::Bool(_) | Value::Number(_) | Value::String(_), Shape::Either(shapes)) => {
                shapes.contains(&Shape::Plain)
            }
            (Value::Bool(_) | Value::Number(_) | Value::String(_), shape) => *shape == Shape::Plain,
        }
    }

    #[test]
    fn pages_hold_what_their_types_promise_to_templates() {
        let (corpus, findings) = (fixture::corpus(), fixture::findings());
        let plan = plan(&corpus, &findings);
        let words = language::read(&Sources::default(), &corpus.settings);
        let given = of_templates();
        for page in build(&Edition::new(&corpus, &findings, &plan, &words.language)) {
            let value = serde_json::to_value(&page).unwrap();
            assert!(suits(&value["page"], &given.page, &given.views), "{}", page.route);
            let template = template(&page.view);
            assert!(suits(&value["view"], &given.view[template], &given.views), "{}: {value:#}", page.route);
        }
    }

    #[test]
    fn text_of_the_author_is_escaped() {
        let pages = builtin();
        assert!(page(&pages, "entities/hun-sen.html").contains("<h1>Hun Sen &lt;sic&gt;</h1>"));
        assert!(page(&pages, "index.html").contains("<title>Raids &amp; rulings</title>"));
    }

    #[test]
    fn a_claim_leads_to_its_quote_and_the_quote_back_to_the_claim() {
        let pages = builtin();
        let event = page(&pages, "events/raids.html");
        let source = page(&pages, "sources/b-paper.html");
        let (_, rest) = event.split_once("../sources/b-paper.html#quote-").unwrap();
        let anchor = format!("quote-{}", &rest[..8]);
        assert!(source.contains(&format!("id=\"{anchor}\"")));
        assert!(source.contains("href=\"../events/raids.html#fact-0--source-1\""));
        assert!(event.contains("id=\"fact-0--source-1\""));
    }

    #[test]
    fn bound_words_carry_the_number_of_their_fact_and_empty_ones_are_filled() {
        let event = page(&builtin(), "events/raids.html");
        assert!(event.contains(
            "over 1,000\u{202f}<sup><a class=\"cite\" href=\"#arrests\" aria-label=\"1: People arrested\">[1]</a></sup>"
        ));
        assert!(event.contains("Hun Manet or Hun Sen\u{202f}<sup><a class=\"cite\" href=\"#giver\""));
    }

    #[test]
    fn a_template_of_the_project_replaces_a_part_of_the_built_in_one() {
        let text = "{% extends \"builtin/404.html\" %}{% block content %}<h1>Lost</h1>{% endblock %}";
        let pages = overriding("templates/404.html", text).unwrap();
        assert!(page(&pages, "404.html").contains("<h1>Lost</h1>"));
    }

    #[test]
    fn loops_of_a_template_end() {
        let nested = "{% for a in range(end=90000) %}{% for b in range(end=90000) %}{% endfor %}{% endfor %}";
        let faults = overriding("templates/404.html", nested).map(|_| ()).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].message.contains("more than 1000000 turns"), "{faults:?}");
        let place = nested.find("{% endfor").unwrap() as u32;
        assert_eq!(faults[0].span.map(|span| span.start), Some(place));
        let text = "x".repeat(10_000);
        let large = format!("{{% for a in range(end=90000) %}}{text}{{% endfor %}}");
        let faults = overriding("templates/404.html", &large).map(|_| ()).unwrap_err();
        assert!(faults[0].message.contains("64 MB") && faults[0].span.is_some(), "{faults:?}");
        let faults = overriding("templates/404.html", "{% for a in range(end=2) %}{{ a }} {{ 1 +");
        assert_eq!(faults.map(|_| ()).unwrap_err().len(), 1);
    }

    #[test]
    fn a_place_behind_a_loop_is_told_as_it_is_written() {
        let text = "{% for a in range(end=2) -%} {{ a }}{% endfor %}{{ page.nothing.here }}";
        let faults = overriding("templates/404.html", text).map(|_| ()).unwrap_err();
        let span = faults[0].span.unwrap();
        assert!(text[span.start as usize..].starts_with("nothing"), "{faults:?}");
        let unended =
            "{% for a in range(end=2) %}{{ a }}{% endfor %}{% for b in c %}{{ b | nofilter }}{% endfor %}";
        let faults = overriding("templates/404.html", unended).map(|_| ()).unwrap_err();
        let span = faults[0].span.unwrap();
        assert!(
            unended[span.start as usize..].starts_with("nofilter"),
            "{faults:?} {}",
            &unended[span.start as usize..]
        );
    }

    #[test]
    fn a_fault_in_a_template_is_reported_once_with_its_place() {
        let faults = overriding("templates/parts.html", "{{ 1 +").map(|_| ()).unwrap_err();
        assert_eq!(faults.len(), 1);
        assert!(faults[0].span.is_some(), "{faults:?}");
        let faults = overriding("templates/404.html", "{{ page.nothing.here }}").map(|_| ()).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].span.is_some(), "{faults:?}");
    }
}
