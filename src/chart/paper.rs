//! The sheet a chart is laid out on, from top to bottom, in tenths of a unit.
//!
//! Entry point [`Paper`]. Every mark goes to the backend as a plotters element, positioned by a
//! plotters coordinate; the paper keeps the height used so far. Line heights and wrapping are
//! reckoned for the lettering of a narrow screen, which chart.css makes largest.

use std::borrow::Cow;
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::{Color, ShapeStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
};

use super::axis::{Axis, Rows};
use super::ink::{Ink, hit};
use super::letters;
use super::svg::{Link, SvgBackend, TALLEST, WIDTH};

/// Left end of every axis; a mark at zero needs room.
pub const LEFT: i32 = 70;
/// Where text begins, clear of the line at the left end.
pub const TEXT: i32 = LEFT + 70;
/// How far a part stands in under its whole.
pub const INDENT: i32 = 160;
/// Right end of every axis; an arrow head needs room.
pub const RIGHT: i32 = WIDTH - 120;
/// Height of a line of labels.
pub const LINE: i32 = 222;
/// Height of the strip in which a row's mark lies.
pub const STRIP: i32 = 240;
/// Space between rows.
pub const GAP: i32 = 90;

const IN_MEMORY: &str = "the backend writes to memory and is lent to one element at a time";

/// A sheet with a drawing on it.
pub struct Paper {
    /// Height used so far.
    pub y: i32,
    /// Where the axes end; less than [`RIGHT`] where something stands beside them.
    pub right: i32,
    /// How far text stands in from the left: a part under its whole.
    pub indent: i32,
    backend: Rc<RefCell<SvgBackend>>,
    area: DrawingArea<SvgBackend, Shift>,
}

/// Where a line of text stands: its vertical middle, and the side that `at` is on.
#[derive(Clone, Copy)]
pub struct Anchor {
    at: BackendCoord,
    side: HPos,
}

impl Anchor {
    /// Text begins at this point.
    pub fn left(x: i32, y: i32) -> Self {
        Self { at: (x, y), side: HPos::Left }
    }

    /// Text is centred on this point.
    pub fn middle(x: i32, y: i32) -> Self {
        Self { at: (x, y), side: HPos::Center }
    }

    /// Text ends at this point.
    pub fn right(x: i32, y: i32) -> Self {
        Self { at: (x, y), side: HPos::Right }
    }
}

/// An axis applied to the paper.
pub type Plot = DrawingArea<SvgBackend, Cartesian2d<Axis, Rows>>;

impl Paper {
    /// An empty sheet; ids in it begin with `id`.
    pub fn new(id: &str) -> Self {
        let backend = Rc::new(RefCell::new(SvgBackend { id: id.to_owned(), ..SvgBackend::default() }));
        Self { y: 0, right: RIGHT, indent: 0, area: DrawingArea::from(&backend), backend }
    }

    /// What has been drawn.
    pub fn finish(self) -> SvgBackend {
        self.backend.take()
    }

    /// Applies an axis to the whole width.
    pub fn plot(&self, axis: Axis) -> Plot {
        self.area.apply_coord_spec(Cartesian2d::new::<Axis, Rows>(axis, Rows, (LEFT..self.right, 0..TALLEST)))
    }

    /// One line of text.
    pub fn text(&self, ink: Ink, text: &str, anchor: Anchor) {
        self.put(&Lettering { text, ink, at: anchor.at, side: anchor.side });
    }

    /// A paragraph as wide as the axes, of at most `most` lines; moves down.
    pub fn paragraph(&mut self, ink: Ink, text: &str, most: usize) {
        let text = letters::clean(text);
        let lines = self.wrapped(ink, &text, most);
        self.lines(ink, &lines);
    }

