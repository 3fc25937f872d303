//! What a mark is drawn in: a class of the stylesheet instead of a colour.
//!
//! plotters hands colours from elements to the backend; here the blue channel carries an
//! [`Ink`] and the other two the [`Hue`] of a source or the number of a link, so no colour exists
//! before the CSS does.

use plotters::style::{Color, RGBColor};
use plotters_backend::BackendColor;

macro_rules! inks {
    ($($(#[$doc:meta])* $ink:ident = $class:literal,)*) => {
        /// A class of chart.css.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Ink { $($(#[$doc])* $ink,)* }

        impl Ink {
            /// Every one, in order.
            pub const ALL: &[Self] = &[$(Self::$ink,)*];

            /// The class in the drawing and in chart.css.
            pub fn class(self) -> &'static str {
                match self { $(Self::$ink => $class,)* }
            }
        }
    };
}

inks! {
    /// A line that a reader follows to the axis.
    Grid = "vc-grid",
    /// The zero line and the edges of an axis break.
    Base = "vc-base",
    /// A thin line between groups.
    Rule = "vc-rule",
    /// A filled mark: the figure or day itself.
    Mark = "vc-mark",
    /// A hollow mark: the figure itself is excluded, or stands for several.
    Open = "vc-open",
    /// A solid bar over a closed interval.
    Bar = "vc-bar",
    /// A bar with hatching: approximate, or some day within.
    Hatch = "vc-hatch",
    /// A bar in outline only.
    Outline = "vc-outline",
    /// A solid line: shaft, arrow head, cap.
    Line = "vc-line",
    /// A dashed line: one of these.
    Dash = "vc-dash",
    /// A line that fades: nothing is stated beyond it.
    Fade = "vc-fade",
    /// A bracket over what lies between.
    Bracket = "vc-bracket",
    /// The edge of what an axis leaves out.
    Break = "vc-break",
    /// A bar past the whole that it is a part of.
    Above = "vc-above",
    /// Dots: answers in a column.
    Dots = "vc-dots",
    /// Diamonds: answers under another name.
    Diamonds = "vc-diamonds",
    /// Squares: answers that contradict others.
    Squares = "vc-squares",
    /// A line from what must come first to what must follow.
    Order = "vc-order",
    /// The head of such a line.
    OrderHead = "vc-order-head",
    /// What matters most.
    Severity3 = "vc-sev3",
    /// What matters.
    Severity2 = "vc-sev2",
    /// What matters little.
    Severity1 = "vc-sev1",
    /// What stands for the record.
    Severity0 = "vc-sev0",
    /// A line that breaks a rule.
    AlertLine = "vc-alert-line",
    /// A cell of the matrix without disagreement.
    Cell0 = "vc-cell0",
    /// A cell with few.
    Cell1 = "vc-cell1",
    /// A cell with some.
    Cell2 = "vc-cell2",
    /// A cell with many.
    Cell3 = "vc-cell3",
    /// A cell of two sources without a common fact.
    CellNone = "vc-cell-none",
    /// Row and group labels.
    Label = "vc-label",
    /// Words of a claim, at the right.
    Value = "vc-value",
    /// Secondary text.
    Note = "vc-note",
    /// Numbers and dates along an axis.
    Tick = "vc-tick",
    /// Text on a dark cell or bar.
    OnDark = "vc-on-dark",
    /// Text that says a rule is broken.
    AlertText = "vc-alert-text",
    /// The headline of a downloaded file.
    Headline = "vc-headline",
    /// Land on a map.
    Land = "vc-land",
    /// A border between countries.
    Border = "vc-border",
    /// The edge of a map.
    Frame = "vc-frame",
    /// A hollow mark of what sources contradict each other on.
    Disputed = "vc-disputed",
    /// An invisible area that links to a claim.
    Hit = "vc-hit",
}

/// Which of the hues that stand for sources, from 0 on; see [`N_HUES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hue(pub u8);

/// So many sources can be told apart by hue; in an edition of more, none has one.
pub const N_HUES: usize = 8;

impl Hue {
    /// The class in the drawing and in chart.css.
    pub fn class(self) -> String {
        format!("vc-h{}", usize::from(self.0) % N_HUES + 1)
    }

    /// The hue that a colour carries.
    pub fn of(color: BackendColor) -> Option<Self> {
        color.rgb.0.checked_sub(1).map(Self)
    }
}

/// An ink in the hue of a source.
pub fn hued(ink: Ink, hue: Option<Hue>) -> RGBColor {
    RGBColor(hue.filter(|_| ink.is_of_source()).map_or(0, |hue| hue.0 % N_HUES as u8 + 1), 0, ink as u8)
}

impl Ink {
    /// Whether marks in it stand for what a source says.
    fn is_of_source(self) -> bool {
        matches!(
            self,
            Self::Mark
                | Self::Open
                | Self::Bar
                | Self::Hatch
                | Self::Outline
                | Self::Line
                | Self::Dash
                | Self::Fade
                | Self::Dots
                | Self::Diamonds
        )
    }

    /// The ink that a colour carries.
    pub fn of(color: BackendColor) -> Self {
        Self::ALL.get(usize::from(color.rgb.2)).copied().unwrap_or(Self::Mark)
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { rgb: (0, 0, *self as u8), alpha: 1.0 }
    }
}

/// The colour of the area that belongs to the link with this number.
pub fn hit(link: u16) -> RGBColor {
    let [high, low] = link.to_be_bytes();
    RGBColor(high, low, Ink::Hit as u8)
}

/// The number of the link that a colour of [`hit`] carries.
pub fn link_of(color: BackendColor) -> u16 {
    u16::from_be_bytes([color.rgb.0, color.rgb.1])
}
