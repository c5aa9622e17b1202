//! Running text: paragraphs of inline Markdown.
//!
//! Emphasis, strong emphasis, links and backslash escapes follow `CommonMark` 0.31
//! (sections 2.4, 6.2, 6.3 and 6.5). `[Constellation](lang:fr)` marks words in another language; for
//! the text of a link, the title does so: `[Constellation](https://… "lang:fr")`.
//! Everything else is printed as typed: raw HTML, code spans, images, and anything that would start a block,
//! such as a number with a full stop at the start of a paragraph.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use super::invisible::VISIBLE;
use super::language::{LANGUAGE_PREFIX, LanguageCode, LanguageCodeError};
use super::scalar::{Text, parsed_from};
use super::{Markdown, pasted};

/// Running text that is never empty.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Tekstas; tuščia eilutė pradeda naują pastraipą, galima *pabrėžti*, **paryškinti**, dėti [nuorodą](https://www.lsik.lt) ir pažymėti [mot étranger](lang:fr)",
    extend("pattern" = VISIBLE),
    extend("examples" = ["Vienas ar keli sakiniai."]),
)]
pub struct Prose {
    paragraphs: Vec<Paragraph>,
    unsupported: Vec<Markdown>,
}

/// One paragraph; it is never empty.
pub type Paragraph = Vec<Inline>;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// `*emphasis*`
    Emphasis(Vec<Inline>),
    /// `**strong emphasis**`
    Strong(Vec<Inline>),
    /// `[text](target)`
    Link {
        /// The address.
        target: LinkTarget,
        /// The link text; never empty.
        body: Vec<Inline>,
    },
    /// `[words](lang:fr)`
    Foreign {
        /// The language of the words.
        language: LanguageCode,
        /// The words, to which the rules of Lithuanian do not apply; never empty.
        body: Vec<Inline>,
    },
}

/// A link target with the scheme `http`, `https`, `mailto` or `tel`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTarget(Url);

/// Why a text is not [`Prose`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProseError {
    /// Nothing but white space.
    Empty,
    /// A link with an invalid target.
    Link(LinkTargetError),
    /// An unknown language code.
    Language(LanguageCodeError),
    /// A link without text.
    BareLink(String),
    /// Emphasis and links nested more than eight deep.
    TooDeep,
    /// Lists and quotations nested more than four deep.
    BlocksTooDeep,
    /// A row of a table with more cells than the table has columns.
    TableRow(String),
}

/// Why a text is not a [`LinkTarget`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTargetError(
    /// The rejected text.
    pub String,
);

/// The maximum nesting depth of emphasis and links.
pub(crate) const MAX_DEPTH: usize = 8;

impl Prose {
    /// The paragraphs, at least one.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The unsupported Markdown in the text, which is printed as typed; each kind once.
    pub fn unsupported(&self) -> &[Markdown] {
        &self.unsupported
    }
}

impl LinkTarget {
    /// The address as written to the PDF: percent-encoded, with its scheme.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for LinkTarget {
    type Err = LinkTargetError;

    fn from_str(text: &str) -> Result<Self, LinkTargetError> {
        Url::parse(text)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https" | "mailto" | "tel"))
            .map(Self)
            .ok_or_else(|| LinkTargetError(text.to_owned()))
    }
}

parsed_from!(Text => Prose);

impl FromStr for Prose {
    type Err = ProseError;

    fn from_str(text: &str) -> Result<Self, ProseError> {
        let paragraphs = source_paragraphs(text)
            .map(|paragraph| parse_paragraph(&paragraph))
            .collect::<Result<Vec<_>, _>>()?;
        if paragraphs.is_empty() {
            Err(ProseError::Empty)
        } else {
            Ok(Self { paragraphs, unsupported: unsupported_markdown(text) })
        }
    }
}

/// The paragraphs of a text, which are separated by blank lines, each joined into one line.
fn source_paragraphs(text: &str) -> impl Iterator<Item = String> {
    let mut lines = text.lines().map(str::trim).peekable();
    std::iter::from_fn(move || {
        while lines.next_if(|line| line.is_empty()).is_some() {}
        let mut paragraph = lines.next()?.to_owned();
        while let Some(line) = lines.next_if(|line| !line.is_empty()) {
            paragraph.push(' ');
            paragraph.push_str(line);
        }
        Some(paragraph)
    })
}

