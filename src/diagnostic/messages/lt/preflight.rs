//! Messages about PDF files for print.

use super::files;
use crate::diagnostic::messages::Words;
use crate::diagnostic::messages::figures::{known_ink, listed, measure};
use crate::lithuanian::agreement::{grouped, lithuanian};
use crate::press::icc::IccSpace;
use crate::press::pdf::{Limit, MEMORY, PdfError, Proxy, Unread, WORK};
use crate::press::preflight::{BoxFault, Fault, FileProperties, InkPlace, IntentFault, NoPdf};
use crate::press::{FinishError, Pages, Unconvertible};

#[expect(clippy::too_many_lines, reason = "one arm for each fault, as in a dictionary")]
pub(in crate::diagnostic::messages) fn fault(fault: &Fault) -> Words {
    match fault {
        Fault::Unreadable(why) => unreadable(why),
        Fault::Encrypted => {
            Words::new("failas užšifruotas").hint("įrašykite jį be slaptažodžio ir apribojimų")
        }
        Fault::Pages { found: 0, .. } => Words::new("nerasta nė vieno puslapio"),
        Fault::Pages { found, stated } => Words::new(format!(
            "pavyko rasti {}, o faile nurodyta, kad iš viso jų – {}",
            lithuanian(*found as u64, ["puslapį", "puslapius", "puslapių"]),
            stated.unwrap_or(0)
        ))
        .hint("eksportuokite failą iš naujo: dalis jo sugadinta"),
        Fault::Content(why) => Words::new(match why {
            Unread::Data => "puslapio turinys sugadintas arba per didelis",
            Unread::Syntax => "puslapio turinyje yra sintaksės klaida; perskaityta tik iki jos",
            Unread::InlineImage => "puslapio turinyje yra įterptasis vaizdas, kurio nepavyksta perskaityti",
            Unread::Missing => "puslapio turinyje minimas išteklius, kurio faile nėra",
            Unread::Depth => "puslapio turinio dalys įdėtos viena į kitą per giliai",
        })
        .note("tai, ko nepavyko perskaityti, nepatikrinta"),
        Fault::Limit(limit) => self::limit(*limit).note("likusi failo dalis nepatikrinta"),
        Fault::Standard(None) => Words::new("faile nenurodyta, kad jis atitinka PDF/X-4")
            .note("tai nurodo XMP savybė pdfxid:GTS_PDFXVersion"),
        Fault::Standard(Some(found)) => Words::new(format!("faile nurodytas standartas {found}, o ne PDF/X-4")),
        Fault::Version(found) => Words::new(format!(
            "failo versija – PDF {found}, o PDF/X-4 grindžiamas PDF 1.6: naujesnės versijos senesnė įranga gali nepažinti"
        )),
        Fault::Boxes(fault) => boxes(*fault),
        Fault::Trim { found, expected } => Words::new(format!(
            "apipjauto puslapio dydis – {}, o turi būti {}",
            listed(found.iter().map(|found| size(*found)), "ir kt."),
            size(*expected)
        )),
        Fault::Bleed { found, expected } => {
            Words::new(format!("užlaida – {} mm, o turi būti {} mm", number(*found, 2), number(*expected, 2)))
                .hint("tiek už TrimBox išplėskite BleedBox, o viską, kas siekia kraštą, pratęskite iki jo")
        }
        Fault::ArtworkBleed { expected } => {
            Words::new("objektai baigiasi ties apipjovimo linija arba tuoj už jos")
                .note("jei pjaunant lapas pasislinks, liks baltas kraštas")
                .hint(format!("viską, kas siekia kraštą, pratęskite {} mm už TrimBox", number(*expected, 2)))
        }
        Fault::OutputIntent(fault) => output_intent(*fault),
        Fault::NoXmp => Words::new("nėra XMP metaduomenų, kuriuos būtų galima perskaityti"),
        Fault::Metadata(names) => Words::new(format!("metaduomenyse trūksta {}", names.join(", "))),
        Fault::MetadataDiffers { key, info, xmp } => {
            Words::new(format!("savybės {key} reikšmė Info žodyne – „{info}“, o XMP metaduomenyse – „{xmp}“"))
        }
        Fault::Trapped => Words::new("faile nenurodyta, ar atliktas trapingas")
            .hint("įrašykite Trapped reikšmę False arba, jei trapingas atliktas, True"),
        Fault::Fonts(fonts) => Words::new(match fonts.as_slice() {
            [name] if name.is_empty() => "neįterptas šriftas, neturintis pavadinimo".to_owned(),
            [name] => format!("neįterptas šriftas {name}"),
            names => format!("neįterpti šriftai: {}", listed(names, "ir kt.")),
        })
        .hint("įterpkite visus šriftus arba tekstą paverskite kreivėmis"),
        Fault::MissingGlyphs(fonts) => Words::new(match fonts.as_slice() {
            [name] => format!("šrifte {name} nėra kai kurių teksto ženklų: vietoj jų bus tušti langeliai"),
            names => format!(
                "šriftuose nėra kai kurių teksto ženklų, vietoj jų bus tušti langeliai: {}",
                listed(names, "ir kt.")
            ),
        })
        .hint("tekstą surinkite šriftu, kuriame yra visi jo ženklai"),
        Fault::Script => Words::new("faile yra „JavaScript“ programų"),
        Fault::Action => Words::new("atveriant failą ar puslapį paleidžiamas veiksmas"),
        Fault::BookmarkAction => {
            Words::new("žymė (bookmark) ne tik veda į failo puslapį, bet ir atlieka kitą veiksmą")
        }
        Fault::Form => Words::new("faile yra formos laukų").hint("sujunkite formą su puslapiu"),
        Fault::Media => Words::new("faile yra garso, vaizdo įrašų ar 3D turinio"),
        Fault::Annotation { kind } if kind == "Link" => {
            Words::new("puslapyje yra nuorodų").hint("spaudai parenkite failą be nuorodų")
        }
        Fault::Annotation { kind } => Words::new(format!("puslapyje yra anotacijų ({kind})"))
            .hint("ištrinkite jas arba sujunkite su puslapiu"),
        Fault::Proxy(proxy) => Words::new(match proxy {
            Proxy::Opi => "vaizdas tik pakaitinis: tikrojo faile nėra (OPI)",
            Proxy::Alternates => "vaizdas turi pakaitalų, kurie gali būti išspausdinti vietoj jo",
            Proxy::Reference => "puslapyje minimas kito failo puslapis",
        })
        .hint("įterpkite tai, kas turi būti spausdinama, ir nieko daugiau"),
        Fault::PostScript => Words::new("puslapyje yra „PostScript“ kodo"),
        Fault::Transfer => Words::new("tonus keičia perdavimo funkcija (transfer function)"),
        Fault::Halftone => Words::new("puslapiui reikia rastro, kurį turi ne kiekvienas įrenginys"),
        Fault::Color { space, uses, in_mask: true } => Words::new(format!(
            "{} skaidrumo kaukėse naudojamos {space} spalvos: ką jos uždengia, priklauso nuo įrenginio",
            lithuanian(*uses as u64, ["kartą", "kartus", "kartų"])
        ))
        .hint("kaukes konvertuokite į pilkus atspalvius"),
        Fault::Color { space, uses, in_mask: false } => Words::new(format!(
            "{} naudojamos {space} spalvos, o ne dažai",
            lithuanian(*uses as u64, ["kartą", "kartus", "kartų"])
        ))
        .hint("konvertuokite jas į CMYK pagal spaudos sąlygų profilį"),
        Fault::SpotAlternate(inks) => Words::new(format!(
            "{}: {}",
            match inks.len() {
                1 => "kur šių papildomų dažų nėra, vietoj jų spausdinama RGB spalva",
                _ => "kur šių papildomų dažų nėra, vietoj jų spausdinamos RGB spalvos",
            },
            listed(inks, "ir kt.")
        ))
        .hint("pakaitinę spalvą nurodykite CMYK arba Lab erdvėje"),
        Fault::OutputProfileInColor => Words::new(
            "spalvoms priskirtas išvesties paskirties profilis, tad jos gali būti konvertuotos dar kartą",
        )
        .hint("spaudos sąlygų spalvoms naudokite DeviceCMYK"),
        Fault::OverprintMode => Words::new(
            "CMYK spalvoms su profiliu nustatytas spausdinimas ant kitų spalvų (overprint) 1 režimu (OPM), o šis skirtas tik DeviceCMYK",
        )
        .hint("naudokite DeviceCMYK arba išjunkite spausdinimą ant kitų spalvų (overprint)"),
        Fault::WhiteOverprint => {
            Words::new("balti objektai spausdinami ant kitų spalvų (overprint), todėl jų nesimatys")
                .hint("baltiems objektams spausdinimą ant kitų spalvų (overprint) išjunkite")
        }
        Fault::Blending { space } => {
            Words::new(format!("skaidrumas skaičiuojamas {space}, o ne CMYK erdvėje"))
                .hint("nurodykite skaidrumo grupės spalvų erdvę (CS)")
        }
        Fault::Resolution { images: 1, pixels, dpi, needed, wanted, .. } => {
            Words::new(format!("{} × {} pikselių vaizdas spausdinamas {dpi} dpi raiška", pixels.0, pixels.1))
                .hint(format!("naudokite bent {} × {} pikselių vaizdą ({wanted} dpi)", needed.0, needed.1))
        }
        Fault::Resolution { images, pixels, dpi, needed, wanted, is_error } => Words::new(format!(
            "{} raiška {}: mažiausia – {dpi} dpi ({} × {} pikselių vaizdo)",
            lithuanian(*images as u64, ["vaizdo", "vaizdų", "vaizdų"]),
            if *is_error { "per maža" } else { "maža" },
            pixels.0,
            pixels.1
        ))
        .hint(format!(
            "išspausdintų vaizdų raiška turi būti {wanted} dpi; šiam reikia {} × {} pikselių",
            needed.0, needed.1
        )),
        Fault::Ink { percent, limit, place } => Words::new(format!(
            "{} reikia {} % dažų, o popierius jų sugeria {} %",
            match place {
                InkPlace::Color => "spalvai",
                InkPlace::Image => "vaizdui",
                InkPlace::Overlap => "viena ant kitos spausdinamoms spalvoms",
            },
            number(*percent, 0),
            number(*limit, 0)
        )),
        Fault::TextSize { points, least } => Words::new(format!(
            "smulkiausias tekstas – {} pt, o spaudai reikia bent {} pt",
            number(*points, 2),
            number(*least, 1)
        )),
        Fault::TextInks { points, least } => Words::new(format!(
            "{} pt tekstas spausdinamas keturiais dažais, kurie tiksliai nesutaps; reikia bent {} pt",
            number(*points, 2),
            number(*least, 1)
        ))
        .hint("smulkų tekstą spausdinkite vien juoda"),
        Fault::ThinLine { points, least } => Words::new(format!(
            "ploniausia linija – {} pt, o spaudai reikia bent {} pt",
            number(*points, 2),
            number(*least, 2)
        )),
    }
}

