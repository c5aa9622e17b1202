//! Values with a short form (a text) and a long form (a mapping).

use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// Deserializes a text as `Short`, or a mapping as `Long`.
///
/// Unlike an untagged serde enum, it returns the error of the form that the value has, instead of
/// only reporting that it matches neither.
///
/// # Errors
/// The errors of `Short` or `Long`, or an error if the value is neither a text nor a mapping.
pub(super) fn deserialize<'de, D, Short, Long, Value>(deserializer: D) -> Result<Value, D::Error>
where
    D: Deserializer<'de>,
    Short: Deserialize<'de> + Into<Value>,
    Long: Deserialize<'de> + Into<Value>,
{
    struct Forms<Short, Long, Value>(PhantomData<(Short, Long, Value)>);

    impl<'de, Short, Long, Value> Visitor<'de> for Forms<Short, Long, Value>
    where
        Short: Deserialize<'de> + Into<Value>,
        Long: Deserialize<'de> + Into<Value>,
    {
        type Value = Value;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text, or a mapping with the keys of its long form")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
            Short::deserialize(StringDeserializer::new(text.to_owned())).map(Into::into)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
            Long::deserialize(MapAccessDeserializer::new(map)).map(Into::into)
        }
    }

    deserializer.deserialize_any(Forms::<Short, Long, Value>(PhantomData))
}

/// The schema of such a value.
pub(super) fn json_schema<Short: JsonSchema, Long: JsonSchema>(
    generator: &mut SchemaGenerator,
    description: &str,
) -> Schema {
    let (short, long) = (generator.subschema_for::<Short>(), generator.subschema_for::<Long>());
    json_schema!({ "description": description, "anyOf": [short, long] })
}
