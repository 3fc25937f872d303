//! What templates there are and what they are given, in words for their makers; entry points
//! [`inventory`] and [`given`].

use std::collections::BTreeSet;

use super::builtin::BUILTIN_TEMPLATES;
use super::layer::Layers;
use crate::view::{OfTemplates, Shape, of_templates};

/// The built-in templates, the blocks that can be replaced and the components that can be called.
pub fn inventory() -> String {
    let layers = Layers::default();
    let sections =
        [("Templates", layers.names()), ("Blocks", layers.blocks()), ("Components", layers.components())];
    let mut text = String::from("# templates\n");
    for (title, names) in sections {
        text.push_str(&format!("\n{title}:\n"));
        names.iter().for_each(|name| text.push_str(&format!("  {name}\n")));
    }
    text + "\n`variorum explain event.html` shows what a page's template is given.\n"
}

/// The names of the templates of pages.
pub fn page_templates() -> impl Iterator<Item = &'static str> {
    BUILTIN_TEMPLATES.iter().map(|(name, _)| *name)
}

/// What a page's template is given, field by field; `None` where no page has this template.
pub fn given(template: &str) -> Option<String> {
    let given = of_templates();
    let view = given.view.get(template)?;
    let mut text = format!("# {template}\n\npage: {}\nview: {}\n", told(&given.page), told(view));
    let mut told_already = BTreeSet::new();
    push_views(view, &given, &mut told_already, &mut text);
    push_views(&given.page, &given, &mut told_already, &mut text);
    Some(text)
}

/// The fields of a view, and then of those it holds.
fn push_views(of: &Shape, given: &OfTemplates, already: &mut BTreeSet<String>, text: &mut String) {
    let name = match of {
        Shape::View(name) => name,
        Shape::List(item) => return push_views(item, given, already, text),
        Shape::Either(shapes) => {
            return shapes.iter().for_each(|shape| push_views(shape, given, already, text));
        }
        Shape::Plain | Shape::Unknown => return,
    };
    if !already.insert(name.clone()) {
        return;
    }
    text.push_str(&format!("\n{name}\n"));
    let fields = given.views.fields(name);
    for (field, described) in fields {
        text.push_str(&format!("  {field}: {}. {}\n", told(&described.shape), described.doc));
    }
    fields.values().for_each(|described| push_views(&described.shape, given, already, text));
}

/// A shape in words: `list of ClaimView`.
fn told(shape: &Shape) -> String {
    match shape {
        Shape::Plain => "plain value".to_owned(),
        Shape::List(item) => format!("list of {}", told(item)),
        Shape::View(name) => name.clone(),
        Shape::Either(shapes) => shapes.iter().map(told).collect::<Vec<_>>().join(" or "),
        Shape::Unknown => "value".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{given, inventory};

    #[test]
    fn a_template_is_told_with_every_view_below_it_once() {
        let text = given("event.html").unwrap();
        assert!(text.starts_with("# event.html\n\npage: Frame\nview: EventView\n\nEventView\n"), "{text}");
        assert!(text.contains("\nClaimView\n"), "{text}");
        assert!(text.contains("  facts: list of FactView. "), "{text}");
        assert_eq!(text.matches("\nLink\n").count(), 1, "{text}");
        assert_eq!(given("evnt.html"), None);
    }

    #[test]
    fn the_inventory_has_templates_blocks_and_components() {
        let text = inventory();
        for line in ["  base.html\n", "  content\n", "  quote\n"] {
            assert!(text.contains(line), "{line}");
        }
    }
}
