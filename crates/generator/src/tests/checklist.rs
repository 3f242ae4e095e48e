use super::data::{dataset, html, render, subject, whole_dataset};
use crate::view::page::checklist::listed;

#[test]
fn nothing_on_any_page_can_be_typed_into_but_the_search() {
    for (path, page) in html(&dataset()) {
        for input in page.split("<input ").skip(1).filter_map(|rest| rest.split('>').next()) {
            let written = input.split("type=").nth(1).map(|rest| rest.trim_start_matches('"'));
            let kind = written.and_then(|rest| rest.split([' ', '"']).next()).unwrap_or("text");
            // Municipalities can be searched for, and chosen from a list.
            let chooses = input.contains("role=\"combobox\"") || input.contains(" list=\"");
            let is_known = ["checkbox", "radio", "search"].contains(&kind) || (kind == "text" && chooses);
            assert!(is_known, "{path} has an input of type {kind}: {input}");
        }
        for other in ["<textarea", "contenteditable", "<select multiple"] {
            assert!(!page.contains(other), "{path} has {other}");
        }
    }
}

#[test]
fn every_applicant_with_steps_has_a_checklist_that_the_procedure_leads_to() {
    let pages = html(&dataset());
    let checklists: Vec<&String> = pages.keys().filter(|path| path.starts_with("checklist/")).collect();
    assert!(checklists.len() > 15);
    for path in checklists {
        let parts: Vec<&str> = path.split('/').collect();
        let procedure = &pages[&format!("m/{}/{}.html", parts[1], parts[2])];
        assert!(procedure.contains(&format!("../../{path}")), "{path}");
        let page = &pages[path];
        assert!(page.contains("type=\"checkbox\"") && page.contains("読んだ日"), "{path}");
        assert!(page.contains("暗証番号を書かないでください"), "{path}");
    }
}

#[test]
fn the_checklist_of_an_agent_has_every_visit_and_the_letter() {
    let page = html(&dataset()).remove("checklist/121002/pin-reset/agent.html").unwrap();
    for words in ["1回目の来庁", "2回目の来庁", "郵便で届く", "または", "市区町村に確かめた(電話 043-400-3147)"]
    {
        assert!(page.contains(words), "{words}");
    }
    let names: Vec<&str> = page
        .split(" name=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| !name.contains(':'))
        .collect();
    let boxes: Vec<&&str> = names.iter().filter(|name| name.starts_with(|c: char| c.is_ascii_digit())).collect();
    let different: std::collections::BTreeSet<_> = boxes.iter().collect();
    assert!(boxes.len() > 10 && different.len() == boxes.len(), "every box has a name of its own");
}

#[test]
fn the_scripts_of_the_checklist_and_of_the_papers_in_hand_stay_small() {
    for (name, most) in [("assets/checklist.js", 1536), ("assets/have.js", 4096)] {
        let page = render(&dataset()).into_iter().find(|page| page.path == name).unwrap();
        assert!(page.bytes.len() <= most, "{name}: {} bytes", page.bytes.len());
        let text = String::from_utf8(page.bytes).unwrap();
        for word in ["innerHTML", "fetch(", "XMLHttpRequest", "cookie", "http"] {
            assert!(!text.contains(word), "{name} has {word}");
        }
    }
}

#[test]
fn where_nothing_to_bring_is_known_there_is_no_checklist() {
    let dataset = whole_dataset();
    let with =
        |code: &str| listed(&subject(&dataset, code, "pin-reset")).map(|(id, _)| id.to_string()).collect::<Vec<_>>();
    // Its page says that the cardholder comes, and what to bring was not read.
    assert!(!with("075434").contains(&"principal".to_owned()));
    assert!(with("172014").contains(&"principal".to_owned()));
}