    /// A label at the left and words at the right of its last line, or below it; moves down.
    pub fn label_and_words(&mut self, ink: Ink, label: &str, words: &str) {
        let end = self.right - 50;
        if text_width(ink, label) + text_width(Ink::Value, words) + 160 <= end - TEXT - self.indent {
            self.text(ink, label, Anchor::left(TEXT + self.indent, self.y + LINE / 2));
            self.text(Ink::Value, words, Anchor::right(end, self.y + LINE / 2));
            self.y += LINE;
            return;
        }
        let label = letters::clean(label);
        let mut lines = self.wrapped(ink, &label, 6);
        let last = lines.pop().unwrap_or_default();
        self.lines(ink, &lines);
        if text_width(ink, &last) + text_width(Ink::Value, words) + 160 <= end - TEXT - self.indent {
            return self.label_and_words(ink, &last, words);
        }
        for (ink, text) in
            [(ink, &*last), (Ink::Value, words)].into_iter().filter(|(_, text)| !text.is_empty())
        {
            self.paragraph(ink, text, 6);
        }
    }

    fn wrapped<'t>(&self, ink: Ink, text: &'t str, most: usize) -> Vec<Cow<'t, str>> {
        letters::wrap(text, (self.right + WIDTH - RIGHT - TEXT - self.indent) * 92 / size(ink), most)
    }

    fn lines(&mut self, ink: Ink, lines: &[Cow<'_, str>]) {
        for line in lines {
            self.text(ink, line, Anchor::left(TEXT + self.indent, self.y + LINE / 2));
            self.y += LINE;
        }
    }

    /// Where an arrow without an end stops, just past the axis.
    pub fn onward(&self) -> i32 {
        self.right + 80
    }

    /// Grid lines of an axis from `top` down to here, and its labels just above `top`.
    pub fn grid(&self, plot: &Plot, top: i32) {
        let axis = plot.as_coord_spec().x_spec();
        let drawn = plot.draw_mesh(
            |backend, line| match line {
                MeshLine::XMesh((x, _), _, &value) => {
                    let ink = if value == 0.0 && axis.start() <= 0.0 { Ink::Base } else { Ink::Grid };
                    backend.draw_line((x, top), (x, self.y), &ink.to_backend_color())
                }
                MeshLine::YMesh(..) => Ok(()),
            },
            0,
            axis.ticks.len(),
        );
        drawn.expect(IN_MEMORY);
        for gap in &axis.breaks {
            let x = |value| plot.map_coordinate(&(value, 0)).0;
            self.broken(i32::midpoint(x(gap.from), x(gap.to)), top);
        }
        for tick in &axis.ticks {
            let x = plot.map_coordinate(&(tick.at, 0)).0;
            let half = text_width(Ink::Tick, &tick.label) / 2;
            let y = top - LINE / 2;
            let anchor = match (x - half < 0, x + half > WIDTH) {
                (true, _) => Anchor::left(0, y),
                (false, true) => Anchor::right(WIDTH, y),
                (false, false) => Anchor::middle(x, y),
            };
            self.text(Ink::Tick, &tick.label, anchor);
        }
    }

    /// Two strokes across the axis, and two lines down to here: something is left out.
    fn broken(&self, x: i32, top: i32) {
        for x in [x - 35, x + 35] {
            let y = top - LINE / 2;
            self.line(Ink::Bracket, &[(x - 35, y + 70), (x + 35, y - 70)]);
            self.line(Ink::Break, &[(x, top), (x, self.y)]);
        }
    }

    /// Grid lines and labels of a plane with time across and figures upwards.
    pub fn plane_grid(&self, plane: &Cartesian2d<Axis, Axis>, (left, bottom): BackendCoord) {
        let area = self.area.apply_coord_spec(plane.clone());
        let drawn = area.draw_mesh(
            |backend, line| match line {
                MeshLine::XMesh((x, _), (_, top), _) => {
                    backend.draw_line((x, top), (x, bottom), &Ink::Grid.to_backend_color())
                }
                MeshLine::YMesh((_, y), (right, _), &value) => {
                    let ink = if value == 0.0 { Ink::Base } else { Ink::Grid };
                    backend.draw_line((left, y), (right, y), &ink.to_backend_color())
                }
            },
            plane.y_spec().ticks.len(),
            plane.x_spec().ticks.len(),
        );
        drawn.expect(IN_MEMORY);
        for tick in &plane.y_spec().ticks {
            let y = area.map_coordinate(&(plane.x_spec().start(), tick.at)).1;
            self.text(Ink::Tick, &tick.label, Anchor::right(left - 60, y));
        }
        for tick in &plane.x_spec().ticks {
            let x = area.map_coordinate(&(tick.at, plane.y_spec().start())).0;
            self.text(Ink::Tick, &tick.label, Anchor::middle(x, bottom + LINE / 2));
        }
    }

    /// Lines through these points.
    pub fn line(&self, ink: Ink, points: &[BackendCoord]) {
        self.put(&PathElement::new(points, style(ink)));
    }

    /// A closed shape.
    pub fn shape(&self, ink: Ink, points: &[BackendCoord]) {
        self.put(&Polygon::new(points, style(ink)));
    }

    /// A rectangle between two corners.
    pub fn bar(&self, ink: Ink, from: BackendCoord, to: BackendCoord) {
        self.put(&Rectangle::new([from, to], style(ink)));
    }

    /// A circle.
    pub fn circle(&self, ink: Ink, center: BackendCoord, radius: i32) {
        self.put(&Circle::new(center, radius, style(ink)));
    }

    /// Makes everything from `top` down to here lead to `href`.
    pub fn link_rows(&self, top: i32, href: &str, name: String) {
        self.link_area((0, top - 20), (WIDTH, self.y + 10), Link { href: href.to_owned(), name });
    }

    /// Makes a rectangle lead somewhere; an empty address makes no link.
    pub fn link_area(&self, from: BackendCoord, to: BackendCoord, link: Link) {
        if link.href.is_empty() {
            return;
        }
        let number = {
            let targets = &mut self.backend.borrow_mut().targets;
            targets.push(link);
            targets.len() - 1
        };
        if let Ok(number) = u16::try_from(number) {
            self.put(&Rectangle::new([from, to], hit(number).filled()));
        }
    }

    fn put<'a, E>(&self, element: &'a E)
    where
        &'a E: PointCollection<'a, BackendCoord>,
        E: Drawable<SvgBackend>,
    {
        self.area.draw(element).expect(IN_MEMORY);
    }
}

