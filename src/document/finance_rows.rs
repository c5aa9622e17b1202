//! Rows and columns of amounts, for tables and charts.

use super::Text;
use super::numbers::past_value;
use crate::report::{Amount, Finance, FinanceRow, KeyPath, Year};

/// A column of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The report's year.
    Result,
    /// The plan for the report's year.
    Plan,
    /// An earlier year.
    Past(Year),
}

impl Column {
    /// The column of the report's year, and every other column for which any row has an amount.
    pub(super) fn of(finance: &Finance, year: Year) -> Vec<Self> {
        let mut past: Vec<Year> = finance.rows().flat_map(|row| row.earlier.years()).collect();
        if finance.rows().any(|row| row.previous.is_some()) {
            past.extend(year.previous());
        }
        past.sort_unstable();
        past.dedup();
        let planned = finance.rows().any(|row| row.plan.is_some()).then_some(Self::Plan);
        let past = past.into_iter().rev().filter(|past| *past < year).map(Self::Past);
        [Self::Result].into_iter().chain(planned).chain(past).collect()
    }

    /// The amount of a row in this column.
    pub(super) fn amount(self, row: &FinanceRow, year: Year) -> Option<Amount> {
        match self {
            Self::Result => row.amount,
            Self::Plan => row.plan,
            Self::Past(past) => row.amount_of(past, year),
        }
    }

    /// The path of the amount of the row at `path`; the path of the row itself if it has none.
    pub(super) fn path(self, row: &FinanceRow, path: &KeyPath, year: Year) -> KeyPath {
        match self {
            Self::Result => path.key("amount"),
            Self::Plan if row.plan.is_some() => path.key("plan"),
            Self::Past(past) if row.amount_of(past, year).is_some() => {
                past_value(path, past.get(), year, row.previous.is_some())
            }
            Self::Plan | Self::Past(_) => path.clone(),
        }
    }

    /// The sum of rows; `None` if any of them has no amount.
    pub(super) fn total(self, rows: &[FinanceRow], year: Year) -> Option<Amount> {
        rows.iter().map(|row| self.amount(row, year)).sum()
    }
}

/// The rows of income or of expenses.
#[derive(Debug, Clone)]
pub(super) struct RowGroup<'a> {
    /// The name of the group.
    pub(super) label: &'static str,
    /// The path of the list of rows.
    pub(super) path: KeyPath,
    pub(super) rows: &'a [FinanceRow],
}

impl RowGroup<'_> {
    /// The printed name of the group.
    pub(super) fn title(&self) -> Text {
        Text::new(self.label, &self.path)
    }
}
