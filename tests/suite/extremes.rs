//! Reports with unusually long or large content.

use std::path::Path;

use typst::layout::{Frame, FrameItem, Transform};
use typst::visualize::Geometry;

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
