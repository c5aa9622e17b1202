//! A report as normalised values, for comparing reports.
//!
//! Equivalent spellings have the same form here: a short form is a mapping with the key `text`, a single address is a
//! list of one, and `image` is `images` with one item. Each value keeps its [`KeyPath`] in its own report.
//!
//! A draft with gaps, or a report in an earlier format, can be represented as well.

use std::ops::Range;

use rust_decimal::Decimal;

use super::KeyPath;

/// A value with its path.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The path in the report.
    pub path: KeyPath,
    /// The content.
    pub content: Content,
}

/// The content of a value. Empty values, such as an empty text, are not represented.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A text.
    Text(Text),
    /// A count, measure or amount.
    Figure(Decimal),
    /// A list.
    List(Vec<Value>),
    /// A mapping, in the order of the file; the root mapping is in page order.
    Mapping(Vec<(String, Value)>),
}

/// A text, with and without its markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words without markup: one part for each [paragraph](super::TextRef::paragraphs) of running text, or a
    /// single part for a line.
    pub parts: Vec<String>,
    /// How many parts each paragraph or row has, in order: a paragraph is one part, each cell of a table's row another.
    pub rows: Vec<usize>,
    /// Whether it is running text.
    pub is_running: bool,
    /// The text as typed, except for line breaks.
    pub typed: String,
}

/// The top-level keys of a report, in page order.
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
    /// All words; the parts are separated by line breaks.
    pub fn words(&self) -> String {
        self.parts.join("\n")
    }

    /// The parts of each paragraph or row of a table, as indices of [`parts`](Self::parts).
    pub fn row_ranges(&self) -> Vec<Range<usize>> {
        let mut end = 0;
        let range = |cells: &usize| {
            let start = end;
            end += cells;
            start..end
        };
        self.rows.iter().map(range).collect()
    }
}

impl Value {
    /// The texts and figures in the value, in order.
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
    fn every_top_level_key_has_a_position() {
        let mut parts: Vec<&str> = PARTS.to_vec();
        parts.push("spelling");
        parts.sort_unstable();
        let known: Vec<&str> =
            schema::json()["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(parts, known);
    }
}
