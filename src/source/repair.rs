//! Repairs YAML that cannot be read, so that the rest of the file is checked in the same run.
//!
//! A parser says where it gave up, not what the author meant. Each thing that the author is likely to have done is
//! tried: it is taken for the mistake if the parsers get further with it corrected. If nothing helps, the part of the
//! report around it is left out.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::IgnoredAny;

use super::faults::{self, Fault};
use super::guess::Guess;
use super::guesses;
use super::line::Line;
use super::lines::first_line;
use super::text::YamlText;
use super::tree::{self, Node};
use super::unreadable::Unreadable;
use super::yaml::Yaml;
use crate::diagnostic::problem::{Problem, Syntax};
use crate::diagnostic::{Edit, Suggestion};

/// Something that is wrong, with its place in the file.
pub(super) struct Mistake {
    pub(super) problem: Problem,
    /// None if it is the file as a whole.
    pub(super) place: Option<Range<usize>>,
    pub(super) suggestions: Vec<Suggestion>,
}

/// The text, repaired as far as possible, with its tree.
pub(super) struct Repaired {
    pub(super) yaml: Option<Yaml>,
    /// The mistakes that were repaired, or whose lines were left out.
    pub(super) mistakes: Vec<Mistake>,
    /// The keys at the top of the report that were left out.
    pub(super) lost: BTreeSet<String>,
}

/// The maximum number of repairs.
const MAX_MISTAKES: usize = 60;
/// How many parts of a report are left out; where more cannot be read, what is left says little.
const MAX_CUTS: usize = 4;
/// How many bytes may be parsed in all while guesses are tried.
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
            // Of several lines the words say enough.
            let shown = first.filter(|_| edits.len() == 1).unwrap_or_default();
            (Problem::YamlSyntax(Syntax::Tab), at, shown, edits)
        }
    };
    let suggestion = Suggestion { text: shown, is_meant: true, edits };
    Mistake { problem, place: Some(place), suggestions: vec![suggestion] }
}

/// Where the parsers give up.
struct GivenUp {
    /// What they say, in the author's words; nothing of an empty file.
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
                Ok(tree) if self.mend_what_was_lost(&tree) => continue,
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

    /// The line of `---` or `...` that ends the document before a place.
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

    /// Repairs texts of which YAML would silently drop a part; returns whether there were any.
    fn mend_what_was_lost(&mut self, tree: &Node) -> bool {
        if self.mistakes.len() >= MAX_MISTAKES {
            return false;
        }
        let mut edits: Vec<Edit> = Vec::new();
        for lost in guesses::lost(self.text.as_str(), tree) {
            // Behind a tab a comment stands apart, which no space shows.
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

    /// The first guess with which the parsers get further than the reported line.
    fn guess(&mut self, range: &Range<usize>) -> Option<Guess> {
        let text = self.text.as_str().to_owned();
        let line = Line::at(&text, range.start);
        guesses::all(&text, range).into_iter().find(|guess| {
            let end = guess.edits.iter().map(|edit| edit.range.end).max().unwrap_or_default();
            let end = Line::at(&text, end).range.end.max(line.range.end);
            let grown: usize = guess.edits.iter().map(|edit| edit.text.len()).sum();
            let shrunk: usize = guess.edits.iter().map(|edit| edit.range.len()).sum();
            let new_end = (end + grown).saturating_sub(shrunk);
            let edited = self.text.edited(&guess.edits);
            match parse(edited.as_str(), &mut self.work) {
                Ok(_) => true,
                Err(GivenUp { fault: Some((_, range)), .. }) => range.start > new_end,
                Err(_) => false,
            }
        })
    }

    /// The part of the text that is left out, so that the rest can be read: the section in which a place is.
    fn cut(&mut self, at: usize) -> Option<Range<usize>> {
        let text = self.text.as_str();
        let is_top = |line: &Line| line.indentation() == 0 && line.key.is_some();
        let here = Line::at(text, at);
        // A line that belongs to nothing is left out by itself.
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

/// Parses a text with both parsers, if there is work left.
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
