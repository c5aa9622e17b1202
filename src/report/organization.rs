//! Whose report it is.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{Written, parsed_from};
use super::{ImagePath, Line};

/// The organisation that reports.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Organizacija, kurios tai ataskaita")]
pub struct Organization {
    /// Its full name.
    #[schemars(description = "Visas pavadinimas", extend("examples" = ["Lietuvos socialinių inovacijų klasteris"]))]
    pub name: Line,
    /// A short name, for the foot of the pages.
    #[schemars(description = "Trumpas pavadinimas puslapių apačiai", extend("examples" = ["LSIK"]))]
    pub short_name: Option<Line>,
    /// Its legal form, such as `asociacija`.
    #[schemars(description = "Teisinė forma; pagal ją parenkami žodžiai ir įstatymas", extend("examples" = ["asociacija", "viešoji įstaiga", "labdaros ir paramos fondas"]))]
    pub legal_form: Option<Line>,
    /// Its code in the register of legal persons.
    #[schemars(description = "Kodas Juridinių asmenų registre")]
    pub code: Option<Code>,
    /// Its logo.
    #[schemars(description = "Logotipo failas")]
    pub logo: Option<ImagePath>,
}

/// The nine digits by which Lithuania's register of legal persons (Juridinių asmenų registras)
/// knows an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(try_from = "Written")]
#[schemars(
    with = "Written",
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
    /// What was written.
    pub String,
);

impl Code {
    /// The nine digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_from!(Written => Code);

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
