//! The charts' stylesheet, as a page takes it and with every property resolved for files.
//!
//! Entry points: [`css`], [`literal`]. Both come from chart.css. Programs that show SVG files
//! often know no custom properties, so a file gets literal colours in two palettes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use super::ink::N_HUES;

const CSS: &str = include_str!("chart.css");

/// The stylesheet of the drawings in pages.
pub fn css() -> &'static str {
    CSS
}

/// The stylesheet that a file embeds: the rules for the classes that its drawing has.
pub fn literal(drawing: &str) -> String {
    static LITERAL: LazyLock<Vec<Line>> = LazyLock::new(|| resolve().lines().map(Line::of).collect());
    let has_classes = classes_with_beginnings(drawing);
    let mut out = String::new();
    for line in LITERAL.iter().filter(|line| line.is_used(&has_classes)) {
        out.push_str(&line.text);
        out.push('\n');
    }
    out
}

/// A line of the stylesheet without the spaces that only people need.
fn tight(line: &str) -> String {
    line.replace(" { ", "{").replace("; }", "}").replace(" }", "}").replace("; ", ";").replace(": ", ":")
}

/// A line of the stylesheet of files.
struct Line {
    text: String,
    /// The classes that each selector of a rule names, as the attribute of an element gives them; `None` of a line
    /// that every drawing needs.
    classes: Option<Vec<String>>,
}

impl Line {
    fn of(text: &str) -> Self {
        let classes = |selector: &str| -> Option<String> {
            let words = selector.split(['.', ' ', ':', '+']);
            let classes: Vec<&str> = words.filter(|word| word.starts_with("vc-")).collect();
            (!classes.is_empty()).then(|| classes.join(" "))
        };
        let selectors = text.split_once(" { ").map(|(selectors, _)| selectors);
        let classes = selectors.and_then(|selectors| selectors.split(',').map(classes).collect());
        Self { text: tight(text), classes }
    }

    /// Whether it is a rule for something in a drawing, or no rule.
    fn is_used(&self, has_classes: &BTreeSet<&str>) -> bool {
        let Some(classes) = &self.classes else { return true };
        classes.iter().any(|classes| has_classes.contains(classes.as_str()))
    }
}

/// The classes of each element of a drawing: all of them, and every beginning of the list.
fn classes_with_beginnings(drawing: &str) -> BTreeSet<&str> {
    let lists: BTreeSet<&str> =
        drawing.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let beginnings = |list: &&'_ str| -> Vec<usize> {
        list.match_indices(' ').map(|(at, _)| at).chain([list.len()]).collect()
    };
    lists.iter().flat_map(|list| beginnings(list).into_iter().map(move |at| &list[..at])).collect()
}

/// A palette: the names of properties and their values.
pub type Palette = Vec<(&'static str, &'static str)>;

/// The palette of the first block that follows `start`.
pub fn palette(start: &str) -> Palette {
    let Some((_, rest)) = CSS.split_once(start) else { return Vec::new() };
    rest.lines()
        .skip_while(|line| !line.trim_start().starts_with("--vc"))
        .map_while(|line| line.trim().strip_suffix(';')?.split_once(": "))
        .collect()
}

/// The plain rules in light colours, those that use a colour again in dark ones, each again for the hue of
/// every source.
fn resolve() -> String {
    let (light, dark) = (palette(":where(.vc) {"), palette("prefers-color-scheme: dark"));
    let plain = |line: &&str| line.starts_with(".vc") && line.ends_with('}') && !line.contains("{ --vc");
    let mut rules: Vec<String> = Vec::new();
    for rule in CSS.lines().filter(plain).filter(|rule| {
        [".vc ", ".vc{"].iter().any(|start| rule.starts_with(start)) && !rule.starts_with(".vc a")
    }) {
        rules.push(rule.to_owned());
        rules.extend((1..=N_HUES).filter_map(|hue| in_hue(rule, hue)));
    }
    let mut out = String::from("\n");
    for rule in &rules {
        let _ = writeln!(out, "{}", substituted(rule, &light));
    }
    out.push_str("@media (prefers-color-scheme: dark) {\n");
    for rule in rules.iter().filter(|rule| rule.contains("var(")) {
        let (selector, body) = rule.split_once(" { ").unwrap_or((rule, ""));
        let coloured =
            body.trim_end_matches('}').split("; ").filter(|declaration| declaration.contains("var("));
        let coloured = coloured
            .map(|declaration| declaration.trim_end_matches([';', ' ']))
            .collect::<Vec<_>>()
            .join("; ");
        let _ = writeln!(out, "{}", substituted(&format!("{selector} {{ {coloured} }}"), &dark));
    }
    out.push_str("}\n");
    out
}

