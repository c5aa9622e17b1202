//! `ataskaita comments`: reviewers' comments on drafts, with the values of the report that they are about.
//!
//! The JSON form is one array, with an object for each comment, in the order of the report:
//!
//! | key         | value                                                                                   |
//! |-------------|-----------------------------------------------------------------------------------------|
//! | `reference` | the reference of the value that it is about in the current report; `null` if unknown or deleted |
//! | `draft_reference` | the same in the draft                                                             |
//! | `pointer`   | the value in the current report, as a JSON pointer (RFC 6901)                           |
//! | `draft_pointer` | the value in the draft                                                              |
//! | `part`      | the paragraph of the value, counted from 0                                              |
//! | `file`, `line`, `column` | the position of the value in the YAML file                                 |
//! | `gone`      | whether the value was deleted from the report                                           |
//! | `changed`   | whether the text of the value has changed since the draft                               |
//! | `page`      | the page of the draft, counted from 1                                                   |
//! | `found`     | where the comment was found: objects with `file` and `page`                             |
//! | `kind`      | `"note"`, `"highlight"`, `"underline"`, `"strike-out"`, `"replacement"`, `"insertion"`, `"free-text"`, `"stamp"`, `"ink"`, `"shape"`, `"attachment"` or `"other"` |
//! | `author`, `date` | its author, and the time at which it was written (ISO 8601)                        |
//! | `words`     | the marked words                                                                        |
//! | `text`      | its text                                                                                |
//! | `earlier`   | different texts in other copies                                                         |
//! | `replies`   | objects with `author`, `date` and `text`                                                |
//! | `states`    | its review states: objects with `state`, `author` and `date`                            |

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use ataskaita::Diagnostic;
use ataskaita::build::{DraftOptions, draft};
use ataskaita::diagnostic::draft_fault::DraftFault;
use ataskaita::diagnostic::messages::{Language, Term};
use ataskaita::diagnostic::problem::Problem;
use ataskaita::diagnostic::terminal::single_line;
use ataskaita::diagnostic::{SourceFile, any_error};
use ataskaita::files;
use ataskaita::press::Pages;
use ataskaita::press::annotations::{self, Kind, MarkedPdf, State};
use ataskaita::press::pdf::PdfError;
use ataskaita::press::preflight::{Fault, NoPdf};
use ataskaita::report::Report;
use ataskaita::report::values::{Content, Value as Data};
use ataskaita::review::comments::{self, Comment, Follower, Today};
use ataskaita::review::{self, Attachment};
use ataskaita::source::Source;
use ataskaita::typeset::{Map, Typesetter};
use clap::Args;
use serde_json::{Value, json};

use super::check::print;
use super::console::Console;
use super::list_style::{ListFormat, ListStyle};
use super::markdown::escaped;

#[derive(Debug, Args)]
pub(crate) struct Comments {
    /// The drafts that came back, with the comments in them
    #[arg(required = true, value_name = "DRAFT.pdf")]
    drafts: Vec<PathBuf>,
    /// The report of today; without it, data/2023.yaml for a draft of the report on 2023
    #[arg(long = "report", id = "commented_report", value_name = "REPORT.yaml")]
    report: Option<PathBuf>,
    #[command(flatten)]
    style: ListStyle,
}

/// The maximum size of the report attached to a draft in bytes: that of a file, plus the syntax of JSON.
const ATTACHED_LIMIT: usize = 4 << 20;
/// The maximum number of revisions of a report that are searched for the one that a draft was made from.
const REVISIONS: usize = 200;
/// The maximum number of characters of a name that are shown.
const NAME_LIMIT: usize = 80;
/// The states in which a comment has been dealt with.
const DONE: [&str; 2] = ["Accepted", "Completed"];
/// The states in which someone disagrees with a comment, which is then still open whatever others say.
const DISPUTED: [&str; 2] = ["Rejected", "Cancelled"];

/// The report that a draft was made from.
struct Drafted {
    fingerprint: String,
    data: Data,
    report: Option<Report>,
    map: Map,
}