pub(in crate::diagnostic::messages) fn finish_error(error: FinishError) -> Words {
    match error {
        FinishError::Broken => Words::new("PDF užbaigti nepavyko dėl programos klaidos")
            .hint("praneškite apie ją programos kūrėjams ir, jei galite, pridėkite ataskaitą"),
        FinishError::Image => Words::new("vaizdo nepavyksta konvertuoti į dažus: jo duomenys sugadinti")
            .hint("atverkite vaizdus vaizdų rengykle ir įrašykite iš naujo"),
        FinishError::Color(what) => Words::new(format!(
            "{} nepavyksta konvertuoti į dažus",
            match what {
                Unconvertible::InkImage => "CMYK vaizdo",
                Unconvertible::IndexedImage => "vaizdo su palete ar keliomis spalvomis",
                Unconvertible::Gradient => "piešinio spalvų perėjimo",
                Unconvertible::Space => "neįprastos spalvų erdvės spalvos",
            }
        ))
        .hint("vaizdą įrašykite kaip RGB, o piešinį – su paprastomis spalvomis"),
        FinishError::NoBleed => Words::new("šablono puslapiai be užlaidos")
            .hint("įrašykite `set page(bleed: report.edition.bleed * 1mm)`"),
        FinishError::NoTitle => Words::new("šablone nenurodyta dokumento antraštė")
            .hint("įrašykite `set document(title: …)`: PDF/X-4 reikalauja antraštės"),
        FinishError::NoDate => Words::new("šablone nenurodyta dokumento data")
            .hint("įrašykite `set document(date: …)`: PDF/X-4 reikalauja datos"),
    }
}

