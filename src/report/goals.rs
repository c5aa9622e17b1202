//! The standing goals of the organisation.

use serde::Deserialize;

use super::{Line, Prose};

/// The section on goals.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goals {
    /// In place of the usual heading.
    pub title: Option<Line>,
    /// A sentence to go before.
    pub motto: Option<Prose>,
    /// The goals, in the order of the page.
    pub items: Vec<Prose>,
}
