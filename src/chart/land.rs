//! Land and borders cut to the window of a map; entry point [`cut`].
//!
//! Lines are simplified before they are joined to rings, so that what meets keeps meeting; the less room the window
//! has for details, the fewer points are kept.

use super::outlines::{Line, Outlines, Part};
use super::window::Window;

/// So many points make about five kilobytes.
const N_POINTS_MAX: usize = 560;

/// Land of less than this is left out, in squares of the tolerance: islands that are hardly a point.
const AREA_MIN: f64 = 20.0;

/// A border of less than this is left out, in tolerances.
const BORDER_MIN: f64 = 4.0;

/// What a window shows.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Rings of land, clockwise.
    pub land: Vec<Vec<(i32, i32)>>,
    /// Borders between countries.
    pub borders: Vec<Vec<(i32, i32)>>,
}

type Point = (f64, f64);

/// Land and borders within a window.
pub fn cut(outlines: &Outlines, window: &Window) -> Cut {
    let mut tolerance = 6.0;
    loop {
        let cut = within(outlines, window, tolerance);
        let n_points: usize = cut.land.iter().chain(&cut.borders).map(Vec::len).sum();
        if n_points <= N_POINTS_MAX || tolerance > 1_000.0 {
            return cut;
        }
        tolerance *= 1.5;
    }
}

fn within(outlines: &Outlines, window: &Window, tolerance: f64) -> Cut {
    let mut cut = Cut::default();
    // The globe again to the west and to the east: the window may lie across the 180th meridian.
    for turn in [-360.0, 0.0, 360.0] {
        for ring in &outlines.rings {
            let ring = rounded(clipped(joined(outlines, ring, window, (turn, tolerance)), window.size));
            if doubled_area(&ring).abs() as f64 >= 2.0 * AREA_MIN * tolerance * tolerance {
                cut.land.push(ring);
            }
        }
        for line in outlines.lines.iter().filter(|line| line.is_border && is_seen(line, turn, window)) {
            let points = drawn(line, turn, window, Some(tolerance));
            let is_long = |piece: &Vec<(i32, i32)>| extent(piece) >= BORDER_MIN * tolerance;
            cut.borders.extend(pieces(&points, window.size).into_iter().filter(is_long));
        }
    }
    cut
}

/// A ring in the drawing; none of whose lines can be seen is empty, unless it may lie around the window.
fn joined(outlines: &Outlines, ring: &[Part], window: &Window, (turn, tolerance): (f64, f64)) -> Vec<Point> {
    let turned = |part: &Part| turn + f64::from(part.shift) / 100.0;
    let seen = |part: &Part| is_seen(&outlines.lines[part.line], turned(part), window);
    if !ring.iter().any(seen) && !surrounds(outlines, ring, turn, window) {
        return Vec::new();
    }
    let mut points: Vec<Point> = Vec::new();
    for part in ring {
        let is_seen = seen(part);
        let mut line = drawn(&outlines.lines[part.line], turned(part), window, is_seen.then_some(tolerance));
        if part.is_reversed {
            line.reverse();
        }
        points.extend(line);
    }
    // Land around the pole does not end where it began: it is closed below the window.
    if let (Some(&first), Some(&last)) = (points.first(), points.last())
        && (first.0 - last.0).abs() > 1.0
    {
        let pole = window.at(window.west, -90.0).1;
        points.extend([(last.0, pole), (first.0, pole)]);
    }
    points
}

fn extent(points: &[(i32, i32)]) -> f64 {
    let span = |axis: fn(&(i32, i32)) -> i32| {
        let (low, high) = (points.iter().map(axis).min(), points.iter().map(axis).max());
        f64::from(high.unwrap_or_default() - low.unwrap_or_default())
    };
    span(|point| point.0).max(span(|point| point.1))
}

