//! How lists of changes and comments are shown.

use clap::{Args, ValueEnum};

/// The options of a command that prints a list.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct ListStyle {
    /// How to show the list: human for people, markdown for a message or a checklist, json for programs
    #[arg(
        id = "list_format",
        long = "format",
        value_enum,
        default_value_t,
        value_name = "human|markdown|json",
        hide_possible_values = true
    )]
    pub(super) format: ListFormat,
}

/// How a list is shown, on standard output.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum ListFormat {
    /// Lines of a terminal.
    #[default]
    Human,
    /// A list in Markdown.
    Markdown,
    /// One array.
    Json,
}
