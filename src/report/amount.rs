//! An amount of money.

use std::iter::Sum;
use std::ops::Sub;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::number::{self, NumberError, SPACES};
use super::scalar::{TextOrNumber, parsed_from};

/// An exact amount with at most two decimals, between −10¹² and 10¹²; a euro sign or code may follow the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "TextOrNumber")]
#[schemars(
    with = "TextOrNumber",
    description = "Pinigų suma",
    extend("minimum" = number::MIN),
    extend("maximum" = number::MAX),
    extend("pattern" = number::pattern(UNIT_PATTERN)),
    extend("examples" = [28344, 1250.5, "28 344,50 Eur"]),
)]
pub struct Amount(Decimal);

/// Why a text is not an [`Amount`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountError(
    /// The error in its number.
    pub NumberError,
);

/// Units that may follow an amount, because people paste them along with it.
const UNITS: [&str; 5] = ["Eur", "EUR", "eur", "€", "Eur."];
const UNIT_PATTERN: &str = "(?:Eur|EUR|eur|€|Eur\\.)?";

impl Amount {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The exact value.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, AmountError> {
        let trimmed = text.trim_end_matches(SPACES);
        let number = UNITS.iter().find_map(|unit| trimmed.strip_suffix(unit)).unwrap_or(trimmed);
        number::parse(number).map(Self).map_err(|error| AmountError(error.with_text(text)))
    }
}

parsed_from!(TextOrNumber => Amount);

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|amount| amount.0).sum())
    }
}

impl Sub for Amount {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_after_an_amount_are_accepted() {
        for text in ["28344,50 Eur", "28 344,50\u{a0}€", "28344.5EUR", " 28 344,5 eur ", "28344,50 Eur."] {
            assert_eq!(
                text.parse::<Amount>().map(|amount| amount.decimal().to_string()),
                Ok("28344.5".to_owned())
            );
        }
    }

    #[test]
    fn other_units_and_ambiguous_amounts_are_rejected_with_the_original_text() {
        for text in ["5 USD", "5 Lt", "5 tūkst. Eur", "Eur", "€ 5", "5 Eur Eur"] {
            assert_eq!(text.parse::<Amount>(), Err(AmountError(NumberError::NotANumber(text.to_owned()))));
        }
        let error = NumberError::Ambiguous {
            text: "7.217 Eur".to_owned(),
            grouped: "7217".to_owned(),
            rounded: "7.22".to_owned(),
        };
        assert_eq!("7.217 Eur".parse::<Amount>(), Err(AmountError(error)));
    }
}
