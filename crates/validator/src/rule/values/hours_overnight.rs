use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V041",
    name: "hours-overnight",
    level: Level::Error,
    ja: Text {
        message: "終わりの時刻が始まりより前です。",
        help: "12:30 が 00:30 になっていませんか。2つの時刻が逆ではありませんか。",
        cases: &[],
        about: "夜をまたいで開く窓口はありません。ページの「午前12時30分」のような書き方を 00:30 と写すと、真夜中まで開いていることになります。",
    },
    en: Text {
        message: "These hours end before they begin.",
        help: "Was 12:30 printed as 00:30, or are the two times in the wrong order?",
        cases: &[],
        about: "No counter is open over midnight. Where a page prints half past twelve in the \"morning\", copying it as 00:30 keeps the counter open all night.",
    },
    wrong: Example::Blocks(
        r#"contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
  hours: "Sa 09:00-00:30"
"#,
    ),
    right: Example::Blocks(
        r#"contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
  hours: "Sa 09:00-12:30"
"#,
    ),
    check: None,
};
