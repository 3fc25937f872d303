//! Values of claims that can be written in more than one form, and the list of claims that must
//! not be empty.

use super::record::{RawClaim, RawQuoteParts, RawSheetSource};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::yaml::{Decode, Located, Node, NodeKind, RecordShape, Shape, Words};

/// The answers to a fact, of which there is at least one.
#[derive(Clone, Debug)]
pub struct RawClaims(pub Vec<RawClaim>);

impl Decode for RawClaims {
    fn shape() -> Shape {
        let Shape::Record(claim) = RawClaim::shape() else {
            return Shape::Filled(Box::new(RawClaim::shape()));
        };
        // On one line the source is the key of the quote, in which the value is marked.
        let is_told = |name: &str| ["source", "quote", "value", "parts", "relative"].contains(&name);
        let rest = claim.fields.iter().filter(|field| !is_told(field.name)).cloned().collect();
        let one_line = Shape::OneLine(RecordShape { fields: rest, ..claim.clone() });
        Shape::Filled(Box::new(Shape::Either(vec![Shape::Record(claim), one_line])))
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let is_empty = match &node.kind {
            NodeKind::Scalar(scalar) => scalar.is_null(),
            NodeKind::List(items) => items.is_empty(),
            NodeKind::Map(_) => false,
        };
        if is_empty {
            let fault = Diagnostic::error(
                Code::ClaimsEmpty,
                node.span,
                "`claims:` is empty: nobody answers this fact",
            );
            faults.push(fault.help(
                "add what a source answers, as in `- {source: gazette, value: 14, quote: 14 people were hurt}`, or remove the fact",
            ));
            return None;
        }
        Vec::decode(node, faults).map(Self)
    }

    fn stand_in(_record: Span) -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

/// A source of a sheet: what holds for its claims, or just the article that a short key stands for.
#[derive(Clone, Debug)]
pub struct RawListed(pub RawSheetSource);

impl Decode for RawListed {
    fn shape() -> Shape {
        Shape::Either(vec![RawSheetSource::shape(), Shape::Id])
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        RawSheetSource::decode(node, faults).map(Self)
    }
}

/// A quote, alone or with its surroundings.
#[derive(Clone, Debug)]
pub struct RawQuote {
    /// The words.
    pub exact: String,
    /// Words just before.
    pub prefix: Option<String>,
    /// Words just after.
    pub suffix: Option<String>,
    /// Where the quote stands.
    pub span: Span,
}

impl Decode for RawQuote {
    fn shape() -> Shape {
        Shape::Either(vec![Words::shape(), RawQuoteParts::shape()])
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.kind {
            NodeKind::Map(_) => RawQuoteParts::decode(node, faults).map(|parts| Self {
                exact: parts.exact,
                prefix: parts.prefix,
                suffix: parts.suffix,
                span: parts.span,
            }),
            NodeKind::Scalar(_) | NodeKind::List(_) => Words::decode(node, faults).map(|words| Self {
                exact: words.0,
                prefix: None,
                suffix: None,
                span: node.span,
            }),
        }
    }
}

/// A claim's value: words, or a list of words.
#[derive(Clone, Debug)]
pub enum RawValue {
    /// One answer.
    Words(Located<Words>),
    /// A list.
    List(Located<Vec<Located<Words>>>),
}

impl Decode for RawValue {
    fn shape() -> Shape {
        Shape::Either(vec![Words::shape(), Shape::List(Box::new(Words::shape()))])
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.kind {
            NodeKind::List(_) => Located::decode(node, faults).map(Self::List),
            NodeKind::Scalar(_) | NodeKind::Map(_) => Located::decode(node, faults).map(Self::Words),
        }
    }
}
