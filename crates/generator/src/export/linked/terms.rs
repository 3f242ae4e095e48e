//! The site's own vocabulary: what CPSV-AP and CCCEV have no word for.

/// What a term is, and of what its values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Range {
    /// The term is a class.
    Class,
    /// The term is one of the four states.
    State,
    /// A property whose values are texts or codes.
    Text,
    /// Numbers.
    Number,
    /// Yes or no.
    Flag,
    /// Days.
    Day,
    /// Things of a class.
    Thing(&'static str),
    /// Individuals of a class of this vocabulary.
    OneOf(&'static str),
    /// A list of texts or codes, in their order.
    Texts,
    /// A list of things of a class, in their order.
    Things(&'static str),
}

/// A term.
#[derive(Debug)]
#[cfg_attr(not(feature = "downloads"), expect(dead_code, reason = "only the vocabulary tells them"))]
pub(super) struct Term {
    pub(super) name: &'static str,
    pub(super) range: Range,
    /// The class of what has the property, where it is one.
    pub(super) domain: Option<&'static str>,
    pub(super) en: &'static str,
    pub(super) ja: &'static str,
}

macro_rules! terms {
    ($($name:literal $(of $domain:literal)? : $range:expr, $en:literal, $ja:literal;)+) => {
        &[$(Term { name: $name, range: $range, domain: domain!($($domain)?), en: $en, ja: $ja },)+]
    };
}

macro_rules! domain {
    () => {
        None
    };
    ($domain:literal) => {
        Some($domain)
    };
}

use Range::{Class, Day, Flag, Number, OneOf, State, Text, Texts, Thing, Things};

/// Every term.
pub(super) const TERMS: &[Term] = terms! {
    "Fact": Class,
        "What a municipality's page says of one facet of one procedure, or that it does not say it.",
        "ある手続きのある項目について、自治体のページが書いていること(または、書いていないということ)。";
    "FactState": Class,
        "The four states of a fact.",
        "事実の4つの状態。";
    "Value": Class,
        "The value of a fact in codes; kind says which of the other properties it has.",
        "事実の値。kind が、どの項目を持つかを示す。";
    "Source": Class,
        "A page as it was read on a day.",
        "ある日に読んだページ。";
    "Flow": Class,
        "The way of one kind of applicant through a procedure.",
        "ある立場の人が手続きを終えるまでの流れ。";
    "Letter": Class,
        "The letter that is sent between the visits of an agent (inquiry and reply).",
        "代理人の来庁と来庁の間に送られる照会書。";
    "EvidenceDemand": Class,
        "A type of evidence with the number of different pieces that are asked for.",
        "証拠書類の種類と、求められる(異なる)点数。";
    "Alternative": Class,
        "One of several lists between which people may choose; all requirements of one list must be fulfilled.",
        "どれか1つを選べる一覧の1つ。1つの一覧のなかは、すべて必要。";
    "CounterHours": Class,
        "The hours of one counter.",
        "1つの窓口の受付時間。";

    "stated": State, "The page says it.", "記載あり。ページに書いてある。";
    "silent": State,
        "The page was read as a whole and does not say it. This is never a \"no\".",
        "記載なし。ページ全体を読んだが、書いていない。「いいえ」という意味ではない。";
    "unclear": State,
        "The page says something that cannot be coded without guessing.",
        "不明確。書いてあるが、推測しなければ値にできない。";
    "unread": State,
        "The part of the page that would say it has not been read.",
        "未確認。書いてあるはずの部分をまだ読んでいない。";

    "fact": Thing("mado:Fact"), "A fact of this procedure.", "この手続きについての事実。";
    "facet" of "mado:Fact": Thing("skos:Concept"), "The comparable attribute that the fact is about.", "比べる項目。";
    "state": OneOf("mado:FactState"), "The state of a fact, or of what is drawn from it.", "事実の状態。";
    "applicant": Thing("skos:Concept"),
        "The applicant to whom it applies; it says nothing about others.",
        "だれについてか(申請する人の立場)。";
    "value" of "mado:Fact": Thing("mado:Value"),
        "The stated value; beside an unclear or unread fact, what is stated nevertheless.",
        "書いてある値。不明確・未確認のときは、それでも書いてある部分。";
    "varies" of "mado:Fact": Flag,
        "The steps depend on a condition; this is the longest way only.",
        "手順が条件によって変わる。これは、いちばん長い場合。";
    "section" of "mado:Fact": Text, "The heading of the page under which it stands.", "ページの見出し。";

    "kind" of "mado:Value": Text, "The kind of the value: visits, papers, codes, hours and so on.", "値の種類。";
    "number" of "mado:Value": Number, "A number: of visits, or of yen.", "数(来庁回数、円)。";
    "flag" of "mado:Value": Flag, "Yes or no, where the page says it in so many words.", "はい・いいえ(そう書いてあるときだけ)。";
    "date" of "mado:Value": Day, "A day.", "日付。";
    "codes" of "mado:Value": Texts, "Codes of the vocabularies and of the schema.", "コード。";
    "conditions" of "mado:Value": Texts,
        "Conditions, each a formula of codes: + is and, | is or.",
        "条件の式。+ は「かつ」、| は「または」。";
    "periods" of "mado:Value": Texts, "Periods: ISO 8601 durations.", "期間(ISO 8601)。";
    "papers" of "mado:Value": Things("cv:Requirement"), "What is to be brought, thing by thing.", "持っていくもの。";
    "hours" of "mado:Value": Things("mado:CounterHours"), "The hours of counters.", "窓口の受付時間。";
    "names" of "mado:Value": Things("rdfs:Resource"), "The counters that the value names.", "窓口の名前。";
    "openingHours": Text, "Hours in OpenStreetMap's opening_hours syntax.", "受付時間(OpenStreetMap の opening_hours の書き方)。";

    "readOn" of "mado:Source": Day, "The day on which the page was read.", "ページを読んだ日。";
    "extent" of "mado:Source": Text, "How much of the page was read: whole or part.", "読んだ範囲。whole(全体)か part(一部)。";

    "flow": Thing("mado:Flow"), "The way of one kind of applicant.", "ある立場の人の流れ。";
    "visits" of "mado:Flow": Number,
        "How many times somebody must come; only where it is stated.",
        "来庁の回数(書いてあるときだけ)。";
    "accepted" of "mado:Flow": Flag, "Whether such an applicant is accepted at all.", "その立場の人の申請を受け付けるか。";
    "requirement": Thing("cv:Requirement"),
        "What an applicant must fulfil; of a stated fact, what it asks for.",
        "その立場の人(またはその事実)が求めること。";
    "letter" of "mado:Flow": Thing("mado:Letter"), "The letter that is sent on the way.", "途中で送られる照会書。";
    "letterTo" of "mado:Letter": Text, "To whom the letter goes, and to which address.", "送り先。";
    "mail" of "mado:Letter": Text, "By which mail it goes.", "送り方。";
    "deadline" of "mado:Letter": Text, "By when it must be back: an ISO 8601 duration.", "持参の期限(ISO 8601)。";
    "deadlineFrom" of "mado:Letter": Text, "From when the deadline runs.", "期限の数え始め。";
    "concealment" of "mado:Letter": Text, "How the PINs that are written in it are hidden.", "書いた暗証番号の隠し方。";
    "pinEntry" of "mado:Letter": Text, "Who enters the PINs.", "暗証番号を入力する人。";

    "asks" of "cv:EvidenceTypeList": Thing("mado:EvidenceDemand"),
        "The list with numbers. A list of CCCEV cannot say that two different papers of one class are asked for.",
        "点数つきの一覧。CCCEV の一覧だけでは「A書類2点」を書けない。";
    "evidenceType" of "mado:EvidenceDemand": Thing("cv:EvidenceType"), "The type of evidence.", "証拠書類の種類。";
    "count" of "mado:EvidenceDemand": Number, "How many different pieces of it.", "(異なる)何点か。";
    "own" of "cv:Requirement": Text,
        "The same in the municipality's own letters: + is and, | is or.",
        "自治体自身の区分で書いた式。+ は「と」、| は「または」。";
    "ownEvidenceTypeList" of "cv:Requirement": Thing("cv:EvidenceTypeList"),
        "The lists in the municipality's own classes, which other municipalities do not share.",
        "自治体自身の区分による一覧。";
    "classLetter" of "cv:EvidenceType": Text, "The letter of a municipality's own class.", "自治体の区分の文字(A、B など)。";
    "lists" of "cv:EvidenceType": Thing("cv:EvidenceType"),
        "A document that the municipality lists in the class.",
        "自治体がその区分に挙げている書類。";
    "of": Thing("skos:Concept"), "Whose paper it is.", "だれの書類か。";
    "onlyIf" of "cv:Requirement": Text, "Asked for only under this condition (a formula).", "この条件のときだけ必要(式)。";
    "unless" of "cv:Requirement": Text, "Not asked for under this condition (a formula).", "この条件のときは不要(式)。";
    "excluding" of "cv:Requirement": Thing("cv:EvidenceType"), "A document that does not count.", "数えない書類。";
    "issuedWithin" of "cv:Requirement": Text, "Issued within this time: an ISO 8601 duration.", "発行からの期間(ISO 8601)。";
    "original" of "cv:Requirement": Flag, "Whether only the original is accepted.", "原本だけか。";
    "optional" of "cv:Requirement": Flag, "It is helpful and not required.", "あるとよいもの(必須ではない)。";
    "numberUnstated" of "cv:Requirement": Flag,
        "The page leaves the number of papers unsaid; the count of one is the least that it can mean.",
        "点数は書いていない。count の1は、考えられる最小の数。";
    "choice": Number, "The number of the list, of those between which people may choose.", "選べる一覧の番号。";
    "alternative" of "cv:Requirement": Thing("mado:Alternative"), "One of the lists between which people may choose.", "選べる一覧の1つ。";

    "reservation": Text, "Whether an appointment is needed: none, optional, required.", "予約(none 不要、optional できる、required 必要)。";
    "pins": Texts, "The kinds of PINs for which a way is offered.", "対象の暗証番号。";
    "municipalityCode": Text, "The municipality's six-digit code (JIS X 0402 with its check digit).", "全国地方公共団体コード(6桁)。";
    "procedure": Thing("skos:Concept"), "The procedure, as all municipalities share it.", "手続き(全国共通の分類)。";
};
