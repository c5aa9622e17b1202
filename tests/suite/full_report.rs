//! A report with every part of the data format, and one without any optional part.

use std::path::Path;

use ataskaita::report::FinanceEntry;

use crate::community::boxes;
use crate::orderly::{assert_orderly, assert_well_structured};
use crate::pdf::{File, squeeze};
use crate::press::{ROOT, print_cleanly};
use crate::reports::named;
use crate::wording::Wording;

const FULL: &str = include_str!("../reports/full/report.yaml");
pub(crate) const MINIMAL: &str = include_str!("../reports/minimal.yaml");

/// The PDF of the full report.
pub(crate) fn full_pdf() -> &'static [u8] {
    named("full").pdf()
}

fn full() -> File {
    File::read(full_pdf())
}

fn minimal() -> File {
    File::read(&print_cleanly(MINIMAL, Path::new(ROOT)))
}

/// The full report has each key of the format in each of its forms.
#[test]
fn the_full_report_has_every_key() {
    let report = ataskaita::source::Source::new("report.yaml", ".", FULL).report().unwrap();
    let organization = &report.organization;
    assert!(organization.legal_form.is_some() && organization.code.is_some() && organization.logo.is_some());
    assert!(report.published.is_some() && report.theme.is_some() && !report.spelling.is_empty());
    assert!(organization.short_name.is_some());
    assert!(report.cover.is_some_and(|cover| cover.image.credit.is_some()));
    let numbers = report.numbers.unwrap();
    assert!(numbers.title.is_some() && numbers.motto.is_some());
    assert!(numbers.items.iter().any(|item| item.previous.is_some() && item.earlier.years().count() > 1));
    assert!(numbers.items.iter().any(|item| item.previous.is_none()));
    let (mission, vision) = (report.mission.unwrap(), report.vision.unwrap());
    assert!(report.about.title.is_some() && mission.title.is_some() && vision.title.is_some());
    let goals = report.goals.unwrap();
    assert!(goals.title.is_some() && goals.motto.is_some());
    let people = report.people.unwrap();
    assert!(people.title.is_some() && people.motto.is_some() && people.image.is_some());
    let persons: Vec<_> = people.groups.iter().flat_map(|group| &group.items).collect();
    assert!(persons.iter().any(|person| person.role.is_some() && person.organization.is_some()));
    assert!(persons.iter().any(|person| person.portrait.is_some() && person.text.is_some()));
    assert!(persons.iter().any(|person| person.portrait.is_none()));
    let supporters = report.supporters.unwrap();
    assert!(supporters.title.is_some() && supporters.motto.is_some());
    let given: Vec<_> = supporters.groups.iter().flat_map(|group| &group.items).collect();
    assert!(given.iter().any(|given| given.amount.is_some() && given.logo.is_some()));
    assert!(given.iter().any(|given| given.website.is_some()));
    let members = report.members.as_ref().unwrap();
    assert!(members.title.is_some() && members.motto.is_some() && members.previous.is_some());
    assert!(members.groups.iter().any(|group| group.previous.is_some()));
    assert!(members.list.iter().any(|member| member.code.is_some() && member.legal_form.is_some()));
    assert!(members.list.iter().any(|member| member.code.is_none() && member.legal_form.is_none()));
    let works: Vec<_> = report.activities.works().map(|(_, work)| work).collect();
    assert!(report.activities.title.is_some() && report.activities.motto.is_some());
    assert!(report.activities.groups.len() > 1);
    for form in ["Day", "Month", "Days", "Months"] {
        assert!(
            works.iter().any(|work| format!("{:?}", work.date).starts_with(&format!("Some({form}("))),
            "{form}"
        );
    }
    assert!(works.iter().filter_map(|work| work.image.as_ref()).any(|image| image.caption.is_some()));
    assert!(works.iter().filter_map(|work| work.image.as_ref()).any(|image| image.caption.is_none()));
    assert!(works.iter().filter_map(|work| work.image.as_ref()).any(|image| image.credit.is_some()));
    assert!(works.iter().any(|work| work.images.len() > 2));
    let projects = report.projects.unwrap();
    assert!(projects.title.is_some() && projects.motto.is_some());
    assert!(projects.items.iter().any(|project| project.from.is_some() && project.to.is_some()));
    assert!(projects.items.iter().any(|project| project.from.is_some() && project.to.is_none()));
    assert!(projects.items.iter().any(|project| project.funder.is_some() && project.budget.is_some()));
    assert!(projects.items.iter().any(|project| project.image.is_some() && project.text.is_some()));
    let quotes: Vec<_> = report.sections.iter().filter_map(|section| section.quote.as_ref()).collect();
    assert!(quotes.iter().any(|quote| quote.role.is_some() && quote.portrait.is_some()));
    let finance = &report.finance;
    assert!(finance.title.is_some() && finance.motto.is_some() && !finance.other.is_empty());
    assert!(
        finance.rows().any(|row| row.amount.is_none()) && finance.rows().any(|row| row.previous.is_some())
    );
    assert!(finance.rows().any(|row| row.plan.is_some() && row.earlier.years().count() > 0));
    let groups = || {
        finance.other.iter().filter_map(|entry| match entry {
            FinanceEntry::Group(group) => Some(group),
            FinanceEntry::Row(_) => None,
        })
    };
    assert!(groups().any(|group| group.total) && groups().any(|group| !group.total));
    assert!(groups().count() < finance.other.len() && finance.notes.is_some());
    let plans = report.plans.unwrap();
    assert!(plans.title.is_some() && plans.motto.is_some() && plans.image.is_some());
    assert!(!plans.goals.is_empty() && !plans.works.is_empty());
    assert!(report.sections.iter().any(|section| section.motto.is_some() && section.image.is_some()));
    let contact = &report.contact;
    assert!(contact.title.is_some() && contact.motto.is_some() && !contact.other.is_empty());
    assert_eq!(contact.phone.as_ref().map(|phone| phone.as_slice().len()), Some(2));
}

