//! A report as plain values, whatever its form: what reports are compared by.
//!
//! The same data has one form here, however it was written: a value in its short form is a mapping with the
//! key `text`, one address is a list of one, and `image` is `images` with one item. Each value keeps the
//! [`KeyPath`] under which it stands in its own report.
//!
//! A draft with gaps, or a report of an earlier format, has values all the same.

use rust_decimal::Decimal;

use super::KeyPath;

/// A value with its key.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Where it stands.
    pub path: KeyPath,
    /// What it is.
    pub content: Content,
}

/// The content of a value. Nothing at all, an empty text included, is not a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A text.
    Text(Text),
    /// A number that counts or measures something.
    Figure(Decimal),
    /// Values in their order.
    List(Vec<Value>),
    /// Values by name, in the order of the file; those of a whole report in the order of its pages.
    Mapping(Vec<(String, Value)>),
}

/// A text, with and without its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words without marks: those of each of the [paragraphs](super::TextRef::paragraphs) of running text, or
    /// those of a line.
    pub parts: Vec<String>,
    /// Whether it is running text, whose paragraphs are parts.
    pub is_running: bool,
    /// As it was typed, but for its line breaks.
    pub typed: String,
}

/// The parts of a report in the order of its pages.
pub(crate) const PARTS: [&str; 20] = [
    "organization",
    "year",
    "period",
    "published",
    "cover",
    "about",
    "mission",
    "vision",
    "goals",
    "people",
    "members",
    "numbers",
    "activities",
    "projects",
    "finance",
    "supporters",
    "plans",
    "sections",
    "contact",
    "theme",
];

impl Text {
    /// All words, with line breaks between the parts.
    pub fn words(&self) -> String {
        self.parts.join("\n")
    }
}

impl Value {
    /// The values that hold no others, in their order.
    pub fn leaves(&self) -> Vec<&Self> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a Self>) {
        match &self.content {
            Content::Text(_) | Content::Figure(_) => found.push(self),
            Content::List(items) => items.iter().for_each(|item| item.collect(found)),
            Content::Mapping(entries) => entries.iter().for_each(|(_, value)| value.collect(found)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::schema;

    #[test]
    fn every_part_of_a_report_has_its_place() {
        let mut parts: Vec<&str> = PARTS.to_vec();
        parts.push("spelling");
        parts.sort_unstable();
        let known: Vec<&str> =
            schema::json()["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(parts, known);
    }
}
