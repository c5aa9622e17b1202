use std::fmt::Write;

use super::*;
use crate::report::values::Value;
use crate::source::Source;

fn data(text: &str) -> Value {
    Source::new("a.yaml", ".", text).data().unwrap_or_else(|errors| panic!("{errors:?}: {text}"))
}

/// One line per change: kind, paths and text, with changed words marked as in git.
fn changes(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (data(old), data(new));
    between(&old, &new).iter().map(line).collect()
}

fn line(change: &Change) -> String {
    let place = |side: &Option<Side>| {
        side.as_ref().map_or(String::new(), |side| {
            let part = side.origin.part.map_or(String::new(), |part| format!("#{part}"));
            format!(" {}{part}", side.origin.path.pointer())
        })
    };
    let words = match (&change.old, &change.new) {
        (Some(old), Some(new)) if change.kind == Kind::Changed => match (&old.body, &new.body) {
            (Body::Words(old) | Body::Typed(old), Body::Words(new) | Body::Typed(new)) => pieces(old, new)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Kept(text) => text,
                    Piece::Deleted(text) => format!("[-{text}-]"),
                    Piece::Inserted(text) => format!("{{+{text}+}}"),
                })
                .collect(),
            (old, new) => format!("{} -> {}", body(old), body(new)),
        },
        (_, Some(side)) | (Some(side), None) => body(&side.body),
        (None, None) => String::new(),
    };
    let gap = match &change.gap {
        Some(Gap::Before(origin)) => format!(" (before {})", origin.path.pointer()),
        Some(Gap::EndOf(path)) => format!(" (end of {})", path.pointer()),
        None => String::new(),
    };
    let (old, new) = (place(&change.old), place(&change.new));
    let places = if old == new {
        new
    } else {
        format!("{old}{}{new}", if old.is_empty() || new.is_empty() { "" } else { " ->" })
    };
    format!("{:?}{places}: {words}{gap}", change.kind)
}

fn body(body: &Body) -> String {
    match body {
        Body::Words(words) | Body::Typed(words) => words.clone(),
        Body::Figure(number) => number.to_string(),
        Body::Item(sides) => sides.iter().map(|side| self::body(&side.body)).collect::<Vec<_>>().join(" | "),
    }
}

#[test]
fn formatting_is_not_a_change() {
    let text = include_str!("../../../data/2023.yaml");
    let windows = text.replace('\n', "\r\n");
    assert_eq!(changes(text, &windows), [] as [&str; 0]);
    let one = "year: 2023\nmission: |\n  Sumani ir\n  atsakinga.\ncontact: { email: a@b.lt }\nfinance: { income: [{ label: A, amount: 7217 }] }\n";
    let other = "finance:\n  income:\n    - amount: \"7 217,00 Eur\"\n      label: A\ncontact:\n  email: [a@b.lt]\nyear: 2023\nmission: { text: Sumani ir atsakinga. }\n";
    assert_eq!(changes(one, other), [] as [&str; 0]);
}

#[test]
fn words_and_figures_are_changed_in_place() {
    let old = "mission: Sumani visuomenė.\nfinance: { income: [{ label: Parama, amount: 7217, previous: 6900 }] }\n";
    let new =
        "mission: Sumani ir atsakinga visuomenė.\nfinance: { income: [{ label: Parama, amount: 7317.5 }] }\n";
    assert_eq!(
        changes(old, new),
        [
            "Changed /mission/text#0: Sumani {+ir atsakinga +}visuomenė.",
            "Changed /finance/income/0/amount: 7217 -> 7317.5",
            "Deleted /finance/income/0/previous: 6900 (end of /finance/income/0)",
        ]
    );
}

#[test]
fn a_new_first_item_does_not_mark_the_others() {
    let text = include_str!("../../../data/2023.yaml");
    let new = text.replace(
        "  motto: Vertę kuriame kartu\n  items:\n",
        "  motto: Vertę kuriame kartu\n  items:\n    - Visai naujas darbas.\n",
    );
    assert_ne!(text, new);
    assert_eq!(changes(text, &new), ["Inserted /activities/items/0: Visai naujas darbas."]);
    assert_eq!(
        changes(&new, text),
        ["Deleted /activities/items/0: Visai naujas darbas. (before /activities/items/0)"]
    );
}

#[test]
fn a_moved_and_edited_item_is_recognised() {
    let old = "activities:\n  items: [Pirmas darbas kaime., Antras renginys mieste., Trečias seminaras pajūryje.]\n";
    let new = "activities:\n  items: [Trečias ilgas seminaras pajūryje., Pirmas darbas kaime., Antras renginys mieste.]\n";
    assert_eq!(
        changes(old, new),
        [
            "Moved /activities/items/2 -> /activities/items/0: Trečias ilgas seminaras pajūryje.",
            "Changed /activities/items/2/text#0 -> /activities/items/0/text#0: Trečias {+ilgas +}seminaras pajūryje.",
        ]
    );
}

