//! Where in a report a text, figure or picture of the pages comes from.

use super::KeyPath;

/// A value of a report, or a part of one that has several.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The value, in its long form: `activities.items[2].text`, whatever the file has.
    pub path: KeyPath,
    /// Which of the paragraphs, headings, items or cells of its text
    /// ([`TextRef::paragraphs`](super::TextRef::paragraphs)), from nought; none for the value as a whole.
    pub part: Option<usize>,
}

impl From<&KeyPath> for Origin {
    fn from(path: &KeyPath) -> Self {
        Self { path: path.clone(), part: None }
    }
}
