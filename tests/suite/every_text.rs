//! A report with a text in every field that can have one.

use serde_yaml::Value;

const PLACES: &str = include_str!("../reports/every_text.yaml");

/// A report in which `text` creates every text from the name of its field.
pub(crate) fn report(mut text: impl FnMut(&str) -> String) -> String {
    fn fill(value: &mut Value, text: &mut impl FnMut(&str) -> String) {
        match value {
            Value::String(place) => {
                if let Some(name) = place.strip_prefix('?') {
                    *place = text(name);
                }
            }
            Value::Sequence(items) => items.iter_mut().for_each(|item| fill(item, text)),
            Value::Mapping(map) => map.values_mut().for_each(|value| fill(value, text)),
            _ => {}
        }
    }
    let mut report = serde_yaml::from_str(PLACES).unwrap();
    fill(&mut report, &mut text);
    serde_yaml::to_string(&report).unwrap()
}