#[test]
fn items_can_move_between_lists() {
    let old = "activities:\n  items: [Sodinti medžius kartu su kaimynais., Kitas jau nuveiktas didelis darbas.]\nplans:\n  works: [Parengti želdynų priežiūros vadovą., Lieka planuose ir toliau.]\n";
    let new = "activities:\n  items: [Sodinti medžius kartu su kaimynais., Kitas jau nuveiktas didelis darbas., { text: Parengtas želdynų priežiūros vadovas., date: 2023-05 }]\nplans:\n  works: [Lieka planuose ir toliau.]\n";
    assert_eq!(changes(old, new).len(), 3, "{:#?}", changes(old, new));
    let grouped = "activities:\n  groups:\n    - { title: Sode, items: [Sodinti medžius kartu su kaimynais.] }\n    - { title: Kitur, items: [Kitas jau nuveiktas didelis darbas.] }\nplans:\n  works: [Parengti želdynų priežiūros vadovą., Lieka planuose ir toliau.]\n";
    assert_eq!(
        changes(old, grouped),
        ["Inserted /activities/groups/0/title: Sode", "Inserted /activities/groups/1/title: Kitur"]
    );
}

#[test]
fn paragraphs_are_compared_one_by_one() {
    let old = "about: |\n  Pirmoji pastraipa apie mus.\n\n  Antroji pastraipa apie kitus.\n";
    let new = "about: |\n  Visai nauja įžanga.\n\n  Pirmoji pastraipa apie mus.\n\n  - Antroji pastraipa ne apie kitus.\n";
    assert_eq!(
        changes(old, new),
        [
            "Inserted /about/text#0: Visai nauja įžanga.",
            "Changed /about/text#1 -> /about/text#2: Antroji pastraipa {+ne +}apie kitus.",
        ]
    );
    assert_eq!(
        changes(new, old),
        [
            "Deleted /about/text#0: Visai nauja įžanga. (before /about/text)",
            "Changed /about/text#2 -> /about/text#1: Antroji pastraipa [-ne -]apie kitus.",
        ]
    );
}

#[test]
fn changed_markup_is_a_change() {
    assert_eq!(
        changes("mission: \"[Čia](https://a.lt/) mes.\"\n", "mission: \"[Čia](https://b.lt/) *mes*.\"\n"),
        ["Changed /mission/text: [Čia](https://[-a.lt/) -]{+b.lt/) *+}mes{+*+}."]
    );
}

#[test]
fn a_new_or_deleted_section_is_one_change() {
    let old = "mission: A\n";
    let new =
        "mission: A\npeople: { groups: [{ title: Valdyba, items: [{ name: Rūta Žemaitė, role: narė }] }] }\n";
    assert_eq!(changes(old, new), ["Inserted /people: Valdyba | Rūta Žemaitė | narė"]);
    assert_eq!(changes(new, old), ["Deleted /people: Valdyba | Rūta Žemaitė | narė (end of )"]);
}

#[test]
fn values_follow_their_item() {
    let old = data(
        "activities:\n  items: [Pirmas darbas kaime., { text: Antras renginys mieste., image: { alt: Miestas } }, Dingęs be pėdsako.]\n",
    );
    let new = data(
        "activities:\n  items: [Naujas., { text: Antras didelis renginys mieste., images: [{ alt: Miestas }] }, Pirmas darbas kaime.]\n",
    );
    let successors = Successors::new(&old, &new);
    let of = |path: KeyPath| successors.of(&path).map(|path| path.pointer());
    let items = KeyPath::from("activities.items");
    assert_eq!(of(items.item(0).key("text")), Some("/activities/items/2/text".to_owned()));
    assert_eq!(
        of(items.item(1).key("image").key("alt")),
        Some("/activities/items/1/images/0/alt".to_owned())
    );
    assert_eq!(of(items.item(2).key("text")), None);
    assert_eq!(of("activities.motto".into()), Some("/activities/motto".to_owned()));
}

/// All items of a very large report are changed and many are moved.
#[test]
fn large_reports_are_compared_in_bounded_time() {
    let report = |offset: usize| {
        let mut text = String::from("activities:\n  items:\n");
        for work in 0..3000 {
            let number = (work * 7 + offset) % 3000;
            let _ = writeln!(
                text,
                "    - Surengtas renginys Nr. {number} su {} dalyviais ir {offset} svečiais.",
                number * 13 % 101
            );
        }
        text
    };
    let (old, new) = (data(&report(0)), data(&report(5)));
    let found = between(&old, &new);
    let moved = found.iter().filter(|change| change.kind == Kind::Moved).count();
    let changed = found.iter().filter(|change| change.kind == Kind::Changed).count();
    assert!(moved > 0 && changed == 3000, "{moved} {changed}");
}
