//! The sheet a chart is laid out on, from top to bottom, in tenths of a unit.
//!
//! Entry point [`Paper`]. Every mark goes to the backend as a plotters element, positioned by a plotters coordinate;
//! the paper keeps the height used so far. There are two layouts: narrow, with each label above its mark, and wide,
//! with labels left of the plot and words right of it, so that no text lies on a grid line.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::{Color, RGBColor};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::axis::{Axis, Rows};
use super::ink::{Hue, Ink, hit, hued};
use super::lettering::Lettering;
pub use super::lettering::{Anchor, Layout};
use super::letters;
use super::svg::{Link, SvgBackend, TALLEST};

/// How far a part stands in under its whole.
pub const INDENT: i32 = 160;

const IN_MEMORY: &str = "the backend writes to memory and is lent to one element at a time";

/// A sheet with a drawing on it.
pub struct Paper {
    /// Height used so far.
    pub y: i32,
    /// Where the axes begin; a mark at zero needs room.
    pub left: i32,
    /// Where the axes end; further left where something stands beside them.
    pub right: i32,
    /// Where text begins, clear of the line at the left end.
    pub text: i32,
    /// Height of a line of labels.
    pub line: i32,
    /// Height of the strip in which a row's mark lies.
    pub strip: i32,
    /// Space between rows.
    pub gap: i32,
    /// How far text stands in from the left: a part under its whole.
    pub indent: i32,
    /// Whose marks are drawn.
    pub hue: Option<Hue>,
    /// How it is laid out.
    pub layout: Layout,
    /// How high the mark of the last row lies.
    middle: i32,
    /// From where to where marks lie, of each row.
    strips: Vec<(i32, i32)>,
    backend: Rc<RefCell<SvgBackend>>,
    area: DrawingArea<SvgBackend, Shift>,
}

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// What the row is called, and in what ink.
    pub name: Option<(Ink, &'a str)>,
    /// What sets it apart, below the name.
    pub detail: &'a str,
    /// What is wrong with it.
    pub alert: Option<&'a str>,
    /// The words, at the right.
    pub words: &'a str,
}

/// An axis applied to the paper.
pub type Plot = DrawingArea<SvgBackend, Cartesian2d<Axis, Rows>>;

impl Paper {
    /// An empty sheet; ids in it begin with `id`.
    pub fn new(id: &str, layout: Layout) -> Self {
        let own = match layout {
            Layout::Narrow => format!("{id}-n"),
            Layout::Wide => id.to_owned(),
        };
        let backend = SvgBackend::new(own, width(layout));
        let backend = Rc::new(RefCell::new(backend));
        let area = DrawingArea::from(&backend);
        let (y, indent, middle, hue, strips) = (0, 0, 0, None, Vec::new());
        let (left, right, text, line, strip, gap) = match layout {
            Layout::Narrow => (70, width(layout) - 120, 140, 222, 240, 90),
            Layout::Wide => (2330, 5900, 20, 185, 185, 80),
        };
        Self { y, left, right, text, line, strip, gap, indent, hue, layout, middle, strips, backend, area }
    }

    /// How wide the sheet is.
    pub fn width(&self) -> i32 {
        width(self.layout)
    }

    /// Estimated width of a text.
    pub fn text_width(&self, ink: Ink, text: &str) -> i32 {
        self.layout.text_width(ink, text)
    }

    /// What has been drawn.
    pub fn finish(self) -> SvgBackend {
        self.backend.take()
    }

    /// Applies an axis to the width of the plot.
    pub fn plot(&self, axis: Axis) -> Plot {
        let across = self.left..self.right;
        self.area.apply_coord_spec(Cartesian2d::new::<Axis, Rows>(axis, Rows, (across, 0..TALLEST)))
    }

    /// One line of text.
    pub fn text(&self, ink: Ink, text: &str, anchor: Anchor) {
        self.put(&Lettering { text, ink, anchor, layout: self.layout });
    }

    /// A paragraph over the whole width, of at most `most` lines; moves down.
    pub fn paragraph(&mut self, ink: Ink, text: &str, most: usize) {
        let end = match self.layout {
            // Beside a gutter, text keeps to the axis.
            Layout::Narrow => self.right + 120,
            Layout::Wide => self.width(),
        };
        self.y = self.block((ink, text, most), self.y, (self.text + self.indent, end));
    }

