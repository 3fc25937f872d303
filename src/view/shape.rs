//! What fields the views have, known from their types before any page is made; entry point
//! [`of_templates`].
//!
//! A template is held against these, and not against the values of some edition, in which a list
//! may well be empty.

use std::collections::{BTreeMap, BTreeSet};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::body::Body;
use super::frame::Frame;
use super::{
    agreement, answers, briefing, checked, data, days, discrepancies, entity, event, indexes, methodology,
    prose_page, source, source_index, timeline,
};

/// What a value in a template may be.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Words, a number or a truth value.
    Plain,
    /// A list of such values.
    List(Box<Shape>),
    /// A view, by the name of its type.
    View(String),
    /// One of several.
    Either(BTreeSet<Shape>),
    /// Nobody knows before the page is made.
    #[default]
    Unknown,
}

/// What a value holds under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// This.
    Found(Shape),
    /// Nothing; these names would lead to something.
    Missing(BTreeSet<String>),
}

/// The fields of every view.
#[derive(Clone, Debug, Default)]
pub struct Views {
    fields: BTreeMap<String, BTreeMap<String, Described>>,
}

/// What a view's field is.
#[derive(Clone, Debug, Default)]
pub struct Described {
    /// What it may be.
    pub shape: Shape,
    /// What it says.
    pub doc: String,
}

impl Shape {
    /// One of these; what nobody knows of one of them, nobody knows of all.
    pub fn either(shapes: impl IntoIterator<Item = Self>) -> Self {
        let mut all = BTreeSet::new();
        for shape in shapes {
            match shape {
                Self::Unknown => return Self::Unknown,
                Self::Either(several) => all.extend(several),
                shape @ (Self::Plain | Self::List(_) | Self::View(_)) => _ = all.insert(shape),
            }
        }
        match all.len() {
            0 => Self::Unknown,
            1 => all.pop_first().unwrap_or(Self::Unknown),
            _ => Self::Either(all),
        }
    }

    /// What stands in it, item by item.
    pub fn item(&self) -> Self {
        match self {
            Self::List(item) => (**item).clone(),
            Self::Either(shapes) => {
                let lists = shapes.iter().filter(|shape| matches!(shape, Self::List(_)));
                Self::either(lists.map(Self::item))
            }
            Self::Plain | Self::View(_) | Self::Unknown => Self::Unknown,
        }
    }
}

impl Views {
    /// The fields of a view, by its name.
    pub fn fields(&self, view: &str) -> &BTreeMap<String, Described> {
        static NONE: BTreeMap<String, Described> = BTreeMap::new();
        self.fields.get(view).unwrap_or(&NONE)
    }

    /// What a value of this shape holds under a name.
    pub fn field(&self, of: &Shape, name: &str) -> Field {
        match of {
            Shape::Unknown => Field::Found(Shape::Unknown),
            Shape::Plain | Shape::List(_) => Field::Missing(BTreeSet::new()),
            Shape::View(view) => {
                let Some(fields) = self.fields.get(view) else { return Field::Found(Shape::Unknown) };
                match fields.get(name) {
                    Some(field) => Field::Found(field.shape.clone()),
                    None => Field::Missing(fields.keys().cloned().collect()),
                }
            }
            Shape::Either(shapes) => {
                let mut found = Vec::new();
                let mut known = BTreeSet::new();
                for shape in shapes {
                    match self.field(shape, name) {
                        Field::Found(shape) => found.push(shape),
                        Field::Missing(names) => known.extend(names),
                    }
                }
                if found.is_empty() { Field::Missing(known) } else { Field::Found(Shape::either(found)) }
            }
        }
    }
}

/// What every page is given as `page`, and each template of a page as `view`.
pub struct OfTemplates {
    /// The fields of all views.
    pub views: Views,
    /// What every page is given as `page`.
    pub page: Shape,
    /// What the page of a template is given as `view`.
    pub view: BTreeMap<&'static str, Shape>,
}

/// The shapes of all that templates are given.
pub fn of_templates() -> OfTemplates {
    let mut types = SchemaSettings::draft07().for_serialize().into_generator();
    let page = of::<Frame>(&mut types);
    let view = [
        ("briefing.html", of::<briefing::BriefingView>(&mut types)),
        ("event-index.html", of::<indexes::SheetIndexView>(&mut types)),
        ("event.html", of::<event::EventView>(&mut types)),
        ("question-index.html", of::<indexes::SheetIndexView>(&mut types)),
        ("question.html", of::<event::EventView>(&mut types)),
        ("source-index.html", of::<source_index::SourceIndexView>(&mut types)),
        ("source.html", of::<source::SourceView>(&mut types)),
        ("entity-index.html", of::<entity::EntityIndexView>(&mut types)),
        ("entity.html", of::<entity::EntityView>(&mut types)),
        ("discrepancies.html", of::<discrepancies::DiscrepanciesView>(&mut types)),
        ("days.html", of::<days::DaysView>(&mut types)),
        ("answers.html", of::<answers::AnswersView>(&mut types)),
        ("timeline.html", of::<timeline::TimelineView>(&mut types)),
        ("agreement.html", of::<agreement::AgreementView>(&mut types)),
        ("methodology.html", of::<methodology::MethodologyView>(&mut types)),
        ("checked.html", of::<checked::CheckedView>(&mut types)),
        ("data.html", of::<data::DataView>(&mut types)),
        ("search.html", of::<indexes::EverythingView>(&mut types)),
        ("prose.html", of::<prose_page::ProsePageView>(&mut types)),
        // The page for addresses that do not exist shows nothing of the edition's content.
        ("tag-index.html", of::<indexes::TagIndexView>(&mut types)),
        ("tag.html", of::<indexes::SheetIndexView>(&mut types)),
        ("moved.html", of::<prose_page::MovedView>(&mut types)),
        ("removed.html", of::<prose_page::RemovedView>(&mut types)),
        ("404.html", json!({"type": "object", "properties": {}})),
    ];
    let mut reader = Reader { types: types.take_definitions(true), views: Views::default() };
    let page = reader.shape(&page, "page");
    let view =
        view.into_iter().map(|(template, schema)| (template, reader.shape(&schema, template))).collect();
    OfTemplates { views: reader.views, page, view }
}

