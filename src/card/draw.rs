//! The layout of a card; entry point [`draw`].
//!
//! Above stand the edition and the title, in the middle what the sources say against each other, below
//! a mark for each claim and the counts. A text that the font cannot show as it should be is left out
//! rather than shown as boxes; where the title itself goes, the marks fill the card.

use super::canvas::{Canvas, Colour, Face, Weight};
use super::facts::{CardFacts, Dispute};
use super::marks::{Band, marks};
use super::wrap::{cut, lines};
use super::{HEIGHT_PX, WIDTH_PX};

const PAPER: Colour = [251, 249, 244];
const INK: Colour = [28, 26, 23];
/// Quieter than ink, and still seven times as dark as paper.
pub const SOFT: Colour = [92, 86, 78];
/// What marks a dispute, as on the pages.
pub const RUBRIC: Colour = [155, 28, 28];

/// Space around everything.
pub const MARGIN_PX: u32 = 72;

/// Where text begins, and how much room a line of it has.
const LEFT_PX: f32 = MARGIN_PX as f32;
const ROOM_PX: f32 = (WIDTH_PX - 2 * MARGIN_PX) as f32;

/// Space between the two answers of a dispute.
const GUTTER_PX: f32 = 48.0;

/// Sizes of a title, and how many lines it may have beside a dispute and alone.
const TITLES: [(f32, usize, usize); 3] = [(60.0, 2, 4), (50.0, 2, 5), (42.0, 3, 6)];

/// A card as PNG.
pub fn draw(facts: &CardFacts) -> Vec<u8> {
    let mut canvas = Canvas::new(PAPER);
    canvas.fill((0, 0), (24, HEIGHT_PX), RUBRIC);
    let kicker = face(Weight::Regular, 28.0, SOFT);
    if let Some(edition) = cut(&canvas, &facts.edition, kicker, ROOM_PX) {
        canvas.text(&edition, (LEFT_PX, 92.0), kicker);
    }
    let dispute = facts.dispute.as_ref().filter(|dispute| can_draw(&canvas, dispute));
    let title_end = title(&mut canvas, &facts.title, dispute.is_some());
    match (title_end, dispute) {
        (Some(_), Some(dispute)) => {
            versus(&mut canvas, dispute);
            marks(&mut canvas, &facts.marks, &Band { bottom: 524, tall: 30, step: 24 });
        }
        (Some(end), None) => {
            lead(&mut canvas, &facts.lead, end);
            marks(&mut canvas, &facts.marks, &Band { bottom: 524, tall: 30, step: 24 });
        }
        (None, _) => marks(&mut canvas, &facts.marks, &Band { bottom: 504, tall: 320, step: 64 }),
    }
    counts(&mut canvas, facts);
    canvas.png()
}

fn face(weight: Weight, size_px: f32, colour: Colour) -> Face {
    Face { weight, size_px, colour }
}

fn can_draw(canvas: &Canvas, dispute: &Dispute) -> bool {
    let texts = dispute.sides.iter().flat_map(|(answer, source)| [answer, source]);
    texts.chain([&dispute.label]).all(|text| canvas.can_draw(text))
}

/// The title in the largest size that holds it, cut in the smallest. Gives its last baseline, none for
/// a title without letters.
fn title(canvas: &mut Canvas, title: &str, has_dispute: bool) -> Option<f32> {
    let sized = TITLES.map(|(size_px, beside, alone)| {
        let face = face(Weight::Bold, size_px, INK);
        (face, lines(canvas, title, face, ROOM_PX), if has_dispute { beside } else { alone })
    });
    let fitting = sized.iter().find(|(_, lines, n_max)| lines.len() <= *n_max);
    let [.., smallest] = &sized;
    let (face, lines, n_max) = fitting.unwrap_or(smallest);
    let baseline = |i: usize| 106.0 + face.size_px * (1.0 + 1.2 * i as f32);
    for (i, line) in lines.iter().take(*n_max).enumerate() {
        let is_cut = i + 1 == *n_max && lines.len() > *n_max;
        let line = if is_cut { format!("{}…", line.trim_end_matches('…')) } else { line.clone() };
        canvas.text(&line, (LEFT_PX, baseline(i)), *face);
    }
    Some(baseline(lines.len().min(*n_max).checked_sub(1)?))
}

/// The first words of the page, as many as there is room for between the title and the marks.
fn lead(canvas: &mut Canvas, text: &str, title_end: f32) {
    let face = face(Weight::Regular, 30.0, SOFT);
    let baseline = |i: usize| title_end + 62.0 + 42.0 * i as f32;
    let n_max = (0..4).take_while(|&i| baseline(i) < 460.0).count();
    let lines = lines(canvas, text, face, ROOM_PX);
    for (i, line) in lines.iter().take(n_max).enumerate() {
        let is_cut = i + 1 == n_max && lines.len() > n_max;
        let line = if is_cut { format!("{line} …") } else { line.clone() };
        canvas.text(&line, (LEFT_PX, baseline(i)), face);
    }
}