    /// What the rows below stand under, where labels stand; moves down.
    pub fn heading(&mut self, ink: Ink, text: &str) {
        match self.layout {
            Layout::Narrow => self.paragraph(ink, text, 6),
            Layout::Wide => self.y = self.block((ink, text, 6), self.y, self.label_column()),
        }
    }

    fn label_column(&self) -> (i32, i32) {
        (self.text + self.indent, self.left - 110)
    }

    /// Wraps a text between two ends from `y` down; says where it ends.
    fn block(&self, (ink, text, most): (Ink, &str, usize), y: i32, (start, end): (i32, i32)) -> i32 {
        if text.is_empty() {
            return y;
        }
        let text = letters::clean(text);
        let lines = letters::wrap(&text, (end - start).max(400) * 92 / self.layout.size(ink), most);
        for (i, line) in lines.iter().enumerate() {
            self.text(ink, line, Anchor::left(start, y + self.line * i as i32 + self.line / 2));
        }
        y + self.line * lines.len() as i32
    }

    /// A label at the left and words at the right of its last line, or below it; moves down.
    pub fn label_and_words(&mut self, ink: Ink, label: &str, words: &str) {
        let (start, end) = match self.layout {
            Layout::Narrow => (self.text + self.indent, self.right - 50),
            Layout::Wide => (self.text + self.indent, self.width() - 50),
        };
        let layout = self.layout;
        let room = end - start - layout.text_width(Ink::Value, words) - 160;
        let fits = |label: &str| layout.text_width(ink, label) <= room;
        let label = letters::clean(label);
        let limit = (end + 170 - start).max(400) * 92 / self.layout.size(ink);
        let mut lines =
            if fits(&label) { vec![Cow::Borrowed(&*label)] } else { letters::wrap(&label, limit, 6) };
        let last = lines.pop().unwrap_or_default();
        for line in lines {
            self.text(ink, &line, Anchor::left(start, self.y + self.line / 2));
            self.y += self.line;
        }
        if fits(&last) {
            self.text(ink, &last, Anchor::left(start, self.y + self.line / 2));
            self.text(Ink::Value, words, Anchor::right(end, self.y + self.line / 2));
            self.y += self.line;
            return;
        }
        self.y = self.block((ink, &last, 6), self.y, (start, end + 170));
        self.y = self.block((Ink::Value, words, 6), self.y, (start, end + 170));
    }

    /// A row: what stands beside a mark, and the mark at the height that `mark` is given; moves down.
    pub fn row(&mut self, beside: Beside<'_>, mark: impl FnOnce(&Self, i32)) {
        let (ink, name) = beside.name.unwrap_or((Ink::Note, ""));
        let (top, middle) = match self.layout {
            Layout::Narrow => {
                self.label_and_words(ink, name, beside.words);
                self.paragraph(Ink::Note, beside.detail, 6);
                self.paragraph(Ink::AlertText, beside.alert.unwrap_or_default(), 4);
                let top = self.y;
                self.y += self.strip;
                (top, top + self.strip / 2)
            }
            Layout::Wide => {
                let (top, column) = (self.y, self.label_column());
                let mut y = self.block((ink, name, 6), top, column);
                y = self.block((Ink::Note, beside.detail, 6), y, column);
                y = self.block((Ink::AlertText, beside.alert.unwrap_or_default(), 6), y, column);
                let words = (self.plot_end() + 200, self.width());
                let words_end = self.block((Ink::Value, beside.words, 6), top, words);
                self.y = y.max(words_end).max(top + self.strip);
                (top, top + self.line / 2)
            }
        };
        self.strips.push((top, self.y));
        self.indent = 0;
        self.middle = middle;
        mark(self, middle);
    }

    /// How high the mark of the last row lies, for marks of several hues in one row.
    pub fn last_middle(&self) -> i32 {
        self.middle
    }

