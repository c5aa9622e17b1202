//! `ataskaita diff`: shows the changes between two reports.
//!
//! The JSON output is an array with an object for each change, in the order of the new report:
//!
//! | key     | value                                                                                       |
//! |---------|---------------------------------------------------------------------------------------------|
//! | `kind`  | `"inserted"`, `"deleted"`, `"moved"` or `"changed"`                                         |
//! | `old`   | the old value, an object; `null` for insertions                                             |
//! | `new`   | the new value, an object; `null` for deletions                                              |
//! | `edits` | changed words: objects with `old` and `new`, each `[start, end]` in bytes of `text`         |
//!
//! `old` and `new` have `reference` (as printed in drafts), `pointer` (RFC 6901), `part` (the index of the paragraph,
//! from 0), `text`, `number` (for figures; a string, to be exact), `file`, `line` and `column`.

use std::ffi::OsString;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::{Language, Term};
use ataskaita::diagnostic::terminal::single_line;
use ataskaita::report::values::{Content, Value as Data};
use ataskaita::report::{Report, Step};
use ataskaita::review::Reference;
use ataskaita::review::changes::{self, Body, Change, Kind, Piece, Side};
use ataskaita::source::{Paragraph, Source};
use clap::Args;
use serde_json::{Value, json};

use super::check::print;
use super::console::Console;
use super::list_style::{ListFormat, ListStyle};
use super::markdown::escaped;

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The old report, or git: and a revision of the new one, such as git:HEAD~3
    #[arg(value_name = "OLD.yaml|git:REVISION")]
    old: OsString,
    /// The new report; - reads it from standard input
    #[arg(value_name = "NEW.yaml")]
    new: PathBuf,
    #[command(flatten)]
    style: ListStyle,
}

/// The prefix of git revisions.
const GIT: &str = "git:";
/// The number of unchanged characters shown before and after a change.
const CONTEXT: usize = 40;
/// The keys of values that decide how an item is shown.
const SETTINGS: [&str; 3] = ["after", "persons", "holders"];
/// The key that says, for a group of rows, whether a total is printed.
const TOTAL: &str = "total";
/// The number of characters of a long text that are shown.
const SHOWN: usize = 300;

/// Reads an older version of a report: another file, or a revision of the same one.
pub(super) fn read_older(old: &OsString, new: &Path) -> Result<Source, Diagnostic> {
    match old.to_str().and_then(|old| old.strip_prefix(GIT)) {
        Some(revision) => Source::read_revision(new, revision),
        None => Source::read(Path::new(old)),
    }
}

impl Diff {
    pub(crate) fn run(self, console: &mut Console) -> Result<ExitCode, Diagnostic> {
        let (old, new) = match (read_older(&self.old, &self.new), Source::read(&self.new)) {
            (Ok(old), Ok(new)) => (old, new),
            (old, new) => {
                let errors: Vec<Diagnostic> = [old.err(), new.err()].into_iter().flatten().collect();
                console.show(&errors);
                return Ok(ExitCode::FAILURE);
            }
        };
        let (old_data, new_data) = match (old.data(), new.data()) {
            (Ok(old), Ok(new)) => (old, new),
            (old, new) => {
                console.show(&[old.err(), new.err()].into_iter().flatten().flatten().collect::<Vec<_>>());
                return Ok(ExitCode::FAILURE);
            }
        };
        let sides = Sides {
            old: Named::new(&old, &old_data),
            new: Named::new(&new, &new_data),
            language: console.language(),
        };
        let changes = sides.by_row(changes::between(&old_data, &new_data));
        match self.style.format {
            ListFormat::Human => {
                print(&sides.human(&changes))?;
                let language = console.language();
                console.say(&match changes.len() {
                    0 => language.term(Term::NoChanges).to_owned(),
                    count => language.changes(count),
                });
            }
            ListFormat::Markdown => print(&sides.markdown(&changes))?,
            ListFormat::Json => print(&format!("{:#}\n", sides.json(&changes)))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A report with its source.
struct Named<'a> {
    source: &'a Source,
    data: &'a Data,
    /// `None` if the report has gaps.
    report: Option<Report>,
}

impl<'a> Named<'a> {
    fn new(source: &'a Source, data: &'a Data) -> Self {
        Self { source, data, report: source.provisional().ok().map(|provisional| provisional.report) }
    }

    /// The reference of a value, or its path if it has none.
    fn name(&self, side: &Side) -> String {
        let reference = self.reference(side);
        reference.unwrap_or_else(|| side.origin.path.to_string())
    }

    fn reference(&self, side: &Side) -> Option<String> {
        Some(Reference::of(&side.origin, self.report.as_ref()?)?.to_string())
    }

    fn position(&self, side: &Side) -> Option<(usize, usize)> {
        let path = &side.origin.path;
        let in_text = || {
            let all = self.data.leaves().into_iter().find(|leaf| leaf.path == *path)?;
            let Content::Text(text) = &all.content else { return None };
            let part = Paragraph { all: &text.parts, index: side.origin.part? };
            self.source.place_of_part(path, part)
        };
        let range = in_text().or_else(|| self.source.place(path))?;
        Some(self.source.file().position(range.start))
    }
}

struct Sides<'a> {
    old: Named<'a>,
    new: Named<'a>,
    language: Language,
}

impl Sides<'_> {
    /// The changes with the cells of each inserted, deleted or moved row of a table as one item.
    fn by_row(&self, changes: Vec<Change>) -> Vec<Change> {
        let mut rows: Vec<Change> = Vec::new();
        for change in changes {
            match rows.last_mut().filter(|last| self.is_of_row(last, &change)) {
                Some(row) => {
                    add_cell(&mut row.old, change.old);
                    add_cell(&mut row.new, change.new);
                }
                None => rows.push(change),
            }
        }
        rows
    }

