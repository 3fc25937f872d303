//! People, organisations, places, groups, offices and outlets.

use super::{EntityIx, Id};

/// Somebody or something that sources name.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Key in entities.yaml.
    pub id: Id,
    /// What it is.
    pub kind: EntityKind,
    /// The curator's preferred name.
    pub name: String,
    /// The name in its own script, where certain.
    pub native: Option<String>,
    /// Other spellings that occur.
    pub aliases: Vec<String>,
    /// The place that contains this place.
    pub within: Option<EntityIx>,
    /// For an office: held by one person at a time.
    pub exclusive: bool,
    /// Wikidata item, as `Q…`.
    pub wikidata: Option<String>,
    /// A remark for readers.
    pub note: Option<String>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place; places contain places.
    Place,
    /// A group of people, such as a nationality; a part of breakdowns.
    Group,
    /// An office that a person holds.
    Office,
    /// A publisher of news.
    Outlet,
}
