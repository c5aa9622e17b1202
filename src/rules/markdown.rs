//! Markdown that means nothing where it stands.

use crate::finding::{Finding, Role};
use crate::problem::Problem;
use crate::report::{Report, TextRef};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in report.texts() {
        let marks = match text {
            TextRef::Line(line) => line.markdown().into_iter().collect(),
            TextRef::Prose(prose) => prose.markdown().to_vec(),
        };
        found.extend(
            marks.into_iter().map(|mark| Finding::new(Problem::Markdown(mark)).at(&path, Role::Here)),
        );
    }
    found
}
