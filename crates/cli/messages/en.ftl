# What the command itself says, in English.

help-about = Rules of Japanese municipalities: check the data, build the site.
help-examples = Examples:
    {"  "}madoguchi build                    check the data and write the site to site/
    {"  "}madoguchi check                    say what is wrong with the data
    {"  "}madoguchi check --format json      the same for a program
    {"  "}madoguchi explain U001             what a rule is about, with an example
    {""}
    {"  "}From a checkout: cargo run --release -- build
help-root = The folder that holds datasets/ (default: found from here upward)
help-lang = The language of messages: ja or en (default: that of the environment)
help-today = The day as of which rules hold, as 2026-11-21 (default: today in Japan)
help-build = Check the data and write the site
help-build-examples = Where the data has an error, nothing is written and the old site stays.
    Exit status: 0 written; 1 an error in the data; 2 the call or the tool failed.
help-out = The folder of the site (default: site/ in the root folder)
help-base-url = The address at which the site will stand; without it there is no sitemap and no search description
help-repository = The address of the repository, for links to correct a fact
help-check = Say what is wrong with the data
help-check-examples = The levels of rules can be set in madoguchi.yaml, beside datasets/:
    {"  "}levels: {"{"} unofficial-host: error, R003: note {"}"}
    Exit status: 0 nothing of the level of --deny or a graver one; 1 something; 2 the call or the tool failed.
help-paths = Only these files and folders of datasets/
help-format = The form of the report: human for reading; concise one line a finding; json, sarif, rdjson, junit for programs; github for annotations of a pull request
help-deny = The level that fails: error (default), warning or note
help-explain = Say what a rule is about, or list all rules
help-explain-examples = Examples:
    {"  "}madoguchi explain                    every rule, one a line
    {"  "}madoguchi explain unofficial-host    one rule, with a wrong and a right example
help-rule = The rule's code or name, as in U001 or unofficial-host (default: list all)
help-fmt = Bring the YAML files into one layout
help-fmt-examples = Values and comments stay as they are. A file that cannot be read as YAML is named and left as it was.
    Exit status: 0 done; 1 a file cannot be read or, with --check, has another layout; 2 the call or the tool failed.
help-fmt-paths = These YAML files and folders (default: datasets/)
help-fmt-check = Write nothing; fail where a file has another layout
help-schema = Write the JSON Schemas into schema/
help-schema-check = Write nothing; fail where a schema is out of date

help-heading-commands = Commands
help-heading-options = Options
help-heading-arguments = Arguments
help-heading-usage = Usage:
help-help = Show this help
help-version = Show the version
help-schema-examples = Run it after a change of a type of crates/schema or of a vocabulary.
    Exit status: 0 up to date or written; 1 a vocabulary is wrong or, with --check, a schema is out of date; 2 the call or the tool failed.

build-done = { $municipalities } municipalities, { $files } files ({ $written } written, { $removed } removed): { $index }
progress-check = Checking the data
progress-pages = Making the pages
progress-publish = Putting the site in its place
build-no-editor = Without the editor: scripts/web, which builds it, has put nothing into { $folder }.
build-not-built = The data has errors; the site was not written.
fmt-changed = Laid out: { $path }
fmt-would-change = Another layout: { $path }
fmt-unsafe = { $path }: laid out, this file would say something else; it was left as it was. Write its multi-line texts in one line.
fmt-done = Files: { $files }, laid out: { $changed }, left because of a fault: { $failed }
fmt-checked = Files: { $files }, with another layout: { $changed }, with a fault: { $failed }
schema-fresh = schema/ is up to date.
schema-stale = Out of date in schema/: { $files }. Run `cargo run -- schema`.
schema-written = Written to schema/: { $files }

call-unknown-argument = There is no option { $argument }.
call-unknown-command = There is no command { $command }.
call-no-value = { $argument } needs a value.
call-wrong-value = { $argument } cannot be { $value }.
call-needs = This call also needs { $argument }.
call-twice = { $argument } can be given once.
call-not-understood = This call cannot be understood.
call-possible = Possible: { $possible }
call-meant = Did you mean { $possible }?
call-help = `madoguchi --help` shows what can be called.
call-day = Write a date as 2026-11-21.
call-address = Write an address as https://example.org/.
call-port = A port is a number from 0 to 65535; 0 is any that is free.
call-host = Write the address of a machine as 127.0.0.1 or ::1.

