//! The YAML scalars from which the values of a report are parsed.
//!
//! YAML reads `2023` as a number, `true` as a boolean and an empty value as `null`. [`Text`] accepts
//! strings only, so that none of these turns into a text by accident. [`TextOrNumber`] is for codes and
//! amounts, which people write without quotes; it keeps the digits as written in the file.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

use super::invisible::without_invisible;

/// A string without invisible characters; not a number, boolean or `null`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text(pub(super) String);

/// A string or a number, as written in the file, without invisible characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextOrNumber(pub(super) String);

/// Implements `TryFrom` a scalar by parsing its text, for `#[serde(try_from)]`.
macro_rules! parsed_from {
    ($scalar:ident => $value:ident) => {
        impl TryFrom<$scalar> for $value {
            type Error = <Self as std::str::FromStr>::Err;

            fn try_from($scalar(text): $scalar) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
    };
}

pub(super) use parsed_from;

impl Text {
    /// Removes invisible characters from a text.
    pub(crate) fn new(text: &str) -> Self {
        Self(without_invisible(text))
    }
}

impl TextOrNumber {
    /// Removes invisible characters from a text or number.
    pub(crate) fn new(text: &str) -> Self {
        Self(without_invisible(text))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl Visitor<'_> for TextVisitor {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text::new(text))
            }
        }
        // `deserialize_str` would also accept scalars that YAML resolves to other types.
        deserializer.deserialize_any(TextVisitor)
    }
}

impl<'de> Deserialize<'de> for TextOrNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Only as an `Option<String>` can `null` be detected and a number keep its digits.
        Option::<String>::deserialize(deserializer)?
            .map(|text| Self::new(&text))
            .ok_or_else(|| Error::invalid_type(Unexpected::Unit, &"a text or a number"))
    }
}

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

impl JsonSchema for TextOrNumber {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "TextOrNumber".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number"] })
    }
}
