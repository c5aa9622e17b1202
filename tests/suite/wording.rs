//! The expected text of a report, derived from the YAML independently of the program.

use serde_yaml::Value;

use crate::pdf::{File, squeeze};

/// The expected text of a report.
pub(crate) struct Wording {
    /// The texts before the table of contents, in order.
    pub(crate) cover: Vec<String>,
    /// The texts below the table of contents, in order.
    pub(crate) imprint: Vec<String>,
    /// The sections after the table of contents, in order.
    pub(crate) sections: Vec<Expected>,
    /// The alternative texts of the logo and the images.
    pub(crate) alternatives: Vec<String>,
}

/// The expected text of a section.
pub(crate) struct Expected {
    /// Its heading.
    pub(crate) title: String,
    /// The texts in a fixed order.
    pub(crate) in_order: Vec<String>,
    /// Other orders of the same texts, of which each is as good.
    pub(crate) or_in_order: Vec<Vec<String>>,
    /// The texts whose position depends on the design.
    pub(crate) somewhere: Vec<String>,
}

/// The sections that may open with an image.
const STANDARD_SECTIONS: [&str; 9] =
    ["goals", "people", "members", "numbers", "activities", "projects", "finance", "supporters", "plans"];

impl Expected {
    fn new(section: &Value, usual: &str) -> Self {
        let title = text(&section["title"]).unwrap_or_else(|| usual.to_owned());
        let mut expected =
            Self { title, in_order: Vec::new(), or_in_order: Vec::new(), somewhere: Vec::new() };
        expected.prose(&section["motto"]);
        expected.pictures(section);
        expected
    }

    fn prose(&mut self, prose: &Value) {
        let Some(prose) = text(prose) else { return };
        self.in_order.extend(prose.split("\n\n").map(plain).filter(|paragraph| !paragraph.is_empty()));
    }

    fn items(&mut self, items: &Value) {
        for item in list(items) {
            self.prose(item);
        }
    }

    fn blocks(&mut self, blocks: &Value) {
        let Some(blocks) = text(blocks) else { return };
        let mut paragraph = String::new();
        for line in blocks.lines().map(str::trim).chain([""]) {
            let rest = without_marks(line);
            if line.is_empty() || rest != line || line.starts_with('|') {
                self.in_order.extend(Some(plain(&paragraph)).filter(|words| !words.is_empty()));
                paragraph.clear();
            }
            if line.starts_with('|') {
                let cells = line.trim_matches('|').split('|').map(str::trim);
                let cells =
                    cells.filter(|cell| !cell.is_empty() && !cell.trim_matches([':', '-']).is_empty());
                self.in_order.extend(cells.map(plain));
            } else {
                paragraph.push(' ');
                paragraph.push_str(rest);
            }
        }
    }

    fn pictures(&mut self, item: &Value) {
        for image in pictures(item) {
            self.somewhere.extend(text(&image["caption"]).map(|caption| plain(&caption)));
            self.somewhere.extend(text(&image["credit"]));
        }
    }
}