failure-no-root = There is no datasets/ in { $path }{ $above ->
        [yes] {" "}or above it
       *[no] {""}
    }. Go into a checkout of the project, or name it with --root.
failure-not-in-dataset = { $path } is no file or folder of datasets/.
failure-not-yaml = { $path } is no YAML file (*.yaml) and no folder.
failure-unknown-rule = There is no rule { $rule }. `madoguchi explain` lists them.
failure-unknown-rule-near = There is no rule { $rule }. Did you mean { $nearest }?
failure-io = { $path }: { $error }
failure-out = { $path } cannot be the site's folder: it is a file, a link, or holds the project or its data. Name another with --out.
failure-foreign = In { $path } there are files that no build has written: { $files }. Move them, or name another folder with --out.
failure-busy = Another build is writing to { $path }. Try again when it has ended.
failure-output = The result could not be written: { $error }
failure-broken = The program itself is at fault: { $detail }

help-fix = Make the repairs that are safe: they keep the meaning
help-unsafe-fixes = With --fix: make those as well that guess what was meant
check-repaired = Repairs: { $edits }, in files: { $files }.

help-diff = Say what changed for residents
help-diff-examples = Examples:
    {"  "}madoguchi diff main HEAD                        compare two revisions
    {"  "}madoguchi diff ../before . --format markdown    compare two folders, for a comment of a pull request
    {""}
    {"  "}Moved files and another layout are no change. A file with faults is left out of both sides, and named.
    {"  "}It is a report, not a check. Exit status: 0 with changes and without; 2 the call or the tool failed.
help-diff-base = What was: a checkout, its datasets/, or a revision of the repository at --root
help-diff-head = What is: likewise a folder or a revision
help-diff-format = The form of the report: text (default); markdown for a comment of a pull request; json for programs, with the entries of the change feed
help-diff-whole = Leave nothing out of a long report in Markdown: for a changelog, not for a comment

failure-unknown-revision = There is no folder and no revision { $name }.
failure-no-dataset-in = The revision { $name } has no datasets/.
failure-no-git = The git command cannot be called: { $error }. Install it, or name folders.
failure-not-comparable = These cannot be compared: documents that cannot be read on either side: { $files }

help-new = Make a municipality's file, ready to be filled in
help-new-examples = Examples:
    {"  "}madoguchi new 172014           by its code
    {"  "}madoguchi new 金沢市 --ask     by its name, with questions
    {""}
    {"  "}madoguchi check then says what is still to be filled in.
    {"  "}Exit status: 0 made; 2 the call or the tool failed, or the file is there already.
help-new-code = The municipality's six-digit code, or its name in kanji
help-new-ask = Ask questions and write the answers in (a line each from standard input; an empty one skips)
help-new-out = The file to write (default: its place in datasets/municipalities/)

new-done = Made: { $path }
new-next = Fill it in, then run madoguchi check { $path }
new-next-elsewhere = Fill it in, move { $path } to { $place }, then run madoguchi check { $place }
new-ask-url = The page's address
new-ask-title = The page's title
new-ask-page-date = The date that the page bears (as 2026-11-21; unknown where it bears none)
new-ask-read = Will the whole page be read? (whole / part)
new-ask-applicant = Who may go to have a PIN reset (principal, agent …; an empty line ends)
new-ask-visits = { $who }: the number of visits that the page names (an empty line where it names none)
new-ask-document = { $who }: what to bring (a name, or how it begins; an empty line ends)
new-ask-not-understood = Not understood: { $text }
new-ask-not-known = { $text } is in no vocabulary.
new-ask-near = { $text } is in no vocabulary. Did you mean { $nearest }?
new-ask-several = There are several: { $all }
new-ask-taken = → { $text }

