//! Repairs YAML that cannot be read, so that the rest of the file is checked in the same run.
//!
//! A parser reports where it failed, not what the author meant. Likely corrections are tried one after another: the
//! first with which the parsers get further is taken. If none helps, the section around the mistake is left out.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::IgnoredAny;

use super::faults::{self, Fault};
use super::guess::Guess;
use super::guesses;
use super::line::Line;
use super::lines::first_line;
use super::lost;
use super::text::YamlText;
use super::tree::{self, Node};
use super::unreadable::Unreadable;
use super::yaml::Yaml;
use crate::diagnostic::problem::{Problem, Syntax};
use crate::diagnostic::{Edit, Suggestion};

/// A problem with its position in the file.
pub(super) struct Mistake {
    pub(super) problem: Problem,
    /// `None` if the problem concerns the whole file.
    pub(super) place: Option<Range<usize>>,
    pub(super) suggestions: Vec<Suggestion>,
}

/// The text, repaired as far as possible, with its tree.
pub(super) struct Repaired {
    pub(super) yaml: Option<Yaml>,
    /// The mistakes that were repaired, or whose lines were left out.
    pub(super) mistakes: Vec<Mistake>,
    /// The top-level keys that were left out.
    pub(super) lost: BTreeSet<String>,
}

/// The maximum number of repairs.
const MAX_MISTAKES: usize = 60;
/// The maximum number of sections that are left out; if more cannot be read, little is left to check.
const MAX_CUTS: usize = 4;
/// The total number of bytes that may be parsed while guesses are tried.
const WORK: usize = 6 << 20;

/// Reads the text of a file.
pub(super) fn read(file: &str) -> Repaired {
    let (text, unreadable) = YamlText::new(file);
    let mut repair = Repair {
        file,
        text,
        mistakes: unreadable.into_iter().map(|unreadable| mistake(file, unreadable)).collect(),
        lost: BTreeSet::new(),
        work: WORK,
    };
    let tree = repair.tree();
    let Repair { text, mistakes, lost, .. } = repair;
    Repaired { yaml: tree.map(|tree| Yaml { text, tree }), mistakes, lost }
}

fn mistake(file: &str, unreadable: Unreadable) -> Mistake {
    let (problem, place, shown, edits) = match unreadable {
        Unreadable::Forbidden(c, start) => {
            let place = start..start + c.len_utf8();
            (Problem::ControlCharacter(c), place.clone(), String::new(), vec![Edit::new(place, "")])
        }
        Unreadable::Tabs { at, edits } => {
            let first = edits.first().map(|edit| {
                let rest = file.get(edit.range.end..).and_then(|rest| rest.lines().next());
                format!("{}{}", edit.text, rest.unwrap_or_default().trim_end())
            });
            // The first line is enough to show.
            let shown = first.filter(|_| edits.len() == 1).unwrap_or_default();
            (Problem::YamlSyntax(Syntax::Tab), at, shown, edits)
        }
    };
    let suggestion = Suggestion { text: shown, is_meant: true, edits };
    Mistake { problem, place: Some(place), suggestions: vec![suggestion] }
}

/// A failure of the parsers.
struct GivenUp {
    /// The problem, in terms that authors know; `None` for an empty file.
    fault: Option<Fault>,
    /// Whether there is anything to repair.
    can_be_mended: bool,
}

struct Repair<'a> {
    file: &'a str,
    text: YamlText,
    mistakes: Vec<Mistake>,
    lost: BTreeSet<String>,
    work: usize,
}