/// The current report.
struct Current {
    source: Source,
    data: Data,
    report: Option<Report>,
}

/// A comment as it is listed.
struct Entry {
    comment: Comment,
    /// The reference in the draft of the value that it is about.
    draft_reference: Option<String>,
    today: Option<Today>,
    /// The file, line and column of the value.
    position: Option<(String, usize, usize)>,
}

impl Comments {
    pub(crate) fn run(self, console: &mut Console) -> Result<ExitCode, Diagnostic> {
        let typesetter = Typesetter::new(None, None)?;
        let mut found: Vec<Diagnostic> = Vec::new();
        let mut drafts: Vec<Drafted> = Vec::new();
        // Comments with the fingerprint of their draft; `None` in files that are not drafts.
        let mut comments: Vec<(Option<String>, Comment)> = Vec::new();
        let mut files_read = 0;
        for (number, path) in self.drafts.iter().enumerate() {
            let name = SourceFile::without_text(path.display().to_string());
            let marked = match read(path) {
                Ok(marked) => marked,
                Err(NoPdf::Pdf(PdfError::Locked)) => {
                    found.push(Diagnostic::new(Problem::Draft(DraftFault::Locked)).in_file(&name));
                    continue;
                }
                Err(why) => {
                    let problem = Problem::Pdf(Fault::Unreadable(why));
                    found.push(Diagnostic::new(problem).on_pages(&name, Pages::default()));
                    continue;
                }
            };
            files_read += 1;
            let stated = comments::fingerprints(&marked);
            let mut here: Vec<String> = Vec::new();
            let wanted = stated.iter().map(Some).chain(stated.is_empty().then_some(None));
            for fingerprint in wanted {
                let known = drafts.iter().find(|draft| Some(&draft.fingerprint) == fingerprint);
                let known = known.map(|draft| draft.fingerprint.clone()).or_else(|| {
                    let drafted = self.drafted(&marked, fingerprint.map(String::as_str), &typesetter)?;
                    drafts.push(drafted);
                    drafts.last().map(|draft| draft.fingerprint.clone())
                });
                let fault = fault(known.as_ref(), fingerprint, &marked);
                found.extend(fault.map(|fault| Diagnostic::new(Problem::Draft(fault)).in_file(&name)));
                here.extend(known);
            }
            let maps =
                here.iter().filter_map(|wanted| drafts.iter().find(|draft| draft.fingerprint == *wanted));
            let maps: Vec<(&str, &Map)> =
                maps.map(|draft| (draft.fingerprint.as_str(), &draft.map)).collect();
            comments.extend(comments::of_file(number, &marked, &maps));
        }
        let mut entries: Vec<Entry> = Vec::new();
        for draft in &drafts {
            let is_on = |(fingerprint, _): &mut (Option<String>, Comment)| {
                fingerprint.as_ref() == Some(&draft.fingerprint)
            };
            let merged =
                comments::merged(comments.extract_if(.., is_on).map(|(_, comment)| comment).collect());
            entries.extend(self.entries(draft, merged, &mut found));
        }
        let merged = comments::merged(comments.into_iter().map(|(_, comment)| comment).collect());
        entries.extend(merged.into_iter().map(Entry::unplaced));
        entries.sort_by(|one, other| {
            one.order().partial_cmp(&other.order()).unwrap_or(std::cmp::Ordering::Equal)
        });
        let list = List { names: &self.drafts, language: console.language() };
        console.show(&found);
        match self.style.format {
            ListFormat::Human => {
                print(&list.human(&entries))?;
                let language = console.language();
                match entries.len() {
                    // A file that could not be read may have comments.
                    0 if any_error(&found) => {}
                    0 => console.say(language.term(Term::NoComments)),
                    count => console.say(&language.comments(count, files_read)),
                }
            }
            // A file that could not be read may have comments.
            ListFormat::Markdown if entries.is_empty() && any_error(&found) => {}
            ListFormat::Markdown => print(&list.markdown(&entries))?,
            ListFormat::Json => print(&format!("{:#}\n", list.json(&entries)))?,
        }
        Ok(if any_error(&found) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }

    /// The report that a draft was made from: the attached one, or the one in the repository with the same fingerprint.
    fn drafted(
        &self,
        marked: &MarkedPdf,
        fingerprint: Option<&str>,
        typesetter: &Typesetter,
    ) -> Option<Drafted> {
        let attached = marked.attachments.iter();
        let attached = attached.filter_map(|json| serde_json::from_slice::<Attachment>(json).ok());
        for Attachment { report, map, .. } in attached.filter(|attachment| attachment.format == 1) {
            let found = review::fingerprint(&report);
            let text = report.to_string();
            let length = text.len();
            let source = Source::new(review::FILE_NAME, ".", text);
            // The attached data must have the fingerprint that the pages state.
            if fingerprint.is_none_or(|fingerprint| fingerprint == found)
                && length <= ATTACHED_LIMIT
                && let Ok(data) = source.data()
            {
                return Some(Drafted { fingerprint: found, data, report: report_of(&source), map });
            }
        }
        let fingerprint = fingerprint?;
        let is_wanted =
            |source: &Source| source.values().is_ok_and(|values| review::fingerprint(&values) == fingerprint);
        let reports = self.report.as_ref().map_or_else(reports_at_hand, |report| vec![report.clone()]);
        let now = reports.iter().filter_map(|path| Source::read(path).ok()).find(is_wanted);
        let source = now.or_else(|| {
            reports.iter().find_map(|path| {
                let revisions = files::revisions(path, REVISIONS).unwrap_or_default();
                let mut earlier =
                    revisions.iter().filter_map(|revision| Source::read_revision(path, revision).ok());
                earlier.find(is_wanted)
            })
        })?;
        let drawn = draft(&source, typesetter, &DraftOptions::default()).ok()?;
        let (data, report) = (source.data().ok()?, report_of(&source));
        Some(Drafted { fingerprint: fingerprint.to_owned(), data, report, map: drawn.map })
    }

    /// Finds the values that comments are about in the current report.
    fn entries(&self, draft: &Drafted, comments: Vec<Comment>, found: &mut Vec<Diagnostic>) -> Vec<Entry> {
        let current = match self.current(draft) {
            Ok(current) => Some(current),
            Err(errors) => {
                found.extend(errors);
                None
            }
        };
        let follower = current.as_ref().map(|current| {
            let drafted = (&draft.data, draft.report.as_ref());
            Follower::new(drafted, (&current.source, &current.data, current.report.as_ref()))
        });
        let entry = |comment: Comment| {
            let Some(spot) = &comment.spot else { return Entry::unplaced(comment) };
            let draft_reference = draft
                .report
                .as_ref()
                .and_then(|report| review::Reference::of(&spot.origin, report))
                .map_or_else(|| spot.origin.path.to_string(), |reference| reference.to_string());
            let today = follower.as_ref().map(|follower| follower.today(&spot.origin, &spot.words));
            let position = current.as_ref().zip(today.as_ref()).and_then(|(current, today)| {
                let file: &Arc<SourceFile> = current.source.file();
                let (line, column) = file.position(today.range.as_ref()?.start);
                Some((file.name.clone(), line, column))
            });
            Entry { comment, draft_reference: Some(draft_reference), today, position }
        };
        comments.into_iter().map(entry).collect()
    }

    /// The current report.
    fn current(&self, draft: &Drafted) -> Result<Current, Vec<Diagnostic>> {
        let found = if let Some(path) = &self.report {
            Source::read(path).map_err(|error| vec![error])?
        } else {
            let candidates = usual_places(year(&draft.data));
            let of_same = |path: &PathBuf| {
                let source = path.is_file().then(|| Source::read(path).ok())??;
                let data = source.data().ok()?;
                (organization(&data) == organization(&draft.data)).then_some(source)
            };
            candidates.iter().find_map(of_same).ok_or_else(|| {
                let tried = candidates.iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
                vec![Diagnostic::new(Problem::Draft(DraftFault::NoReport { tried: tried.join(", ") }))]
            })?
        };
        let data = found.data()?;
        Ok(Current { report: report_of(&found), data, source: found })
    }
}

/// Why a file has no comments, or its comments cannot be placed.
fn fault(known: Option<&String>, stated: Option<&String>, marked: &MarkedPdf) -> Option<DraftFault> {
    let has_notes = marked.pages.iter().any(|page| !page.notes.is_empty());
    match (known, stated) {
        (_, Some(_)) if !has_notes && marked.attachments.is_empty() => Some(DraftFault::Printed),
        (Some(_), _) if !has_notes => Some(DraftFault::Bare),
        (Some(_), _) => None,
        (None, Some(fingerprint)) => Some(DraftFault::Unknown { fingerprint: fingerprint.clone() }),
        (None, None) => {
            let has_text = marked.pages.iter().any(|page| !page.texts.is_empty());
            let fault = DraftFault::Foreign { has_comments: has_notes };
            Some(if has_text || has_notes || marked.pages.is_empty() { fault } else { DraftFault::Scanned })
        }
    }
}

fn read(path: &Path) -> Result<MarkedPdf, NoPdf> {
    let bytes = if path == Path::new("-") {
        files::read_standard_input(annotations::SIZE_LIMIT)
    } else {
        files::read(path, annotations::SIZE_LIMIT)
    };
    let bytes = bytes.map_err(NoPdf::File)?;
    annotations::read(&bytes, review::FILE_NAME).map_err(NoPdf::Pdf)
}

/// The report of a source, possibly with gaps.
fn report_of(source: &Source) -> Option<Report> {
    source.provisional().ok().map(|provisional| provisional.report)
}

/// The folder in which reports usually are.
const REPORTS: &str = "data";
/// The maximum number of files that are read in that folder.
const REPORTS_LIMIT: usize = 50;

/// The usual paths of the report on a year.
fn usual_places(year: Option<&str>) -> Vec<PathBuf> {
    let name = year.map(|year| format!("{year}.yaml"));
    name.map(|name| vec![Path::new(REPORTS).join(&name), PathBuf::from(name)]).unwrap_or_default()
}

/// The reports in the usual folder, the last year first.
fn reports_at_hand() -> Vec<PathBuf> {
    let files = std::fs::read_dir(REPORTS).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let is_yaml =
        |path: &PathBuf| path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
    let mut reports: Vec<PathBuf> = files.filter(is_yaml).take(REPORTS_LIMIT).collect();
    reports.sort_unstable_by(|one, other| other.cmp(one));
    reports
}

fn text<'d>(data: &'d Data, keys: &[&str]) -> Option<&'d str> {
    let found = keys.iter().try_fold(data, |data, key| match &data.content {
        Content::Mapping(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        _ => None,
    })?;
    match &found.content {
        Content::Text(text) => Some(&text.typed),
        _ => None,
    }
}

