//! What the pages say of the money.

use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::Heading;
use super::lithuanian::{self, Cents};
use crate::report::{Amount, Finance, FinanceRow, Year};

/// The year in figures.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceSection {
    /// How it opens.
    pub heading: Heading,
    /// The headings of the columns: what, this year, and the year before if any row names it.
    pub columns: Vec<String>,
    /// Income, expenses and the rest, each if it has rows.
    pub groups: Vec<FinanceGroup>,
    /// The sentence on the result.
    pub result: String,
    /// Income against expenses, to be drawn; none where there is nothing to draw.
    pub chart: Option<FinanceChart>,
}

/// Rows that belong together.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceGroup {
    /// What they are.
    pub title: &'static str,
    /// The rows.
    pub rows: Vec<FinanceTableRow>,
    /// Their sum, where there is more than one.
    pub total: Option<FinanceTableRow>,
}

/// A row of the table.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceTableRow {
    /// What the amounts are of.
    pub label: String,
    /// An amount for each column but the first, as it is printed.
    pub amounts: Vec<String>,
}

/// Income against expenses.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceChart {
    /// What it shows, in words.
    pub alt: String,
    /// The bars, each a group in a year, from the top.
    pub bars: Vec<Bar>,
}

/// A bar of the chart.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// The group.
    pub label: &'static str,
    /// The year.
    pub year: String,
    /// Whether it is of the year before.
    pub previous: bool,
    /// Its whole length, as it is printed.
    pub total: String,
    /// Its parts, each a row's amount.
    pub parts: Vec<f64>,
}

/// The amount of a row in one of the years.
type Pick = fn(&FinanceRow) -> Option<Amount>;
const THIS_YEAR: Pick = |row| row.amount;
const YEAR_BEFORE: Pick = |row| row.previous;

impl FinanceSection {
    pub(super) fn new(finance: &Finance, year: Year) -> Self {
        let mut years: Vec<(u16, Pick)> = vec![(year.get(), THIS_YEAR)];
        if finance.rows().any(|row| row.previous.is_some()) {
            years.push((year.get() - 1, YEAR_BEFORE));
        }
        let picks: Vec<Pick> = years.iter().map(|(_, pick)| *pick).collect();
        let cents = Cents::of(finance.rows().flat_map(|row| row.amount.into_iter().chain(row.previous)));
        let groups = [
            (lithuanian::INCOME, &finance.income),
            (lithuanian::EXPENSES, &finance.expenses),
            (lithuanian::OTHER, &finance.other),
        ]
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(title, rows)| FinanceGroup::new(title, rows, &picks, cents))
        .collect();
        let result = sum(&finance.income, THIS_YEAR) - sum(&finance.expenses, THIS_YEAR);
        let currency = lithuanian::currency(finance.currency.code());
        Self {
            heading: Heading::new(finance.title.as_ref(), lithuanian::FINANCE, finance.motto.as_ref()),
            columns: [lithuanian::amounts_in(currency)]
                .into_iter()
                .chain(years.iter().map(|(year, _)| lithuanian::year(*year)))
                .collect(),
            groups,
            result: lithuanian::result(result, cents, currency),
            chart: FinanceChart::new(finance, &years, cents, currency),
        }
    }
}

impl FinanceGroup {
    fn new(title: &'static str, rows: &[FinanceRow], years: &[Pick], cents: Cents) -> Self {
        let total = FinanceTableRow {
            label: lithuanian::TOTAL.to_owned(),
            amounts: years.iter().map(|pick| lithuanian::amount(sum(rows, *pick), cents)).collect(),
        };
        let row = |row: &FinanceRow| FinanceTableRow {
            label: lithuanian::line(&row.label),
            amounts: years
                .iter()
                .map(|pick| {
                    pick(row).map_or_else(
                        || lithuanian::NOTHING.to_owned(),
                        |amount| lithuanian::amount(amount, cents),
                    )
                })
                .collect(),
        };
        Self { title, rows: rows.iter().map(row).collect(), total: (rows.len() > 1).then_some(total) }
    }
}

impl FinanceChart {
    /// `None` where an amount is negative, which no length can show, or all are nothing.
    fn new(finance: &Finance, years: &[(u16, Pick)], cents: Cents, currency: &str) -> Option<Self> {
        let groups = [(lithuanian::INCOME, &finance.income), (lithuanian::EXPENSES, &finance.expenses)];
        let mut bars = Vec::new();
        for (label, rows) in groups {
            for (index, (year, pick)) in years.iter().enumerate() {
                let parts: Vec<Amount> = rows.iter().filter_map(pick).collect();
                if parts.iter().any(|part| *part < Amount::ZERO) {
                    return None;
                }
                bars.push(Bar {
                    label,
                    year: lithuanian::year(*year),
                    previous: index > 0,
                    total: lithuanian::amount(sum(rows, *pick), cents),
                    parts: parts.iter().filter_map(|part| part.decimal().to_f64()).collect(),
                });
            }
        }
        let drawn = bars.iter().flat_map(|bar| &bar.parts).any(|part| *part > 0.0);
        drawn.then(|| Self {
            alt: lithuanian::finance_chart_alt(
                bars.iter().map(|bar| (bar.label, &*bar.year, &*bar.total)),
                currency,
            ),
            bars,
        })
    }
}

fn sum(rows: &[FinanceRow], year: Pick) -> Amount {
    rows.iter().filter_map(year).sum()
}
