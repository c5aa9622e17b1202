//! A text with its tree.

use std::ops::Range;

use super::lines::first_line;
use super::text::YamlText;
use super::tree::Node;
use super::words::WordFinder;
use crate::diagnostic::finding::Part;
use crate::report::KeyPath;

/// A text with its tree. Positions in the tree are those in the text.
#[derive(Debug, Clone)]
pub(super) struct Yaml {
    pub(super) text: YamlText,
    pub(super) tree: Node,
}

impl Yaml {
    /// The location of part of a value in the file: that of words in it if found, otherwise its first line.
    pub(super) fn range(
        &self,
        path: &KeyPath,
        part: &Part,
        code: &'static str,
        finder: &mut WordFinder,
    ) -> Option<Range<usize>> {
        let (key, value) = self.tree.find(path)?;
        let whole = match (part, key) {
            (Part::Key, Some(key)) => &key.range,
            (_, Some(key)) if value.range.is_empty() => &key.range,
            _ => &value.range,
        };
        let words = match part {
            Part::Words(words) => finder.find(whole, words, code),
            Part::Key | Part::Value => None,
        };
        Some(self.first_line_in_file(words.unwrap_or_else(|| whole.clone())))
    }

    /// The first line of a range of the text, in the file.
    pub(super) fn first_line_in_file(&self, range: Range<usize>) -> Range<usize> {
        self.text.in_file(first_line(self.text.as_str(), range))
    }
}
