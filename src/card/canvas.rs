//! A picture of plain colours, rectangles and letters, as PNG; entry point [`Canvas`].
//!
//! The letters are DejaVu's, which comes as a package; no font of the system is asked. Every step is
//! reckoned by Rust's own arithmetic and one pinned encoder, so that the bytes are the same everywhere.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::letter::Letter;
use super::{HEIGHT_PX, WIDTH_PX};

/// Red, green and blue.
pub type Colour = [u8; 3];

/// How letters are drawn.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Bold or regular.
    pub weight: Weight,
    /// Height of a line of letters in pixels.
    pub size_px: f32,
    /// Their colour.
    pub colour: Colour,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// For text.
    Regular,
    /// For headings.
    Bold,
}

/// Where a text begins: its left edge and its baseline in pixels.
pub type Place = (f32, f32);

/// A picture in the size of a card.
pub struct Canvas {
    pixels: Vec<u8>,
    regular: FontRef<'static>,
    bold: FontRef<'static>,
}

impl Canvas {
    /// A picture of one colour.
    pub fn new(paper: Colour) -> Self {
        let font = |bytes| FontRef::new(bytes).expect("the fonts of the package are whole");
        Self {
            pixels: paper.repeat((WIDTH_PX * HEIGHT_PX) as usize),
            regular: font(dejavu::sans::regular()),
            bold: font(dejavu::sans::bold()),
        }
    }

    /// Fills a rectangle; what lies outside is cut off.
    pub fn fill(&mut self, (left, top): (u32, u32), (width, height): (u32, u32), colour: Colour) {
        for y in top..(top + height).min(HEIGHT_PX) {
            for x in left..(left + width).min(WIDTH_PX) {
                self.blend((x, y), colour, 1.0);
            }
        }
    }

    /// Whether every letter can be drawn as it should be: has a shape, and stands alone, left to right.
    pub fn can_draw(&self, text: &str) -> bool {
        let joins_or_turns = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{590}'..='\u{10ff}' | '\u{1780}'..='\u{17ff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        text.chars().all(|c| {
            !joins_or_turns(c)
                && !c.is_control()
                && self.bold.charmap().map(c).is_some()
                && self.regular.charmap().map(c).is_some()
        })
    }

    /// How wide a text is in pixels.
    pub fn width(&self, text: &str, face: Face) -> f32 {
        let font = self.font(face.weight);
        let metrics = font.glyph_metrics(em(font, face), LocationRef::default());
        text.chars().filter_map(|c| metrics.advance_width(glyph(font, c))).sum()
    }

    /// Draws a text from a place on.
    pub fn text(&mut self, text: &str, (left, baseline): Place, face: Face) {
        let font = self.font(face.weight).clone();
        let size = em(&font, face);
        let metrics = font.glyph_metrics(size, LocationRef::default());
        let mut x = left;
        for c in text.chars() {
            let id = glyph(&font, c);
            let letter = Letter::of(&font, id, size, (x, baseline));
            x += metrics.advance_width(id).unwrap_or_default();
            letter.draw(|place, cover| self.blend(place, face.colour, cover));
        }
    }

    /// The picture as PNG.
    pub fn png(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, WIDTH_PX, HEIGHT_PX);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().expect("a picture of this size has a header");
        writer.write_image_data(&self.pixels).expect("the pixels are as many as the header says");
        writer.finish().expect("writing to memory does not fail");
        bytes
    }

    /// Whether a pixel has this colour.
    #[cfg(test)]
    pub fn has(&self, colour: Colour) -> bool {
        self.pixels.chunks(3).any(|pixel| pixel == colour)
    }

    fn font(&self, weight: Weight) -> &FontRef<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    fn blend(&mut self, (x, y): (u32, u32), colour: Colour, cover: f32) {
        if x >= WIDTH_PX || y >= HEIGHT_PX {
            return;
        }
        let at = 3 * (y * WIDTH_PX + x) as usize;
        // In steps of 1/16, which the eye does not see and rounding does not reach.
        let cover = (cover.clamp(0.0, 1.0) * 16.0).round() as i32;
        for (pixel, wanted) in self.pixels[at..at + 3].iter_mut().zip(colour) {
            let (old, new) = (i32::from(*pixel), i32::from(wanted));
            *pixel = (old + (new - old) * cover / 16) as u8;
        }
    }
}

/// The size of a face's em, whose lines are as high as the face says.
fn em(font: &FontRef, face: Face) -> Size {
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    Size::new(face.size_px * f32::from(metrics.units_per_em) / (metrics.ascent - metrics.descent))
}

/// The shape of a character; the font's own sign for what it lacks where it has none.
fn glyph(font: &FontRef, c: char) -> GlyphId {
    font.charmap().map(c).unwrap_or(GlyphId::NOTDEF)
}
