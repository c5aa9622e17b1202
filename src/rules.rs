//! What must hold beyond single values.

use crate::Diagnostic;
use crate::report::Report;

/// The least contrast of text with its background (WCAG 2.2, success criterion 1.4.3), which the
/// accent colour must reach on white and white on it.
const LEAST_CONTRAST: f64 = 4.5;

/// Checks a report whose values are each well formed.
///
/// Gives every finding at once; the report can be set if none of them is an error.
pub fn check(report: &Report) -> Vec<Diagnostic> {
    [member_groups_add_up(report), accent_can_be_read(report)]
        .into_iter()
        .flatten()
        .chain(empty_lists(report))
        .collect()
}

fn member_groups_add_up(report: &Report) -> Option<Diagnostic> {
    let total = report.members.total.get();
    let counts: Vec<u64> = report.members.groups.iter().map(|group| group.count.get().into()).collect();
    let sum: u64 = counts.iter().sum();
    (sum != u64::from(total) && !counts.is_empty()).then(|| {
        let terms: Vec<String> = counts.iter().map(u64::to_string).collect();
        Diagnostic::error(format!("the member groups add up to {sum}, not to the total of {total}"))
            .note(format!("members.total is {total}, members.groups are {}", terms.join(" + ")))
            .hint("correct the total or the groups")
    })
}

fn accent_can_be_read(report: &Report) -> Option<Diagnostic> {
    let screen = report.theme.as_ref()?.primary.screen;
    let contrast = screen.contrast_with_white();
    (contrast < LEAST_CONTRAST).then(|| {
        Diagnostic::error(format!("the colour {screen} is too light to be read on white: {contrast:.1} : 1"))
            .note("named at theme.primary.screen")
            .hint(format!("take a darker one, with a contrast of at least {LEAST_CONTRAST} : 1"))
    })
}

/// Lists that make no sense without an item.
fn empty_lists(report: &Report) -> impl Iterator<Item = Diagnostic> {
    [
        ("goals.items", report.goals.items.is_empty()),
        ("members.groups", report.members.groups.is_empty()),
        ("activities.items", report.activities.items.is_empty()),
        ("finance.income", report.finance.income.is_empty()),
        ("finance.expenses", report.finance.expenses.is_empty()),
    ]
    .into_iter()
    .filter(|(_, empty)| *empty)
    .map(|(list, _)| Diagnostic::error(format!("the list {list} is empty")).hint("write at least one item"))
}
