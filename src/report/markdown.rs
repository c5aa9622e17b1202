//! Kinds of unsupported Markdown.

/// A kind of Markdown that is not supported in some text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markdown {
    /// `# heading`
    Heading,
    /// `- item` or `1. item`
    List,
    /// `> quotation`
    Quote,
    /// A code block, or `code`.
    Code,
    /// `| a | b |`
    Table,
    /// `![text](file)`
    Image,
    /// `<b>`
    Html,
    /// `---`
    Rule,
    /// `[^1]`
    Footnote,
    /// `~~struck~~`, or `[x]` at the start of an item: marks of extensions of Markdown.
    Extension,
    /// Emphasis or links in a heading, name or label.
    Inline,
    /// `[words](lang:fr)` there.
    Language,
}
