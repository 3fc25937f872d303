//! What is written into a project for its author: [`new_project`], [`new_event`], [`new_article`], [`deployment`],
//! [`add_claim`], [`rename`] and [`remove`].
//!
//! Nothing that stands in a project is overwritten: new files go where none are, and a claim is
//! added by inserting lines, so that comments and layout stay as they are.

mod file;
mod project;
mod deployment;
mod article;
mod event;
mod claim;
mod insert;
mod reference;
mod link;
mod rename;

pub use article::{NewArticle, NewCapture, new_article};
pub use claim::{NewClaim, NewReading, Refused, add_claim};
pub use deployment::{Host, RELEASED_FROM, deployment};
pub use event::{NewEvent, new_event};
pub use file::{NewFile, standing, write};
pub use project::{NewProject, new_project};
pub use reference::Target;
pub use rename::{Change, own_file, remove, rename, targets};
