//! An amount of money.

use std::iter::Sum;
use std::ops::Sub;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{Written, parsed_from};

/// An exact amount with at most two decimals, below 10¹² either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "Written")]
#[schemars(
    with = "Written",
    description = "Pinigų suma: skaitmenys, taškas prieš centus, be tarpų",
    extend("minimum" = -999_999_999_999.99_f64),
    extend("maximum" = 999_999_999_999.99_f64),
    extend("pattern" = r"^-?0*[0-9]{1,12}(\.[0-9]{1,2}0*)?$"),
    extend("examples" = [28344, 1250.5]),
)]
pub struct Amount(Decimal);

/// Why a text is not an [`Amount`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmountError {
    /// Not a plain decimal number.
    NotANumber(String),
    /// More decimals than a currency has.
    TooFine(String),
    /// Not below 10¹².
    TooLarge(String),
}

/// Amounts stay below this, so that no sum of a report's rows can overflow.
const LIMIT: Decimal = Decimal::from_parts(0xD4A5_1000, 0xE8, 0, false, 0);

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
        let plain = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = plain.split_once('.').unwrap_or((plain, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) {
            return Err(AmountError::NotANumber(text.to_owned()));
        }
        if decimals.trim_end_matches('0').len() > 2 {
            return Err(AmountError::TooFine(text.to_owned()));
        }
        match Decimal::from_str(text) {
            Ok(decimal) if decimal.abs() < LIMIT => Ok(Self(decimal.normalize())),
            _ => Err(AmountError::TooLarge(text.to_owned())),
        }
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
    fn decimals_are_exact() {
        let amounts: [Amount; 3] = ["0.1", "0.20", "-1000000.05"].map(|text| text.parse().unwrap());
        assert_eq!(amounts.into_iter().sum::<Amount>().decimal().to_string(), "-999999.75");
    }

    #[test]
    fn amounts_are_plain_numbers() {
        for text in ["", "-", "7 217", "7,5", "1e3", ".5", "5.", "+5", "0x10", "5 Eur", "~", "١"] {
            assert_eq!(text.parse::<Amount>(), Err(AmountError::NotANumber(text.to_owned())));
        }
        assert_eq!("0.125".parse::<Amount>(), Err(AmountError::TooFine("0.125".to_owned())));
    }

    #[test]
    fn amounts_stay_below_the_limit() {
        assert!("999999999999.99".parse::<Amount>().is_ok());
        let digits = "9".repeat(400);
        for text in ["1000000000000", "-1000000000000", &digits] {
            assert_eq!(text.parse::<Amount>(), Err(AmountError::TooLarge(text.to_owned())));
        }
    }
}
