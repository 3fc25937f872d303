//! Bytes as text: UTF-8 only, and a precise word on anything else; entry points [`decode`] for
//! other people's texts and [`decode_printable`] for the project's own.
//!
//! Line endings stay as they are, so that spans are offsets into what the author sees. Nothing is
//! guessed or repaired here: a file in another encoding is refused, since a wrong guess would
//! change a name or a figure without anybody noticing.

/// Text that could not be taken over, with what was readable before the fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecodable {
    /// The text before the fault, without a byte order mark.
    pub before: String,
    /// What was seen, as the end of the sentence "`x` is not UTF-8 text: …".
    pub seen: String,
    /// What to do.
    pub help: &'static str,
}

/// UTF-8 text without its byte order mark, or what stands in the way.
pub fn decode(bytes: Vec<u8>) -> Result<String, Undecodable> {
    if let Some(encoding) = wide_encoding(&bytes) {
        return Err(Undecodable {
            before: String::new(),
            seen: format!("it begins like {encoding}, at byte 0"),
            help: "save the file as UTF-8",
        });
    }
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(error.utf8_error().valid_up_to(), error.as_bytes(), mark)),
    };
    text.drain(..mark);
    Ok(text)
}

/// The same, without characters that neither YAML nor XML may hold and that no editor shows.
pub fn decode_printable(bytes: Vec<u8>) -> Result<String, Undecodable> {
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let text = decode(bytes)?;
    let suspected = text.bytes().enumerate().filter(|(_, byte)| may_begin_unprintable(*byte));
    let mut found = suspected.filter_map(|(at, _)| Some((at, text[at..].chars().next()?)));
    match found.find(|(_, c)| is_unprintable(*c)) {
        None => Ok(text),
        Some((offset, c)) => Err(Undecodable {
            before: text[..offset].to_owned(),
            seen: format!("a control character, U+{:04X}, at byte {}", c as u32, mark + offset),
            help: "remove the character; if the file is not text, it does not belong here",
        }),
    }
}

/// The name of a two- or four-byte encoding that these bytes begin in.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] => Some("UTF-16, low byte first"),
        [0xFE, 0xFF, ..] => Some("UTF-16, high byte first"),
        // Without a mark, Latin text in UTF-16 still shows as letters beside zeros.
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => Some("UTF-16, low byte first, without a mark"),
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some("UTF-16, high byte first, without a mark"),
        _ => None,
    }
}

fn not_utf8(valid_up_to: usize, bytes: &[u8], mark: usize) -> Undecodable {
    let byte = bytes.get(valid_up_to).copied().unwrap_or_default();
    Undecodable {
        before: String::from_utf8_lossy(&bytes[mark.min(valid_up_to)..valid_up_to]).into_owned(),
        seen: format!("0x{byte:02X} at byte {valid_up_to}"),
        help: "save the file as UTF-8; it may be in Windows-1252 or another one-byte encoding",
    }
}

/// Whether a character shows what follows it in the other direction, figures too: `1,208` as `802,1`.
///
/// The marks and isolates that texts from right to left need are no such override.
pub fn turns_around(c: char) -> bool {
    matches!(c, '\u{202D}' | '\u{202E}')
}

/// Whether a character that is not printable may begin with this byte; of most texts no character is looked at.
fn may_begin_unprintable(byte: u8) -> bool {
    match byte {
        b'\t' | b'\n' | b'\r' => false,
        // U+0080 to U+009F, U+202D and U+202E, U+FFFE and U+FFFF.
        0..=0x1F | 0x7F | 0xC2 | 0xE2 | 0xEF => true,
        _ => false,
    }
}

fn is_unprintable(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        _ if turns_around(c) => true,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: &[u8]) -> (String, String) {
        let fault = decode_printable(bytes.to_vec()).unwrap_err();
        (fault.before, fault.seen)
    }

    #[test]
    fn a_byte_order_mark_is_dropped_and_line_endings_stay() {
        assert_eq!(decode(b"\xEF\xBB\xBFa: 1\r\nb: 2\r\n".to_vec()).unwrap(), "a: 1\r\nb: 2\r\n");
        assert_eq!(decode("ភ្នំពេញ\n".into()).unwrap(), "ភ្នំពេញ\n");
        assert_eq!(decode(vec![]).unwrap(), "");
    }

    #[test]
    fn a_latin_1_byte_is_named_with_its_offset() {
        assert_eq!(seen(b"title: Caf\xE9\n"), ("title: Caf".into(), "0xE9 at byte 10".into()));
        assert_eq!(seen(b"\xEF\xBB\xBFab\xC3"), ("ab".into(), "0xC3 at byte 5".into()));
    }

    #[test]
    fn utf_16_is_recognised_with_and_without_a_mark() {
        assert_eq!(seen(b"\xFF\xFEa\0b\0").1, "it begins like UTF-16, low byte first, at byte 0");
        assert_eq!(seen(b"a\0b\0").1, "it begins like UTF-16, low byte first, without a mark, at byte 0");
        assert_eq!(seen(b"\xFF\xFE\0\0a\0\0\0").1, "it begins like UTF-32, at byte 0");
    }

    #[test]
    fn nul_and_escape_are_refused_where_they_stand() {
        assert_eq!(seen(b"abc\0d"), ("abc".into(), "a control character, U+0000, at byte 3".into()));
        assert_eq!(
            seen(b"\xEF\xBB\xBFa\x1B[31m"),
            ("a".into(), "a control character, U+001B, at byte 4".into())
        );
    }

    #[test]
    fn every_character_that_is_not_printable_begins_with_a_byte_that_is_suspected() {
        let begins = |c: char| c.encode_utf8(&mut [0; 4]).as_bytes()[0];
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        assert!(all.filter(|c| is_unprintable(*c)).all(|c| may_begin_unprintable(begins(c))));
    }
}
