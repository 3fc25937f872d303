//! From a specification to a drawing, as it stands in a page and as a file of its own.
//!
//! Entry points: [`draw`], [`standalone`].

use super::ink::Ink;
use super::letters::clean;
use super::paper::{Layout, Paper};
use super::spec::{ChartSpec, Plot};
use super::stylesheet;
use super::svg::{SvgBackend, hatching, push_escaped, push_number};
use super::{
    breakdown, coverage, dates, describe, locator, matrix, multiples, ranges, relays, series, source_lanes,
    spread, timeline, totals, voices,
};

/// A drawn chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The wide drawing for a page whose stylesheet holds [`super::css`]; empty where it was not asked for.
    pub svg_wide: String,
    /// The narrow drawing, named by the same caption; empty likewise.
    pub svg_narrow: String,
    /// The finding in at most twelve words.
    pub title: String,
    /// Measure, sources, scope and period in sentences.
    pub desc: String,
    id: String,
    height: i32,
    inner: String,
    sources: Vec<String>,
}

impl Drawing {
    /// Both drawings, of which the stylesheet shows the one that fits.
    pub fn svg_inline(&self) -> String {
        [self.svg_wide.as_str(), &self.svg_narrow].concat()
    }
}

/// Whence a downloaded chart comes, as its last lines say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// The edition.
    pub edition: String,
    /// The last day that it knows of.
    pub as_of: Option<String>,
    /// The licence of its texts and figures.
    pub licence: Option<String>,
    /// Where it is published.
    pub address: Option<String>,
}

/// Space around a downloaded drawing, in tenths of a unit.
const MARGIN: i32 = 200;

/// With more links than this, a keyboard takes those of the table beside the chart instead.
const MOST_TAB_STOPS: usize = 20;

/// The most sources that a credit names; a description names more.
const N_CREDITED: usize = 8;

/// In which widths a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layouts {
    /// For a page: narrow for a telephone, wide for the column.
    Both,
    /// For a page where charts stand beside each other.
    Narrow,
    /// For a file.
    Wide,
}

/// Draws a chart.
pub fn draw(spec: &ChartSpec, layouts: Layouts) -> Drawing {
    let id = safe_id(&spec.about.id);
    let (title, desc) =
        (clean(&describe::title(spec)).into_owned(), clean(&describe::desc(spec)).into_owned());
    let (inner, links, height) = match layouts {
        Layouts::Both | Layouts::Wide => laid_out(spec, (&id, Layout::Wide)),
        Layouts::Narrow => Default::default(),
    };
    let svg_wide = svg(Layout::Wide, [&inner, &links], height);
    let svg_narrow = match layouts {
        Layouts::Both | Layouts::Narrow => {
            let (inner, links, height) = laid_out(spec, (&id, Layout::Narrow));
            svg(Layout::Narrow, [&inner, &links], height)
        }
        Layouts::Wide => String::new(),
    };
    Drawing { svg_wide, svg_narrow, title, desc, id, height, inner, sources: spec.about.sources.clone() }
}

/// A drawing for a page; empty where there is none.
fn svg(layout: Layout, [inner, links]: [&str; 2], height: i32) -> String {
    if inner.is_empty() {
        return String::new();
    }
    let mut svg = String::with_capacity(inner.len() + links.len() + 120);
    open(&mut svg, (layout, ""), (0, 0, Paper::new("", layout).width(), height));
    svg.push_str(inner);
    svg.push_str(links);
    svg.push_str("</svg>");
    svg
}

/// What stands inside a drawing, its links, and its height.
fn laid_out(spec: &ChartSpec, (id, layout): (&str, Layout)) -> (String, String, i32) {
    let mut paper = Paper::new(id, layout);
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
        Plot::Voices(plot) => voices::draw(&mut paper, plot),
        Plot::Relays(plot) => relays::draw(&mut paper, plot),
        Plot::Spread(plot) => spread::draw(&mut paper, plot),
        Plot::Lanes(plot) => source_lanes::draw(&mut paper, plot),
        Plot::Locator(plot) => locator::draw(&mut paper, plot),
    }
    let height = paper.y + 20;
    let (image, links) = assemble(&paper.finish(), id);
    (image, links, height)
}

/// An id of letters, digits and hyphens, whatever the caller gave.
fn safe_id(id: &str) -> String {
    let kept: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    if kept.starts_with(|c: char| c.is_ascii_alphabetic()) { kept } else { format!("chart-{kept}") }
}