    /// A row without a mark: there is nothing to place.
    pub fn words_only(&mut self, name: (Ink, &str), words: &str) {
        match self.layout {
            Layout::Narrow => self.label_and_words(name.0, name.1, words),
            Layout::Wide => self.row(Beside { name: Some(name), words, ..Beside::default() }, |_, _| {}),
        }
    }

    /// Counts what was drawn from `top` down to here as marks, which grid lines cross.
    pub fn strip_from(&mut self, top: i32) {
        self.strips.push((top, self.y));
    }

    /// Where the plot ends, with what stands beside it.
    fn plot_end(&self) -> i32 {
        match self.layout {
            Layout::Narrow => self.width() - 120,
            Layout::Wide => 5900,
        }
    }

    /// Where a line that fades stops, just past the axis.
    pub fn onward(&self) -> i32 {
        self.right + 80
    }

    /// Grid lines of an axis from `top` down to here, and its labels just above `top`.
    ///
    /// In a narrow drawing they cross only the strips where marks lie, not the labels between.
    pub fn grid(&mut self, plot: &Plot, top: i32) {
        let strips = match self.layout {
            Layout::Narrow => std::mem::take(&mut self.strips),
            Layout::Wide => vec![(top, self.y)],
        };
        let strips: Vec<(i32, i32)> = strips.into_iter().filter(|strip| strip.0 >= top).collect();
        let axis = plot.as_coord_spec().x_spec();
        let x = |value| plot.map_coordinate(&(value, 0)).0;
        for tick in &axis.ticks {
            let ink = if tick.at == 0.0 && axis.start() <= 0.0 { Ink::Base } else { Ink::Grid };
            for &(from, to) in &strips {
                self.line(ink, &[(x(tick.at), from), (x(tick.at), to)]);
            }
        }
        for gap in &axis.breaks {
            self.broken(i32::midpoint(x(gap.from), x(gap.to)), top, &strips);
        }
        for tick in &axis.ticks {
            let half = self.text_width(Ink::Tick, &tick.label) / 2;
            let (x, y) = (x(tick.at), top - self.line / 2);
            let anchor = match (x - half < 0, x + half > self.width()) {
                (true, _) => Anchor::left(0, y),
                (false, true) => Anchor::right(self.width(), y),
                (false, false) => Anchor::middle(x, y),
            };
            self.text(Ink::Tick, &tick.label, anchor);
        }
    }

    /// Two strokes across the axis, and two lines down to here: something is left out.
    fn broken(&self, x: i32, top: i32, strips: &[(i32, i32)]) {
        for x in [x - 35, x + 35] {
            let y = top - self.line / 2;
            self.line(Ink::Bracket, &[(x - 35, y + 70), (x + 35, y - 70)]);
            for &(from, to) in strips {
                self.line(Ink::Break, &[(x, from), (x, to)]);
            }
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
            self.text(Ink::Tick, &tick.label, Anchor::middle(x, bottom + self.line / 2));
        }
    }

    /// The ink in the hue of whose marks are drawn.
    fn style(&self, ink: Ink) -> RGBColor {
        hued(ink, self.hue)
    }

    /// Lines through these points.
    pub fn line(&self, ink: Ink, points: &[BackendCoord]) {
        self.put(&PathElement::new(points, self.style(ink).filled()));
    }

    /// A closed shape.
    pub fn shape(&self, ink: Ink, points: &[BackendCoord]) {
        self.put(&Polygon::new(points, self.style(ink).filled()));
    }

    /// A rectangle between two corners.
    pub fn bar(&self, ink: Ink, from: BackendCoord, to: BackendCoord) {
        self.put(&Rectangle::new([from, to], self.style(ink).filled()));
    }

    /// A circle.
    pub fn circle(&self, ink: Ink, center: BackendCoord, radius: i32) {
        self.put(&Circle::new(center, radius, self.style(ink).filled()));
    }

    /// Makes everything from `top` down to here lead to `href`.
    pub fn link_rows(&self, top: i32, href: &str, name: String) {
        self.link_area((0, top - 20), (self.width(), self.y + 10), Link { href: href.to_owned(), name });
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

/// Width of a drawing.
fn width(layout: Layout) -> i32 {
    match layout {
        Layout::Narrow => 4800,
        Layout::Wide => 8000,
    }
}
