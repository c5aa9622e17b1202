//! `ataskaita comments` on drafts annotated with various programs.

use std::sync::LazyLock;

use ataskaita::build::{Draft, DraftOptions, draft};
use ataskaita::report::KeyPath;
use ataskaita::source::Source;
use ataskaita::typeset::{Placed, Rect, Word};
use lopdf::encryption::{EncryptionState, EncryptionVersion, Permissions};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use serde_json::Value;

use crate::command::{Ataskaita, Run};
use crate::full_report::MINIMAL;
use crate::press::{TYPESETTER, shown};

pub(crate) const REPORT: &str = include_str!("../../data/2023.yaml");

/// A draft of the real report.
fn drafted() -> &'static Draft {
    static DRAFT: LazyLock<Draft> = LazyLock::new(|| {
        let source = Source::new("2023.yaml", "data", REPORT);
        let options = DraftOptions::default();
        draft(&source, &TYPESETTER, &options).unwrap_or_else(|errors| panic!("{}", shown(&errors)))
    });
    &DRAFT
}

/// The words of a value in the draft, by the map.
fn words(pointer: &str) -> &'static [Word] {
    let path = KeyPath::from_pointer(pointer).unwrap();
    &drafted()
        .map
        .items
        .iter()
        .find(|item| item.origin.path == path)
        .unwrap_or_else(|| panic!("{pointer}"))
        .words
}

/// The text of a work.
fn work(number: usize) -> &'static [Word] {
    words(&format!("/activities/items/{}/text", number - 1))
}

/// A rectangle of the map in the coordinates of its page.
fn on_page(page: usize, rect: Rect) -> [f64; 4] {
    let height = drafted().map.pages[page].1;
    [rect.left, height - rect.bottom, rect.right, height - rect.top]
}

fn numbers(numbers: &[f64]) -> Object {
    #[expect(clippy::cast_possible_truncation, reason = "lopdf has reals of 32 bits")]
    Object::Array(numbers.iter().map(|number| Object::Real(*number as f32)).collect())
}

fn utf_16(text: &str) -> Object {
    let bytes = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Literal)
}

fn bytes(bytes: &[u8]) -> Object {
    Object::String(bytes.to_vec(), StringFormat::Literal)
}

/// The corners of a line, in the order of the standard.
fn corners([x0, y0, x1, y1]: [f64; 4]) -> [[f64; 2]; 4] {
    [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]
}

/// A text markup annotation, one quadrilateral per line.
fn mark(subtype: &str, marked: &[Word]) -> (usize, Dictionary) {
    let page = marked[0].page;
    let quads: Vec<f64> = marked.iter().flat_map(|word| corners(on_page(page, word.rect)).concat()).collect();
    let rect = marked.iter().map(|word| word.rect).reduce(|one, other| one.union(&other)).unwrap();
    let rect = numbers(&on_page(page, rect));
    let mark = dictionary! {
        "Type" => "Annot", "Subtype" => subtype, "Rect" => rect, "QuadPoints" => numbers(&quads),
    };
    (page, mark)
}

/// An annotation that does not mark up text.
fn at(subtype: &str, word: &Word) -> (usize, Dictionary) {
    let rect = numbers(&on_page(word.page, word.rect));
    (word.page, dictionary! { "Type" => "Annot", "Subtype" => subtype, "Rect" => rect })
}

/// An annotated copy of the draft.
pub(crate) struct Copy(pub(crate) Document);

impl Copy {
    fn new() -> Self {
        Self(Document::load_mem(&drafted().pdf).unwrap())
    }

    fn page(&self, page: usize) -> ObjectId {
        self.0.get_pages()[&u32::try_from(page + 1).unwrap()]
    }

    /// Adds an annotation and returns its object number.
    fn add(&mut self, (page, annotation): (usize, Dictionary)) -> ObjectId {
        let page = self.page(page);
        let id = self.0.add_object(annotation);
        let page = self.0.get_dictionary_mut(page).unwrap();
        let mut all = page.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
        all.push(id.into());
        page.set("Annots", all);
        id
    }

    fn with(mut self, annotation: (usize, Dictionary)) -> Self {
        self.add(annotation);
        self
    }

    pub(crate) fn bytes(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.0.save_to(&mut bytes).unwrap();
        bytes
    }

    fn catalog(&mut self) -> &mut Dictionary {
        self.0.catalog_mut().unwrap()
    }

    /// Appends the pages of another file.
    fn append(&mut self, mut other: Document) {
        other.renumber_objects_with(self.0.max_id + 1);
        let root = self.catalog().get(b"Pages").unwrap().as_reference().unwrap();
        let pages: Vec<ObjectId> =
            self.0.get_pages().into_values().chain(other.get_pages().into_values()).collect();
        self.0.max_id = other.max_id;
        self.0.objects.extend(other.objects);
        for page in &pages {
            self.0.get_dictionary_mut(*page).unwrap().set("Parent", root);
        }
        let tree = self.0.get_dictionary_mut(root).unwrap();
        tree.set("Count", i64::try_from(pages.len()).unwrap());
        tree.set("Kids", pages.into_iter().map(Object::from).collect::<Vec<_>>());
    }

