//! What is to be looked at in the figures.

use crate::finding::{Finding, Role};
use crate::problem::Problem;
use crate::report::{Amount, FinanceRow, Report};

/// A deficit is no mistake, but a slip of the keyboard may make one.
pub(super) fn check(report: &Report) -> Vec<Finding> {
    let sum = |rows: &[FinanceRow]| rows.iter().filter_map(|row| row.amount).sum::<Amount>();
    let (income, expenses) = (sum(&report.finance.income), sum(&report.finance.expenses));
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
