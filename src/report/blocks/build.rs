//! From `CommonMark` to blocks.

use std::ops::Range;

use pulldown_cmark::{
    Alignment as Aligned, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
};

use super::{Alignment, Block, ListItem, MAX_BLOCK_DEPTH, Table, Unsupported};
use crate::report::pasted::{as_typed, footnotes, run_together};
use crate::report::prose::Builder;
use crate::report::{Inline, Markdown, ProseError};

/// Reads the blocks of a text, and names what in it means nothing here.
pub(super) fn blocks(source: &str) -> Result<(Vec<Block>, Vec<Unsupported>), ProseError> {
    let (blocks, mut found) = blocks_at(source, 0)?;
    found.extend(
        footnotes(source)
            .into_iter()
            .map(|mark| Unsupported { markdown: Markdown::Footnote, typed: mark.to_owned() }),
    );
    if let Some(typed) = run_together(source) {
        found.push(Unsupported { markdown: Markdown::List, typed: typed.to_owned() });
    }
    Ok((blocks, found))
}

/// Reads the blocks of a text that is inside `depth` others.
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
            Event::Start(tag) => match reader.as_typed(&tag, &range) {
                // What is printed as it was typed is taken whole, with all that is inside it.
                Some(typed) => {
                    reader.typed(typed, range)?;
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

/// Passes over the events up to the end of a tag that has begun.
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

/// A block that holds others and has not ended.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    items: Vec<ListItem>,
    /// The number of the item; in a list, that of its last item.
    number: Option<u64>,
    /// In a list, the number of its last item as it was typed.
    typed: Option<u64>,
    table: Option<Table>,
}

/// What is printed as it was typed.
#[derive(Clone, Copy)]
enum Typed {
    /// A part of a paragraph.
    Words(Markdown),
    /// Lines of their own.
    Lines(Markdown),
    /// Lines that are only indented: blocks like any other.
    Indented,
}

struct Reader<'s> {
    source: &'s str,
    /// How many blocks the text itself is inside.
    depth: usize,
    /// The innermost block that has not ended: the text itself, or a list, an item or a quotation in it.
    current: Open,
    /// Those around it, the outermost first.
    outer: Vec<Open>,
    /// The words of the paragraph, heading or cell that is being read.
    words: Option<Builder>,
    /// The levels of the headings above the place that is being read.
    headings: Vec<HeadingLevel>,
    found: Vec<Unsupported>,
}

impl Reader<'_> {
    /// How a tag is to be printed that is not read.
    fn as_typed(&self, tag: &Tag<'_>, range: &Range<usize>) -> Option<Typed> {
        let source = self.source.get(range.clone()).unwrap_or_default().trim();
        match tag {
            Tag::Image { .. } => Some(Typed::Words(Markdown::Image)),
            Tag::HtmlBlock => Some(Typed::Lines(Markdown::Html)),
            // Text that is only indented is not meant as code by anyone who prepares a report.
            Tag::CodeBlock(CodeBlockKind::Indented) => Some(Typed::Indented),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Some(Typed::Lines(Markdown::Code)),
            Tag::Heading { .. } if source.trim_matches('#').is_empty() => {
                Some(Typed::Lines(Markdown::Heading))
            }
            // Rows of a table that has no line below its head, or another number of columns in it.
            Tag::Paragraph if source.starts_with('|') => Some(Typed::Lines(Markdown::Table)),
            _ => None,
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) -> Result<(), ProseError> {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => {
                self.finish_paragraph()?;
                self.words = Some(Builder::inside_text());
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
            Event::Code(_) => self.typed(Typed::Words(Markdown::Code), range)?,
            Event::InlineHtml(_) => self.typed(Typed::Words(Markdown::Html), range)?,
            Event::Rule => self.typed(Typed::Lines(Markdown::Rule), range)?,
            // The options ask for nothing else.
            _ => {}
        }
        Ok(())
    }

    /// Takes a part of the text as it was typed.
    fn typed(&mut self, typed: Typed, range: Range<usize>) -> Result<(), ProseError> {
        let text = self.source.get(range).unwrap_or_default();
        match typed {
            Typed::Words(markdown) => {
                let text = as_typed(text);
                self.words().text(&text.split_whitespace().collect::<Vec<_>>().join(" "));
                self.name(markdown, &text);
            }
            Typed::Lines(markdown) => {
                let text = as_typed(text);
                self.finish_paragraph()?;
                // Each is a paragraph, so that none is run together with another.
                for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                    self.add(Some(Block::Paragraph(vec![Inline::Text(line.to_owned())])));
                }
                self.name(markdown, &text);
            }
            Typed::Indented => {
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

    fn name(&mut self, markdown: Markdown, typed: &str) {
        let typed = typed.trim().lines().next().unwrap_or_default().to_owned();
        self.found.push(Unsupported { markdown, typed });
    }

    /// The number of an item as it was typed; where several are typed alike, they count.
    fn item_number(&mut self, range: &Range<usize>) -> Option<u64> {
        let before = self.current.number?;
        let typed = self.source.get(range.clone()).unwrap_or_default().trim_start();
        let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
        let number = digits.parse().unwrap_or(before);
        let alike = self.current.typed.replace(number) == Some(number);
        Some(if alike { before.saturating_add(1) } else { number })
    }

    /// Begins a row. `CommonMark`'s readers leave out the cells that the head has no column for.
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

    /// The words that are being read; those of an item's only paragraph have no tags of their own.
    fn words(&mut self) -> &mut Builder {
        self.words.get_or_insert_with(Builder::inside_text)
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

    /// A heading is one level below the nearest above it that is of a higher level.
    fn finish_heading(&mut self, level: HeadingLevel) -> Result<(), ProseError> {
        /// The levels that the design tells apart.
        const LOWEST: usize = 3;
        let body = self.finish_words()?;
        if self.depth + self.outer.len() > 0 {
            // Inside a list or a quotation, a heading of the document would head what follows it.
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

/// Lines without the indentation that all of them have.
fn without_indentation(text: &str) -> String {
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let mut lines = text.lines();
    // The first begins after its indentation.
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
