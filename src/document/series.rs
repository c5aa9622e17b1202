//! A number over the years, to be drawn.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::{Text, lithuanian};

/// A number over at least three years.
#[derive(Debug, Clone, Serialize)]
pub struct Series {
    /// What the number is.
    pub label: Text,
    /// What the chart shows, in words.
    pub alt: String,
    /// The years from the first that has a value to the last; those between may have none.
    pub points: Vec<Point>,
}

/// A year of a [`Series`].
#[derive(Debug, Clone, Serialize)]
pub struct Point {
    /// The year, as it is printed.
    pub year: String,
    /// The value, to draw with; `None` where it is not known.
    pub value: Option<f64>,
    /// The value, as it is printed.
    pub text: Option<Text>,
}

/// Two years are compared in words.
const LEAST_YEARS: usize = 3;

impl Series {
    /// Takes values by year, each as it is printed too; `None` where there are too few years to draw, or nothing but zeros.
    pub(super) fn new(label: Text, values: &BTreeMap<u16, (Decimal, Text)>) -> Option<Self> {
        if values.len() < LEAST_YEARS || values.values().all(|(value, _)| value.is_zero()) {
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
