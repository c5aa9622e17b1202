//! The year in figures.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::scalar::{Text, parsed_from};
use super::{Amount, Line, Prose, list};

/// The section on finance.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie finansus")]
pub struct Finance {
    /// In place of the usual heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Finansai"))]
    pub title: Option<Line>,
    /// A sentence to go before.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// The currency of every amount.
    #[schemars(description = "Visų sumų valiuta")]
    pub currency: Currency,
    /// What came in.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Pajamos", length(min = 1))]
    pub income: Vec<FinanceRow>,
    /// What went out.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Sąnaudos", length(min = 1))]
    pub expenses: Vec<FinanceRow>,
    /// What is shown but belongs to neither.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Kiti skaičiai, kurie nėra nei pajamos, nei sąnaudos", with = "Option<Vec<FinanceRow>>", extend("default" = []))]
    pub other: Vec<FinanceRow>,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Finansų lentelės eilutė", extend("required" = ["label", "amount"]))]
pub struct FinanceRow {
    /// What the amount is of.
    #[schemars(description = "Už ką ar iš ko", extend("examples" = ["Pardavimo pajamos"]))]
    pub label: Line,
    /// The amount in the report's year; `None`, written `null`, means that there is none.
    #[serde(deserialize_with = "present")]
    #[schemars(description = "Ataskaitinių metų suma; null – nėra, spausdinamas brūkšnys")]
    pub amount: Option<Amount>,
    /// The amount in the year before, if it is given.
    #[schemars(description = "Ankstesnių metų suma", extend("examples" = [6900]))]
    pub previous: Option<Amount>,
}

/// A currency by its code (ISO 4217).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Valiutos trijų raidžių kodas",
    extend("pattern" = "^[A-Z]{3}$"),
    extend("examples" = ["EUR"]),
)]
pub struct Currency(String);

/// Why a text is not a [`Currency`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrencyError(
    /// What was written.
    pub String,
);

impl Finance {
    /// All rows, in the order of the page.
    pub fn rows(&self) -> impl Iterator<Item = &FinanceRow> {
        self.income.iter().chain(&self.expenses).chain(&self.other)
    }
}

impl Currency {
    /// The three letters of the code.
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// Lets a key hold `null` and still be asked for: serde takes a missing `Option` for `None`.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Amount>, D::Error> {
    Option::deserialize(deserializer)
}

parsed_from!(Text => Currency);

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CurrencyError(text.to_owned()))
        }
    }
}
