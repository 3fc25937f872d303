//! The first reading: parser events with positions, made into a tree.
//!
//! Depth and the number of nodes are bounded, so that neither nesting nor aliases of aliases can
//! exhaust the machine.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marks};

use super::{Entry, Node, NodeKind, Origin, Scalar, comma, syntax};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// Deeper nesting than any sheet needs.
const DEPTH_MAX: usize = 32;
/// More nodes than any sheet needs, aliases expanded.
const NODES_MAX: usize = 1_000_000;

/// Reads the text into a tree, or says where it cannot be read.
pub(super) fn read(text: &str, origin: Origin) -> Result<Node, Vec<Diagnostic>> {
    let offsets = Offsets::of(text, origin);
    let mut builder =
        Builder { open: Vec::new(), anchors: BTreeMap::new(), n_nodes: 0, root: None, faults: Vec::new() };
    let mut parser = Parser::new_from_str(text);
    let mut n_documents = 0;
    while let Some(event) = parser.next_event() {
        let (event, marks) = event.map_err(|error| {
            let at = offsets.at(error.marker().index());
            vec![syntax::fault((text, origin), at, error.info(), &builder.open_flows(origin))]
        })?;
        let span = offsets.span(marks);
        if matches!(event, Event::DocumentStart(_)) {
            n_documents += 1;
        }
        if n_documents > 1 {
            let fault = Diagnostic::error(Code::YamlSyntax, span, "a second YAML document begins here");
            return Err(vec![fault.help("keep one document per file; remove the line `---`")]);
        }
        builder.take(event, span)?;
    }
    if !builder.faults.is_empty() {
        return Err(builder.faults);
    }
    let empty = Node { span: offsets.span_of(0, 0), kind: NodeKind::Map(Vec::new()) };
    Ok(match builder.root {
        Some(Node { kind: NodeKind::Scalar(scalar), .. }) if scalar.is_null() => empty,
        Some(node) => node,
        None => empty,
    })
}

/// Byte offsets in the file for the parser's character offsets.
struct Offsets {
    origin: Origin,
    /// One entry a character and one for the end; empty where the text is ASCII.
    bytes: Vec<u32>,
    length: usize,
}

impl Offsets {
    fn of(text: &str, origin: Origin) -> Self {
        let mut bytes = Vec::new();
        if !text.is_ascii() {
            bytes.extend(text.char_indices().map(|(byte, _)| byte as u32));
            bytes.push(text.len() as u32);
        }
        Self { origin, bytes, length: text.len() }
    }

    fn at(&self, character: usize) -> usize {
        let byte = match self.bytes.get(character) {
            Some(&byte) => byte as usize,
            None if self.bytes.is_empty() => character.min(self.length),
            None => self.length,
        };
        self.origin.offset + byte
    }

    fn span(&self, marks: Marks) -> Span {
        self.span_of(marks.start.index(), marks.end.index())
    }

    fn span_of(&self, start: usize, end: usize) -> Span {
        Span::new(self.origin.file, self.at(start)..self.at(end.max(start)))
    }
}

/// A list or mapping that is not closed yet.
struct Open {
    span: Span,
    anchor: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<(String, Span)> },
}

