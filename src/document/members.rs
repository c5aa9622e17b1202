//! The members section.

use serde::Serialize;

use super::lithuanian::MemberNames;
use super::{Heading, RichText, Text, lithuanian};
use crate::images::Images;
use crate::report::{KeyPath, Label, LegalForm, LegalPerson, Members, Persons, Report};

/// The members section.
#[derive(Debug, Clone, Serialize)]
pub struct MembersSection {
    /// The heading and motto.
    pub heading: Heading,
    /// The total number of members.
    pub total: Text,
    /// The sentence on the number of members at the end of the year.
    pub sentence: RichText,
    /// The number of nodes of each tint in the motif.
    pub motif: Vec<u32>,
    /// The members by kind.
    pub groups: Vec<GroupView>,
    /// The legal persons among the members.
    pub list: Option<MemberList>,
}

/// Members of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// The printed count.
    pub count: Text,
    /// The count as a number, for drawing.
    pub value: u32,
    /// The noun after the count.
    pub label: RichText,
    /// The count of the previous year, in words.
    pub previous: Option<Text>,
}

/// A table of the members' names.
#[derive(Debug, Clone, Serialize)]
pub struct MemberList {
    /// The heading.
    pub title: Text,
    /// The headings of the columns; empty columns are omitted.
    pub columns: Vec<&'static str>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Text>>,
}

impl MembersSection {
    pub(super) fn new(members: &Members, report: &Report, images: &Images) -> Self {
        let (year, last_day) = (report.year, report.last_day());
        let names = member_names(members, report.legal_form());
        let path = KeyPath::from("members");
        let groups: Vec<GroupView> = members
            .groups
            .iter()
            .enumerate()
            .map(|(index, group)| {
                let path = path.key("groups").item(index);
                GroupView {
                    count: Text::new(lithuanian::integer(group.count.get()), path.key("count")),
                    value: group.count.get(),
                    label: RichText::of_line(&label(&group.label, group.count.get(), &path.key("label"))),
                    previous: group.previous.map(|count| {
                        Text::new(lithuanian::in_year(year.get() - 1, count.get()), path.key("previous"))
                    }),
                }
            })
            .collect();
        Self {
            heading: Heading::new(
                members.title.as_ref(),
                lithuanian::members_title(names),
                members.motto.as_ref(),
                &path,
            )
            .with_image(members.image.as_ref(), &path, images),
            total: Text::new(lithuanian::integer(members.total.get()), path.key("total")),
            sentence: members.sentence.as_ref().map_or_else(
                || {
                    let previous = members
                        .previous
                        .map(|count| lithuanian::previous_members(year, last_day, count.get()));
                    let sentence = lithuanian::members_sentence(
                        names,
                        &lithuanian::at_the_end_of(year, last_day),
                        members.total.get(),
                        previous.as_deref(),
                        !members.groups.is_empty(),
                    );
                    RichText::plain(Text::new(sentence, path.key("total")))
                },
                |sentence| RichText::new(sentence, &path.key("sentence")),
            ),
            motif: members.counts(),
            groups,
            list: member_list(members, names, &path.key("list")),
        }
    }
}

fn member_names(members: &Members, form: Option<LegalForm>) -> MemberNames {
    match form {
        _ if members.are_holders().unwrap_or(form == Some(LegalForm::PublicInstitution)) => {
            MemberNames::Holders
        }
        Some(LegalForm::Association) if members.persons == Persons::Legal => MemberNames::LegalPersons,
        Some(LegalForm::Association) => MemberNames::MembersOfAssociation,
        _ => MemberNames::Members,
    }
}

fn label(label: &Label, count: u32, path: &KeyPath) -> Text {
    match label {
        Label::Fixed(line) => Text::line(line, path),
        Label::Plural(forms) => {
            let (one, few, other) = (("one", &forms.one), ("few", &forms.few), ("other", &forms.other));
            let (key, line) = lithuanian::agree(count, one, few, other);
            Text::line(line, &path.key(key))
        }
    }
}

fn member_list(members: &Members, names: MemberNames, path: &KeyPath) -> Option<MemberList> {
    let mut list: Vec<(KeyPath, &LegalPerson)> =
        members.list.iter().enumerate().map(|(index, member)| (path.item(index), member)).collect();
    list.sort_by(|(_, a), (_, b)| lithuanian::compare(a.name.as_str(), b.name.as_str()));
    let cell = |text: Option<String>, path: &KeyPath, key: &str| match text {
        Some(text) => Text::new(text, path.key(key)),
        None => Text::new(lithuanian::NO_VALUE, path),
    };
    let mut columns = vec![lithuanian::MEMBER_NAME];
    let mut rows: Vec<Vec<Text>> =
        list.iter().map(|(path, member)| vec![Text::line(&member.name, &path.key("name"))]).collect();
    if list.iter().any(|(_, member)| member.legal_form.is_some()) {
        columns.push(lithuanian::LEGAL_FORM);
        for (row, (path, member)) in rows.iter_mut().zip(&list) {
            row.push(cell(member.legal_form.as_ref().map(lithuanian::line), path, "legal_form"));
        }
    }
    if list.iter().any(|(_, member)| member.code.is_some()) {
        columns.push(lithuanian::CODE);
        for (row, (path, member)) in rows.iter_mut().zip(&list) {
            row.push(cell(member.code.as_ref().map(|code| code.as_str().to_owned()), path, "code"));
        }
    }
    let title = Text::new(lithuanian::member_list_title(names), path);
    (!list.is_empty()).then_some(MemberList { title, columns, rows })
}
