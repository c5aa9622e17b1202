//! Single values: of the wrong type, or of the right type and not valid.

use std::ops::Range;

use super::corrections::{self, Correction};
use super::expected::{Expected, Shape, in_braces, in_flow, nearest, short};
use super::keys;
use super::misplaced;
use super::quoting::quoted;
use super::tree::{Node, Scalar, Value};
use super::values::{self, ScalarType};
use super::walk::Walk;
use crate::diagnostic::Suggestion;
use crate::diagnostic::problem::{Kind, Problem};
use crate::report::{KeyPath, LANGUAGE_PREFIX, ProseError, Step, ValueError};

/// A scalar and the kind of value expected in its place.
#[derive(Clone, Copy)]
pub(super) struct Single<'a> {
    pub(super) node: &'a Node,
    pub(super) scalar: &'a Scalar,
    pub(super) expected: &'a Expected<'static>,
    pub(super) path: &'a KeyPath,
}

impl Walk<'_> {
    pub(super) fn wrong_type(&mut self, node: &Node, expected: &Expected<'static>, path: &KeyPath) -> Node {
        let (found, written) = match &node.value {
            Value::Scalar(scalar) => (ScalarType::of(scalar).kind(), short(&scalar.text)),
            Value::List(_) => (Kind::List, None),
            Value::Mapping(_) => (Kind::Mapping, None),
        };
        let held = node.text().and_then(|text| expected.holding(self.schema, text));
        let days = self.days(node, expected).or_else(|| self.sample_period(expected));
        let named = || {
            let text = node.text()?;
            if let Shape::Mapping { required, .. } = &expected.shape
                && *required == ["file", "alt"]
            {
                let (file, alt) = misplaced::image_in(text)?;
                return Some(format!("{{ file: {}, alt: {} }}", in_braces(&file), in_braces(&alt)));
            }
            expected.named_number(self.schema, text).or_else(|| self.named_value(text, expected))
        };
        if let Some(typed) = days.or_else(named) {
            let problem = Problem::WrongType { expected: expected.kind(), found, written };
            let suggestion = self.in_place(&node.range, &typed, true);
            self.report(problem, &node.range, path, vec![suggestion]);
            return match Node::parse(&typed) {
                Ok(corrected) => Node { range: node.range.clone(), ..corrected },
                Err(_) => self.placeholder(expected, path, &node.range),
            };
        }
        let of_section = || node.text().and_then(|text| self.section_of_text(text, expected));
        let held = match held {
            Some((typed, true)) => Some((typed, true)),
            held => of_section().or(held),
        };
        let (typed, is_meant) = held.unwrap_or_else(|| (in_flow(&expected.sample(self.schema)), false));
        let suggestion = self.in_place(&node.range, &typed, is_meant);
        let problem = Problem::WrongType { expected: expected.kind(), found, written };
        self.report(problem, &node.range, path, vec![suggestion]);
        match Node::parse(&typed) {
            Ok(corrected) if is_meant => Node { range: node.range.clone(), ..corrected },
            _ => self.placeholder(expected, path, &node.range),
        }
    }

    pub(super) fn single(&mut self, single: Single<'_>, name: &'static str, kind: Kind) -> Node {
        let Single { node, scalar, path, .. } = single;
        let meaning = ScalarType::of(scalar);
        let written = self.written(node);
        let error = match (kind, meaning) {
            (Kind::Integer, ScalarType::Integer(number)) => values::number_error(name, number),
            (Kind::TextOrNumber, _) | (Kind::Text, ScalarType::Text) => {
                values::text_error(name, &scalar.text)
            }
            (Kind::Bool, ScalarType::Bool) => None,
            // In quotation marks it would be a text, but not a valid one.
            (Kind::Text, _) if values::text_error(name, &scalar.text).is_some() => {
                values::text_error(name, &scalar.text)
            }
            _ => return self.wrong_kind(single, name, kind),
        };
        let Some(error) = error else { return node.clone() };
        // In double quotation marks, YAML has read a backslash of a path as an escape.
        let text = if name == "ImagePath" { written.trim_matches(['"', '\'']) } else { &scalar.text };
        let error = if name == "ImagePath" { values::text_error(name, text).unwrap_or(error) } else { error };
        let (range, corrections) = match self.part_at_fault(&error, &node.range) {
            Some(part) => (part, corrections::of_part(&error)),
            None => (node.range.clone(), corrections::of(name, text, &error)),
        };
        let day = path.steps().last().and_then(|step| match step {
            Step::Key(key) if name == "Date" => {
                corrections::day_of_month(text, key).or_else(|| self.day_of_period(text, key))
            }
            _ => None,
        });
        let corrections = day.map_or(corrections, |day| vec![Correction { typed: day, is_meant: true }]);
        let in_year = self.year_of_report().filter(|_| name == "DateSpan");
        let corrections = match in_year.and_then(|year| corrections::span_in_year(year, text)) {
            Some((typed, is_meant)) => vec![Correction { typed, is_meant }],
            None => corrections,
        };
        self.correct(single, &range, Problem::Value(error), corrections)
    }

    /// Handles a scalar that YAML reads as another kind of value.
    fn wrong_kind(&mut self, single: Single<'_>, name: &'static str, kind: Kind) -> Node {
        let scalar = single.scalar;
        let text = scalar.text.trim();
        let meant = |typed: &str| vec![Correction { typed: typed.to_owned(), is_meant: true }];
        let year = corrections::year(text).filter(|_| name == "Year");
        let found = ScalarType::of(scalar).kind();
        let problem = match year {
            // A year in quotation marks.
            Some(_) if text.bytes().any(|byte| !byte.is_ascii_digit()) => {
                Problem::YearText { text: text.to_owned() }
            }
            _ => Problem::WrongType { expected: kind, found, written: short(&scalar.text) },
        };
        let corrections = match (kind, year) {
            (Kind::Text, _) => meant(&quoted(text)),
            (Kind::Bool, _) => match text.to_lowercase().as_str() {
                "taip" | "yes" | "y" | "on" | "1" => meant("true"),
                "ne" | "no" | "n" | "off" | "0" | "-" => meant("false"),
                _ => Vec::new(),
            },
            (_, Some((year, is_alone))) => {
                vec![Correction { typed: year.to_string(), is_meant: is_alone }]
            }
            (Kind::Integer, None) if name == "Cmyk" => {
                corrections::percent(text).map(|percent| meant(&percent)).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        self.correct(single, &single.node.range, problem, corrections)
    }

    /// Reports a scalar, and corrects it if the intention is clear.
    pub(super) fn correct(
        &mut self,
        Single { node, expected, path, .. }: Single<'_>,
        range: &Range<usize>,
        problem: Problem,
        mut corrections: Vec<Correction>,
    ) -> Node {
        let is_long = matches!(problem, Problem::Value(ValueError::Prose(_)));
        if corrections.is_empty() && *range == node.range && !is_long {
            let typed = in_flow(&expected.sample(self.schema));
            corrections.push(Correction { typed, is_meant: false });
        }
        let suggestions = corrections
            .iter()
            .map(|correction| {
                let suggestion = self.in_place(range, &correction.typed, correction.is_meant);
                // The prefix of a language is in the text already.
                let shown = suggestion.text.trim_start_matches(LANGUAGE_PREFIX).to_owned();
                Suggestion { text: shown, ..suggestion }
            })
            .collect();
        self.report(problem, range, path, suggestions);
        let corrected = match corrections.as_slice() {
            [Correction { typed, is_meant: true }] if *range == node.range => Node::parse(typed).ok(),
            [Correction { typed, is_meant: true }] => node.text().and_then(|text| {
                let part = self.text().get(range.clone())?;
                let scalar = Scalar { text: text.replacen(part, typed, 1), plain: false };
                Some(Node { range: node.range.clone(), value: Value::Scalar(scalar) })
            }),
            _ => None,
        };
        match corrected {
            Some(corrected) => Node { range: node.range.clone(), ..corrected },
            None => self.placeholder(expected, path, &node.range),
        }
    }

    pub(super) fn choice(&mut self, single: Single<'_>, words: &[&'static str]) -> Node {
        let Single { node, scalar, .. } = single;
        if words.contains(&scalar.text.as_str()) {
            return node.clone();
        }
        let word = scalar.text.clone();
        let meant = keys::here(&word, |key| words.contains(&key))
            .or_else(|| keys::choice(&word).filter(|choice| words.contains(choice)))
            .map(str::to_owned);
        let nearest = meant.or_else(|| nearest(&word, words.iter().copied()));
        let known = words.iter().map(ToString::to_string).collect();
        let corrections =
            nearest.iter().map(|word| Correction { typed: word.clone(), is_meant: true }).collect();
        let problem = Problem::UnknownChoice { word, nearest, known };
        self.correct(single, &node.range, problem, corrections)
    }

    /// The invalid part of a text: the address of a link, or the row of a table.
    fn part_at_fault(&self, error: &ValueError, text: &Range<usize>) -> Option<Range<usize>> {
        /// The marks before the address of a link.
        const OPENING: &str = "](";
        let target = match error {
            ValueError::Prose(ProseError::Link(error)) => error.0.clone(),
            ValueError::Prose(ProseError::Language(error)) => format!("{LANGUAGE_PREFIX}{}", error.0),
            ValueError::Prose(ProseError::TableRow(row)) => {
                let start = text.start + self.text().get(text.clone())?.find(row)?;
                return Some(start..start + row.len());
            }
            _ => return None,
        };
        let link = self.text().get(text.clone())?.find(&format!("{OPENING}{target}"))?;
        let start = text.start + link + OPENING.len();
        (!target.is_empty()).then(|| start..start + target.len())
    }
}
