//! Lists of a report.

use serde::de::{Deserialize, Deserializer, Error};

/// Reads a list that makes no sense without an item.
pub(super) fn at_least_one<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let items = Vec::deserialize(deserializer)?;
    if items.is_empty() { Err(D::Error::invalid_length(0, &"at least one item")) } else { Ok(items) }
}

/// Reads a list that may be left out, but makes no sense without an item.
pub(super) fn optional_with_items<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    match Option::<Vec<T>>::deserialize(deserializer)? {
        Some(items) if items.is_empty() => Err(D::Error::invalid_length(0, &"at least one item")),
        items => Ok(items.unwrap_or_default()),
    }
}

/// Reads a list that may be left out, or stand with nothing after its key.
pub(super) fn optional<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
