//! 451-7: every counter of every municipality with its hours and the area that it serves.

use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::model::{Counter, CounterKind, Jurisdiction, Said};
use madoguchi_schema::scalar::CounterId;

use super::{Column, Row};
use crate::export::csv::Table;
use crate::export::record::Catalogue;
use crate::facet::Origin;
use crate::view::{Worded, bare, weekly};

/// The columns of the model's own example, in its order: 施設, サービス・担当区域, 連絡先. The 連絡先情報
/// of 施設 is what follows as 連絡先.
const COLUMNS: &[Column] = &[
    ("ID", true),
    ("種別情報", false),
    ("名称", true),
    ("名称\u{ff08}カナ\u{ff09}", false),
    ("名称\u{ff08}英字\u{ff09}", false),
    ("概要", false),
    ("説明", false),
    ("施設住所", false),
    ("利用可能曜日", false),
    ("開始時刻", false),
    ("終了時刻", false),
    ("利用可能日時説明", false),
    ("料金有無", false),
    ("全国地方公共団体コード", true),
    ("都道府県", true),
    ("市区町村(郡\u{ff09}", true),
    ("連絡先名称", false),
    ("連絡先電話番号", false),
    ("連絡先内線番号", false),
    ("連絡先メールアドレス", false),
    ("連絡先URL", true),
    ("連絡先備考(その他、SNSなど\u{ff09}", false),
];

const DAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

pub(super) fn table(catalogue: &Catalogue<'_>) -> Worded<Table<'static>> {
    let mut files: Vec<&MunicipalityFile> = catalogue.dataset.municipalities.iter().collect();
    files.sort_by(|a, b| a.municipality.municipality.cmp(&b.municipality.municipality));
    let mut rows = Vec::new();
    for file in files {
        for (id, counter) in &file.municipality.counters {
            if file.municipality.has_counter_on(counter, catalogue.options.today) {
                rows.push(row(catalogue, file, id, counter)?);
            }
        }
    }
    Ok(super::table("gif-451-7", "GIF 451-7 行政サービス拠点", "ID", COLUMNS, rows))
}

fn row(catalogue: &Catalogue<'_>, file: &MunicipalityFile, id: &CounterId, counter: &Counter) -> Worded<Vec<String>> {
    let municipality = &file.municipality;
    let name = municipality.name.ja.as_str();
    let code = &municipality.municipality;
    let mut row = Row::of(COLUMNS);
    row.set("ID", format!("{code}-{id}"));
    row.set("種別情報", kind(counter.kind, name));
    row.set("名称", counter.name.ja.to_string());
    let kana = counter.name.kana.as_ref().map(|kana| katakana(kana.as_str()));
    row.set("名称\u{ff08}カナ\u{ff09}", kana.unwrap_or_default());
    row.set("名称\u{ff08}英字\u{ff09}", counter.name.en.as_ref().map(ToString::to_string).unwrap_or_default());
    row.set("概要", bare(&catalogue.ja.term(&counter.kind)?));
    if let Some(Said::Value(Jurisdiction::WardOfResidence)) = counter.jurisdiction {
        row.set("説明", bare(&catalogue.ja.term(&Jurisdiction::WardOfResidence)?));
    }
    row.set("施設住所", counter.address.as_ref().and_then(Said::value).map(ToString::to_string).unwrap_or_default());
    let mut told = Vec::new();
    if let Some(hours) = counter.hours.as_ref().and_then(Said::value) {
        // The model has room for one time of one set of days.
        if let Some([only]) = weekly(hours).as_deref() {
            row.set("利用可能曜日", only.days.iter().filter_map(|day| DAYS.get(usize::from(*day))).collect::<String>());
            row.set("開始時刻", only.from.as_str());
            row.set("終了時刻", only.to.as_str());
        }
        told.push(bare(&catalogue.ja.hours_line(&catalogue.ja.hours(hours)?)?));
    }
    for rule in counter.irregular.iter().filter_map(Said::value) {
        told.push(bare(&catalogue.ja.irregular(rule)?));
    }
    row.set("利用可能日時説明", told.join("\n"));
    row.set("全国地方公共団体コード", code.to_string());
    row.set("都道府県", code.prefecture().ja);
    row.set("市区町村(郡\u{ff09}", name);
    let contact = municipality.contact.as_ref();
    let unit = contact.and_then(|contact| contact.unit.as_ref()).and_then(Said::value);
    let telephone = contact.and_then(|contact| contact.telephone.as_ref()).and_then(Said::value);
    row.set("連絡先名称", unit.map(|unit| unit.ja.to_string()).unwrap_or_default());
    row.set("連絡先電話番号", telephone.map(ToString::to_string).unwrap_or_default());
    let origin = Origin::of(municipality, counter.source.as_ref(), counter.section.as_ref());
    row.set("連絡先URL", origin.map(|origin| origin.source.url.to_string()).unwrap_or_default());
    Ok(row.cells)
}

/// The POI code of a counter. A counter of which only the page's name is known, and not that it is a
/// branch office by law, is another facility of administrative services.
fn kind(kind: CounterKind, municipality: &str) -> &'static str {
    match kind {
        CounterKind::Main if municipality.ends_with(['町', '村']) => "1303",
        CounterKind::Main => "1302",
        // The offices of Tokyo's special wards are main offices; these are wards of a city.
        CounterKind::WardOffice => "1303",
        CounterKind::Branch => "1304",
        CounterKind::PostOffice => "1216",
        CounterKind::CitizensCentre | CounterKind::CardCentre => "1399",
    }
}

fn katakana(kana: &str) -> String {
    let large = |letter: char| match letter {
        '\u{3041}'..='\u{3096}' => char::from_u32(u32::from(letter) + 0x60).unwrap_or(letter),
        other => other,
    };
    kana.chars().map(large).collect()
}
