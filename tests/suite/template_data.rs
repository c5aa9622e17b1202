//! What templates read from `/report.json` is what their documentation says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ataskaita::document::{
    ChangeBar, Document, DraftItem, DraftList, DraftView, Frame, Note, PageNotes, Side,
};
use ataskaita::images::Images;
use ataskaita::source::Source;
use ataskaita::typeset::{Edition, Layout, Typesetter};
use serde_json::Value;
use typst::foundations::NativeElement;
use typst::introspection::{Introspector, MetadataElem};

use crate::press::{ROOT, shown};
use crate::reports::REPORTS;

type Names = BTreeSet<String>;

/// Every key that a test report writes is named where the documentation describes its place, and every key that is named
/// is written for a test report.
#[test]
fn every_key_of_the_data_is_documented() {
    let documentation = Documentation::read();
    let mut written = Written::default();
    for data in all_data() {
        written.add(&data);
    }

    assert_eq!(written.top.keys().collect::<Vec<_>>(), documentation.top.keys().collect::<Vec<_>>());
    assert_eq!(written.kinds.keys().collect::<Vec<_>>(), documentation.kinds.keys().collect::<Vec<_>>());
    let mut wrong = Vec::new();
    let places = documentation.top.iter().filter(|(name, _)| *name != "sections");
    let places = places.map(|(name, named)| (name, &written.top[name], named));
    let kinds = documentation.kinds.iter().map(|(kind, named)| (kind, &written.kinds[kind], named));
    for (name, written, named) in places.chain(kinds) {
        let undocumented =
            written.iter().filter(|key| !named.contains(*key) && !documentation.shared.contains(*key));
        wrong.extend(undocumented.map(|key| format!("`{key}` of `{name}` is not documented")));
        wrong
            .extend(named.difference(written).map(|key| format!("`{key}` of `{name}` is in no test report")));
    }
    let everywhere: Names = written.top.values().chain(written.kinds.values()).flatten().cloned().collect();
    wrong.extend(
        documentation.shared.difference(&everywhere).map(|key| format!("`{key}` is in no test report")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The keys that `templates/README.md` names.
struct Documentation {
    /// At the top, with the keys inside.
    top: BTreeMap<String, Names>,
    /// The kinds of sections, with their keys.
    kinds: BTreeMap<String, Names>,
    /// Of values that are in several places.
    shared: Names,
}

impl Documentation {
    fn read() -> Self {
        let text = fs::read_to_string(Path::new(ROOT).join("templates/README.md")).unwrap();
        let start = text.find("## The data").unwrap();
        let end = start + text[start..].find("\n## The tokens").unwrap();
        let mut tables = Vec::new();
        let mut shared = Names::new();
        let mut was_row = false;
        for line in text[start..end].lines() {
            let cells: Vec<&str> = line.split('|').collect();
            if let [_, names, contents, _] = cells[..] {
                if !was_row {
                    tables.push(BTreeMap::new());
                }
                let table = tables.last_mut().unwrap();
                table.extend(keys_in(names).into_iter().map(|name| (name, keys_in(contents))));
            } else {
                shared.extend(keys_in(line));
            }
            was_row = cells.len() == 4;
        }
        let [top, kinds]: [_; 2] = tables.try_into().unwrap();
        Self { top, kinds, shared }
    }
}

/// The words in backticks that may be keys: not functions, files or values.
fn keys_in(text: &str) -> Names {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_key = |word: &&str| *word != "null" && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    quoted.filter(is_key).map(str::to_owned).collect()
}

/// The keys in the data of reports.
#[derive(Default)]
struct Written {
    top: BTreeMap<String, Names>,
    kinds: BTreeMap<String, Names>,
}

impl Written {
    fn add(&mut self, data: &Value) {
        for (name, value) in data.as_object().unwrap() {
            let keys = self.top.entry(name.clone()).or_default();
            if name == "sections" {
                for section in value.as_array().unwrap() {
                    let kind = section["kind"].as_str().unwrap().to_owned();
                    collect(section, self.kinds.entry(kind).or_default());
                }
            } else {
                collect(value, keys);
            }
        }
    }
}

fn collect(value: &Value, keys: &mut Names) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                keys.insert(key.clone());
                collect(value, keys);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, keys)),
        _ => {}
    }
}

/// What a template reads from `/report.json` for each test report, and for a draft.
fn all_data() -> Vec<Value> {
    const TEMPLATE: &str = "#set document(title: [x], date: none)\n#metadata(json(\"/report.json\"))\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.typ"), TEMPLATE).unwrap();
    let typesetter = Typesetter::new(Some(folder.path()), None).unwrap();
    let mut all = Vec::new();
    for report in &REPORTS {
        let source = Source::new("report.yaml", report.folder(), report.yaml);
        let read = source.report().unwrap_or_else(|errors| panic!("{}", shown(&errors)));
        let (images, _) = Images::read(&read, source.folder(), typesetter.svg_fonts());
        let mut composition = typesetter.compose(Document::new(&read, &images, None), &images);
        all.push(metadata(&composition.lay_out(Edition::Screen).unwrap()));
        if report.name == "full" {
            // The texts have origins, which `data.typ` takes out.
            let Value::Object(mut draft) =
                metadata(&composition.lay_out_draft(&draft(), String::new()).unwrap().0)
            else {
                panic!("the data is an object");
            };
            draft.retain(|key, _| ["draft", "words"].contains(&&**key));
            all.push(draft.into());
        }
    }
    all
}

fn metadata(layout: &Layout<'_>) -> Value {
    let found = layout.pages().introspector().query_first(&MetadataElem::ELEM.select()).unwrap();
    serde_json::to_value(&found.to_packed::<MetadataElem>().unwrap().value).unwrap()
}

fn draft() -> DraftView {
    let frame = Frame { left: 1.0, top: 1.0, width: 1.0, height: 1.0 };
    let notes = PageNotes {
        notes: vec![Note { text: "goals.1".to_owned(), side: Side::Left, top: 1.0 }],
        gaps: vec![frame],
        bars: vec![ChangeBar { top: 1.0, height: 1.0 }],
    };
    let lists = vec![DraftList::missing(vec![DraftItem::default()])];
    DraftView { pages: vec![notes], lists, ..DraftView::new("0000", None) }
}