impl Wording {
    /// Derives the expected text of a report.
    pub(crate) fn of(yaml: &str) -> Self {
        let report: Value = serde_yaml::from_str(yaml).unwrap();
        let organization = &report["organization"];
        let year = report["year"].as_u64().unwrap();
        let name = text(&organization["name"]).unwrap();

        let mut imprint = Vec::new();
        for (label, value) in [
            ("Teisinė forma", text(&organization["legal_form"])),
            ("Kodas", text(&organization["code"])),
            ("Laikotarpis", period(&report["period"])),
            ("Paskelbta", text(&report["published"]).map(|date| long_date(&date))),
            ("Viršelio nuotrauka", text(&report["cover"]["image"]["credit"])),
        ] {
            imprint.extend(value.map(|value| [label.to_owned(), value]).into_iter().flatten());
        }

        let usual = [
            ("cover", None),
            ("about", Some(about(&report["about"]))),
            ("mission", report.get("mission").map(|mission| passage(mission, "Misija"))),
            ("vision", report.get("vision").map(|vision| passage(vision, "Vizija"))),
            ("goals", report.get("goals").map(goals)),
            ("people", report.get("people").map(people)),
            ("members", report.get("members").map(|_| members(&report, year))),
            ("numbers", report.get("numbers").map(|numbers| self::numbers(numbers, year))),
            ("activities", Some(activities(&report["activities"]))),
            ("projects", report.get("projects").map(|projects| self::projects(projects, &report))),
            ("finance", Some(finance(&report["finance"], year))),
            ("supporters", report.get("supporters").map(|supporters| self::supporters(supporters, &report))),
            ("plans", plans(&report["plans"], year)),
        ];
        let mut sections = Vec::new();
        for (anchor, section) in usual {
            sections.extend(section);
            let free = list(&report["sections"]).filter(|free| free["after"].as_str() == Some(anchor));
            sections.extend(free.map(|section| {
                let mut expected = Expected::new(section, "");
                expected.blocks(&section["body"]);
                expected.prose(&section["quote"]["text"]);
                let role =
                    text(&section["quote"]["role"]).map(|role| format!(", {role}")).unwrap_or_default();
                expected.in_order.extend(text(&section["quote"]["name"]).map(|name| format!("{name}{role}")));
                expected
            }));
        }
        sections.push(contact(&report["contact"]));

        let grouped = list(&report["activities"]["groups"]).flat_map(|group| list(&group["items"]));
        let items = list(&report["activities"]["items"])
            .chain(grouped)
            .chain(list(&report["projects"]["items"]))
            .chain(list(&report["sections"]))
            .chain(STANDARD_SECTIONS.map(|section| &report[section]));
        let alternatives = items.flat_map(pictures).chain(report["cover"].get("image"));
        let alternatives = alternatives.filter_map(|image| text(&image["alt"]));
        let quoted = list(&report["sections"]).map(|section| &section["quote"]);
        let quoted = quoted.filter(|quote| quote.get("portrait").is_some());
        let quoted = quoted.map(|quote| format!("Portretas: {}", text(&quote["name"]).unwrap()));
        let logo = organization.get("logo").map(|_| format!("Logotipas: {name}"));
        let of_each = |section: &str, key: &str, words: &str| -> Vec<String> {
            let items = list(&report[section]["groups"]).flat_map(|group| list(&group["items"]));
            let with = items.filter(|item| item.get(key).is_some());
            with.map(|item| format!("{words}: {}", text(&item["name"]).unwrap())).collect()
        };
        let portraits = of_each("people", "portrait", "Portretas");
        let logos = of_each("supporters", "logo", "Logotipas");
        let mut cover = vec![name, year.to_string(), "VEIKLOS ATASKAITA".to_owned()];
        cover.extend(period(&report["period"]));
        Self {
            alternatives: logo
                .into_iter()
                .chain(alternatives)
                .chain(quoted)
                .chain(portraits)
                .chain(logos)
                .collect(),
            cover,
            imprint,
            sections,
        }
    }

    /// Asserts that a file has all texts in this order, and no other sections.
    pub(crate) fn assert_said_by(&self, file: &File) {
        let said = file.sections();
        let (contents, sections) = said.split_first().expect("there are sections");
        assert_eq!(contents.title, "Turinys");
        let titles: Vec<&str> = sections.iter().map(|section| section.title.as_str()).collect();
        let expected: Vec<String> = self.sections.iter().map(|section| squeeze(&section.title)).collect();
        assert_eq!(titles, expected, "the headings");

        let whole = squeeze(&file.text());
        let before = whole.split_once("Turinys").map(|(before, _)| before).unwrap();
        assert_apart_in_order(before, &self.cover);
        assert_apart_in_order(&contents.text, &[expected, self.imprint.clone()].concat());
        for (section, expected) in sections.iter().zip(&self.sections) {
            if !expected
                .or_in_order
                .iter()
                .any(|order| found_in_order(&section.text, order, find_apart).is_ok())
            {
                assert_apart_in_order(&section.text, &expected.in_order);
            }
            for text in &expected.somewhere {
                // An opening image comes before the heading of its section.
                let place =
                    if squeeze(&section.text).contains(text.as_str()) { &section.text } else { &whole };
                assert_apart_in_order(place, std::slice::from_ref(text));
            }
        }
        let figures = file.structure.all("Figure");
        for alternative in &self.alternatives {
            let said = figures.iter().filter_map(|figure| figure.alt.as_deref());
            assert_eq!(
                said.filter(|alt| squeeze(alt) == squeeze(alternative)).count(),
                self.alternatives.iter().filter(|other| *other == alternative).count(),
                "pictures of “{alternative}”"
            );
        }
    }
}

