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
    /// The printed value.
    pub text: Option<Text>,
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
                    text: value.map(|(_, text)| text.clone()),
                }
            })
            .collect();
        let known = values.iter().map(|(year, (_, text))| (*year, text.words()));
        Some(Self { alt: lithuanian::series_alt(label.words(), known), label, points })
    }
}