/// The same drawing as a file of its own: with its title, whence it comes, a background and both palettes, and
/// without links, which would lead nowhere from another folder.
pub fn standalone(drawing: &Drawing, credit: &Credit) -> String {
    let mut head = Paper::new(&drawing.id, Layout::Wide);
    head.paragraph(Ink::Headline, &drawing.title, 4);
    head.y += MARGIN / 2;
    let top = head.y;
    let head = head.finish();
    let mut foot = Paper::new(&drawing.id, Layout::Wide);
    foot.y = drawing.height + MARGIN / 2;
    credit_lines(&drawing.sources, credit).iter().for_each(|line| foot.paragraph(Ink::Note, line, 3));
    let bottom = foot.y;
    let (foot, inner) = (foot.finish(), &drawing.inner);
    let (width, height) = (Paper::new("", Layout::Wide).width() + 2 * MARGIN, bottom + top + 2 * MARGIN);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open(&mut out, (Layout::Wide, NAMESPACE), (-MARGIN, -MARGIN - top, width, height));
    out.push_str("<style>");
    let background = "class=\"vc-paper\"";
    out.push_str(&stylesheet::literal(&[inner, head.over.as_str(), &foot.over, background].concat()));
    out.push_str("</style><rect class=\"vc-paper\"");
    for (name, value) in
        [(" x=\"", -MARGIN), (" y=\"", -MARGIN - top), (" width=\"", width), (" height=\"", height)]
    {
        out.push_str(name);
        push_number(&mut out, value);
        out.push('"');
    }
    out.push_str("/>");
    name(&mut out, drawing);
    out.push_str("<g aria-hidden=\"true\" transform=\"translate(0 ");
    push_number(&mut out, -top);
    out.push_str(")\">");
    out.push_str(&head.over);
    out.push_str("</g>");
    out.push_str(inner);
    out.push_str("<g>");
    out.push_str(&foot.over);
    out.push_str("</g></svg>\n");
    out
}

/// Sources; day, edition and licence; address.
fn credit_lines(sources: &[String], credit: &Credit) -> [String; 3] {
    let named = &sources[..sources.len().min(N_CREDITED)];
    let more = if named.len() < sources.len() { " and others" } else { "" };
    let label = if sources.len() == 1 { "Source" } else { "Sources" };
    let sources =
        if named.is_empty() { String::new() } else { format!("{label}: {}{more}", named.join("; ")) };
    let as_of = credit.as_of.as_ref().map(|day| format!("As of {day}"));
    let whence = [as_of.as_ref(), Some(&credit.edition), credit.licence.as_ref()];
    let whence: Vec<&str> =
        whence.into_iter().flatten().filter(|part| !part.is_empty()).map(String::as_str).collect();
    [sources, whence.join(". "), credit.address.clone().unwrap_or_default()]
}

/// Title and description, which in a page are the caption and a paragraph beside the drawing.
fn name(out: &mut String, drawing: &Drawing) {
    let Drawing { id, title, desc, .. } = drawing;
    for (element, text) in [("title", title), ("desc", desc)] {
        let letter = &element[..1];
        out.push_str(&format!("<{element} id=\"{id}--{letter}\">"));
        push_escaped(out, text);
        out.push_str(&format!("</{element}>"));
    }
}

/// What a file says of its elements; in a page HTML knows them.
const NAMESPACE: &str = " xmlns=\"http://www.w3.org/2000/svg\"";

fn open(out: &mut String, (layout, namespace): (Layout, &str), (x, y, width, height): (i32, i32, i32, i32)) {
    let class = match layout {
        Layout::Narrow => "vc vc-narrow",
        Layout::Wide => "vc vc-wide",
    };
    out.push_str("<svg");
    out.push_str(namespace);
    out.push_str(" class=\"");
    out.push_str(class);
    out.push_str("\" viewBox=\"");
    for (i, value) in [x, y, width, height].into_iter().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        push_number(out, value);
    }
    out.push_str("\">");
}

/// The image, named by what has the ids of its title and description; and, outside the image, its links.
///
/// A role of `img` hides everything inside it from assistive technology, so links inside it
/// could be focused but not read; they lie above it instead.
fn assemble(drawn: &SvgBackend, id: &str) -> (String, String) {
    let mut out = String::with_capacity(drawn.under.len() + drawn.over.len() + 600);
    if !drawn.hatched.is_empty() {
        out.push_str("<defs>");
        for &hue in &drawn.hatched {
            let class = hue.map_or_else(String::new, |hue| format!(" {}", hue.class()));
            let hatching = hatching(&drawn.id, hue);
            out.push_str(&format!(
                "<pattern id=\"{hatching}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><path class=\"vc-hatching{class}\" d=\"M2.5 0V5\"/></pattern>"
            ));
        }
        out.push_str("</defs>");
    }
    out.push_str(&format!("<g role=\"img\" aria-labelledby=\"{id}--t\" aria-describedby=\"{id}--d\">"));
    out.push_str(&drawn.under);
    out.push_str(&drawn.over);
    out.push_str("</g>");
    let links = if drawn.targets.len() > MOST_TAB_STOPS {
        drawn.links.replace("><path", " tabindex=\"-1\"><path")
    } else {
        drawn.links.clone()
    };
    (out, links)
}