fn of<T: JsonSchema>(types: &mut SchemaGenerator) -> Value {
    types.subschema_for::<T>().to_value()
}

/// Reads the schemas of types.
struct Reader {
    types: Map<String, Value>,
    views: Views,
}

impl Reader {
    /// What values of a schema are; an object without a name gets this one.
    fn shape(&mut self, schema: &Value, name: &str) -> Shape {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.named(reference.trim_start_matches("#/definitions/"));
        }
        let several = ["anyOf", "oneOf", "allOf"].iter().find_map(|word| schema[word].as_array());
        if let Some(schemas) = several {
            let present = schemas.iter().enumerate().filter(|(_, schema)| schema["type"] != "null");
            return Shape::either(present.map(|(i, schema)| self.shape(schema, &format!("{name}.{i}"))));
        }
        if let Some(properties) = schema["properties"].as_object() {
            self.add(name, properties);
            return Shape::View(name.to_owned());
        }
        match &schema["type"] {
            Value::String(kind) => self.of_kind(kind, schema, name),
            // An optional value: its kind and null.
            Value::Array(kinds) => {
                match kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null") {
                    Some(kind) => self.of_kind(kind, schema, name),
                    None => Shape::Unknown,
                }
            }
            _ if schema["enum"].is_array() || schema.get("const").is_some() => Shape::Plain,
            _ => Shape::Unknown,
        }
    }

    fn of_kind(&mut self, kind: &str, schema: &Value, name: &str) -> Shape {
        match kind {
            "array" if schema["items"].is_object() => {
                Shape::List(Box::new(self.shape(&schema["items"], &format!("{name}.item"))))
            }
            "string" | "integer" | "number" | "boolean" => Shape::Plain,
            _ => Shape::Unknown,
        }
    }

    fn named(&mut self, name: &str) -> Shape {
        if self.views.fields.contains_key(name) {
            return Shape::View(name.to_owned());
        }
        match self.types.get(name).cloned() {
            Some(schema) => self.shape(&schema, name),
            None => Shape::Unknown,
        }
    }

    fn add(&mut self, name: &str, properties: &Map<String, Value>) {
        // The name is taken first, so that views may hold each other.
        self.views.fields.insert(name.to_owned(), BTreeMap::new());
        let fields = properties.iter().map(|(field, schema)| {
            let shape = self.shape(schema, &format!("{name}.{field}"));
            let doc = schema["description"].as_str().unwrap_or_default().replace('\n', " ");
            (field.clone(), Described { shape, doc })
        });
        let fields = fields.collect();
        self.views.fields.insert(name.to_owned(), fields);
    }
}

/// The template of a page.
pub fn template(body: &Body) -> &'static str {
    match body {
        Body::Briefing(_) => "briefing.html",
        Body::EventIndex(_) => "event-index.html",
        Body::Event(_) => "event.html",
        Body::QuestionIndex(_) => "question-index.html",
        Body::Question(_) => "question.html",
        Body::SourceIndex(_) => "source-index.html",
        Body::Source(_) => "source.html",
        Body::EntityIndex(_) => "entity-index.html",
        Body::Entity(_) => "entity.html",
        Body::Discrepancies(_) => "discrepancies.html",
        Body::Days(_) => "days.html",
        Body::Answers(_) => "answers.html",
        Body::Timeline(_) => "timeline.html",
        Body::Agreement(_) => "agreement.html",
        Body::Methodology(_) => "methodology.html",
        Body::Checked(_) => "checked.html",
        Body::Data(_) => "data.html",
        Body::Search(_) => "search.html",
        Body::Prose(_) => "prose.html",
        Body::TagIndex(_) => "tag-index.html",
        Body::Tag(_) => "tag.html",
        Body::Moved(_) => "moved.html",
        Body::Removed(_) => "removed.html",
        Body::NotFound {} => "404.html",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(given: &OfTemplates, template: &str, path: &[&str]) -> Option<Shape> {
        path.iter().try_fold(given.view[template].clone(), |shape, name| {
            let shape = if *name == "[]" { return Some(shape.item()) } else { shape };
            match given.views.field(&shape, name) {
                Field::Found(shape) => Some(shape),
                Field::Missing(_) => None,
            }
        })
    }

    #[test]
    fn fields_are_known_through_lists_and_options() {
        let given = of_templates();
        let claims = ["facts", "[]", "claims", "[]"];
        let claim = |field| [claims.as_slice(), &[field]].concat();
        assert_eq!(field(&given, "event.html", &claim("words")), Some(Shape::Plain));
        assert_eq!(field(&given, "event.html", &claim("wrods")), None);
        assert_eq!(field(&given, "event.html", &["summary", "[]", "html"]), Some(Shape::Plain));
        assert_eq!(field(&given, "404.html", &["summary"]), None);
    }
}
