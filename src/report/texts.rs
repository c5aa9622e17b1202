//! Every text of a report, with the key under which it stands.

use super::{Activity, FinanceEntry, FinanceRow, Image, Inline, Label, Line, Passage, Prose, Report};
use crate::report::KeyPath;

/// A text of a report.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextRef<'a> {
    /// A name, heading or label.
    Line(&'a Line),
    /// Running text.
    Prose(&'a Prose),
}

impl TextRef<'_> {
    /// The words as they are seen on the page, without marks; paragraphs have line breaks between
    /// them.
    pub fn words(&self) -> String {
        self.gather(None)
    }

    /// The same, with U+FFFC (object replacement character) in place of words of other languages.
    pub fn lithuanian_words(&self) -> String {
        self.gather(Some('\u{fffc}'))
    }

    fn gather(&self, in_place_of_foreign: Option<char>) -> String {
        match self {
            Self::Line(line) => line.as_str().to_owned(),
            Self::Prose(prose) => {
                let paragraphs: Vec<String> = prose
                    .paragraphs()
                    .iter()
                    .map(|paragraph| {
                        let mut words = String::new();
                        collect(paragraph, in_place_of_foreign, &mut words);
                        words
                    })
                    .collect();
                paragraphs.join("\n")
            }
        }
    }
}

fn collect(inlines: &[Inline], in_place_of_foreign: Option<char>, words: &mut String) {
    for inline in inlines {
        match (inline, in_place_of_foreign) {
            (Inline::Text(text), _) => words.push_str(text),
            (Inline::Foreign { .. }, Some(instead)) => words.push(instead),
            (
                Inline::Emphasis(body)
                | Inline::Strong(body)
                | Inline::Link { body, .. }
                | Inline::Foreign { body, .. },
                _,
            ) => collect(body, in_place_of_foreign, words),
        }
    }
}

impl Report {
    /// Every text that reaches the page, in the order of the file's usual keys. Codes, addresses
    /// and paths are not among them.
    pub fn texts(&self) -> Vec<(KeyPath, TextRef<'_>)> {
        let mut texts = Texts::default();
        let organization = KeyPath::from("organization");
        texts.line(organization.key("name"), Some(&self.organization.name));
        texts.line(organization.key("legal_form"), self.organization.legal_form.as_ref());
        texts.passage(&"about".into(), &self.about);
        texts.passage(&"mission".into(), &self.mission);
        texts.passage(&"vision".into(), &self.vision);
        self.section_texts(&mut texts);
        self.free_texts(&mut texts);
        let contact = KeyPath::from("contact");
        texts.head(&contact, self.contact.title.as_ref(), self.contact.motto.as_ref());
        texts.line(contact.key("address"), Some(&self.contact.address));
        texts.0
    }

    fn section_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        let goals = KeyPath::from("goals");
        texts.head(&goals, self.goals.title.as_ref(), self.goals.motto.as_ref());
        texts.items(&goals.key("items"), &self.goals.items);
        let members = KeyPath::from("members");
        texts.head(&members, self.members.title.as_ref(), self.members.motto.as_ref());
        for (index, group) in self.members.groups.iter().enumerate() {
            let label = members.key("groups").item(index).key("label");
            texts.label(&label, &group.label);
        }
        for (index, member) in self.members.list.iter().enumerate() {
            let path = members.key("list").item(index);
            texts.line(path.key("name"), Some(&member.name));
            texts.line(path.key("legal_form"), member.legal_form.as_ref());
        }
        if let Some(numbers) = &self.numbers {
            let path = KeyPath::from("numbers");
            texts.head(&path, numbers.title.as_ref(), numbers.motto.as_ref());
            for (index, item) in numbers.items.iter().enumerate() {
                texts.label(&path.key("items").item(index).key("label"), &item.label);
            }
        }
        let activities = KeyPath::from("activities");
        texts.head(&activities, self.activities.title.as_ref(), self.activities.motto.as_ref());
        for (index, activity) in self.activities.items.iter().enumerate() {
            texts.activity(&activities.key("items").item(index), activity);
        }
        let finance = KeyPath::from("finance");
        texts.head(&finance, self.finance.title.as_ref(), self.finance.motto.as_ref());
        texts.rows(&finance.key("income"), &self.finance.income);
        texts.rows(&finance.key("expenses"), &self.finance.expenses);
        for (index, entry) in self.finance.other.iter().enumerate() {
            let path = finance.key("other").item(index);
            match entry {
                FinanceEntry::Row(row) => texts.line(path.key("label"), Some(&row.label)),
                FinanceEntry::Group(group) => {
                    texts.line(path.key("title"), Some(&group.title));
                    texts.rows(&path.key("rows"), &group.rows);
                }
            }
        }
        texts.prose(finance.key("notes"), self.finance.notes.as_ref());
    }

    fn free_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        if let Some(plans) = &self.plans {
            let path = KeyPath::from("plans");
            texts.head(&path, plans.title.as_ref(), plans.motto.as_ref());
            texts.items(&path.key("goals"), &plans.goals);
            texts.items(&path.key("works"), &plans.works);
        }
        for (index, section) in self.sections.iter().enumerate() {
            let path = KeyPath::from("sections").item(index);
            texts.head(&path, Some(&section.title), section.motto.as_ref());
            texts.prose(path.key("body"), Some(&section.body));
            texts.image(&path, section.image.as_ref());
        }
    }
}

#[derive(Default)]
struct Texts<'a>(Vec<(KeyPath, TextRef<'a>)>);

impl<'a> Texts<'a> {
    fn line(&mut self, path: KeyPath, line: Option<&'a Line>) {
        self.0.extend(line.map(|line| (path, TextRef::Line(line))));
    }

    fn prose(&mut self, path: KeyPath, prose: Option<&'a Prose>) {
        self.0.extend(prose.map(|prose| (path, TextRef::Prose(prose))));
    }

    fn head(&mut self, path: &KeyPath, title: Option<&'a Line>, motto: Option<&'a Prose>) {
        self.line(path.key("title"), title);
        self.prose(path.key("motto"), motto);
    }

    fn items(&mut self, path: &KeyPath, items: &'a [Prose]) {
        for (index, item) in items.iter().enumerate() {
            self.prose(path.item(index), Some(item));
        }
    }

    fn rows(&mut self, path: &KeyPath, rows: &'a [FinanceRow]) {
        for (index, row) in rows.iter().enumerate() {
            self.line(path.item(index).key("label"), Some(&row.label));
        }
    }

    fn label(&mut self, path: &KeyPath, label: &'a Label) {
        match label {
            Label::Fixed(line) => self.line(path.clone(), Some(line)),
            Label::Plural(forms) => {
                self.line(path.key("one"), Some(&forms.one));
                self.line(path.key("few"), Some(&forms.few));
                self.line(path.key("many"), forms.many.as_ref());
                self.line(path.key("other"), Some(&forms.other));
            }
        }
    }

    fn passage(&mut self, path: &KeyPath, passage: &'a Passage) {
        self.line(path.key("title"), passage.title.as_ref());
        self.prose(path.key("text"), Some(&passage.text));
    }

    fn activity(&mut self, path: &KeyPath, activity: &'a Activity) {
        self.prose(path.key("text"), Some(&activity.text));
        self.image(path, activity.image.as_ref());
    }

    fn image(&mut self, path: &KeyPath, image: Option<&'a Image>) {
        if let Some(image) = image {
            self.line(path.key("image").key("alt"), Some(&image.alt));
            self.prose(path.key("image").key("caption"), image.caption.as_ref());
        }
    }
}