/// Asserts that a text contains others in order, each as whole words.
pub(crate) fn assert_in_order(text: &str, expected: &[impl AsRef<str>]) {
    found_in_order(text, expected, find_words).unwrap_or_else(|missing| panic!("{missing}"));
}

/// Asserts that a text contains others in order, each separated from the text around it.
fn assert_apart_in_order(text: &str, expected: &[impl AsRef<str>]) {
    found_in_order(text, expected, find_apart).unwrap_or_else(|missing| panic!("{missing}"));
}

/// The position of words that are separated from the surrounding text.
fn find_apart(text: &str, words: &str) -> Option<usize> {
    text.match_indices(words).map(|(start, _)| start).find(|start| {
        let (before, after) = (&text[..*start], &text[start + words.len()..]);
        before.chars().next_back().is_none_or(char::is_whitespace)
            && after.chars().next().is_none_or(char::is_whitespace)
    })
}

/// Succeeds if a text contains others in order; otherwise returns the missing one.
fn found_in_order(
    text: &str,
    expected: &[impl AsRef<str>],
    find: impl Fn(&str, &str) -> Option<usize>,
) -> Result<(), String> {
    let text = squeeze(text);
    let mut rest = text.as_str();
    for expected in expected {
        let wanted = squeeze(expected.as_ref());
        match find(rest, &wanted) {
            Some(start) => rest = &rest[start + wanted.len()..],
            None => {
                return Err(format!(
                    "“{wanted}” is not here, or not in its place:\n{rest}\nof the text\n{text}"
                ));
            }
        }
    }
    Ok(())
}

/// The positions of whole words in a text, not as parts of longer words.
pub(crate) fn find_words(text: &str, words: &str) -> Option<usize> {
    word_starts(text, words).next()
}

/// The number of occurrences of whole words in a text.
pub(crate) fn count_words(text: &str, words: &str) -> usize {
    word_starts(text, words).count()
}

fn word_starts(text: &str, words: &str) -> impl Iterator<Item = usize> {
    let joined = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(words).map(|(start, _)| start).filter(move |start| {
        let (before, after) = (&text[..*start], &text[start + words.len()..]);
        !joined(before.chars().next_back(), words.chars().next())
            && !joined(words.chars().next_back(), after.chars().next())
    })
}

fn passage(passage: &Value, usual: &str) -> Expected {
    let mut expected = Expected::new(passage, usual);
    expected.prose(if passage.is_mapping() { &passage["text"] } else { passage });
    expected
}

fn goals(goals: &Value) -> Expected {
    let mut expected = Expected::new(goals, "Veiklos tikslai");
    expected.items(&goals["items"]);
    expected
}

fn people(people: &Value) -> Expected {
    let mut expected = Expected::new(people, "Žmonės");
    for group in list(&people["groups"]) {
        expected.in_order.extend(text(&group["title"]));
        for person in list(&group["items"]) {
            for key in ["name", "role", "organization"] {
                expected.in_order.extend(text(&person[key]));
            }
            expected.prose(&person["text"]);
        }
    }
    expected
}

