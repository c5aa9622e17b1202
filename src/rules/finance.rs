//! What is to be looked at in the figures.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{Amount, FinanceRow, Report};

/// A deficit is no mistake, but a slip of the keyboard may make one.
pub(super) fn check(report: &Report) -> Vec<Finding> {
    let (income, expenses) = sums(report);
    if expenses <= income {
        return Vec::new();
    }
    let currency = report.finance.currency.code().to_owned();
    vec![
        Finding::new(Problem::Deficit { income, expenses, currency })
            .at_key("finance.expenses", Role::Here)
            .at_key("finance.income", Role::Addend),
    ]
}

/// The sums and the result of a year without a deficit, to be compared with the accounts.
pub fn result(report: &Report) -> Vec<Finding> {
    let (income, expenses) = sums(report);
    if expenses > income {
        return Vec::new();
    }
    let currency = report.finance.currency.code().to_owned();
    vec![Finding::new(Problem::Result { income, expenses, currency }).at_key("finance", Role::Here)]
}

/// What came in and what went out.
fn sums(report: &Report) -> (Amount, Amount) {
    let sum = |rows: &[FinanceRow]| rows.iter().filter_map(|row| row.amount).sum();
    (sum(&report.finance.income), sum(&report.finance.expenses))
}
