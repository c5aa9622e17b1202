//! Checks that involve more than a single value, one file for each kind of rule.
//!
//! A rule takes the typed report and returns findings with the keys that they concern. Rules on images, fonts and
//! colours also take these, and the press profile.

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
pub use members::unlisted_members;
pub use resolution::resolution;
pub use spelling::spelling;
pub use statute::statute;
pub use typography::typography;
pub use usage::usage;

use crate::diagnostic::finding::Finding;
use crate::report::Report;

/// Checks a report whose values are well formed.
///
/// If none of the findings is an error, the report can be laid out.
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
