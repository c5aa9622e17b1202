//! Plans for the next year.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Image, Line, Prose, list};

/// The section on the next year; either list may be left out.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie ateinančius metus; bet kurio sąrašo gali nebūti")]
pub struct Plans {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos")]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
    /// Goals of the next year.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Ateinančių metų tikslai", with = "Option<Vec<Prose>>", extend("default" = []))]
    pub goals: Vec<Prose>,
    /// Works planned for the next year.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Ateinančiais metais planuojami darbai", with = "Option<Vec<Prose>>", extend("default" = []))]
    pub works: Vec<Prose>,
}
