//! Lines of text as plotters elements that need no font: their size, width and place.
//!
//! Entry points: [`Lettering`], [`Layout::size`], [`Layout::text_width`]. chart.css sets the same sizes.

use std::convert::Infallible;

use plotters::element::{Drawable, PointCollection};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
};

use super::ink::Ink;
use super::letters;

/// How a chart is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// For a telephone: labels above their marks, large lettering.
    Narrow,
    /// For the full column, and as a file: labels left of the plot, words right of it.
    Wide,
}

impl Layout {
    /// Size of lettering, in tenths of a unit.
    pub fn size(self, ink: Ink) -> i32 {
        match (self, ink) {
            (Self::Narrow, Ink::Headline) => 230,
            (Self::Narrow, _) => 180,
            (Self::Wide, Ink::Headline) => 190,
            (Self::Wide, _) => 140,
        }
    }

    /// Estimated width of a text in tenths of a unit.
    pub fn text_width(self, ink: Ink, text: &str) -> i32 {
        let regular = letters::width(text) * self.size(ink) / 100;
        let bold = matches!(ink, Ink::Label | Ink::Headline);
        if bold { regular + regular / 16 } else { regular }
    }
}

/// Where a line of text stands: its vertical middle, and the side that `at` is on.
#[derive(Clone, Copy)]
pub struct Anchor {
    /// The point.
    pub at: BackendCoord,
    /// The side that it is on.
    pub side: HPos,
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

/// A line of text as a plotters element that needs no font.
pub struct Lettering<'a> {
    /// The words.
    pub text: &'a str,
    /// What they are written in.
    pub ink: Ink,
    /// Where they stand.
    pub anchor: Anchor,
    /// How large they are.
    pub layout: Layout,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Lettering<'_> {
    type IntoIter = std::iter::Once<&'a BackendCoord>;
    type Point = &'a BackendCoord;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.anchor.at)
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
        f64::from(self.layout.size(self.ink)) * 0.8
    }

    fn anchor(&self) -> Pos {
        Pos::new(self.anchor.side, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (self.layout.text_width(self.ink, text), self.layout.size(self.ink))))
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
