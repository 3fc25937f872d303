//! Pictures that browsers show: format and size from the head of a file; entry point [`measure`].
//!
//! Nothing is decoded. A photograph that its camera held upright is measured as browsers show it.

mod orientation;
mod svg;

use imagesize::{Compression, ImageType, blob_size, image_type};

/// What a page must know of a picture before its file arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The ending that its format goes by: `jpg`.
    pub ending: &'static str,
    /// Its width as it is shown.
    pub width_px: u32,
    /// Its height as it is shown.
    pub height_px: u32,
}

/// Why a file cannot stand on a page as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is no picture in a format that every browser shows.
    OtherFormat,
    /// It does not say how large it is.
    NoSize,
}

/// The formats that [`measure`] takes, as a message names them.
pub const FORMATS: &str = "PNG, JPEG, WebP, AVIF, GIF or SVG";

/// Format and size of a picture.
///
/// ```
/// use variorum::picture::measure;
/// let measured = measure(br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>"#).unwrap();
/// assert_eq!((measured.ending, measured.width_px, measured.height_px), ("svg", 40, 30));
/// ```
pub fn measure(bytes: &[u8]) -> Result<Measured, Unusable> {
    let ending = match image_type(bytes) {
        Ok(ImageType::Png) => "png",
        Ok(ImageType::Jpeg) => "jpg",
        Ok(ImageType::Gif) => "gif",
        Ok(ImageType::Webp) => "webp",
        Ok(ImageType::Heif(Compression::Av1)) => "avif",
        Ok(_) | Err(_) => return svg::measure(bytes),
    };
    let size = blob_size(bytes).map_err(|_| Unusable::NoSize)?;
    let side = |side: usize| u32::try_from(side).ok().filter(|side| *side > 0).ok_or(Unusable::NoSize);
    let (width_px, height_px) = (side(size.width)?, side(size.height)?);
    if ending == "jpg" && orientation::is_turned(bytes) {
        return Ok(Measured { ending, width_px: height_px, height_px: width_px });
    }
    Ok(Measured { ending, width_px, height_px })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x1e\x08\x02\0\0\0";
    const GIF: &[u8] = b"GIF89a\x28\0\x1e\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    #[test]
    fn the_head_of_a_file_tells_its_size() {
        let measured = |ending| Ok(Measured { ending, width_px: 40, height_px: 30 });
        assert_eq!(measure(PNG), measured("png"));
        assert_eq!(measure(GIF), measured("gif"));
        assert_eq!(measure(&jpeg(1)), measured("jpg"));
    }

    #[test]
    fn a_photograph_on_its_side_is_measured_upright() {
        let upright = Ok(Measured { ending: "jpg", width_px: 30, height_px: 40 });
        assert_eq!(measure(&jpeg(6)), upright);
        assert_eq!(measure(&jpeg(8)), upright);
    }

    #[test]
    fn what_is_no_picture_is_refused_and_what_breaks_off_too() {
        for other in [&b""[..], b"%PDF-1.7", b"BM", b"words", b"\0\0\0\x18ftypheic", b"<html></html>"] {
            assert_eq!(measure(other), Err(Unusable::OtherFormat), "{other:?}");
        }
        for whole in [PNG, &jpeg(6)] {
            for end in 0..whole.len() {
                let _ = measure(&whole[..end]);
            }
        }
    }

    /// The head of a JPEG file of 40 × 30 with an orientation.
    fn jpeg(orientation: u8) -> Vec<u8> {
        let mut bytes =
            b"\xff\xd8\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        bytes.extend([orientation, 0, 0, 0, 0, 0, 0]);
        bytes.extend(b"\xff\xc0\0\x11\x08\0\x1e\0\x28\x03\x01\x11\0\x02\x11\x01\x03\x11\x01\xff\xd9");
        bytes
    }
}
