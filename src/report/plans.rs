//! What the organisation means to do in the next year.

use serde::Deserialize;

use super::{Line, Prose};

/// The section on the next year; either list may be left out.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plans {
    /// In place of the usual heading.
    pub title: Option<Line>,
    /// A sentence to go before.
    pub motto: Option<Prose>,
    /// Goals of the next year.
    #[serde(default)]
    pub goals: Vec<Prose>,
    /// Works planned for the next year.
    #[serde(default)]
    pub works: Vec<Prose>,
}
