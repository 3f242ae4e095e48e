//! Scripts in fewer bytes: without comments and idle spaces, with short names for what is their own.
//!
//! It knows as much of the language as the site's scripts need: statements end with semicolons,
//! comments stand on their own lines, and objects have no short methods. What it is not sure of it
//! leaves as it is: names in patterns and objects with braces, names that are also those of
//! properties, and names in templates.

use std::collections::{BTreeMap, BTreeSet};

use super::asset::short_names;

/// A part of a script.
#[derive(Debug, Clone, PartialEq)]
enum Token {
    /// A name, a keyword or a number.
    Word(String),
    /// A text, a template or a pattern, as it is.
    Literal(String),
    Sign(char),
}

const KEYWORDS: [&str; 7] = ["as", "do", "if", "in", "is", "of", "or"];

/// The same script in fewer bytes.
pub(super) fn small_script(js: &str) -> String {
    let lines = js.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let mut tokens: Vec<Token> = Vec::new();
    for line in lines {
        tokens.extend(read(line));
        // A line may end a statement by itself, but not after these.
        if !matches!(tokens.last(), Some(Token::Sign(',' | ';' | '{' | '(' | '['))) {
            tokens.push(Token::Sign('\n'));
        }
    }
    let names = names(&tokens);
    let mut out = String::new();
    for token in &tokens {
        let text = match token {
            Token::Sign(sign) => sign.to_string(),
            Token::Literal(text) => text.clone(),
            Token::Word(word) => names.get(word).unwrap_or(word).clone(),
        };
        if needs_space(out.chars().next_back(), text.chars().next()) {
            out.push(' ');
        }
        out.push_str(&text);
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// Two words in a row would become one; two signs could become another one: `a + +b`.
fn needs_space(last: Option<char>, next: Option<char>) -> bool {
    let both = |is: fn(char) -> bool| last.is_some_and(is) && next.is_some_and(is);
    both(is_word) || both(|c| "+-/".contains(c))
}

fn read(line: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ' ' => {}
            '"' | '`' => tokens.push(literal(&mut chars, c)),
            // What follows a value divides it; anything else begins a pattern.
            '/' if !ends_value(tokens.last()) => tokens.push(literal(&mut chars, c)),
            c if is_word(c) => {
                let mut word = c.to_string();
                while let Some(c) = chars.next_if(|c| is_word(*c)) {
                    word.push(c);
                }
                tokens.push(Token::Word(word));
            }
            '+' | '-' if chars.next_if_eq(&c).is_some() => tokens.push(Token::Literal(format!("{c}{c}"))),
            c => tokens.push(Token::Sign(c)),
        }
    }
    tokens
}

fn ends_value(token: Option<&Token>) -> bool {
    match token {
        Some(Token::Sign(sign)) => ")]}".contains(*sign),
        Some(_) => true,
        None => false,
    }
}

/// A text or a pattern up to its end. In a class of a pattern its end is a sign as any other.
fn literal(chars: &mut impl Iterator<Item = char>, end: char) -> Token {
    let mut out = String::from(end);
    let mut in_class = false;
    while let Some(c) = chars.next() {
        out.push(c);
        match c {
            '\\' => out.extend(chars.next()),
            '[' if end == '/' => in_class = true,
            ']' if end == '/' => in_class = false,
            c if c == end && !in_class => break,
            _ => {}
        }
    }
    Token::Literal(out)
}

/// A short name for each name that is the script's own, the shortest for the most frequent.
fn names(tokens: &[Token]) -> BTreeMap<String, String> {
    let kept = kept(tokens);
    let words = || tokens.iter().filter_map(|token| if let Token::Word(word) = token { Some(word) } else { None });
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for word in words() {
        *counts.entry(word).or_default() += 1;
    }
    let mut own: Vec<String> =
        declared(tokens).into_iter().filter(|name| name.len() > 1 && !kept.contains(name)).collect();
    own.sort_by_key(|name| std::cmp::Reverse(counts.get(name).copied().unwrap_or_default()));
    let free = short_names().filter(|name| !counts.contains_key(name) && !KEYWORDS.contains(&name.as_str()));
    own.into_iter().zip(free).filter(|(name, short)| short.len() < name.len()).collect()
}

/// What `const`, `let` and the parameters of functions declare.
fn declared(tokens: &[Token]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Word(word) if word == "const" || word == "let" => declarators(tokens, at + 1, &mut found),
            Token::Sign('>') if at > 0 && tokens[at - 1] == Token::Sign('=') => parameters(tokens, at - 1, &mut found),
            _ => {}
        }
    }
    found
}

