//! The year in figures, as the pages say it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Heading, Series, lithuanian};
use crate::report::{KeyNumber, Label, Number, Numbers, Year};

/// The numbers that say at a glance what was done.
#[derive(Debug, Clone, Serialize)]
pub struct NumbersSection {
    /// How it opens.
    pub heading: Heading,
    /// The numbers.
    pub items: Vec<NumberView>,
}

/// A number with what it counts.
#[derive(Debug, Clone, Serialize)]
pub struct NumberView {
    /// The number, as it is printed.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// How it has changed, in words.
    pub change: Option<String>,
    /// The number over three years or more.
    pub series: Option<Series>,
}

impl NumbersSection {
    pub(super) fn new(numbers: &Numbers, year: Year) -> Self {
        Self {
            heading: Heading::new(numbers.title.as_ref(), lithuanian::NUMBERS, numbers.motto.as_ref()),
            items: numbers.items.iter().map(|item| NumberView::new(item, year)).collect(),
        }
    }
}

impl NumberView {
    fn new(item: &KeyNumber, year: Year) -> Self {
        let value = item.value.decimal();
        let label = label(&item.label, value);
        let known = item.earlier.years().chain(year.before());
        let before: BTreeMap<u16, Decimal> = known
            .filter(|past| *past < year)
            .filter_map(|past| Some((past.get(), item.value_of(past, year).map(Number::decimal)?)))
            .collect();
        let change = before.last_key_value().map(|(past, number)| lithuanian::change(value, *past, *number));
        let values = before
            .into_iter()
            .chain([(year.get(), value)])
            .map(|(year, value)| (year, (value, lithuanian::number(value))));
        let series = Series::new(&label, &values.collect());
        Self { value: lithuanian::number(value), label, change, series }
    }
}

fn label(label: &Label, number: Decimal) -> String {
    match label {
        Label::Fixed(line) => lithuanian::line(line),
        Label::Plural(forms) => {
            let many = forms.many.as_ref().unwrap_or(&forms.other);
            lithuanian::line(lithuanian::agree_with(number, &forms.one, &forms.few, many, &forms.other))
        }
    }
}
