//! Long texts: block Markdown.
//!
//! Paragraphs, lists, sub-headings, quotations and tables follow `CommonMark` 0.31 and GitHub's tables extension;
//! the inline content is that of [`Prose`](super::Prose). Unsupported Markdown, such as raw HTML, code, images,
//! footnotes and rules, is printed as typed, one paragraph per line, and reported by [`Blocks::unsupported`]. Lists
//! pasted from a word processor are recognised as well ([`pasted`](super::pasted)).

mod build;

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{Text, parsed_from};
use super::{Inline, Markdown, Paragraph, ProseError, pasted};

/// A long text that is never empty.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Ilgesnis tekstas: pastraipos, sąrašai („- punktas“ arba „1. punktas“), paantraštės („## Paantraštė“), citatos („> citata“) ir lentelės („| a | b |“)",
    extend("pattern" = r"\S"),
    extend("examples" = ["Pirma pastraipa.\n\n## Paantraštė\n\n- pirmas punktas;\n- antras punktas."]),
)]
pub struct Blocks {
    blocks: Vec<Block>,
    unsupported: Vec<Unsupported>,
}

/// A block of a long text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading below the section's own.
    Heading {
        /// The level below the section heading, from 1. No level is skipped on the way down.
        level: u8,
        /// The text of the heading.
        body: Paragraph,
    },
    /// A list with at least one item.
    List(Vec<ListItem>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table.
    Table(Table),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListItem {
    /// Its number, in a numbered list.
    pub number: Option<u64>,
    /// Its content; never empty.
    pub body: Vec<Block>,
}

/// A table. Every row has as many cells as the header.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The alignment of each column.
    pub alignments: Vec<Alignment>,
    /// The header row.
    pub head: Vec<Cell>,
    /// The body rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A table cell; it may be empty.
pub type Cell = Vec<Inline>;

/// The alignment of a table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// `---` or `:--`
    Left,
    /// `:-:`
    Center,
    /// `--:`
    Right,
}

/// Unsupported Markdown, which is printed as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// Its kind.
    pub markdown: Markdown,
    /// Its first line, as typed.
    pub typed: String,
}

/// The maximum nesting depth of lists and quotations.
pub(crate) const MAX_BLOCK_DEPTH: usize = 4;

impl Blocks {
    /// The blocks, at least one.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The unsupported Markdown in the text.
    pub fn unsupported(&self) -> &[Unsupported] {
        &self.unsupported
    }

    /// The inline content of every paragraph, heading, item and cell, in page order.
    pub fn paragraphs(&self) -> Vec<&[Inline]> {
        let mut found = Vec::new();
        collect(&self.blocks, &mut found);
        found
    }

    /// How many of the [paragraphs](Self::paragraphs) stand side by side: one, or all cells in the row of a table.
    pub fn rows(&self) -> Vec<usize> {
        let mut rows = Vec::new();
        count_cells(&self.blocks, &mut rows);
        rows
    }
}

fn count_cells(blocks: &[Block], rows: &mut Vec<usize>) {
    for block in blocks {
        match block {
            Block::Paragraph(_) | Block::Heading { .. } => rows.push(1),
            Block::List(items) => items.iter().for_each(|item| count_cells(&item.body, rows)),
            Block::Quote(body) => count_cells(body, rows),
            Block::Table(Table { head, rows: body, .. }) => {
                rows.push(head.len());
                rows.extend(body.iter().map(Vec::len));
            }
        }
    }
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a [Inline]>) {
    for block in blocks {
        match block {
            Block::Paragraph(body) | Block::Heading { body, .. } => found.push(body),
            Block::List(items) => items.iter().for_each(|item| collect(&item.body, found)),
            Block::Quote(body) => collect(body, found),
            Block::Table(Table { head, rows, .. }) => {
                found.extend(head.iter().chain(rows.iter().flatten()).map(Vec::as_slice));
            }
        }
    }
}

parsed_from!(Text => Blocks);

