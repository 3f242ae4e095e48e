use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V061",
    name: "class-shape",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」は区分として使えません。",
        help: "区分は大文字1〜2字です(A、B など)。",
        cases: &[("instead", "{ $instead } と書いてください。")],
        about: "区分は式(`A+A | A+B`)に書く記号です。大文字にすることで、書類の識別子(小文字)と見分けられます。ページでの呼び方は `name` に書きます。",
    },
    en: Text {
        message: "`{ $text }` is no class.",
        help: "A class is one or two capital letters: A, B.",
        cases: &[("instead", "Write `{ $instead }`.")],
        about: "Classes stand in formulas such as `A+A | A+B`; capital letters tell them from ids of documents. What the page calls the class is its `name`.",
    },
    wrong: Example::Blocks(
        "identity_documents:
  a:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport]
  B:
    name: { ja: B書類, kana: Bしょるい, en: documents of class B }
    kind: second
    section: 本人確認書類
    documents: [eligibility-certificate, pension-handbook]
",
    ),
    right: Example::Blocks(
        "identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport]
  B:
    name: { ja: B書類, kana: Bしょるい, en: documents of class B }
    kind: second
    section: 本人確認書類
    documents: [eligibility-certificate, pension-handbook]
",
    ),
    check: None,
};
