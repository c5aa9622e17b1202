//! Ką sakyti apie paveikslus.

use crate::diagnostic::image_fault::{ImageFault, ImageLimit, SvgFault, SvgLimit};
use crate::diagnostic::messages::Words;
use crate::diagnostic::messages::figures::measure;
use crate::files::Unreadable;
use crate::lithuanian::agreement::lithuanian;
use crate::report::ImagePath;

pub(super) fn fault(path: &ImagePath, fault: &ImageFault) -> Words {
    match fault {
        ImageFault::Missing { alternative: Some(alternative) } => {
            Words::new(format!("paveikslo „{path}“ nėra"))
                .hint(format!("gal turėjote omenyje {alternative}?"))
        }
        ImageFault::Missing { alternative: None } => Words::new(format!("paveikslo „{path}“ nėra"))
            .hint("rašykite kelią nuo ataskaitos failo aplanko, pavyzdžiui, images/a.jpg"),
        ImageFault::Outside => Words::new(format!("paveikslas „{path}“ yra už ataskaitos aplanko ribų"))
            .hint(
                "nukopijuokite paveikslą į tą aplanką; nuorodų, kurios veda iš aplanko, programa nenaudoja",
            ),
        ImageFault::Unreadable(why) => match why {
            Unreadable::Folder => Words::new(format!("„{path}“ yra aplankas, o ne paveikslas"))
                .hint("nurodykite tame aplanke esantį failą"),
            Unreadable::Forbidden => Words::new(format!("nėra leidimo skaityti paveikslą „{path}“"))
                .hint("pakeiskite failo teises arba nukopijuokite jį iš naujo"),
            Unreadable::NotRegular => Words::new(format!("„{path}“ yra ne paprastas failas"))
                .hint("nurodykite JPEG, PNG, WebP, GIF arba SVG failą"),
            Unreadable::Missing | Unreadable::TooLarge { .. } | Unreadable::Failed(_) => {
                Words::new(format!("paveikslo „{path}“ nepavyksta perskaityti"))
                    .hint("patikrinkite, ar failą galima atverti, ir nukopijuokite jį iš naujo")
            }
        },
        ImageFault::Unknown => Words::new(format!("failas „{path}“ nėra tinkamas paveikslas"))
            .hint("naudokite nesugadintą JPEG, PNG, WebP, GIF arba SVG failą"),
        ImageFault::TooLarge(limit) => too_large(path, *limit),
        ImageFault::Ink => Words::new(format!("paveikslas „{path}“ įrašytas spaudos dažais (CMYK)"))
            .hint("įrašykite jį ekrano spalvomis (RGB): spaudai jas perskaičiuos programa"),
        ImageFault::Profile => Words::new(format!("paveikslo „{path}“ spalvų profilis netinka"))
            .hint("įrašykite paveikslą iš naujo su sRGB profiliu arba be profilio"),
        ImageFault::Resolution { pixels, dpi, needed, .. } => Words::new(format!(
            "paveikslas „{path}“ yra {} × {} pikselių: išspausdinto raiška būtų tik {dpi} dpi",
            pixels.0, pixels.1
        ))
        .hint(format!("naudokite bent {} × {} pikselių paveikslą (300 dpi)", needed.0, needed.1)),
        ImageFault::Svg(fault) => svg(path, fault),
    }
}

