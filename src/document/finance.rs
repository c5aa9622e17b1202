//! What the pages say of the money.

use serde::Serialize;

use super::finance_rows::{Column, RowGroup};
use super::lithuanian::{self, Cents};
use super::{BlockView, FinanceChart, Heading, Series, Text};
use crate::report::{Amount, Finance, FinanceEntry, FinanceRow, KeyPath, Origin, Step, Year};

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
    pub columns: Vec<Text>,
    /// Income, expenses and the rest.
    pub tables: Vec<FinanceTable>,
    /// The sentence on the result; `None` if an amount is missing.
    pub result: Option<Text>,
    /// What there is to say of the figures.
    pub notes: Option<Vec<BlockView>>,
}

/// Rows that belong together.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceTable {
    /// What they are.
    pub title: Text,
    /// The rows.
    pub rows: Vec<FinanceTableRow>,
    /// Their sum, or the only row where it has the name of the group.
    pub total: Option<FinanceTableRow>,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceTableRow {
    /// What the amounts are of.
    pub label: Text,
    /// An amount for each column but the first, as it is printed; empty where a sum is not known.
    pub amounts: Vec<Text>,
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
        let path = KeyPath::from("finance");
        let groups = [
            RowGroup { label: lithuanian::INCOME, path: path.key("income"), rows: &finance.income },
            RowGroup { label: lithuanian::EXPENSES, path: path.key("expenses"), rows: &finance.expenses },
        ];
        let trends: Vec<Series> = groups
            .iter()
            .filter_map(|group| {
                let totals = columns.iter().filter_map(|column| {
                    let year_of_column = match column {
                        Column::Result => year,
                        Column::Past(past) => *past,
                        Column::Plan => return None,
                    };
                    let total = column.total(group.rows, year)?;
                    let text = Text::new(lithuanian::money(total, cents, currency), &group.path);
                    Some((year_of_column.get(), (total.decimal(), text)))
                });
                Series::new(group.title(), &totals.collect())
            })
            .collect();
        let result = || {
            let [income, expenses] = [&finance.income, &finance.expenses];
            let result = Column::Result.total(income, year)? - Column::Result.total(expenses, year)?;
            Some(Text::new(lithuanian::result(result, cents, currency), &path))
        };
        let drawn: Vec<Column> = columns
            .iter()
            .copied()
            // What a chart of the years shows is not shown twice.
            .filter(|column| match column {
                Column::Past(past) => trends.len() < groups.len() && Some(*past) == year.previous(),
                _ => true,
            })
            .collect();
        Self {
            heading: Heading::new(finance.title.as_ref(), lithuanian::FINANCE, finance.motto.as_ref(), &path),
            chart: FinanceChart::new(&groups, &drawn, year, cents, currency),
            trends,
            columns: [Text::new(lithuanian::amounts_in(currency), path.key("currency"))]
                .into_iter()
                .chain(headings.map(Text::from))
                .collect(),
            tables: tables(finance, &path, &TableStyle { columns: &columns, year, cents }),
            result: result(),
            notes: finance.notes.as_ref().map(|notes| BlockView::all(notes, &path.key("notes"))),
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
fn tables(finance: &Finance, path: &KeyPath, style: &TableStyle<'_>) -> Vec<FinanceTable> {
    let (income, expenses, other) = (path.key("income"), path.key("expenses"), path.key("other"));
    let mut tables = vec![
        FinanceTable::new(
            Text::new(lithuanian::INCOME, &income),
            &rows(&finance.income, &income),
            true,
            style,
        ),
        FinanceTable::new(
            Text::new(lithuanian::EXPENSES, &expenses),
            &rows(&finance.expenses, &expenses),
            true,
            style,
        ),
    ];
    let loose = || -> Vec<(KeyPath, &FinanceRow)> {
        let entries = finance.other.iter().enumerate();
        entries
            .filter_map(|(index, entry)| match entry {
                FinanceEntry::Row(row) => Some((other.item(index), row)),
                FinanceEntry::Group(_) => None,
            })
            .collect()
    };
    let mut has_loose = false;
    for (index, entry) in finance.other.iter().enumerate() {
        match entry {
            FinanceEntry::Row(_) if has_loose => {}
            FinanceEntry::Row(_) => {
                has_loose = true;
                let title = Text::new(lithuanian::OTHER, &other);
                tables.push(FinanceTable::new(title, &loose(), false, style));
            }
            FinanceEntry::Group(group) => {
                let path = other.item(index);
                let title = Text::line(&group.title, &path.key("title"));
                let rows = rows(&group.rows, &path.key("rows"));
                tables.push(FinanceTable::new(title, &rows, group.total, style));
            }
        }
    }
    tables
}

/// The rows of a list with their paths.
fn rows<'a>(rows: &'a [FinanceRow], path: &KeyPath) -> Vec<(KeyPath, &'a FinanceRow)> {
    rows.iter().enumerate().map(|(index, row)| (path.item(index), row)).collect()
}

impl FinanceTable {
    fn new(title: Text, rows: &[(KeyPath, &FinanceRow)], add_up: bool, style: &TableStyle<'_>) -> Self {
        let row = |(path, row): &(KeyPath, &FinanceRow)| FinanceTableRow {
            label: Text::line(&row.label, &path.key("label")),
            amounts: style
                .columns
                .iter()
                .map(|column| {
                    let text = column.amount(row, style.year).map_or_else(
                        || lithuanian::NOTHING.to_owned(),
                        |amount| lithuanian::amount(amount, style.cents),
                    );
                    Text::new(text, column.path(row, path, style.year))
                })
                .collect(),
        };
        if let [only] = rows
            && lithuanian::line(&only.1.label).to_lowercase() == title.words().to_lowercase()
        {
            return Self { title, rows: Vec::new(), total: Some(row(only)) };
        }
        let totals: Vec<Option<Amount>> = style
            .columns
            .iter()
            .map(|column| rows.iter().map(|(_, row)| column.amount(row, style.year)).sum())
            .collect();
        let total = (add_up && rows.len() > 1 && totals.iter().any(Option::is_some)).then(|| {
            let origin = title.origin().map(|origin| match origin.path.parent() {
                // The title of a group stands in it.
                Some((group, Step::Key(last))) if last == "title" => Origin::from(group),
                _ => origin.clone(),
            });
            let text = |words: String| Text::with(words, origin.clone());
            let print = |amount| lithuanian::amount(amount, style.cents);
            FinanceTableRow {
                label: text(lithuanian::TOTAL.to_owned()),
                amounts: totals
                    .into_iter()
                    .map(|total| text(total.map_or_else(String::new, print)))
                    .collect(),
            }
        });
        Self { title, rows: rows.iter().map(row).collect(), total }
    }
}