fn style(ink: Ink) -> ShapeStyle {
    ink.filled()
}

/// Size of lettering on a narrow screen, in tenths of a unit; chart.css sets the same.
pub fn size(ink: Ink) -> i32 {
    if ink == Ink::Headline { 230 } else { 180 }
}

/// Estimated width of a text in tenths of a unit.
pub fn text_width(ink: Ink, text: &str) -> i32 {
    let regular = letters::width(text) * size(ink) / 100;
    let bold = matches!(ink, Ink::Label | Ink::Headline);
    if bold { regular + regular / 16 } else { regular }
}

/// A line of text as a plotters element that needs no font.
struct Lettering<'a> {
    text: &'a str,
    ink: Ink,
    at: BackendCoord,
    side: HPos,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Lettering<'_> {
    type IntoIter = std::iter::Once<&'a BackendCoord>;
    type Point = &'a BackendCoord;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Lettering<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        points.next().map_or(Ok(()), |at| backend.draw_text(self.text, self, at))
    }
}

impl BackendTextStyle for Lettering<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.ink.to_backend_color()
    }

    fn size(&self) -> f64 {
        f64::from(size(self.ink)) * 0.8
    }

    fn anchor(&self) -> Pos {
        Pos::new(self.side, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (text_width(self.ink, text), size(self.ink))))
    }

    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: DrawFunc,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
