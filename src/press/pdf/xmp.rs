//! The XMP metadata of a file (ISO 16684-1).

use std::collections::BTreeMap;

use roxmltree::{Document, Node, ParsingOptions};

use super::Pdf;

/// The properties of an XMP packet, by namespace and name. For a list, the first item is used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Xmp(BTreeMap<(String, String), String>);

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// The most bytes and nodes of a packet.
const SIZE_LIMIT: usize = 4 << 20;
const NODES_LIMIT: u32 = 100_000;

impl Xmp {
    /// Parses a packet in UTF-8; `None` if it is not XML.
    pub fn parse(packet: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(packet).ok()?.trim_start_matches('\u{feff}').trim_end_matches('\0');
        let options = ParsingOptions { nodes_limit: NODES_LIMIT, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).ok()?;
        let mut properties = BTreeMap::new();
        for description in document.descendants().filter(|node| node.has_tag_name((RDF, "Description"))) {
            for attribute in description.attributes() {
                let key = (attribute.namespace().unwrap_or_default().to_owned(), attribute.name().to_owned());
                properties.insert(key, attribute.value().to_owned());
            }
            for element in description.children().filter(Node::is_element) {
                let name = element.tag_name();
                let key = (name.namespace().unwrap_or_default().to_owned(), name.name().to_owned());
                let item = element.descendants().find(|node| node.has_tag_name((RDF, "li")));
                let value = item.unwrap_or(element).text().unwrap_or_default().trim().to_owned();
                properties.insert(key, value);
            }
        }
        Some(Self(properties))
    }

    /// The value of a property; `None` if it is missing or empty.
    pub fn get(&self, namespace: &str, name: &str) -> Option<&str> {
        let value = self.0.get(&(namespace.to_owned(), name.to_owned()))?;
        (!value.is_empty()).then_some(value)
    }
}

impl Pdf<'_> {
    /// The XMP of the file; `None` if it is missing or unreadable.
    pub fn xmp(&self) -> Option<Xmp> {
        let stream = self.stream(self.catalog()?, "Metadata")?;
        Xmp::parse(&self.data(stream, SIZE_LIMIT)?.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_attributes_or_elements() {
        let packet = "\u{feff}<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
            <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:a='urn:a' xmlns:dc='urn:dc'>\
            <rdf:Description a:One='1'><a:Two> 2 </a:Two>\
            <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Ąžuolas</rdf:li></rdf:Alt></dc:title>\
            <a:Empty/></rdf:Description></rdf:RDF></x:xmpmeta>";
        let xmp = Xmp::parse(packet.as_bytes()).unwrap();
        assert_eq!(xmp.get("urn:a", "One"), Some("1"));
        assert_eq!(xmp.get("urn:a", "Two"), Some("2"));
        assert_eq!(xmp.get("urn:dc", "title"), Some("Ąžuolas"));
        assert_eq!(xmp.get("urn:a", "Empty"), None);
        assert_eq!(Xmp::parse(b"<a"), None);
    }
}
