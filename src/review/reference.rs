//! Short references to the parts of a report, which can be quoted on the phone or on paper.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::report::{Block, Blocks, FinanceEntry, KeyPath, ListItem, Origin, Report, Step, Table};

/// A short reference to a paragraph, goal, work, figure or row of a report: `darbai 3`.
///
/// Works, people, supporters and rows are numbered across all their groups, and paragraphs of a long text across all its
/// blocks; tables are numbered by row. Further paragraphs of an item have a second number (`darbai 3.2`), and images a
/// suffix (`darbai 3, paveikslas`). The heading and motto of a section are referenced by the section's name only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    name: &'static str,
    number: Option<usize>,
    /// The number of a part of the item.
    part: Option<usize>,
    rest: Option<Rest>,
}

/// The name of free-form sections; the second number is that of a paragraph.
const FREE_SECTION: &str = "skyrius";

/// A special part of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// The heading of a group of items, from 1.
    Group(usize),
    Image,
    /// One of several images, from 1.
    NumberedImage(usize),
    Quote,
}

impl Reference {
    /// The reference of a value or a part of it; `None` for values that are not printed.
    pub fn of(origin: &Origin, report: &Report) -> Option<Self> {
        let (first, rest) = origin.path.steps().split_first()?;
        let Step::Key(section) = first else { return None };
        let items = Items { rest, part: origin.part, report };
        Some(match section.as_str() {
            "organization" | "year" | "period" | "published" | "cover" => Self::named("viršelis"),
            "about" => items.of_blocks("apie", "text", Some(&report.about.text)),
            "mission" => items.of_paragraphs("misija", "text"),
            "vision" => items.of_paragraphs("vizija", "text"),
            "goals" => items.counted("tikslai", "items"),
            "people" => items.in_groups("žmonės", |group| {
                report
                    .people
                    .iter()
                    .flat_map(|all| &all.groups)
                    .take(group)
                    .map(|group| group.items.len())
                    .sum()
            }),
            "members" => match rest.first() {
                Some(Step::Key(key)) if key == "list" => items.counted("narių sąrašas", "list"),
                _ => items.counted("nariai", "groups"),
            },
            "numbers" => items.counted("skaičiai", "items"),
            "activities" if report.activities.groups.is_empty() => items.counted("darbai", "items"),
            "activities" => items.in_groups("darbai", |group| {
                report.activities.groups.iter().take(group).map(|group| group.items.len()).sum()
            }),
            "projects" => items.counted("projektai", "items"),
            "finance" => items.of_finance(),
            "supporters" => items.in_groups("rėmėjai", |group| {
                report
                    .supporters
                    .iter()
                    .flat_map(|all| &all.groups)
                    .take(group)
                    .map(|it| it.items.len())
                    .sum()
            }),
            "plans" => match rest.first() {
                Some(Step::Key(key)) if key == "goals" => items.counted("planuojami tikslai", "goals"),
                Some(Step::Key(key)) if key == "works" => items.counted("planuojami darbai", "works"),
                _ => Self { rest: image(rest), ..Self::named("planai") },
            },
            "sections" => items.of_section()?,
            "contact" => items.of_contact(),
            _ => return None,
        })
    }

    /// Finds the value of a reference, ignoring case, accents and spaces.
    pub fn find(name: &str, report: &Report) -> Option<Origin> {
        let wanted = simplified(name);
        let places = origins(report);
        let find = |wanted: &str| {
            places
                .iter()
                .find(|origin| {
                    Self::of(origin, report).is_some_and(|found| simplified(&found.to_string()) == wanted)
                })
                .cloned()
        };
        find(&wanted)
    }

    /// Whether it refers to a numbered item, rather than to a heading or an image.
    pub fn is_counted(&self) -> bool {
        match self.rest {
            Some(Rest::Group(_) | Rest::Image | Rest::NumberedImage(_)) => false,
            Some(Rest::Quote) => true,
            None if self.name == FREE_SECTION => self.part.is_some(),
            None => self.number.is_some(),
        }
    }

