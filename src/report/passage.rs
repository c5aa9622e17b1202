//! A section that is all running text.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use super::{Line, Prose, short_or_long};

/// A section of running text: in the YAML just the text, or `title` and `text`.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// In place of the usual heading.
    pub title: Option<Line>,
    /// What it says.
    pub text: Prose,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PassageLong", description = "Ilgoji teksto forma: tekstas su savo antrašte")]
struct Long {
    #[schemars(description = "Antraštė vietoj įprastos")]
    title: Option<Line>,
    #[schemars(description = "Tekstas")]
    text: Prose,
}

impl From<Prose> for Passage {
    fn from(text: Prose) -> Self {
        Self { title: None, text }
    }
}

impl From<Long> for Passage {
    fn from(Long { title, text }: Long) -> Self {
        Self { title, text }
    }
}

impl<'de> Deserialize<'de> for Passage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short_or_long::deserialize::<D, Prose, Long, Self>(deserializer)
    }
}

impl JsonSchema for Passage {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Passage".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        short_or_long::json_schema::<Prose, Long>(generator, "Vien tekstas arba tekstas su savo antrašte")
    }
}
