use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "K001",
    name: "unknown-key",
    level: Level::Error,
    ja: Text {
        message: "ここに「{ $key }」というキーはありません。",
        help: "ここで使えるキー: { $known }",
        cases: &[
            ("near", "「{ $nearest }」ではありませんか。"),
            ("space", "「{ $nearest }」のあとは、半角のコロンと半角の空白です。"),
            ("missing", "ここには「{ $missing }」がありません。このキーのことではありませんか。"),
        ],
        about: "知らないキーを読みとばすと、書いた人が伝えたかったことが黙って失われます。つづりのちがいも、段(字下げ)のちがいも、ここで見つかります。",
    },
    en: Text {
        message: "The key `{ $key }` is not known here.",
        help: "Known here: { $known }",
        cases: &[
            ("near", "Did you mean `{ $nearest }`?"),
            ("space", "Put a half-width colon and a space behind `{ $nearest }`."),
            ("missing", "`{ $missing }` is missing here: is it meant?"),
        ],
        about: "Passing over a key that is not known would lose what its writer had to say. This finds misspelled keys, and keys at the wrong level.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telphone: 000-000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
",
    ),
    check: None,
};