failure-unknown-municipality = The national list has no municipality { $name }.
failure-unknown-municipality-near = The national list has no municipality { $name }. Did you mean { $nearest }?
failure-several-municipalities = There are several municipalities { $name }. Name one by its code: { $all }
failure-exists = { $path } is there already. It is left as it is.

help-sources = Look after the pages that the data was read from
help-sources-check = Visit the pages and say where they no longer say what was read
help-sources-check-examples = Examples:
    {"  "}madoguchi sources check --contact you@example.org
    {"  "}madoguchi sources check datasets/municipalities/17-ishikawa --contact you@example.org
    {""}
    {"  "}One page at a time, with a pause, as robots.txt allows. An address to write to is shown to the hosts:
    {"  "}--contact, or in madoguchi.yaml: visits: {"{"} contact: you@example.org {"}"}
    {"  "}Run it again after an interruption: pages that were seen today or yesterday are not visited twice.
    {"  "}Of a page only fingerprints are kept (fingerprints/), never its text. No rule is ever changed.
    {""}
    {"  "}The folder of --out gets report.json, issue.md (a text for an issue), fingerprints.patch (pages that are new)
    {"  "}and read-on.patch (pages that are shown to say what was read); look at them, then: git apply FILE
    {"  "}Exit status: 0 nothing to read again; 1 a page has changed, moved or gone; 2 the call, the tool or the network failed.
help-sources-format = The form of the report: text (default), markdown (the text for an issue), json
help-sources-out = The folder for the report and the patches (default: sources-check/ in the root folder)
help-sources-state = The file with what was seen so far (default: state.json in the folder of --out)
help-sources-record = Write the fingerprints of new pages to fingerprints/, instead of a patch
help-sources-contact = An address of mail, or of a page (https), that is shown to the hosts
help-sources-pause = Seconds between two requests to one host (default: 5, at least 1; longer where robots.txt asks for it)
help-sources-time = Seconds that a page may take (default: 30)
call-seconds = Write a number of seconds as 5 or 0.5, at most 3600.

failure-no-contact = Pages are not visited without an address to write to. Name one with --contact you@example.org, or in madoguchi.yaml: visits: {"{"} contact: you@example.org {"}"}. It is an address of mail, or of a page that begins with https://.
failure-faulty = { $path } has faults, so what it cites cannot be told. Run madoguchi check, correct it, and run this again.
failure-no-state = { $path } does not hold what was seen before. Remove it, or name another with --state.
failure-no-fingerprints = { $path } holds no fingerprints ({ $error }). Restore it, or remove it: the page will then be as if seen for the first time.

sources-out = Report and patches: { $path }
sources-none = There are no pages to visit.
sources-unvisited = The network failed: { $count } pages were not visited. Run it again; what was seen stays.
sources-title-changed = The text has changed: read again ({ $count })
sources-title-heading-gone = A cited heading is gone: read again ({ $count })
sources-title-gone = The page is gone: look for it ({ $count })
sources-title-moved = The page is at another address ({ $count })
sources-title-blocked = The host does not want the visit: read it in a browser from time to time ({ $count })
sources-title-unreachable = No answer: if it stays so, look at it in a browser ({ $count })
sources-title-not-comparable = Cannot be compared ({ $count })
sources-title-first = Seen for the first time, or read again since: the fingerprint is new ({ $count })
sources-title-unchanged = What is cited is unchanged ({ $count })
sources-place = { $path } ({ $id }, read on { $read })
sources-moved-to = It is now at { $to }
sources-moved-away = It leads to another host, which was not visited: { $to }
sources-page-changed = The page has changed; the file cites no heading of it.
sources-rest-changed = Elsewhere on the page something has changed, and it was read whole: { $who }, { $title }
sources-heading-unchanged = “{ $heading }” (lines { $lines }): unchanged
sources-heading-changed = “{ $heading }” (lines { $lines }): the text has changed
sources-heading-gone = “{ $heading }” (lines { $lines }): the heading is gone
sources-heading-not-found = “{ $heading }” (lines { $lines }): this heading was never found on the page; the file may cite it in other words
sources-heading-first = “{ $heading }” (lines { $lines }): looked at for the first time
sources-media = It is no web page, but { $media }
sources-status = The host answered with { $status }
sources-robots = robots.txt forbids it
sources-robots-unreadable = The host did not give its robots.txt; then nothing is allowed
sources-refused = The host refused with { $status }
sources-pause = The host asked for a pause before; it was left alone
sources-name = The host's name is not known
sources-private = The host's address is of a private network; it is not visited
sources-connection = The host did not take the connection, or broke it off
sources-certificate = No secure connection could be made
sources-time = It took too long
sources-size = The page is too large
sources-garbled = The answer cannot be read
sources-redirects = The addresses lead to each other, or to no page
sources-issue-title = Pages to read again ({ $on })
sources-issue-lead = The pages below no longer say what was read, or are no longer where they were. Whether a rule has changed is for a person to see: nothing in the data has been changed.
sources-issue-more = { $count } more are in report.json.
sources-issue-how = What to do
sources-issue-steps = 1. Open the page and read what stands under the heading. The lines of the file that rest on it are given.
    2. Correct the file where the page says something else; an earlier rule can stay, with its last day. CONTRIBUTING.en.md has how.
    3. Set read_on to the day on which you read the page, even where no rule has changed.
    4. If the page has moved, set url to the new address. If it is gone, look for the page in its place.