#[test]
fn a_photograph_opens_a_standard_section_and_a_drawing_follows_its_heading() {
    let file = File::read(full_pdf());
    let images = boxes(&file, &["Medis, kurį prižiūrėsime toliau.", "Visų talkininkų ženklas."]);
    let page_of = |title: &str| {
        let headings = file.structure.all("H1");
        headings.iter().find(|heading| squeeze(&heading.text()) == title).unwrap().pages()[0]
    };
    let (page, [left, _, right, _]) = images[0];
    assert_eq!(page, page_of("Ką darysime 2023 metais"));
    assert!(left < 0.5 && right > file.pages[page].width - 0.5, "from edge to edge: {left} to {right}");
    let (page, [left, top, ..]) = images[1];
    assert_eq!(page, page_of("Kas tai daro"));
    let text_left = 64.0 / 25.4 * 72.0;
    assert!((left - text_left).abs() < 3.0 && top > 40.0 / 25.4 * 72.0, "beside the text: {left}, {top}");
}

#[test]
fn all_lithuanian_letters_are_printed() {
    let letters = "ąčęėįšųūžĄČĘĖĮŠŲŪŽ";
    let yaml = FULL
        .replace("Kas mes esame", &format!("Kas {letters} mes"))
        .replace("Medis auga lėtai", &format!("Medis {letters} auga"))
        .replace("Balandį pasodinome", &format!("Balandį {letters} *{letters}* **{letters}** pasodinome"))
        .replace("Kad kiekvienas kaimynas", &format!("Kad {letters} kaimynas"))
        .replace("Antakalnio paupio", &format!("Antakalnio {letters} paupio"))
        .replace("Žaliųjų kaimynijų sąjunga „", &format!("Žaliųjų {letters} sąjunga „"));
    let file = File::read(&print_cleanly(&yaml, &Path::new(ROOT).join("tests/reports/full")));
    let text = squeeze(&file.text());
    for sentence in [
        format!("Žaliųjų {letters} sąjunga „Ąžuolų ūksmė“"),
        format!("Kas {letters} mes"),
        format!("Medis {letters} auga"),
        format!("Balandį {letters} {letters} {letters} pasodinome"),
        format!("Kad {letters} kaimynas"),
        format!("Antakalnio {letters} paupio bendruomenė"),
    ] {
        assert!(text.contains(&sentence), "“{sentence}” is not in the text");
    }
    assert!(file.bookmarks.iter().any(|bookmark| bookmark.title == format!("Kas {letters} mes")));
    assert!(file.metadata.author.contains(letters));
}

#[test]
fn free_sections_follow_their_anchors() {
    let titles: Vec<String> = full().sections().into_iter().map(|section| section.title).collect();
    assert_eq!(
        titles,
        [
            "Turinys",
            "Iki šiol",
            "Kas mes esame",
            "Pirmininkės žodis",
            "Mūsų misija",
            "Mūsų vizija",
            "Ko siekiame",
            "Kaip priimami sprendimai",
            "Kas tai daro",
            "Sąjungos nariai",
            "Savanoriai",
            "Metai lapais ir skaičiais",
            "Ką nuveikėme",
            "Kas mus aplankė",
            "Ką vykdome ilgiau",
            "Kiti darbai",
            "Pinigai",
            "Auditoriaus išvada",
            "Mus remia",
            "Ką darysime 2023 metais",
            "Padėka",
            "Parašykite mums"
        ]
    );
}

