//! People, organisations, places, groups, offices and outlets.

use std::sync::Arc;

use super::{DateValue, EntityIx, Id, Name};

/// Somebody or something that sources name.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// All its names taken apart: the preferred one, the native one, then the aliases.
    pub forms: Vec<Arc<Name>>,
    /// The place that contains this place.
    pub within: Option<EntityIx>,
    /// For a place: where it is, as the curator says.
    pub at: Option<Coordinates>,
    /// For a group: the place whose people it is, and under which it stands.
    pub people_of: Option<EntityIx>,
    /// For an office: held by one person at a time.
    pub exclusive: bool,
    /// For an office: who held it when, by the curator's own record.
    pub holders: Vec<Tenure>,
    /// Wikidata item, as `Q…`.
    pub wikidata: Option<String>,
    /// A remark for readers.
    pub note: Option<String>,
}

/// A point of the globe, in millionths of a degree: exact, and the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coordinates {
    /// North of the equator, from -90 to 90 degrees.
    pub latitude: i32,
    /// East of Greenwich, from -180 to 180 degrees.
    pub longitude: i32,
}

/// A period in which one person held an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// The person.
    pub person: EntityIx,
    /// When it began; `None` is not known or long ago.
    pub from: Option<DateValue>,
    /// When it ended; `None` is not yet.
    pub to: Option<DateValue>,
}

impl Tenure {
    /// Whether the person may have held the office on some day of a date.
    pub fn covers(&self, date: &DateValue) -> bool {
        let begun = match (self.from.as_ref().and_then(DateValue::earliest), date.latest()) {
            (Some(from), Some(day)) => from <= day,
            (None, _) | (_, None) => true,
        };
        let lasting = match (self.to.as_ref().and_then(DateValue::latest), date.earliest()) {
            (Some(to), Some(day)) => day <= to,
            (None, _) | (_, None) => true,
        };
        begun && lasting && date.year_known
    }
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
