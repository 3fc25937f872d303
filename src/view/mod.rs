//! What each page shows, as plain values for templates; entry point [`build`].
//!
//! A view holds words and document-relative links, nothing of the domain: the domain's own types
//! are never serialised. Views decide what is said and in which order, templates how it looks.

mod terms;
mod edition;
mod sigla;
mod article_names;
mod here;
mod readings;
mod address;
mod heading;
mod standing;
mod frame;
mod namesakes;
mod heading_ids;
mod prose;
mod editors;
mod speakers;
mod claim;
mod dispute_title;
mod discrepancy;
mod parts;
mod days;
mod fact;
mod figure;
mod sheet;
mod event;
mod source;
mod source_index;
mod timeline;
mod unknown;
mod dispute_counts;
mod dispute_table;
mod discrepancies;
mod briefing;
mod briefing_markdown;
mod entity;
mod answers;
mod agreement;
mod methodology;
mod checked;
mod initials;
mod indexes;
mod data;
mod prose_page;
mod body;
mod shape;
mod search;
#[cfg(test)]
pub(crate) mod fixture;

pub use body::{Body, PageView, Pages, build};
pub use briefing_markdown::briefing_markdown;
pub use edition::Edition;
pub use figure::{ChartFiles, chart_files};
pub use here::{Here, Link};
pub use search::{Document, Group, documents};
pub use shape::{Described, Field, OfTemplates, Shape, Views, of_templates, template};
