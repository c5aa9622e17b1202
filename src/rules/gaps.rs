//! Checks that no placeholders remain.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{Report, gap};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let texts = report.texts().into_iter();
    texts
        .filter_map(|(path, text)| {
            let mark = gap::marker(&text.words())?;
            Some(Finding::new(Problem::Gap { mark }).at_words(&path, mark, Role::Here))
        })
        .collect()
}
