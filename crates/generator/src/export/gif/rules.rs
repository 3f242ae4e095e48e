//! 451-4: the national rule of each procedure, and each municipality's as one that comes from it.

use madoguchi_schema::model::{Confidence, NationalSource, Said, State};
use madoguchi_schema::scalar::ProcedureId;

use super::{Column, Row};
use crate::export::Record;
use crate::export::csv::Table;
use crate::export::record::{Catalogue, source};
use crate::facet::{FACETS, Group, National, NationalPlace, Standing, Subject};
use crate::view::{Worded, bare};

/// The columns of the model, in its order.
const COLUMNS: &[Column] = &[
    ("制度所管組織", true),
    (TITLE, true),
    ("サブタイトル\u{ff08}通称\u{ff09}", false),
    (NUMBER, false),
    ("元制度番号", false),
    ("制度変更区分", false),
    ("根拠法令", false),
    ("地域群", false),
    ("地域", false),
    ("概要", true),
    ("内容", true),
    ("対象者", false),
    ("用途・対象物", false),
    ("収入条件", false),
    ("家族構成条件", false),
    ("対象者条件", false),
    ("従業員条件", false),
    ("資本金条件", false),
    ("創業年条件", false),
    ("給付上限額", false),
    ("最大金利", false),
    ("借入限度額", false),
    ("償還期限", false),
    ("最大補助率", false),
    ("費用", false),
    ("予算枠の有無", false),
    ("申請届出方法", false),
    ("募集時期", false),
    ("公募開始日", false),
    ("公募終了日", false),
    ("公募備考", false),
    ("手続書類", false),
    ("電子申請の有無", false),
    ("添付ファイルの名称", false),
    ("添付ファイル名", false),
    ("詳細参照先", false),
    ("詳細URL", false),
    ("標準産業分類", false),
    ("ステージとアクション", false),
    ("事業ステージ", false),
    ("お困りごと", false),
    ("サービス種別", false),
    ("災害名", false),
    ("キーワード", false),
    ("実施組織・支援機関", false),
    ("お問い合わせ先", false),
    ("お問合わせ先一覧", false),
    ("連絡先情報", true),
    ("公開開始日", false),
    ("公開終了日", false),
    ("最終更新日", false),
    ("表示優先度", false),
];

const TITLE: &str = "タイトル\u{ff08}制度名\u{ff09}";
const NUMBER: &str = "制度番号";

/// As many characters as the model gives to 概要 and 内容.
const LONGEST: [(&str, usize); 2] = [("概要", 100), ("内容", 500)];

/// Facets whose papers are to be brought.
const PAPERS: [&str; 6] = [
    "principal-documents",
    "principal-identity",
    "representative-identity",
    "authority-proof",
    "agent-first-documents",
    "agent-last-identity",
];

pub(super) fn table(catalogue: &Catalogue<'_>) -> Worded<Table<'static>> {
    let mut rows = Vec::new();
    for id in &catalogue.procedures {
        rows.push(national(catalogue, id)?);
        for subject in catalogue.subjects.iter().filter(|subject| subject.id == *id) {
            rows.push(local(catalogue, subject)?);
        }
    }
    Ok(super::table("gif-451-4", "GIF 451-4 行政サービス・制度", NUMBER, COLUMNS, rows))
}

/// The ministries to which the card and its certificates belong, and who runs them, where the
/// national layer has pages of theirs. Pages of municipalities support its rules too and own none.
const OWNERS: [&str; 2] = ["デジタル庁", "総務省"];
const OPERATOR: &str = "地方公共団体情報システム機構";

/// The number of the national rule: nobody has given it one, so it is this site's.
fn national_number(id: &ProcedureId) -> String {
    format!("national-{id}")
}

/// The national rule of a procedure: every rule of the national layer that speaks of it.
fn national(catalogue: &Catalogue<'_>, id: &ProcedureId) -> Worded<Vec<String>> {
    let baseline = &catalogue.dataset.baseline;
    let mut rules = Vec::new();
    for facet in FACETS {
        if let Some(National { place: NationalPlace::Rule(id, rule), .. }) =
            National::of(baseline, id, facet, catalogue.options.today)
            && !rules.iter().any(|(known, _)| *known == id)
        {
            rules.push((id, rule));
        }
    }
    let official = |named: &'static str| {
        let mut sources = baseline.sources.values();
        sources.any(|source| source.publisher.as_str() == named && source.confidence == Confidence::Official)
    };
    let owners: Vec<&str> = OWNERS.into_iter().filter(|named| official(named)).collect();
    let of_rules = rules.iter().flat_map(|(_, rule)| &rule.sources).filter_map(|id| baseline.sources.get(id));
    let is_national = |source: &&NationalSource| {
        source.url.is_some() && OWNERS.into_iter().chain([OPERATOR]).any(|named| source.publisher.as_str() == named)
    };
    let page = of_rules.chain(baseline.sources.values()).find(is_national);
    let url = page.and_then(|source| source.url.as_ref()).map(ToString::to_string).unwrap_or_default();
    let name = catalogue.ja.procedure(id);
    let mut row = Row::of(COLUMNS);
    row.set("制度所管組織", owners.join(";"));
    row.set(TITLE, bare(&name));
    row.set(NUMBER, national_number(id));
    row.set("概要", about(catalogue, id));
    let titles: Vec<String> = rules.iter().map(|(_, rule)| rule.title.ja.to_string()).collect();
    row.set("内容", titles.join("\n"));
    let title = page.and_then(|source| source.title.as_ref());
    row.set("詳細参照先", title.map(ToString::to_string).unwrap_or_default());
    row.set("詳細URL", url.as_str());
    row.set("キーワード", KEYWORDS);
    row.set("実施組織・支援機関", if official(OPERATOR) { OPERATOR } else { "" });
    row.set("連絡先情報", format!("連絡先URL: {url}"));
    let date = page.and_then(|source| source.page_date);
    row.set("最終更新日", date.map(|day| day.to_string()).unwrap_or_default());
    Ok(finished(row))
}

