//! The size of a drawing in SVG: of `width` and `height`, or of `viewBox`; entry point [`measure`].

use super::{Measured, Unusable};
use crate::output::attribute;

/// Pixels of a length in CSS, for each unit that a drawing may use.
const UNITS: [(&str, f64); 6] =
    [("px", 1.0), ("pt", 96.0 / 72.0), ("pc", 16.0), ("in", 96.0), ("cm", 96.0 / 2.54), ("mm", 96.0 / 25.4)];

/// The size of a drawing, of which nothing but the first tag is read.
pub(super) fn measure(bytes: &[u8]) -> Result<Measured, Unusable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unusable::OtherFormat)?;
    let mut rest = root(text).ok_or(Unusable::OtherFormat)?;
    let (mut width, mut height, mut view) = (None, None, None);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let (key, value, after) = attribute(rest);
        match key {
            "width" => width = length(value),
            "height" => height = length(value),
            "viewBox" => view = view_box(value),
            _ => {}
        }
        rest = after;
    }
    let (width, height) = match (width, height, view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(view)) => view,
        (Some(_) | None, _, None) => return Err(Unusable::NoSize),
    };
    let side = |side: f64| {
        let whole = side.round();
        // A drawing of less than a pixel or of more than a wall is a slip.
        (1.0..=1e6).contains(&whole).then_some(whole as u32).ok_or(Unusable::NoSize)
    };
    Ok(Measured { ending: "svg", width_px: side(width)?, height_px: side(height)? })
}

/// What follows the name of the first element, where that is `svg`.
fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!DOCTYPE") {
            ">"
        } else {
            break;
        };
        rest = rest[rest.find(end)? + end.len()..].trim_start();
    }
    let inside = rest.strip_prefix("<svg")?;
    inside.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).then_some(inside)
}

/// A length in pixels; shares of the window say nothing.
fn length(value: &str) -> Option<f64> {
    let value = value.trim();
    let unit = UNITS.iter().find_map(|(unit, px)| Some((value.strip_suffix(unit)?, *px)));
    let (number, px) = unit.unwrap_or((value, 1.0));
    Some(number.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0)? * px)
}

/// Width and height of what the drawing shows.
fn view_box(value: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = value
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [_, _, width, height] = *numbers.as_slice() else { return None };
    (width > 0.0 && height > 0.0).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(svg: &str, expected: Result<(u32, u32), Unusable>) {
        assert_eq!(measure(svg.as_bytes()).map(|m| (m.width_px, m.height_px)), expected, "{svg}");
    }

    #[test]
    fn a_drawing_has_the_size_of_its_first_tag() {
        check(
            "<?xml version='1.0'?>\n<!-- a --><!DOCTYPE svg>\n<svg width='40' height=\"30px\">",
            Ok((40, 30)),
        );
        check("<svg width='1in' height='72pt'/>", Ok((96, 96)));
        check("<svg viewBox='0,0 400 300' width='40'/>", Ok((40, 30)));
        check("<svg width='100%' height='100%' viewBox='0 0 4.4 3'/>", Ok((4, 3)));
    }

    #[test]
    fn a_drawing_without_a_size_and_a_file_of_something_else_are_refused() {
        check("<svg xmlns='http://www.w3.org/2000/svg'>", Err(Unusable::NoSize));
        check("<svg width='100%' height='100%'/>", Err(Unusable::NoSize));
        check("<svg viewBox='0 0 0 0' width='inf' height='NaN'/>", Err(Unusable::NoSize));
        check("<svgx width='1' height='1'/>", Err(Unusable::OtherFormat));
        check("<html><svg width='1' height='1'/>", Err(Unusable::OtherFormat));
    }
}