impl FromStr for Blocks {
    type Err = ProseError;

    fn from_str(text: &str) -> Result<Self, ProseError> {
        let (blocks, unsupported) = build::blocks(&pasted::to_common_mark(text))?;
        if blocks.is_empty() { Err(ProseError::Empty) } else { Ok(Self { blocks, unsupported }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Blocks {
        text.parse::<Blocks>().unwrap_or_else(|error| panic!("{error:?}: {text}"))
    }

    /// A compact textual form of the blocks, for assertions.
    fn shape(text: &str) -> String {
        fn words(inlines: &[Inline]) -> String {
            inlines
                .iter()
                .map(|inline| match inline {
                    Inline::Text(text) => text.clone(),
                    Inline::Emphasis(body) => format!("*{}*", words(body)),
                    Inline::Strong(body) => format!("**{}**", words(body)),
                    Inline::Link { body, .. } | Inline::Foreign { body, .. } => format!("[{}]", words(body)),
                })
                .collect()
        }
        fn cells(cells: &[Cell]) -> String {
            cells.iter().map(|cell| words(cell)).collect::<Vec<_>>().join("|")
        }
        fn shapes(blocks: &[Block]) -> String {
            let shapes = blocks.iter().map(|block| match block {
                Block::Paragraph(body) => words(body),
                Block::Heading { level, body } => format!("h{level}({})", words(body)),
                Block::Quote(body) => format!("quote({})", shapes(body)),
                Block::List(items) => {
                    let items = items.iter().map(|ListItem { number, body }| {
                        let mark = number.map_or("•".to_owned(), |number| number.to_string());
                        format!("{mark} {}", shapes(body))
                    });
                    format!("list({})", items.collect::<Vec<_>>().join("; "))
                }
                Block::Table(Table { head, rows, .. }) => {
                    let rows = rows.iter().map(|row| cells(row));
                    format!(
                        "table({})",
                        std::iter::once(cells(head)).chain(rows).collect::<Vec<_>>().join("; ")
                    )
                }
            });
            shapes.collect::<Vec<_>>().join(" / ")
        }
        shapes(read(text).blocks())
    }

    #[test]
    fn every_kind_of_block_is_read() {
        assert_eq!(shape("Viena\neilutė.\n\nKita *pastraipa*."), "Viena eilutė. / Kita *pastraipa*.");
        assert_eq!(shape("## A\n\na\n\n### B\n\nb\n\n## C\n"), "h1(A) / a / h2(B) / b / h1(C)");
        assert_eq!(shape("> Ačiū.\n>\n> Labai."), "quote(Ačiū. / Labai.)");
        assert_eq!(shape("Tai:\n- a\n- b\n  - c\n\nToliau"), "Tai: / list(• a; • b / list(• c)) / Toliau");
        assert_eq!(shape("1. a\n2. b"), "list(1 a; 2 b)");
        assert_eq!(shape("| A | B |\n|---|--:|\n| *a* | 1 |\n| c | |"), "table(A|B; *a*|1; c|)");
    }

    #[test]
    fn heading_levels_are_not_skipped() {
        assert_eq!(shape("#### A\n# B\n### C\n###### D\n### E"), "h1(A) / h1(B) / h2(C) / h3(D) / h2(E)");
        assert_eq!(shape("- # a"), "list(• **a**)");
    }

    #[test]
    fn item_numbers_are_kept_as_typed() {
        assert_eq!(shape("3) c\n4) d"), "list(3 c; 4 d)");
        assert_eq!(shape("1. a\n1. b\n1. c"), "list(1 a; 2 b; 3 c)");
        assert_eq!(shape("1. a\n2. b\n\n1. c"), "list(1 a; 2 b; 1 c)");
        assert_eq!(shape("2023. metai\n\n12. diena"), "2023. metai / 12. diena");
    }

    #[test]
    fn lists_pasted_from_word_processors_are_recognised() {
        assert_eq!(shape("Tikslai:\n•\tpirmas;\n•\tantras."), "Tikslai: / list(• pirmas;; • antras.)");
        assert_eq!(shape("\t•\tpirmas\n\t•\tantras"), "list(• pirmas; • antras)");
        assert_eq!(shape("– pirmas\n– antras"), "list(• pirmas; • antras)");
        assert_eq!(shape("1)\tpirmas\n2)\tantras"), "list(1 pirmas; 2 antras)");
        assert_eq!(shape("Žodis\n– žodis"), "Žodis – žodis");
        assert_eq!(shape("• pirmas\no jo dalis\n• antras"), "list(• pirmas / list(• jo dalis); • antras)");
        assert_eq!(shape("Mes:\na)\tpirmas;\nb)\tantras."), "Mes: / a)\tpirmas; / b)\tantras.");
    }

    #[test]
    fn indented_text_is_not_code() {
        assert_eq!(shape("Tai:\n\n    - a\n    - *b*\n\n    Ir"), "Tai: / list(• a; • *b*) / Ir");
        assert_eq!(shape("    Pirma."), "Pirma.");
    }

    #[test]
    fn unsupported_markdown_is_printed_as_typed_and_reported() {
        for (text, printed, markdown, typed) in [
            ("<div>\na\n</div>", "<div> / a / </div>", Markdown::Html, "<div>"),
            ("a <b>c</b>", "a <b>c</b>", Markdown::Html, "<b>"),
            ("```\na\nb\n```", "``` / a / b / ```", Markdown::Code, "```"),
            ("a `b` c", "a `b` c", Markdown::Code, "`b`"),
            ("a ![b *c*](d.png) e", "a ![b *c*](d.png) e", Markdown::Image, "![b *c*](d.png)"),
            ("a\n\n***\n\nb", "a / *** / b", Markdown::Rule, "***"),
            ("a[^1]\n\n[^1]: b\n[^2]: c", "a[^1] / [^1]: b / [^2]: c", Markdown::Footnote, "[^1]"),
            ("| a | b |\n| c | d |", "| a | b | / | c | d |", Markdown::Table, "| a | b |"),
            ("#", "#", Markdown::Heading, "#"),
            ("Mes: • a • b", "Mes: • a • b", Markdown::List, "• a"),
            ("a ~~b c~~ d", "a ~~b c~~ d", Markdown::Extension, "~~b c~~"),
            ("- [x] a\n- [ ] b", "list(• [x] a; • [ ] b)", Markdown::Extension, "[x]"),
        ] {
            assert_eq!(shape(text), printed, "{text}");
            let first = read(text).unsupported()[0].clone();
            assert_eq!(first, Unsupported { markdown, typed: typed.to_owned() }, "{text}");
        }
    }

    /// `CommonMark` does not print link definitions.
    #[test]
    fn link_definitions_are_printed_as_typed() {
        assert_eq!(shape("[x]: https://lsik.lt"), "[x]: https://lsik.lt");
        assert_eq!(shape("- [x]: y\n\n`[x]: y`"), "list(• [x]: y) / `[x]: y`");
    }

    #[test]
    fn content_that_would_be_lost_is_rejected() {
        let error = |text: &str| text.parse::<Blocks>().unwrap_err();
        assert_eq!(error("| a |\n|---|\n| b | c |"), ProseError::TableRow("| b | c |".to_owned()));
        assert_eq!(error(" \n"), ProseError::Empty);
        assert_eq!(error("-"), ProseError::Empty);
        assert_eq!(error(&format!("{}a", "> ".repeat(9))), ProseError::BlocksTooDeep);
        assert_eq!(error(&format!("{}a", "- ".repeat(5))), ProseError::BlocksTooDeep);
        assert_eq!(error(&format!("{}a", "-      ".repeat(20_000))), ProseError::BlocksTooDeep);
        assert_eq!(shape(&format!("{}a", "- ".repeat(4))), "list(• list(• list(• list(• a))))");
    }
}