/// The Markdown of a text other than emphasis and links. Lists pasted from a word processor count as lists, as in
/// [`Blocks`](super::Blocks).
fn unsupported_markdown(text: &str) -> Vec<Markdown> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut found = Vec::new();
    if !pasted::footnotes(text).is_empty() {
        found.push(Markdown::Footnote);
    }
    if pasted::extensions(text).next().is_some() {
        found.push(Markdown::Extension);
    }
    if pasted::bullet_inside_line(text).is_some() {
        found.push(Markdown::List);
    }
    for event in Parser::new_ext(&pasted::to_common_mark(&lines.join("\n")), Options::ENABLE_TABLES) {
        let mark = match event {
            Event::Start(Tag::Heading { .. }) => Markdown::Heading,
            // A sentence that begins with a year is not a list.
            Event::Start(Tag::List(None | Some(0 | 1))) => Markdown::List,
            Event::Start(Tag::BlockQuote(_)) => Markdown::Quote,
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => Markdown::Code,
            Event::Start(Tag::Table(_)) => Markdown::Table,
            Event::Start(Tag::Image { .. }) => Markdown::Image,
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => Markdown::Html,
            Event::Rule => Markdown::Rule,
            _ => continue,
        };
        if !found.contains(&mark) {
            found.push(mark);
        }
    }
    found
}

/// A prefix put before a paragraph while it is parsed. In the middle of a line, nothing can start a list, a heading
/// or any other block; after a space, emphasis opens as it does at the start of a line.
const MID_LINE: &str = "x ";

fn parse_paragraph(paragraph: &str) -> Result<Paragraph, ProseError> {
    let source = format!("{MID_LINE}{paragraph}");
    let mut builder = Builder::default();
    // The range of an image, whose content is taken verbatim.
    let mut verbatim: Option<Range<usize>> = None;
    for (event, range) in Parser::new_ext(&source, Options::empty()).into_offset_iter() {
        if let Some(outer) = &verbatim
            && range.start >= outer.start
            && range.end <= outer.end
        {
            continue;
        }
        match event {
            Event::Start(Tag::Image { .. }) => {
                builder.text(source.get(range.clone()).unwrap_or_default());
                verbatim = Some(range);
            }
            Event::Start(mark) => builder.start(mark)?,
            Event::End(end) if end != pulldown_cmark::TagEnd::Paragraph => builder.close()?,
            Event::Text(text) => builder.text(&text),
            Event::Code(_) | Event::InlineHtml(_) => builder.text(source.get(range).unwrap_or_default()),
            // Text within a line produces no other events.
            _ => {}
        }
    }
    builder.finish()
}

fn target(text: &str) -> Result<LinkTarget, ProseError> {
    text.parse().map_err(ProseError::Link)
}

/// The language in a link target or title with the prefix `lang:`; `None` without the prefix.
fn language(text: &str) -> Result<Option<LanguageCode>, ProseError> {
    let code = text.strip_prefix(LANGUAGE_PREFIX);
    code.map(|code| code.parse().map_err(ProseError::Language)).transpose()
}

/// An inline that is still open.
enum Open {
    Emphasis,
    Strong,
    /// A link, and the language of its text if it is not Lithuanian.
    Link(LinkTarget, Option<LanguageCode>),
    Foreign(LanguageCode),
}

/// Builds the inlines of a paragraph from parser events.
#[derive(Default)]
pub(super) struct Builder {
    done: Vec<Inline>,
    open: Vec<(Open, Vec<Inline>)>,
    past_mid_line: bool,
}

impl Builder {
    /// A builder for a paragraph parsed without the [`MID_LINE`] prefix.
    pub(super) fn without_prefix() -> Self {
        Self { past_mid_line: true, ..Self::default() }
    }

