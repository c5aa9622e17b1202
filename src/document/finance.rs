//! The finance section.

use serde::Serialize;

use super::finance_rows::{Column, RowGroup};
use super::lithuanian::{self, Cents};
use super::{BlockView, FinanceChart, Heading, RichText, Series, Text};
use crate::images::Images;
use crate::report::{Amount, Finance, FinanceEntry, FinanceRow, KeyPath, Origin, Step, Year};

/// The finance section.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceSection {
    /// The heading and motto.
    pub heading: Heading,
    /// The chart of income and expenses; `None` if there is nothing to draw.
    pub chart: Option<FinanceChart>,
    /// Income and expenses over time, each if at least three years are known.
    pub trends: Vec<Series>,
    /// The column headings, the same for every table: the label column, this year, its plan if any row has one, and
    /// each earlier year that any row has.
    pub columns: Vec<Text>,
    /// The tables: income, expenses and other rows.
    pub tables: Vec<FinanceTable>,
    /// The sentence on the result; `None` if an amount is missing.
    pub result: Option<Text>,
    /// Notes on the figures.
    pub notes: Option<Vec<BlockView>>,
}

/// A table of amounts.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceTable {
    /// The title.
    pub title: Text,
    /// The columns with any amounts, counted from 0; that of the report's year is always included.
    pub columns: Vec<usize>,
    /// The rows.
    pub rows: Vec<FinanceTableRow>,
    /// The total, or the only row if the title is its name.
    pub total: Option<FinanceTableRow>,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceTableRow {
    /// The label.
    pub label: RichText,
    /// The printed amount for each column but the first; empty if a total is unknown.
    pub amounts: Vec<Text>,
}

impl FinanceSection {
    pub(super) fn new(finance: &Finance, year: Year, images: &Images) -> Self {
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
            // Past years that the trend charts show are left out of the bar chart.
            .filter(|column| match column {
                Column::Past(past) => trends.len() < groups.len() && Some(*past) == year.previous(),
                _ => true,
            })
            .collect();
        Self {
            heading: Heading::new(finance.title.as_ref(), lithuanian::FINANCE, finance.motto.as_ref(), &path)
                .with_image(finance.image.as_ref(), &path, images),
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

/// Settings common to all tables.
struct TableStyle<'a> {
    columns: &'a [Column],
    year: Year,
    cents: Cents,
}

/// A table for each group. Ungrouped other rows share one table, at the position of the first of them.
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
    let ungrouped = || -> Vec<(KeyPath, &FinanceRow)> {
        let entries = finance.other.iter().enumerate();
        entries
            .filter_map(|(index, entry)| match entry {
                FinanceEntry::Row(row) => Some((other.item(index), row)),
                FinanceEntry::Group(_) => None,
            })
            .collect()
    };
    let mut has_ungrouped = false;
    for (index, entry) in finance.other.iter().enumerate() {
        match entry {
            FinanceEntry::Row(_) if has_ungrouped => {}
            FinanceEntry::Row(_) => {
                has_ungrouped = true;
                let title = Text::new(lithuanian::OTHER, &other);
                tables.push(FinanceTable::new(title, &ungrouped(), false, style));
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
    fn new(title: Text, rows: &[(KeyPath, &FinanceRow)], with_total: bool, style: &TableStyle<'_>) -> Self {
        let row = |(path, row): &(KeyPath, &FinanceRow)| FinanceTableRow {
            label: RichText::of_line(&Text::line(&row.label, &path.key("label"))),
            amounts: style
                .columns
                .iter()
                .map(|column| {
                    let text = column.amount(row, style.year).map_or_else(
                        || lithuanian::NO_VALUE.to_owned(),
                        |amount| lithuanian::amount(amount, style.cents),
                    );
                    Text::new(text, column.path(row, path, style.year))
                })
                .collect(),
        };
        let has_amount =
            |column: &Column| rows.iter().any(|(_, row)| column.amount(row, style.year).is_some());
        let columns =
            style.columns.iter().enumerate().filter(|(index, column)| *index == 0 || has_amount(column));
        let columns = columns.map(|(index, _)| index).collect();
        // If the only row of a group has the name of the group, the name is printed once, as the heading.
        if let [first @ (path, only)] = rows
            && lithuanian::line(&only.label).to_lowercase() == title.words().to_lowercase()
        {
            let label = if with_total { lithuanian::TOTAL } else { lithuanian::AMOUNT };
            return Self {
                title: Text::line(&only.label, &path.key("label")),
                columns,
                rows: Vec::new(),
                total: Some(FinanceTableRow { label: RichText::plain(Text::new(label, path)), ..row(first) }),
            };
        }
        let totals: Vec<Option<Amount>> = style
            .columns
            .iter()
            .map(|column| rows.iter().map(|(_, row)| column.amount(row, style.year)).sum())
            .collect();
        let total = (with_total && rows.len() > 1 && totals.iter().any(Option::is_some)).then(|| {
            let origin = title.origin().map(|origin| match origin.path.parent() {
                // The total belongs to the whole group, not to its title.
                Some((group, Step::Key(last))) if last == "title" => Origin::from(group),
                _ => origin.clone(),
            });
            let text = |words: String| Text::with(words, origin.clone());
            let format = |amount| lithuanian::amount(amount, style.cents);
            FinanceTableRow {
                label: RichText::plain(text(lithuanian::TOTAL.to_owned())),
                amounts: totals
                    .into_iter()
                    .map(|total| text(total.map_or_else(String::new, format)))
                    .collect(),
            }
        });
        Self { title, columns, rows: rows.iter().map(row).collect(), total }
    }
}
