//! The values of a file as JSON.

use serde_json::{Map, Value as Json};

use super::tree::{Node, Scalar, Value};
use super::values::ScalarType;

/// The values of a file: short and long forms are kept, aliases are expanded. Read as YAML, they are the same report.
pub(super) fn of(node: &Node) -> Json {
    match &node.value {
        Value::Scalar(scalar) => single(scalar),
        Value::List(nodes) => nodes.iter().map(of).collect(),
        Value::Mapping(entries) => {
            let entries = entries.iter().filter_map(|(key, value)| Some((key.text()?.to_owned(), of(value))));
            Json::Object(entries.collect::<Map<_, _>>())
        }
    }
}

fn single(scalar: &Scalar) -> Json {
    let text = || Json::from(scalar.text.as_str());
    match ScalarType::of(scalar) {
        ScalarType::Null => Json::Null,
        ScalarType::Bool => Json::Bool(scalar.text.eq_ignore_ascii_case("true")),
        ScalarType::Text => text(),
        // Amounts, codes and telephone numbers keep their digits as written: `1.50`, `+37061596795`.
        ScalarType::Integer(_) | ScalarType::Number => {
            let number = serde_json::from_str::<Json>(&scalar.text).ok();
            let is_kept = |number: &Json| {
                let written = number.to_string();
                written == scalar.text
            };
            number.filter(is_kept).unwrap_or_else(text)
        }
    }
}
