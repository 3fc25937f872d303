//! What must come first, joined to what must follow, in a gutter beside the dates.
//!
//! Entry points: [`Lanes`] reserves the gutter, [`kept`], [`broken`] and [`onward`] draw. In the gutter a line runs along the row
//! of a mark, where no text stands, and down beside the rows, so that it never crosses a word.

use super::ink::Ink;
use super::paper::Paper;
use super::spec::Order;

/// Width of a lane of the gutter.
const LANE: i32 = 150;
/// More lanes than this would leave too little of the axis; further orders share them.
const MOST_LANES: usize = 4;
const CROSS: i32 = 48;
const HEAD: i32 = 55;

/// Which lane of the gutter each order takes, so that none runs over another.
pub struct Lanes {
    lanes: Vec<usize>,
    right: i32,
}

/// A line out of a mark, down the gutter and back to another mark.
pub struct Bracket {
    /// Beside the mark that must come first.
    pub from: (i32, i32),
    /// Beside the mark that must follow.
    pub to: (i32, i32),
    /// Where the line runs down.
    pub lane: i32,
}

impl Lanes {
    /// Gives each order the first lane that is free over the rows between its marks, left of `right`.
    pub fn of(orders: &[Order], right: i32) -> Self {
        let ends = |order: &Order| (order.earlier.min(order.later), order.earlier.max(order.later));
        let mut taken: Vec<(usize, (usize, usize))> = Vec::with_capacity(orders.len());
        for order in orders {
            let (first, last) = ends(order);
            let is_free = |lane: &usize| {
                !taken.iter().any(|(other, (from, to))| other == lane && *from <= last && first <= *to)
            };
            let lane = (0..MOST_LANES).find(is_free).unwrap_or(MOST_LANES - 1);
            taken.push((lane, (first, last)));
        }
        Self { lanes: taken.into_iter().map(|(lane, _)| lane).collect(), right }
    }

    /// Where the axis ends, so that all lanes fit beside it.
    pub fn right(&self) -> i32 {
        let n_lanes = self.lanes.iter().max().map_or(0, |last| *last as i32 + 1);
        if n_lanes == 0 { self.right } else { self.right - n_lanes * LANE + 20 }
    }

    /// The middle of the lane of an order.
    pub fn middle(&self, order: usize) -> i32 {
        let lane = self.lanes.get(order).copied().unwrap_or(0) as i32;
        self.right() + LANE + lane * LANE
    }
}

/// The least way along the axis on which an arrow can be seen to lead onward.
pub const ROOM: i32 = 200;

/// A dotted line with a head at what must follow.
pub fn kept(paper: &Paper, bracket: &Bracket) {
    lines(paper, Ink::Order, bracket);
}

/// A line in the gutter with a head at the later mark, and a cross half-way down: the order is broken.
pub fn broken(paper: &Paper, bracket: &Bracket) {
    lines(paper, Ink::AlertLine, bracket);
    cross(paper, (bracket.lane, i32::midpoint(bracket.from.1, bracket.to.1)));
}

/// A line from a mark to a later one that was to come before it: down or up, then onward with time.
pub fn onward(paper: &Paper, from: (i32, i32), to: (i32, i32)) {
    paper.line(Ink::AlertLine, &[from, (from.0, to.1), to]);
    paper.line(Ink::AlertLine, &[(to.0 - HEAD, to.1 - HEAD), to, (to.0 - HEAD, to.1 + HEAD)]);
    cross(paper, (from.0, i32::midpoint(from.1, to.1)));
}

fn cross(paper: &Paper, (x, y): (i32, i32)) {
    paper.line(Ink::AlertLine, &[(x - CROSS, y - CROSS), (x + CROSS, y + CROSS)]);
    paper.line(Ink::AlertLine, &[(x - CROSS, y + CROSS), (x + CROSS, y - CROSS)]);
}

fn lines(paper: &Paper, ink: Ink, bracket: &Bracket) {
    let (from, to, lane) = (bracket.from, bracket.to, bracket.lane);
    paper.line(ink, &[from, (lane, from.1), (lane, to.1), to]);
    let head = if ink == Ink::Order { Ink::OrderHead } else { ink };
    paper.line(head, &[(to.0 + HEAD, to.1 - HEAD), to, (to.0 + HEAD, to.1 + HEAD)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lanes(orders: &[(usize, usize)]) -> Vec<usize> {
        use super::super::spec::Kept;
        let order = |&(earlier, later): &(usize, usize)| Order { earlier, later, kept: Kept::Yes };
        Lanes::of(&orders.iter().map(order).collect::<Vec<_>>(), 4680).lanes
    }

    #[test]
    fn orders_over_the_same_rows_run_beside_each_other() {
        assert_eq!(lanes(&[(1, 0), (3, 2)]), [0, 0]);
        assert_eq!(lanes(&[(0, 3), (1, 2), (3, 4)]), [0, 1, 1]);
    }

    #[test]
    fn without_orders_the_axis_keeps_its_width() {
        assert_eq!(Lanes::of(&[], 4680).right(), 4680);
    }
}
