//! A claim added to a fact sheet, with its comments and layout as they are; entry point
//! [`add_claim`].
//!
//! The new text is read again and has to say what the old one said, and the claim, and nothing else.

use super::file::quoted;
use super::insert::{Insertion, Written, apply, into_list, into_map};
use crate::diag::{Diagnostic, nearest};
use crate::model::Id;
use crate::source::{FileId, Span};
use crate::yaml::{self, Entry, Node, NodeKind, Origin};

/// What a source answers.
#[derive(Clone, Debug)]
pub struct NewClaim {
    /// The entity of entities.yaml that the fact is about; `None` in a sheet of its own.
    pub entity: Option<Id>,
    /// The fact of the sheet.
    pub fact: Id,
    /// The article that answers.
    pub source: Id,
    /// The answer in the source's own words; several make a list.
    pub value: Vec<String>,
    /// The answers by part.
    pub parts: Vec<(Id, String)>,
    /// What the editors read the value as, where no program reads it.
    pub reading: Option<NewReading>,
    /// Which currency a word that several countries share means.
    pub currency: Option<String>,
    /// The words it rests on.
    pub quote: String,
    /// Whom the source cites.
    pub via: Vec<Id>,
    /// When the answer holds.
    pub as_of: Option<String>,
    /// A remark for readers.
    pub note: Option<String>,
}

/// What the editors read a value as.
#[derive(Clone, Debug)]
pub struct NewReading {
    /// The value that is compared.
    pub words: String,
    /// Who read it.
    pub by: String,
    /// How they came to read it so.
    pub note: Option<String>,
}

/// Why no claim was added.
#[derive(Clone, Debug)]
pub enum Refused {
    /// The sheet cannot be read.
    Unreadable(Vec<Diagnostic>),
    /// The sheet has no such fact; the name that is nearest.
    NoFact(Option<String>),
    /// The claims are written in a layout that nothing can be added to safely.
    Layout,
}

/// The text of the sheet, or of entities.yaml, with the claim in it.
pub fn add_claim(text: &str, claim: &NewClaim) -> Result<String, Refused> {
    let file = read(text)?;
    let owner = match &claim.entity {
        Some(entity) => entry(&file, entity.as_str()).map(|entry| &entry.value),
        None => Some(&file),
    };
    let facts = owner.and_then(|owner| entry(owner, "facts")).map(|facts| &facts.value);
    let Some(fact) = facts.and_then(|facts| entry(facts, claim.fact.as_str())) else {
        let known = facts.map(keys).unwrap_or_default();
        return Err(Refused::NoFact(nearest(claim.fact.as_str(), known).map(str::to_owned)));
    };
    let claims = entry(&fact.value, "claims").ok_or(Refused::Layout)?;
    let written = written(claim);
    let mut insertions: Vec<Insertion> = Vec::new();
    insertions.push(into_list(text, claims, &written).ok_or(Refused::Layout)?);
    let sources = owner.and_then(|owner| entry(owner, "sources"));
    let unlisted = sources.filter(|sources| !lists(&sources.value, claim.source.as_str()));
    if let Some(sources) = unlisted {
        insertions.push(into_map(text, sources, claim.source.as_str()).ok_or(Refused::Layout)?);
    }
    let added = apply(text, insertions);
    let expected = expected(&file, claim, &read(&written.flow)?);
    if read(&added).is_ok_and(|found| same(&found, &expected)) { Ok(added) } else { Err(Refused::Layout) }
}

fn read(text: &str) -> Result<Node, Refused> {
    yaml::parse(text, Origin { file: FileId(0), offset: 0 }).map_err(Refused::Unreadable)
}

fn entries(node: &Node) -> &[Entry] {
    match &node.kind {
        NodeKind::Map(entries) => entries,
        NodeKind::Scalar(_) | NodeKind::List(_) => &[],
    }
}

fn entry<'a>(node: &'a Node, key: &str) -> Option<&'a Entry> {
    entries(node).iter().find(|entry| entry.key == key)
}

