//! From a specification to a drawing, as it stands in a page and as a file of its own.
//!
//! Entry points: [`draw`], [`standalone`].

use super::ink::Ink;
use super::letters::clean;
use super::paper::Paper;
use super::spec::{ChartSpec, Plot};
use super::stylesheet;
use super::svg::{SvgBackend, push_escaped, push_number};
use super::{breakdown, coverage, dates, describe, matrix, multiples, ranges, series, timeline, totals};

/// A drawn chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The drawing for a page whose stylesheet holds [`super::css`].
    pub svg_inline: String,
    /// The finding in at most twelve words.
    pub title: String,
    /// Measure, sources, scope and period in sentences.
    pub desc: String,
    id: String,
    height: i32,
    inner: String,
}

/// Space around a downloaded drawing, in tenths of a unit.
const MARGIN: i32 = 200;

/// With more links than this, a keyboard takes those of the table beside the chart instead.
const MOST_TAB_STOPS: usize = 20;

/// Draws a chart.
pub fn draw(spec: &ChartSpec) -> Drawing {
    let id = safe_id(&spec.about.id);
    let mut paper = Paper::new(&id);
    match &spec.plot {
        Plot::Ranges(plot) => ranges::draw(&mut paper, plot),
        Plot::Multiples(plot) => multiples::draw(&mut paper, plot),
        Plot::Breakdown(plot) => breakdown::draw(&mut paper, plot),
        Plot::Dates(plot) => dates::draw(&mut paper, plot),
        Plot::Timeline(plot) => timeline::draw(&mut paper, plot),
        Plot::Matrix(plot) => matrix::draw(&mut paper, plot),
        Plot::Totals(plot) => totals::draw(&mut paper, plot),
        Plot::Coverage(plot) => coverage::draw(&mut paper, plot),
        Plot::Series(plot) => series::draw(&mut paper, plot),
    }
    let height = paper.y + 20;
    let (title, desc) =
        (clean(&describe::title(spec)).into_owned(), clean(&describe::desc(spec)).into_owned());
    let inner = assemble(&paper.finish(), &title, &desc);
    let mut svg_inline = String::with_capacity(inner.len() + 120);
    open(&mut svg_inline, (0, 0, super::svg::WIDTH, height));
    svg_inline.push_str(&inner);
    svg_inline.push_str("</svg>");
    Drawing { svg_inline, title, desc, id, height, inner }
}

/// An id of letters, digits and hyphens, whatever the caller gave.
fn safe_id(id: &str) -> String {
    let kept: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    if kept.starts_with(|c: char| c.is_ascii_alphabetic()) { kept } else { format!("chart-{kept}") }
}

/// The same drawing as a file of its own: with its title, a background and both palettes.
pub fn standalone(drawing: &Drawing) -> String {
    let mut head = Paper::new(&drawing.id);
    head.paragraph(Ink::Headline, &drawing.title, 4);
    head.y += MARGIN / 2;
    let top = head.y;
    let head = head.finish();
    let (width, height) = (super::svg::WIDTH + 2 * MARGIN, drawing.height + top + 2 * MARGIN);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open(&mut out, (-MARGIN, -MARGIN - top, width, height));
    out.push_str("<style>");
    let background = "class=\"vc-paper\"";
    out.push_str(&stylesheet::literal(&[&drawing.inner, head.over.as_str(), background].concat()));
    out.push_str("</style><rect class=\"vc-paper\"");
    for (name, value) in
        [(" x=\"", -MARGIN), (" y=\"", -MARGIN - top), (" width=\"", width), (" height=\"", height)]
    {
        out.push_str(name);
        push_number(&mut out, value);
        out.push('"');
    }
    out.push_str("/><g aria-hidden=\"true\" transform=\"translate(0 ");
    push_number(&mut out, -top);
    out.push_str(")\">");
    out.push_str(&head.over);
    out.push_str("</g>");
    out.push_str(&drawing.inner);
    out.push_str("</svg>\n");
    out
}

fn open(out: &mut String, (x, y, width, height): (i32, i32, i32, i32)) {
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"vc\" viewBox=\"");
    for (i, value) in [x, y, width, height].into_iter().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        push_number(out, value);
    }
    out.push_str("\">");
}

/// Title, description, the image itself and, outside the image, its links.
///
/// A role of `img` hides everything inside it from assistive technology, so links inside it
/// could be focused but not read; they lie above it instead.
fn assemble(drawn: &SvgBackend, title: &str, desc: &str) -> String {
    let id = &drawn.id;
    let mut out = String::with_capacity(drawn.under.len() + drawn.over.len() + drawn.links.len() + 600);
    for (element, text) in [("title", title), ("desc", desc)] {
        let letter = &element[..1];
        out.push_str(&format!("<{element} id=\"{id}--{letter}\">"));
        push_escaped(&mut out, text);
        out.push_str(&format!("</{element}>"));
    }
    if drawn.hatched {
        out.push_str(&format!(
            "<defs><pattern id=\"{id}--h\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><path class=\"vc-hatching\" d=\"M2.5 0V5\"/></pattern></defs>"
        ));
    }
    out.push_str(&format!("<g role=\"img\" aria-labelledby=\"{id}--t {id}--d\">"));
    out.push_str(&drawn.under);
    out.push_str(&drawn.over);
    out.push_str("</g>");
    if drawn.targets.len() > MOST_TAB_STOPS {
        out.push_str(&drawn.links.replace("><rect", " tabindex=\"-1\"><rect"));
    } else {
        out.push_str(&drawn.links);
    }
    out
}
