//! Whether a photograph lies on its side in its file, as cameras note it (EXIF); entry point [`is_turned`].

/// The tag of the orientation among those of a picture.
const ORIENTATION: u16 = 0x0112;

/// Whether browsers turn a JPEG file by a quarter, so that its width is its height.
pub(super) fn is_turned(jpeg: &[u8]) -> bool {
    exif(jpeg).and_then(orientation).is_some_and(|orientation| (5..=8).contains(&orientation))
}

/// What the camera wrote, behind the mark of it.
fn exif(jpeg: &[u8]) -> Option<&[u8]> {
    let mut rest = jpeg.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(4..2 + length)?;
        match marker {
            0xe1 if segment.starts_with(b"Exif\0\0") => return segment.get(6..),
            // Behind the start of the picture's own data no more notes follow.
            0xda => return None,
            _ => rest = rest.get(2 + length..)?,
        }
    }
}

/// The orientation in the first list of tags.
fn orientation(tiff: &[u8]) -> Option<u16> {
    let is_big = tiff.starts_with(b"MM");
    let two = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at + 2)?.try_into().ok()?;
        Some(if is_big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let four = |at: usize| {
        let bytes: [u8; 4] = tiff.get(at..at + 4)?.try_into().ok()?;
        Some(if is_big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    };
    let list = usize::try_from(four(4)?).ok()?.checked_add(2).filter(|at| *at < tiff.len())?;
    let n_tags = usize::from(two(list - 2)?);
    let tag = (0..n_tags).map(|i| list + 12 * i).find(|&at| two(at) == Some(ORIENTATION))?;
    two(tag + 8)
}