    /// Whether it refers to an image.
    pub fn is_image(&self) -> bool {
        matches!(self.rest, Some(Rest::Image | Rest::NumberedImage(_)))
    }

    fn named(name: &'static str) -> Self {
        Self { name, number: None, part: None, rest: None }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        if let Some(number) = self.number {
            write!(f, " {number}")?;
        }
        if let Some(part) = self.part {
            write!(f, ".{part}")?;
        }
        match self.rest {
            Some(Rest::Group(group)) => write!(f, ", {group} grupė"),
            Some(Rest::Image) => f.write_str(", paveikslas"),
            Some(Rest::NumberedImage(number)) => write!(f, ", {number} paveikslas"),
            Some(Rest::Quote) => f.write_str(", citata"),
            None => Ok(()),
        }
    }
}

/// The path of a value after the key of its section.
struct Items<'a> {
    rest: &'a [Step],
    part: Option<usize>,
    report: &'a Report,
}

impl Items<'_> {
    /// A value in a list.
    fn counted(&self, name: &'static str, list: &str) -> Reference {
        match self.rest {
            [Step::Key(key), Step::Item(index), inside @ ..] if key == list => {
                self.item(name, index + 1, inside)
            }
            _ => Reference { rest: image(self.rest), ..Reference::named(name) },
        }
    }

    /// A value in groups of items; `before` returns the number of items in the groups before a given one.
    fn in_groups(&self, name: &'static str, before: impl Fn(usize) -> usize) -> Reference {
        match self.rest {
            [Step::Key(groups), Step::Item(group), Step::Key(items), Step::Item(index), inside @ ..]
                if groups == "groups" && items == "items" =>
            {
                self.item(name, before(*group) + index + 1, inside)
            }
            [Step::Key(groups), Step::Item(group), ..] if groups == "groups" => {
                Reference { rest: Some(Rest::Group(group + 1)), ..Reference::named(name) }
            }
            _ => self.counted(name, "items"),
        }
    }

    fn item(&self, name: &'static str, number: usize, inside: &[Step]) -> Reference {
        let rest = image(inside);
        // The paragraphs of a caption are not numbered.
        let part = self.part.filter(|part| *part > 0 && rest.is_none()).map(|part| part + 1);
        Reference { name, number: Some(number), part, rest }
    }

    /// A paragraph of running text.
    fn of_paragraphs(&self, name: &'static str, key: &str) -> Reference {
        let is_text = matches!(self.rest, [Step::Key(found)] if found == key);
        let number = self.part.filter(|_| is_text).map(|part| part + 1);
        Reference { number, rest: image(self.rest), ..Reference::named(name) }
    }

    /// A block of a long text.
    fn of_blocks(&self, name: &'static str, key: &str, blocks: Option<&Blocks>) -> Reference {
        let is_text = matches!(self.rest, [Step::Key(found)] if found == key);
        let number = blocks.and_then(|blocks| block_number(blocks, self.part.filter(|_| is_text)?));
        Reference { number, rest: image(self.rest), ..Reference::named(name) }
    }

    fn of_finance(&self) -> Reference {
        match self.rest {
            [Step::Key(key), ..] if key == "income" => self.counted("pajamos", "income"),
            [Step::Key(key), ..] if key == "expenses" => self.counted("sąnaudos", "expenses"),
            [Step::Key(key), ..] if key == "notes" => {
                self.of_blocks("finansų pastabos", "notes", self.report.finance.notes.as_ref())
            }
            [Step::Key(key), Step::Item(entry), inside @ ..] if key == "other" => {
                let entries = &self.report.finance.other;
                let before: usize = entries.iter().take(*entry).map(|entry| entry.rows().len()).sum();
                match (entries.get(*entry), inside) {
                    (Some(FinanceEntry::Row(_)), _) => self.item("kiti duomenys", before + 1, inside),
                    (_, [Step::Key(rows), Step::Item(row), inside @ ..]) if rows == "rows" => {
                        self.item("kiti duomenys", before + row + 1, inside)
                    }
                    _ => {
                        let groups = entries.iter().take(*entry + 1);
                        let number = groups.filter(|entry| matches!(entry, FinanceEntry::Group(_))).count();
                        Reference { rest: Some(Rest::Group(number)), ..Reference::named("kiti duomenys") }
                    }
                }
            }
            [Step::Key(key), ..] if key == "other" => Reference::named("kiti duomenys"),
            _ => Reference { rest: image(self.rest), ..Reference::named("finansai") },
        }
    }

    fn of_section(&self) -> Option<Reference> {
        let (Step::Item(index), inside) = self.rest.split_first()? else { return None };
        let section = self.report.sections.get(*index)?;
        let part = match inside {
            [Step::Key(key)] if key == "body" => self.part.and_then(|part| block_number(&section.body, part)),
            _ => None,
        };
        let rest = match inside {
            [Step::Key(key), ..] if key == "quote" => Some(Rest::Quote),
            _ => image(inside),
        };
        Some(Reference { name: FREE_SECTION, number: Some(index + 1), part, rest })
    }

    /// A contact, numbered in page order.
    fn of_contact(&self) -> Reference {
        let contact = &self.report.contact;
        let counts = [
            ("email", contact.email.as_ref().map_or(0, |all| all.as_slice().len())),
            ("website", contact.website.as_ref().map_or(0, |all| all.as_slice().len())),
            ("phone", contact.phone.as_ref().map_or(0, |all| all.as_slice().len())),
            ("address", contact.address.as_ref().map_or(0, |all| all.as_slice().len())),
            ("other", contact.other.len()),
        ];
        let mut before = 0;
        if let [Step::Key(key), inside @ ..] = self.rest {
            for (kind, count) in counts {
                if key == kind {
                    let index = match inside.first() {
                        Some(Step::Item(index)) => *index,
                        _ => 0,
                    };
                    return self.item("kontaktai", before + index + 1, &[]);
                }
                before += count;
            }
        }
        Reference::named("kontaktai")
    }
}