    /// Whether a change is that of a further cell of a row.
    fn is_of_row(&self, row: &Change, change: &Change) -> bool {
        let is_same = |named: &Named<'_>, one: Option<&Side>, other: Option<&Side>| match (one, other) {
            (None, None) => true,
            (Some(one), Some(other)) => {
                let reference = named.reference(one);
                one.origin.part.is_some()
                    && one.origin.path == other.origin.path
                    && reference.is_some()
                    && reference == named.reference(other)
            }
            _ => false,
        };
        row.kind == change.kind
            && row.kind != Kind::Changed
            && is_same(&self.old, row.old.as_ref(), change.old.as_ref())
            && is_same(&self.new, row.new.as_ref(), change.new.as_ref())
    }

    fn human(&self, changes: &[Change]) -> String {
        let mut list = String::new();
        for change in changes {
            let _ = write!(list, "{}", single_line(&self.head(change)));
            let (named, side) = self.side(change);
            if let Some((line, column)) = side.and_then(|side| named.position(side)) {
                let _ = write!(list, "  {}:{line}:{column}", single_line(&named.source.file().name));
            }
            let said = self.said(change, &|pieces| excerpt(pieces, &marked));
            let _ = write!(list, "\n    {}\n", single_line(&said));
        }
        list
    }

    fn markdown(&self, changes: &[Change]) -> String {
        let mut list = format!(
            "# {}: {} → {}\n\n",
            self.language.term(Term::Changes),
            escaped(&self.old.source.file().name),
            escaped(&self.new.source.file().name)
        );
        if changes.is_empty() {
            let _ = writeln!(list, "{}", self.language.term(Term::NoChanges));
        }
        for change in changes {
            let said = self.said(change, &|pieces| pieces.iter().map(markdown_piece).collect());
            // Join the lines into one list item.
            let said = said.replace(['\n', '\r'], " ");
            let _ = writeln!(list, "- **{}**: {said}", escaped(&self.head(change)));
        }
        list
    }

    fn json(&self, changes: &[Change]) -> Value {
        changes
            .iter()
            .map(|change| {
                let edits: Vec<Value> = change
                    .edits
                    .iter()
                    .map(|edit| json!({ "old": [edit.old.start, edit.old.end], "new": [edit.new.start, edit.new.end] }))
                    .collect();
                let kind = match change.kind {
                    Kind::Inserted => "inserted",
                    Kind::Deleted => "deleted",
                    Kind::Moved => "moved",
                    Kind::Changed => "changed",
                };
                json!({
                    "kind": kind,
                    "old": change.old.as_ref().map(|side| object(&self.old, side)),
                    "new": change.new.as_ref().map(|side| object(&self.new, side)),
                    "edits": edits,
                })
            })
            .collect()
    }

    /// The new side of a change, or the old one if there is no new one.
    fn side<'c>(&self, change: &'c Change) -> (&Named<'_>, Option<&'c Side>) {
        match &change.new {
            Some(side) => (&self.new, Some(side)),
            None => (&self.old, change.old.as_ref()),
        }
    }

    /// The reference of the value and the kind of change.
    fn head(&self, change: &Change) -> String {
        let (named, side) = self.side(change);
        let name = side.map(|side| named.name(side)).unwrap_or_default();
        let name = if change.new.is_none() { self.language.former(&name) } else { name };
        let kind = self.language.term(match change.kind {
            Kind::Inserted => Term::Inserted,
            Kind::Deleted => Term::Deleted,
            Kind::Moved => Term::Moved,
            Kind::Changed => Term::Changed,
        });
        match &change.old {
            Some(old) if change.kind == Kind::Moved => {
                format!("{name} – {kind} ({})", self.language.moved_from(&self.old.name(old)))
            }
            _ => format!("{name} – {kind}"),
        }
    }

    /// The old and new text.
    fn said(&self, change: &Change, show: &dyn Fn(&[Piece]) -> String) -> String {
        let whole = |side: &Side, piece: fn(String) -> Piece| show(&[piece(self.text(side))]);
        match (&change.old, &change.new) {
            (Some(old), Some(new)) if change.kind == Kind::Changed => match (&old.body, &new.body) {
                (Body::Words(old), Body::Words(new)) | (Body::Typed(old), Body::Typed(new)) => {
                    show(&changes::pieces(old, new))
                }
                _ => format!("{} → {}", whole(old, Piece::Kept), whole(new, Piece::Kept)),
            },
            (_, Some(new)) if change.kind == Kind::Inserted => whole(new, Piece::Inserted),
            (_, Some(new)) => whole(new, Piece::Kept),
            (Some(old), None) => whole(old, Piece::Deleted),
            (None, None) => self.language.term(Term::Nothing).to_owned(),
        }
    }

    fn text(&self, side: &Side) -> String {
        match &side.body {
            Body::Words(words) | Body::Typed(words) => words.clone(),
            Body::Figure(number) if is_money(side) => self.language.amount(*number),
            Body::Figure(number) => self.language.number(*number),
            Body::Item(sides) => sides
                .iter()
                .filter(|side| is_content(side))
                .map(|side| self.text(side))
                .collect::<Vec<_>>()
                .join(" · "),
        }
    }
}

