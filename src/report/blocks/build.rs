//! Parses `CommonMark` into blocks.

use std::ops::Range;

use pulldown_cmark::{
    Alignment as Aligned, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
};

use super::{Alignment, Block, ListItem, MAX_BLOCK_DEPTH, Table, Unsupported};
use crate::report::pasted::{as_typed, bullet_inside_line, extensions, footnotes};
use crate::report::prose::Builder;
use crate::report::{Inline, Markdown, ProseError};

/// Parses the blocks of a text, and collects unsupported Markdown.
pub(super) fn blocks(source: &str) -> Result<(Vec<Block>, Vec<Unsupported>), ProseError> {
    let (blocks, mut found) = blocks_at(source, 0)?;
    found.extend(
        footnotes(source)
            .into_iter()
            .map(|mark| Unsupported { markdown: Markdown::Footnote, typed: mark.to_owned() }),
    );
    found.extend(
        extensions(source).map(|mark| Unsupported { markdown: Markdown::Extension, typed: mark.to_owned() }),
    );
    if let Some(typed) = bullet_inside_line(source) {
        found.push(Unsupported { markdown: Markdown::List, typed: typed.to_owned() });
    }
    Ok((blocks, found))
}

/// Parses the blocks of a text nested inside `depth` other blocks.
fn blocks_at(source: &str, depth: usize) -> Result<(Vec<Block>, Vec<Unsupported>), ProseError> {
    let mut reader = Reader {
        source,
        depth,
        current: Open::default(),
        outer: Vec::new(),
        words: None,
        headings: Vec::new(),
        found: Vec::new(),
    };
    let mut events = Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(tag) => match reader.verbatim_kind(&tag, &range) {
                // Taken verbatim, together with everything inside it.
                Some(verbatim) => {
                    reader.verbatim(verbatim, range)?;
                    skip(&mut events, tag.to_end());
                }
                None => reader.start(tag, &range)?,
            },
            Event::End(end) => reader.end(end)?,
            event => reader.leaf(event, range)?,
        }
    }
    reader.finish_paragraph()?;
    Ok((reader.current.blocks, reader.found))
}

/// Skips the events up to the end of a tag whose start has been read.
fn skip<'a>(events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>, end: TagEnd) {
    let mut depth = 1_usize;
    while depth > 0 {
        match events.next() {
            Some((Event::Start(tag), _)) if tag.to_end() == end => depth += 1,
            Some((Event::End(other), _)) if other == end => depth -= 1,
            Some(_) => {}
            None => return,
        }
    }
}

/// A container block that is still open.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    items: Vec<ListItem>,
    /// The number of an item; for a list, the number of its last item.
    number: Option<u64>,
    /// For a list, the number of its last item as typed.
    typed: Option<u64>,
    table: Option<Table>,
}

/// Source text that is printed as typed.
#[derive(Clone, Copy)]
enum Verbatim {
    /// Part of a paragraph.
    Inline(Markdown),
    /// Whole lines.
    Lines(Markdown),
    /// Indented lines, which are parsed like any other.
    Indented,
}

struct Reader<'s> {
    source: &'s str,
    /// The number of blocks that enclose the text.
    depth: usize,
    /// The innermost open block: the text itself, or a list, an item or a quotation in it.
    current: Open,
    /// The open blocks around it, outermost first.
    outer: Vec<Open>,
    /// The inline content of the open paragraph, heading or cell.
    words: Option<Builder>,
    /// The levels of the headings that the current position is under.
    headings: Vec<HeadingLevel>,
    found: Vec<Unsupported>,
}