/// The corners of what a line may touch: upper left and lower right.
fn bounds(line: &Line, turn: f64, window: &Window) -> (Point, Point) {
    let ((west, south), (east, north)) = line.bounds;
    let corner = |x: i32, y: i32| window.at(f64::from(x) / 100.0 + turn, f64::from(y) / 100.0);
    (corner(west, north), corner(east, south))
}

fn is_seen(line: &Line, turn: f64, window: &Window) -> bool {
    let ((left, top), (right, bottom)) = bounds(line, turn, window);
    let (width, height) = (f64::from(window.size.0), f64::from(window.size.1));
    left <= width && right >= 0.0 && top <= height && bottom >= 0.0
}

/// Whether a ring whose lines all lie outside the window may lie around it.
fn surrounds(outlines: &Outlines, ring: &[Part], turn: f64, window: &Window) -> bool {
    let boxes = ring
        .iter()
        .map(|part| bounds(&outlines.lines[part.line], turn + f64::from(part.shift) / 100.0, window));
    let start = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
    let ((left, top), (right, bottom)) = boxes.fold(start, |(low, high), (from, to)| {
        ((low.0.min(from.0), low.1.min(from.1)), (high.0.max(to.0), high.1.max(to.1)))
    });
    left < 0.0 && top < 0.0 && right > f64::from(window.size.0) && bottom > f64::from(window.size.1)
}

/// A line in the drawing; of one that is not seen, both ends stand for it: it lies on one side of the window.
fn drawn(line: &Line, turn: f64, window: &Window, tolerance: Option<f64>) -> Vec<Point> {
    let point = |&(x, y): &(i32, i32)| window.at(f64::from(x) / 100.0 + turn, f64::from(y) / 100.0);
    match tolerance {
        Some(tolerance) => {
            let points: Vec<Point> = line.points.iter().map(point).collect();
            simplified(&points, tolerance)
        }
        None => line.points.first().into_iter().chain(line.points.last()).map(point).collect(),
    }
}

/// Without the points that lie near the line through those that stay (Ramer, Douglas and Peucker).
fn simplified(points: &[Point], tolerance: f64) -> Vec<Point> {
    let mut is_kept = vec![false; points.len()];
    let mut open = vec![(0, points.len().saturating_sub(1))];
    while let Some((first, last)) = open.pop() {
        let (Some(&from), Some(&to)) = (points.get(first), points.get(last)) else { continue };
        is_kept[first] = true;
        is_kept[last] = true;
        let apart = |i: &usize| distance(points[*i], from, to);
        let farthest = (first + 1..last).max_by(|a, b| apart(a).total_cmp(&apart(b)));
        if let Some(i) = farthest.filter(|i| apart(i) > tolerance) {
            open.push((first, i));
            open.push((i, last));
        }
    }
    points.iter().zip(is_kept).filter(|(_, is_kept)| *is_kept).map(|(point, _)| *point).collect()
}

fn distance((x, y): Point, (ax, ay): Point, (bx, by): Point) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = (dx * dx + dy * dy).sqrt();
    if length == 0.0 {
        return ((x - ax) * (x - ax) + (y - ay) * (y - ay)).sqrt();
    }
    (dx * (ay - y) - (ax - x) * dy).abs() / length
}

/// The four sides of the window: on which axis, where, and whether what is kept lies above that.
fn sides(size: (i32, i32)) -> [(usize, f64, bool); 4] {
    [(0, 0.0, true), (0, f64::from(size.0), false), (1, 0.0, true), (1, f64::from(size.1), false)]
}

fn axis((x, y): Point, axis: usize) -> f64 {
    if axis == 0 { x } else { y }
}

/// Where the way from one point to another crosses a side.
fn crossing(from: Point, to: Point, (along, limit): (usize, f64)) -> Point {
    let share = (limit - axis(from, along)) / (axis(to, along) - axis(from, along));
    let between = |a: f64, b: f64| a + share * (b - a);
    if along == 0 { (limit, between(from.1, to.1)) } else { (between(from.0, to.0), limit) }
}

