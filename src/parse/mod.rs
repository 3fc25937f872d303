//! One file at a time: from text to what the author wrote; entry point [`parse`].
//!
//! Nothing here looks at a second file: ids are read but not looked up, values are kept as words.
//! Files are mapped in parallel, and results are in the order of their paths.

mod words;
mod answer;
mod record;
mod short;
mod settings;
mod theme;
mod lock;
mod document;
mod file;
mod kept;
mod schemas;

pub use answer::{RawClaims, RawListed, RawQuote, RawValue};
pub use document::{Document, split, split_front};
pub use file::{
    Parsed, ParsedArticle, ParsedBriefing, ParsedPage, ParsedSheet, ParsedTheme, is_hurt, parse, parse_again,
};
pub use kept::Kept;
pub use lock::{RawLock, RawLockVersion, RawLockedArticle, RawLockedFigure, RawLockedQuote};
pub use record::{
    RawArticle, RawBriefing, RawCapture, RawClaim, RawEditorsReading, RawEntity, RawFact, RawPage,
    RawRelative, RawRuling, RawScope, RawSetAside, RawSheet, RawSheetSource, RawTenure,
};
pub use schemas::{FormatSchema, schemas};
pub use settings::{RawAcceptance, RawPublisher, RawRemoved, RawSettings, RawTolerances, RawTranslation};
pub use theme::RawTheme;
pub use words::RawFactKind;