fn supporters(supporters: &Value, report: &Value) -> Expected {
    let mut expected = Expected::new(supporters, "Rėmėjai ir partneriai");
    let items = || list(&supporters["groups"]).flat_map(|group| list(&group["items"]));
    let shown = items().filter_map(|item| cents(&item["amount"])).any(|amount| amount % 100 != 0);
    let currency = text(&report["finance"]["currency"]).unwrap();
    let currency = if currency == "EUR" { "Eur" } else { &currency };
    for group in list(&supporters["groups"]) {
        expected.in_order.extend(text(&group["title"]));
        for item in list(&group["items"]) {
            expected.in_order.extend(text(&item["name"]));
            expected.in_order.extend(text(&item["website"]));
            let amount = cents(&item["amount"]).map(|amount| written(amount, shown));
            expected.in_order.extend(amount.map(|amount| format!("{amount} {currency}")));
        }
    }
    expected
}

/// A period in words. The year of its end is only given if it is different.
fn period(period: &Value) -> Option<String> {
    let [from, to] = ["from", "to"].map(|key| text(&period[key]));
    let (from, to) = (from?, to?);
    let words = long_date(&to);
    let end =
        if from.get(..4) == to.get(..4) { words.split_once("m. ").unwrap().1.to_owned() } else { words };
    Some(format!("{} – {end}", long_date(&from)))
}

fn members(report: &Value, year: u64) -> Expected {
    let members = &report["members"];
    let form = text(&report["organization"]["legal_form"]).unwrap_or_default();
    let title = text(&members["title"]);
    let holders = members["holders"].as_bool().unwrap_or(match title {
        Some(title) => title.to_lowercase().contains("dalinink"),
        None => form == "viešoji įstaiga",
    });
    let usual = match form.as_str() {
        _ if holders => "Dalininkai",
        "asociacija" => "Asociacijos nariai",
        _ => "Nariai",
    };
    let mut expected = Expected::new(members, usual);
    let total: u64 = number(&members["total"]).unwrap().parse().unwrap();
    let number_of = grouped(&total.to_string());
    let of_legal_persons = !holders && form == "asociacija" && members["persons"] == "legal";
    let counted = if total == 0 && of_legal_persons {
        "Asociacija narių neturėjo".to_owned()
    } else if total == 0 {
        format!("{} neturėjome", if holders { "dalininkų" } else { "narių" })
    } else if of_legal_persons {
        let members = if total == 1 { "nariu" } else { "nariais" };
        let persons = agree(total, ["juridinis asmuo", "juridiniai asmenys", "juridinių asmenų"]);
        format!("Asociacijos {members} buvo {number_of} {persons}")
    } else if holders {
        format!("turėjome {number_of} {}", agree(total, ["dalininką", "dalininkus", "dalininkų"]))
    } else {
        format!("turėjome {number_of} {}", agree(total, ["narį", "narius", "narių"]))
    };
    let last_day = text(&report["period"]["to"]).filter(|day| *day != format!("{year}-12-31"));
    let time = last_day.as_ref().map_or_else(|| format!("{year} m. pabaigoje"), |day| long_date(day));
    let before = number(&members["previous"]).map(|previous| {
        let time = last_day
            .as_ref()
            .map_or_else(|| format!("{} m. pabaigoje", year - 1), |_| "prieš metus".to_owned());
        format!(" ({time} – {})", if previous == "0" { "nė vieno".to_owned() } else { grouped(&previous) })
    });
    let end = if total == 0 || members.get("groups").is_none() { "." } else { ":" };
    match members.get("sentence") {
        Some(sentence) => expected.prose(sentence),
        None => expected.in_order.push(format!("{time} {counted}{}{end}", before.unwrap_or_default())),
    }
    for group in list(&members["groups"]) {
        let count: u64 = number(&group["count"]).unwrap().parse().unwrap();
        let label = &group["label"];
        let form = if label.is_mapping() { &label[agree(count, ["one", "few", "other"])] } else { label };
        expected.in_order.push(format!("{} {}", grouped(&count.to_string()), text(form).unwrap()));
        if let Some(previous) = number(&group["previous"]) {
            expected.somewhere.push(format!("{} m. – {}", year - 1, grouped(&previous)));
        }
    }
    let list: Vec<&Value> = list(&members["list"]).collect();
    if !list.is_empty() {
        let columns = [("name", "Pavadinimas"), ("legal_form", "Teisinė forma"), ("code", "Kodas")];
        let held = columns.iter().filter(|(key, _)| list.iter().any(|member| member.get(key).is_some()));
        let held: Vec<_> = held.collect();
        expected.in_order.push(if holders { "Dalininkų sąrašas" } else { "Narių sąrašas" }.to_owned());
        expected.in_order.extend(held.iter().map(|(_, heading)| (*heading).to_owned()));
        // The rows are in alphabetical order of the names.
        for member in list {
            let cells = held.iter().map(|(key, _)| text(&member[*key]).unwrap_or_else(|| "–".to_owned()));
            expected.somewhere.push(cells.collect::<Vec<_>>().join(" "));
        }
    }
    expected
}

