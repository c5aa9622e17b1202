//! Values by year: `{ 2021: 5100, 2020: 4800 }`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::Year;

/// Values by year; years without a value are dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByYear<T>(BTreeMap<Year, T>);

impl<T> Default for ByYear<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Copy> ByYear<T> {
    /// The value of a year.
    pub fn get(&self, year: Year) -> Option<T> {
        self.0.get(&year).copied()
    }

    /// The years that have a value, from the first to the last.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = Year> {
        self.0.keys().copied()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByYear<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Years<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Years<T> {
            type Value = ByYear<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("years with their values")
            }

            fn visit_unit<E: Error>(self) -> Result<ByYear<T>, E> {
                Ok(ByYear::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ByYear<T>, A::Error> {
                let mut years = BTreeMap::new();
                // YAML reads a year as a number, or as a string if it is quoted.
                while let Some((key, value)) = map.next_entry::<String, Option<T>>()? {
                    let year = Year::from_key(&key).ok_or_else(|| Error::custom("expected a year"))?;
                    if years.insert(year, value).is_some() {
                        return Err(Error::custom(format_args!("duplicate year {key}")));
                    }
                }
                Ok(ByYear(years.into_iter().filter_map(|(year, value)| Some((year, value?))).collect()))
            }
        }
        deserializer.deserialize_any(Years(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for ByYear<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}ByYear", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["object", "null"],
            "patternProperties": { "^(19[0-9]{2}|20[0-9]{2}|2100)$": generator.subschema_for::<Option<T>>() },
            "additionalProperties": false
        })
    }
}
