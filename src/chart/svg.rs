//! The plotters backend: SVG elements with classes, in tenths of a unit.
//!
//! Entry point [`SvgBackend`]. plotters maps coordinates to whole numbers, so the drawing is ten
//! times as large as its viewBox and every number is written with at most one decimal. Nothing
//! here knows a colour, a font or a style attribute.

use std::collections::BTreeSet;
use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::ink::{Hue, Ink, link_of};
use super::letters;
use super::path::{line_to, step_to};

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

/// More than any drawing is high; the real height is known when the last row is drawn.
pub const TALLEST: i32 = 10_000_000;

/// How the element of a path ends.
const PATH_END: &str = "\"/>";

/// How an element of text ends.
const TEXT_END: &str = "</text>";

/// The id of the hatching in a hue.
pub fn hatching(id: &str, hue: Option<Hue>) -> String {
    hue.map_or_else(|| format!("{id}--h"), |hue| format!("{id}--h{}", hue.0 + 1))
}

/// Where a mark leads, and what the link is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The name read out.
    pub name: String,
}

/// The drawing as it grows: three layers, so that lines lie below marks and links above.
#[derive(Debug, Default)]
pub struct SvgBackend {
    /// Grid and rules.
    pub under: String,
    /// Marks and text.
    pub over: String,
    /// Areas that link.
    pub links: String,
    /// The links that [`super::ink::hit`] counts.
    pub targets: Vec<Link>,
    /// Prefix of the ids in this drawing.
    pub id: String,
    /// How wide the drawing is.
    pub width: i32,
    /// The hatchings that occur: of no source, or in the hue of one.
    pub hatched: BTreeSet<Option<Hue>>,
    /// The ink and hue of the path that the lower layer ends with.
    last: Option<(Ink, Option<Hue>)>,
    /// Where that path ends.
    pen: BackendCoord,
    /// The labels of an axis that the upper layer ends with.
    ticks: Option<Ticks>,
}

/// Labels of an axis at one height: one element of text, with a part for each label.
#[derive(Debug)]
struct Ticks {
    /// Where the element begins and ends in its layer.
    element: (usize, usize),
    /// What its attributes say, but for the place of the first label.
    attributes: String,
    /// The first label and its place, while it is the only one.
    single: Option<(i32, String)>,
}

impl SvgBackend {
    /// An empty drawing.
    pub fn new(id: String, width: i32) -> Self {
        Self { id, width, ..Self::default() }
    }

    fn layer(&mut self, ink: Ink) -> &mut String {
        if is_below(ink) { &mut self.under } else { &mut self.over }
    }

    fn open(&mut self, element: &str, color: BackendColor) -> &mut String {
        let ink = Ink::of(color);
        if is_below(ink) {
            self.last = Some((ink, Hue::of(color)));
        }
        let out = self.layer(ink);
        out.push('<');
        out.push_str(element);
        out.push_str(" class=\"");
        out.push_str(ink.class());
        if let Some(hue) = Hue::of(color) {
            out.push(' ');
            out.push_str(&hue.class());
        }
        out.push('"');
        out
    }