/// The image that a path inside an item belongs to.
fn image(inside: &[Step]) -> Option<Rest> {
    inside.iter().enumerate().find_map(|(index, step)| match step {
        Step::Key(key) if matches!(key.as_str(), "image" | "portrait" | "logo") => Some(Rest::Image),
        Step::Key(key) if key == "images" => match inside.get(index + 1) {
            Some(Step::Item(number)) => Some(Rest::NumberedImage(number + 1)),
            _ => None,
        },
        _ => None,
    })
}

/// The number of a paragraph, heading or row of a long text, from 1; `part` is an index that also counts table cells.
fn block_number(blocks: &Blocks, part: usize) -> Option<usize> {
    fn count(blocks: &[Block], numbers: &mut Vec<usize>) {
        let next = |numbers: &[usize]| numbers.last().copied().unwrap_or_default() + 1;
        for block in blocks {
            match block {
                Block::Paragraph(_) | Block::Heading { .. } => numbers.push(next(numbers)),
                Block::List(items) => items.iter().for_each(|ListItem { body, .. }| count(body, numbers)),
                Block::Quote(body) => count(body, numbers),
                Block::Table(Table { head, rows, .. }) => {
                    for row in std::iter::once(head).chain(rows) {
                        let number = next(numbers);
                        numbers.extend(row.iter().map(|_| number));
                    }
                }
            }
        }
    }
    let mut numbers = Vec::new();
    count(blocks.blocks(), &mut numbers);
    numbers.get(part).copied()
}