impl Reader<'_> {
    /// How to print a tag verbatim; `None` if the tag is supported.
    fn verbatim_kind(&self, tag: &Tag<'_>, range: &Range<usize>) -> Option<Verbatim> {
        let source = self.source.get(range.clone()).unwrap_or_default().trim();
        match tag {
            Tag::Image { .. } => Some(Verbatim::Inline(Markdown::Image)),
            Tag::HtmlBlock => Some(Verbatim::Lines(Markdown::Html)),
            // Authors of reports never mean indented text as code.
            Tag::CodeBlock(CodeBlockKind::Indented) => Some(Verbatim::Indented),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Some(Verbatim::Lines(Markdown::Code)),
            Tag::Heading { .. } if source.trim_matches('#').is_empty() => {
                Some(Verbatim::Lines(Markdown::Heading))
            }
            // A table without a delimiter row, or with the wrong number of columns in it.
            Tag::Paragraph if source.starts_with('|') => Some(Verbatim::Lines(Markdown::Table)),
            _ => None,
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) -> Result<(), ProseError> {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => {
                self.finish_paragraph()?;
                self.words = Some(Builder::without_prefix());
            }
            Tag::BlockQuote(_) => self.open(None)?,
            Tag::List(first) => self.open(first.map(|first| first.saturating_sub(1)))?,
            Tag::Item => {
                let number = self.item_number(range);
                self.current.number = number;
                self.open(number)?;
            }
            Tag::Table(alignments) => {
                self.finish_paragraph()?;
                let alignments = alignments.into_iter().map(Alignment::from).collect();
                self.current.table = Some(Table { alignments, head: Vec::new(), rows: Vec::new() });
            }
            Tag::TableRow => self.row(range)?,
            Tag::TableHead => {}
            mark => self.words().start(mark)?,
        }
        Ok(())
    }

    fn end(&mut self, end: TagEnd) -> Result<(), ProseError> {
        match end {
            TagEnd::Paragraph => self.finish_paragraph()?,
            TagEnd::Heading(level) => self.finish_heading(level)?,
            TagEnd::TableCell => self.finish_cell()?,
            TagEnd::BlockQuote(_) => {
                let body = self.close()?.blocks;
                self.add((!body.is_empty()).then_some(Block::Quote(body)));
            }
            TagEnd::List(_) => {
                let items = self.close()?.items;
                self.add((!items.is_empty()).then_some(Block::List(items)));
            }
            TagEnd::Item => {
                let Open { blocks: body, number, .. } = self.close()?;
                if !body.is_empty() {
                    self.current.items.push(ListItem { number, body });
                }
            }
            TagEnd::Table => {
                let table = self.current.table.take();
                self.add(table.map(Block::Table));
            }
            TagEnd::TableHead | TagEnd::TableRow => {}
            _ => self.words().close()?,
        }
        Ok(())
    }

    fn leaf(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), ProseError> {
        match event {
            Event::Text(text) => self.words().text(&text),
            Event::SoftBreak | Event::HardBreak => self.words().text(" "),
            Event::Code(_) => self.verbatim(Verbatim::Inline(Markdown::Code), range)?,
            Event::InlineHtml(_) => self.verbatim(Verbatim::Inline(Markdown::Html), range)?,
            Event::Rule => self.verbatim(Verbatim::Lines(Markdown::Rule), range)?,
            // Other events need parser options that are not enabled.
            _ => {}
        }
        Ok(())
    }

    /// Adds a range of the source as typed.
    fn verbatim(&mut self, verbatim: Verbatim, range: Range<usize>) -> Result<(), ProseError> {
        let text = self.source.get(range).unwrap_or_default();
        match verbatim {
            Verbatim::Inline(markdown) => {
                let text = as_typed(text);
                self.words().text(&text.split_whitespace().collect::<Vec<_>>().join(" "));
                self.report_unsupported(markdown, &text);
            }
            Verbatim::Lines(markdown) => {
                let text = as_typed(text);
                self.finish_paragraph()?;
                // Each line is a paragraph, to keep the line breaks.
                for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                    self.add(Some(Block::Paragraph(vec![Inline::Text(line.to_owned())])));
                }
                self.report_unsupported(markdown, &text);
            }
            Verbatim::Indented => {
                self.finish_paragraph()?;
                let depth = self.depth + self.outer.len() + 1;
                if depth > 2 * MAX_BLOCK_DEPTH {
                    return Err(ProseError::BlocksTooDeep);
                }
                let (blocks, found) = blocks_at(&without_indentation(text), depth)?;
                self.current.blocks.extend(blocks);
                self.found.extend(found);
            }
        }
        Ok(())
    }

    fn report_unsupported(&mut self, markdown: Markdown, typed: &str) {
        let typed = typed.trim().lines().next().unwrap_or_default().to_owned();
        self.found.push(Unsupported { markdown, typed });
    }

    /// The number of an item as typed; if several in a row are typed with the same number, they are counted up.
    fn item_number(&mut self, range: &Range<usize>) -> Option<u64> {
        let before = self.current.number?;
        let typed = self.source.get(range.clone()).unwrap_or_default().trim_start();
        let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
        let number = digits.parse().unwrap_or(before);
        let alike = self.current.typed.replace(number) == Some(number);
        Some(if alike { before.saturating_add(1) } else { number })
    }

    /// Begins a row. It must not have more cells than the header: parsers drop the excess cells.
    fn row(&mut self, range: &Range<usize>) -> Result<(), ProseError> {
        let Some(table) = &mut self.current.table else { return Ok(()) };
        let typed = self.source.get(range.clone()).unwrap_or_default().trim();
        let cells = typed.strip_prefix('|').unwrap_or(typed);
        let cells = cells.strip_suffix('|').filter(|_| !cells.ends_with("\\|")).unwrap_or(cells);
        let columns = cells.replace("\\|", "").matches('|').count() + 1;
        if columns > table.alignments.len() {
            return Err(ProseError::TableRow(as_typed(typed)));
        }
        table.rows.push(Vec::new());
        Ok(())
    }

    /// The open paragraph, heading or cell. The paragraphs of a tight list have no tags.
    fn words(&mut self) -> &mut Builder {
        self.words.get_or_insert_with(Builder::without_prefix)
    }

    fn open(&mut self, number: Option<u64>) -> Result<(), ProseError> {
        self.finish_paragraph()?;
        // A list and its item are two blocks, one inside the other.
        if self.depth + self.outer.len() >= 2 * MAX_BLOCK_DEPTH {
            return Err(ProseError::BlocksTooDeep);
        }
        let outer = std::mem::replace(&mut self.current, Open { number, ..Open::default() });
        self.outer.push(outer);
        Ok(())
    }

    fn close(&mut self) -> Result<Open, ProseError> {
        self.finish_paragraph()?;
        let outer = self.outer.pop().unwrap_or_default();
        Ok(std::mem::replace(&mut self.current, outer))
    }

    fn add(&mut self, block: Option<Block>) {
        self.current.blocks.extend(block);
    }

    fn finish_paragraph(&mut self) -> Result<(), ProseError> {
        let body = self.finish_words()?;
        self.add((!body.is_empty()).then_some(Block::Paragraph(body)));
        Ok(())
    }

    /// Ends a heading. Its level is one below the nearest preceding heading of a higher level.
    fn finish_heading(&mut self, level: HeadingLevel) -> Result<(), ProseError> {
        /// The number of levels that the design distinguishes.
        const LOWEST: usize = 3;
        let body = self.finish_words()?;
        if self.depth + self.outer.len() > 0 {
            // A heading inside a list or a quotation would also head the text after it.
            self.add(Some(Block::Paragraph(vec![Inline::Strong(body)])));
            return Ok(());
        }
        self.headings.retain(|above| *above < level);
        self.headings.push(level);
        let level = u8::try_from(self.headings.len().min(LOWEST)).unwrap_or(1);
        self.add(Some(Block::Heading { level, body }));
        Ok(())
    }

    fn finish_cell(&mut self) -> Result<(), ProseError> {
        let cell = self.finish_words()?;
        if let Some(Table { head, rows, .. }) = &mut self.current.table {
            rows.last_mut().unwrap_or(head).push(cell);
        }
        Ok(())
    }

    fn finish_words(&mut self) -> Result<Vec<Inline>, ProseError> {
        self.words.take().map_or(Ok(Vec::new()), Builder::done)
    }
}

/// Removes the common indentation of the lines.
fn without_indentation(text: &str) -> String {
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let mut lines = text.lines();
    // The range of the first line starts after its indentation.
    let mut result = lines.next().unwrap_or_default().trim_start().to_owned();
    let least = lines.clone().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    for line in lines {
        result.push('\n');
        result.push_str(line.get(least..).unwrap_or_default());
    }
    result
}

impl From<Aligned> for Alignment {
    fn from(aligned: Aligned) -> Self {
        match aligned {
            Aligned::None | Aligned::Left => Self::Left,
            Aligned::Center => Self::Center,
            Aligned::Right => Self::Right,
        }
    }
}
