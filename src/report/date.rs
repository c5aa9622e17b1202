//! A calendar date.

use std::str::FromStr;

use icu_calendar::Iso;
use icu_calendar::types::RataDie;
use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{Text, parsed_from};

/// A day, written `2024-03-29` (ISO 8601 extended format).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Diena: metai-mėnuo-diena",
    extend("format" = "date"),
    extend("pattern" = "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
    extend("examples" = ["2024-03-29"]),
)]
pub struct Date(icu_calendar::Date<Iso>);

/// Why a text is not a [`Date`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(
    /// The rejected text.
    pub String,
);

/// 1970-01-01 as days since 0001-01-01, which is day 1.
const UNIX_EPOCH: RataDie = RataDie::new(719_163);
const SECONDS_IN_A_DAY: u64 = 86_400;

impl Date {
    /// The last day of a year.
    pub fn last_day_of(year: super::Year) -> Self {
        // A `Year` is always within the calendar's range.
        let next_year = icu_calendar::Date::try_new_iso(i32::from(year.get()) + 1, 1, 1)
            .map_or(UNIX_EPOCH, |date| date.to_rata_die());
        Self(icu_calendar::Date::from_rata_die(next_year - 1, Iso))
    }

    /// The UTC date of a Unix timestamp; `None` after the year 9999.
    pub fn from_unix_seconds(seconds: u64) -> Option<Self> {
        let days = i64::try_from(seconds / SECONDS_IN_A_DAY).ok()?;
        let date = icu_calendar::Date::from_rata_die(UNIX_EPOCH + days, Iso);
        (date.era_year().year <= 9999).then_some(Self(date))
    }

    /// The last day of its month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        let days = i64::from(self.0.days_in_month()) - i64::from(self.day());
        Self(icu_calendar::Date::from_rata_die(self.0.to_rata_die() + days, Iso))
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        self.0.era_year().year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().ordinal
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day_of_month().0
    }

    /// The date as an ICU4X type, for formatting.
    pub fn to_icu(self) -> icu_calendar::Date<Iso> {
        self.0
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let parse = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            let digits =
                |text: &str, len: usize| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
            if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
                return None;
            }
            let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
            icu_calendar::Date::try_new_iso(year, month, day).ok().filter(|_| year > 0)
        };
        parse().map(Self).ok_or_else(|| DateError(text.to_owned()))
    }
}

parsed_from!(Text => Date);

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(date: Date) -> (i32, u8, u8) {
        (date.year(), date.month(), date.day())
    }

    #[test]
    fn valid_dates_are_parsed() {
        assert_eq!(parts("2024-03-29".parse().unwrap()), (2024, 3, 29));
        assert_eq!(parts("2024-02-29".parse().unwrap()), (2024, 2, 29));
    }

    #[test]
    fn other_texts_are_rejected() {
        for text in ["", "2023-02-29", "2024-13-01", "2024-3-29", "24-03-29", "29.03.2024", "+024-03-29"] {
            assert_eq!(text.parse::<Date>(), Err(DateError(text.to_owned())));
        }
    }

    #[test]
    fn timestamps_and_years_convert_to_dates() {
        assert_eq!(parts(Date::from_unix_seconds(0).unwrap()), (1970, 1, 1));
        assert_eq!(parts(Date::from_unix_seconds(1_711_670_399).unwrap()), (2024, 3, 28));
        assert_eq!(parts(Date::from_unix_seconds(1_711_670_400).unwrap()), (2024, 3, 29));
        assert_eq!(Date::from_unix_seconds(u64::MAX), None);
        assert_eq!(parts(Date::last_day_of(super::super::Year::try_from(2023).unwrap())), (2023, 12, 31));
    }
}
