//! XML written and checked; entry points [`XmlWriter`] and [`check`].
//!
//! The writer escapes whatever it is given and cannot leave an element open; the check is stricter
//! than the reader it rests on, because a browser shows nothing at all of a chart that it refuses.

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use super::reference::Contents;

/// Writes an XML document, two spaces to a level.
///
/// ```
/// use variorum::output::XmlWriter;
/// let mut xml = XmlWriter::document();
/// xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom")]);
/// xml.text("title", &[], "Raids & rulings");
/// assert!(xml.finish().ends_with("<title>Raids &amp; rulings</title>\n</feed>\n"));
/// ```
#[derive(Debug)]
pub struct XmlWriter {
    out: String,
    open: Vec<&'static str>,
}

/// Attributes in the order written.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

impl XmlWriter {
    /// Begins a document with its declaration.
    pub fn document() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: vec![] }
    }

    /// Opens an element that holds others.
    pub fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push_str(">\n");
        }
    }

    /// Writes an element that holds only text.
    pub fn text(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.start(name, attributes);
        self.out.push('>');
        escape_into(&mut self.out, text);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// Writes an element that holds nothing.
    pub fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.out.push_str("/>\n");
    }

    /// Closes whatever is open and gives the document.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn start(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            escape_into(&mut self.out, value);
            self.out.push('"');
        }
    }

    fn indent(&mut self) {
        self.out.push_str(&"  ".repeat(self.open.len()));
    }
}

/// Escapes text for an element or a quoted attribute, and drops what XML cannot hold.
fn escape_into(out: &mut String, text: &str) {
    for c in text.chars().filter(|c| is_xml_char(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Written as they are, a reader would turn these into spaces or line feeds.
            '\r' => out.push_str("&#13;"),
            other => out.push(other),
        }
    }
}

/// Whether XML 1.0 allows a character.
fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Reads an XML document, or says why a browser would refuse it.
pub(super) fn check(text: &str) -> Result<Contents, String> {
    if let Some(c) = text.chars().find(|c| !is_xml_char(*c)) {
        return Err(format!("it holds U+{:04X}, which XML cannot", c as u32));
    }
    let mut check = Check { contents: Contents::default(), open: vec![], n_roots: 0 };
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_comments = true;
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Start(start) => {
                check.start(&start, &reader)?;
                check.open.push(start.name().into_inner().to_owned());
            }
            Event::Empty(start) => check.start(&start, &reader)?,
            Event::End(_) => drop(check.open.pop()),
            Event::Text(text) => check.text(&text)?,
            Event::CData(text) => check.text(&text)?,
            Event::GeneralRef(name) => check.reference(&name)?,
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => return check.finish(),
        }
    }
}

struct Check {
    contents: Contents,
    /// Names of the elements that are open.
    open: Vec<String>,
    n_roots: usize,
}

impl Check {
    fn start(&mut self, start: &BytesStart<'_>, reader: &NsReader<&[u8]>) -> Result<(), String> {
        if self.open.is_empty() {
            self.n_roots += 1;
        }
        let resolver = reader.resolver();
        if let (ResolveResult::Unknown(prefix), _) = resolver.resolve_element(start.name()) {
            return Err(format!("the prefix `{prefix}` is not declared"));
        }
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            if let (ResolveResult::Unknown(prefix), _) = resolver.resolve_attribute(attribute.key) {
                return Err(format!("the prefix `{prefix}` is not declared"));
            }
            if attribute.value.contains('<') {
                return Err("an attribute holds `<`".to_owned());
            }
            let value =
                attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
            match attribute.key.into_inner() {
                "id" => self.contents.ids.push(value.into_owned()),
                "href" | "src" | "xlink:href" => self.contents.links.push(value.into_owned()),
                _ => {}
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), String> {
        if self.open.is_empty() && !text.trim().is_empty() {
            return Err("there is text outside the root element".to_owned());
        }
        if self.open.last().is_some_and(|name| name == "loc") {
            self.contents.links.push(text.to_owned());
        }
        Ok(())
    }

    fn reference(&self, name: &str) -> Result<(), String> {
        unescape(&format!("&{name};")).map_err(|error| error.to_string())?;
        if self.open.is_empty() {
            return Err("there is text outside the root element".to_owned());
        }
        Ok(())
    }

    fn finish(self) -> Result<Contents, String> {
        match (self.open.last(), self.n_roots) {
            (Some(name), _) => Err(format!("`<{name}>` is never closed")),
            (None, 1) => Ok(self.contents),
            (None, 0) => Err("it holds no element".to_owned()),
            (None, _) => Err("it holds more than one root element".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_well_formed_whatever_it_is_given() {
        let nasty = "a<b>&\"'\u{0}\u{1b}]]>\r\n\tភ្នំពេញ\u{FFFE}";
        let mut xml = XmlWriter::document();
        xml.open("svg", &[("xmlns", "http://www.w3.org/2000/svg"), ("id", nasty)]);
        xml.empty("rect", &[("class", nasty)]);
        xml.text("title", &[], nasty);
        let text = xml.finish();
        assert_eq!(check(&text).unwrap().ids.len(), 1, "{text}");
        assert!(text.contains("<title>a&lt;b&gt;&amp;&quot;']]&gt;&#13;\n\tភ្នំពេញ</title>"), "{text}");
    }

    #[test]
    fn ids_and_links_are_collected() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" id="a"><a href="x.html?a=1&amp;b=2#c" id="b"/></svg>"##;
        let contents = check(svg).unwrap();
        assert_eq!(contents.ids, ["a", "b"]);
        assert_eq!(contents.links, ["x.html?a=1&b=2#c"]);
        assert_eq!(
            check("<urlset><url><loc>https://x.org/a</loc></url></urlset>").unwrap().links,
            ["https://x.org/a"]
        );
    }

    #[test]
    fn what_a_browser_would_refuse_is_refused() {
        for (text, reason) in [
            ("", "no element"),
            ("<svg>", "never closed"),
            ("<svg></g></svg>", "expected"),
            ("<a/><b/>", "more than one root"),
            ("<a>&nbsp;</a>", "nbsp"),
            ("<a>&</a>", "reference not closed"),
            ("<a x='1' x='2'/>", "duplicate"),
            ("<a x=1/>", "enclosed"),
            ("<a x='<'/>", "`<`"),
            ("<a xlink:href='#b'/>", "prefix `xlink`"),
            ("<a>\u{1b}</a>", "U+001B"),
            ("<a/>text", "outside the root"),
            ("<a><!-- a -- b --></a>", "--"),
        ] {
            let fault = check(text).expect_err(text);
            assert!(fault.contains(reason), "{text}: {fault}");
        }
    }
}
