//! Long texts in the form passed to the template.

use serde::Serialize;

use super::rich_text::{self, Span};
use crate::report::{Alignment, Block, Blocks, Inline, KeyPath, Origin, Table};

/// A block of a long text; in JSON a dictionary with the kind of block as its only key.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockView {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A heading in a section.
    Heading {
        /// Its level in the document, from 2; section headings have level 1.
        level: u8,
        /// The text of the heading.
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
    /// The label, such as `2.`, in a numbered list.
    pub number: Option<String>,
    /// The content.
    pub body: Vec<BlockView>,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct TableView {
    /// The alignment of each column: `left`, `center` or `right`.
    pub alignments: Vec<&'static str>,
    /// The header row.
    pub head: Vec<Vec<Span>>,
    /// The body rows; the first cell of each is its row header.
    pub rows: Vec<Vec<Vec<Span>>>,
}

impl BlockView {
    /// The blocks of the text at a path.
    pub(super) fn all(text: &Blocks, path: &KeyPath) -> Vec<Self> {
        views(text.blocks(), &mut Parts { path, next: 0 })
    }
}

/// Counts the paragraphs, headings and cells of a text, in the order of [`Blocks::paragraphs`].
struct Parts<'a> {
    path: &'a KeyPath,
    next: usize,
}

impl Parts<'_> {
    fn set(&mut self, body: &[Inline]) -> Vec<Span> {
        let origin = Origin::part(self.path, self.next);
        self.next += 1;
        rich_text::set(body, &origin)
    }
}

fn views(blocks: &[Block], parts: &mut Parts<'_>) -> Vec<BlockView> {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(body) => BlockView::Paragraph(parts.set(body)),
            Block::Heading { level, body } => BlockView::Heading { level: level + 1, body: parts.set(body) },
            Block::List(items) => BlockView::List(
                items
                    .iter()
                    .map(|item| ItemView {
                        number: item.number.map(|number| format!("{number}.")),
                        body: views(&item.body, parts),
                    })
                    .collect(),
            ),
            Block::Quote(body) => BlockView::Quote(views(body, parts)),
            Block::Table(table) => BlockView::Table(TableView::new(table, parts)),
        })
        .collect()
}

impl TableView {
    fn new(table: &Table, parts: &mut Parts<'_>) -> Self {
        let alignment = |alignment: &Alignment| match alignment {
            Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
        };
        let mut row = |cells: &[Vec<Inline>]| cells.iter().map(|cell| parts.set(cell)).collect();
        Self {
            alignments: table.alignments.iter().map(alignment).collect(),
            head: row(&table.head),
            rows: table.rows.iter().map(|cells| row(cells)).collect(),
        }
    }
}
