//! Numbers over time, for charts.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::{Text, lithuanian};

/// A number over at least three years.
#[derive(Debug, Clone, Serialize)]
pub struct Series {
    /// The label of the number.
    pub label: Text,
    /// The alternative text of the chart.
    pub alt: String,
    /// All years from the first to the last with a value; years in between may have none.
    pub points: Vec<Point>,
}

/// A year of a [`Series`].
#[derive(Debug, Clone, Serialize)]
pub struct Point {
    /// The printed year.
    pub year: String,
    /// The value as a number, for drawing; `None` if it is unknown.
    pub value: Option<f64>,
    /// The printed value, or the sign for an unknown one.
    pub text: Text,
}

/// Two years are compared in words instead.
const MIN_YEARS: usize = 3;

impl Series {
    /// Creates a series from the values of each year, as numbers and as printed. Returns `None` if there are too few years,
    /// or if all values are zero.
    pub(super) fn new(label: Text, values: &BTreeMap<u16, (Decimal, Text)>) -> Option<Self> {
        if values.len() < MIN_YEARS || values.values().all(|(value, _)| value.is_zero()) {
            return None;
        }
        let (first, last) = (*values.keys().next()?, *values.keys().next_back()?);
        let points: Vec<Point> = (first..=last)
            .map(|year| {
                let value = values.get(&year);
                Point {
                    year: lithuanian::year(year),
                    value: value.and_then(|(value, _)| value.to_f64()),
                    text: value.map_or_else(
                        || Text::with(lithuanian::NO_VALUE.to_owned(), label.origin().cloned()),
                        |(_, text)| text.clone(),
                    ),
                }
            })
            .collect();
        let years = (first..=last).map(|year| (year, values.get(&year).map(|(_, text)| text.words())));
        Some(Self { alt: lithuanian::series_alt(label.words(), years), label, points })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::KeyPath;

    fn series(values: &[(u16, i64)]) -> Option<Series> {
        let text = |words: String| Text::new(words, KeyPath::from("numbers"));
        let values =
            values.iter().map(|(year, value)| (*year, (Decimal::from(*value), text(value.to_string()))));
        Series::new(text("medžiai".to_owned()), &values.collect())
    }

    #[test]
    fn the_alternative_text_has_every_year_that_is_drawn_and_every_gap() {
        let series = series(&[(2019, 5), (2020, -3), (2022, 10_000)]).unwrap();
        let drawn: Vec<Option<f64>> = series.points.iter().map(|point| point.value).collect();
        assert_eq!(drawn, [Some(5.0), Some(-3.0), None, Some(10_000.0)]);
        assert_eq!(
            series.alt,
            "Stulpelių diagrama, rodanti pokytį per kelerius metus: medžiai. 2019 metais buvo 5; \
             2020 metais buvo -3; 2021 metų duomenų nėra; 2022 metais buvo 10000."
        );
    }

    #[test]
    fn two_years_or_nothing_but_zeros_are_no_chart() {
        assert!(series(&[(2021, 5), (2022, 6)]).is_none());
        assert!(series(&[(2020, 0), (2021, 0), (2022, 0)]).is_none());
    }
}
