//! The commands of a path of SVG, in the shorter of two ways to write them; entry points [`step_to`] and [`line_to`].

use plotters_backend::BackendCoord;

use super::svg::push_number;

/// Moves the pen of a path to a point: by its place, or by the way from where the pen is, whichever is shorter to write.
pub fn step_to(out: &mut String, pen: Option<BackendCoord>, (x, y): BackendCoord) {
    shorter(out, command('M', (x, y)), pen.and_then(|pen| Some(command('m', way(pen, (x, y))?))));
}

/// Draws a line from the pen to a point; in steps likewise by the way, where that is shorter to write.
pub fn line_to(out: &mut String, pen: BackendCoord, (x, y): BackendCoord, in_steps: bool) {
    let way = way(pen, (x, y)).filter(|_| in_steps);
    match (x == pen.0, y == pen.1) {
        (_, true) => shorter(out, along('H', x), way.map(|way| along('h', way.0))),
        (true, false) => shorter(out, along('V', y), way.map(|way| along('v', way.1))),
        (false, false) => shorter(out, command('L', (x, y)), way.map(|way| command('l', way))),
    }
}

fn way(from: BackendCoord, to: BackendCoord) -> Option<BackendCoord> {
    Some((to.0.checked_sub(from.0)?, to.1.checked_sub(from.1)?))
}

fn command(letter: char, (x, y): BackendCoord) -> String {
    let mut text = along(letter, x);
    if y >= 0 {
        text.push(' ');
    }
    push_number(&mut text, y);
    text
}

fn along(letter: char, to: i32) -> String {
    let mut text = String::from(letter);
    push_number(&mut text, to);
    text
}

fn shorter(out: &mut String, place: String, way: Option<String>) {
    out.push_str(&way.filter(|way| way.len() < place.len()).unwrap_or(place));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(draw: impl FnOnce(&mut String), expected: &str) {
        let mut out = String::new();
        draw(&mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn a_point_is_told_by_its_place_or_by_the_way_there() {
        check(|out| step_to(out, None, (992, 756)), "M99.2 75.6");
        check(|out| step_to(out, Some((992, 996)), (992, 1308)), "m0 31.2");
        check(|out| step_to(out, Some((5000, 5000)), (0, 0)), "M0 0");
        check(|out| line_to(out, (992, 756), (992, 996), true), "v24");
        check(|out| line_to(out, (992, 756), (992, 996), false), "V99.6");
        check(|out| line_to(out, (0, 0), (8000, 0), true), "H800");
        check(|out| line_to(out, (1230, 1250), (1220, 1240), true), "l-1-1");
    }

    #[test]
    fn a_way_too_long_for_its_number_is_told_by_its_place() {
        check(|out| step_to(out, Some((i32::MIN, 0)), (i32::MAX, 0)), "M214748364.7 0");
    }
}