help-migrate = Bring data of an earlier format to the one of this program
help-migrate-examples = Comments and layout stay. Steps that have been taken are not taken again: madoguchi.yaml keeps the format.
    What is left for people to do stands in docs/migrations.md; madoguchi check says where.
    Exit status: 0 done, or nothing to do; 1 a file cannot be read or, with --check, there is something to do; 2 the call or the tool failed.
help-migrate-check = Write nothing; say what would change, and fail where something would
migrate-changed = Rewritten: { $path } ({ $steps })
migrate-would-change = Would be rewritten: { $path } ({ $steps })
migrate-not-readable = { $path } cannot be read as YAML. It was left as it was: madoguchi check says where.
migrate-done = Format { $from } → { $to }. Files rewritten: { $changed }
migrate-checked = Format { $from }; that of this program is { $to }. Files to rewrite: { $changed }
failure-newer-format = The data is of format { $data }; this program knows { $known } at most. Take a newer program.

help-lsp = Serve an editor: findings, completion and repairs while a file is written
help-lsp-examples = An editor starts this and speaks the Language Server Protocol over standard input and output.
    How editors are set up: docs/editors.md. The language of messages is that of --lang, else that of the editor.
    Exit status: 0 the editor ended it; 1 the editor ended it without asking first; 2 the call or the tool failed.
help-stdio = Standard input and output, which are always used

lsp-guess = { $help } (a guess)
lsp-fix-file = Make all safe repairs in this file
lsp-fix-file-unsafe = Make all repairs in this file, those that guess as well
lsp-fix-all = Make all safe repairs in all files
lsp-rename-not-defined-here = There is no id here that this file defines.
lsp-rename-no-id = This is no id of that kind.
lsp-rename-taken = The file has that id already.

failure-protocol = The editor did not follow the Language Server Protocol: { $detail }

help-serve = Serve the site while it is written: pages follow every change of the files
help-serve-examples = Each page is made when it is asked for. A page that is open shows what check finds;
    the last site whose data were right stays. Nobody but this machine is answered, unless --host names another address.
    Exit status: 2 the call or the tool failed; it ends when it is interrupted.
help-serve-port = The port; without it any that is free
help-serve-host = The address to listen at [default: 127.0.0.1]
serve-ready = The site is at { $address } (Ctrl+C ends it)
serve-findings = What check finds
serve-old = The files have errors: this is the last site without any
serve-close = Close
serve-taken = Made anew.
serve-kept = The files have errors: the last site without any stays.
serve-templates = The templates cannot be used: { $fault }
failure-no-address = Nothing can be served at { $address }: { $error }. Choose another port, or leave --port out for any that is free.
