//! Supporters and partners of the organisation.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Amount, Image, ImagePath, Line, Prose, Website, list};

/// The section on supporters.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie rėmėjus ir partnerius")]
pub struct Supporters {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Rėmėjai ir partneriai"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
    /// The supporters by kind.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Rėmėjai pagal grupes", length(min = 1))]
    pub groups: Vec<SupporterGroup>,
}

/// Supporters of one kind.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Rėmėjų grupė")]
pub struct SupporterGroup {
    /// The name of the group.
    #[schemars(description = "Grupės pavadinimas", extend("examples" = ["Rėmėjai"]))]
    pub title: Line,
    /// The supporters, in the order of the page.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Rėmėjai ta tvarka, kuria jie bus puslapyje", length(min = 1))]
    pub items: Vec<Supporter>,
}

/// A supporter.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Rėmėjas ar partneris")]
pub struct Supporter {
    /// The supporter's name.
    #[schemars(description = "Pavadinimas arba vardas ir pavardė", extend("examples" = ["Vilniaus miesto savivaldybė"]))]
    pub name: Line,
    /// The amount given, in the currency of `finance`.
    #[schemars(description = "Skirta suma; valiuta nurodoma dalyje finance")]
    pub amount: Option<Amount>,
    /// The supporter's logo.
    #[schemars(description = "Logotipo failas")]
    pub logo: Option<ImagePath>,
    /// The supporter's web site.
    #[schemars(description = "Svetainė")]
    pub website: Option<Website>,
}