const KEYWORDS: &str = "マイナンバーカード;暗証番号;電子証明書";

fn about(catalogue: &Catalogue<'_>, id: &ProcedureId) -> String {
    let entry = catalogue.dataset.vocabulary.procedures.get(id);
    entry.map(|entry| entry.about.ja.to_string()).unwrap_or_default()
}

/// The rule of a municipality.
fn local(catalogue: &Catalogue<'_>, subject: &Subject<'_>) -> Worded<Vec<String>> {
    let records: Vec<&Record> = catalogue.records_of(subject).collect();
    let municipality = subject.municipality();
    let code = municipality.municipality.to_string();
    let page = source(subject.origin());
    let stated = |facet: &str| {
        let found = records.iter().find(|record| record.facet == facet && state(record) == State::Stated.name());
        found.and_then(|record| record.text.as_ref()).map(|text| text.ja.replace('\n', "; "))
    };
    let told = |facets: &[&str]| -> Worded<String> {
        let mut lines = Vec::new();
        for facet in FACETS.iter().filter(|facet| facets.contains(&facet.id)) {
            if let Some(text) = stated(facet.id) {
                lines.push(format!("{}: {text}", label(catalogue, facet)?));
            }
        }
        Ok(lines.join("\n"))
    };
    let mut row = Row::of(COLUMNS);
    row.set("制度所管組織", municipality.name.ja.to_string());
    row.set(TITLE, bare(&catalogue.ja.procedure(subject.id)));
    row.set(NUMBER, format!("{code}-{}", subject.id));
    row.set("元制度番号", national_number(subject.id));
    row.set("制度変更区分", changed(catalogue, subject).unwrap_or_default());
    row.set("地域", code);
    row.set("概要", about(catalogue, subject.id));
    row.set("内容", content(catalogue, &records)?);
    row.set("対象者", stated("reasons").unwrap_or_default());
    row.set("対象者条件", told(&["representative-for", "agent-eligibility"])?);
    let fee = records.iter().find(|record| record.facet == "fee" && state(record) == State::Stated.name());
    let yen = fee.and_then(|record| record.value.as_ref()).and_then(|value| value.number);
    row.set("費用", yen.map(|yen| yen.to_string()).unwrap_or_default());
    row.set("申請届出方法", told(&["counters", "kiosk", "at-home", "reservation"])?);
    row.set("手続書類", papers(catalogue, &records)?);
    row.set("詳細参照先", page.title.as_str());
    row.set("詳細URL", page.url.as_str());
    row.set("キーワード", KEYWORDS);
    let contact = municipality.contact.as_ref();
    let unit = contact.and_then(|contact| contact.unit.as_ref()).and_then(Said::value);
    let telephone = contact.and_then(|contact| contact.telephone.as_ref()).and_then(Said::value);
    row.set("お問い合わせ先", unit.map(|unit| unit.ja.to_string()).unwrap_or_default());
    let lines = [
        unit.map(|unit| format!("連絡先名称: {}", unit.ja)),
        telephone.map(|telephone| format!("連絡先電話番号: {telephone}")),
        Some(format!("連絡先URL: {}", page.url)),
    ];
    row.set("連絡先情報", lines.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    row.set("最終更新日", page.page_date.unwrap_or_default());
    Ok(finished(row))
}

/// How the municipality's rule comes from the national one: 2 where what is stated depends on a
/// condition, 1 where anything is stated that the national rule does not say, 0 where all that is
/// stated is the national rule; nothing where nothing is stated.
fn changed(catalogue: &Catalogue<'_>, subject: &Subject<'_>) -> Option<&'static str> {
    let mut change = None;
    for facet in FACETS.iter().filter(|facet| facet.group != Group::Page) {
        let found = (facet.of)(subject);
        if found.fact.state() != State::Stated {
            continue;
        }
        let record = catalogue.records_of(subject).find(|record| record.facet == facet.id)?;
        if record.varies || record.value.as_deref().is_some_and(has_condition) {
            return Some("2");
        }
        let national = National::of(&catalogue.dataset.baseline, subject.id, facet, catalogue.options.today);
        let standing = national.and_then(|national| national.value).map(|value| Standing::to_value(&found, &value));
        change = match (change, standing) {
            (None | Some("0"), Some(Standing::Same)) => Some("0"),
            _ => Some("1"),
        };
    }
    change
}