    /// Removes the data embedded in the draft, as some programs do.
    fn without_data(mut self) -> Self {
        self.catalog().remove(b"Names");
        self.catalog().remove(b"AF");
        self
    }
}

/// Runs the program on files, with the current report next to them.
pub(crate) fn run(report: &str, files: &[Vec<u8>], arguments: &[&str]) -> Run {
    let mut ataskaita = Ataskaita::new();
    ataskaita.file("data/2023.yaml", report);
    let names: Vec<String> = (1..=files.len()).map(|number| format!("{number}.pdf")).collect();
    for (name, file) in names.iter().zip(files) {
        ataskaita.file(name, file);
    }
    let names = names.iter().map(String::as_str);
    ataskaita.run(&["comments"].into_iter().chain(names).chain(arguments.iter().copied()).collect::<Vec<_>>())
}

#[track_caller]
fn listed(files: &[Vec<u8>]) -> Vec<Value> {
    listed_today(REPORT, files)
}

/// The comments as JSON.
#[track_caller]
fn listed_today(report: &str, files: &[Vec<u8>]) -> Vec<Value> {
    let run = run(report, files, &["--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_slice(&run.stdout).unwrap()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// Some of the output for each comment.
fn keys(comments: &[Value], wanted: &[&str]) -> Vec<Vec<String>> {
    comments.iter().map(|comment| wanted.iter().map(|key| text(comment, key)).collect()).collect()
}

fn said(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The line of the file that contains a text.
fn line_of(report: &str, words: &str) -> usize {
    report.lines().position(|line| line.contains(words)).unwrap() + 1
}

#[test]
fn quad_points_may_be_in_any_order() {
    let orders = [[0, 1, 2, 3], [3, 2, 0, 1], [3, 0, 1, 2], [0, 2, 1, 3], [2, 3, 1, 0]];
    for order in orders {
        let mut copy = Copy::new();
        let marked = &work(2)[1..3];
        let (page, mut annotation) = mark("Highlight", marked);
        // Lines from the last to the first.
        let quads: Vec<f64> = marked
            .iter()
            .rev()
            .flat_map(|word| {
                let corners = corners(on_page(page, word.rect));
                order.map(|corner| corners[corner]).concat()
            })
            .collect();
        annotation.set("QuadPoints", numbers(&quads));
        copy.add((page, annotation));
        let comments = listed(&[copy.bytes()]);
        assert_eq!(
            keys(&comments, &["reference", "words"]),
            [["darbai 2".to_owned(), said(marked)]],
            "{order:?}"
        );
        assert_eq!(text(&comments[0], "file"), "data/2023.yaml");
        assert_eq!(text(&comments[0], "pointer"), "/activities/items/1/text");
        let line = line_of(REPORT, "nariams organizuotas");
        assert_eq!(comments[0]["line"], line);
    }
}

/// A hundred markup annotations, each on one word, without text, name, date, author or appearance.
#[test]
fn a_highlight_of_a_hundred_lines_is_one_comment() {
    let all: Vec<Word> = words("/about/text").iter().chain(words("/about/text")).take(100).cloned().collect();
    let first = all[0].page;
    let all: Vec<Word> = all.into_iter().filter(|word| word.page == first).collect();
    let mut copy = Copy::new().with(mark("Highlight", &all));
    let comments = listed(&[copy.bytes()]);
    assert_eq!(comments.len(), 1);
    assert!(text(&comments[0], "reference").starts_with("apie"));
    let bare = [&comments[0]["author"], &comments[0]["date"], &comments[0]["text"]];
    assert_eq!(bare, [&Value::Null, &Value::Null, &"".into()]);
    let people = run(REPORT, &[copy.bytes()], &["--lang", "lt"]);
    assert!(String::from_utf8(people.stdout).unwrap().contains("psl. · be vardo · pažymėta „"));
}

#[test]
fn texts_are_read_in_all_encodings() {
    let little: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("Žąsis – „taip“".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let rich = "<?xml version=\"1.0\"?><body xmlns=\"http://www.w3.org/1999/xhtml\"><p>Žąsis – <b>„taip“</b></p></body>";
    let contents: [(&str, Object, &str); 6] = [
        ("Contents", utf_16("Žąsis – „taip“"), "Žąsis – „taip“"),
        ("Contents", bytes(&little), "Žąsis – „taip“"),
        ("Contents", bytes("\u{feff}Žąsis – „taip“".as_bytes()), "Žąsis – „taip“"),
        ("Contents", bytes(b"\x99\xe4sis \x85 \x8ctaip\x8d"), "Žäsis – „taip“"),
        ("RC", utf_16(rich), "Žąsis – „taip“"),
        ("RC", bytes(rich.as_bytes()), "Žąsis – „taip“"),
    ];
    for (key, content, text) in contents {
        let (page, mut annotation) = mark("Highlight", &work(2)[..1]);
        annotation.set(key, content);
        annotation.set("T", bytes(b"Mobile User"));
        annotation.set("M", bytes(b"D:20240329140530+02'00'"));
        let mut copy = Copy::new().with((page, annotation));
        let comments = listed(&[copy.bytes()]);
        let found = keys(&comments, &["text", "author", "date"]);
        assert_eq!(found, [[text, "Mobile User", "2024-03-29T14:05:30+02:00"]]);
    }
}

#[test]
fn contents_repeating_the_marked_words_are_dropped() {
    let marked = &work(2)[..3];
    let (page, mut annotation) = mark("Underline", marked);
    annotation.set("Contents", utf_16(&said(marked).replace(' ', "\r\n")));
    let mut copy = Copy::new().with((page, annotation));
    let comments = listed(&[copy.bytes()]);
    assert_eq!(
        keys(&comments, &["kind", "words", "text"]),
        [["underline".to_owned(), said(marked), String::new()]]
    );
}

#[test]
fn replies_and_states_belong_to_their_comment() {
    let mut copy = Copy::new();
    let (page, mut annotation) = mark("Highlight", &work(1)[..2]);
    annotation.set("Contents", utf_16("Ar tikrai?"));
    annotation.set("T", utf_16("Rūta"));
    let comment = copy.add((page, annotation));
    let reply = |of: ObjectId, author: &str, words: &str| {
        let (_, mut reply) = at("Text", &work(1)[0]);
        reply.extend(&dictionary! { "IRT" => of, "T" => utf_16(author), "Contents" => utf_16(words) });
        reply
    };
    let first = copy.add((page, reply(comment, "Ona", "Taip.")));
    copy.add((page, reply(first, "Rūta", "Ačiū.")));
    let mut state = reply(comment, "Ona", "Accepted set by Ona");
    state.extend(&dictionary! { "State" => bytes(b"Accepted"), "StateModel" => bytes(b"Review"), "M" => bytes(b"D:20240401") });
    copy.add((page, state.clone()));
    state.set("State", bytes(b"Completed"));
    state.set("M", bytes(b"D:20240402"));
    copy.add((page, state.clone()));
    // A mark is no decision.
    state.set("State", bytes(b"Marked"));
    state.set("StateModel", bytes(b"Marked"));
    state.set("M", bytes(b"D:20240403"));
    copy.add((page, state));
    // Its pop-up annotation is not a comment.
    copy.add((page, dictionary! { "Subtype" => "Popup", "Parent" => comment }));
    let comments = listed(&[copy.bytes()]);
    assert_eq!(keys(&comments, &["reference", "author", "text"]), [["darbai 1", "Rūta", "Ar tikrai?"]]);
    let replies = comments[0]["replies"].as_array().unwrap();
    assert_eq!(keys(replies, &["author", "text"]), [["Ona", "Taip."], ["Rūta", "Ačiū."]]);
    let states = comments[0]["states"].as_array().unwrap();
    assert_eq!(
        keys(states, &["author", "state", "date"]),
        [["Ona", "Completed", "2024-04-02"], ["Ona", "Marked", "2024-04-03"]]
    );
    let markdown = run(REPORT, &[copy.bytes()], &["--lang", "lt", "--format", "markdown"]);
    let markdown = String::from_utf8(markdown.stdout).unwrap();
    assert!(markdown.contains("\n- [x] "), "{markdown}");
    assert!(
        markdown.contains("\n  - Ona: Taip.\n  - Rūta: Ačiū.\n  - Ona, 2024-04-02: atlikta\n"),
        "{markdown}"
    );
}

/// The checklist of a comment with states, each of a person.
fn checklist(states: &[(&str, &str)]) -> String {
    let mut copy = Copy::new();
    let (page, mut annotation) = mark("Highlight", &work(1)[..2]);
    annotation.extend(&dictionary! { "Contents" => utf_16("Ar tikrai?"), "T" => utf_16("Jonas") });
    let comment = copy.add((page, annotation));
    for (author, name) in states {
        let (_, mut state) = at("Text", &work(1)[0]);
        let model = if *name == "Marked" { "Marked" } else { "Review" };
        state.extend(&dictionary! {
            "IRT" => comment, "T" => utf_16(author),
            "State" => bytes(name.as_bytes()), "StateModel" => bytes(model.as_bytes()),
        });
        copy.add((page, state));
    }
    let run = run(REPORT, &[copy.bytes()], &["--lang", "lt", "--format", "markdown"]);
    String::from_utf8(run.stdout).unwrap()
}

/// A comment is ticked off if it was accepted or completed and nobody rejects it. The list names those who did either.
#[test]
fn the_checklist_ticks_off_comments_that_were_dealt_with() {
    let assert_listed = |states: &[(&str, &str)], mark: &str, said: &str| {
        let list = checklist(states);
        assert!(list.contains(&format!("\n- {mark} ")), "{states:?}: {list}");
        assert!(list.contains(&format!("\n  - {said}\n")), "{states:?}: {list}");
    };
    assert_listed(&[("Ona", "Accepted")], "[x]", "Ona: priimta");
    assert_listed(&[("Ona", "Completed")], "[x]", "Ona: atlikta");
    assert_listed(&[("Ona", "Rejected")], "[ ]", "Ona: atmesta");
    assert_listed(&[("Ona", "Cancelled")], "[ ]", "Ona: atšaukta");
    assert_listed(&[("Ona", "Marked")], "[ ]", "Ona: pažymėta");
    assert_listed(&[("Ona", "Completed"), ("Rūta", "Rejected")], "[ ]", "Rūta: atmesta");
    assert_listed(&[("Rūta", "Rejected"), ("Rūta", "Completed")], "[x]", "Rūta: atlikta");
}

#[test]
fn a_replacement_is_one_comment() {
    let mut copy = Copy::new();
    let marked = &work(3)[..2];
    let (page, mut caret) = at("Caret", &work(3)[1]);
    caret.set("Contents", utf_16("kitais žodžiais"));
    let caret = copy.add((page, caret));
    let (page, mut strike) = mark("StrikeOut", marked);
    strike.extend(&dictionary! { "IRT" => caret, "RT" => "Group" });
    copy.add((page, strike));
    let comments = listed(&[copy.bytes()]);
    let wanted =
        [["replacement".to_owned(), "darbai 3".to_owned(), said(marked), "kitais žodžiais".to_owned()]];
    assert_eq!(keys(&comments, &["kind", "reference", "words", "text"]), wanted);
}

#[test]
fn stamps_drawings_and_notes_are_comments() {
    let mut copy = Copy::new();
    let word = &work(4)[0];
    let (page, mut stamp) = at("Stamp", word);
    stamp.set("Name", "Approved");
    copy.add((page, stamp));
    copy.add(at("Ink", word));
    let (page, mut free) = at("FreeText", word);
    free.set("Contents", utf_16("Čia trūksta datos"));
    copy.add((page, free));
    copy.add(at("Square", word));
    // A note in the margin beside the line.
    let beside = Rect { left: 4.0, right: 24.0, ..word.rect };
    let (page, mut note) = at("Text", &Word { rect: beside, ..word.clone() });
    note.set("Contents", utf_16("Paraštėje"));
    copy.add((page, note));
    copy.add(at("Link", word));
    copy.add(at("Widget", word));
    let comments = listed(&[copy.bytes()]);
    let mut found = keys(&comments, &["kind", "text"]);
    found.sort();
    let wanted = [
        ["free-text", "Čia trūksta datos"],
        ["ink", ""],
        ["note", "Paraštėje"],
        ["shape", ""],
        ["stamp", "Approved"],
    ];
    assert_eq!(found, wanted);
    assert!(comments.iter().all(|comment| text(comment, "reference") == "darbai 4"), "{comments:#?}");
}

/// Comments that are not near any value, or on a page that is not part of the draft, are listed too.
#[test]
fn unplaced_comments_are_listed_with_their_page() {
    let mut copy = Copy::new();
    let mut note = dictionary! { "Subtype" => "Text", "Contents" => utf_16("Viršelis gražus") };
    note.set("Rect", numbers(&[-500.0, -500.0, -480.0, -480.0]));
    copy.add((0, note));
    let no_place = dictionary! { "Subtype" => "Text", "Contents" => utf_16("Be vietos") };
    copy.add((1, no_place));
    let comments = listed(&[copy.bytes()]);
    assert_eq!(keys(&comments, &["text", "reference"]), [["Viršelis gražus", ""], ["Be vietos", ""]]);
    assert_eq!(comments[1]["found"], serde_json::json!([{ "file": "1.pdf", "page": 2 }]));
    let people = run(REPORT, &[copy.bytes()], &["--lang", "lt"]);
    let people = String::from_utf8(people.stdout).unwrap();
    assert!(
        people.contains("Vieta nerasta\n  1 psl. · 1.pdf · be vardo · pastaba\n    | Viršelis gražus\n"),
        "{people}"
    );
}

pub(crate) fn commented() -> Copy {
    let (page, mut annotation) = mark("Highlight", &work(2)[1..3]);
    annotation.extend(&dictionary! { "Contents" => utf_16("Kada?"), "T" => utf_16("Ona") });
    Copy::new().with((page, annotation))
}

#[track_caller]
fn assert_placed(what: &str, file: Vec<u8>) {
    let comments = listed(&[file]);
    let wanted = [["darbai 2".to_owned(), said(&work(2)[1..3]), "Kada?".to_owned()]];
    assert_eq!(keys(&comments, &["reference", "words", "text"]), wanted, "{what}");
}

#[test]
fn files_are_read_in_all_storage_formats() {
    let mut copy = commented();
    let mut modern = Vec::new();
    copy.0.save_modern(&mut modern).unwrap();
    assert_placed("object streams", modern);
    let version = EncryptionVersion::V2 {
        document: &copy.0,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    copy.0.encrypt(&state).unwrap();
    assert_placed("encrypted", copy.bytes());
    // Saved incrementally several times.
    let mut file = commented().bytes();
    for step in 0..5 {
        let previous = Document::load_mem(&file).unwrap();
        let mut update = lopdf::IncrementalDocument::create_from(file.clone(), previous);
        let page = update.get_prev_documents().get_pages()[&1];
        update.opt_clone_object_to_new_document(page).unwrap();
        update.new_document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Step", step);
        file.clear();
        update.save_to(&mut file).unwrap();
    }
    assert_placed("incremental", file);
}

#[test]
fn pages_may_be_rotated_cropped_reordered_or_extracted() {
    let page = work(2)[0].page;
    let mut turned = commented();
    let id = turned.page(page);
    turned.0.get_dictionary_mut(id).unwrap().set("Rotate", 90);
    assert_placed("turned", turned.bytes());
    let mut cropped = commented();
    cropped.0.get_dictionary_mut(id).unwrap().set("CropBox", numbers(&[50.0, 50.0, 500.0, 700.0]));
    assert_placed("cropped", cropped.bytes());
    let mut turned_over = commented();
    let root = turned_over.catalog().get(b"Pages").unwrap().as_reference().unwrap();
    let pages: Vec<ObjectId> = turned_over.0.get_pages().into_values().collect();
    let kids = |pages: Vec<ObjectId>| pages.into_iter().map(Object::from).collect::<Vec<_>>();
    for page in &pages {
        turned_over.0.get_dictionary_mut(*page).unwrap().set("Parent", root);
    }
    let count = i64::try_from(pages.len()).unwrap();
    let reversed: Vec<ObjectId> = pages.iter().rev().copied().collect();
    let tree = turned_over.0.get_dictionary_mut(root).unwrap();
    tree.set("Kids", kids(reversed));
    tree.set("Count", count);
    assert_placed("in another order", turned_over.bytes());
    let tree = turned_over.0.get_dictionary_mut(root).unwrap();
    tree.set("Kids", kids(vec![pages[page]]));
    tree.set("Count", 1);
    assert_placed("a page alone", turned_over.bytes());
    // Two pages appended to those of another file.
    tree_of_strange_pages(&mut turned_over, root, pages[page]);
    assert_placed("merged", turned_over.bytes());
}

fn tree_of_strange_pages(copy: &mut Copy, root: ObjectId, page: ObjectId) {
    let blank =
        dictionary! { "Type" => "Page", "Parent" => root, "MediaBox" => numbers(&[0.0, 0.0, 300.0, 300.0]) };
    let (one, other) = (copy.0.add_object(blank.clone()), copy.0.add_object(blank));
    let tree = copy.0.get_dictionary_mut(root).unwrap();
    tree.set("Kids", vec![one.into(), other.into(), page.into()]);
    tree.set("Count", 3);
}

/// A page whose content is rotated by 90° and scaled by half, as when two pages are put on a sheet.
#[test]
fn pages_may_be_scaled_onto_another_sheet() {
    let (page, _) = mark("Highlight", &work(2)[1..3]);
    let mut copy = Copy::new();
    let id = copy.page(page);
    let (width, height) = drafted().map.pages[page];
    // (x, y) becomes (y / 2 + 30, (width - x) / 2 + 40).
    let begin = format!("q 0 -0.5 0.5 0 30 {} cm\n", width / 2.0 + 40.0);
    let begin = copy.0.add_object(lopdf::Stream::new(Dictionary::new(), begin.into_bytes()));
    let end = copy.0.add_object(lopdf::Stream::new(Dictionary::new(), b"\nQ".to_vec()));
    let contents = copy.0.get_dictionary(id).unwrap().get(b"Contents").unwrap().clone();
    let contents = match contents {
        Object::Array(items) => items,
        one => vec![one],
    };
    let all: Vec<Object> = [vec![begin.into()], contents, vec![end.into()]].concat();
    let dict = copy.0.get_dictionary_mut(id).unwrap();
    dict.set("Contents", all);
    dict.set("MediaBox", numbers(&[0.0, 0.0, height / 2.0 + 60.0, width / 2.0 + 80.0]));
    for key in ["CropBox", "TrimBox", "BleedBox", "ArtBox"] {
        dict.remove(key.as_bytes());
    }
    let moved = |[x, y]: [f64; 2]| [y / 2.0 + 30.0, (width - x) / 2.0 + 40.0];
    let quads: Vec<f64> =
        work(2)[1..3].iter().flat_map(|word| corners(on_page(page, word.rect)).map(moved).concat()).collect();
    let annotation = dictionary! {
        "Subtype" => "Highlight", "Rect" => numbers(&[0.0, 0.0, 9.0, 9.0]), "QuadPoints" => numbers(&quads),
        "Contents" => utf_16("Kada?"), "T" => utf_16("Ona"),
    };
    copy.add((page, annotation));
    assert_placed("scaled", copy.bytes());
}

#[test]
fn duplicate_comments_in_several_copies_are_merged() {
    let named = |name: &str, author: &str, words: &str, date: &str| {
        let (page, mut annotation) = mark("Highlight", &work(2)[1..3]);
        annotation.extend(&dictionary! {
            "NM" => bytes(name.as_bytes()), "T" => utf_16(author), "Contents" => utf_16(words), "M" => bytes(date.as_bytes()),
        });
        (page, annotation)
    };
    // Programs number the comments of each file from one.
    let copies = [
        Copy::new().with(named("a-1", "Ona", "Kada?", "D:20240301")).bytes(),
        Copy::new().with(named("a-1", "Ona", "Kada ir kur?", "D:20240302")).bytes(),
        Copy::new().with(named("a-1", "Rūta", "Kada?", "D:20240303")).bytes(),
        Copy::new().with(named("b-7", "Rūta", "Kada?", "D:20240303")).bytes(),
    ];
    let comments = listed(&copies);
    assert_eq!(keys(&comments, &["author", "text"]), [["Ona", "Kada ir kur?"], ["Rūta", "Kada?"]]);
    assert_eq!(comments[0]["earlier"], serde_json::json!(["Kada?"]));
    assert_eq!(comments[0]["found"].as_array().unwrap().len(), 2);
}

#[test]
fn comments_follow_their_item_in_the_current_report() {
    let moved = REPORT
        .replace(
            "  motto: Vertę kuriame kartu\n  items:\n",
            "  motto: Vertę kuriame kartu\n  items:\n    - Naujas darbas.\n",
        )
        .replace("temai skirtas renginys", "temai skirtas didelis renginys");
    let comments = listed_today(&moved, &[commented().bytes()]);
    assert_eq!(keys(&comments, &["reference", "draft_reference"]), [["darbai 3", "darbai 2"]]);
    assert_eq!(comments[0]["line"], line_of(&moved, "nariams organizuotas"));
    assert_eq!((&comments[0]["changed"], &comments[0]["gone"]), (&true.into(), &false.into()));
    let start = moved.find("    - |\n      Klasterio nariams organizuotas").unwrap();
    let end = start + moved[start + 6..].find("\n    - ").unwrap() + 7;
    let without = format!("{}{}", &moved[..start], &moved[end..]);
    let comments = listed_today(&without, &[commented().bytes()]);
    assert_eq!((&comments[0]["gone"], &comments[0]["line"]), (&true.into(), &Value::Null));
    assert_eq!(keys(&comments, &["draft_reference", "text"]), [["darbai 2", "Kada?"]]);
}

/// A paragraph is followed by its words, although others were added before it and it was edited.
#[test]
fn comments_follow_their_paragraph() {
    let second = |word: usize| {
        let item = drafted().map.items.iter();
        let item = item.filter(|item| item.origin.path.pointer() == "/about/text");
        item.flat_map(|item| item.words.iter().map(move |it| (item.origin.part, it)))
            .filter(|(part, _)| *part == Some(1))
            .nth(word)
            .unwrap()
            .1
            .clone()
    };
    let word = (0..50).map(second).find(|word| word.text == "ir").unwrap();
    let file = Copy::new().with(mark("Highlight", &[word])).bytes();
    let paragraph = "  Asociacijos veiklos apima narių tarpusavio ryšių, vidaus ir išorės";
    let now = REPORT.replace(
        paragraph,
        "  Šiemet ir visada augome.\n\n  Asociacijos darbai apima narių tarpusavio ryšių, vidaus ir išorės",
    );
    let comments = listed_today(&now, std::slice::from_ref(&file));
    assert_eq!(keys(&comments, &["reference", "draft_reference", "words"]), [["apie 3", "apie 2", "ir"]]);
    assert_eq!(comments[0]["line"], line_of(&now, "vidaus ir išorės"));
    assert_eq!((&comments[0]["changed"], &comments[0]["gone"]), (&true.into(), &false.into()));
    let start = REPORT.find(paragraph).unwrap();
    let end = REPORT.find("\nmission:").unwrap();
    let without = format!("{}{}", &REPORT[..start], &REPORT[end..]);
    let comments = listed_today(&without, std::slice::from_ref(&file));
    assert_eq!((&comments[0]["gone"], &comments[0]["reference"]), (&true.into(), &Value::Null));
    assert_eq!(text(&comments[0], "draft_reference"), "apie 2");
    // Joined to the paragraph before it.
    let joined = REPORT.replace(&format!("\n\n{paragraph}"), &format!("\n{paragraph}"));
    let comments = listed_today(&joined, &[file]);
    assert_eq!((&comments[0]["gone"], text(&comments[0], "reference").as_str()), (&false.into(), "apie 1"));
}

#[test]
fn a_changed_figure_is_changed() {
    let amount = &words("/finance/income/0/amount")[..1];
    let file = Copy::new().with(mark("Highlight", amount)).bytes();
    for (now, is_changed) in [("amount: 7217", false), ("amount: 7317", true)] {
        let comments = listed_today(&REPORT.replace("amount: 7217", now), std::slice::from_ref(&file));
        assert_eq!(keys(&comments, &["reference"]), [["pajamos 1"]]);
        assert_eq!(comments[0]["changed"], is_changed, "{now}");
    }
}

/// Without embedded data, a draft is identified by its footer, and its pages are laid out again.
#[test]
fn a_draft_without_data_is_recognised_by_its_fingerprint() {
    let file = commented().without_data().bytes();
    assert_placed("without its data", file.clone());
    // The report has changed since, and its old values are not available.
    let changed = REPORT.replace("amount: 7217", "amount: 7317");
    let run = run(&changed, &[file], &["--lang", "lt"]);
    assert_eq!(run.status, 0);
    assert!(run.stderr.contains(&format!("kurios kodas {}", drafted().fingerprint)), "{}", run.stderr);
    assert!(String::from_utf8(run.stdout).unwrap().contains("Kada?"));
}

#[cfg(unix)]
#[test]
fn the_report_of_a_draft_is_found_in_the_git_history() {
    let mut ataskaita = Ataskaita::new();
    ataskaita.file("data/2023.yaml", REPORT).file("a.pdf", commented().without_data().bytes());
    let changed = REPORT.replace("temai skirtas renginys", "temai skirtas didelis renginys");
    ataskaita.file("changed.yaml", changed);
    let run = ataskaita.shell(
        "git init -q && git add data && git -c user.name=A -c user.email=a@b.lt commit -qm A && \
         cp changed.yaml data/2023.yaml && $ATASKAITA comments a.pdf --format json",
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    let comments: Vec<Value> = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(keys(&comments, &["reference", "words"]), [["darbai 2".to_owned(), said(&work(2)[1..3])]]);
    assert_eq!(comments[0]["changed"], true);
}

#[test]
fn a_reprinted_draft_is_recognised() {
    let run = run(REPORT, &[Copy::new().without_data().bytes()], &["--lang", "lt"]);
    assert_eq!((run.status, run.stdout.len()), (0, 0));
    assert!(run.stderr.contains("išspausdintas į PDF iš naujo"), "{}", run.stderr);
}

/// A draft that came back without annotations: nobody wrote any, or a program has made them part of the pages.
#[test]
fn a_draft_without_comments_says_so() {
    let run = run(REPORT, &[Copy::new().bytes()], &["--lang", "lt"]);
    assert_eq!((run.status, run.stdout.len()), (0, 0));
    assert!(run.stderr.contains("pastaba[draft-bare]: 1.pdf: komentarų faile nėra"), "{}", run.stderr);
    assert!(run.stderr.contains("paprašykite failo, kuriame jie rašyti"), "{}", run.stderr);
}

/// The comments in other files are listed nevertheless.
#[test]
fn a_draft_with_a_password_is_reported() {
    let mut locked = commented();
    let version = EncryptionVersion::V2 {
        document: &locked.0,
        owner_password: "owner",
        user_password: "slapta",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    locked.0.encrypt(&state).unwrap();
    let run = run(REPORT, &[locked.bytes(), commented().bytes()], &["--lang", "lt"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("klaida[draft-locked]: 1.pdf: PDF apsaugotas slaptažodžiu"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.ends_with("\n1 komentaras, 1 failas\n"), "{}", run.stderr);
    let listed = String::from_utf8(run.stdout).unwrap();
    assert!(listed.contains("2.pdf") && listed.contains("Kada?"), "{listed}");
}

/// Drafts of two reports in one file, as programs that join PDFs leave it: with the data of the first, or with none.
#[test]
fn drafts_joined_in_one_file_keep_their_comments() {
    let other = MINIMAL.replace("year: 2023", "year: 2022");
    let source = Source::new("2022.yaml", "data", &*other);
    let second = draft(&source, &TYPESETTER, &DraftOptions::default()).unwrap();
    let is_wanted = |item: &&Placed| item.origin.path.pointer() == "/activities/items/0/text";
    let item = second.map.items.iter().find(is_wanted).unwrap();
    let word = &item.words[0];
    let (page, mut note) = at("Highlight", word);
    let height = second.map.pages[page].1;
    let Rect { left, top, right, bottom } = word.rect;
    let rect = [left, height - bottom, right, height - top];
    note.extend(&dictionary! {
        "Rect" => numbers(&rect), "QuadPoints" => numbers(&corners(rect).concat()), "Contents" => utf_16("Su kuo?"),
    });
    let mut second = Copy(Document::load_mem(&second.pdf).unwrap());
    second.add((page, note));
    for mut joined in [commented(), commented().without_data()] {
        joined.append(second.0.clone());
        let mut ataskaita = Ataskaita::new();
        ataskaita.file("data/2023.yaml", REPORT).file("data/2022.yaml", &other).file("a.pdf", joined.bytes());
        let run = ataskaita.run(&["comments", "a.pdf", "--format", "json"]);
        assert_eq!((run.status, &*run.stderr), (0, ""));
        let comments: Vec<Value> = serde_json::from_slice(&run.stdout).unwrap();
        let mut found = keys(&comments, &["file", "reference", "words", "text"]);
        found.sort();
        let wanted = [
            ["data/2022.yaml", "darbai 1", "Susitikome.", "Su kuo?"].map(str::to_owned),
            ["data/2023.yaml", "darbai 2", &said(&work(2)[1..3]), "Kada?"].map(str::to_owned),
        ];
        assert_eq!(found, wanted);
    }
}

#[test]
fn comments_cannot_forge_lines() {
    let (page, mut annotation) = mark("Highlight", &work(2)[1..3]);
    let hostile = "Gerai\u{1b}[2J\r\ndarbai 9  data/2023.yaml:1:1\n  1 psl. · Ona · pastaba\n- [x] \u{202e}## x\n<b>x</b>";
    annotation.extend(&dictionary! {
        "Contents" => utf_16(hostile), "T" => utf_16("Ona\u{1b}[31m\n- [x] padaryta"), "NM" => utf_16(hostile),
    });
    let file = Copy::new().with((page, annotation)).bytes();
    for format in ["human", "markdown"] {
        let run = run(REPORT, std::slice::from_ref(&file), &["--lang", "lt", "--format", format]);
        let list = String::from_utf8(run.stdout).unwrap();
        assert!(!list.contains(['\u{1b}', '\r', '\u{202e}']), "{list:?}");
        let forged = list.lines().filter(|line| {
            line.starts_with("darbai 9") || line.starts_with("- [x]") || line.starts_with("  1 psl.")
        });
        assert_eq!(forged.count(), 0, "{list}");
        assert!(format == "human" || !list.contains("<b>") || list.contains("\\<b\\>"), "{list}");
    }
}

/// A file of another program, with a page without text.
fn foreign(annotations: Vec<Object>) -> Vec<u8> {
    let mut foreign = Document::with_version("1.5");
    let page = foreign.new_object_id();
    let pages =
        foreign.add_object(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 });
    let dict = dictionary! { "Type" => "Page", "Parent" => pages, "Annots" => annotations };
    foreign.objects.insert(page, dict.into());
    let catalog = foreign.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    foreign.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    foreign.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn files_that_are_not_drafts_are_reported() {
    let note = dictionary! { "Subtype" => "Text", "Rect" => numbers(&[0.0, 0.0, 9.0, 9.0]), "Contents" => utf_16("Sveiki") };
    let files =
        [foreign(vec![note.into()]), b"%PDF-1.7\nx".to_vec(), b"PK\x03\x04".to_vec(), foreign(Vec::new())];
    let run = run(REPORT, &files, &["--lang", "lt"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("klaida[draft-foreign]: 1.pdf: tai ne šios programos"), "{}", run.stderr);
    assert!(run.stderr.contains("klaida[pdf-unreadable]: 2.pdf"), "{}", run.stderr);
    assert!(run.stderr.contains("klaida[pdf-unreadable]: 3.pdf"), "{}", run.stderr);
    // A page without text is an image of one.
    assert!(
        run.stderr.contains("įspėjimas[draft-scanned]: 4.pdf: faile – tik puslapių vaizdai"),
        "{}",
        run.stderr
    );
    assert_eq!(run.stderr.matches("išvardyti pagal puslapius").count(), 1, "{}", run.stderr);
    assert!(String::from_utf8(run.stdout).unwrap().contains("    | Sveiki\n"));
    let unread = self::run(REPORT, &[b"PK\x03\x04".to_vec()], &["--format", "markdown"]);
    assert_eq!((unread.status, unread.stdout.len()), (1, 0), "nobody knows whether it has comments");
}

/// Processing a malicious file takes no more time than an ordinary one.
#[test]
fn hostile_annotations_are_bounded() {
    let mut copy = commented();
    let page = work(2)[0].page;
    // Circular replies, replies to nothing, and invalid rectangles.
    let (one, other) = (copy.0.new_object_id(), copy.0.new_object_id());
    let note = |to: ObjectId| dictionary! { "Subtype" => "Text", "IRT" => to, "Contents" => utf_16("Ratu"), "Rect" => numbers(&[-1e9, 0.0, 1e9, 9.0]) };
    copy.0.objects.insert(one, note(other).into());
    copy.0.objects.insert(other, note(one).into());
    copy.0.objects.insert((90_000, 0), note((99_999, 0)).into());
    let id = copy.page(page);
    let dict = copy.0.get_dictionary_mut(id).unwrap();
    let mut all = dict.get(b"Annots").unwrap().as_array().unwrap().clone();
    all.extend([one.into(), other.into(), (90_000, 0).into(), (80_000, 0).into()]);
    // The same one a hundred thousand times.
    all.extend(vec![Object::Reference(one); 100_000]);
    dict.set("Annots", all);
    let comments = listed(&[copy.bytes()]);
    assert_eq!(comments.iter().filter(|comment| text(comment, "text") == "Kada?").count(), 1);
    let rings = comments.iter().filter(|comment| text(comment, "text") == "Ratu").count();
    assert!((1..=3).contains(&rings), "{rings}");
}
