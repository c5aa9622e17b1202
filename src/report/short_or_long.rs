//! Values that have a short form, one text, and a long form, a mapping.

use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// Reads a value whose short form is a text that `Short` reads, and whose long form is a mapping
/// that `Long` reads.
///
/// An untagged enum of serde would do the same, but could only say that the value matches
/// neither; this passes on what the form that was begun has to say.
///
/// # Errors
/// What `Short` or `Long` say, or that the value is neither a text nor a mapping.
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
