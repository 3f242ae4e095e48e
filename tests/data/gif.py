"""The tables by the Digital Agency's models (GIF 451-4 and 451-7), by pandas.

The model has no column for the state of a fact: what is silent, unclear or unread stands by name in
内容, what is to be brought in 手続書類.
"""

import json
import re

import pandas

COLUMNS = {
    "gif-451-4": """制度所管組織 タイトル（制度名） サブタイトル（通称） 制度番号 元制度番号 制度変更区分 根拠法令 地域群 地域
        概要 内容 対象者 用途・対象物 収入条件 家族構成条件 対象者条件 従業員条件 資本金条件 創業年条件 給付上限額 最大金利
        借入限度額 償還期限 最大補助率 費用 予算枠の有無 申請届出方法 募集時期 公募開始日 公募終了日 公募備考 手続書類
        電子申請の有無 添付ファイルの名称 添付ファイル名 詳細参照先 詳細URL 標準産業分類 ステージとアクション 事業ステージ
        お困りごと サービス種別 災害名 キーワード 実施組織・支援機関 お問い合わせ先 お問合わせ先一覧 連絡先情報 公開開始日
        公開終了日 最終更新日 表示優先度""".split(),
    "gif-451-7": """ID 種別情報 名称 名称（カナ） 名称（英字） 概要 説明 施設住所 利用可能曜日 開始時刻 終了時刻
        利用可能日時説明 料金有無 全国地方公共団体コード 都道府県 市区町村(郡） 連絡先名称 連絡先電話番号 連絡先内線番号
        連絡先メールアドレス 連絡先URL 連絡先備考(その他、SNSなど）""".split(),
}

REQUIRED = {
    "gif-451-4": ["制度所管組織", "タイトル（制度名）", "概要", "内容", "連絡先情報"],
    "gif-451-7": ["ID", "名称", "全国地方公共団体コード"],
}

# Facets by their names in the tables, with their applicants: names that are shared are told by the group.
GROUPS = {
    "本人が行く": "principal",
    "法定代理人が行く": "representative",
    "法定代理人の資格の証明": "authority",
    "任意代理人が行く": "agent",
    "代理人の手続きの途中の郵便": "letter",
    "できること": "offer",
    "窓口と時間": "counters",
    "自治体のページ": "page",
}


def table(site, name, folder="data"):
    return pandas.read_csv(site / folder / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")


def check(site):
    faults = []
    for name, columns in COLUMNS.items():
        rows = table(site, name)
        if list(rows.columns) != columns:
            faults.append(f"{name}: other columns than the model's")
        marked = pandas.read_csv(
            site / "data" / "excel" / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig"
        )
        if not rows.equals(marked):
            faults.append(f"{name}: the file for spreadsheets is another")
        for column in REQUIRED[name]:
            if (rows[column] == "").any():
                faults.append(f"{name}: {column} is empty in {(rows[column] == '').sum()} rows")
        if rows.iloc[:, columns.index("制度番号" if name == "gif-451-4" else "ID")].duplicated().any():
            faults.append(f"{name}: a number stands twice")
    rules = table(site, "gif-451-4")
    for column, most in (("概要", 100), ("内容", 500)):
        if (rules[column].str.len() > most).any() or rules[column].str.endswith("…").any():
            faults.append(f"gif-451-4: {column} is longer than {most}")
    national = rules[rules["元制度番号"] == ""]
    local = rules[rules["元制度番号"] != ""]
    if not set(local["元制度番号"]) <= set(national["制度番号"]):
        faults.append("gif-451-4: a rule comes from one that is not there")
    if not set(rules["制度変更区分"]) <= {"", "0", "1", "2"} or (national["制度変更区分"] != "").any():
        faults.append(f"gif-451-4: 制度変更区分 {sorted(set(rules['制度変更区分']))}")
    places = table(site, "gif-451-7")
    if not places["種別情報"].str.fullmatch(r"\d{4}").all():
        faults.append("gif-451-7: a kind that is no POI code")
    timed = places[places["開始時刻"] != ""]
    if not timed["開始時刻"].str.fullmatch(r"\d\d:\d\d").all() or not timed["利用可能曜日"].str.fullmatch("[月火水木金土日]+").all():
        faults.append("gif-451-7: hours of another form")
    return faults


def facets(site):
    """Ids of facets by group and Japanese name, with their applicants, from the table of facts."""
    facts = pandas.read_csv(site / "data" / "facts.csv", dtype=str, keep_default_na=False)
    known = facts[["facet", "group", "applicant"]].drop_duplicates()
    return {facet: (group, applicant) for facet, group, applicant in known.itertuples(index=False, name=None)}


def answers(site):
    rules = table(site, "gif-451-4")
    rules = rules[rules["元制度番号"] != ""]
    labels = names(site)
    applicants = facets(site)
    two, alone, unread = set(), set(), set()
    for _, rule in rules.iterrows():
        code, procedure = rule["制度番号"][:6], rule["制度番号"][7:]
        for line in rule["内容"].split("\n"):
            if line.startswith("未確認: "):
                for part in line.removeprefix("未確認: ").split(" / "):
                    group, listed = part.rstrip().removesuffix(")").split("(", 1)
                    for label in listed.split("、"):
                        facet = labels[(GROUPS[group], label)]
                        unread.add((code, procedure, applicants[facet][1], facet))
        if procedure != "pin-reset":
            continue
        visits = re.search(r"^任意代理人が行く・来庁の回数: (\d+)回", rule["内容"], re.MULTILINE)
        if visits and int(visits[1]) <= 2:
            two.add(code)
        for line in rule["手続書類"].split("\n"):
            if line.startswith("本人が行く・カード以外の本人確認書類: "):
                own = re.findall(r"\[自治体の区分 principal: ([^\]]*)\]", line)
                if any("B" in [part.strip() for part in formula.split("|")] for formula in own):
                    alone.add(code)
    return {"agent_in_two_visits": two, "principal_class_b_alone": alone, "unread": unread}


def names(site):
    """Facets by group and Japanese name, as the API names them."""
    api = json.loads((site / "api" / "v1" / "facets.json").read_text(encoding="utf-8"))
    return {(facet["group"], facet["name"]["ja"]): facet["id"] for facet in api["result"]}
