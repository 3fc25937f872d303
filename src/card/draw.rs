//! The layout of a card; entry point [`draw`].
//!
//! A text that the font cannot show as it should be is left out rather than shown as boxes: then the
//! marks and figures stand for themselves.

use super::canvas::{Canvas, Colour, Face, Weight};
use super::facts::CardFacts;
use super::{HEIGHT_PX, WIDTH_PX};

const PAPER: Colour = [251, 249, 244];
const INK: Colour = [28, 26, 23];
const SOFT: Colour = [92, 86, 78];
const RUBRIC: Colour = [155, 28, 28];

/// Space around everything.
const MARGIN_PX: u32 = 72;

/// The most lines of a title.
const N_LINES_MAX: usize = 4;

/// A card as PNG.
pub fn draw(facts: &CardFacts) -> Vec<u8> {
    let mut canvas = Canvas::new(PAPER);
    canvas.fill((0, 0), (24, HEIGHT_PX), RUBRIC);
    let left = MARGIN_PX as f32;
    let small = Face { weight: Weight::Regular, size_px: 30.0, colour: SOFT };
    if let Some(edition) = wrapped(&canvas, &facts.edition, small).into_iter().next() {
        canvas.text(&edition, (left, 96.0), small);
    }
    let bold = Face { weight: Weight::Bold, size_px: 62.0, colour: INK };
    for (i, line) in wrapped(&canvas, &facts.title, bold).iter().take(N_LINES_MAX).enumerate() {
        canvas.text(line, (left, 186.0 + 74.0 * i as f32), bold);
    }
    marks(&mut canvas, &facts.marks);
    let mut x = left;
    for (i, count) in facts.counts.iter().enumerate() {
        let colour = if i + 1 == facts.counts.len() { RUBRIC } else { INK };
        let face = Face { weight: Weight::Bold, size_px: 36.0, colour };
        let shown = if canvas.can_draw(count) { count.clone() } else { figures(count) };
        canvas.text(&shown, (x, 566.0), face);
        x += canvas.width(&shown, face) + 48.0;
    }
    canvas.png()
}

/// One bar for each claim, the disputed ones tall and red, over the whole width.
fn marks(canvas: &mut Canvas, marks: &[bool]) {
    let Ok(n_marks) = u32::try_from(marks.len()) else { return };
    let room = WIDTH_PX - 2 * MARGIN_PX;
    let step = (room / n_marks.max(1)).clamp(1, 24);
    let width = (step * 2 / 3).max(1);
    for (i, &disputed) in (0..room / step).zip(marks) {
        let (height, colour) = if disputed { (44, RUBRIC) } else { (22, SOFT) };
        canvas.fill((MARGIN_PX + i * step, 506 - height), (width, height), colour);
    }
}

/// The digits of a text, for words that the font cannot show.
fn figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A text in lines that fit, the last one cut where there are too many; none that cannot be drawn.
fn wrapped(canvas: &Canvas, text: &str, face: Face) -> Vec<String> {
    if !canvas.can_draw(text) {
        return Vec::new();
    }
    let room = (WIDTH_PX - 2 * MARGIN_PX) as f32;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if canvas.width(&format!("{line} {word}"), face) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    if lines.len() > N_LINES_MAX {
        lines.truncate(N_LINES_MAX);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(title: &str) -> CardFacts {
        CardFacts {
            edition: "An edition".to_owned(),
            title: title.to_owned(),
            counts: vec!["2 sources".to_owned(), "9 claims".to_owned(), "3 discrepancies".to_owned()],
            marks: vec![true, false, true],
        }
    }

    #[test]
    fn a_card_has_the_size_that_shared_links_ask_for_and_the_same_bytes_everywhere() {
        let card = draw(&facts("Nationwide raids on scam compounds"));
        assert_eq!(&card[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!((&card[16..20], &card[20..24]), (&1200_u32.to_be_bytes()[..], &630_u32.to_be_bytes()[..]));
        assert_eq!(
            crate::digest::Digest::of(&card).to_string(),
            "cb5c0465c1cf0ddfb5c92754480ccc3ef96e833affe2b3dc01955411a553c1cc"
        );
        assert!(card.len() < 100_000, "{} bytes", card.len());
    }

    #[test]
    fn a_title_without_letters_in_the_font_is_left_out_and_not_shown_as_boxes() {
        assert_eq!(draw(&facts("ការចុះបង្ក្រាប")), draw(&facts("")));
        assert_eq!(draw(&facts("突袭行动")), draw(&facts("")));
        assert_eq!(draw(&facts("مداهمات")), draw(&facts("")));
        assert_ne!(draw(&facts("Облавы")), draw(&facts("")));
    }

    #[test]
    fn nothing_that_is_too_long_or_too_many_breaks_a_card() {
        let long = CardFacts { marks: vec![true; 5_000], ..facts(&"Wörterbuch ".repeat(200)) };
        assert!(!draw(&long).is_empty());
        assert!(!draw(&facts(&"W".repeat(5_000))).is_empty());
    }
}
