//! An amount of money.

use std::iter::Sum;
use std::ops::Sub;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::number::{self, NumberError, SPACES};
use super::scalar::{Written, parsed_from};

/// An exact amount with at most two decimals, below 10¹² either way; a unit of euros after it is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "Written")]
#[schemars(
    with = "Written",
    description = "Pinigų suma",
    extend("minimum" = number::LEAST),
    extend("maximum" = number::GREATEST),
    extend("pattern" = number::pattern(UNIT_PATTERN)),
    extend("examples" = [28344, 1250.5, "28 344,50 Eur"]),
)]
pub struct Amount(Decimal);

/// Why a text is not an [`Amount`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountError(
    /// What is wrong with its number.
    pub NumberError,
);

/// What may follow an amount, lest people have to delete it.
const UNITS: [&str; 5] = ["Eur", "EUR", "eur", "€", "Eur."];
const UNIT_PATTERN: &str = "(?:Eur|EUR|eur|€|Eur\\.)?";

impl Amount {
    /// Nothing at all.
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
        number::parse(number).map(Self).map_err(|error| AmountError(error.of(text)))
    }
}

parsed_from!(Written => Amount);

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
    fn other_units_and_ambiguous_amounts_are_refused_as_they_were_written() {
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
