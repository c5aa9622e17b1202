//! The works done in the year.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use super::{Date, Image, Line, Prose, list, short_or_long};

/// The section on completed works.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie nuveiktus darbus")]
pub struct Activities {
    /// In place of the usual heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Nuveikti darbai"))]
    pub title: Option<Line>,
    /// A sentence to go before.
    #[schemars(description = "Sakinys po antrašte", extend("examples" = ["Vertę kuriame kartu"]))]
    pub motto: Option<Prose>,
    /// The works, in the order of the page.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Darbai ta tvarka, kuria jie bus puslapyje", length(min = 1))]
    pub items: Vec<Activity>,
}

/// One work: in the YAML just its text, or `text` with `date` and `image`.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// What was done.
    pub text: Prose,
    /// When it was done.
    pub date: Option<Date>,
    /// A picture of it.
    pub image: Option<Image>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ActivityLong", description = "Ilgoji darbo forma: tekstas su data ir paveikslu")]
struct Long {
    #[schemars(description = "Tekstas")]
    text: Prose,
    #[schemars(description = "Kada tai įvyko")]
    date: Option<Date>,
    #[schemars(description = "Paveikslas")]
    image: Option<Image>,
}

impl From<Prose> for Activity {
    fn from(text: Prose) -> Self {
        Self { text, date: None, image: None }
    }
}

impl From<Long> for Activity {
    fn from(Long { text, date, image }: Long) -> Self {
        Self { text, date, image }
    }
}

impl<'de> Deserialize<'de> for Activity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short_or_long::deserialize::<D, Prose, Long, Self>(deserializer)
    }
}

impl JsonSchema for Activity {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Activity".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        short_or_long::json_schema::<Prose, Long>(
            generator,
            "Darbas: vien tekstas arba tekstas su data ir paveikslu",
        )
    }
}
