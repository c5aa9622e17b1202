//! The works done in the year.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use super::{DateSpan, Image, KeyPath, Line, Prose, image, list, short_or_long};

/// The section on completed works.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie nuveiktus darbus")]
pub struct Activities {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Nuveikti darbai"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte", extend("examples" = ["Vertę kuriame kartu"]))]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
    /// The works, in the order of the page.
    #[serde(default, deserialize_with = "list::optional_with_items")]
    #[schemars(
        description = "Darbai ta tvarka, kuria jie bus puslapyje; arba jie, arba groups",
        with = "Option<Vec<Activity>>",
        length(min = 1)
    )]
    pub items: Vec<Activity>,
    /// The works in groups, instead of `items`; [`crate::rules`] checks that exactly one of the two is present.
    #[serde(default, deserialize_with = "list::optional_with_items")]
    #[schemars(
        description = "Darbų grupės vietoj items",
        with = "Option<Vec<ActivityGroup>>",
        length(min = 1)
    )]
    pub groups: Vec<ActivityGroup>,
}

/// A group of works with a heading.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Darbų grupė")]
pub struct ActivityGroup {
    /// The heading.
    #[schemars(description = "Grupės antraštė", extend("examples" = ["Renginiai"]))]
    pub title: Line,
    /// The works, in the order of the page.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Grupės darbai ta tvarka, kuria jie bus puslapyje", length(min = 1))]
    pub items: Vec<Activity>,
}

impl Activities {
    /// Every work with its key, grouped or not.
    pub fn works(&self) -> impl Iterator<Item = (KeyPath, &Activity)> {
        let path = KeyPath::from("activities");
        let (items, groups) = (path.key("items"), path.key("groups"));
        let ungrouped = self.items.iter().enumerate().map(move |(index, work)| (items.item(index), work));
        let grouped = self.groups.iter().enumerate().flat_map(move |(index, group)| {
            let items = groups.item(index).key("items");
            group.items.iter().enumerate().map(move |(index, work)| (items.item(index), work))
        });
        ungrouped.chain(grouped)
    }
}

/// One work: in YAML either just its text, or `text` with `date` and images.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// What was done.
    pub text: Prose,
    /// When it was done.
    pub date: Option<DateSpan>,
    /// An image, under the key `image`.
    pub image: Option<Image>,
    /// Several images, under the key `images`.
    pub images: Vec<Image>,
}

impl Activity {
    /// The images with their keys; `path` is the path of the work.
    pub fn images(&self, path: &KeyPath) -> impl Iterator<Item = (KeyPath, &Image)> {
        image::with_keys(path, self.image.as_ref(), &self.images)
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ActivityLong", description = "Ilgoji darbo forma: tekstas su data ir paveikslais")]
struct Long {
    #[schemars(description = "Tekstas")]
    text: Prose,
    #[schemars(description = "Kada tai įvyko")]
    date: Option<DateSpan>,
    #[schemars(description = "Paveikslas")]
    image: Option<Image>,
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Keli paveikslai", with = "Option<Vec<Image>>", extend("default" = []))]
    images: Vec<Image>,
}

impl From<Prose> for Activity {
    fn from(text: Prose) -> Self {
        Self { text, date: None, image: None, images: Vec::new() }
    }
}

impl From<Long> for Activity {
    fn from(Long { text, date, image, images }: Long) -> Self {
        Self { text, date, image, images }
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
            "Darbas: vien tekstas arba tekstas su data ir paveikslais",
        )
    }
}
