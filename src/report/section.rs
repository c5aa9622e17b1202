//! Sections beyond the usual ones.

use serde::Deserialize;

use super::{Image, Line, Prose};

/// A section with a heading, text and image of the author's own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreeSection {
    /// Its heading.
    pub title: Line,
    /// The usual section that it follows.
    pub after: Anchor,
    /// A sentence to go before.
    pub motto: Option<Prose>,
    /// What it says.
    pub body: Prose,
    /// A picture below the text.
    pub image: Option<Image>,
}

/// A usual section, by its key in the YAML; free sections may follow each of them but the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// `about`
    About,
    /// `mission`
    Mission,
    /// `vision`
    Vision,
    /// `goals`
    Goals,
    /// `members`
    Members,
    /// `activities`
    Activities,
    /// `finance`
    Finance,
    /// `plans`, or where they would stand
    Plans,
}
