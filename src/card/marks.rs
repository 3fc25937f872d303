//! A mark for each claim, those in dispute tall and red; entry point [`marks`].

use super::WIDTH_PX;
use super::canvas::Canvas;
use super::draw::{MARGIN_PX, RUBRIC, SOFT};

/// Where marks stand.
pub struct Band {
    /// The line they stand on.
    pub bottom: u32,
    /// How tall a red one is; the others are half as tall.
    pub tall: u32,
    /// The widest step from one to the next: a few claims are a few marks and not a few walls.
    pub step: u32,
}

/// Marks from margin to margin. Where there are more claims than pixels, one mark stands for several
/// and is red if one of them is in dispute.
pub fn marks(canvas: &mut Canvas, marks: &[bool], band: &Band) {
    for (left, width, is_disputed) in places(marks, band.step) {
        let (height, colour) = if is_disputed { (band.tall, RUBRIC) } else { (band.tall / 2, SOFT) };
        canvas.fill((left, band.bottom - height), (width, height), colour);
    }
}

/// Left edge and width of each mark, and whether it is of a dispute.
fn places(marks: &[bool], step_max: u32) -> Vec<(u32, u32, bool)> {
    let room = WIDTH_PX - 2 * MARGIN_PX;
    let n_claims = marks.len();
    // At least three pixels for a mark and what parts it from the next.
    let n_marks = n_claims.min(room as usize / 3);
    let room = room.min(step_max * n_marks as u32);
    let edge = |i: usize| room * i as u32 / n_marks as u32;
    let place = |i: usize| {
        let (left, right) = (edge(i), edge(i + 1));
        let gap = ((right - left) / 3).max(1);
        let claims = &marks[n_claims * i / n_marks..n_claims * (i + 1) / n_marks];
        (MARGIN_PX + left, right - left - gap, claims.contains(&true))
    };
    (0..n_marks).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(n_claims: usize, n_marks: usize) -> Vec<(u32, u32, bool)> {
        let mut marks = vec![false; n_claims];
        marks.iter_mut().step_by(7).for_each(|mark| *mark = true);
        let places = places(&marks, 24);
        assert_eq!(places.len(), n_marks);
        for pair in places.windows(2) {
            assert!(pair[0].0 + pair[0].1 < pair[1].0, "marks stand apart: {pair:?}");
        }
        assert!(places.iter().all(|&(_, width, _)| width > 0));
        places
    }

    fn end(places: &[(u32, u32, bool)]) -> u32 {
        places.last().map_or(0, |&(left, width, _)| left + width)
    }

    #[test]
    fn many_marks_reach_from_margin_to_margin() {
        for n_claims in [45, 56, 100, 226, 351] {
            let places = check(n_claims, n_claims);
            assert!(end(&places) + 10 > WIDTH_PX - MARGIN_PX, "{n_claims} end at {}", end(&places));
        }
    }

    #[test]
    fn a_few_marks_stand_close() {
        assert_eq!(check(0, 0), []);
        assert!(end(&check(5, 5)) < MARGIN_PX + 5 * 24);
    }

    #[test]
    fn more_claims_than_pixels_share_marks_and_no_dispute_is_lost() {
        let all = check(20_000, 352);
        assert!(all.iter().all(|&(_, _, is_disputed)| is_disputed), "every seventh is in dispute");
        let mut one = vec![false; 20_000];
        one[19_999] = true;
        assert!(places(&one, 24)[351].2);
    }
}