fn has_condition(value: &crate::export::Coded) -> bool {
    let of_paper = value.papers.iter().any(|papers| papers.only_if.is_some() || papers.unless.is_some());
    of_paper || !value.conditions.is_empty()
}

/// How often somebody must come, and what is not stated, by its state.
fn content(catalogue: &Catalogue<'_>, records: &[&Record]) -> Worded<String> {
    let mut lines = Vec::new();
    for facet in FACETS.iter().filter(|facet| facet.id.ends_with("-visits")) {
        let found = records.iter().find(|record| record.facet == facet.id && state(record) == State::Stated.name());
        if let Some(text) = found.and_then(|record| record.text.as_ref()) {
            lines.push(format!("{}: {}", label(catalogue, facet)?, text.ja.replace('\n', "; ")));
        }
    }
    for of in [State::Silent, State::Unclear, State::Unread] {
        let mut groups = Vec::new();
        for group in Group::ALL {
            let mut names = Vec::new();
            for facet in group.facets() {
                if records.iter().any(|record| record.facet == facet.id && state(record) == of.name()) {
                    names.push(bare(&catalogue.ja.facet(facet)?));
                }
            }
            if !names.is_empty() {
                groups.push(format!("{}({})", bare(&catalogue.ja.group(group)?), names.join("、")));
            }
        }
        if !groups.is_empty() {
            lines.push(format!("{}: {}", bare(&catalogue.ja.term(&of)?), groups.join(" / ")));
        }
    }
    Ok(lines.join("\n"))
}

/// What is to be brought, with the municipality's own letters.
fn papers(catalogue: &Catalogue<'_>, records: &[&Record]) -> Worded<String> {
    let mut lines = Vec::new();
    for facet in FACETS.iter().filter(|facet| PAPERS.contains(&facet.id)) {
        let found = records.iter().find(|record| record.facet == facet.id && state(record) == State::Stated.name());
        let Some((record, text)) = found.and_then(|record| Some((record, record.text.as_ref()?))) else { continue };
        let papers = record.value.iter().flat_map(|value| &value.papers);
        let own = papers.filter_map(|papers| Some((papers.of.as_deref()?, papers.own.as_deref()?)));
        let own: Vec<String> = own.map(|(of, own)| format!(" [自治体の区分 {of}: {own}]")).collect();
        lines.push(format!("{}: {}{}", label(catalogue, facet)?, text.ja.replace('\n', "; "), own.concat()));
    }
    Ok(lines.join("\n"))
}

/// A facet with its group: several have the same name.
fn label(catalogue: &Catalogue<'_>, facet: &crate::facet::Facet) -> Worded<String> {
    Ok(format!("{}・{}", bare(&catalogue.ja.group(facet.group)?), bare(&catalogue.ja.facet(facet)?)))
}

fn state(record: &Record) -> &str {
    record.state.name()
}

/// The cells, none longer than the model allows.
fn finished(row: Row) -> Vec<String> {
    let mut row = row;
    for (column, most) in LONGEST {
        let at = row.columns.iter().position(|(name, _)| *name == column);
        if let Some(cell) = at.and_then(|at| row.cells.get_mut(at))
            && cell.chars().count() > most
        {
            *cell = cell.chars().take(most - 1).chain(['…']).collect();
        }
    }
    row.cells
}