fn about(about: &Value) -> Expected {
    let mut expected = Expected::new(about, "Apie");
    expected.blocks(if about.is_mapping() { &about["text"] } else { about });
    expected
}

fn activities(activities: &Value) -> Expected {
    let mut expected = Expected::new(activities, "Nuveikti darbai");
    expected.works(&activities["items"]);
    for group in list(&activities["groups"]) {
        expected.in_order.extend(text(&group["title"]));
        expected.works(&group["items"]);
    }
    expected
}

impl Expected {
    fn works(&mut self, works: &Value) {
        for work in list(works) {
            if work.is_mapping() {
                self.in_order.extend(text(&work["date"]).map(|date| span(&date)));
                self.prose(&work["text"]);
                self.pictures(work);
            } else {
                self.prose(work);
            }
        }
    }
}

fn projects(projects: &Value, report: &Value) -> Expected {
    let mut expected = Expected::new(projects, "Projektai");
    let items = || list(&projects["items"]);
    let with_cents = items().filter_map(|item| cents(&item["budget"])).any(|budget| budget % 100 != 0);
    let currency = match report["finance"]["currency"].as_str().unwrap() {
        "EUR" => "Eur",
        other => other,
    };
    for item in items() {
        expected.in_order.extend(text(&item["name"]));
        expected.in_order.extend(text(&item["funder"]).map(|funder| format!("Finansuotojas {funder}")));
        let period = match (text(&item["from"]), text(&item["to"])) {
            (Some(from), Some(to)) if from == to => Some(span(&from)),
            (Some(from), Some(to)) => Some(span(&format!("{from}/{to}"))),
            (Some(from), None) => Some(format!("nuo {}", genitive(&from))),
            (None, Some(to)) => Some(format!("iki {}", genitive(&to))),
            (None, None) => None,
        };
        expected.in_order.extend(period.map(|period| format!("Laikotarpis {period}")));
        let budget = cents(&item["budget"]).map(|budget| written(budget, with_cents));
        expected.in_order.extend(budget.map(|budget| format!("Biudžetas {budget} {currency}")));
        expected.prose(&item["text"]);
        expected.pictures(item);
    }
    expected
}

/// The images of an item.
pub(crate) fn pictures(item: &Value) -> impl Iterator<Item = &Value> {
    item.get("image").into_iter().chain(item.get("images").into_iter().flat_map(list))
}

/// A line without the marker of an item, a heading or a quotation.
fn without_marks(line: &str) -> &str {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marks = ["- ", "• ", "> ", "# ", "## ", "### "].into_iter().find_map(|mark| line.strip_prefix(mark));
    let numbered = || number.strip_prefix(". ").or(number.strip_prefix(") ")).filter(|_| number != line);
    marks.or_else(numbered).map_or(line, |rest| without_marks(rest.trim_start()))
}

/// A day, a month or a range as printed.
fn span(date: &str) -> String {
    let Some((from, to)) = date.split_once('/') else {
        return if date.len() == 7 { nominative(date) } else { long_date(date) };
    };
    let without_year = |written: String| written.split_once(" m. ").unwrap().1.to_owned();
    if from.len() == 7 {
        return if from[..4] == to[..4] {
            format!("{}–{}", nominative(from), without_year(nominative(to)))
        } else {
            format!("{} – {}", nominative(from), nominative(to))
        };
    }
    if from[..7] == to[..7] {
        let day = to[8..].trim_start_matches('0');
        format!("{}–{day} d.", long_date(from).strip_suffix(" d.").unwrap())
    } else if from[..4] == to[..4] {
        format!("{} – {}", long_date(from), without_year(long_date(to)))
    } else {
        format!("{} – {}", long_date(from), long_date(to))
    }
}

