//! Where the names of places stand on a map, so that none lies on another or on a mark; entry point [`set`].

use super::marks::RADIUS;

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its left end, and the middle of its height.
    pub at: (i32, i32),
    /// How wide it is.
    pub width: i32,
    /// Whether a line leads to it, since it is not beside its mark.
    pub is_led: bool,
}

/// A rectangle: left, top, right, bottom.
type Box = (i32, i32, i32, i32);

/// How many lines up and down a name may move from its mark.
const N_LINES_MAX: i32 = 6;

/// The name of each mark, in order, in a drawing of a size with lines so high; `None` where there is no room for one.
pub fn set(marks: &[((i32, i32), i32)], (size, line): ((i32, i32), i32)) -> Vec<Option<Named>> {
    let around = 2 * RADIUS;
    let mut taken: Vec<Box> =
        marks.iter().map(|&((x, y), _)| (x - around, y - around, x + around, y + around)).collect();
    let mut names = Vec::with_capacity(marks.len());
    for &(at, width) in marks {
        let name = places_for(at, width, line).into_iter().find(|name| {
            let own = outline(name, line);
            own.0 >= 0
                && own.1 >= 0
                && own.2 <= size.0
                && own.3 <= size.1
                && taken.iter().all(|other| !overlap(own, *other))
        });
        taken.extend(name.map(|name| outline(&name, line)));
        names.push(name);
    }
    names
}

/// Right, left, above, below; then farther up and down, with a line to it.
fn places_for((x, y): (i32, i32), width: i32, line: i32) -> Vec<Named> {
    let away = 2 * RADIUS + 20;
    let near = [
        (x + away, y),
        (x - away - width, y),
        (x - width / 2, y - away - line / 2),
        (x - width / 2, y + away + line / 2),
    ];
    let near = near.map(|at| Named { at, width, is_led: false });
    let far = (1..=N_LINES_MAX).flat_map(|n| {
        let (aside, up) = (x + away + 120, n * line);
        let left = x - away - 120 - width;
        [(aside, y - up), (aside, y + up), (left, y - up), (left, y + up)].map(|at| Named {
            at,
            width,
            is_led: true,
        })
    });
    near.into_iter().chain(far).collect()
}

fn outline(name: &Named, line: i32) -> Box {
    (name.at.0, name.at.1 - line / 2, name.at.0 + name.width, name.at.1 + line / 2)
}

fn overlap(a: Box, b: Box) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_lies_on_another_or_on_a_mark() {
        let marks: Vec<((i32, i32), i32)> =
            (0..12).map(|i| ((2_000 + 130 * (i % 4), 1_000 + 150 * (i / 4)), 600 + 50 * i)).collect();
        let names = set(&marks, ((8_000, 4_000), 185));
        assert!(names.iter().filter(|name| name.is_some()).count() >= 8, "{names:?}");
        let boxes: Vec<Box> = names.iter().flatten().map(|name| outline(name, 185)).collect();
        for (i, a) in boxes.iter().enumerate() {
            assert!(boxes[..i].iter().all(|b| !overlap(*a, *b)), "{names:?}");
            assert!(marks.iter().all(|((x, y), _)| !overlap(*a, (x - 1, y - 1, x + 1, y + 1))), "{names:?}");
        }
    }

    #[test]
    fn a_name_at_the_edge_stands_at_the_other_side() {
        let names = set(&[((7_900, 100), 900)], ((8_000, 4_000), 185));
        assert_eq!(names[0].map(|name| (name.at.0 < 7_000, name.is_led)), Some((true, false)));
    }
}
