//! Free-form sections.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Blocks, Image, ImagePath, Line, Prose, list};

/// A free-form section.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Papildomas skyrius su savo antrašte")]
pub struct FreeSection {
    /// The heading.
    #[schemars(description = "Skyriaus antraštė", extend("examples" = ["Padėka"]))]
    pub title: Line,
    /// The standard section that it follows.
    #[schemars(description = "Po kurio įprasto skyriaus jį spausdinti")]
    pub after: Anchor,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// The text.
    #[schemars(description = "Skyriaus tekstas")]
    pub body: Blocks,
    /// An image; a landscape photograph is placed above the text at full page width.
    #[schemars(
        description = "Paveikslas; gulsčia nuotrauka skyrių pradeda per visą puslapio plotį, kitokia dedama po tekstu"
    )]
    pub image: Option<Image>,
    /// Several images below the text.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Keli paveikslai po tekstu", with = "Option<Vec<Image>>", extend("default" = []))]
    pub images: Vec<Image>,
    /// A quotation.
    #[schemars(description = "Kieno nors žodžiai")]
    pub quote: Option<Quote>,
}

/// A quotation with its speaker.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Citata")]
pub struct Quote {
    /// The words, without quotation marks.
    #[schemars(description = "Pasakyti žodžiai, be kabučių", extend("examples" = ["Čia radau savo žmones."]))]
    pub text: Prose,
    /// The speaker.
    #[schemars(description = "Kieno tai žodžiai: vardas ir pavardė")]
    pub name: Line,
    /// The speaker's role.
    #[schemars(description = "Pareigos", extend("examples" = ["valdybos pirmininkė"]))]
    pub role: Option<Line>,
    /// A photograph of the speaker.
    #[schemars(description = "Asmens nuotrauka")]
    pub portrait: Option<ImagePath>,
}

/// The cover or a standard section, by its YAML key. Free-form sections may follow any of them except the last. If the
/// report does not have the standard section, they are placed where it would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(
    description = "Viršelis arba įprastas skyrius; jei jo nėra, papildomas skyrius spausdinamas ten, kur jis būtų"
)]
pub enum Anchor {
    /// `cover`: before the first standard section
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
