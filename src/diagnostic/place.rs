//! Where in a file a problem is.

use std::ops::Range;
use std::sync::Arc;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, as the user gave it.
    pub name: String,
    /// Its whole text; empty for a file that is not text.
    pub text: String,
}

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
    /// A file of which only the name is known, such as a PDF.
    pub fn without_text(name: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: String::new() })
    }

    /// The line and column of a byte, both counted from one, columns in characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..self.text.floor_char_boundary(offset)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        (before.matches('\n').count() + 1, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let file = SourceFile { name: String::new(), text: "ą: 1\r\nčę: 5".to_owned() };
        assert_eq!([0, 2, 7, 9, 13].map(|at| file.position(at)), [(1, 1), (1, 2), (2, 1), (2, 2), (2, 5)]);
    }
}
