//! The single values of YAML out of which the values of a report are made.
//!
//! YAML reads `2023` as a number, `true` as yes and nothing at all as `null`. A text must not come
//! of any of them by accident, so [`Text`] takes texts alone; [`Written`] is for codes, telephone
//! numbers and amounts, which people write without quotes, and keeps the digits as they stand in
//! the file.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

use super::invisible::without_invisible;

/// A text without invisible characters, and nothing that YAML takes for a number, for yes or no, or for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text(pub(super) String);

/// A text or a number, as it is written in the file but for invisible characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written(pub(super) String);

/// Lets serde read a value out of a scalar by parsing its text.
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
    /// Takes the text of a value.
    pub(crate) fn new(text: &str) -> Self {
        Self(without_invisible(text))
    }
}

impl Written {
    /// Takes the text or the digits of a value.
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
        // To ask for any value, rather than for a string, is to be told what YAML takes it for.
        deserializer.deserialize_any(TextVisitor)
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // To ask for an optional value is the one way to be told of `null` and still to get the
        // digits of a number as they are written.
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

impl JsonSchema for Written {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Written".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number"] })
    }
}