fn keys(node: &Node) -> Vec<&str> {
    entries(node).iter().map(|entry| entry.key.as_str()).collect()
}

fn written(claim: &NewClaim) -> Written {
    let mut fields = vec![format!("source: {}", claim.source)];
    match claim.value.as_slice() {
        [] => {}
        [value] => fields.push(format!("value: {}", quoted(value))),
        values => {
            let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            fields.push(format!("value: [{}]", values.join(", ")));
        }
    }
    if !claim.parts.is_empty() {
        let parts: Vec<String> =
            claim.parts.iter().map(|(part, value)| format!("{part}: {}", quoted(value))).collect();
        fields.push(format!("parts: {{{}}}", parts.join(", ")));
    }
    fields.extend(claim.reading.iter().map(|reading| {
        let note = reading.note.iter().map(|note| format!(", note: {}", quoted(note)));
        let note: String = note.collect();
        format!("reading: {{as: {}, by: {}{note}}}", quoted(&reading.words), quoted(&reading.by))
    }));
    fields.extend(claim.currency.iter().map(|code| format!("currency: {}", quoted(code))));
    fields.push(format!("quote: {}", quoted(&claim.quote)));
    if !claim.via.is_empty() {
        let via: Vec<&str> = claim.via.iter().map(Id::as_str).collect();
        fields.push(format!("via: [{}]", via.join(", ")));
    }
    fields.extend(claim.as_of.iter().map(|date| format!("as_of: {}", quoted(date))));
    fields.extend(claim.note.iter().map(|note| format!("note: {}", quoted(note))));
    Written { flow: format!("{{{}}}", fields.join(", ")), block: fields }
}

/// What the new text has to say.
fn expected(file: &Node, claim: &NewClaim, added: &Node) -> Node {
    let mut file = file.clone();
    let owner = match &claim.entity {
        Some(entity) => value_mut(&mut file, entity.as_str()),
        None => Some(&mut file),
    };
    let Some(owner) = owner else { return file };
    let path = ["facts", claim.fact.as_str(), "claims"];
    let claims = path.iter().try_fold(&mut *owner, |node, key| value_mut(node, key));
    if let Some(claims) = claims {
        match &mut claims.kind {
            NodeKind::List(items) => items.push(added.clone()),
            NodeKind::Scalar(_) | NodeKind::Map(_) => claims.kind = NodeKind::List(vec![added.clone()]),
        }
    }
    if let Some(sources) = value_mut(owner, "sources") {
        list_source(sources, claim.source.as_str());
    }
    file
}

/// Whether a sheet lists an article, by its id or by a short key.
fn lists(sources: &Node, article: &str) -> bool {
    let is_it = |node: &Node| matches!(&node.kind, NodeKind::Scalar(scalar) if scalar.text == article);
    entries(sources).iter().any(|listed| {
        let named = entry(&listed.value, "article").map(|field| &field.value);
        match named.or(Some(&listed.value)).filter(|node| matches!(node.kind, NodeKind::Scalar(_))) {
            Some(node) if !matches!(&node.kind, NodeKind::Scalar(scalar) if scalar.is_null()) => is_it(node),
            Some(_) | None => listed.key == article,
        }
    })
}

fn list_source(sources: &mut Node, source: &str) {
    if lists(sources, source) {
        return;
    }
    let nowhere = Span::start_of(FileId(0));
    let value = Node { span: nowhere, kind: NodeKind::Map(Vec::new()) };
    let entry = Entry { key: source.to_owned(), key_span: nowhere, value };
    match &mut sources.kind {
        NodeKind::Map(entries) => entries.push(entry),
        NodeKind::Scalar(_) | NodeKind::List(_) => sources.kind = NodeKind::Map(vec![entry]),
    }
}

fn value_mut<'a>(node: &'a mut Node, key: &str) -> Option<&'a mut Node> {
    match &mut node.kind {
        NodeKind::Map(entries) => {
            entries.iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.value)
        }
        NodeKind::Scalar(_) | NodeKind::List(_) => None,
    }
}

