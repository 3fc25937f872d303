//! Land and borders of the world, as locator maps are drawn over them; entry point [`outlines`].
//!
//! The file is made of Natural Earth, 1:50 million, which is in the public domain; xtask/outlines/README.md says how,
//! and has its format. Coordinates are hundredths of a degree.

use std::sync::LazyLock;

/// 104 KB of the program.
const FILE: &[u8] = include_bytes!("outlines/natural-earth-50m.bin");

/// The lines between land and sea or two countries, and the rings of land made of them.
#[derive(Debug, Default)]
pub struct Outlines {
    /// Every line, in the order of the file.
    pub lines: Vec<Line>,
    /// The rings, clockwise around land.
    pub rings: Vec<Vec<Part>>,
}

/// A line as a part of a ring.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its number.
    pub line: usize,
    /// Whether it is walked backwards.
    pub is_reversed: bool,
    /// How far it is moved to go on where the part before it ends: whole turns of the globe.
    pub shift: i32,
}

/// Once around the globe.
const TURN: i32 = 36_000;

/// A coast or a border between two places where it meets another.
#[derive(Debug, Default)]
pub struct Line {
    /// Whether two countries share it.
    pub is_border: bool,
    /// Longitude and latitude; past the 180th meridian longitudes go on.
    pub points: Vec<(i32, i32)>,
    /// The smallest longitude and latitude, and the largest.
    pub bounds: ((i32, i32), (i32, i32)),
}

/// The outlines, read once.
pub fn outlines() -> &'static Outlines {
    static OUTLINES: LazyLock<Outlines> = LazyLock::new(|| read(FILE).unwrap_or_default());
    &OUTLINES
}

/// Reads the file; `None` where it ends too soon.
fn read(bytes: &[u8]) -> Option<Outlines> {
    let mut bytes = bytes.iter();
    let n_lines = unsigned(&mut bytes)?;
    let lines = (0..n_lines).map(|_| line(&mut bytes)).collect::<Option<Vec<_>>>()?;
    let n_rings = unsigned(&mut bytes)?;
    let ring = |bytes: &mut std::slice::Iter<'_, u8>| {
        let n = unsigned(bytes)?;
        (0..n).map(|_| signed(bytes)).collect::<Option<Vec<i32>>>()
    };
    let rings = (0..n_rings).map(|_| ring(&mut bytes)).collect::<Option<Vec<_>>>()?;
    let rings = rings.iter().map(|numbers| parts(&lines, numbers)).collect();
    Some(Outlines { lines, rings })
}

/// The lines of a ring by their numbers, `-1 - number` for one that is walked backwards, each going on from the one before.
fn parts(lines: &[Line], numbers: &[i32]) -> Vec<Part> {
    let mut end: Option<i32> = None;
    let part = |&number: &i32| {
        let line = usize::try_from(number.max(-1 - number)).ok()?;
        let points = &lines.get(line)?.points;
        let (first, last) = (points.first()?.0, points.last()?.0);
        let is_reversed = number < 0;
        let (from, to) = if is_reversed { (last, first) } else { (first, last) };
        let shift = end.map_or(0, |end| TURN * ((f64::from(end - from) / f64::from(TURN)).round() as i32));
        end = Some(to + shift);
        Some(Part { line, is_reversed, shift })
    };
    numbers.iter().filter_map(part).collect()
}

fn line(bytes: &mut std::slice::Iter<'_, u8>) -> Option<Line> {
    let is_border = unsigned(bytes)? == 1;
    let n_points = unsigned(bytes)?;
    let mut at = (0, 0);
    let step = |i| {
        let (east, north) = (signed(bytes)?, signed(bytes)?);
        // A step across the 180th meridian is written as one around the globe.
        let around =
            if i == 0 { 0 } else { TURN * i32::from(east < -TURN / 2) - TURN * i32::from(east > TURN / 2) };
        at = (at.0 + east + around, at.1 + north);
        Some(at)
    };
    let points = (0..n_points).map(step).collect::<Option<Vec<_>>>()?;
    let &first = points.first()?;
    let bounds = points.iter().fold((first, first), |(low, high), &(x, y)| {
        ((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y)))
    });
    Some(Line { is_border, points, bounds })
}

fn unsigned(bytes: &mut std::slice::Iter<'_, u8>) -> Option<u32> {
    let mut value = 0_u32;
    for shift in (0..32).step_by(7) {
        let byte = u32::from(*bytes.next()?);
        value |= (byte & 127) << shift;
        if byte < 128 {
            return Some(value);
        }
    }
    None
}

fn signed(bytes: &mut std::slice::Iter<'_, u8>) -> Option<i32> {
    let value = unsigned(bytes)?;
    let magnitude = i32::try_from(value >> 1).ok()?;
    Some(if value & 1 == 1 { -1 - magnitude } else { magnitude })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ring_is_closed_and_lies_on_the_globe() {
        let outlines = outlines();
        assert!(outlines.lines.len() > 1_000 && outlines.rings.len() > 1_000);
        let is_on_globe = |&(x, y): &(i32, i32)| x.abs() <= TURN && y.abs() <= 9_000;
        assert!(outlines.lines.iter().flat_map(|line| &line.points).all(is_on_globe));
        let mut n_open = 0;
        for ring in &outlines.rings {
            let ends = |part: &Part| {
                let points = &outlines.lines[part.line].points;
                let moved = |(x, y): (i32, i32)| (x + part.shift, y);
                let ends = (moved(points[0]), moved(points[points.len() - 1]));
                if part.is_reversed { (ends.1, ends.0) } else { ends }
            };
            let ends: Vec<_> = ring.iter().map(ends).collect();
            assert!(ends.windows(2).all(|pair| pair[0].1 == pair[1].0), "{ring:?}");
            n_open += usize::from(ends[0].0 != ends[ends.len() - 1].1);
        }
        assert!(n_open <= 1, "only Antarctica lies around a pole, not {n_open} lands");
    }

    #[test]
    fn a_file_that_ends_too_soon_is_none() {
        assert!(read(&FILE[..FILE.len() / 2]).is_none());
        assert!(read(&[]).is_none());
    }
}
