//! What the pages say of the members.

use serde::Serialize;

use super::{Heading, RichText, lithuanian};
use crate::report::{Label, LegalPerson, Members, Report};

/// Who belongs to the organisation.
#[derive(Debug, Clone, Serialize)]
pub struct MembersSection {
    /// How it opens.
    pub heading: Heading,
    /// The number of all members.
    pub total: String,
    /// The sentence that says how many there were at the end of the year.
    pub sentence: RichText,
    /// The members by kind.
    pub groups: Vec<GroupView>,
    /// What the picture of the groups shows.
    pub chart_alt: String,
    /// The legal persons among the members.
    pub list: Option<MemberList>,
}

/// Members of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// Their number, as it is printed.
    pub count: String,
    /// Their number, to draw with.
    pub value: u32,
    /// What they are called.
    pub label: String,
    /// The number of the year before, in words.
    pub previous: Option<String>,
}

/// A table of the members' names.
#[derive(Debug, Clone, Serialize)]
pub struct MemberList {
    /// Its heading.
    pub title: &'static str,
    /// The headings of its columns; only those that hold anything.
    pub columns: Vec<&'static str>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

impl MembersSection {
    pub(super) fn new(members: &Members, report: &Report) -> Self {
        let (form, year, last_day) = (report.legal_form(), report.year, report.last_day());
        let groups: Vec<GroupView> = members
            .groups
            .iter()
            .map(|group| GroupView {
                count: lithuanian::integer(group.count.get()),
                value: group.count.get(),
                label: label(&group.label, group.count.get()),
                previous: group.previous.map(|count| lithuanian::in_year(year.get() - 1, count.get())),
            })
            .collect();
        Self {
            heading: Heading::new(
                members.title.as_ref(),
                lithuanian::members_title(form),
                members.motto.as_ref(),
            ),
            total: lithuanian::integer(members.total.get()),
            sentence: members.sentence.as_ref().map_or_else(
                || {
                    let previous =
                        members.previous.map(|count| lithuanian::members_before(year, last_day, count.get()));
                    RichText::plain(lithuanian::members_sentence(
                        form,
                        members.persons,
                        &lithuanian::at_the_end_of(year, last_day),
                        members.total.get(),
                        previous.as_deref(),
                    ))
                },
                RichText::from,
            ),
            chart_alt: lithuanian::members_chart_alt(
                groups.iter().map(|group| (&*group.count, &*group.label)),
            ),
            groups,
            list: member_list(members),
        }
    }
}

fn label(label: &Label, count: u32) -> String {
    match label {
        Label::Fixed(line) => lithuanian::line(line),
        Label::Plural(forms) => {
            lithuanian::line(lithuanian::agree(count, &forms.one, &forms.few, &forms.other))
        }
    }
}

fn member_list(members: &Members) -> Option<MemberList> {
    let mut list: Vec<&LegalPerson> = members.list.iter().collect();
    list.sort_by(|a, b| lithuanian::compare(a.name.as_str(), b.name.as_str()));
    let cell = |text: Option<String>| text.unwrap_or_else(|| lithuanian::NOTHING.to_owned());
    let mut columns = vec![lithuanian::MEMBER_NAME];
    let mut rows: Vec<Vec<String>> = list.iter().map(|member| vec![lithuanian::line(&member.name)]).collect();
    if list.iter().any(|member| member.legal_form.is_some()) {
        columns.push(lithuanian::LEGAL_FORM);
        for (row, member) in rows.iter_mut().zip(&list) {
            row.push(cell(member.legal_form.as_ref().map(lithuanian::line)));
        }
    }
    if list.iter().any(|member| member.code.is_some()) {
        columns.push(lithuanian::CODE);
        for (row, member) in rows.iter_mut().zip(&list) {
            row.push(cell(member.code.as_ref().map(|code| code.as_str().to_owned())));
        }
    }
    (!list.is_empty()).then_some(MemberList { title: lithuanian::MEMBER_LIST, columns, rows })
}