/// The colours of a rule again, in the hue of a source; `None` where it has none of marks.
fn in_hue(rule: &str, hue: usize) -> Option<String> {
    let (selectors, body) = rule.split_once(" { ")?;
    let is_of_mark = |declaration: &&str| {
        ["var(--vc-mark)", "var(--vc-bar)"].iter().any(|name| declaration.contains(name))
    };
    let own: Vec<String> = body
        .trim_end_matches([' ', '}'])
        .split(';')
        .map(str::trim)
        .filter(is_of_mark)
        .map(|declaration| {
            ["--vc-mark", "--vc-bar"]
                .iter()
                .fold(declaration.to_owned(), |text, name| text.replace(name, &format!("--vc-h{hue}")))
        })
        .collect();
    let selectors: Vec<String> = selectors
        .split(',')
        .filter(|one| one.trim().starts_with(".vc .vc-"))
        .map(|one| format!("{}.vc-h{hue}", one.trim()))
        .collect();
    (!own.is_empty() && !selectors.is_empty())
        .then(|| format!("{} {{ {}; }}", selectors.join(", "), own.join("; ")))
}

fn substituted(rule: &str, palette: &Palette) -> String {
    palette.iter().fold(rule.to_owned(), |rule, (name, value)| rule.replace(&format!("var({name})"), value))
}

#[cfg(test)]
mod tests {
    use super::super::ink::{Hue, Ink};
    use super::super::paper::{Layout, Paper};
    use super::*;

    const PALETTES: [&str; 3] = [":where(.vc) {", "prefers-color-scheme: dark", "@media print"];

    /// WCAG 2.2 relative luminance of `#rrggbb`.
    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn check(pairs: &[(&str, &str)], least: f64) {
        for start in PALETTES {
            let palette = palette(start);
            let colour = |name: &str| {
                palette.iter().find(|(key, _)| key.strip_prefix("--vc-") == Some(name)).unwrap().1
            };
            for (a, b) in pairs {
                let contrast = contrast(colour(a), colour(b));
                assert!(contrast >= least, "{start} {a} on {b}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn text_stands_out_from_what_is_behind_it() {
        let on_paper = [("ink", "paper"), ("soft", "paper"), ("alert", "paper")];
        check(&on_paper, 4.5);
        check(&[("on-dark", "cell2"), ("on-dark", "cell3"), ("soft", "cell0"), ("soft", "cell1")], 4.5);
    }

    #[test]
    fn marks_stand_out_from_the_paper() {
        check(&[("mark", "paper"), ("bar", "paper"), ("alert", "paper"), ("base", "paper")], 3.0);
        check(&["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8"].map(|hue| (hue, "paper")), 4.0);
    }

    /// Hatched and outlined fillings are paper with lines, so that they differ from any solid one.
    #[test]
    fn fillings_that_lie_side_by_side_stand_out_from_each_other() {
        check(&[("bar", "paper"), ("mark", "paper"), ("cell2", "cell0"), ("cell3", "cell0")], 3.0);
    }

    /// Each step of the ramp of severity is darker, or in the dark lighter, than the one below it.
    #[test]
    fn severity_is_a_ramp() {
        check(&[("sev3", "sev2"), ("sev2", "sev1"), ("sev1", "sev0")], 1.6);
        check(&[("sev3", "paper"), ("sev2", "paper")], 4.0);
        check(&[("sev1", "paper")], 2.6);
    }

    #[test]
    fn every_class_of_a_drawing_has_a_rule_and_every_rule_a_class() {
        // What links has a rule as a part of a link, and no class.
        for ink in Ink::ALL.iter().filter(|&&ink| ink != Ink::Hit) {
            assert!(
                CSS.contains(&format!(".{} ", ink.class())) || CSS.contains(&format!(".{},", ink.class())),
                "{ink:?}"
            );
        }
        let known: Vec<_> = Ink::ALL
            .iter()
            .map(|ink| ink.class().to_owned())
            .chain(["vc-hatching", "vc-paper", "vc-narrow", "vc-wide"].map(str::to_owned))
            .chain((0..8).map(|hue| Hue(hue).class()))
            .collect();
        for (at, _) in CSS.match_indices(".vc-") {
            let name = &CSS[at + 1..].split([' ', ',', '{', ':']).next().unwrap();
            assert!(known.iter().any(|one| one == name), "{name}");
        }
    }

    /// Lettering is as large as paper.rs measures with: 12 pixels at 320 pixels of width, and where the wide
    /// drawing begins.
    #[test]
    fn lettering_is_as_large_as_was_measured() {
        let [narrow, wide] = [Layout::Narrow, Layout::Wide]
            .map(|layout| (layout.size(Ink::Tick), Paper::new("", layout).width()));
        assert!(CSS.contains(&format!(".vc.vc-narrow text {{ font-size: {}px; }}", narrow.0 / 10)));
        assert!(CSS.contains(&format!("font-size: {}px; paint-order", wide.0 / 10)));
        let headline = Layout::Wide.size(Ink::Headline) / 10;
        assert!(CSS.contains(&format!(".vc-headline {{ font-size: {headline}px")));
        assert!(narrow.0 * 320 / narrow.1 >= 12);
        assert!(CSS.contains("@container (min-width: 43rem)") && wide.0 * 43 * 16 / wide.1 >= 12);
    }

    #[test]
    fn a_file_has_no_custom_property_left_and_both_palettes() {
        let css = literal("<path class=\"vc-mark\"/>");
        assert!(!css.contains("var("), "{css}");
        assert!(css.contains(".vc-mark") && !css.contains(".vc-cell3"), "{css}");
        assert!(css.contains("prefers-color-scheme:dark"));
        assert!(css.matches('{').count() == css.matches('}').count());
    }
}
