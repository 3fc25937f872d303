//! A page as a tree of elements, for tests that read it as people do; entry point [`parse`].
//!
//! Pages of the program close what they open, so nothing is guessed.

use std::collections::BTreeMap;

const VOID: [&str; 6] = ["meta", "link", "input", "br", "hr", "img"];

/// An element, or the root of a page, which has no name.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The elements right below it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// It and everything in it, in the order of the page.
    pub fn all(&self) -> Vec<&Element> {
        std::iter::once(self).chain(self.elements().flat_map(Element::all)).collect()
    }

    /// Everything of this name in it.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.all().into_iter().filter(move |element| element.name == name)
    }

    /// Its words, with one space between those of two elements.
    pub fn text(&self) -> String {
        let words = self.children.iter().map(|node| match node {
            Node::Element(element) if element.name == "script" => String::new(),
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        });
        words.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// Reads a page.
pub fn parse(page: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        push_text(&mut open, &rest[..at]);
        let (tag, behind) = rest[at + 1..].split_once('>').expect("a tag ends");
        rest = behind;
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            close(&mut open, name);
            continue;
        }
        let element = element(tag);
        let is_empty = tag.ends_with('/') || VOID.contains(&element.name.as_str());
        if element.name == "script" {
            let (text, behind) = rest.split_once("</script>").expect("a script ends");
            let children = vec![Node::Text(text.to_owned())];
            innermost(&mut open).children.push(Node::Element(Element { children, ..element }));
            rest = behind;
        } else if is_empty {
            innermost(&mut open).children.push(Node::Element(element));
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1, "`{}` is never closed", innermost(&mut open).name);
    open.remove(0)
}

fn innermost(open: &mut [Element]) -> &mut Element {
    open.last_mut().expect("the root is never closed")
}

fn push_text(open: &mut [Element], text: &str) {
    if !text.is_empty() {
        innermost(open).children.push(Node::Text(unescaped(text)));
    }
}

fn close(open: &mut Vec<Element>, name: &str) {
    let element = open.pop().expect("the root is never closed");
    assert_eq!(element.name, name, "an end tag meets its start tag");
    innermost(open).children.push(Node::Element(element));
}

/// A start tag without its brackets.
fn element(tag: &str) -> Element {
    let tag = tag.trim_end_matches('/');
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while let Some((before, behind)) = rest.split_once("=\"") {
        // Attributes without a value stand before the name of one that has one.
        let names: Vec<&str> = before.split_whitespace().collect();
        let (value, after) = behind.split_once('"').expect("a value ends");
        let (last, bare) = names.split_last().expect("a value has a name");
        attributes.extend(bare.iter().map(|name| ((*name).to_owned(), String::new())));
        attributes.insert((*last).to_owned(), unescaped(value));
        rest = after;
    }
    attributes.extend(rest.split_whitespace().map(|name| (name.to_owned(), String::new())));
    Element { name: name.to_owned(), attributes, children: Vec::new() }
}

fn unescaped(text: &str) -> String {
    let pairs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

#[test]
fn a_page_is_read_as_a_tree() {
    let page =
        parse("<!DOCTYPE html><p class=\"a\" hidden>One <b>&amp; two</b><br></p><script>a < b</script>");
    let p = page.named("p").next().unwrap();
    assert_eq!((p.text().as_str(), p.attribute("class")), ("One & two", "a"));
    assert!(p.attributes.contains_key("hidden"));
    assert_eq!(page.named("script").count(), 1);
}
