//! The part of the globe that a locator map shows; entry point [`Window::around`].
//!
//! An equirectangular map, true to scale at the middle of its places. Longitudes are counted from the window's left
//! end, so that it may lie across the 180th meridian. No function of the system's library is used: its last digit
//! differs between machines.

use crate::model::Coordinates;

/// Never less of the globe than this from south to north, so that a reader sees where it is.
const DEGREES_MIN: f64 = 5.0;

/// How much of the places' extent is left free at each side.
const MARGIN: f64 = 0.18;

/// A rectangle of the globe, and its size in the drawing in tenths of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// Longitude of the left end, in degrees.
    pub west: f64,
    /// Latitude of the upper end.
    pub north: f64,
    /// Width and height of the drawing.
    pub size: (i32, i32),
    /// Tenths of a unit for each degree of longitude and of latitude.
    scale: (f64, f64),
}

impl Window {
    /// The window in which all places lie, of a size; the whole width of the globe where they are all around it.
    pub fn around(places: &[Coordinates], size: (i32, i32)) -> Self {
        let (west, across) = extent_of_longitude(places);
        let latitudes = places.iter().map(|place| f64::from(place.latitude) / 1e6);
        let (south, north) =
            latitudes.fold((90.0_f64, -90.0_f64), |(low, high), at| (low.min(at), high.max(at)));
        let middle = (west + across / 2.0, (south + north) / 2.0);
        let shrink = cosine(middle.1).max(0.2);
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        let room = |extent: f64, least: f64| (extent * (1.0 + 2.0 * MARGIN)).max(least);
        let fitted =
            (width / (room(across, DEGREES_MIN) * shrink)).min(height / room(north - south, DEGREES_MIN));
        let scale = fitted.max(width / (360.0 * shrink));
        Self {
            west: middle.0 - width / (2.0 * scale * shrink),
            north: middle.1 + height / (2.0 * scale),
            size,
            scale: (scale * shrink, scale),
        }
    }

    /// Where a place lies in the drawing.
    pub fn place(&self, place: Coordinates) -> (i32, i32) {
        let longitude = f64::from(place.longitude) / 1e6;
        let (x, y) =
            self.at(self.west + (longitude - self.west).rem_euclid(360.0), f64::from(place.latitude) / 1e6);
        (x.round() as i32, y.round() as i32)
    }

    /// A longitude, counted on past 180 where the window does, and a latitude, in tenths of a unit.
    pub fn at(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        ((longitude - self.west) * self.scale.0, (self.north - latitude) * self.scale.1)
    }
}

/// Where the places begin from west to east, and how far they extend: past the widest gap between two of them.
fn extent_of_longitude(places: &[Coordinates]) -> (f64, f64) {
    let mut longitudes: Vec<i32> = places.iter().map(|place| place.longitude).collect();
    longitudes.sort_unstable();
    longitudes.dedup();
    let Some((&first, &last)) = longitudes.first().zip(longitudes.last()) else { return (0.0, 0.0) };
    let around = i64::from(first) + 360_000_000 - i64::from(last);
    let gaps = longitudes.windows(2).map(|pair| (i64::from(pair[1]) - i64::from(pair[0]), pair[1]));
    let (gap, west) = std::iter::once((around, first))
        .chain(gaps)
        .max_by_key(|&(gap, west)| (gap, -i64::from(west)))
        .unwrap_or((around, first));
    (f64::from(west) / 1e6, (360_000_000 - gap) as f64 / 1e6)
}

/// The cosine of an angle in degrees up to a right one, by its series.
fn cosine(degrees: f64) -> f64 {
    let radians = degrees * std::f64::consts::PI / 180.0;
    let square = radians * radians;
    let mut term = 1.0;
    let mut sum = 1.0;
    for n in 1..10 {
        let n = f64::from(n);
        term *= -square / ((2.0 * n - 1.0) * (2.0 * n));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64) -> Coordinates {
        Coordinates { latitude: (latitude * 1e6) as i32, longitude: (longitude * 1e6) as i32 }
    }

    #[test]
    fn all_places_lie_within_the_window_also_across_the_180th_meridian() {
        for places in [
            vec![at(11.56, 104.92)],
            vec![at(11.56, 104.92), at(10.6, 103.5), at(13.66, 102.56)],
            vec![at(-18.1, 178.4), at(-13.8, -171.8)],
            vec![at(89.0, 0.0), at(-89.0, 179.0)],
            vec![at(0.0, -180.0), at(0.0, 180.0), at(0.0, 0.0), at(10.0, 90.0)],
        ] {
            let window = Window::around(&places, (8_000, 4_000));
            for place in &places {
                let (x, y) = window.place(*place);
                assert!((0..=8_000).contains(&x) && (0..=4_000).contains(&y), "{places:?}: {x} {y}");
            }
        }
    }

    #[test]
    fn two_places_near_the_180th_meridian_are_near_each_other() {
        let (west, across) = extent_of_longitude(&[at(-18.1, 178.4), at(-13.8, -171.8)]);
        assert!((west - 178.4).abs() < 1e-6 && (across - 9.8).abs() < 1e-6, "{west} {across}");
    }

    #[test]
    fn the_series_is_the_cosine() {
        for degrees in [0.0, 30.0, 60.0, 89.0_f64] {
            assert!((cosine(degrees) - degrees.to_radians().cos()).abs() < 1e-9);
        }
    }
}