fn genitive(month: &str) -> String {
    long_date(&format!("{month}-01")).strip_suffix(" 1 d.").unwrap().to_owned()
}

fn nominative(month: &str) -> String {
    const NAMES: [&str; 12] = [
        "sausis",
        "vasaris",
        "kovas",
        "balandis",
        "gegužė",
        "birželis",
        "liepa",
        "rugpjūtis",
        "rugsėjis",
        "spalis",
        "lapkritis",
        "gruodis",
    ];
    format!("{} m. {}", &month[..4], NAMES[month[5..].parse::<usize>().unwrap() - 1])
}

/// The key numbers, each with its label and its change.
fn numbers(numbers: &Value, year: u64) -> Expected {
    let mut expected = Expected::new(numbers, "Metai skaičiais");
    for item in list(&numbers["items"]) {
        let value = cents(&item["value"]).unwrap();
        expected.in_order.push(shortest(value));
        let label = &item["label"];
        let form = match label {
            Value::Mapping(_) if value % 100 != 0 => label.get("many").unwrap_or(&label["other"]),
            Value::Mapping(_) => {
                &label[agree(u64::try_from(value.abs() / 100).unwrap(), ["one", "few", "other"])]
            }
            _ => label,
        };
        expected.in_order.extend(text(form));
        let before = (0..year).rev().take(200).find_map(|past| Some((past, past_amount(item, past, year)?)));
        expected.in_order.extend(before.map(|(past, before)| match value - before {
            0 => format!("tiek pat kaip {past} m."),
            more if more > 0 => format!("{} daugiau nei {past} m. ({})", shortest(more), shortest(before)),
            less => format!("{} mažiau nei {past} m. ({})", shortest(-less), shortest(before)),
        }));
    }
    expected
}

/// The value of a row or a number in an earlier year, in hundredths.
fn past_amount(item: &Value, past: u64, year: u64) -> Option<i128> {
    let previous = (past + 1 == year).then(|| cents(&item["previous"])).flatten();
    let mut earlier = item["earlier"].as_mapping().into_iter().flatten();
    let of_year = |(key, value): (&Value, &Value)| {
        let key = key.as_u64().or_else(|| key.as_str()?.parse().ok());
        (key == Some(past)).then(|| cents(value)).flatten()
    };
    previous.or_else(|| earlier.find_map(of_year))
}

/// A column of the finance tables.
#[derive(Clone, Copy)]
enum Column {
    Result,
    Plan,
    Past(u64),
}

impl Column {
    fn amount(self, row: &Value, year: u64) -> Option<i128> {
        match self {
            Self::Result => cents(&row["amount"]),
            Self::Plan => cents(&row["plan"]),
            Self::Past(past) => past_amount(row, past, year),
        }
    }
}