    /// Draws lines from point to point. Where the path before it has the same ink of a grid, it goes on from there, in
    /// steps: so the lines of a grid are one element, and the outlines of a country are short.
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, color: BackendColor, end: &str) {
        let ink = Ink::of(color);
        let in_steps = is_joined(ink);
        let goes_on = in_steps && self.last == Some((ink, Hue::of(color)));
        let mut pen = goes_on.then_some(self.pen);
        let out = if goes_on {
            self.under.truncate(self.under.len() - PATH_END.len());
            &mut self.under
        } else {
            let out = self.open("path", color);
            out.push_str(" d=\"");
            out
        };
        let mut first: Option<BackendCoord> = None;
        for point in points {
            match (first, pen) {
                (Some(_), Some(pen)) => line_to(out, pen, point, in_steps),
                (None, _) | (_, None) => {
                    step_to(out, pen, point);
                    first = Some(point);
                }
            }
            pen = Some(point);
        }
        out.push_str(end);
        out.push_str(PATH_END);
        if let Some(stop) = if end.is_empty() { pen } else { first } {
            self.pen = stop;
        }
    }

    /// Adds a label to those of the axis that stand at the same height.
    fn tick(&mut self, (x, y): BackendCoord, (anchor, text): (&str, &str), color: BackendColor) {
        let mut attributes = String::new();
        push_attribute(&mut attributes, " y=\"", y);
        attributes.push_str(anchor);
        let ticks = self
            .ticks
            .take()
            .filter(|ticks| ticks.element.1 == self.over.len() && ticks.attributes == attributes);
        let mut label = String::new();
        push_escaped(&mut label, text);
        let Some(ticks) = ticks else {
            let begin = self.over.len();
            let out = self.open("text", color);
            push_attribute(out, " x=\"", x);
            out.push_str(&attributes);
            out.push('>');
            out.push_str(&label);
            out.push_str(TEXT_END);
            let element = (begin, self.over.len());
            self.ticks = Some(Ticks { element, attributes, single: Some((x, label)) });
            return;
        };
        let begin = ticks.element.0;
        match &ticks.single {
            Some(first) => {
                self.over.truncate(begin);
                let out = self.open("text", color);
                out.push_str(&attributes);
                out.push('>');
                push_part(out, first.0, &first.1);
            }
            None => self.over.truncate(self.over.len() - TEXT_END.len()),
        }
        push_part(&mut self.over, x, &label);
        self.over.push_str(TEXT_END);
        self.ticks = Some(Ticks { element: (begin, self.over.len()), attributes, single: None });
    }

    fn link_area(&mut self, (from, to): (BackendCoord, BackendCoord), link: u16) {
        let Some(target) = self.targets.get(usize::from(link)) else { return };
        let out = &mut self.links;
        out.push_str("<a href=\"");
        push_escaped(out, &target.href);
        out.push_str("\" aria-label=\"");
        push_escaped(out, &target.name);
        out.push_str("\"><path d=\"");
        let ((left, right), (top, bottom)) =
            ((from.0.min(to.0), from.0.max(to.0)), (from.1.min(to.1), from.1.max(to.1)));
        step_to(out, None, (left, top));
        line_to(out, (left, top), (right, top), true);
        line_to(out, (right, top), (right, bottom), true);
        line_to(out, (right, bottom), (left, bottom), true);
        out.push_str("z\"/></a>");
    }
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width as u32, TALLEST as u32)
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Outcome {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.path([from, to], style.color(), "");
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _: bool,
    ) -> Outcome {
        let ink = Ink::of(style.color());
        if ink == Ink::Hit {
            self.link_area((from, to), link_of(style.color()));
            return Ok(());
        }
        self.open("rect", style.color());
        if ink == Ink::Hatch {
            let hue = Hue::of(style.color());
            self.hatched.insert(hue);
            let fill = format!(" fill=\"url(#{})\"", hatching(&self.id, hue));
            self.over.push_str(&fill);
        }
        let out = self.layer(ink);
        push_box(out, from, to);
        out.push_str("/>");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.path(path, style.color(), "");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Outcome {
        let out = self.open("circle", style.color());
        push_attribute(out, " cx=\"", x);
        push_attribute(out, " cy=\"", y);
        push_attribute(out, " r=\"", i32::try_from(radius).unwrap_or(TALLEST));
        out.push_str("/>");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Outcome {
        self.path(vert, style.color(), "Z");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Outcome {
        let leftward = letters::is_right_to_left(text);
        let anchor = style.anchor();
        let y = y + baseline(anchor.v_pos, style.size());
        let side = match (anchor.h_pos, leftward) {
            (HPos::Left, false) => "",
            (HPos::Left, true) => " direction=\"rtl\" text-anchor=\"end\"",
            (HPos::Center, false) => " text-anchor=\"middle\"",
            (HPos::Center, true) => " direction=\"rtl\" text-anchor=\"middle\"",
            (HPos::Right, false) => " text-anchor=\"end\"",
            (HPos::Right, true) => " direction=\"rtl\"",
        };
        if Ink::of(style.color()) == Ink::Tick {
            self.tick((x, y), (side, text), style.color());
            return Ok(());
        }
        let out = self.open("text", style.color());
        push_attribute(out, " x=\"", x);
        push_attribute(out, " y=\"", y);
        out.push_str(side);
        out.push('>');
        push_escaped(out, text);
        out.push_str(TEXT_END);
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        Ok(((f64::from(letters::width(text)) * size / 100.0) as u32, size as u32))
    }
}

/// Whether an ink lies below marks and text.
fn is_below(ink: Ink) -> bool {
    is_joined(ink) || matches!(ink, Ink::Rule | Ink::Bracket | Ink::AlertLine | Ink::Frame)
}

/// Whether lines of an ink are one path, where one follows the other.
fn is_joined(ink: Ink) -> bool {
    matches!(
        ink,
        Ink::Grid
            | Ink::Base
            | Ink::Break
            | Ink::Dots
            | Ink::Diamonds
            | Ink::Squares
            | Ink::Land
            | Ink::Border
    )
}

/// How far below the anchor the baseline lies; letters are taken as 0.7 of the size high.
fn baseline(position: VPos, size: f64) -> i32 {
    match position {
        VPos::Top => (size * 0.85) as i32,
        VPos::Center => (size * 0.35) as i32,
        VPos::Bottom => 0,
    }
}

/// A part of an element of text, at its own place.
fn push_part(out: &mut String, x: i32, label: &str) {
    out.push_str("<tspan");
    push_attribute(out, " x=\"", x);
    out.push('>');
    out.push_str(label);
    out.push_str("</tspan>");
}

fn push_box(out: &mut String, from: BackendCoord, to: BackendCoord) {
    push_attribute(out, " x=\"", from.0.min(to.0));
    push_attribute(out, " y=\"", from.1.min(to.1));
    push_attribute(out, " width=\"", (from.0 - to.0).abs());
    push_attribute(out, " height=\"", (from.1 - to.1).abs());
}

fn push_attribute(out: &mut String, name: &str, tenths: i32) {
    out.push_str(name);
    push_number(out, tenths);
    out.push('"');
}

/// Writes tenths as a number with at most one decimal.
pub fn push_number(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let magnitude = tenths.unsigned_abs();
    let mut digits = [0_u8; 10];
    let mut whole = magnitude / 10;
    let mut at = digits.len();
    while whole > 0 || at == digits.len() {
        at -= 1;
        digits[at] = b'0' + (whole % 10) as u8;
        whole /= 10;
    }
    out.extend(digits[at..].iter().map(|&digit| char::from(digit)));
    if !magnitude.is_multiple_of(10) {
        out.push('.');
        out.push(char::from(b'0' + (magnitude % 10) as u8));
    }
}

/// Writes a text as XML, without what XML forbids.
pub fn push_escaped(out: &mut String, text: &str) {
    for c in letters::clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tenths: i32, expected: &str) {
        let mut out = String::new();
        push_number(&mut out, tenths);
        assert_eq!(out, expected);
    }

    #[test]
    fn coordinates_have_at_most_one_decimal() {
        check(0, "0");
        check(7, "0.7");
        check(-125, "-12.5");
        check(4800, "480");
        check(i32::MIN, "-214748364.8");
    }

    #[test]
    fn markup_in_text_is_escaped_and_controls_are_dropped() {
        let mut out = String::new();
        push_escaped(&mut out, "<script>\u{1}\"R&D\"</script>");
        assert_eq!(out, "&lt;script&gt;&quot;R&amp;D&quot;&lt;/script&gt;");
    }
}
