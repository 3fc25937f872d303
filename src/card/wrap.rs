//! Text in lines that fit; entry points [`lines`] and [`cut`].

use super::canvas::{Canvas, Face};

/// A text in lines that fit; a word that is wider than a line goes on in the next. None for a text
/// that cannot be drawn.
pub fn lines(canvas: &Canvas, text: &str, face: Face, room_px: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if !canvas.can_draw(text) {
        return lines;
    }
    for word in text.split_whitespace() {
        for piece in pieces(canvas, word, face, room_px) {
            match lines.last_mut() {
                Some(line) if canvas.width(&format!("{line} {piece}"), face) <= room_px => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                Some(_) | None => lines.push(piece),
            }
        }
    }
    lines
}

/// A text in one line, with an ellipsis where it does not fit; none for one that cannot be drawn.
pub fn cut(canvas: &Canvas, text: &str, face: Face, room_px: f32) -> Option<String> {
    if text.is_empty() || !canvas.can_draw(text) {
        return None;
    }
    if canvas.width(text, face) <= room_px {
        return Some(text.to_owned());
    }
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        let shown = format!("{}…", kept.trim_end());
        if canvas.width(&shown, face) <= room_px {
            return Some(shown);
        }
    }
    None
}

/// A word in pieces that fit: one, unless it is wider than a line.
fn pieces(canvas: &Canvas, word: &str, face: Face, room_px: f32) -> Vec<String> {
    if canvas.width(word, face) <= room_px {
        return vec![word.to_owned()];
    }
    let (mut pieces, mut width) = (vec![String::new()], 0.0);
    for c in word.chars() {
        let advance = canvas.width(c.encode_utf8(&mut [0; 4]), face);
        if width + advance > room_px {
            pieces.push(String::new());
            width = 0.0;
        }
        width += advance;
        pieces.last_mut().expect("there is a first piece").push(c);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::canvas::Weight;

    const FACE: Face = Face { weight: Weight::Bold, size_px: 60.0, colour: [0; 3] };

    #[test]
    fn no_line_is_wider_than_its_room() {
        let canvas = Canvas::new([255; 3]);
        let long = ["W".repeat(300), "Donaudampfschifffahrtsgesellschaftskapitän kommt an".repeat(4)];
        for text in long.iter().map(String::as_str).chain(["Raids on compounds in many towns of the country"])
        {
            let lines = lines(&canvas, text, FACE, 500.0);
            assert!(lines.len() > 1, "{text}");
            for line in &lines {
                assert!(canvas.width(line, FACE) <= 500.0, "{line}");
            }
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text), "nothing is lost");
        }
    }

    #[test]
    fn a_text_that_does_not_fit_in_a_line_ends_in_an_ellipsis() {
        let canvas = Canvas::new([255; 3]);
        let shown = cut(&canvas, "An untitled report on regional cooperation", FACE, 500.0).unwrap();
        assert!(shown.ends_with('…') && canvas.width(&shown, FACE) <= 500.0, "{shown}");
        assert_eq!(cut(&canvas, "A post", FACE, 500.0).as_deref(), Some("A post"));
        assert_eq!(cut(&canvas, "", FACE, 500.0), None);
        assert_eq!(cut(&canvas, "ភ្នំពេញ", FACE, 500.0), None);
    }
}