/// The year of a report, if it is valid.
fn year(data: &Data) -> Option<&str> {
    text(data, &["year"]).filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

fn organization(data: &Data) -> Option<&str> {
    text(data, &["organization", "name"])
}

impl Entry {
    fn unplaced(comment: Comment) -> Self {
        Self { comment, draft_reference: None, today: None, position: None }
    }

    /// The reference of the value that it is about.
    fn name(&self) -> Option<&str> {
        let today = self.today.as_ref().and_then(|today| today.reference.as_deref());
        today.or(self.draft_reference.as_deref())
    }

    /// The sort key: the order of the report, then the position on the page; comments without a position are last.
    fn order(&self) -> (bool, usize, usize, f64, f64, usize) {
        let (file, page) = self.comment.found.first().copied().unwrap_or_default();
        let order = self.today.as_ref().map_or(0, |today| today.order);
        if let Some(place) = &self.comment.place {
            return (self.comment.spot.is_none(), order, place.page, place.top, place.left, file);
        }
        // The y axis of pages points up.
        let top = self.comment.note.areas.iter().map(|area| -area.y1).fold(f64::INFINITY, f64::min);
        (true, file, page, top, 0.0, file)
    }

    fn is_gone(&self) -> bool {
        self.today.as_ref().is_some_and(|today| today.origin.is_none())
    }
}

/// Formats comments as a list.
struct List<'a> {
    names: &'a [PathBuf],
    language: Language,
}

