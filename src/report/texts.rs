//! All texts of a report, with their keys.

use super::image;
use super::{
    Activity, Blocks, FinanceEntry, FinanceRow, FreeSection, Image, Inline, Label, Line, Passage, Project,
    Prose, Report,
};
use crate::report::KeyPath;

/// A text of a report.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextRef<'a> {
    /// A name, heading or label.
    Line(&'a Line),
    /// Running text.
    Prose(&'a Prose),
    /// Blocks of text.
    Blocks(&'a Blocks),
}

impl<'a> TextRef<'a> {
    /// The paragraphs, headings, items and cells of running text, in page order; empty for a line.
    pub fn paragraphs(&self) -> Vec<&'a [Inline]> {
        match self {
            Self::Line(_) => Vec::new(),
            Self::Prose(prose) => prose.paragraphs().iter().map(Vec::as_slice).collect(),
            Self::Blocks(blocks) => blocks.paragraphs(),
        }
    }

    /// The words as printed, without markup; paragraphs are separated by line breaks.
    pub fn words(&self) -> String {
        self.gather(None)
    }

    /// Like [`words`](Self::words), with U+FFFC (object replacement character) for each run of foreign words.
    pub fn lithuanian_words(&self) -> String {
        self.gather(Some('\u{fffc}'))
    }

    fn gather(&self, foreign: Option<char>) -> String {
        match self {
            Self::Line(line) => line.as_str().to_owned(),
            Self::Prose(_) | Self::Blocks(_) => self.gather_parts(foreign).join("\n"),
        }
    }

    /// The words of each of the [paragraphs](Self::paragraphs), without markup.
    pub fn parts(&self) -> Vec<String> {
        self.gather_parts(None)
    }

    fn gather_parts(&self, foreign: Option<char>) -> Vec<String> {
        let words = |paragraph| {
            let mut words = String::new();
            collect(paragraph, foreign, &mut words);
            words
        };
        self.paragraphs().into_iter().map(words).collect()
    }
}

/// Appends the words of inlines, with `foreign` in place of each run of foreign words if it is given.
fn collect(inlines: &[Inline], foreign: Option<char>, words: &mut String) {
    for inline in inlines {
        match (inline, foreign) {
            (Inline::Text(text), _) => words.push_str(text),
            (Inline::Foreign { .. }, Some(placeholder)) => words.push(placeholder),
            (
                Inline::Emphasis(body)
                | Inline::Strong(body)
                | Inline::Link { body, .. }
                | Inline::Foreign { body, .. },
                _,
            ) => collect(body, foreign, words),
        }
    }
}

impl Report {
    /// Every text that is printed, except codes, addresses and paths, in the usual order of the keys.
    pub fn texts(&self) -> Vec<(KeyPath, TextRef<'_>)> {
        let mut texts = Texts::default();
        let organization = KeyPath::from("organization");
        texts.line(organization.key("name"), Some(&self.organization.name));
        texts.line(organization.key("short_name"), self.organization.short_name.as_ref());
        texts.line(organization.key("legal_form"), self.organization.legal_form.as_ref());
        let cover = KeyPath::from("cover.image");
        let image = self.cover.as_ref().map(|cover| &cover.image);
        texts.line(cover.key("alt"), image.map(|image| &image.alt));
        texts.line(cover.key("credit"), image.and_then(|image| image.credit.as_ref()));
        let about = KeyPath::from("about");
        texts.line(about.key("title"), self.about.title.as_ref());
        texts.blocks(about.key("text"), Some(&self.about.text));
        texts.passage(&"mission".into(), self.mission.as_ref());
        texts.passage(&"vision".into(), self.vision.as_ref());
        self.section_texts(&mut texts);
        self.free_texts(&mut texts);
        let contact = KeyPath::from("contact");
        texts.head(&contact, self.contact.title.as_ref(), self.contact.motto.as_ref());
        let address = contact.key("address");
        for (path, line) in self.contact.address.iter().flat_map(|lines| lines.with_keys(&address)) {
            texts.line(path, Some(line));
        }
        for (index, other) in self.contact.other.iter().enumerate() {
            let path = contact.key("other").item(index);
            texts.line(path.key("label"), Some(&other.label));
            texts.line(path.key("text"), Some(&other.text));
        }
        texts.0
    }

    fn people_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        let Some(people) = &self.people else { return };
        let path = KeyPath::from("people");
        texts.head(&path, people.title.as_ref(), people.motto.as_ref());
        for (index, group) in people.groups.iter().enumerate() {
            let path = path.key("groups").item(index);
            texts.line(path.key("title"), Some(&group.title));
            for (index, person) in group.items.iter().enumerate() {
                let path = path.key("items").item(index);
                texts.line(path.key("name"), Some(&person.name));
                texts.line(path.key("role"), person.role.as_ref());
                texts.line(path.key("organization"), person.organization.as_ref());
                texts.prose(path.key("text"), person.text.as_ref());
            }
        }
    }

    fn member_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        let Some(members) = &self.members else { return };
        let path = KeyPath::from("members");
        texts.head(&path, members.title.as_ref(), members.motto.as_ref());
        texts.prose(path.key("sentence"), members.sentence.as_ref());
        for (index, group) in members.groups.iter().enumerate() {
            texts.label(&path.key("groups").item(index).key("label"), &group.label);
        }
        for (index, member) in members.list.iter().enumerate() {
            let path = path.key("list").item(index);
            texts.line(path.key("name"), Some(&member.name));
            texts.line(path.key("legal_form"), member.legal_form.as_ref());
        }
    }

    fn supporter_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        let Some(supporters) = &self.supporters else { return };
        let path = KeyPath::from("supporters");
        texts.head(&path, supporters.title.as_ref(), supporters.motto.as_ref());
        for (index, group) in supporters.groups.iter().enumerate() {
            let path = path.key("groups").item(index);
            texts.line(path.key("title"), Some(&group.title));
            for (index, supporter) in group.items.iter().enumerate() {
                texts.line(path.key("items").item(index).key("name"), Some(&supporter.name));
            }
        }
    }

    fn section_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for (path, image) in self.opening_images() {
            texts.image(&path, image);
        }
        if let Some(goals) = &self.goals {
            let path = KeyPath::from("goals");
            texts.head(&path, goals.title.as_ref(), goals.motto.as_ref());
            texts.items(&path.key("items"), &goals.items);
        }
        self.people_texts(texts);
        self.member_texts(texts);
        if let Some(numbers) = &self.numbers {
            let path = KeyPath::from("numbers");
            texts.head(&path, numbers.title.as_ref(), numbers.motto.as_ref());
            for (index, item) in numbers.items.iter().enumerate() {
                texts.label(&path.key("items").item(index).key("label"), &item.label);
            }
        }
        let activities = KeyPath::from("activities");
        texts.head(&activities, self.activities.title.as_ref(), self.activities.motto.as_ref());
        for (index, group) in self.activities.groups.iter().enumerate() {
            texts.line(activities.key("groups").item(index).key("title"), Some(&group.title));
        }
        for (path, activity) in self.activities.works() {
            texts.activity(&path, activity);
        }
        if let Some(projects) = &self.projects {
            let path = KeyPath::from("projects");
            texts.head(&path, projects.title.as_ref(), projects.motto.as_ref());
            for (index, project) in projects.items.iter().enumerate() {
                texts.project(&path.key("items").item(index), project);
            }
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
        texts.blocks(finance.key("notes"), self.finance.notes.as_ref());
        self.supporter_texts(texts);
    }

    fn free_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        if let Some(plans) = &self.plans {
            let path = KeyPath::from("plans");
            texts.head(&path, plans.title.as_ref(), plans.motto.as_ref());
            texts.items(&path.key("goals"), &plans.goals);
            texts.items(&path.key("works"), &plans.works);
        }
        for (index, section) in self.sections.iter().enumerate() {
            texts.free_section(&KeyPath::from("sections").item(index), section);
        }
    }
}