fn finance(finance: &Value, year: u64) -> Expected {
    let mut expected = Expected::new(finance, "Finansai");
    // Each table with its title, and whether it has a total.
    let mut tables: Vec<(String, Vec<&Value>, bool)> = Vec::new();
    for (title, key) in [("Pajamos", "income"), ("Sąnaudos", "expenses")] {
        tables.push((title.to_owned(), list(&finance[key]).collect(), true));
    }
    // Rows without a group share one table, at the position of the first.
    let loose: Vec<&Value> = list(&finance["other"]).filter(|entry| entry.get("rows").is_none()).collect();
    for entry in list(&finance["other"]) {
        if let Some(rows) = entry.get("rows") {
            let summed = entry["total"].as_bool() == Some(true);
            tables.push((text(&entry["title"]).unwrap(), list(rows).collect(), summed));
        } else if std::ptr::eq(entry, loose[0]) {
            tables.push(("Kiti duomenys".to_owned(), loose.clone(), false));
        }
    }
    let rows: Vec<&Value> = tables.iter().flat_map(|(_, rows, _)| rows.iter().copied()).collect();
    let any = |column: Column| rows.iter().any(|row| column.amount(row, year).is_some());
    let past = (0..year).rev().take(200).map(Column::Past);
    let columns: Vec<Column> = [Column::Result]
        .into_iter()
        .chain([Column::Plan].into_iter().chain(past).filter(|column| any(*column)))
        .collect();
    let with_cents = rows.iter().any(|row| {
        columns.iter().filter_map(|column| column.amount(row, year)).any(|cents| cents % 100 != 0)
    });
    let currency = match finance["currency"].as_str().unwrap() {
        "EUR" => "Eur",
        other => other,
    };
    // A total is only known if every row has an amount.
    let sum = |rows: &[&Value], column: Column| {
        rows.iter().map(|row| column.amount(row, year)).sum::<Option<i128>>()
    };
    // The tables, with so many of the columns beside each other and the others below, under the same labels.
    let in_runs = |runs: &[&[Column]]| {
        let mut words = Vec::new();
        for (title, rows, summed) in &tables {
            // One row with the name of its group is named by the heading alone.
            let only = match rows.as_slice() {
                [row] => text(&row["label"]).filter(|label| label.to_lowercase() == title.to_lowercase()),
                _ => None,
            };
            words.push(only.clone().unwrap_or_else(|| title.clone()));
            let is_summed =
                *summed && rows.len() > 1 && columns.iter().any(|column| sum(rows, *column).is_some());
            // A table omits empty columns, except that of the report's year.
            let held = |column: &Column| {
                matches!(column, Column::Result) || rows.iter().any(|row| column.amount(row, year).is_some())
            };
            for run in runs.iter().map(|run| run.iter().filter(|column| held(column)).collect::<Vec<_>>()) {
                if run.is_empty() {
                    continue;
                }
                words.push(format!("Suma, {currency}"));
                words.extend(run.iter().map(|column| match column {
                    Column::Result => format!("{year} m."),
                    Column::Plan => format!("{year} m. planas"),
                    Column::Past(past) => format!("{past} m."),
                }));
                for row in rows {
                    words.push(match &only {
                        Some(_) if *summed => "Iš viso".to_owned(),
                        Some(_) => "Suma".to_owned(),
                        None => text(&row["label"]).unwrap(),
                    });
                    words.extend(run.iter().map(|column| {
                        column
                            .amount(row, year)
                            .map_or("–".to_owned(), |amount| written(amount, with_cents))
                    }));
                }
                if is_summed {
                    words.push("Iš viso".to_owned());
                    let sums = run.iter().filter_map(|column| sum(rows, **column));
                    words.extend(sums.map(|sum| written(sum, with_cents)));
                }
            }
        }
        words
    };
    let mut after = Vec::new();
    if let [Some(income), Some(expenses)] =
        ["income", "expenses"].map(|key| sum(&list(&finance[key]).collect::<Vec<_>>(), Column::Result))
    {
        let result = income - expenses;
        let amount = format!("{} {currency}.", written(result.abs(), with_cents));
        after.push(match result.signum() {
            1 => format!("Pajamos viršijo sąnaudas {amount}"),
            -1 => format!("Sąnaudos viršijo pajamas {amount}"),
            _ => format!("Pajamos lygios sąnaudoms: metų veiklos rezultatas – 0 {currency}."),
        });
    }
    let before = std::mem::take(&mut expected.in_order);
    expected.blocks(&finance["notes"]);
    after.append(&mut expected.in_order);
    let around = |tables: Vec<String>| [before.clone(), tables, after.clone()].concat();
    expected.in_order = around(in_runs(&[&columns]));
    expected.or_in_order = runs_of(&columns).iter().skip(1).map(|runs| around(in_runs(runs))).collect();
    expected
}

/// Every way to part columns into runs, the one run of all of them first.
fn runs_of(columns: &[Column]) -> Vec<Vec<&[Column]>> {
    let mut ways = vec![vec![columns]];
    for first in 1..columns.len() {
        let (run, rest) = columns.split_at(first);
        ways.extend(runs_of(rest).into_iter().map(|runs| [vec![run], runs].concat()));
    }
    ways
}

