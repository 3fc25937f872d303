//! The finished edition: [`OutputTree`] from paths to bytes, its last check [`verify`], and
//! [`publish`], which takes it whole.
//!
//! Nothing else of a build writes to disk, and nothing here knows what the files are about.

mod path;
mod tree;
mod xml;
mod html;
mod css;
mod reference;
mod verify;
mod scripts;
mod weight;
mod publish;

pub use css::redirected;
pub use html::attribute;
pub use path::{OutPath, PathFault, is_device};
pub use publish::{Claim, How, Note, PublishOptions, Published, claim, publish};
pub use reference::base_path;
pub use scripts::script_in;
pub use tree::{OutputTree, PathTaken};
pub use verify::{DeadEnd, TreeFault, collisions, verify};
pub use weight::{GITHUB_PAGES, Kind, Limits, Overweight, heavy};
pub use xml::XmlWriter;