fn too_large(path: &ImagePath, limit: ImageLimit) -> Words {
    match limit {
        ImageLimit::FileSize(mebibytes) => {
            Words::new(format!("paveikslo „{path}“ failas didesnis nei {mebibytes} MiB"))
                .hint("sumažinkite paveikslą arba įrašykite jį JPEG formatu")
        }
        ImageLimit::TotalSize(mebibytes) => Words::new(format!(
            "su paveikslu „{path}“ visi ataskaitos paveikslai kartu didesni nei {mebibytes} MiB"
        ))
        .hint("sumažinkite paveikslus arba įrašykite juos JPEG formatu"),
        ImageLimit::Pixels(megapixels) => {
            Words::new(format!("paveikslas „{path}“ didesnis nei {}", self::megapixels(megapixels)))
                .hint("sumažinkite paveikslą: spaudai per visą teksto plotį pakanka 1459 pikselių pločio")
        }
        ImageLimit::TotalPixels(megapixels) => Words::new(format!(
            "su paveikslu „{path}“ visi ataskaitos paveikslai kartu didesni nei {}",
            self::megapixels(megapixels)
        ))
        .hint("sumažinkite paveikslus: spaudai per visą teksto plotį pakanka 1459 pikselių pločio"),
        ImageLimit::TotalDrawings => {
            Words::new(format!("su paveikslu „{path}“ visi ataskaitos SVG piešiniai kartu per sudėtingi"))
                .hint("dalį piešinių eksportuokite kaip bent 300 dpi PNG failus")
        }
        ImageLimit::Scans => Words::new(format!("JPEG paveikslą „{path}“ iškoduoti truktų per ilgai"))
            .note("jo pikseliai aprašyti daugeliu sluoksnių")
            .hint("sumažinkite paveikslą arba įrašykite jį iš naujo kaip paprastą (angl. baseline) JPEG"),
    }
}

fn svg(path: &ImagePath, fault: &SvgFault) -> Words {
    const EXPORT: &str = "eksportuokite jį kaip bent 300 dpi PNG failą";
    match fault {
        SvgFault::Size => Words::new(format!("SVG piešinio „{path}“ matmenys netinka"))
            .note("plotis, aukštis ir viewBox turi būti nuo 0,01 iki 1 000 000 vienetų")
            .hint("piešimo programoje nustatykite puslapio dydį pagal piešinį ir eksportuokite iš naujo"),
        SvgFault::LinkedImage(address) => Words::new(format!(
            "SVG piešinyje „{path}“ yra nuoroda į kitą paveikslą: {address}"
        ))
        .hint(
            "piešimo programoje paveikslą įterpkite (angl. embed), o ne susiekite, ir eksportuokite iš naujo",
        ),
        SvgFault::EmbeddedImage => {
            Words::new(format!("į SVG piešinį „{path}“ įterptas netinkamas arba sugadintas paveikslas"))
                .hint("įterpkite nesugadintą JPEG, PNG, WebP arba GIF paveikslą ir eksportuokite iš naujo")
        }
        SvgFault::EmbeddedInk => {
            Words::new(format!("į SVG piešinį „{path}“ įterptas paveikslas spaudos dažais (CMYK)"))
                .hint("įterpkite jį ekrano spalvomis (RGB): spaudai jas perskaičiuos programa")
        }
        SvgFault::EmbeddedResolution { dpi } => Words::new(format!(
            "SVG piešinyje „{path}“ esančio paveikslo išspausdinto raiška būtų tik {dpi} dpi"
        ))
        .hint("įterpkite daugiau pikselių turintį paveikslą (300 dpi) arba atsisakykite filtrų"),
        SvgFault::ThinLine { width } => Words::new(format!(
            "SVG piešinyje „{path}“ yra linija, kuri spaudinyje būtų tik {} pt storio",
            decimal(*width, 2)
        ))
        .hint("spaudinyje linijos turi būti bent 0,25 pt storio"),
        SvgFault::TextInks { height } => Words::new(format!(
            "SVG piešinyje „{path}“ yra {} pt aukščio tekstas, spausdinamas keturiais dažais, kurie tiksliai nesutaps",
            decimal(*height, 1)
        ))
        .hint("tekstas turi būti juodas arba spaudinyje bent 10 pt aukščio"),
        SvgFault::MissingGlyph(c) => Words::new(format!(
            "SVG piešinio „{path}“ tekste yra ženklas „{c}“, kurio nėra nė viename šrifte"
        ))
        .note(format!("U+{:04X}", u32::from(*c)))
        .hint("piešimo programoje tekstą paverskite kreivėmis ir eksportuokite iš naujo"),
        SvgFault::Typeface(name) => Words::new(format!(
            "SVG piešinio „{path}“ tekstui reikia šrifto „{name}“, kurio programa neturi, todėl tekstas surinktas kitu šriftu"
        ))
        .hint("piešimo programoje tekstą paverskite kreivėmis ir eksportuokite iš naujo"),
        SvgFault::ForeignObject => Words::new(format!(
            "SVG piešinyje „{path}“ yra elementas foreignObject, kurio negalima išspausdinti"
        ))
        .hint(format!("eksportuokite piešinį be HTML turinio arba {EXPORT}")),
        SvgFault::FlowedText => Words::new(format!(
            "SVG piešinyje „{path}“ yra teksto rėmelis (flowRoot), kurio negalima išspausdinti"
        ))
        .hint("programoje Inkscape pažymėkite tekstą, parinkite Text → Convert to Text ir eksportuokite iš naujo"),
        SvgFault::MeshGradient => Words::new(format!(
            "SVG piešinyje „{path}“ yra tinklinis spalvų perėjimas, kurio negalima išspausdinti"
        ))
        .hint(EXPORT),
        SvgFault::Color(color) => Words::new(format!(
            "SVG piešinyje „{path}“ yra spalva, kurios programa nesupranta, todėl ji bus juoda: {color}"
        ))
        .hint(format!("piešimo programoje rinkitės paprastą RGB spalvą, pavyzdžiui, #0b5563, arba {EXPORT}")),
        SvgFault::Empty => Words::new(format!("SVG piešinys „{path}“ tuščias: jo vieta puslapyje liks balta"))
            .hint("piešimo programoje patikrinkite, ar sluoksniai nepaslėpti, ir eksportuokite iš naujo"),
        SvgFault::Recursive => {
            Words::new(format!("SVG piešinio „{path}“ elementas nurodo pats į save")).hint(EXPORT)
        }
        SvgFault::TooComplex(limit) => {
            Words::new(format!("SVG piešinys „{path}“ per sudėtingas: {}", svg_limit(*limit)))
                .hint(format!("supaprastinkite piešinį arba {EXPORT}"))
        }
        SvgFault::NotPrintable => {
            Words::new(format!("SVG piešinio „{path}“ neįmanoma perkelti į PDF failą")).hint(EXPORT)
        }
    }
}

