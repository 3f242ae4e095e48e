use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V081",
    name: "route-shape",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」は、ファイルの中の場所として読めません。",
        help: "キーを「.」でつなぎ、リストの中は0から数えて、procedures.pin-reset.at[0] のように書きます。",
        cases: &[],
        about: "`allow` の `at` は、指摘を受け入れる場所をひとつだけ指す。読めない場所は、どの指摘にも当たらない。",
    },
    en: Text {
        message: "`{ $text }` cannot be read as a place of the file.",
        help: "Write keys with dots between them, and entries of lists from 0, as in `procedures.pin-reset.at[0]`.",
        cases: &[],
        about: "`at` of `allow` names the one place whose finding is accepted. A place that cannot be read is no place.",
    },
    wrong: Example::Blocks(
        r#"sources:
  pin:
    url: https://www.mihon-mynumber.example.jp/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
allow:
  - rule: unofficial-host
    at: sources..pin.url
    because: 市が手続きの案内を任せた公式の別サイト。
"#,
    ),
    right: Example::Blocks(
        r#"sources:
  pin:
    url: https://www.mihon-mynumber.example.jp/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
allow:
  - rule: unofficial-host
    at: sources.pin.url
    because: 市が手続きの案内を任せた公式の別サイト。
"#,
    ),
    check: None,
};
