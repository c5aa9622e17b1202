//! Words on the pages that know where they come from.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::lithuanian;
use crate::report::{KeyPath, Line, Origin};

/// The key under which the origin of a text or a picture stands in the JSON of a document.
pub(crate) const ORIGIN: &str = "$origin";
/// The key under which the words of a text with an origin stand.
pub(crate) const WORDS: &str = "$words";

/// Words ready to print, and the value of the report that they come from.
///
/// In JSON it is the words alone where they are the program's own; else they stand beside their origin, which
/// [`typeset`](crate::typeset) takes away again before a template sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    words: String,
    origin: Option<Origin>,
}

/// The origin of a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureOrigin(Origin);

impl Text {
    /// Words that come from a value.
    pub(super) fn new(words: impl Into<String>, origin: impl Into<Origin>) -> Self {
        Self { words: words.into(), origin: Some(origin.into()) }
    }

    /// Words that come from a value, if any.
    pub(super) fn with(words: String, origin: Option<Origin>) -> Self {
        Self { words, origin }
    }

    /// A line as it is printed.
    pub(super) fn line(line: &Line, path: &KeyPath) -> Self {
        Self::new(lithuanian::line(line), path)
    }

    /// A line that may be left out, under a key of what stands at `path`.
    pub(super) fn optional(line: Option<&Line>, path: &KeyPath, key: &str) -> Option<Self> {
        line.map(|line| Self::line(line, &path.key(key)))
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The value that they come from.
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }
}

/// Words that come from no value of the report.
impl From<String> for Text {
    fn from(words: String) -> Self {
        Self { words, origin: None }
    }
}

/// The same for borrowed words.
impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::from(words.to_owned())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(origin) = &self.origin else { return serializer.serialize_str(&self.words) };
        let mut fields = serializer.serialize_struct("Text", 2)?;
        fields.serialize_field(WORDS, &self.words)?;
        fields.serialize_field(ORIGIN, origin)?;
        fields.end()
    }
}

impl From<&KeyPath> for PictureOrigin {
    fn from(path: &KeyPath) -> Self {
        Self(path.into())
    }
}

impl Serialize for PictureOrigin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("PictureOrigin", 1)?;
        fields.serialize_field(ORIGIN, &self.0)?;
        fields.end()
    }
}
