//! Reports with unusually long or large content.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use typst::layout::{Frame, FrameItem, Transform};
use typst::visualize::Geometry;

use crate::community::boxes;
use crate::drawing::{MM, places};
use crate::full_report::MINIMAL;
use crate::orderly::{assert_orderly, assert_well_structured};
use crate::pdf::{File, squeeze};
use crate::press::{ROOT, lay_out, print_cleanly};
use crate::wording::Wording;

/// A word of 126 letters.
const LONG_NAME: &str = "Lietuvos nevyriausybinių organizacijų, bendruomenių ir savanorių tarpinstitucinio \
                         bendradarbiavimo skatinimo asociacija „Kartu“";
/// Long enough for four lines at any heading size.
const LONG_TITLE: &str = "Pasakojimas apie tai, kaip per vienerius metus sutvarkėme visus miesto parkus, upių \
                          pakrantes ir mokyklų kiemus, kas mums padėjo, ko iš to išmokome ir ką darysime kitą \
                          kartą, kai vėl susirinksime";

fn sentences(count: usize) -> String {
    let sentence = |number| format!("Sakinys numeris {number} pasako vieną gražią mintį apie mūsų darbą.");
    (1..=count).map(sentence).collect::<Vec<_>>().join(" ")
}

fn works(count: usize) -> String {
    let works =
        (1..=count).map(|number| format!("    - Atliktas darbas numeris {number}, kurio laukėme ilgai.\n"));
    works.collect::<Vec<_>>().concat()
}

fn file(yaml: &str) -> File {
    let file = File::read(&print_cleanly(yaml, Path::new(ROOT)));
    Wording::of(yaml).assert_said_by(&file);
    assert_well_structured(&file);
    assert_orderly(&file);
    file
}

#[test]
fn long_names_titles_and_mottos_fit_the_layout() {
    let label = "nariai iš labai ilgo pavadinimo savivaldybių";
    let groups = [900_000, 50_000, 20_000, 10_000, 5_000, 2_000, 500, 100, 50, 3]
        .map(|count| format!("    - {{ count: {count}, label: {label} }}\n"))
        .concat();
    let yaml = MINIMAL
        .replace("Mažiausia asociacija", LONG_NAME)
        .replace("goals:\n", &format!("goals:\n  title: \"{LONG_TITLE}\"\n  motto: \"{}\"\n", sentences(10)))
        .replace("contact:\n", &format!("contact:\n  motto: \"{}\"\n", sentences(10)))
        .replace("total: 1", "total: 987653")
        .replace("    - { count: 1, label: narys }\n", &groups);
    file(&yaml);
}

#[test]
fn long_mottos_are_not_repeated_and_long_titles_are_cut_to_two_lines() {
    let plain = MINIMAL.replace("    - Susitikome.\n", &works(60));
    let wordy = plain.replace(
        "activities:\n",
        &format!("activities:\n  title: \"{LONG_TITLE}\"\n  motto: \"{}\"\n", sentences(60)),
    );
    let (plain, wordy) = (file(&plain), file(&wordy));
    assert!(
        wordy.pages.len() <= plain.pages.len() + 2,
        "{} pages become {}",
        plain.pages.len(),
        wordy.pages.len()
    );
    let heads = |file: &File, words: &str| {
        let head = |page: &crate::pdf::Page| squeeze(&page.text(|glyph| glyph.artifact)).replace(' ', "");
        file.pages.iter().map(head).filter(|head| head.contains(words)).count()
    };
    assert!(heads(&wordy, "Pasakojimasapietai") > 0, "the title stands again where the section goes on");
    assert_eq!(heads(&wordy, "Sakinysnumeris"), 0);
}

#[test]
fn the_footer_uses_the_short_name() {
    let yaml = MINIMAL.replace("Mažiausia asociacija", &format!("{LONG_NAME}\n  short_name: Kartu"));
    let file = file(&yaml);
    let foot = file.pages[1].text(|glyph| glyph.artifact);
    assert!(foot.contains("Kartu") && !foot.contains("Lietuvos"), "{foot}");
}

