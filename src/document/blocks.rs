//! Long texts as the template receives them.

use serde::Serialize;

use super::rich_text::{self, Span};
use crate::report::{Alignment, Block, Blocks, ListItem, Table};

/// A block of a long text; in JSON a dictionary whose only key says what it is.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockView {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A heading in a section.
    Heading {
        /// Its level in the document; a section's own heading has the first.
        level: u8,
        /// What it says.
        body: Vec<Span>,
    },
    /// A list.
    List(Vec<ItemView>),
    /// A quotation.
    Quote(Vec<BlockView>),
    /// A table.
    Table(TableView),
}

/// An item of a list.
#[derive(Debug, Clone, Serialize)]
pub struct ItemView {
    /// What stands before it, in a list of numbers.
    pub number: Option<String>,
    /// What it says.
    pub body: Vec<BlockView>,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct TableView {
    /// How the cells of each column are set: `left`, `center` or `right`.
    pub alignments: Vec<&'static str>,
    /// The heads of the columns.
    pub head: Vec<Vec<Span>>,
    /// The rows below; the first cell of each heads the row.
    pub rows: Vec<Vec<Vec<Span>>>,
}

impl BlockView {
    /// The blocks of a text.
    pub(super) fn all(text: &Blocks) -> Vec<Self> {
        views(text.blocks())
    }
}

fn views(blocks: &[Block]) -> Vec<BlockView> {
    blocks.iter().map(BlockView::from).collect()
}

impl From<&Block> for BlockView {
    fn from(block: &Block) -> Self {
        match block {
            Block::Paragraph(body) => Self::Paragraph(rich_text::set(body)),
            Block::Heading { level, body } => Self::Heading { level: level + 1, body: rich_text::set(body) },
            Block::List(items) => Self::List(items.iter().map(ItemView::from).collect()),
            Block::Quote(body) => Self::Quote(views(body)),
            Block::Table(table) => Self::Table(table.into()),
        }
    }
}

impl From<&ListItem> for ItemView {
    fn from(item: &ListItem) -> Self {
        Self { number: item.number.map(|number| format!("{number}.")), body: views(&item.body) }
    }
}

impl From<&Table> for TableView {
    fn from(table: &Table) -> Self {
        let alignment = |alignment: &Alignment| match alignment {
            Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
        };
        Self {
            alignments: table.alignments.iter().map(alignment).collect(),
            head: table.head.iter().map(|cell| rich_text::set(cell)).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| row.iter().map(|cell| rich_text::set(cell)).collect())
                .collect(),
        }
    }
}
