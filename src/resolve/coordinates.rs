//! Where a place is: latitude and longitude in decimal degrees; entry point [`coordinates`].

use super::entity::Row;
use crate::diag::{Code, Diagnostic};
use crate::model::{Coordinates, EntityKind};
use crate::source::Span;
use crate::yaml::{Located, Words};

const HELP: &str =
    "write latitude and longitude in decimal degrees, south and west below zero: `at: [11.56, 104.92]`";

/// The most digits behind the point: a millionth of a degree is a tenth of a metre.
const N_DIGITS_MAX: usize = 6;

/// The coordinates that an entity is given; a fault leaves it without any.
pub(super) fn coordinates((id, key, raw): &Row<'_>, faults: &mut Vec<Diagnostic>) -> Option<Coordinates> {
    let at = raw.at.as_ref()?;
    let span = at.first().map_or(*key, |first| first.span);
    if raw.kind != EntityKind::Place {
        let message = format!("`{id}` is not a place, and has no coordinates");
        let help = "remove `at`, or give it to the place and name that in `in`";
        faults.push(Diagnostic::error(Code::ValueUnsuited, span, message).help(help));
        return None;
    }
    let [latitude, longitude] = &at[..] else {
        let message = format!("coordinates are two numbers, not {}", at.len());
        faults.push(Diagnostic::error(Code::ValueUnsuited, span, message).help(HELP));
        return None;
    };
    // Both are read before either is missed, so that one run tells what is wrong with both.
    let (read_latitude, read_longitude) = (degrees(latitude, faults), degrees(longitude, faults));
    let (read_latitude, read_longitude) = (read_latitude?, read_longitude?);
    let is_swapped =
        is_beyond(read_latitude, 90) && !is_beyond(read_latitude, 180) && !is_beyond(read_longitude, 90);
    if is_swapped {
        let message =
            format!("a latitude is at most 90, and `{}` is not; latitude comes first", latitude.value.0);
        let help = format!("did you mean `at: [{}, {}]`?", longitude.value.0, latitude.value.0);
        faults.push(Diagnostic::error(Code::ValueUnsuited, latitude.span, message).help(help));
        return None;
    }
    let is_latitude = within((read_latitude, 90), ("a latitude", latitude), faults);
    let is_longitude = within((read_longitude, 180), ("a longitude", longitude), faults);
    (is_latitude && is_longitude)
        .then_some(Coordinates { latitude: read_latitude, longitude: read_longitude })
}

fn is_beyond(millionths: i32, most: i32) -> bool {
    millionths.unsigned_abs() > most.unsigned_abs() * 1_000_000
}

fn within(
    (read, most): (i32, i32),
    (name, words): (&str, &Located<Words>),
    faults: &mut Vec<Diagnostic>,
) -> bool {
    if is_beyond(read, most) {
        let message = format!("{name} lies between -{most} and {most}, and `{}` does not", words.value.0);
        faults.push(Diagnostic::error(Code::ValueUnsuited, words.span, message).help(HELP));
    }
    !is_beyond(read, most)
}

/// A decimal in millionths.
fn degrees(words: &Located<Words>, faults: &mut Vec<Diagnostic>) -> Option<i32> {
    let read = millionths(&words.value.0);
    if read.is_none() {
        faults.push(unreadable(&words.value.0, words.span));
    }
    read
}

fn unreadable(words: &str, span: Span) -> Diagnostic {
    let n_digits = words.rsplit_once('.').map_or(0, |(_, digits)| digits.len());
    let is_long =
        n_digits > N_DIGITS_MAX && words.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte));
    let message = if is_long {
        format!(
            "`{words}` has more than {N_DIGITS_MAX} digits behind the point, which is less than a tenth of a metre"
        )
    } else {
        format!("`{words}` is not a number of degrees")
    };
    Diagnostic::error(Code::NumberUnreadable, span, message).help(HELP)
}

fn millionths(words: &str) -> Option<i32> {
    let (is_negative, plain) = words.strip_prefix('-').map_or((false, words), |rest| (true, rest));
    let (whole, rest) = plain.split_once('.').unwrap_or((plain, "0"));
    let are_digits = |text: &str, most: usize| {
        !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !are_digits(whole, 3) || !are_digits(rest, N_DIGITS_MAX) {
        return None;
    }
    let value = whole.parse::<i32>().ok()? * 1_000_000 + format!("{rest:0<6}").parse::<i32>().ok()?;
    Some(if is_negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::millionths;

    #[test]
    fn degrees_are_read_as_typed() {
        for (words, expected) in [
            ("11.56", Some(11_560_000)),
            ("-0.5", Some(-500_000)),
            ("180", Some(180_000_000)),
            ("104.123456", Some(104_123_456)),
            ("104.1234567", None),
            ("11,56", None),
            ("11°33′", None),
            ("1e2", None),
            ("", None),
            (".5", None),
            ("11.", None),
            ("+11", None),
        ] {
            assert_eq!(millionths(words), expected, "{words}");
        }
    }
}