/// White text on white circles would be illegible.
#[test]
fn the_cover_motif_does_not_overlap_the_name() {
    for yaml in [MINIMAL.to_owned(), MINIMAL.replace("Mažiausia asociacija", LONG_NAME)] {
        let layout = lay_out(&yaml, Path::new(ROOT));
        let cover = &layout.pages().pages()[0];
        let (mut circles, mut words) = (Vec::new(), Vec::new());
        collect(&cover.frame, Transform::identity(), &mut circles, &mut words);
        let lowest = circles.into_iter().fold(0.0, f64::max);
        let highest = words.into_iter().fold(f64::INFINITY, f64::min);
        assert!(lowest > 100.0, "there is a network: {lowest}");
        assert!(lowest < highest, "it ends at {lowest} mm, and the words begin at {highest} mm");
    }
}

/// The end of the circles of a frame and the start of its text, in millimetres from the top of the page.
fn collect(frame: &Frame, outer: Transform, circles: &mut Vec<f64>, words: &mut Vec<f64>) {
    for (position, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => {
                collect(&group.frame, here.pre_concat(group.transform), circles, words);
            }
            FrameItem::Text(text) => words.push((here.ty - text.size).to_mm()),
            FrameItem::Shape(shape, _)
                if matches!(shape.geometry, Geometry::Curve(_)) && shape.fill.is_some() =>
            {
                circles.push((here.ty + shape.geometry.bbox(None).max.y).to_mm());
            }
            _ => {}
        }
    }
}

/// The names of the logos, and their ratios of width to height.
const LOGOS: [(&str, u32, u32); 5] = [
    ("kvadratas", 100, 100),
    ("platus", 250, 100),
    ("aukštas", 60, 100),
    ("juosta", 1200, 100),
    ("stulpas", 25, 100),
];

/// A table of eight columns, lists within lists, forty members of a board, and thirty supporters with logos of every
/// shape.
static MANY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    for (name, width, height) in LOGOS {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\"><rect width=\"{width}\" \
             height=\"{height}\" fill=\"#14508c\"/></svg>"
        );
        fs::write(folder.path().join(format!("{name}.svg")), svg).unwrap();
    }
    image::GrayImage::from_pixel(400, 400, image::Luma([120])).save(folder.path().join("a.png")).unwrap();

    let mut about = String::from("about: |\n  Esame maži.\n\n");
    about.push_str("  - Pirmas\n    - Antras\n      - Trečias\n        - Ketvirtas, ir jame daug žodžių\n\n");
    about.push_str(
        "  | Savivaldybė | Nariai | Vyrai | Bendruomenės | Lėšos, Eur | Talkos | Savanoriai | Pastabos |\n",
    );
    about.push_str("  |---|---:|---:|---:|---:|---:|---:|---|\n");
    for number in 1..=60 {
        writeln!(about, "  | Savivaldybė {number} | {number} | 6 | 7 | 234,50 | 8 | 77 | geras darbas |")
            .unwrap();
    }
    let mut people = String::from("people:\n  groups:\n    - title: Valdyba\n      items:\n");
    let firsts = ["Jonas", "Petras", "Antanas", "Kazys"];
    let seconds = [
        "Juozas", "Motiejus", "Tomas", "Augustas", "Vincas", "Jurgis", "Povilas", "Simas", "Justas",
        "Rapolas",
    ];
    for number in 0..40 {
        let (first, second) = (firsts[number % 4], seconds[number / 4]);
        let portrait = if number % 3 == 0 { ", portrait: a.png" } else { "" };
        writeln!(
            people,
            "        - {{ name: {first} {second} Aleksandravičius-Krasauskas, role: valdybos narys{portrait} }}"
        )
        .unwrap();
    }
    people.push_str("    - title: Revizorius\n      items: [ { name: Ona Onaitė } ]\n");
    let mut supporters = String::from("supporters:\n  groups:\n    - title: Didieji\n      items:\n");
    for number in 0..30 {
        let (logo, ..) = LOGOS[number % LOGOS.len()];
        writeln!(
            supporters,
            "        - {{ name: Rėmėjas {number}, amount: 1{number:02}, logo: {logo}.svg }}"
        )
        .unwrap();
    }
    let yaml = MINIMAL
        .replace("about: Esame maži.\n", &about)
        .replace("members:\n", &format!("{people}members:\n"))
        .replace("contact:\n", &format!("{supporters}contact:\n"))
        .replace("Mažiausia asociacija\n", "Mažiausia asociacija\n  logo: stulpas.svg\n");
    let pdf = print_cleanly(&yaml, folder.path());
    Wording::of(&yaml).assert_said_by(&File::read(&pdf));
    pdf
});