/// The origins of all values with references; if several have the same reference, the one to find comes first.
fn origins(report: &Report) -> Vec<Origin> {
    let texts = report.texts().into_iter().flat_map(|(path, text)| match text.paragraphs().len() {
        0 => vec![Origin::from(path)],
        parts => (0..parts).map(|part| Origin::part(&path, part)).collect(),
    });
    let contact = KeyPath::from("contact");
    let contact = |key| contact.key(key);
    let reach = &report.contact;
    let addresses = [
        reach
            .email
            .as_ref()
            .map(|all| all.with_keys(&contact("email")).into_iter().map(|(path, _)| path).collect()),
        reach
            .website
            .as_ref()
            .map(|all| all.with_keys(&contact("website")).into_iter().map(|(path, _)| path).collect()),
        reach
            .phone
            .as_ref()
            .map(|all| all.with_keys(&contact("phone")).into_iter().map(|(path, _)| path).collect()),
    ];
    let addresses = addresses.into_iter().flatten().flat_map(|paths: Vec<KeyPath>| paths);
    let images = report.image_paths().map(|(path, _)| path);
    // Sections without a title, and other groups of values.
    let sections = [
        "organization.name",
        "about",
        "mission",
        "vision",
        "goals",
        "people",
        "members",
        "members.list",
        "numbers",
        "activities",
        "projects",
        "finance",
        "finance.income",
        "finance.expenses",
        "finance.other",
        "supporters",
        "plans",
        "plans.goals",
        "plans.works",
        "contact",
    ];
    let sections = sections.into_iter().map(KeyPath::from);
    texts.chain(addresses.chain(images).chain(sections).map(Origin::from)).collect()
}

/// A reference in lower case, without accents, spaces and commas.
fn simplified(name: &str) -> String {
    name.to_lowercase().nfd().filter(|c| !is_combining_mark(*c) && !c.is_whitespace() && *c != ',').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn report() -> Report {
        let yaml = include_str!("../../tests/reports/full/report.yaml");
        Source::new("report.yaml", ".", yaml).report().unwrap()
    }

    fn name(pointer: &str, part: Option<usize>) -> String {
        let origin = Origin { path: KeyPath::from_pointer(pointer).unwrap(), part };
        Reference::of(&origin, &report()).map_or_else(String::new, |reference| reference.to_string())
    }

    #[test]
    fn references_have_names_and_numbers() {
        for (pointer, part, expected) in [
            ("/goals/items/1", Some(0), "tikslai 2"),
            ("/goals/items/1", Some(1), "tikslai 2.2"),
            ("/goals/title", None, "tikslai"),
            ("/finance/income/0/amount", None, "pajamos 1"),
            ("/finance/income", None, "pajamos"),
            ("/finance/other/1/title", None, "kiti duomenys, 2 grupė"),
            ("/finance/other/3/label", None, "kiti duomenys 6"),
            ("/finance", None, "finansai"),
            ("/members/total", None, "nariai"),
            ("/plans/works/0", Some(0), "planuojami darbai 1"),
            ("/mission/text", Some(0), "misija 1"),
            ("/organization/name", None, "viršelis"),
            ("/theme/primary", None, ""),
            ("/nowhere", None, ""),
        ] {
            assert_eq!(name(pointer, part), expected, "{pointer}");
        }
    }

    /// Every reference resolves to its value, and numbered values have different references.
    #[test]
    fn references_are_unique_and_resolve_to_their_values() {
        let report = report();
        let mut seen: Vec<(String, Origin)> = Vec::new();
        for origin in origins(&report) {
            let name = Reference::of(&origin, &report).unwrap_or_else(|| panic!("{origin:?}")).to_string();
            let found = Reference::find(&name, &report).unwrap();
            assert_eq!(Reference::of(&found, &report).unwrap().to_string(), name);
            seen.push((name, origin));
        }
        for (index, work) in report.activities.works().enumerate() {
            let origin = Reference::find(&format!("DARBAI {}", index + 1), &report).unwrap();
            assert_eq!(origin, Origin::part(&work.0.key("text"), 0));
        }
        let supporters = seen.iter().filter(|(name, _)| name.starts_with("rėmėjai ")).count();
        assert!(supporters >= 3);
        assert_eq!(Reference::find("remejai 2", &report), Reference::find("rėmėjai 2", &report));
        assert!(Reference::find("remejai 2", &report).is_some());
        assert_eq!(Reference::find("darbai 99", &report), None);
    }
}