/// Adds a cell to a row.
fn add_cell(row: &mut Option<Side>, cell: Option<Side>) {
    let (Some(row), Some(cell)) = (row, cell) else { return };
    match &mut row.body {
        Body::Item(cells) => cells.push(cell),
        _ => row.body = Body::Item(vec![row.clone(), cell]),
    }
}

/// Whether a value of an item says something to readers, and not, for example, after which part a section stands.
fn is_content(side: &Side) -> bool {
    let Some((_, Step::Key(key))) = side.origin.path.parent() else { return true };
    let is_figure = matches!(side.body, Body::Figure(_));
    !SETTINGS.contains(&key.as_str()) && (key != TOTAL || is_figure)
}

/// Whether a figure is an amount of money.
fn is_money(side: &Side) -> bool {
    let steps = side.origin.path.steps();
    let is = |step: Option<&Step>, names: &[&str]| matches!(step, Some(Step::Key(key)) if names.contains(&key.as_str()));
    is(steps.first(), &["finance"]) || is(steps.last(), &["amount", "budget"])
}

fn object(named: &Named<'_>, side: &Side) -> Value {
    let position = named.position(side);
    let number = match &side.body {
        Body::Figure(number) => Some(number.to_string()),
        _ => None,
    };
    json!({
        "reference": named.reference(side),
        "pointer": side.origin.path.pointer(),
        "part": side.origin.part,
        "text": plain(&side.body),
        "number": number,
        "file": named.source.file().name,
        "line": position.map(|(line, _)| line),
        "column": position.map(|(_, column)| column),
    })
}

/// The text of a value for JSON.
fn plain(body: &Body) -> String {
    match body {
        Body::Words(words) | Body::Typed(words) => words.clone(),
        Body::Figure(number) => number.to_string(),
        Body::Item(sides) => sides
            .iter()
            .filter(|side| is_content(side))
            .map(|side| plain(&side.body))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

/// Marks a piece as in git's word diff.
fn marked(piece: &Piece) -> String {
    match piece {
        Piece::Kept(text) => text.clone(),
        Piece::Deleted(text) => format!("[-{text}-]"),
        Piece::Inserted(text) => format!("{{+{text}+}}"),
    }
}

/// The pieces of a text, with long unchanged pieces shortened.
fn excerpt(pieces: &[Piece], show: &dyn Fn(&Piece) -> String) -> String {
    let last = pieces.len().saturating_sub(1);
    let shown = pieces.iter().enumerate().map(|(at, piece)| {
        let Piece::Kept(text) = piece else { return show(piece) };
        let length = text.chars().count();
        let (before, after) = (if at == 0 { 0 } else { CONTEXT }, if at == last { 0 } else { CONTEXT });
        let (before, after) = if pieces.len() == 1 { (SHOWN, 0) } else { (before, after) };
        if length <= before + after + CONTEXT {
            return text.clone();
        }
        let start: String = text.chars().take(before).collect();
        let end: String = text.chars().skip(length - after).collect();
        format!("{start}…{end}")
    });
    shown.collect()
}

/// A piece in Markdown. White space is moved outside the markers, where Markdown requires it.
fn markdown_piece(piece: &Piece) -> String {
    let (text, mark) = match piece {
        Piece::Kept(text) => (text, ""),
        Piece::Deleted(text) => (text, "~~"),
        Piece::Inserted(text) => (text, "**"),
    };
    let words = text.trim();
    if words.is_empty() {
        return text.clone();
    }
    let start = text.len() - text.trim_start().len();
    let (before, after) =
        (text.get(..start).unwrap_or_default(), text.get(start + words.len()..).unwrap_or_default());
    format!("{before}{mark}{}{mark}{after}", escaped(words))
}