/// Whether two trees say the same, wherever it stands.
fn same(a: &Node, b: &Node) -> bool {
    match (&a.kind, &b.kind) {
        (NodeKind::Scalar(a), NodeKind::Scalar(b)) => a == b,
        (NodeKind::List(a), NodeKind::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (NodeKind::Map(a), NodeKind::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.key == b.key && same(&a.value, &b.value))
        }
        (NodeKind::Scalar(_) | NodeKind::List(_) | NodeKind::Map(_), _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim() -> NewClaim {
        NewClaim {
            entity: None,
            fact: Id::new("hurt").unwrap(),
            source: Id::new("radio").unwrap(),
            value: vec!["over 1,000".into()],
            parts: vec![],
            reading: None,
            currency: None,
            quote: "said \"over 1,000: at least\" # hurt".into(),
            via: vec![Id::new("chief").unwrap()],
            as_of: None,
            note: None,
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        match add_claim(text, &claim()) {
            Ok(added) => assert_eq!(added, expected),
            Err(refused) => assert_eq!(format!("{refused:?}"), expected),
        }
    }

    const BLOCK: &str = "- source: radio\n        value: \"over 1,000\"\n        quote: \"said \\\"over 1,000: at least\\\" # hurt\"\n        via: [chief]\n";
    const FLOW: &str = "{source: radio, value: \"over 1,000\", quote: \"said \\\"over 1,000: at least\\\" # hurt\", via: [chief]}";

    #[test]
    fn a_block_keeps_its_comments_and_gains_lines_after_its_last_claim() {
        let before = "# Sheet\nsources:\n  gazette: {as_of: \"2026\"}  # first\n  radio: {}\nfacts:\n  hurt:   # who\n    claims:\n      # one\n      - source: gazette\n        value: 14   # as printed\n        quote: >-\n          14 people\n          were hurt\n\n";
        let rest = "  # the next fact\n  date:\n    kind: date\n";
        check(&format!("{before}{rest}"), &format!("{}\n      {BLOCK}\n{rest}", before.trim_end()));
    }

    #[test]
    fn a_source_under_a_short_key_is_listed_already() {
        for sources in ["{r: radio}", "{r: {article: radio, as_of: \"2026\"}}"] {
            let before = format!(
                "sources: {sources}\nfacts:\n  hurt:\n    claims:\n      - r: \"{{14}} hurt\" # so\n"
            );
            check(&before, &format!("{before}      {BLOCK}"));
        }
    }

    #[test]
    fn a_source_that_the_sheet_does_not_list_is_listed() {
        check(
            "sources:\n  gazette:\nfacts:\n  hurt:\n    claims:\n      - {source: gazette} # first\n",
            &format!(
                "sources:\n  gazette:\n  radio: {{}}\nfacts:\n  hurt:\n    claims:\n      - {{source: gazette}} # first\n      - {FLOW}\n"
            ),
        );
    }

    #[test]
    fn flow_lists_and_mappings_stay_in_flow() {
        check(
            "sources: {gazette: {}}\nfacts: {hurt: {claims: [{source: gazette}]}}\n",
            &format!(
                "sources: {{gazette: {{}}, radio: {{}}}}\nfacts: {{hurt: {{claims: [{{source: gazette}}, {FLOW}]}}}}\n"
            ),
        );
        check("facts:\n  hurt: {claims: []}\n", &format!("facts:\n  hurt: {{claims: [{FLOW}]}}\n"));
    }

    #[test]
    fn the_first_claim_of_a_fact_begins_its_list() {
        check(
            "facts:\n  hurt:\n    claims: # none\n  date: {}\n",
            &format!("facts:\n  hurt:\n    claims: # none\n      {BLOCK}  date: {{}}\n"),
        );
    }

    #[test]
    fn line_ends_of_windows_stay() {
        let text = "facts:\r\n  hurt:\r\n    claims:\r\n      - {source: gazette}\r\n";
        check(text, &format!("{}\r\n      - {FLOW}\r\n", text.trim_end()));
    }

    #[test]
    fn what_cannot_be_added_to_is_refused() {
        check("facts:\n  hurts:\n    claims: []\n", "NoFact(Some(\"hurts\"))");
        check("facts:\n  hurt:\n    claims: words\n", "Layout");
        check("facts:\n  hurt:\n    claims: &a\n      - {source: b}\n  other: {claims: *a}\n", "Layout");
    }

    #[test]
    fn a_fact_about_an_entity_is_reached_in_the_list_of_entities() {
        let pier = NewClaim { entity: Some(Id::new("pier").unwrap()), ..claim() };
        let text = "# Names\nharbour: {kind: place, name: Harbour}\npier:\n  kind: place\n  name: Pier\n  facts:\n    hurt:\n      claims:\n      - {source: gazette}\n      # the last\nquay: {kind: place, name: Quay}\n";
        let expected = text.replace(
            "      - {source: gazette}\n",
            &format!("      - {{source: gazette}}\n      - {FLOW}\n"),
        );
        assert_eq!(add_claim(text, &pier).unwrap(), expected);
        let nowhere = NewClaim { entity: Some(Id::new("harbour").unwrap()), ..claim() };
        assert!(matches!(add_claim(text, &nowhere), Err(Refused::NoFact(None))));
    }

    #[test]
    fn a_remark_on_the_last_claim_stays_with_it() {
        let block = BLOCK.replace("        ", "      ");
        check(
            "facts:\n  hurt:\n    claims:\n    - source: gazette\n      value: 1\n      # as printed\n\n    # the end\n",
            &format!(
                "facts:\n  hurt:\n    claims:\n    - source: gazette\n      value: 1\n      # as printed\n    {block}\n    # the end\n"
            ),
        );
    }

    #[test]
    fn a_list_in_flow_over_several_lines_keeps_its_lines() {
        check(
            "facts:\n  hurt:\n    claims: [\n      {source: gazette}, # first\n    ]\n",
            &format!("facts:\n  hurt:\n    claims: [\n      {{source: gazette}}, {FLOW}, # first\n    ]\n"),
        );
    }

    #[test]
    fn a_list_of_sources_that_is_empty_is_begun() {
        for sources in ["sources:", "sources: # none yet"] {
            check(
                &format!("{sources}\nfacts:\n  hurt:\n    claims:\n      - {{source: gazette}}\n"),
                &format!(
                    "{sources}\n  radio: {{}}\nfacts:\n  hurt:\n    claims:\n      - {{source: gazette}}\n      - {FLOW}\n"
                ),
            );
        }
    }

    #[test]
    fn any_words_survive_being_written() {
        for words in [
            "a: b # c",
            "- d",
            "'e' \"f\"",
            "over\ntwo lines\n",
            "ភ្នំពេញ ១២",
            "{x}, [y]",
            "C:\\new",
            "100 %",
            "  spaces  ",
            "\u{2028}\u{85}\u{feff}",
            "no",
            "~",
            "💥",
        ] {
            let quoted = NewClaim { quote: words.into(), note: Some(words.into()), ..claim() };
            for text in
                ["facts: {hurt: {claims: [{source: a}]}}", "facts:\n  hurt:\n    claims:\n    - source: a\n"]
            {
                let added =
                    add_claim(text, &quoted).unwrap_or_else(|refused| panic!("{words:?}: {refused:?}"));
                let file = read(&added).unwrap();
                let claims = ["facts", "hurt", "claims"]
                    .iter()
                    .fold(&file, |node, key| &entry(node, key).unwrap().value);
                let NodeKind::List(items) = &claims.kind else { panic!("{added}") };
                for key in ["quote", "note"] {
                    let value = &entry(&items[1], key).unwrap().value.kind;
                    assert!(matches!(value, NodeKind::Scalar(scalar) if scalar.text == words), "{added}");
                }
            }
        }
    }
}