fn unreadable(why: &NoPdf) -> Words {
    match why {
        NoPdf::File(why) => files::unreadable(None, why),
        NoPdf::Pdf(PdfError::NotPdf) => Words::new("tai ne PDF failas"),
        NoPdf::Pdf(PdfError::Locked) => {
            Words::new("PDF apsaugotas slaptažodžiu").hint("įrašykite be jo: spaustuvė tokio failo neatvers")
        }
        NoPdf::Pdf(PdfError::Damaged) => {
            Words::new("PDF sugadintas").hint("ar failas visas? Atsisiųskite arba eksportuokite jį iš naujo")
        }
        NoPdf::Pdf(PdfError::Limit(limit)) => self::limit(*limit).note("failas nepatikrintas"),
        NoPdf::Pdf(PdfError::Bug) => Words::new("failo patikrinti nepavyko dėl programos klaidos")
            .hint("praneškite apie ją programos kūrėjams ir, jei galite, pridėkite failą"),
    }
}

fn limit(limit: Limit) -> Words {
    Words::new(match limit {
        Limit::Work => {
            format!("failui patikrinti reikia daugiau kaip {} mln. žingsnių", WORK / 1_000_000)
        }
        Limit::Memory => {
            format!("failo objektai užima daugiau kaip {} MiB atminties", MEMORY >> 20)
        }
    })
    .hint("eksportuokite jį iš naujo, jei reikia – su paprastesniais puslapiais")
}

