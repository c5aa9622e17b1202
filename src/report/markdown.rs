//! Markdown that a report cannot use.

/// Markdown that is not inline, or is not running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markdown {
    /// `# heading`
    Heading,
    /// `- item` or `1. item`
    List,
    /// `> quotation`
    Quote,
    /// A block of code, or `code`.
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
    /// Emphasis or links in a heading, name or label.
    InLine,
}
