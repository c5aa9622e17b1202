//! A section that consists of text only.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use super::{Line, Prose, short_or_long};

/// A section of text: in YAML either just the text, or `title` and `text`.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage<T = Prose> {
    /// Replaces the default heading.
    pub title: Option<Line>,
    /// The text.
    pub text: T,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PassageLong_{T}", description = "Ilgoji teksto forma: tekstas su savo antrašte")]
struct Long<T> {
    #[schemars(description = "Antraštė vietoj įprastos")]
    title: Option<Line>,
    #[schemars(description = "Tekstas")]
    text: T,
}

impl<T> From<T> for Passage<T> {
    fn from(text: T) -> Self {
        Self { title: None, text }
    }
}

impl<T> From<Long<T>> for Passage<T> {
    fn from(Long { title, text }: Long<T>) -> Self {
        Self { title, text }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Passage<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short_or_long::deserialize::<D, T, Long<T>, Self>(deserializer)
    }
}

impl<T: JsonSchema> JsonSchema for Passage<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Passage_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        short_or_long::json_schema::<T, Long<T>>(generator, "Vien tekstas arba tekstas su savo antrašte")
    }
}
