//! The people of the organisation.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Image, ImagePath, Line, Prose, list};

/// The section on people: the board, the staff, the auditors.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie žmones: valdybą, darbuotojus, revizorius")]
pub struct People {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Žmonės"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
    /// The people by group.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Žmonės pagal grupes", length(min = 1))]
    pub groups: Vec<PeopleGroup>,
}

/// A group of people, such as the board.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Žmonių grupė")]
pub struct PeopleGroup {
    /// The name of the group.
    #[schemars(description = "Grupės pavadinimas", extend("examples" = ["Valdyba"]))]
    pub title: Line,
    /// The people, in the order of the page.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Grupės žmonės ta tvarka, kuria jie bus puslapyje", length(min = 1))]
    pub items: Vec<Person>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Žmogus")]
pub struct Person {
    /// The person's name.
    #[schemars(description = "Vardas ir pavardė", extend("examples" = ["Rūta Žemaitė"]))]
    pub name: Line,
    /// The person's role in the organisation.
    #[schemars(description = "Pareigos", extend("examples" = ["pirmininkė"]))]
    pub role: Option<Line>,
    /// The organisation that the person works for or represents.
    #[schemars(description = "Kur dirba ar kam atstovauja", extend("examples" = ["Vilniaus universitetas"]))]
    pub organization: Option<Line>,
    /// A photograph of the person.
    #[schemars(description = "Portreto failas")]
    pub portrait: Option<ImagePath>,
    /// A few words about the person.
    #[schemars(description = "Keli sakiniai apie žmogų")]
    pub text: Option<Prose>,
}
