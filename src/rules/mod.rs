//! What must hold beyond single values, a file for each kind of rule.
//!
//! A rule reads the typed report and names the keys that its findings concern; the rules on images, typefaces and
//! colours also read those, and the press profile.

mod accent;
mod activities;
mod characters;
mod contact;
mod finance;
mod gaps;
mod length;
mod markdown;
mod members;
mod numbers;
mod projects;
mod repetition;
mod resolution;
mod spelling;
mod statute;
mod time;
mod typography;
mod usage;

pub use accent::accent;
pub use characters::unsupported;
pub use finance::result;
pub use resolution::resolution;
pub use spelling::spelling;
pub use statute::statute;
pub use typography::typography;
pub use usage::usage;

use crate::diagnostic::finding::Finding;
use crate::report::Report;

/// Checks a report whose values are each well formed.
///
/// Returns all findings; the report can be typeset if none of them is an error.
pub fn check(report: &Report) -> Vec<Finding> {
    [
        time::check,
        members::check,
        activities::check,
        numbers::check,
        projects::check,
        finance::check,
        repetition::check,
        characters::check,
        length::check,
        gaps::check,
        markdown::check,
        contact::check,
    ]
    .into_iter()
    .flat_map(|rule| rule(report))
    .collect()
}
