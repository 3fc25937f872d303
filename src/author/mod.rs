//! What is written into a project for its author: [`new_project`], [`new_event`], [`new_article`]
//! and [`add_claim`].
//!
//! Nothing that stands in a project is overwritten: new files go where none are, and a claim is
//! added by inserting lines, so that comments and layout stay as they are.

mod file;
mod project;
mod article;
mod event;
mod question;
mod claim;
mod insert;

pub use article::{NewArticle, new_article};
pub use claim::{NewClaim, NewReading, Refused, add_claim};
pub use event::{NewEvent, Prepared, new_event};
pub use file::{NewFile, standing, write};
pub use project::new_project;