    /// Opens emphasis or a link; ignores any other tag.
    pub(super) fn start(&mut self, mark: Tag<'_>) -> Result<(), ProseError> {
        match mark {
            Tag::Emphasis => self.open(Open::Emphasis),
            Tag::Strong => self.open(Open::Strong),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.open(Open::Link(target(&format!("mailto:{dest_url}"))?, None))
            }
            Tag::Link { dest_url, title, .. } => self.open(match language(&dest_url)? {
                Some(language) => Open::Foreign(language),
                None => Open::Link(target(&dest_url)?, language(&title)?),
            }),
            _ => Ok(()),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let text = if self.past_mid_line { text } else { text.strip_prefix(MID_LINE).unwrap_or(text) };
        self.past_mid_line = true;
        let siblings = self.open.last_mut().map_or(&mut self.done, |(_, children)| children);
        match siblings.last_mut() {
            _ if text.is_empty() => {}
            Some(Inline::Text(before)) => before.push_str(text),
            _ => siblings.push(Inline::Text(text.to_owned())),
        }
    }

    fn open(&mut self, open: Open) -> Result<(), ProseError> {
        if self.open.len() == MAX_DEPTH {
            return Err(ProseError::TooDeep);
        }
        self.open.push((open, Vec::new()));
        Ok(())
    }

    /// Closes the innermost open inline.
    pub(super) fn close(&mut self) -> Result<(), ProseError> {
        let Some((open, children)) = self.open.pop() else { return Ok(()) };
        let inline = match open {
            Open::Emphasis => Inline::Emphasis(children),
            Open::Strong => Inline::Strong(children),
            Open::Link(target, _) if children.is_empty() => {
                return Err(ProseError::BareLink(target.as_str().to_owned()));
            }
            Open::Foreign(language) if children.is_empty() => {
                return Err(ProseError::BareLink(format!("{LANGUAGE_PREFIX}{language}")));
            }
            Open::Link(target, None) => Inline::Link { target, body: children },
            Open::Link(target, Some(language)) => {
                Inline::Link { target, body: vec![Inline::Foreign { language, body: children }] }
            }
            Open::Foreign(language) => Inline::Foreign { language, body: children },
        };
        self.open.last_mut().map_or(&mut self.done, |(_, children)| children).push(inline);
        Ok(())
    }

    fn finish(self) -> Result<Paragraph, ProseError> {
        let paragraph = self.done()?;
        if paragraph.is_empty() { Err(ProseError::Empty) } else { Ok(paragraph) }
    }

    /// The finished paragraph; it may be empty.
    pub(super) fn done(mut self) -> Result<Paragraph, ProseError> {
        while !self.open.is_empty() {
            self.close()?;
        }
        Ok(self.done)
    }
}

impl fmt::Display for LinkTargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ProseError::Link(self.clone()).fmt(f)
    }
}

impl std::error::Error for LinkTargetError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Paragraph {
        let prose = text.parse::<Prose>().unwrap();
        assert_eq!(prose.paragraphs().len(), 1, "{text:?}");
        prose.paragraphs[0].clone()
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn blank_lines_separate_paragraphs_and_line_ends_become_spaces() {
        let prose = "\nviena\n  eilutė\n\n \t\nkita\n".parse::<Prose>().unwrap();
        assert_eq!(prose.paragraphs(), [vec![text("viena eilutė")], vec![text("kita")]]);
    }

    #[test]
    fn emphasis_and_links_are_parsed() {
        assert_eq!(
            paragraph("*a* **b** _c_ [d *e*](https://lsik.lt/x) <info@lsik.lt> x"),
            [
                Inline::Emphasis(vec![text("a")]),
                text(" "),
                Inline::Strong(vec![text("b")]),
                text(" "),
                Inline::Emphasis(vec![text("c")]),
                text(" "),
                Inline::Link {
                    target: "https://lsik.lt/x".parse().unwrap(),
                    body: vec![text("d "), Inline::Emphasis(vec![text("e")])],
                },
                text(" "),
                Inline::Link {
                    target: "mailto:info@lsik.lt".parse().unwrap(),
                    body: vec![text("info@lsik.lt")]
                },
                text(" x"),
            ]
        );
    }