/// What is asked, and under it the two answers side by side, each under a rule and over its source.
fn versus(canvas: &mut Canvas, dispute: &Dispute) {
    let label = face(Weight::Regular, 26.0, SOFT);
    if let Some(asked) = cut(canvas, &dispute.label, label, ROOM_PX) {
        canvas.text(&asked, (LEFT_PX, 332.0), label);
    }
    let room = (ROOM_PX - GUTTER_PX) / 2.0;
    for (i, (answer, source)) in dispute.sides.iter().enumerate() {
        let left = LEFT_PX + (room + GUTTER_PX) * i as f32;
        canvas.fill((left as u32, 352), (room as u32, 4), RUBRIC);
        let large = face(Weight::Bold, 38.0, INK);
        let large = if canvas.width(answer, large) <= room { large } else { Face { size_px: 30.0, ..large } };
        if let Some(answer) = cut(canvas, answer, large, room) {
            canvas.text(&answer, (left, 404.0), large);
        }
        if let Some(source) = cut(canvas, source, label, room) {
            canvas.text(&source, (left, 446.0), label);
        }
    }
}

/// The counts in a line; that of the discrepancies is marked where there are any.
fn counts(canvas: &mut Canvas, facts: &CardFacts) {
    let colour = if facts.has_disputes() { RUBRIC } else { SOFT };
    let quiet = facts.counts.iter().map(|count| (count, SOFT));
    let mut x = LEFT_PX;
    for (count, colour) in quiet.chain([(&facts.n_discrepancies, colour)]) {
        let face = face(Weight::Bold, 30.0, colour);
        if canvas.can_draw(count) {
            canvas.text(count, (x, 578.0), face);
            x += canvas.width(count, face) + 44.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(title: &str) -> CardFacts {
        let side = |answer: &str, source: &str| (answer.to_owned(), source.to_owned());
        CardFacts {
            edition: "An edition".to_owned(),
            title: title.to_owned(),
            lead: "Police raided compounds and held people.".to_owned(),
            dispute: Some(Dispute {
                label: "When the raids took place".to_owned(),
                sides: [side("14–16 July 2025", "A post"), side("14 and 16 November", "A paper")],
            }),
            counts: vec!["2 sources".to_owned(), "9 claims".to_owned()],
            n_discrepancies: "3 discrepancies".to_owned(),
            marks: vec![true, false, true],
        }
    }

    fn without_title(mut facts: CardFacts) -> Vec<u8> {
        facts.title.clear();
        draw(&facts)
    }

    #[test]
    fn a_card_has_the_size_that_shared_links_ask_for_and_the_same_bytes_everywhere() {
        let card = draw(&facts("Nationwide raids on scam compounds"));
        assert_eq!(&card[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!((&card[16..20], &card[20..24]), (&1200_u32.to_be_bytes()[..], &630_u32.to_be_bytes()[..]));
        assert_eq!(
            crate::digest::Digest::of(&card).to_string(),
            "b9fcf1b6cb33846b08b5584757dc6d8adacecaac1e47fb3b9f6f45d88ca0efa1"
        );
        assert!(card.len() < 100_000, "{} bytes", card.len());
    }

    #[test]
    fn a_title_without_letters_in_the_font_is_left_out_and_not_shown_as_boxes() {
        for title in ["ការចុះបង្ក្រាប", "突袭行动", "مداهمات", "Poipet (ប៉ោយប៉ែត)"]
        {
            assert_eq!(draw(&facts(title)), without_title(facts(title)), "{title}");
        }
        assert_ne!(draw(&facts("Облавы")), without_title(facts("Облавы")));
    }

    #[test]
    fn answers_without_letters_in_the_font_are_left_out_together() {
        let mut khmer = facts("Raids");
        let without = CardFacts { dispute: None, ..facts("Raids") };
        khmer.dispute.iter_mut().for_each(|dispute| dispute.sides[1].0 = "១៤ វិច្ឆិកា".to_owned());
        assert_eq!(draw(&khmer), draw(&without));
        assert_ne!(draw(&facts("Raids")), draw(&without));
    }

    #[test]
    fn no_alarm_is_sounded_where_nothing_is_disputed() {
        let agreed = CardFacts {
            dispute: None,
            n_discrepancies: "0 discrepancies".to_owned(),
            marks: vec![false; 3],
            ..facts("Raids")
        };
        let shown = agreed.clone();
        let alarmed = CardFacts { marks: vec![false, false, true], ..agreed };
        assert!(!shown.has_disputes() && alarmed.has_disputes());
        let is_rubric_past_the_band = |facts: &CardFacts| {
            let mut canvas = Canvas::new(PAPER);
            counts(&mut canvas, facts);
            marks(&mut canvas, &facts.marks, &Band { bottom: 524, tall: 30, step: 24 });
            canvas.has(RUBRIC)
        };
        assert!(!is_rubric_past_the_band(&shown));
        assert!(is_rubric_past_the_band(&alarmed));
    }

    #[test]
    fn nothing_that_is_too_long_or_too_many_breaks_a_card() {
        let long = CardFacts { marks: vec![true; 5_000], ..facts(&"Wörterbuch ".repeat(200)) };
        assert!(!draw(&long).is_empty());
        assert!(!draw(&facts(&"W".repeat(5_000))).is_empty());
        let mut wide = facts("Raids");
        wide.dispute.iter_mut().for_each(|dispute| dispute.sides[0].0 = "W".repeat(500));
        assert!(!draw(&wide).is_empty());
    }
}
