//! The origin in the report of something on the pages.

use serde::{Deserialize, Serialize};

use super::KeyPath;

/// The value of a report that something on the pages shows, or a part of it.
///
/// In JSON, `pointer` is the path as a JSON pointer (RFC 6901), and `part` is omitted if it is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The path of the value; short forms are expanded, as in [`Report::texts`](super::Report::texts).
    #[serde(rename = "pointer", with = "pointer")]
    pub path: KeyPath,
    /// The index of the [paragraph](super::TextRef::paragraphs) of a text, from 0; `None` for other values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<usize>,
}

impl Origin {
    /// The origin of a paragraph, heading, item or cell of the text at a path.
    pub fn part(path: &KeyPath, part: usize) -> Self {
        Self { path: path.clone(), part: Some(part) }
    }

    /// Whether this is all or a part of another value.
    pub fn is_within(&self, whole: &Self) -> bool {
        let is_inside = self.path.steps().starts_with(whole.path.steps());
        is_inside && (whole.part.is_none() || whole.part == self.part)
    }
}

impl From<&KeyPath> for Origin {
    fn from(path: &KeyPath) -> Self {
        Self { path: path.clone(), part: None }
    }
}

impl From<KeyPath> for Origin {
    fn from(path: KeyPath) -> Self {
        Self { path, part: None }
    }
}

/// Paths as JSON pointers.
mod pointer {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::KeyPath;

    pub(super) fn serialize<S: Serializer>(path: &KeyPath, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&path.pointer())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<KeyPath, D::Error> {
        let pointer = String::deserialize(deserializer)?;
        KeyPath::from_pointer(&pointer).ok_or_else(|| D::Error::custom("expected a JSON pointer"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_serialised_as_a_json_pointer() {
        let path = KeyPath::from("activities.items").item(2).key("text");
        let json = serde_json::json!({ "pointer": "/activities/items/2/text", "part": 1 });
        assert_eq!(serde_json::to_value(Origin::part(&path, 1)).unwrap(), json);
        assert_eq!(serde_json::from_value::<Origin>(json).unwrap(), Origin::part(&path, 1));
        let whole = serde_json::json!({ "pointer": "/year" });
        assert_eq!(serde_json::to_value(Origin::from(KeyPath::from("year"))).unwrap(), whole);
        assert!(serde_json::from_value::<Origin>(serde_json::json!({ "pointer": "year" })).is_err());
    }
}
