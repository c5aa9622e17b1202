//! The reporting organisation.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{TextOrNumber, parsed_from};
use super::{ImagePath, Line};

/// The reporting organisation.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Organizacija, kurios tai ataskaita")]
pub struct Organization {
    /// The full name.
    #[schemars(description = "Visas pavadinimas", extend("examples" = ["Lietuvos socialinių inovacijų klasteris"]))]
    pub name: Line,
    /// A short name, for the page footer.
    #[schemars(description = "Trumpas pavadinimas puslapių apačiai", extend("examples" = ["LSIK"]))]
    pub short_name: Option<Line>,
    /// The legal form, such as `asociacija`.
    #[schemars(description = "Teisinė forma; pagal ją parenkami žodžiai ir įstatymas", extend("examples" = ["asociacija", "viešoji įstaiga", "labdaros ir paramos fondas"]))]
    pub legal_form: Option<Line>,
    /// The code in the register of legal persons.
    #[schemars(description = "Kodas Juridinių asmenų registre")]
    pub code: Option<Code>,
    /// The logo.
    #[schemars(description = "Logotipo failas")]
    pub logo: Option<ImagePath>,
}

/// The nine-digit code of an organisation in Lithuania's register of legal persons (Juridinių asmenų registras).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(try_from = "TextOrNumber")]
#[schemars(
    with = "TextOrNumber",
    description = "Juridinio asmens kodas: devyni skaitmenys",
    extend("type" = ["string", "integer"]),
    extend("minimum" = 100_000_000),
    extend("maximum" = 999_999_999),
    extend("pattern" = "^[0-9]{9}$"),
    extend("examples" = ["302296711"]),
)]
pub struct Code(String);

/// Why a text is not a [`Code`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeError(
    /// The rejected text.
    pub String,
);

impl Code {
    /// The nine digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_from!(TextOrNumber => Code);

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CodeError(text.to_owned()))
        }
    }
}
