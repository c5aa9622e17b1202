//! Line breaks on the laid-out pages do not separate text that belongs together.

use std::fmt::Write;
use std::path::Path;

use crate::full_report::MINIMAL;
use crate::pdf::File;
use crate::press::{ROOT, print_cleanly};

/// The character that Typst inserts for a hyphen at the end of a line.
const SOFT_HYPHEN: char = '\u{ad}';

/// Sentences full of text that must not be broken, each starting at a different position in its line.
fn yaml_with_200_works() -> String {
    const SENTENCES: [&str; 6] = [
        "Į renginį o ir į mokymus atvyko 25 nariai ir 120 svečių iš 14 šalių, tarp jų dr. J. Basanavičius, \
         G. van Kuijk ir UAB Gluk Media atstovai.",
        "Klasteris - tinklas, kuriame XX-XXI a. sandūroje ir 2021-2023 m. dalyvavo 9 - 12 metų vaikai, t. y. jaunimas - ateities kūrėjai.",
        "Surinkta 28344 Eur - tai 50 % daugiau, nei 2022 m. gruodžio 31 d., kai buvo 7217 € ir 15 mln. idėjų.",
        "Žr. Nr. 5, p. 7 ir t. t.; a. k. nenurodomas, o į sąrašą įrašyta VšĮ \"Ramintoja\" - klasterio narė.",
        "Bendradarbiaujant su nevyriausybinėmis organizacijomis 25-ajame renginyje plėtojamos tarpdisciplininės iniciatyvos.",
        "Renginys vyko 14.30-17.00 val., o jame į klausimus atsakė prof. A. B. Kazlauskas ir I. Šimonytė.",
    ];
    let mut works = String::from("  items:\n");
    for number in 0..200 {
        // A start of a different length moves every break.
        let beginning = "Taigi ".repeat(number % 9);
        let sentences = [0, 1, 2].map(|next| SENTENCES[(number + next) % SENTENCES.len()]).join(" ");
        writeln!(works, "    - |\n      {beginning}{sentences} Tai darbas numeris {number}.").unwrap();
    }
    MINIMAL.replace("  items:\n    - Susitikome.\n", &works)
}

/// The mistake in the break between two lines of running text, if any.
fn faults(line: &str, next: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let line = line.trim_end_matches([' ', '\u{a0}']);
    // Numerals, dates and cells are not running text; the cells of a row follow without a
    // space, and a telephone number has a plus.
    let chars: Vec<char> = line.chars().collect();
    let is_row = chars.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_ascii_digit());
    if is_row || line.starts_with('+') || line.split_whitespace().count() < 3 {
        return faults;
    }
    let words = |text: &str| text.split([' ', '\u{a0}']).map(str::to_owned).collect::<Vec<_>>();
    let last = words(line).pop().unwrap_or_default();
    let bare = last.trim_start_matches(['(', '„']);
    let mut letters = bare.chars();
    if letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none() {
        faults.push("ends in a word of one letter");
    }
    let parts_number = bare
        .strip_suffix(['–', '-'])
        .is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit() || "IVX".contains(c)));
    if parts_number {
        faults.push("ends within a range, or between a number and its ending");
    }
    let is_number = bare.ends_with(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || "–−,.".contains(c))
        || bare.ends_with(['I', 'V', 'X'])
            && bare.chars().count() > 1
            && bare.chars().all(|c| "IVX–".contains(c));
    if is_number && next.starts_with(|c: char| c.is_alphabetic() || c == '%') {
        faults.push("ends in a number without its noun");
    }
    let initial = bare.strip_suffix('.').filter(|letters| letters.chars().count() == 1);
    if initial.is_some_and(|letter| letter.chars().all(char::is_uppercase)) {
        faults.push("ends in an initial");
    }
    if ["dr.", "prof.", "Nr.", "p.", "UAB", "VšĮ"].contains(&bare) {
        faults.push("ends in a title, a reference or a legal form");
    }
    if next.starts_with(['–', '-', '—']) {
        faults.push("comes before a dash");
    }
    faults
}

fn assert_lines_break_well(file: &File) {
    let mut lines = 0;
    let mut hyphens = 0;
    for (number, page) in file.pages.iter().enumerate() {
        for pair in page.lines().windows(2) {
            let [line, next] = pair else { continue };
            lines += 1;
            assert_eq!(faults(line, next), Vec::<&str>::new(), "page {}: “{line}” / “{next}”", number + 1);
            if let Some(word) = line.strip_suffix(SOFT_HYPHEN) {
                hyphens += 1;
                let before = word.chars().rev().take_while(|c| c.is_alphabetic()).count();
                let after = next.chars().take_while(|c| c.is_alphabetic()).count();
                assert!(after >= 3, "page {}: {after} letters after the hyphen: “{next}”", number + 1);
                assert!(before >= 2, "page {}: {before} letters before the hyphen: “{line}”", number + 1);
            }
        }
    }
    assert!(lines > 40, "{lines} lines");
    assert!(hyphens > 0, "hyphenation is on");
}

#[test]
fn lines_of_the_real_report_break_well() {
    assert_lines_break_well(&File::read(crate::real_report::pdf()));
}

#[test]
fn lines_of_two_hundred_works_break_well() {
    assert_lines_break_well(&File::read(&print_cleanly(&yaml_with_200_works(), Path::new(ROOT))));
}

/// Checks that the check can fail.
#[test]
fn bad_line_breaks_are_detected() {
    for (line, next) in [
        ("orientuotą ir kitą į", "žmogų"),
        ("iš viso buvo 25", "nariai"),
        ("dalyvavo ir 9–12", "metų vaikai"),
        ("buvo net 1,5", "mln. idėjų"),
        ("jau ir XX–XXI", "a. sandūroje"),
        ("jau ir XX–", "XXI a. sandūroje"),
        ("jau ir čia 9–", "12 metų"),
        ("vyko jau 25-", "asis renginys"),
        ("atvyko ir G.", "van Kuijk"),
        ("dalyvavo ir UAB", "Gluk Media"),
        ("klasteris yra toks", "– tinklas"),
    ] {
        assert_eq!(faults(line, next).len(), 1, "“{line}” / “{next}”");
    }
    assert!(faults("iš viso buvo 25\u{a0}nariai", "ir kiti").is_empty());
}
