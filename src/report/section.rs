//! Sections beyond the usual ones.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Blocks, Image, ImagePath, Line, Prose, list};

/// A section with a heading, text and image of the author's own.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Papildomas skyrius su savo antrašte")]
pub struct FreeSection {
    /// Its heading.
    #[schemars(description = "Skyriaus antraštė", extend("examples" = ["Padėka"]))]
    pub title: Line,
    /// The usual section that it follows.
    #[schemars(description = "Po kurio įprasto skyriaus jį spausdinti")]
    pub after: Anchor,
    /// A sentence to go before.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// What it says.
    #[schemars(description = "Skyriaus tekstas")]
    pub body: Blocks,
    /// A picture; a wide photograph opens the section over the whole width of the page.
    #[schemars(
        description = "Paveikslas; gulsčia nuotrauka skyrių pradeda per visą puslapio plotį, kitokia dedama po tekstu"
    )]
    pub image: Option<Image>,
    /// Several pictures below the text.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Keli paveikslai po tekstu", with = "Option<Vec<Image>>", extend("default" = []))]
    pub images: Vec<Image>,
    /// Somebody's words.
    #[schemars(description = "Kieno nors žodžiai")]
    pub quote: Option<Quote>,
}

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Citata")]
pub struct Quote {
    /// The words, without quotation marks.
    #[schemars(description = "Pasakyti žodžiai, be kabučių", extend("examples" = ["Čia radau savo žmones."]))]
    pub text: Prose,
    /// Who says them.
    #[schemars(description = "Kieno tai žodžiai: vardas ir pavardė")]
    pub name: Line,
    /// What that person is or does.
    #[schemars(description = "Pareigos", extend("examples" = ["valdybos pirmininkė"]))]
    pub role: Option<Line>,
    /// A photograph of that person.
    #[schemars(description = "Asmens nuotrauka")]
    pub portrait: Option<ImagePath>,
}

/// The cover or a usual section, by its key in the YAML. Free sections may follow each of them but the last, or stand
/// where it would if the report does not have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(
    description = "Viršelis arba įprastas skyrius; jei jo nėra, papildomas skyrius spausdinamas ten, kur jis būtų"
)]
pub enum Anchor {
    /// `cover`: before the first usual section
    #[schemars(description = "Po viršelio, prieš pirmą skyrių")]
    Cover,
    /// `about`
    #[schemars(description = "Po skyriaus „Apie“")]
    About,
    /// `mission`
    #[schemars(description = "Po misijos")]
    Mission,
    /// `vision`
    #[schemars(description = "Po vizijos")]
    Vision,
    /// `goals`
    #[schemars(description = "Po veiklos tikslų")]
    Goals,
    /// `people`
    #[schemars(description = "Po žmonių")]
    People,
    /// `members`
    #[schemars(description = "Po narių")]
    Members,
    /// `numbers`
    #[schemars(description = "Po metų skaičių")]
    Numbers,
    /// `activities`
    #[schemars(description = "Po nuveiktų darbų")]
    Activities,
    /// `projects`
    #[schemars(description = "Po projektų")]
    Projects,
    /// `finance`
    #[schemars(description = "Po finansų")]
    Finance,
    /// `supporters`
    #[schemars(description = "Po rėmėjų")]
    Supporters,
    /// `plans`
    #[schemars(description = "Po ateinančių metų planų")]
    Plans,
}