#[derive(Default)]
struct Texts<'a>(Vec<(KeyPath, TextRef<'a>)>);

impl<'a> Texts<'a> {
    fn line(&mut self, path: KeyPath, line: Option<&'a Line>) {
        self.0.extend(line.map(|line| (path, TextRef::Line(line))));
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

    fn passage(&mut self, path: &KeyPath, passage: Option<&'a Passage>) {
        if let Some(passage) = passage {
            self.line(path.key("title"), passage.title.as_ref());
            self.prose(path.key("text"), Some(&passage.text));
        }
    }

    fn blocks(&mut self, path: KeyPath, blocks: Option<&'a Blocks>) {
        self.0.extend(blocks.map(|blocks| (path, TextRef::Blocks(blocks))));
    }

    fn activity(&mut self, path: &KeyPath, activity: &'a Activity) {
        self.prose(path.key("text"), Some(&activity.text));
        self.images(path, activity.image.as_ref(), &activity.images);
    }

    fn project(&mut self, path: &KeyPath, project: &'a Project) {
        self.line(path.key("name"), Some(&project.name));
        self.line(path.key("funder"), project.funder.as_ref());
        self.prose(path.key("text"), project.text.as_ref());
        self.images(path, project.image.as_ref(), &project.images);
    }

    fn free_section(&mut self, path: &KeyPath, section: &'a FreeSection) {
        self.head(path, Some(&section.title), section.motto.as_ref());
        self.blocks(path.key("body"), Some(&section.body));
        self.images(path, section.image.as_ref(), &section.images);
        if let Some(quote) = &section.quote {
            let path = path.key("quote");
            self.prose(path.key("text"), Some(&quote.text));
            self.line(path.key("name"), Some(&quote.name));
            self.line(path.key("role"), quote.role.as_ref());
        }
    }

    fn image(&mut self, path: &KeyPath, image: &'a Image) {
        self.line(path.key("alt"), Some(&image.alt));
        self.prose(path.key("caption"), image.caption.as_ref());
        self.line(path.key("credit"), image.credit.as_ref());
    }

    fn images(&mut self, path: &KeyPath, image: Option<&'a Image>, images: &'a [Image]) {
        for (path, image) in image::with_keys(path, image, images) {
            self.image(&path, image);
        }
    }
}
