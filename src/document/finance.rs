//! What the pages say of the money.

use serde::Serialize;

use super::lithuanian::{self, Cents};
use super::{BlockView, FinanceChart, Heading, Series};
use crate::report::{Amount, Finance, FinanceEntry, FinanceRow, Year};

/// The year's money.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceSection {
    /// How it opens.
    pub heading: Heading,
    /// Income against expenses, to be drawn; none where there is nothing to draw.
    pub chart: Option<FinanceChart>,
    /// Income and expenses over the years, each if three years or more are known.
    pub trends: Vec<Series>,
    /// The headings of the columns of every table: what, this year, its plan and years before, each of the
    /// latter if any row names it.
    pub columns: Vec<String>,
    /// Income, expenses and the rest.
    pub tables: Vec<FinanceTable>,
    /// The sentence on the result; none where an amount is missing.
    pub result: Option<String>,
    /// What there is to say of the figures.
    pub notes: Option<Vec<BlockView>>,
}

/// Rows that belong together.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceTable {
    /// What they are; none above a single row that says the same.
    pub title: Option<String>,
    /// The rows.
    pub rows: Vec<FinanceTableRow>,
    /// Their sum, or the only row where it has the name of the group.
    pub total: Option<FinanceTableRow>,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceTableRow {
    /// What the amounts are of.
    pub label: String,
    /// An amount for each column but the first, as it is printed; empty where a sum is not known.
    pub amounts: Vec<String>,
}

/// A column of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// What the year came to.
    Result,
    /// What was planned for it.
    Plan,
    /// What a year before it came to.
    Past(Year),
}

impl Column {
    /// The columns that any of the rows has an amount for, and that of the report's year.
    fn of(finance: &Finance, year: Year) -> Vec<Self> {
        let mut past: Vec<Year> = finance.rows().flat_map(|row| row.earlier.years()).collect();
        if finance.rows().any(|row| row.previous.is_some()) {
            past.extend(year.before());
        }
        past.sort_unstable();
        past.dedup();
        let planned = finance.rows().any(|row| row.plan.is_some()).then_some(Self::Plan);
        let past = past.into_iter().rev().filter(|past| *past < year).map(Self::Past);
        [Self::Result].into_iter().chain(planned).chain(past).collect()
    }

    /// The amount of a row.
    pub(super) fn amount(self, row: &FinanceRow, year: Year) -> Option<Amount> {
        match self {
            Self::Result => row.amount,
            Self::Plan => row.plan,
            Self::Past(past) => row.amount_of(past, year),
        }
    }

    /// The sum of rows, each of which has an amount.
    pub(super) fn total(self, rows: &[FinanceRow], year: Year) -> Option<Amount> {
        rows.iter().map(|row| self.amount(row, year)).sum()
    }
}

impl FinanceSection {
    pub(super) fn new(finance: &Finance, year: Year) -> Self {
        let columns = Column::of(finance, year);
        let amounts = finance.rows().flat_map(|row| columns.iter().filter_map(|it| it.amount(row, year)));
        let cents = Cents::of(amounts);
        let currency = lithuanian::currency(finance.currency.code());
        let headings = columns.iter().map(|column| match column {
            Column::Result => lithuanian::year(year.get()),
            Column::Plan => lithuanian::plan_of(year.get()),
            Column::Past(past) => lithuanian::year(past.get()),
        });
        let groups = [(lithuanian::INCOME, &*finance.income), (lithuanian::EXPENSES, &*finance.expenses)];
        let trends: Vec<Series> = groups
            .iter()
            .filter_map(|(label, rows)| {
                let totals = columns.iter().filter_map(|column| {
                    let year_of_column = match column {
                        Column::Result => year,
                        Column::Past(past) => *past,
                        Column::Plan => return None,
                    };
                    let total = column.total(rows, year)?;
                    Some((year_of_column.get(), (total.decimal(), lithuanian::money(total, cents, currency))))
                });
                Series::new(label, &totals.collect())
            })
            .collect();
        let result = || {
            let [income, expenses] = groups.map(|(_, rows)| Column::Result.total(rows, year));
            Some(lithuanian::result(income? - expenses?, cents, currency))
        };
        let drawn: Vec<Column> = columns
            .iter()
            .copied()
            // What a chart of the years shows is not shown twice.
            .filter(|column| match column {
                Column::Past(past) => trends.len() < groups.len() && Some(*past) == year.before(),
                _ => true,
            })
            .collect();
        Self {
            heading: Heading::new(finance.title.as_ref(), lithuanian::FINANCE, finance.motto.as_ref()),
            chart: FinanceChart::new(groups, &drawn, year, cents, currency),
            trends,
            columns: [lithuanian::amounts_in(currency)].into_iter().chain(headings).collect(),
            tables: tables(finance, &TableStyle { columns: &columns, year, cents }),
            result: result(),
            notes: finance.notes.as_ref().map(BlockView::all),
        }
    }
}

/// What all tables share.
struct TableStyle<'a> {
    columns: &'a [Column],
    year: Year,
    cents: Cents,
}

/// A table for each group; the other rows that are in no group share one, where the first of them stands.
fn tables(finance: &Finance, style: &TableStyle<'_>) -> Vec<FinanceTable> {
    let mut tables = vec![
        FinanceTable::new(lithuanian::INCOME, &finance.income, true, style),
        FinanceTable::new(lithuanian::EXPENSES, &finance.expenses, true, style),
    ];
    let loose: Vec<FinanceRow> = finance
        .other
        .iter()
        .filter_map(|entry| match entry {
            FinanceEntry::Row(row) => Some(row.clone()),
            FinanceEntry::Group(_) => None,
        })
        .collect();
    let mut loose = Some(loose);
    for entry in &finance.other {
        match entry {
            FinanceEntry::Row(_) => tables
                .extend(loose.take().map(|rows| FinanceTable::new(lithuanian::OTHER, &rows, false, style))),
            FinanceEntry::Group(group) => {
                let title = lithuanian::line(&group.title);
                tables.push(FinanceTable::new(&title, &group.rows, group.total, style));
            }
        }
    }
    tables
}

impl FinanceTable {
    fn new(title: &str, rows: &[FinanceRow], add_up: bool, style: &TableStyle<'_>) -> Self {
        let row = |row: &FinanceRow| FinanceTableRow {
            label: lithuanian::line(&row.label),
            amounts: style
                .columns
                .iter()
                .map(|column| {
                    column.amount(row, style.year).map_or_else(
                        || lithuanian::NOTHING.to_owned(),
                        |amount| lithuanian::amount(amount, style.cents),
                    )
                })
                .collect(),
        };
        if let [only] = rows
            && lithuanian::line(&only.label).to_lowercase() == title.to_lowercase()
        {
            return Self { title: None, rows: Vec::new(), total: Some(row(only)) };
        }
        let totals: Vec<Option<Amount>> =
            style.columns.iter().map(|column| column.total(rows, style.year)).collect();
        let total = (add_up && rows.len() > 1 && totals.iter().any(Option::is_some)).then(|| {
            let print = |amount| lithuanian::amount(amount, style.cents);
            FinanceTableRow {
                label: lithuanian::TOTAL.to_owned(),
                amounts: totals.into_iter().map(|total| total.map_or_else(String::new, print)).collect(),
            }
        });
        Self { title: Some(title.to_owned()), rows: rows.iter().map(row).collect(), total }
    }
}