impl List<'_> {
    fn human(&self, entries: &[Entry]) -> String {
        let mut list = String::new();
        for entries in groups(entries) {
            let Some(first) = entries.first() else { continue };
            let separator = if list.is_empty() { "" } else { "\n" };
            let _ = writeln!(list, "{separator}{}", single_line(&self.head(first)));
            for entry in entries {
                let _ = writeln!(list, "  {}", single_line(&self.said(entry)));
                for line in entry.comment.note.text.lines() {
                    let _ = writeln!(list, "    | {}", single_line(line));
                }
                for more in self.more(entry) {
                    let _ = writeln!(list, "    > {}", single_line(&more));
                }
            }
        }
        list
    }

    fn markdown(&self, entries: &[Entry]) -> String {
        let mut list = format!("# {}\n", self.language.term(Term::Comments));
        if entries.is_empty() {
            let _ = writeln!(list, "\n{}", self.language.term(Term::NoComments));
        }
        for entries in groups(entries) {
            let Some(first) = entries.first() else { continue };
            let _ = writeln!(list, "\n## {}\n", escaped(&self.head(first)));
            for entry in entries {
                let mark = if is_dealt_with(&entry.comment.note.states) { "x" } else { " " };
                let _ = write!(list, "- [{mark}] {}", escaped(&self.said(entry)));
                for line in entry.comment.note.text.lines() {
                    let _ = write!(list, "\\\n      {}", escaped(line.trim()));
                }
                list.push('\n');
                for more in self.more(entry) {
                    let _ = writeln!(list, "  - {}", escaped(&more));
                }
            }
        }
        list
    }

    fn json(&self, entries: &[Entry]) -> Value {
        entries.iter().map(|entry| self.object(entry)).collect()
    }

    /// The heading of comments on the same value: its reference and position.
    fn head(&self, entry: &Entry) -> String {
        let Some(name) = entry.name() else { return self.language.term(Term::Unplaced).to_owned() };
        let mut head = if entry.is_gone() { self.language.former(name) } else { name.to_owned() };
        match &entry.draft_reference {
            Some(was) if was != name => {
                let _ = write!(head, " ({})", self.language.moved_from(was));
            }
            _ => {}
        }
        if entry.is_gone() {
            let _ = write!(head, " – {}", self.language.term(Term::Gone));
        }
        if let Some((file, line, column)) = &entry.position {
            let _ = write!(head, "  {file}:{line}:{column}");
        }
        head
    }

    /// The page, author, date and kind of a comment, and the words it marks, on one line.
    fn said(&self, entry: &Entry) -> String {
        let Comment { note, found, place, spot, .. } = &entry.comment;
        let page = place.map(|place| place.page).or(found.first().map(|(_, page)| *page)).unwrap_or(0);
        let mut said = self.language.page(page + 1);
        if spot.is_none() || self.names.len() > 1 {
            let mut names: Vec<String> = found
                .iter()
                .filter_map(|(file, _)| Some(self.names.get(*file)?.display().to_string()))
                .collect();
            names.dedup();
            let _ = write!(said, " · {}", names.join(", "));
        }
        let _ = write!(said, " · {}", self.author(note.author.as_deref()));
        if let Some(date) = &note.date {
            let _ = write!(said, " · {}", day(date));
        }
        let _ = write!(said, " · {}", self.language.comment_kind(note.kind));
        if let Some(words) = spot.as_ref().map(|spot| &spot.words).filter(|words| !words.is_empty()) {
            let _ = write!(said, " {}", self.language.quoted(words));
        }
        if entry.today.as_ref().is_some_and(|today| today.is_changed && today.origin.is_some()) {
            let _ = write!(said, " ({})", self.language.term(Term::TextChanged));
        }
        said
    }

    /// Replies, review states, and the texts of other copies, each on one line.
    fn more(&self, entry: &Entry) -> Vec<String> {
        let Comment { note, earlier, .. } = &entry.comment;
        let signed = |author: &Option<String>, date: &Option<String>, text: &str| {
            let date = date.as_ref().map(|date| format!(", {}", day(date))).unwrap_or_default();
            format!("{}{date}: {text}", self.author(author.as_deref()))
        };
        let earlier = earlier.iter().map(|text| format!("{}: {text}", self.language.term(Term::Earlier)));
        let replies = note.replies.iter().map(|reply| signed(&reply.author, &reply.date, &reply.text));
        let states = note
            .states
            .iter()
            .map(|State { name, author, date }| signed(author, date, self.language.comment_state(name)));
        earlier.chain(replies).chain(states).collect()
    }

    fn author(&self, author: Option<&str>) -> String {
        match author.map(str::trim).filter(|author| !author.is_empty()) {
            Some(author) => author.chars().take(NAME_LIMIT).collect(),
            None => self.language.term(Term::Anonymous).to_owned(),
        }
    }

    fn object(&self, entry: &Entry) -> Value {
        let Comment { note, found, earlier, place, spot } = &entry.comment;
        let found: Vec<Value> = found
            .iter()
            .map(|(file, page)| {
                json!({ "file": self.names.get(*file).map(|name| name.display().to_string()), "page": page + 1 })
            })
            .collect();
        let replies: Vec<Value> = note
            .replies
            .iter()
            .map(|reply| json!({ "author": reply.author, "date": reply.date, "text": reply.text }))
            .collect();
        let states: Vec<Value> = note
            .states
            .iter()
            .map(|state| json!({ "state": state.name, "author": state.author, "date": state.date }))
            .collect();
        let origin = entry.today.as_ref().and_then(|today| today.origin.as_ref());
        json!({
            "reference": entry.today.as_ref().and_then(|today| today.reference.as_ref()),
            "draft_reference": entry.draft_reference,
            "pointer": origin.map(|origin| origin.path.pointer()),
            "draft_pointer": spot.as_ref().map(|spot| spot.origin.path.pointer()),
            "part": origin.and_then(|origin| origin.part),
            "file": entry.position.as_ref().map(|(file, ..)| file),
            "line": entry.position.as_ref().map(|(_, line, _)| line),
            "column": entry.position.as_ref().map(|(.., column)| column),
            "gone": entry.is_gone(),
            "changed": entry.today.as_ref().is_some_and(|today| today.is_changed),
            "page": place.map(|place| place.page + 1),
            "found": found,
            "kind": kind(note.kind),
            "author": note.author,
            "date": note.date,
            "words": spot.as_ref().map(|spot| &spot.words),
            "text": note.text,
            "earlier": earlier,
            "replies": replies,
            "states": states,
        })
    }
}

/// Whether a comment has been dealt with. The last state that each person set counts.
fn is_dealt_with(states: &[State]) -> bool {
    let is_in = |names: [&str; 2]| states.iter().any(|state| names.contains(&state.name.as_str()));
    is_in(DONE) && !is_in(DISPUTED)
}

/// Groups consecutive comments on the same value.
fn groups(entries: &[Entry]) -> impl Iterator<Item = &[Entry]> {
    entries.chunk_by(|one, other| one.name() == other.name() && one.is_gone() == other.is_gone())
}

/// A date and time to the minute, as people write them.
fn day(date: &str) -> String {
    date.chars().take(16).map(|c| if c == 'T' { ' ' } else { c }).collect()
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Note => "note",
        Kind::Highlight => "highlight",
        Kind::Underline => "underline",
        Kind::StrikeOut => "strike-out",
        Kind::Replacement => "replacement",
        Kind::Insertion => "insertion",
        Kind::FreeText => "free-text",
        Kind::Stamp => "stamp",
        Kind::Ink => "ink",
        Kind::Shape => "shape",
        Kind::Attachment => "attachment",
        Kind::Other => "other",
    }
}
