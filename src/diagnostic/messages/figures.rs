//! Numbers and lists in messages, in every language.

use rust_decimal::prelude::ToPrimitive;

use crate::lithuanian::agreement::grouped;
use crate::press::preflight::FileProperties;
use crate::report::Amount;

/// An amount with grouped digits, and with two decimals if it has cents.
pub(super) fn money(amount: Amount) -> String {
    let decimal = amount.decimal().normalize();
    let sign = if decimal.is_sign_negative() { "−" } else { "" };
    let decimal = decimal.abs();
    let whole = decimal.trunc().to_u64().map_or_else(|| decimal.trunc().to_string(), grouped);
    match format!("{decimal:.2}").split_once('.') {
        Some((_, cents)) if !decimal.is_integer() => format!("{sign}{whole}.{cents}"),
        _ => format!("{sign}{whole}"),
    }
}

/// The highest total ink in a file, if it is known.
pub(super) fn known_ink(properties: &FileProperties) -> Option<f64> {
    properties.highest_ink.filter(|ink| *ink > 0.0 || properties.unknown_inks == 0)
}

/// A measure with at most `decimals` decimals, without trailing zeros.
pub(super) fn measure(number: f64, decimals: usize) -> String {
    let written = format!("{number:.decimals$}");
    if decimals == 0 {
        return written;
    }
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The first names of a list, followed by `and_others` if there are more.
pub(super) fn listed<T: AsRef<str>>(names: impl IntoIterator<Item = T>, and_others: &str) -> String {
    const LIMIT: usize = 8;
    let mut names = names.into_iter();
    let first: Vec<String> = names.by_ref().take(LIMIT).map(|name| name.as_ref().to_owned()).collect();
    let listed = first.join(", ");
    if names.next().is_some() { format!("{listed} {and_others}") } else { listed }
}
