use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "R001",
    name: "unknown-reference",
    level: Level::Error,
    ja: Text {
        message: "「{ $id }」という{ $what }はありません。",
        help: "{ $place } にあるものを書いてください。ここを直すか、そちらに足してください。",
        cases: &[("near", "「{ $nearest }」ではありませんか。")],
        about: "書類・条件・窓口などは、識別子で指します。指す先がないと、名前も説明も出せず、ほかの自治体とも比べられません。",
    },
    en: Text {
        message: "There is no { $what } `{ $id }`.",
        help: "It must be defined in { $place }. Correct it here, or define it there.",
        cases: &[("near", "Did you mean `{ $nearest }`?")],
        about: "Documents, conditions, counters and the like are named by ids. An id that leads nowhere has no name to show and cannot be compared.",
    },
    wrong: Example::Blocks(
        "identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    documents: [drivers-license, passport, residence-card]
  B:
    name: { ja: B書類, kana: Bしょるい, en: documents of class B }
    kind: second
    documents: [eligibility-certificate, pension-handbook]
",
    ),
    right: Example::Blocks(
        "identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    documents: [drivers-licence, passport, residence-card]
  B:
    name: { ja: B書類, kana: Bしょるい, en: documents of class B }
    kind: second
    documents: [eligibility-certificate, pension-handbook]
",
    ),
    check: None,
};
