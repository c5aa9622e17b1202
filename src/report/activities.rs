//! The works done in the year.

use serde::{Deserialize, Deserializer};

use super::{Date, Image, Line, Prose, short_or_long};

/// The section on completed works.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activities {
    /// In place of the usual heading.
    pub title: Option<Line>,
    /// A sentence to go before.
    pub motto: Option<Prose>,
    /// The works, in the order of the page.
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Long {
    text: Prose,
    date: Option<Date>,
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
