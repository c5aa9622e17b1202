//! The section on key numbers.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Heading, RichText, Series, Text, lithuanian};
use crate::images::Images;
use crate::report::{KeyNumber, KeyPath, Label, Number, Numbers, Year};

/// The section on key numbers.
#[derive(Debug, Clone, Serialize)]
pub struct NumbersSection {
    /// The heading and motto.
    pub heading: Heading,
    /// The numbers.
    pub items: Vec<NumberView>,
}

/// A number with its label.
#[derive(Debug, Clone, Serialize)]
pub struct NumberView {
    /// The printed number.
    pub value: Text,
    /// What is counted.
    pub label: RichText,
    /// The change since the last known year, in words.
    pub change: Option<Text>,
    /// The number over time, if at least three years are known.
    pub series: Option<Series>,
}

impl NumbersSection {
    pub(super) fn new(numbers: &Numbers, year: Year, images: &Images) -> Self {
        let path = KeyPath::from("numbers");
        let items = numbers.items.iter().enumerate();
        Self {
            heading: Heading::new(numbers.title.as_ref(), lithuanian::NUMBERS, numbers.motto.as_ref(), &path)
                .with_image(numbers.image.as_ref(), &path, images),
            items: items
                .map(|(index, item)| NumberView::new(item, &path.key("items").item(index), year))
                .collect(),
        }
    }
}

impl NumberView {
    fn new(item: &KeyNumber, path: &KeyPath, year: Year) -> Self {
        let value = item.value.decimal();
        let label = label(&item.label, value, &path.key("label"));
        let known = item.earlier.years().chain(year.previous());
        let before: BTreeMap<u16, Decimal> = known
            .filter(|past| *past < year)
            .filter_map(|past| Some((past.get(), item.value_of(past, year).map(Number::decimal)?)))
            .collect();
        let change = before.last_key_value().map(|(past, number)| {
            let path = past_value(path, *past, year, item.previous.is_some());
            Text::new(lithuanian::change(value, *past, *number), path)
        });
        let values = before.into_iter().chain([(year.get(), value)]).map(|(of, value)| {
            let text = lithuanian::number(value);
            let path = match of {
                of if of == year.get() => path.key("value"),
                past => past_value(path, past, year, item.previous.is_some()),
            };
            (of, (value, Text::new(text, path)))
        });
        let series = Series::new(label.clone(), &values.collect());
        Self {
            value: Text::new(lithuanian::number(value), path.key("value")),
            label: RichText::of_line(&label),
            change,
            series,
        }
    }
}

/// The path of the value of a past year in the mapping at `path`, in a report on `year`.
pub(super) fn past_value(path: &KeyPath, past: u16, year: Year, has_previous: bool) -> KeyPath {
    if has_previous && past + 1 == year.get() {
        path.key("previous")
    } else {
        path.key("earlier").key(&past.to_string())
    }
}

fn label(label: &Label, number: Decimal, path: &KeyPath) -> Text {
    match label {
        Label::Fixed(line) => Text::line(line, path),
        Label::Plural(forms) => {
            let many = forms.many.as_ref().unwrap_or(&forms.other);
            let (key, line) = lithuanian::agree_with(
                number,
                ("one", &forms.one),
                ("few", &forms.few),
                (if forms.many.is_some() { "many" } else { "other" }, many),
                ("other", &forms.other),
            );
            Text::line(line, &path.key(key))
        }
    }
}