/// A ring cut to the window (Sutherland and Hodgman).
fn clipped(mut ring: Vec<Point>, size: (i32, i32)) -> Vec<Point> {
    for (along, limit, is_above) in sides(size) {
        let is_in = |point: Point| (axis(point, along) >= limit) == is_above || axis(point, along) == limit;
        let mut kept = Vec::with_capacity(ring.len());
        let Some(&last) = ring.last() else { return ring };
        let mut before = last;
        for &point in &ring {
            if is_in(point) != is_in(before) {
                kept.push(crossing(before, point, (along, limit)));
            }
            if is_in(point) {
                kept.push(point);
            }
            before = point;
        }
        ring = kept;
    }
    ring
}

/// The pieces of a line that lie in the window.
fn pieces(points: &[Point], size: (i32, i32)) -> Vec<Vec<(i32, i32)>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let Some((from, to)) = segment((pair[0], pair[1]), size) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&from) => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
    }
    pieces.into_iter().map(rounded).filter(|piece| piece.len() > 1).collect()
}

/// What the window leaves of the way between two points.
fn segment((mut from, mut to): (Point, Point), size: (i32, i32)) -> Option<(Point, Point)> {
    for (along, limit, is_above) in sides(size) {
        let is_out = |point: Point| {
            if is_above { axis(point, along) < limit } else { axis(point, along) > limit }
        };
        match (is_out(from), is_out(to)) {
            (true, true) => return None,
            (true, false) => from = crossing(from, to, (along, limit)),
            (false, true) => to = crossing(from, to, (along, limit)),
            (false, false) => {}
        }
    }
    Some((from, to))
}

/// In whole units, which take the fewest letters, without points that fall on the one before.
fn rounded(points: Vec<Point>) -> Vec<(i32, i32)> {
    let whole = |at: f64| (at / 10.0).round() as i32 * 10;
    let mut points: Vec<(i32, i32)> = points.into_iter().map(|(x, y)| (whole(x), whole(y))).collect();
    points.dedup();
    points
}

fn doubled_area(ring: &[(i32, i32)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::outlines::outlines;
    use super::*;
    use crate::model::Coordinates;

    fn around(places: &[(i32, i32)]) -> (Window, Cut) {
        let place = |&(latitude, longitude): &(i32, i32)| Coordinates {
            latitude: latitude * 1_000_000,
            longitude: longitude * 1_000_000,
        };
        let places: Vec<Coordinates> = places.iter().map(place).collect();
        let window = Window::around(&places, (8_000, 4_000));
        let cut = cut(outlines(), &window);
        (window, cut)
    }

    #[test]
    fn what_is_drawn_lies_within_the_window_and_is_not_too_much() {
        for places in [
            &[(11, 105)][..],
            &[(60, 10), (69, 20)],
            &[(-18, 178), (-14, -172)],
            &[(50, -120), (-30, 150), (0, 0)],
        ] {
            let (_, cut) = around(places);
            let n: usize = cut.land.iter().chain(&cut.borders).map(Vec::len).sum();
            assert!(n > 3 && n <= N_POINTS_MAX, "{places:?}: {n}");
            let is_in = |&(x, y): &(i32, i32)| (0..=8_000).contains(&x) && (0..=4_000).contains(&y);
            assert!(cut.land.iter().chain(&cut.borders).flatten().all(is_in), "{places:?}");
        }
    }

    #[test]
    fn a_window_far_from_every_coast_is_land_all_over() {
        let (_, cut) = around(&[(47, 88)]);
        let area: i64 = cut.land.iter().map(|ring| doubled_area(ring)).sum();
        assert_eq!(area.abs(), 2 * 8_000 * 4_000, "{:?}", cut.land);
        assert!(!cut.borders.is_empty());
    }

    #[test]
    fn a_window_on_the_high_sea_has_no_land() {
        assert_eq!(around(&[(-45, -120)]).1, Cut::default());
    }
}
