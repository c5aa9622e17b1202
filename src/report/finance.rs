//! The year in figures.

use std::fmt;

use serde::{Deserialize, Deserializer};

use super::{Amount, Line, Prose};

/// The section on finance.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finance {
    /// In place of the usual heading.
    pub title: Option<Line>,
    /// A sentence to go before.
    pub motto: Option<Prose>,
    /// The currency of every amount.
    pub currency: Currency,
    /// What came in.
    pub income: Vec<FinanceRow>,
    /// What went out.
    pub expenses: Vec<FinanceRow>,
    /// What is shown but belongs to neither.
    #[serde(default)]
    pub other: Vec<FinanceRow>,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinanceRow {
    /// What the amount is of.
    pub label: Line,
    /// The amount in the report's year; `None`, written `null`, means that there is none.
    #[serde(deserialize_with = "present")]
    pub amount: Option<Amount>,
    /// The amount in the year before, if it is given.
    pub previous: Option<Amount>,
}

/// A currency by its code (ISO 4217).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Currency(String);

/// Why a text is not a [`Currency`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrencyError(String);

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

impl TryFrom<String> for Currency {
    type Error = CurrencyError;

    fn try_from(text: String) -> Result<Self, CurrencyError> {
        if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            Ok(Self(text))
        } else {
            Err(CurrencyError(text))
        }
    }
}

impl fmt::Display for CurrencyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a currency: write its three-letter code, such as EUR", self.0)
    }
}

impl std::error::Error for CurrencyError {}
