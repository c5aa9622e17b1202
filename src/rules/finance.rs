//! Checks the amounts of money and their years.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{Amount, ByYear, FinanceEntry, FinanceRow, KeyPath, Report, Year};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    rows(report)
        .flat_map(|(path, row)| earlier_years(&path, row.previous.is_some(), &row.earlier, report.year))
        .collect()
}

/// Notes on the sums and the result of the year, for comparison with the accounts, and on totals that cannot be printed.
pub fn result(report: &Report) -> Vec<Finding> {
    let mut found = incomplete_totals(report);
    if let Some((income, expenses)) = sums(report) {
        let currency = report.finance.currency.code().to_owned();
        found.push(if expenses > income {
            Finding::new(Problem::Deficit { income, expenses, currency })
                .at_key("finance.expenses", Role::Here)
                .at_key("finance.income", Role::Addend)
        } else {
            Finding::new(Problem::Result { income, expenses, currency }).at_key("finance", Role::Here)
        });
    }
    found
}

/// Checks that the years under `earlier` are before the report's year, and that none is also given by `previous`.
pub(super) fn earlier_years<T: Copy>(
    path: &KeyPath,
    has_previous: bool,
    earlier: &ByYear<T>,
    year_of_report: Year,
) -> Vec<Finding> {
    let year_before = year_of_report.previous();
    earlier
        .years()
        .filter(|year| *year >= year_of_report || (has_previous && Some(*year) == year_before))
        .map(|year| {
            let finding = Finding::new(Problem::EarlierYear { year, year_of_report })
                .at_key(path.key("earlier").key(&year.get().to_string()), Role::Here);
            if year >= year_of_report {
                finding.at("year", Role::Year)
            } else {
                finding.at_key(path.key("previous"), Role::First)
            }
        })
        .collect()
}

/// The sums of income and expenses, if every row has an amount.
fn sums(report: &Report) -> Option<(Amount, Amount)> {
    let sum = |rows: &[FinanceRow]| rows.iter().map(|row| row.amount).sum::<Option<Amount>>();
    Some((sum(&report.finance.income)?, sum(&report.finance.expenses)?))
}

/// Reports groups in which only some rows have an amount, for each year.
fn incomplete_totals(report: &Report) -> Vec<Finding> {
    let finance = &report.finance;
    let other = finance.other.iter().enumerate().filter_map(|(index, entry)| match entry {
        FinanceEntry::Group(group) if group.total => {
            Some((KeyPath::from("finance.other").item(index).key("rows"), group.rows.as_slice()))
        }
        _ => None,
    });
    let groups = [
        (KeyPath::from("finance.income"), finance.income.as_slice()),
        (KeyPath::from("finance.expenses"), finance.expenses.as_slice()),
    ];
    let mut found = Vec::new();
    for (path, rows) in groups.into_iter().chain(other) {
        let mut past: Vec<Year> = rows.iter().flat_map(|row| row.earlier.years()).collect();
        past.extend(report.year.previous());
        past.sort_unstable();
        past.dedup();
        let columns = [(report.year, false), (report.year, true)]
            .into_iter()
            .chain(past.into_iter().rev().map(|year| (year, false)));
        for (year, planned) in columns {
            let amount = |row: &FinanceRow| if planned { row.plan } else { row.amount_of(year, report.year) };
            let missing: Vec<usize> = rows
                .iter()
                .enumerate()
                .filter(|(_, row)| amount(row).is_none())
                .map(|(index, _)| index)
                .collect();
            if missing.is_empty() || missing.len() == rows.len() {
                continue;
            }
            let finding = Finding::new(Problem::TotalIncomplete { year, planned });
            found.push(
                missing
                    .into_iter()
                    .fold(finding, |finding, index| finding.at(path.item(index).key("label"), Role::Here)),
            );
        }
    }
    found
}

/// Every row with its path.
fn rows(report: &Report) -> impl Iterator<Item = (KeyPath, &FinanceRow)> {
    let finance = &report.finance;
    let list = |path: &str, rows: &'_ [FinanceRow]| -> Vec<KeyPath> {
        (0..rows.len()).map(|index| KeyPath::from(path).item(index)).collect()
    };
    let other = finance.other.iter().enumerate().flat_map(|(index, entry)| {
        let path = KeyPath::from("finance.other").item(index);
        match entry {
            FinanceEntry::Row(row) => vec![(path, row)],
            FinanceEntry::Group(group) => group
                .rows
                .iter()
                .enumerate()
                .map(|(index, row)| (path.key("rows").item(index), row))
                .collect(),
        }
    });
    let paths =
        [list("finance.income", &finance.income), list("finance.expenses", &finance.expenses)].concat();
    paths.into_iter().zip(finance.income.iter().chain(&finance.expenses)).chain(other)
}