struct Builder {
    open: Vec<Open>,
    anchors: BTreeMap<usize, (Node, usize)>,
    n_nodes: usize,
    root: Option<Node>,
    faults: Vec<Diagnostic>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Vec<Diagnostic>> {
        match event {
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => {
                let fault = Diagnostic::error(Code::YamlSyntax, span, "tags are not used in these files");
                Err(vec![fault.help("remove the word that begins with `!`")])
            }
            Event::Scalar(text, style, anchor, None) => {
                let plain = style == ScalarStyle::Plain;
                let kind = NodeKind::Scalar(Scalar { text: text.into_owned(), plain });
                self.add(Node { span, kind }, anchor, 1)
            }
            Event::SequenceStart(anchor, None) => self.begin(span, anchor, Content::List(Vec::new())),
            Event::MappingStart(anchor, None) => {
                self.begin(span, anchor, Content::Map { entries: Vec::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(anchor) => match self.anchors.get(&anchor).cloned() {
                Some((node, n_nodes)) => self.add(Node { span, ..node }, 0, n_nodes),
                None => Err(vec![
                    Diagnostic::error(
                        Code::YamlSyntax,
                        span,
                        "this alias stands for a value that is still open",
                    )
                    .help("write the value out"),
                ]),
            },
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    /// Where each list and mapping begins that is not closed yet, in bytes of the text.
    fn open_flows(&self, origin: Origin) -> Vec<usize> {
        self.open.iter().map(|open| open.span.start as usize - origin.offset).collect()
    }

    fn begin(&mut self, span: Span, anchor: usize, content: Content) -> Result<(), Vec<Diagnostic>> {
        if let Some(Open { content: Content::Map { key: None, .. }, .. }) = self.open.last() {
            let fault =
                Diagnostic::error(Code::YamlSyntax, span, "a list or mapping stands where a key belongs");
            return Err(vec![
                fault.help("keys are plain words; put quotes around one that begins with `[` or `{`"),
            ]);
        }
        if self.open.len() == DEPTH_MAX {
            let message = format!("lists and mappings are nested more than {DEPTH_MAX} deep");
            return Err(vec![
                Diagnostic::error(Code::YamlSyntax, span, message).help("no format needs this; flatten it"),
            ]);
        }
        self.open.push(Open { span, anchor, content });
        Ok(())
    }

    fn end(&mut self, span: Span) -> Result<(), Vec<Diagnostic>> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let (kind, last) = match open.content {
            Content::List(items) => {
                let last = items.last().map(|item| item.span.end);
                (NodeKind::List(items), last)
            }
            Content::Map { entries, .. } => {
                let last = entries.last().map(|entry| entry.value.span.end.max(entry.key_span.end));
                (NodeKind::Map(entries), last)
            }
        };
        // A block ends where the next thing begins; its last value is what people see as its end.
        let end = match last {
            Some(last) if span.start == span.end => last,
            Some(_) | None => span.end,
        };
        let span = Span { end: end.max(open.span.start), ..open.span };
        self.add(Node { span, kind }, open.anchor, 1)
    }

    fn add(&mut self, node: Node, anchor: usize, n_nodes: usize) -> Result<(), Vec<Diagnostic>> {
        self.n_nodes += n_nodes;
        if self.n_nodes > NODES_MAX {
            let fault =
                Diagnostic::error(Code::YamlSyntax, node.span, "the aliases stand for too many values");
            return Err(vec![fault.help("write the values out instead of nesting aliases")]);
        }
        if anchor > 0 {
            let size = size(&node);
            self.anchors.insert(anchor, (node.clone(), size));
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match &mut open.content {
            Content::List(items) => items.push(node),
            Content::Map { key: key @ None, .. } => match node.kind {
                NodeKind::Scalar(scalar) => *key = Some((scalar.text, node.span)),
                NodeKind::List(_) | NodeKind::Map(_) => {
                    let fault = Diagnostic::error(
                        Code::YamlSyntax,
                        node.span,
                        "an alias to a list or mapping stands where a key belongs",
                    );
                    return Err(vec![fault.help("write the key out as words")]);
                }
            },
            Content::Map { entries, key } => {
                if let Some((key, key_span)) = key.take() {
                    let entry = Entry { key, key_span, value: node };
                    if let Some(first) = entries.iter().find(|first| first.key == entry.key) {
                        self.faults.push(comma::twice(&entry).unwrap_or_else(|| twice(&entry, first)));
                    }
                    entries.push(entry);
                }
            }
        }
        Ok(())
    }
}

fn twice(entry: &Entry, first: &Entry) -> Diagnostic {
    let message = format!("`{}` stands twice in this mapping", entry.key);
    Diagnostic::error(Code::KeyDuplicate, entry.key_span, message)
        .related(first.key_span, "the first one")
        .help("keep one; the other's value would be lost")
}

fn size(node: &Node) -> usize {
    match &node.kind {
        NodeKind::Scalar(_) => 1,
        NodeKind::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        NodeKind::Map(entries) => 1 + entries.iter().map(|entry| size(&entry.value)).sum::<usize>(),
    }
}