/// The names between a declaration's commas and their values, up to its end.
fn declarators(tokens: &[Token], from: usize, found: &mut BTreeSet<String>) {
    let (mut brackets, mut in_value) = (Vec::new(), false);
    for token in tokens.iter().skip(from) {
        match token {
            Token::Word(word) if brackets.is_empty() && (word == "of" || word == "in") => return,
            Token::Word(word) if !in_value && !brackets.contains(&'{') => {
                found.insert(word.clone());
            }
            Token::Sign(sign) if "([{".contains(*sign) => brackets.push(*sign),
            Token::Sign(sign) if ")]}".contains(*sign) && brackets.pop().is_none() => return,
            Token::Sign('=') if brackets.is_empty() => in_value = true,
            Token::Sign(',') if brackets.is_empty() => in_value = false,
            Token::Sign(';') if brackets.is_empty() => return,
            _ => {}
        }
    }
}

/// The parameters before an arrow.
fn parameters(tokens: &[Token], arrow: usize, found: &mut BTreeSet<String>) {
    let mut brackets: Vec<char> = Vec::new();
    for at in (0..arrow).rev() {
        match &tokens[at] {
            Token::Word(word) => {
                let before = at.checked_sub(1).map(|before| &tokens[before]);
                let is_target = brackets.is_empty() || matches!(before, Some(Token::Sign('(' | ',' | '[' | '.')));
                if is_target && !brackets.contains(&'}') {
                    found.insert(word.clone());
                }
            }
            Token::Sign(sign) if ")]}".contains(*sign) => brackets.push(*sign),
            Token::Sign(sign) if "([{".contains(*sign) => {
                brackets.pop();
            }
            _ => {}
        }
        if brackets.is_empty() {
            return;
        }
    }
}

/// Names that stay: those of properties, those that a brace may give to one, and those in templates.
fn kept(tokens: &[Token]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut brackets = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let sign = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
            Some(Token::Sign(sign)) => Some(*sign),
            _ => None,
        };
        let before = |back: usize| sign(at.checked_sub(back));
        // A line's end says nothing.
        let after = if sign(Some(at + 1)) == Some('\n') { sign(Some(at + 2)) } else { sign(Some(at + 1)) };
        let opens = if before(1) == Some('\n') { before(2) } else { before(1) };
        match token {
            Token::Sign('{') if is_block(&tokens[..at]) => brackets.push(';'),
            Token::Sign(sign) if "([{".contains(*sign) => brackets.push(*sign),
            Token::Sign(sign) if ")]}".contains(*sign) => {
                brackets.pop();
            }
            Token::Literal(text) if text.starts_with('`') => {
                found.extend(text.split(|c: char| !is_word(c)).map(str::to_owned));
            }
            Token::Word(word) => {
                let is_member = before(1) == Some('.') && before(2) != Some('.');
                let in_braces = brackets.last() == Some(&'{') && matches!(opens, Some('{' | ','));
                if is_member || in_braces && matches!(after, Some(':' | ',' | '}' | '=')) {
                    found.insert(word.clone());
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a brace after these begins statements, not an object or a pattern.
fn is_block(before: &[Token]) -> bool {
    match before.iter().rev().find(|token| **token != Token::Sign('\n')) {
        None => true,
        Some(Token::Sign(sign)) => ")>;{}".contains(*sign),
        Some(Token::Word(word)) => ["else", "try", "catch"].contains(&word.as_str()),
        Some(Token::Literal(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::small_script;

    #[test]
    fn what_a_script_does_stays() {
        assert_eq!(small_script("// why\nif (a) {  b(\"//\");}\n"), "if(a){b(\"//\");}\n");
        assert_eq!(small_script("a++;b = c + ++d;"), "a++;b=c+ ++d;");
        let js = "f = a => a + +b - -c;  return x / y / z, d.replace(/ [/ ] /g, \"a , b\") + `a ${b} c`;";
        let small = "f=a=>a+ +b- -c;return x/y/z,d.replace(/ [/ ] /g,\"a , b\")+`a ${b} c`;";
        assert_eq!(small_script(js), small);
    }

    #[test]
    fn own_names_are_short() {
        let js =
            "const list = find(1), [first, ...others] = list;for (const one of others) show(first, one => one + list);";
        let small = "const a=find(1),[c,...d]=a;for(const b of d)show(c,b=>b+a);";
        assert_eq!(small_script(js), small);
        assert_eq!(small_script("const add = (one, other = document) => one + other;"), "const c=(a,b=document)=>a+b;");
    }

    #[test]
    fn names_of_others_stay() {
        for js in [
            "const{code,file}=place;use(code,file);",
            "use(({code,file=0})=>code+file);",
            "const text=1;span.text=text;",
            "const name=1;use({id:2,name});",
            "const name=1;use({name:name});",
            "const name=1;use(`${name}`);",
            "function rank(key){return key;}\n",
            "document.title=location.hash;",
        ] {
            assert_eq!(small_script(js), js);
        }
    }

    #[test]
    fn a_short_name_is_never_one_that_is_there() {
        assert_eq!(small_script("const list = a + b;use(list);"), "const c=a+b;use(c);");
    }
}