fn boxes(fault: BoxFault) -> Words {
    match fault {
        BoxFault::NoMedia => Words::new("nėra MediaBox, taigi ir dydžio"),
        BoxFault::NoTrim => Words::new("nėra nei TrimBox, nei ArtBox: nežinia, kur apipjauti"),
        BoxFault::TrimAndArt => Words::new("yra ir TrimBox, ir ArtBox").hint("palikite TrimBox"),
        BoxFault::BleedOutside => Words::new("BleedBox išeina už MediaBox"),
        BoxFault::TrimOutside => Words::new("TrimBox išeina už BleedBox"),
        BoxFault::TrimCropped => Words::new("TrimBox išeina už CropBox, tad dalis puslapio nukerpama"),
    }
}

fn output_intent(fault: IntentFault) -> Words {
    match fault {
        IntentFault::Missing => Words::new("nėra PDF/X išvesties paskirties (output intent)")
            .hint("nurodykite spaudos sąlygas, pavyzdžiui, FOGRA39, ir įterpkite jų profilį"),
        IntentFault::Several(number) => {
            let intents = lithuanian(
                number as u64,
                ["PDF/X išvesties paskirtis", "PDF/X išvesties paskirtys", "PDF/X išvesties paskirčių"],
            );
            Words::new(format!("faile yra {intents} (output intent)")).hint("palikite vieną")
        }
        IntentFault::NoIdentifier => Words::new("išvesties paskirtyje neįvardytos spaudos sąlygos")
            .hint("įrašykite OutputConditionIdentifier, pavyzdžiui, FOGRA39"),
        IntentFault::NoProfile => {
            Words::new("išvesties paskirtis be profilio").hint("įterpkite spaudos sąlygų profilį")
        }
        IntentFault::NotIcc => Words::new("išvesties paskirties profilis nėra tinkamas ICC profilis"),
        IntentFault::NotOutput => Words::new("išvesties paskirties profilis – ne išvesties įrenginio"),
        IntentFault::NotCmyk(space) => Words::new(format!(
            "išvesties paskirties profilis skirtas {}, o ne CMYK",
            match space {
                IccSpace::Gray => "pilkiems atspalviams",
                IccSpace::Rgb => "RGB",
                IccSpace::Cmyk => "CMYK",
                IccSpace::Lab => "Lab",
                IccSpace::Other(_) => "kitoms spalvoms",
            }
        )),
    }
}

