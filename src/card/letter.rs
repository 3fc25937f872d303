//! One letter: its outline at a place, and how much of each pixel that covers; entry points [`Letter::of`] and
//! [`Letter::draw`].

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

/// A stretch of an outline.
enum Stroke {
    Line([Point; 2]),
    Quad([Point; 3]),
    Cubic([Point; 4]),
}

/// The outline of a letter in pixels, downwards.
pub struct Letter {
    strokes: Vec<Stroke>,
    start: Point,
    at: Point,
    origin: (f32, f32),
    low: Point,
    high: Point,
}

impl Letter {
    /// The letter of a font in a size, with its left edge and baseline at a place.
    pub fn of(font: &FontRef, id: GlyphId, size: Size, origin: (f32, f32)) -> Self {
        let nowhere = point(0.0, 0.0);
        let mut letter = Self {
            strokes: Vec::new(),
            start: nowhere,
            at: nowhere,
            origin,
            low: point(f32::MAX, f32::MAX),
            high: point(f32::MIN, f32::MIN),
        };
        if let Some(outline) = font.outline_glyphs().get(id) {
            let settings = DrawSettings::unhinted(size, LocationRef::default());
            outline.draw(settings, &mut letter).expect("the outlines of the fonts in the package are whole");
        }
        letter
    }

    /// Tells each pixel inside the letter, with how much of it is covered.
    pub fn draw(&self, mut tell: impl FnMut((u32, u32), f32)) {
        if self.strokes.is_empty() {
            return;
        }
        let (left, top) = (self.low.x.floor(), self.low.y.floor());
        let (width, height) = (self.high.x.ceil() - left, self.high.y.ceil() - top);
        let mut rasterizer = Rasterizer::new(width as usize, height as usize);
        let moved = |p: Point| point(p.x - left, p.y - top);
        for stroke in &self.strokes {
            match *stroke {
                Stroke::Line([a, b]) => rasterizer.draw_line(moved(a), moved(b)),
                Stroke::Quad([a, b, c]) => rasterizer.draw_quad(moved(a), moved(b), moved(c)),
                Stroke::Cubic([a, b, c, d]) => {
                    rasterizer.draw_cubic(moved(a), moved(b), moved(c), moved(d));
                }
            }
        }
        rasterizer.for_each_pixel_2d(|dx, dy, cover| {
            let (x, y) = (left + dx as f32, top + dy as f32);
            if x >= 0.0 && y >= 0.0 && cover > 0.0 {
                tell((x as u32, y as u32), cover);
            }
        });
    }

    /// A point of the font, which counts upwards from the baseline.
    fn placed(&mut self, x: f32, y: f32) -> Point {
        let at = point(self.origin.0 + x, self.origin.1 - y);
        self.low = point(self.low.x.min(at.x), self.low.y.min(at.y));
        self.high = point(self.high.x.max(at.x), self.high.y.max(at.y));
        at
    }
}

impl OutlinePen for Letter {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.placed(x, y);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.placed(x, y);
        self.strokes.push(Stroke::Line([self.at, to]));
        self.at = to;
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (by, to) = (self.placed(cx, cy), self.placed(x, y));
        self.strokes.push(Stroke::Quad([self.at, by, to]));
        self.at = to;
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (by, then, to) = (self.placed(cx0, cy0), self.placed(cx1, cy1), self.placed(x, y));
        self.strokes.push(Stroke::Cubic([self.at, by, then, to]));
        self.at = to;
    }

    fn close(&mut self) {
        self.strokes.push(Stroke::Line([self.at, self.start]));
        self.at = self.start;
    }
}