#[test]
fn groups_have_totals_and_amounts_have_cents() {
    let file = full();
    let sections = file.sections();
    let money = &sections.iter().find(|section| section.title == "Pinigai").unwrap().text;
    for row in [
        "Suma, Eur 2022 m. 2022 m. planas 2021 m. 2020 m.",
        "Nario mokesčiai 3 400,00 3 300,00 3 100,00 2 900,00",
        "Projektų lėšos 18 250,50 18 000,00 15 999,99 9 100,00",
        "1,2 % gyventojų pajamų mokesčio 912,07 900,00 – –",
        "Iš viso 22 562,57 22 200,00 Sąnaudos",
        "Sodmenys ir įrankiai 14 820,40 15 000,00 12 750,00 8 000,00",
        "Iš viso 20 050,40 20 000,00 17 620,25 10 650,75",
        "Metų pabaigoje 6 612,17 4 100,00 Įsigytas turtas",
        "Iš viso 2 020,50",
        "Gautos paslaugos nemokamai – –",
        "Grąžinta parama −150,00 0,00",
        "Pajamos viršijo sąnaudas 2 512,17 Eur.",
    ] {
        assert!(money.contains(row), "“{row}” is not in {money}");
    }
}

#[test]
fn the_publication_date_is_printed_and_in_the_metadata() {
    let file = full();
    assert_eq!((file.metadata.created, file.metadata.modified), ((2023, 4, 21), (2023, 4, 21)));
    assert!(squeeze(&file.text()).contains("Paskelbta 2023 m. balandžio 21 d."));
}

#[test]
fn the_accent_colour_is_the_brand_colour() {
    let file = full();
    let accent = image::Rgb([0x7a, 0x1f, 0x3d]);
    let cover = file.render(0, 36.0);
    let share = |image: &image::RgbImage| {
        let near = |pixel: &&image::Rgb<u8>| pixel.0.iter().zip(accent.0).all(|(a, b)| a.abs_diff(b) <= 3);
        image.pixels().filter(near).count() * 100 / image.pixels().len()
    };
    assert!(share(&cover) > 10, "{} per cent of the cover are in the accent", share(&cover));
    let usual = File::read(crate::real_report::pdf()).render(0, 36.0);
    assert_eq!(share(&usual), 0);
}

#[test]
fn omitted_sections_are_not_printed() {
    let file = minimal();
    Wording::of(MINIMAL).assert_said_by(&file);
    assert_well_structured(&file);
    assert_orderly(&file);
    let text = squeeze(&file.text());
    for trace in [
        "Teisinė forma",
        "Kodas",
        "Paskelbta",
        "Narių sąrašas",
        "Pavadinimas",
        "pabaigoje jų buvo",
        "2022",
        "2024",
        "planai",
        "Tikslai",
        "Planuojami darbai",
        "Kita",
        "Iš viso",
        "Logotipas",
        "null",
        "none",
    ] {
        assert!(!text.contains(trace), "“{trace}” is in the text of a report that has no such part");
    }
    assert_eq!(file.sections().len(), 9, "no section but the usual");
    assert_eq!(
        file.pages.len(),
        5,
        "the cover, the contents, two pages that seven sections share, and the back page"
    );
    let below: Vec<String> =
        file.structure.all("H2").iter().map(|heading| squeeze(&heading.text())).collect();
    assert_eq!(below, ["Pajamos", "Sąnaudos"], "no heading below the sections' but those of money");
    let contents = &file.sections()[0].text;
    assert!(contents.ends_with("Susisiekite"), "nothing stands below the table of contents: {contents}");
}

/// Empty sections, such as plans without any goal or activity, are left out too.
#[test]
fn empty_sections_are_not_printed() {
    let empty = format!("{MINIMAL}\nplans: {{ goals: [], works: [] }}\nsections: []\n")
        .replace("  currency: EUR\n", "  currency: EUR\n  other: []\n")
        .replace("  total: 1\n", "  total: 1\n  list: []\n");
    assert!(empty.contains("other: []") && empty.contains("list: []"), "the lists are there to be empty");
    let (with, without) = (print_cleanly(&empty, Path::new(ROOT)), print_cleanly(MINIMAL, Path::new(ROOT)));
    assert!(with == without, "the same report, the same bytes");
}