pub(in crate::diagnostic::messages) fn pages(pages: &Pages) -> String {
    format!("{pages} {}", if pages.is_one() { "puslapis" } else { "puslapiai" })
}

pub(in crate::diagnostic::messages) fn fit(files: u32) -> String {
    match files {
        1 => "failas tinka spaudai".to_owned(),
        files => format!("{}, visi tinka spaudai", lithuanian(files.into(), ["failas", "failai", "failų"])),
    }
}

pub(in crate::diagnostic::messages) fn properties(
    properties: &FileProperties,
) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let version = format!("PDF {}", properties.version);
    let standards = properties.standards.join(", ");
    lines.push(("formatas", if standards.is_empty() { version } else { format!("{standards} ({version})") }));
    let sizes: Vec<String> = properties.sizes.iter().map(|found| size(*found)).collect();
    let pages = lithuanian(properties.pages as u64, ["puslapis", "puslapiai", "puslapių"]);
    lines.push(("apimtis", if sizes.is_empty() { pages } else { format!("{pages}, {}", sizes.join("; ")) }));
    lines.push((
        "užlaida",
        properties.bleed.map_or("nenurodyta".to_owned(), |bleed| format!("{} mm", number(bleed, 2))),
    ));
    lines.push((
        "spaudos sąlygos",
        properties.output_condition.clone().unwrap_or_else(|| "nenurodytos".to_owned()),
    ));
    let embedded = properties.fonts.values().filter(|is_embedded| **is_embedded).count();
    lines.push((
        "šriftai",
        match (properties.fonts.len(), embedded) {
            (0, _) => "nėra".to_owned(),
            (1, 1) => "1, įterptas".to_owned(),
            (all, embedded) if all == embedded => format!("{all}, visi įterpti"),
            (all, embedded) => format!("{all}, iš jų įterpta {embedded}"),
        },
    ));
    let spaces: Vec<String> = properties
        .color_spaces
        .iter()
        .map(|(space, uses)| format!("{space} ({} ×)", grouped(*uses as u64)))
        .collect();
    lines.push(("spalvos", if spaces.is_empty() { "nėra".to_owned() } else { spaces.join(", ") }));
    if !properties.spot_inks.is_empty() {
        let inks: Vec<&str> = properties.spot_inks.iter().map(String::as_str).collect();
        lines.push(("papildomi dažai", inks.join(", ")));
    }
    let unknown = match properties.unknown_inks {
        0 => String::new(),
        unknown => format!(" (nežinoma: {unknown})"),
    };
    lines.push((
        "daugiausia dažų",
        known_ink(properties).map_or("nežinoma".to_owned(), |ink| format!("{} %{unknown}", number(ink, 0))),
    ));
    lines.push((
        "vaizdai",
        match properties.lowest_dpi {
            Some(dpi) => format!("{}, nuo {} dpi", properties.pictures, number(dpi.floor(), 0)),
            None => {
                if properties.pictures == 0 {
                    "nėra".to_owned()
                } else {
                    properties.pictures.to_string()
                }
            }
        },
    ));
    if let Some(points) = properties.smallest_text {
        lines.push(("smulkiausias tekstas", format!("{} pt", number(points, 2))));
    }
    lines.push(("skaidrumas", if properties.transparency { "yra" } else { "nėra" }.to_owned()));
    if properties.layers > 0 {
        lines.push((
            "sluoksniai",
            format!("{}, iš jų paslėpta {}", properties.layers, properties.hidden_layers),
        ));
    }
    if properties.attachments > 0 {
        lines.push(("įterpti failai", properties.attachments.to_string()));
    }
    if properties.turned_or_scaled > 0 {
        let pages = lithuanian(properties.turned_or_scaled as u64, ["puslapis", "puslapiai", "puslapių"]);
        lines.push(("pasukta ar pakeisto mastelio", pages));
    }
    lines
}

/// A width and height in millimetres.
fn size((width, height): (f64, f64)) -> String {
    format!("{} × {} mm", number(width, 1), number(height, 1))
}

/// A number with a decimal comma.
fn number(value: f64, decimals: usize) -> String {
    measure(value, decimals).replace('.', ",")
}