    #[test]
    fn typst_html_and_block_markup_is_printed_as_typed() {
        for typed in [
            "#panic()",
            "#read(\"../secret.txt\")",
            "$x$",
            "@b",
            "<c>",
            "<b>x</b>",
            "<!-- x -->",
            "= h",
            "# h",
            "\\",
            "//",
            "#{",
            "]",
            "1. pirmas",
            "2023. metai",
            "- x",
            "+ x",
            "> x",
            "---",
            "```",
            "`x`",
            "![x](y.png)",
            "![*x* `y`](y.png)",
            "[x]: https://lsik.lt",
            "R&D",
            "x * y * z",
            "| a | b |",
            "~~x~~",
        ] {
            assert_eq!(paragraph(typed), [text(typed)], "{typed}");
            assert_eq!(
                paragraph(&format!("a\n{typed}\nb")),
                [text(&format!("a {typed} b"))],
                "{typed}, inside a paragraph"
            );
        }
        assert_eq!(paragraph("\\*x\\*"), [text("*x*")]);
    }

    #[test]
    fn unsupported_markdown_is_reported() {
        let of = |text: &str| text.parse::<Prose>().unwrap().unsupported().to_vec();
        assert_eq!(of("# Antraštė\n\n- a\n- b\n\n1. c\n"), [Markdown::Heading, Markdown::List]);
        assert_eq!(of("> a\n\n`b` <i>c</i>"), [Markdown::Quote, Markdown::Code, Markdown::Html]);
        assert_eq!(of("| a |\n|---|\n| b |"), [Markdown::Table]);
        assert_eq!(of("![a](b.png)"), [Markdown::Image]);
        assert_eq!(of("a\n\n---\n\nb"), [Markdown::Rule]);
        assert_eq!(of("Susitikome[^1]."), [Markdown::Footnote]);
        assert_eq!(of("Susitikome ~~vakar~~ šiandien."), [Markdown::Extension]);
        for list in ["Darbai:\n• a\n• b", "– a\n– b", "Darbai:\n1) a\n2) b", "· a", "Darbai: • a • b"]
        {
            assert_eq!(of(list), [Markdown::List], "{list}");
        }
        for plain in [
            "*a* **b** [c](https://lsik.lt)",
            "2023. metai",
            "R&D – a < b",
            "Nr. 5 - a * b",
            "Žodis\n– žodis",
            "a·b [x]: y",
        ] {
            assert_eq!(of(plain), [], "{plain}");
        }
    }

    #[test]
    fn links_with_other_schemes_or_without_text_are_rejected() {
        for target in ["javascript:alert(1)", "file:///etc/passwd", "../x", "www.lsik.lt", ""] {
            let error = format!("a [b]({target})").parse::<Prose>().unwrap_err();
            assert_eq!(error, ProseError::Link(LinkTargetError(target.to_owned())));
        }
        let error = "a [](https://lsik.lt)".parse::<Prose>().unwrap_err();
        assert_eq!(error, ProseError::BareLink("https://lsik.lt/".to_owned()));
    }

    #[test]
    fn foreign_words_are_parsed() {
        let french = |words| Inline::Foreign { language: "fr".parse().unwrap(), body: vec![text(words)] };
        assert_eq!(
            paragraph("„[Constellation](lang:fr)“ ir [Étoile](https://lsik.lt \"lang:fr\")"),
            [
                text("„"),
                french("Constellation"),
                text("“ ir "),
                Inline::Link { target: "https://lsik.lt".parse().unwrap(), body: vec![french("Étoile")] },
            ]
        );
        for wrong in ["", "f", "prancūzų", "fr-FR", "12", "french", "ua"] {
            for typed in [format!("[a](lang:{wrong})"), format!("[a](https://lsik.lt \"lang:{wrong}\")")] {
                let error = typed.parse::<Prose>().unwrap_err();
                assert_eq!(error, ProseError::Language(LanguageCodeError(wrong.to_owned())));
            }
        }
        assert_eq!("[](lang:fr)".parse::<Prose>(), Err(ProseError::BareLink("lang:fr".to_owned())));
    }

    #[test]
    fn empty_and_deeply_nested_texts_are_rejected() {
        assert_eq!(" \n \n".parse::<Prose>(), Err(ProseError::Empty));
        let deep = format!("{}a{}", "*".repeat(2001), "*".repeat(2001));
        assert_eq!(deep.parse::<Prose>(), Err(ProseError::TooDeep));
    }
}