fn plans(plans: &Value, year: u64) -> Option<Expected> {
    let lists = [("Tikslai", &plans["goals"]), ("Planuojami darbai", &plans["works"])];
    if lists.iter().all(|(_, items)| list(items).next().is_none()) {
        return None;
    }
    let mut expected = Expected::new(plans, &format!("{} m. planai", year + 1));
    for (title, items) in lists {
        if list(items).next().is_some() {
            expected.in_order.push(title.to_owned());
            expected.items(items);
        }
    }
    Some(expected)
}

fn contact(contact: &Value) -> Expected {
    let mut expected = Expected::new(contact, "Susisiekite");
    for (label, key) in
        [("El. paštas", "email"), ("Svetainė", "website"), ("Telefonas", "phone"), ("Adresas", "address")]
    {
        let Some(value) = contact.get(key) else { continue };
        expected.in_order.push(label.to_owned());
        expected.in_order.extend(text(value).into_iter().chain(list(value).filter_map(text)));
    }
    for other in list(&contact["other"]) {
        expected.in_order.extend(text(&other["label"]).into_iter().chain(text(&other["text"])));
    }
    expected
}

pub(crate) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_sequence().into_iter().flatten()
}

pub(crate) fn text(value: &Value) -> Option<String> {
    value.as_str().map(|text| text.trim().to_owned())
}

/// A number in plain digits with a decimal point, from any accepted form.
fn number(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => {
            let digits: String =
                text.trim_end_matches("Eur").chars().filter(|c| !c.is_whitespace()).collect();
            Some(digits.replace(',', "."))
        }
        _ => None,
    }
}

/// Running text without Markdown. Only escapes, emphasis and links are expected.
pub(crate) fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' if rest.starts_with(|c: char| c.is_ascii_punctuation()) => {
                text.push_str(&rest[..1]);
                rest = &rest[1..];
            }
            '*' => {}
            '[' => match rest.split_once("](") {
                Some((label, target)) => {
                    text.push_str(label);
                    rest = target.split_once(')').map_or("", |(_, rest)| rest);
                }
                None => text.push(c),
            },
            _ => text.push(c),
        }
    }
    squeeze(&text)
}

/// The form of a noun after a whole number.
fn agree<T: Copy>(number: u64, [one, few, other]: [T; 3]) -> T {
    match (number % 10, number % 100) {
        (0, _) | (_, 11..=19) => other,
        (1, _) => one,
        _ => few,
    }
}

/// An amount in hundredths.
fn cents(amount: &Value) -> Option<i128> {
    let amount = number(amount)?;
    let (whole, decimals) = amount.split_once('.').unwrap_or((&amount, ""));
    let cents: i128 = format!("{}{decimals:0<2}", whole.trim_start_matches('-')).parse().unwrap();
    Some(if amount.starts_with('-') { -cents } else { cents })
}

fn written(amount: i128, cents: bool) -> String {
    let minus = if amount < 0 { "−" } else { "" };
    let whole = grouped(&(amount.abs() / 100).to_string());
    if cents { format!("{minus}{whole},{:02}", amount.abs() % 100) } else { format!("{minus}{whole}") }
}

/// A number in hundredths without trailing zeros.
fn shortest(hundredths: i128) -> String {
    let written = written(hundredths, hundredths % 100 != 0);
    if written.contains(',') { written.trim_end_matches('0').to_owned() } else { written }
}

/// The digits of a whole number in groups of three.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

/// A date in words, from its digits.
pub(crate) fn long_date(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "sausio",
        "vasario",
        "kovo",
        "balandžio",
        "gegužės",
        "birželio",
        "liepos",
        "rugpjūčio",
        "rugsėjo",
        "spalio",
        "lapkričio",
        "gruodžio",
    ];
    let parts: Vec<usize> = date.split('-').map(|part| part.parse().unwrap()).collect();
    format!("{} m. {} {} d.", parts[0], MONTHS[parts[1] - 1], parts[2])
}