impl Repair<'_> {
    /// Repairs the text until it can be parsed, and returns its tree; `None` if that fails.
    fn tree(&mut self) -> Option<Node> {
        let mut cuts = 0;
        loop {
            let given_up = match parse(self.text.as_str(), &mut self.work) {
                Ok(tree) if self.repair_losses(&tree) => continue,
                Ok(tree) => return Some(tree),
                Err(given_up) => given_up,
            };
            let Some((problem, range)) = given_up.fault else {
                self.mistakes.push(Mistake {
                    problem: Problem::FileEmpty,
                    place: None,
                    suggestions: Vec::new(),
                });
                return None;
            };
            if matches!(problem, Problem::YamlDocuments)
                && self.mistakes.len() < MAX_MISTAKES
                && let Some(line) = self.document_line(range.start)
            {
                let edit =
                    Edit::new(line.range.start..(line.range.end + 1).min(self.text.as_str().len()), "");
                let edits = self.text.edits_in_file(std::slice::from_ref(&edit));
                let words = self.text.as_str().get(line.range.clone()).unwrap_or_default().to_owned();
                self.report(problem, &line.range, vec![Suggestion { text: words, is_meant: true, edits }]);
                self.text = self.text.edited(&[edit]);
                continue;
            }
            if !given_up.can_be_mended || self.mistakes.len() >= MAX_MISTAKES || cuts == MAX_CUTS {
                self.report(problem, &range, Vec::new());
                return None;
            }
            if let Some(guess) = self.guess(&range) {
                let edits = self.text.edits_in_file(&guess.edits);
                let suggestion = Suggestion { text: guess.shown, is_meant: true, edits };
                self.report(
                    guess.problem.unwrap_or(problem),
                    &guess.place.unwrap_or(range),
                    vec![suggestion],
                );
                self.text = self.text.edited(&guess.edits);
            } else {
                self.report(problem, &range, Vec::new());
                cuts += 1;
                let cut = self.cut(range.start)?;
                self.text = self.text.edited(&[Edit::new(cut, "")]);
            }
        }
    }

    /// The line with `---` or `...` that ends the document before a position.
    fn document_line(&self, at: usize) -> Option<Line> {
        let text = self.text.as_str();
        let is_mark = |line: &Line| {
            let words = text.get(line.range.clone()).unwrap_or_default().trim_end();
            matches!(words, "---" | "...")
        };
        let mut line = Some(Line::at(text, at));
        while let Some(here) = line {
            if is_mark(&here) {
                return Some(here);
            }
            line = here.before(text).filter(|before| is_mark(before) || before.is_blank(text));
        }
        None
    }

    fn report(&mut self, problem: Problem, range: &Range<usize>, suggestions: Vec<Suggestion>) {
        let place = Some(self.text.in_file(first_line(self.text.as_str(), range.clone())));
        self.mistakes.push(Mistake { problem, place, suggestions });
    }

    /// Repairs texts of which YAML would silently drop a part; returns whether any was repaired.
    fn repair_losses(&mut self, tree: &Node) -> bool {
        if self.mistakes.len() >= MAX_MISTAKES {
            return false;
        }
        let mut edits: Vec<Edit> = Vec::new();
        for lost in lost::all(self.text.as_str(), tree) {
            // A comment after a tab is visibly separate, though the tab has become a single space.
            let start = self.text.in_file(lost.place.clone()).start;
            if !lost.is_certain && self.file.get(..start).is_some_and(|before| before.ends_with('\t')) {
                continue;
            }
            let suggestion =
                Suggestion { text: lost.shown, is_meant: true, edits: self.text.edits_in_file(&lost.edits) };
            if lost.is_certain {
                edits.extend(lost.edits);
            }
            let known = self.mistakes.iter().any(|mistake| {
                mistake.problem.code() == lost.problem.code()
                    && mistake.place == Some(self.text.in_file(lost.place.clone()))
            });
            if !known {
                self.report(lost.problem, &lost.place, vec![suggestion]);
            }
        }
        let edited = self.text.edited(&edits);
        let repaired = !edits.is_empty() && parse(edited.as_str(), &mut self.work).is_ok();
        if repaired {
            self.text = edited;
        }
        repaired
    }

    /// The first guess with which the parsers get beyond the next line; otherwise the first with which they get further
    /// than the reported one.
    fn guess(&mut self, range: &Range<usize>) -> Option<Guess> {
        let text = self.text.as_str().to_owned();
        let line = Line::at(&text, range.start);
        let mut next = line.after(&text);
        while let Some(blank) = next.take_if(|next| next.is_blank(&text)) {
            next = blank.after(&text);
        }
        let next_end = next.map_or(text.len(), |next| next.range.end);
        let mut second = None;
        for guess in guesses::all(&text, range) {
            let end = guess.edits.iter().map(|edit| edit.range.end).max().unwrap_or_default();
            let end = Line::at(&text, end).range.end.max(line.range.end);
            let grown: usize = guess.edits.iter().map(|edit| edit.text.len()).sum();
            let shrunk: usize = guess.edits.iter().map(|edit| edit.range.len()).sum();
            let new_end = (end + grown).saturating_sub(shrunk);
            let edited = self.text.edited(&guess.edits);
            match parse(edited.as_str(), &mut self.work) {
                Ok(_) => return Some(guess),
                Err(GivenUp { fault: Some((_, range)), .. }) if range.start > new_end => {
                    if (range.start + shrunk).saturating_sub(grown) > next_end {
                        return Some(guess);
                    }
                    second = second.or(Some(guess));
                }
                Err(_) => {}
            }
        }
        second
    }

    /// The range to leave out so that the rest can be read: the section that contains a position.
    fn cut(&mut self, at: usize) -> Option<Range<usize>> {
        let text = self.text.as_str();
        let is_top = |line: &Line| line.indentation() == 0 && line.key.is_some();
        let here = Line::at(text, at);
        // Only the stray line is left out.
        let stray = here.before(text).filter(|line| {
            line.indentation() == 0 && line.key.is_none() && !line.is_blank(text) && !line.range.is_empty()
        });
        if let Some(line) = stray.filter(|_| here.indentation() == 0 && here.key.is_some()) {
            return Some(line.range.start..(line.range.end + 1).min(text.len()));
        }
        let mut first = Some(here.clone());
        while let Some(line) = first.take_if(|line| !is_top(line)) {
            first = line.before(text);
        }
        let cut = match first {
            Some(line) => {
                let key = line.key.clone().and_then(|key| text.get(key)).unwrap_or_default().to_owned();
                let mut next = line.after(text);
                while let Some(after) = next.take_if(|line| !is_top(line)) {
                    next = after.after(text);
                }
                let end = next.map_or(text.len(), |next| next.range.start);
                self.lost.insert(key);
                line.range.start..end
            }
            None => here.range.start..(here.range.end + 1).min(text.len()),
        };
        (!cut.is_empty()).then_some(cut)
    }
}

/// Parses a text with both parsers, within the limit on work.
fn parse(text: &str, work: &mut usize) -> Result<Node, GivenUp> {
    let parsed = parse_with_both(text);
    match (work.checked_sub(text.len()), parsed) {
        (Some(rest), parsed) => {
            *work = rest;
            parsed
        }
        (None, parsed) => parsed.map_err(|given_up| GivenUp { can_be_mended: false, ..given_up }),
    }
}

fn parse_with_both(text: &str) -> Result<Node, GivenUp> {
    let tree = Node::parse(text).map_err(|fault| GivenUp {
        can_be_mended: !matches!(
            fault,
            tree::Fault::Empty
                | tree::Fault::Documents { .. }
                | tree::Fault::Depth { .. }
                | tree::Fault::Size { .. }
        ),
        fault: faults::of_tree(text, fault),
    })?;
    serde_yaml::from_str::<IgnoredAny>(text).map_err(|error| {
        let fault = faults::of_reader(text, &error);
        let can_be_mended = matches!(fault.0, Problem::YamlSyntax(_));
        GivenUp { fault: Some(fault), can_be_mended }
    })?;
    Ok(tree)
}
