//! Whether passing figures over changes what a quote says: [`is_read_alike`], for the test of all vectors.

use super::items::{Item, Items};
use super::number::is_found_alike;
use crate::model::Number;
use crate::value::lexicon::Lexicon;

/// Whether a number is found by a quick look as it is by reading every figure whole, and whether the same dates
/// are.
#[doc(hidden)]
pub fn is_read_alike(value: &Number, unit: Option<&str>, quote: &str, lexicon: &'static Lexicon) -> bool {
    let dates = |items: Items<'_>| -> Vec<String> {
        let dates = items.filter_map(|(item, range)| match item {
            Item::Date(mention) => Some(format!("{range:?} {mention:?}")),
            Item::Figure(_) | Item::Other(..) | Item::Unread(..) | Item::Unclear | Item::Passed => None,
        });
        dates.collect()
    };
    let (passing, whole) = (Items::for_dates(quote, lexicon), Items::for_dates(quote, lexicon).whole());
    is_found_alike(value, unit, quote, lexicon) && dates(passing) == dates(whole)
}