#[test]
fn many_people_supporters_and_rows_fit_the_layout() {
    let file = File::read(&MANY);
    assert_well_structured(&file);
    assert_orderly(&file);
    // A name that has a hyphen is broken there and nowhere else.
    let raw = file.text();
    let names: Vec<&str> = raw.lines().filter(|line| line.contains("sauskas")).collect();
    let whole = names.iter().filter(|name| name.contains("Aleksandravičius-")).count();
    assert_eq!(whole, 40, "{names:?}");
}

/// A table whose words do not fit next to the band extends into it.
#[test]
fn a_table_of_eight_columns_uses_the_width_of_the_page() {
    let file = File::read(&MANY);
    let page = file.pages.iter().find(|page| !places(page, "Savivaldybė 1").is_empty()).unwrap();
    let heads =
        ["Savivaldybė", "Nariai", "Vyrai", "Bendruomenės", "Lėšos, Eur", "Talkos", "Savanoriai", "Pastabos"];
    let heads = heads.map(|head| places(page, head)[0]);
    for pair in heads.windows(2) {
        assert!(pair[1].x0 - pair[0].x1 > 2.0 * MM, "{pair:?}");
    }
    let [left, right] = [22.0 * MM, (210.0 - 22.0) * MM];
    assert!((heads[0].x0 - left).abs() < 1.5, "{:?}", heads[0]);
    let last = places(page, "geras darbas")[0];
    assert!((last.x1 - right).abs() < 1.5, "{last:?}");
}

/// Logos have the same area unless they are too wide or too high, and end where the band ends.
#[test]
fn logos_of_every_shape_look_equally_large() {
    let file = File::read(&MANY);
    let names: Vec<String> = (0..LOGOS.len()).map(|number| format!("Logotipas: Rėmėjas {number}")).collect();
    let logos = boxes(&file, &names.iter().map(String::as_str).collect::<Vec<_>>());
    for ((_, [left, top, right, bottom]), (name, width, height)) in logos.into_iter().zip(LOGOS) {
        let (drawn, high) = ((right - left) / MM, (bottom - top) / MM);
        let ratio = f64::from(width) / f64::from(height);
        assert!((drawn / high / ratio - 1.0).abs() < 0.01, "{name} is not cropped: {drawn} × {high}");
        assert!((right / MM - 60.5).abs() < 0.2, "{name} ends at {} mm", right / MM);
        match name {
            "juosta" => assert!((drawn - 34.0).abs() < 0.1, "{name}: {drawn} × {high}"),
            "stulpas" => assert!((high - 18.0).abs() < 0.1, "{name}: {drawn} × {high}"),
            _ => assert!((drawn * high - 144.0).abs() < 1.0, "{name}: {drawn} × {high}"),
        }
    }
    let (page, [left, top, right, bottom]) = boxes(&file, &["Logotipas: Mažiausia asociacija"])[0];
    let (drawn, high) = ((right - left) / MM, (bottom - top) / MM);
    assert_eq!(page, 0);
    assert!((high - 30.0).abs() < 0.1 && (drawn - 7.5).abs() < 0.1, "{drawn} × {high}");
}
