//! Checks what Lithuanian law requires of a yearly report.
//!
//! The law depends on the organisation's legal form; forms not listed here have no requirements. Missing parts do not
//! prevent a report from being built.
//!
//! | legal form | law | source |
//! |---|---|---|
//! | asociacija | Asociacijų įstatymas, Nr. IX-1969; the article and the date of the wording are unconfirmed | the summary of the National NGO Coalition (ngo.lt, „Asociacijų metinės ataskaitos“) |
//! | viešoji įstaiga | Viešųjų įstaigų įstatymas, Nr. I-1428, Article 12(2), as worded by Nr. XI-1446 from 2011-11-01 | its text in the news of teisidas.lt of 2011-06-30 |
//! | labdaros ir paramos fondas | Labdaros ir paramos fondų įstatymas, Nr. I-1232, as worded by Nr. XI-2076 from 2013-01-01 | its consolidated text from 2019-01-01 (e-tar.lt, TAR.D2D24C160EB1) |
//!
//! Articles are cited only if the source cites them. As of 2026-11-28, these could not be confirmed:
//!
//! - The article of the Asociacijų įstatymas that lists the contents of the report, and the date of its wording. Nr.
//!   XIII-1179 of 2018-05-24 added Article 10¹ (e-seimas.lrs.lt, TAD d7ac4d22627111e8b7d2b2d2ca774092), whose second
//!   paragraph is about filing the report, so its first may be the one; but the text of that article was not available.
//!   Article 10 is about the annual accounts (Nr. XIV-684, Article 4). Only the beginning of each of these texts could be
//!   read: of the law from 2020-06-01 (druzai.lt), of XIII-1179, of XIV-684 and of XIV-2102, which does not amend
//!   Article 10¹.
//! - The contents of a fund's yearly report („metinis pranešimas“). They are in Article 11(3) of the law: a draft of
//!   2023 to amend it (e-seimas.lrs.lt, TAP 60e99e001b2f11ee9f8efaacc26fd687) quotes the support received and used, with
//!   each legal person that gave it. The text in force was not available, so nothing is required of a fund here.
//! - The contents and the numbering of the Viešųjų įstaigų įstatymas after Nr. XIV-683 of 2021-11-23, which amended
//!   Article 12, and after it was reworded from 2024-05-01 (Nr. XIV-2242; e-seimas.lrs.lt, TAIS.29578). The message says
//!   which wording the requirements are from, and for years from 2024 on that there is a new one.
//!
//! Gardeners' associations, religious communities, trade unions and other forms have laws of their own; nothing is
//! required of them.

use crate::diagnostic::finding::Finding;
use crate::diagnostic::problem::{Law, Problem, Requirement};
use crate::report::{LegalForm, LegalPerson, Persons, Report};

/// The year in which the Viešųjų įstaigų įstatymas was reworded, on 1 May. Reports on earlier years were due before.
const YEAR_OF_NEW_WORDING: u16 = 2024;

/// A single finding with everything that the law requires and the report lacks; empty if nothing is missing.
///
/// For an incomplete report, only requirements that the unread parts cannot meet are reported.
pub fn statute(report: &Report, is_complete: bool) -> Vec<Finding> {
    let Some(form) = report.legal_form() else { return Vec::new() };
    let (law, missing) = match form {
        LegalForm::Association => (Law::Associations, of_association(report)),
        LegalForm::PublicInstitution if report.year.get() < YEAR_OF_NEW_WORDING => {
            (Law::PublicInstitutions, of_public_institution(report))
        }
        LegalForm::PublicInstitution => (Law::PublicInstitutionsReworded, of_public_institution(report)),
        LegalForm::CharityFund => return Vec::new(),
    };
    // The contributions of a public institution may be described anywhere.
    let missing = if is_complete || form == LegalForm::Association { missing } else { Vec::new() };
    if missing.is_empty() {
        return Vec::new();
    }
    vec![Finding::new(Problem::Statute { law, missing }).in_whole_file()]
}

fn of_association(report: &Report) -> Vec<Requirement> {
    let plans = report.plans.as_ref();
    let members = report.members.as_ref();
    let legal_persons = members.filter(|members| members.persons == Persons::Legal);
    // Members of other kinds may be natural persons, who have neither a legal form nor a public code.
    let is_legal_person = |member: &LegalPerson| {
        legal_persons.is_some() || member.legal_form.is_some() || member.code.is_some()
    };
    let listed = members.filter(|members| members.persons != Persons::Natural);
    let any_legal_person = |lacks: fn(&LegalPerson) -> bool| {
        listed
            .is_some_and(|members| members.list.iter().any(|member| is_legal_person(member) && lacks(member)))
    };
    let lacks = |missing: bool, requirement| missing.then_some(requirement);
    [
        lacks(report.goals.is_none(), Requirement::Goals),
        lacks(plans.is_none_or(|plans| plans.goals.is_empty()), Requirement::PlannedGoals),
        lacks(plans.is_none_or(|plans| plans.works.is_empty()), Requirement::PlannedWorks),
        lacks(members.is_none(), Requirement::Members),
        lacks(members.is_some_and(|members| members.previous.is_none()), Requirement::MembersBefore),
        lacks(
            legal_persons.is_some_and(|members| members.total.get() > 0 && members.list.is_empty()),
            Requirement::MemberList,
        ),
        lacks(any_legal_person(|member| member.legal_form.is_none()), Requirement::MemberLegalForms),
        lacks(any_legal_person(|member| member.code.is_none()), Requirement::MemberCodes),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_public_institution(report: &Report) -> Vec<Requirement> {
    let says =
        |words: &str| report.texts().iter().any(|(_, text)| text.words().to_lowercase().contains(words));
    let lacks = |missing: bool, requirement| missing.then_some(requirement);
    [
        lacks(report.goals.is_none() && report.mission.is_none(), Requirement::Goals),
        lacks(!says("įnaš"), Requirement::Contributions),
        lacks(!says("ilgalaik"), Requirement::Assets),
    ]
    .into_iter()
    .flatten()
    .collect()
}