/// So many megapixels, after `nei`.
fn megapixels(count: u64) -> String {
    lithuanian(count, ["megapikselis", "megapikseliai", "megapikselių"])
}

fn svg_limit(limit: SvgLimit) -> String {
    match limit {
        SvgLimit::Size(mebibytes) => format!("išpakuotas jis didesnis nei {mebibytes} MiB"),
        SvgLimit::Elements(count) => {
            let elements = lithuanian(count, ["elementą", "elementus", "elementų"]);
            format!("nupiešti tektų daugiau kaip {elements}")
        }
        SvgLimit::Nesting(levels) => {
            let times = lithuanian(levels, ["kartą", "kartus", "kartų"]);
            format!("elementai sudėti vienas į kitą daugiau kaip {times}")
        }
        SvgLimit::References(levels) => {
            let times = lithuanian(levels, ["kartą", "kartus", "kartų"]);
            format!("nuorodos veda viena į kitą daugiau kaip {times}")
        }
        SvgLimit::Attributes(count) => {
            let attributes = lithuanian(count, ["atributą", "atributus", "atributų"]);
            format!("vienas elementas turi daugiau kaip {attributes}")
        }
        SvgLimit::Styles => "jame per daug stilių taisyklių".to_owned(),
        SvgLimit::Text(count) => {
            format!("vienas tekstas ilgesnis nei {}", lithuanian(count, ["ženklas", "ženklai", "ženklų"]))
        }
        SvgLimit::Pixels(megapixels) => {
            format!("jame esantys paveikslai kartu didesni nei {}", self::megapixels(megapixels))
        }
        SvgLimit::Filters(megapixels) => {
            let megapixels = lithuanian(megapixels, ["megapikselį", "megapikselius", "megapikselių"]);
            format!("filtrams tektų apskaičiuoti daugiau kaip {megapixels}")
        }
    }
}

/// Hundredths as a number with a decimal comma.
fn decimal(hundredths: u32, decimals: usize) -> String {
    measure(f64::from(hundredths) / 100.0, decimals).replace('.', ",")
}
