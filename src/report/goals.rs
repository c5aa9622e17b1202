//! The long-term goals of the organisation.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Image, Line, Prose, list};

/// The section on goals.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie veiklos tikslus")]
pub struct Goals {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Veiklos tikslai"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
    /// The goals, in page order.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Tikslai ta tvarka, kuria jie bus puslapyje", length(min = 1))]
    pub items: Vec<Prose>,
}
