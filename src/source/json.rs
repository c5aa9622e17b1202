//! The values of a file as JSON.

use serde_json::{Map, Value as Json};

use super::tree::{Node, Scalar, Value};
use super::values::ScalarType;

/// What a file says, without its comments: forms are kept, aliases written out. Read as YAML, it is the same report.
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
        // An amount, code or telephone number is read by its digits: `1.50`, `+37061596795`.
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
