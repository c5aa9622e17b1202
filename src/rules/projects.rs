//! Checks that projects do not end before they start.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{KeyPath, Report};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let projects = report.projects.iter().flat_map(|projects| &projects.items).enumerate();
    projects
        .filter(|(_, project)| project.from.zip(project.to).is_some_and(|(from, to)| to < from))
        .map(|(index, _)| {
            let path = KeyPath::from("projects.items").item(index);
            Finding::new(Problem::ProjectReversed)
                .at(path.key("to"), Role::Here)
                .at(path.key("from"), Role::Start)
        })
        .collect()
}
