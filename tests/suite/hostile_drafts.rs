//! Drafts with forged data. Comments on them are listed nevertheless, in bounded time and memory.

use lopdf::{Object, ObjectId, Stream, dictionary};
use serde_json::{Value, json};

use crate::comments::{Copy, REPORT, commented, run};
use crate::limited::limited;

/// The limits of a child process, which makes a draft and then runs the program on each forged copy.
const SECONDS: u32 = 60;
const MEBIBYTES: u32 = 700;

/// The stream with the data of a draft.
fn data(copy: &mut Copy) -> (ObjectId, &mut Stream) {
    let files = copy.0.objects.values().filter_map(|object| object.as_dict().ok());
    let mut streams = files.filter_map(|file| file.get_deref(b"EF", &copy.0).and_then(Object::as_dict).ok());
    let id = streams.find_map(|stream| stream.get(b"F").and_then(Object::as_reference).ok()).unwrap();
    let stream = copy.0.get_object_mut(id).and_then(Object::as_stream_mut).unwrap();
    (id, stream)
}

/// A commented draft with other data.
fn with_data(data: Vec<u8>) -> Vec<u8> {
    let mut copy = commented();
    let stream = self::data(&mut copy).1;
    stream.dict.remove(b"Filter");
    stream.set_content(data);
    stream.compress().unwrap();
    copy.bytes()
}

/// A commented draft whose data is changed.
fn with_changed_data(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut copy = commented();
    let content = data(&mut copy).1.get_plain_content().unwrap();
    let mut json = serde_json::from_slice(&content).unwrap();
    change(&mut json);
    with_data(json.to_string().into_bytes())
}

/// The program's list and messages for a file, beside a report that is not that of the draft.
#[track_caller]
fn listed(what: &str, file: Vec<u8>) -> (String, String) {
    let changed = REPORT.replace("amount: 7217", "amount: 7317");
    let run = run(&changed, &[file], &["--lang", "lt"]);
    assert!(matches!(run.status, 0 | 1), "{what}: {}", run.stderr);
    let list = String::from_utf8(run.stdout).unwrap();
    assert!(!run.stderr.contains("panicked"), "{what}: {}", run.stderr);
    assert!(list.contains("    | Kada?\n"), "{what}: {list}{}", run.stderr);
    (list, run.stderr)
}

#[track_caller]
fn assert_listed_by_page(what: &str, file: Vec<u8>) {
    let (list, said) = listed(what, file);
    assert!(list.starts_with("Vieta nerasta\n"), "{what}: {list}");
    assert!(said.contains("faile neliko juodraščio duomenų, o ataskaitos, kurios kodas"), "{what}: {said}");
}

#[test]
fn unusable_data_is_reported_and_comments_are_listed_by_page() {
    limited(SECONDS, MEBIBYTES, || {
        assert_listed_by_page("bomb", with_data(vec![b' '; 80 << 20]));
        assert_listed_by_page("no JSON", with_data(b"{\"format\": 1, ".to_vec()));
        assert_listed_by_page("other JSON", with_data(b"[{\"format\": 1}]".to_vec()));
        assert_listed_by_page("deep JSON", with_data(vec![b'['; 4 << 20]));
        let deep = [b"{\"format\": 1, \"report\": ".to_vec(), vec![b'['; 4 << 20]].concat();
        assert_listed_by_page("deep report", with_data(deep));
        assert_listed_by_page("other version", with_changed_data(|data| data["format"] = json!(2)));
        // The data must be that of the page, whatever it states itself.
        assert_listed_by_page("other report", with_changed_data(|data| data["report"]["year"] = json!(2022)));
        assert_listed_by_page("no map", with_changed_data(|data| data["map"] = json!({ "pages": [] })));
    });
}

/// Names are compared, never opened: data with another name is not that of the draft.
#[test]
fn names_of_data_lead_nowhere() {
    limited(SECONDS, MEBIBYTES, || {
        for name in ["../../data/2023.yaml", "/etc/passwd", "C:\\x", "ataskaita-draft.json/..", ""] {
            let mut copy = commented();
            for object in copy.0.objects.values_mut() {
                if let Ok(file) = object.as_dict_mut()
                    && file.has(b"EF")
                {
                    file.set("F", Object::string_literal(name));
                    file.set("UF", Object::string_literal(name));
                }
            }
            assert_listed_by_page(name, copy.bytes());
        }
    });
}

/// Whatever a map states, the comment is listed.
#[test]
fn forged_maps_are_bounded() {
    limited(SECONDS, MEBIBYTES, || {
        let word = json!({ "page": 0, "left": 0.0, "top": 0.0, "right": 9.0, "bottom": 9.0, "text": "a" });
        let item = |pointer: String, word: &Value| json!({ "pointer": pointer, "words": [word] });
        let long = item("/a".repeat(1 << 20), &word);
        listed("long pointer", with_changed_data(|data| data["map"]["items"] = json!([long])));
        let many: Vec<Value> = (0..40_000).map(|number| item(format!("/x/{number}"), &word)).collect();
        listed("many items", with_changed_data(|data| data["map"]["items"] = json!(many)));
        let mut far = word.clone();
        (far["page"], far["right"], far["top"]) = (json!(u64::MAX), json!(1e308), json!(-1e308));
        let far = item("/activities/items/1/text".to_owned(), &far);
        listed("far words", with_changed_data(|data| data["map"]["items"] = json!([far])));
        listed("no pages", with_changed_data(|data| data["map"]["pages"] = json!([])));
        let size = json!([[1e308, -1e308], [0.0, 0.0]]);
        listed("strange pages", with_changed_data(|data| data["map"]["pages"] = size));
    });
}

/// Of several attachments, the one of the draft on the page counts.
#[test]
fn duplicated_data_does_not_hide_the_right_one() {
    limited(SECONDS, MEBIBYTES, || {
        let mut copy = commented();
        let is_file = |object: &Object| object.as_dict().is_ok_and(|file| file.has(b"EF"));
        let right = *copy.0.objects.iter().find(|(_, object)| is_file(object)).unwrap().0;
        let forged = copy.0.add_object(Stream::new(lopdf::Dictionary::new(), b"{}".to_vec()));
        let name = Object::string_literal("ataskaita-draft.json");
        let files: Vec<Object> = (0..2_000)
            .map(|_| {
                let file = dictionary! {
                    "Type" => "Filespec", "F" => name.clone(), "UF" => name.clone(),
                    "EF" => dictionary! { "F" => forged },
                };
                copy.0.add_object(file).into()
            })
            .collect();
        let all = files.into_iter().chain([right.into()]).collect::<Vec<_>>();
        let catalog = copy.0.catalog_mut().unwrap();
        catalog.remove(b"Names");
        catalog.set("AF", all);
        let (list, _) = listed("duplicated", copy.bytes());
        assert!(list.starts_with("darbai 2"), "{list}");
    });
}

/// A file that broke off on its way is read as far as possible, or it is said that it cannot be.
#[test]
fn truncated_drafts_are_read_or_reported() {
    limited(SECONDS, MEBIBYTES, || {
        let file = commented().bytes();
        for share in [1, 3, 5, 7, 9] {
            let part = file[..file.len() / 10 * share].to_vec();
            let run = run(REPORT, &[part], &["--lang", "lt"]);
            assert!(matches!(run.status, 0 | 1), "{share}: {}", run.stderr);
            let list = String::from_utf8(run.stdout).unwrap();
            let is_reported = run.stderr.contains("klaida[pdf-unreadable]: 1.pdf: ");
            assert!(list.contains("Kada?") || is_reported, "{share}: {list}{}", run.stderr);
        }
    });
}
