//! Where in a file a problem is.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::finding::Role;
use crate::press::Pages;

/// A place in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// What of the file is meant.
    pub location: Location,
    /// What it has to do with the problem.
    pub role: Role,
}

/// A file, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// The file as a whole, such as when something is missing from it.
    WholeFile,
    /// Bytes of its text.
    Text(Range<usize>),
    /// Pages, in a file that has pages.
    Pages(Pages),
}

/// A file that diagnostics can point into.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its name, as the user gave it.
    pub name: String,
    /// Its whole text; empty for a file that is not text.
    pub text: String,
    index: OnceLock<Index>,
}

/// What makes it quick to tell the line and the column of a byte.
#[derive(Debug, Clone)]
struct Index {
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many characters begin before each block of [`BLOCK`] bytes.
    characters: Vec<usize>,
}

/// How many bytes are counted at once; a power of two.
const BLOCK: usize = 256;

impl Place {
    /// The bytes of the file's text that are meant, if it is a place in its text.
    pub fn text_range(&self) -> Option<&Range<usize>> {
        match &self.location {
            Location::Text(range) => Some(range),
            Location::WholeFile | Location::Pages(_) => None,
        }
    }

    /// The pages that are meant, if there are any.
    pub fn pages(&self) -> Option<&Pages> {
        match &self.location {
            Location::Pages(pages) => Some(pages),
            Location::WholeFile | Location::Text(_) => None,
        }
    }
}

impl SourceFile {
    /// A file with its text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), index: OnceLock::new() }
    }

    /// A file of which only the name is known, such as a PDF.
    pub fn without_text(name: impl Into<String>) -> Arc<Self> {
        Arc::new(Self::new(name, ""))
    }

    /// The line and column of a byte, both counted from one, columns in characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let lines = &self.index().lines;
        let line = lines.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|last| lines.get(last)).copied().unwrap_or_default();
        (line.max(1), self.characters_before(offset) - self.characters_before(start) + 1)
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        let block = offset / BLOCK;
        let before = self.index().characters.get(block).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        before + count_characters(rest)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(end, _)| end + 1);
            let mut before = 0;
            let mut characters = vec![0];
            for block in self.text.as_bytes().chunks(BLOCK) {
                before += count_characters(block);
                characters.push(before);
            }
            Index { characters, lines: std::iter::once(0).chain(ends).collect() }
        })
    }
}

/// How many characters of UTF-8 begin in these bytes.
fn count_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

/// Two files are the same if they have the same name and the same text.
impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for SourceFile {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("", "ą: 1\r\nčę: 5");
        assert_eq!([0, 2, 7, 9, 13].map(|at| file.position(at)), [(1, 1), (1, 2), (2, 1), (2, 2), (2, 5)]);
        let long = SourceFile::new("", "ą\n".repeat(1000) + &"ė".repeat(1000));
        assert_eq!(
            [2997, 3000, 3001, 4998].map(|at| long.position(at)),
            [(1000, 1), (1001, 1), (1001, 1), (1001, 1000)]
        );
    }
}
