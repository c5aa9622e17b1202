//! Printed text with its origin in the report.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::lithuanian;
use crate::report::{KeyPath, Line, Origin};

/// The JSON key of the origin of a text or an image.
pub(crate) const ORIGIN: &str = "$origin";
/// The JSON key of the words of a text with an origin.
pub(crate) const WORDS: &str = "$words";

/// Text ready to print, with its origin in the report.
///
/// In JSON, text without an origin is a string. Text with an origin is an object of both;
/// [`typeset`](crate::typeset) removes the origins before the template is evaluated.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    words: String,
    origin: Option<Origin>,
}

/// The origin of an image.
#[derive(Debug, Clone, PartialEq)]
pub struct ImageOrigin(Origin);

impl Text {
    /// Text with an origin.
    pub(super) fn new(words: impl Into<String>, origin: impl Into<Origin>) -> Self {
        Self { words: words.into(), origin: Some(origin.into()) }
    }

    /// Text with an optional origin.
    pub(super) fn with(words: String, origin: Option<Origin>) -> Self {
        Self { words, origin }
    }

    /// A line as printed.
    pub(super) fn line(line: &Line, path: &KeyPath) -> Self {
        Self::new(lithuanian::line(line), path)
    }

    /// An optional line, under a key of the mapping at `path`.
    pub(super) fn optional(line: Option<&Line>, path: &KeyPath, key: &str) -> Option<Self> {
        line.map(|line| Self::line(line, &path.key(key)))
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The origin.
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }
}

/// Text without an origin.
impl From<String> for Text {
    fn from(words: String) -> Self {
        Self { words, origin: None }
    }
}

/// Text without an origin.
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

impl From<&KeyPath> for ImageOrigin {
    fn from(path: &KeyPath) -> Self {
        Self(path.into())
    }
}

impl Serialize for ImageOrigin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("ImageOrigin", 1)?;
        fields.serialize_field(ORIGIN, &self.0)?;
        fields.end()
    }
}
