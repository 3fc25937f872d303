//! theme.yaml of a theme, as its maker writes it; the folder it stands in is the theme's name.

use crate::yaml::{Located, Text, record};

record! {
    /// What a theme says of itself.
    RawTheme ("theme.yaml") {
        /// Name of the theme, which is that of its folder in themes/.
        required name: Located<Text> = "night",
        /// What the theme is like, in one sentence.
        optional description: Text = "White on black, for control rooms.",
    }
}
