//! Checks that the works are either in one list or in groups.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::Report;

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let works = &report.activities;
    match (works.items.is_empty(), works.groups.is_empty()) {
        (true, true) => vec![Finding::new(Problem::ActivitiesMissing).at_key("activities", Role::Here)],
        (false, false) => vec![
            Finding::new(Problem::ActivitiesTwice)
                .at_key("activities.groups", Role::Here)
                .at_key("activities.items", Role::Addend),
        ],
        _ => Vec::new(),
    }
}
