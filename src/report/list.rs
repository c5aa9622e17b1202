//! Deserializing lists.

use serde::de::{Deserialize, Deserializer, Error};

/// Deserializes a list that must not be empty.
pub(super) fn at_least_one<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let items = Vec::deserialize(deserializer)?;
    if items.is_empty() { Err(D::Error::invalid_length(0, &"at least one item")) } else { Ok(items) }
}

/// Deserializes a list that may be absent, but must not be empty.
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

/// Deserializes a list that may be absent, or `null`.
pub(super) fn optional<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
