//! Income against expenses, as bars.

use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::Text;
use super::finance::{Column, RowGroup};
use super::lithuanian::{self, Cents};
use crate::report::{Amount, FinanceRow, Year};

/// Income against expenses.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceChart {
    /// What it shows, in words.
    pub alt: String,
    /// Income, then expenses.
    pub groups: Vec<BarGroup>,
}

/// The bars of income or of expenses.
#[derive(Debug, Clone, Serialize)]
pub struct BarGroup {
    /// What they are.
    pub label: Text,
    /// This year's bar, that of its plan and that of the year before, from the top.
    pub bars: Vec<Bar>,
    /// What the parts of each bar are, in their order; none where bars have no parts.
    pub parts: Vec<Text>,
}

/// A bar of the chart.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// Which of the group's bars it is.
    pub kind: BarKind,
    /// What it is called beside this year's.
    pub label: Text,
    /// Its amount, or why there is none.
    pub text: Text,
    /// The lengths of its parts; nothing is drawn of an amount that is negative or not known.
    pub lengths: Vec<f64>,
}

/// Which of a group's bars it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BarKind {
    /// This year.
    Result,
    /// What was planned for it.
    Plan,
    /// The year before.
    Past,
}

/// The most parts that a bar is made of: more tints cannot be told apart.
const MOST_PARTS: usize = 5;

/// What the parts of a group's bars are made of.
struct Part<'a> {
    label: Text,
    rows: Vec<&'a FinanceRow>,
}

impl Part<'_> {
    fn amount(&self, column: Column, year: Year) -> Amount {
        self.rows.iter().filter_map(|row| column.amount(row, year)).sum()
    }
}

impl FinanceChart {
    /// `None` where there is nothing to draw.
    pub(super) fn new(
        groups: &[RowGroup<'_>],
        columns: &[Column],
        year: Year,
        cents: Cents,
        currency: &str,
    ) -> Option<Self> {
        let money = |amount: Amount| lithuanian::money(amount, cents, currency);
        let mut alt = Vec::new();
        let drawn = groups.iter().map(|group| {
            let parts = parts(group, columns, year);
            let bars =
                columns.iter().map(|column| bar(group, &parts, *column, year, money)).collect::<Vec<_>>();
            for (column, bar) in columns.iter().zip(&bars) {
                let parts = parts
                    .iter()
                    .filter(|_| *column == Column::Result)
                    .map(|part| format!("{} – {}", part.label.words(), money(part.amount(*column, year))));
                let parts: Vec<String> = parts.collect();
                let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
                alt.push(format!("{} {} – {}{parts}", group.label, bar.label.words(), bar.text.words()));
            }
            BarGroup { label: group.title(), bars, parts: parts.into_iter().map(|part| part.label).collect() }
        });
        let groups: Vec<BarGroup> = drawn.collect();
        let lengths = || groups.iter().flat_map(|group| &group.bars).flat_map(|bar| &bar.lengths);
        lengths()
            .any(|length| *length > 0.0)
            .then(|| Self { alt: lithuanian::finance_chart_alt(&alt), groups: groups.clone() })
    }
}

/// The parts of a group's bars, in the order of the rows: the largest and the rest of them. None for a single row,
/// and none where a row is negative in any column: no length can show that.
fn parts<'a>(group: &RowGroup<'a>, columns: &[Column], year: Year) -> Vec<Part<'a>> {
    let rows = group.rows;
    let amounts = |row| columns.iter().filter_map(move |column| column.amount(row, year));
    if rows.len() < 2 || rows.iter().flat_map(amounts).any(|amount| amount < Amount::ZERO) {
        return Vec::new();
    }
    let mut drawn: Vec<(usize, &FinanceRow)> =
        rows.iter().enumerate().filter(|(_, row)| amounts(row).any(|amount| amount > Amount::ZERO)).collect();
    let mut rest = Vec::new();
    if drawn.len() > MOST_PARTS {
        drawn.sort_by_key(|(index, row)| {
            let by_column: Vec<_> = columns.iter().map(|column| column.amount(row, year)).collect();
            (std::cmp::Reverse(by_column), *index)
        });
        rest = drawn.split_off(MOST_PARTS - 1);
        drawn.sort_by_key(|(index, _)| *index);
    }
    let mut parts: Vec<Part<'_>> = drawn
        .into_iter()
        .map(|(index, row)| Part {
            label: Text::line(&row.label, &group.path.item(index).key("label")),
            rows: vec![row],
        })
        .collect();
    if !rest.is_empty() {
        let rows = rest.into_iter().map(|(_, row)| row).collect();
        parts.push(Part { label: Text::new(lithuanian::THE_REST, &group.path), rows });
    }
    parts
}

fn bar(
    group: &RowGroup<'_>,
    parts: &[Part<'_>],
    column: Column,
    year: Year,
    money: impl Fn(Amount) -> String,
) -> Bar {
    let (kind, label) = match column {
        Column::Result => (BarKind::Result, lithuanian::year(year.get())),
        Column::Plan => (BarKind::Plan, lithuanian::plan_of(year.get())),
        Column::Past(past) => (BarKind::Past, lithuanian::year(past.get())),
    };
    let rows = group.rows;
    let text = |words: String| Text::new(words, &group.path);
    let label = text(label);
    let Some(total) = column.total(rows, year) else {
        let none = rows.iter().all(|row| column.amount(row, year).is_none());
        let why = if none { lithuanian::NOT_GIVEN } else { lithuanian::PARTLY_GIVEN };
        return Bar { kind, label, text: text(why.to_owned()), lengths: Vec::new() };
    };
    let lengths = if total < Amount::ZERO {
        Vec::new()
    } else if parts.is_empty() {
        vec![total]
    } else {
        parts.iter().map(|part| part.amount(column, year)).collect()
    };
    let lengths = lengths.iter().filter_map(|length| length.decimal().to_f64()).collect();
    Bar { kind, label, text: text(money(total)), lengths }
}
