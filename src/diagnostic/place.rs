//! Locations in files.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::finding::Role;
use crate::press::Pages;

/// A location in a file, with its role.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The location in the file.
    pub location: Location,
    /// How it relates to the problem.
    pub role: Role,
}

/// A location in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// The whole file, for example if something is missing from it.
    WholeFile,
    /// A byte range of its text.
    Text(Range<usize>),
    /// Pages.
    Pages(Pages),
}

/// A file that diagnostics refer to.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The name, as given by the user.
    pub name: String,
    /// The text; empty for a file that is not text.
    pub text: String,
    index: OnceLock<Index>,
}

/// An index for converting byte offsets to lines and columns.
#[derive(Debug, Clone)]
struct Index {
    /// The offset of each line.
    lines: Vec<usize>,
    /// The number of characters that begin before each block of [`BLOCK`] bytes.
    characters: Vec<usize>,
}

/// The block size in bytes.
const BLOCK: usize = 256;

impl Place {
    /// The byte range, if this is a location in text.
    pub fn text_range(&self) -> Option<&Range<usize>> {
        match &self.location {
            Location::Text(range) => Some(range),
            Location::WholeFile | Location::Pages(_) => None,
        }
    }

    /// The pages, if this is a location by pages.
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

    /// A file without text, such as a PDF.
    pub fn without_text(name: impl Into<String>) -> Arc<Self> {
        Arc::new(Self::new(name, ""))
    }

    /// The line and column of a byte offset, both from 1; columns count characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let lines = &self.index().lines;
        let line = lines.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|last| lines.get(last)).copied().unwrap_or_default();
        (line.max(1), self.characters_before(offset) - self.characters_before(start) + 1)
    }

    /// The number of characters that begin before a byte offset.
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

/// The number of UTF-8 characters that begin in these bytes.
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
