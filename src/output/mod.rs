//! The files of a finished edition: a [`Sink`] takes each while it is made, a [`Scan`] keeps what the last
//! check needs of it, [`Scans::verify`] looks at all of them, and [`publish()`] puts them in place.
//!
//! Nothing else of a build writes to disk, and nothing here knows what the files are about.

mod path;
mod tree;
mod sink;
mod xml;
mod html;
mod css;
mod reference;
mod fault;
mod scan;
mod verify;
mod scripts;
mod weight;
mod publish;

pub use css::redirected;
pub use fault::{DeadEnd, TreeFault};
pub use html::attribute;
pub use path::{OutPath, PathFault, is_device};
pub use publish::{Claim, How, Note, PublishOptions, Published, Staging, claim, publish};
pub use reference::{base_path, path_of};
pub use scan::Scan;
pub use scripts::script_in;
pub use sink::{Dropped, InMemory, Sink};
pub use tree::{OutputTree, PathTaken};
pub use verify::{Scans, verify};
pub use weight::{GITHUB_PAGES, Kind, Limits, Overweight, heavy};
pub use xml::XmlWriter;
