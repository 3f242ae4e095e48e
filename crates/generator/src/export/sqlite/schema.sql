-- meta: What the file is, and how old its data are.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY, -- schema_version, generated_at, licence …
  value TEXT NOT NULL -- Its value
) STRICT, WITHOUT ROWID;

-- state: The four states of a fact. Silence is never "no".
CREATE TABLE state (
  id TEXT NOT NULL PRIMARY KEY, -- stated, silent, unclear, unread
  ja TEXT NOT NULL, -- In Japanese
  en TEXT NOT NULL -- In English
) STRICT, WITHOUT ROWID;

-- prefecture: The prefectures that have a municipality.
CREATE TABLE prefecture (
  number INTEGER NOT NULL PRIMARY KEY, -- 1 to 47 (JIS X 0401)
  ja TEXT NOT NULL, -- In Japanese
  en TEXT NOT NULL -- In English
) STRICT;

-- municipality: The municipalities of which something was read.
CREATE TABLE municipality (
  code TEXT NOT NULL PRIMARY KEY, -- Code (全国地方公共団体コード), six digits
  prefecture INTEGER NOT NULL REFERENCES prefecture, -- Its prefecture
  ja TEXT NOT NULL, -- Name in Japanese
  kana TEXT NOT NULL, -- Its reading
  en TEXT NOT NULL, -- Name in English
  page TEXT NOT NULL -- Its page on the site
) STRICT, WITHOUT ROWID;

-- source: The pages that were read.
CREATE TABLE source (
  municipality TEXT NOT NULL REFERENCES municipality, -- Whose page it is
  id TEXT NOT NULL, -- Its name in the municipality's file
  url TEXT NOT NULL, -- Its address
  title TEXT NOT NULL, -- Its title
  page_date TEXT, -- The date that it bears; NULL where it bears none, or none was seen
  read_on TEXT NOT NULL, -- The day on which it was read
  extent TEXT NOT NULL CHECK (extent IN ('whole', 'part')), -- How much of it was read
  PRIMARY KEY (municipality, id)
) STRICT, WITHOUT ROWID;

-- document: Documents, forms, letters and other things to bring.
CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY, -- Its id
  kind TEXT NOT NULL, -- card, identity, authority-proof, authorisation, form, letter, evidence, means, other
  ja TEXT NOT NULL, -- Official name
  kana TEXT NOT NULL, -- Its reading
  en TEXT NOT NULL, -- In English
  not_issued_from TEXT, -- From this day on it is issued no more
  invalid_from TEXT -- From this day on no copy is valid
) STRICT, WITHOUT ROWID;

-- procedure: The procedures.
CREATE TABLE procedure (
  id TEXT NOT NULL PRIMARY KEY, -- Its id
  position INTEGER NOT NULL UNIQUE, -- The order of the vocabulary
  ja TEXT NOT NULL, -- In Japanese
  kana TEXT NOT NULL, -- Its reading
  en TEXT NOT NULL, -- In English
  about_ja TEXT NOT NULL, -- What it is for, in Japanese
  about_en TEXT NOT NULL -- What it is for, in English
) STRICT, WITHOUT ROWID;

-- applicant: Kinds of people who come to the counter.
CREATE TABLE applicant (
  id TEXT NOT NULL PRIMARY KEY, -- Its id
  position INTEGER NOT NULL UNIQUE, -- The order of the vocabulary
  person TEXT NOT NULL, -- Who comes: principal, legal-representative, agent, household-member
  ja TEXT NOT NULL, -- In Japanese
  kana TEXT NOT NULL, -- Its reading
  en TEXT NOT NULL -- In English
) STRICT, WITHOUT ROWID;

-- facet: The attributes by which municipalities are compared.
CREATE TABLE facet (
  id TEXT NOT NULL PRIMARY KEY, -- Its id
  position INTEGER NOT NULL UNIQUE, -- The order of the pages
  facet_group TEXT NOT NULL, -- Its group
  applicant TEXT REFERENCES applicant, -- The applicant whom it is about, where it is about one
  ja TEXT NOT NULL, -- In Japanese
  en TEXT NOT NULL -- In English
) STRICT, WITHOUT ROWID;

-- fact: What a municipality's page says of a facet of a procedure, or that it does not.
CREATE TABLE fact (
  id INTEGER NOT NULL PRIMARY KEY, -- Counted; not the same from one build to another
  municipality TEXT NOT NULL REFERENCES municipality, -- The municipality
  procedure TEXT NOT NULL REFERENCES procedure, -- The procedure
  facet TEXT NOT NULL REFERENCES facet, -- The facet
  state TEXT NOT NULL REFERENCES state, -- The state
  kind TEXT, -- Kind of the value
  value TEXT, -- The value in codes, as in facts.csv
  number INTEGER, -- A number: of visits, of yen
  flag INTEGER CHECK (flag IN (0, 1)), -- Yes (1) or no (0), where the page says it in so many words
  date TEXT, -- A day
  text_ja TEXT, -- The value in Japanese
  text_en TEXT, -- The value in English
  note_ja TEXT, -- Why it is unclear, in Japanese
  note_en TEXT, -- Why it is unclear, in English
  varies INTEGER NOT NULL CHECK (varies IN (0, 1)), -- 1 where the steps depend on a condition, so that this is the longest way only
  source TEXT NOT NULL, -- The page on which it was read, or would be
  section TEXT, -- The heading under which it stands
  UNIQUE (municipality, procedure, facet),
  FOREIGN KEY (municipality, source) REFERENCES source,
  CHECK (state <> 'stated' OR value IS NOT NULL),
  CHECK (state <> 'silent' OR value IS NULL),
  CHECK ((state = 'unclear') = (note_ja IS NOT NULL))
) STRICT;

-- fact_code: The codes of a fact's value: codes, conditions (formulas) and periods (ISO 8601 durations).
CREATE TABLE fact_code (
  fact INTEGER NOT NULL REFERENCES fact, -- The fact
  list TEXT NOT NULL CHECK (list IN ('code', 'condition', 'period')), -- Which list
  position INTEGER NOT NULL, -- The order, from 1
  code TEXT NOT NULL, -- The code
  PRIMARY KEY (fact, list, position)
) STRICT, WITHOUT ROWID;

-- fact_counter: The counters that a fact's value names, with hours where it is about hours.
CREATE TABLE fact_counter (
  fact INTEGER NOT NULL REFERENCES fact, -- The fact
  position INTEGER NOT NULL, -- The order, from 1
  ja TEXT NOT NULL, -- The counter's name
  en TEXT NOT NULL, -- In English, where it has one
  opening_hours TEXT, -- Hours in OpenStreetMap's syntax; NULL where it cannot say them
  PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;

-- requirement: Things to bring: all of them, and of a choice those of one list.
CREATE TABLE requirement (
  id INTEGER NOT NULL PRIMARY KEY, -- Counted
  fact INTEGER NOT NULL REFERENCES fact, -- The fact
  position INTEGER NOT NULL, -- The order, from 1
  choice INTEGER, -- The number of the list, where people choose between lists
  owner TEXT, -- Whose papers they are
  formula TEXT, -- The municipality's own letters (A+A | A+B)
  only_if TEXT, -- Needed only under this condition
  unless TEXT, -- Not needed under this condition
  issued_within TEXT, -- ISO 8601 duration
  original INTEGER CHECK (original IN (0, 1)), -- Whether only the original is accepted
  optional INTEGER NOT NULL CHECK (optional IN (0, 1)), -- 1 where it is helpful only
  number_unstated INTEGER NOT NULL CHECK (number_unstated IN (0, 1)), -- 1 where the page leaves the number of papers unsaid
  UNIQUE (fact, position)
) STRICT;

-- requirement_excluded: Documents that do not count for a requirement.
CREATE TABLE requirement_excluded (
  requirement INTEGER NOT NULL REFERENCES requirement, -- The requirement
  document TEXT NOT NULL REFERENCES document, -- The document
  PRIMARY KEY (requirement, document)
) STRICT, WITHOUT ROWID;

-- alternative: The ways to meet a requirement: one is enough.
CREATE TABLE alternative (
  id INTEGER NOT NULL PRIMARY KEY, -- Counted
  requirement INTEGER NOT NULL REFERENCES requirement, -- The requirement
  position INTEGER NOT NULL, -- The order, from 1
  UNIQUE (requirement, position)
) STRICT;

-- alternative_paper: The papers of a way: all of them.
CREATE TABLE alternative_paper (
  alternative INTEGER NOT NULL REFERENCES alternative, -- The way
  position INTEGER NOT NULL, -- The order, from 1
  document TEXT REFERENCES document, -- A document …
  class TEXT, -- … or a kind of identity documents: public-photo, second …
  count INTEGER NOT NULL CHECK (count > 0), -- How many different ones
  PRIMARY KEY (alternative, position),
  CHECK ((document IS NULL) <> (class IS NULL))
) STRICT, WITHOUT ROWID;

-- identity_class: A municipality's own classes of identity documents.
CREATE TABLE identity_class (
  municipality TEXT NOT NULL REFERENCES municipality, -- The municipality
  class TEXT NOT NULL, -- Its letter
  kind TEXT NOT NULL, -- Its kind, on a scale that all municipalities share
  ja TEXT NOT NULL, -- What the page calls it
  PRIMARY KEY (municipality, class)
) STRICT, WITHOUT ROWID;

-- identity_class_document: The documents that a page lists in a class.
CREATE TABLE identity_class_document (
  municipality TEXT NOT NULL, -- The municipality
  class TEXT NOT NULL, -- The letter
  document TEXT NOT NULL REFERENCES document, -- The document
  PRIMARY KEY (municipality, class, document),
  FOREIGN KEY (municipality, class) REFERENCES identity_class
) STRICT, WITHOUT ROWID;

-- counter: The counters that a page names.
CREATE TABLE counter (
  municipality TEXT NOT NULL REFERENCES municipality, -- The municipality
  id TEXT NOT NULL, -- Its id in the municipality's file
  kind TEXT NOT NULL, -- main, branch, ward-office, citizens-centre, card-centre, post-office
  ja TEXT NOT NULL, -- Its name
  en TEXT NOT NULL, -- In English, where it has one
  several INTEGER NOT NULL CHECK (several IN (0, 1)), -- 1 where several counters are meant
  valid_from TEXT, -- The first day on which this holds
  valid_until TEXT, -- The last day on which this holds
  source TEXT NOT NULL, -- The page on which it was read
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, source) REFERENCES source
) STRICT, WITHOUT ROWID;

-- opening_hours: The regular hours of a counter, with their state.
CREATE TABLE opening_hours (
  municipality TEXT NOT NULL, -- The municipality
  counter TEXT NOT NULL, -- The counter
  state TEXT NOT NULL REFERENCES state, -- Whether they are stated
  opening_hours TEXT, -- In OpenStreetMap's syntax
  note_ja TEXT, -- Why they are unclear
  irregular_rules INTEGER NOT NULL, -- How many rules there are besides that the syntax cannot say
  PRIMARY KEY (municipality, counter),
  FOREIGN KEY (municipality, counter) REFERENCES counter,
  CHECK ((state = 'stated') = (opening_hours IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- change: What changed, or will.
CREATE TABLE change (
  id TEXT NOT NULL PRIMARY KEY, -- Its id, also its place on the site's page of changes
  kind TEXT NOT NULL CHECK (kind IN ('national', 'procedure', 'version', 'counter')), -- What changed
  date TEXT NOT NULL, -- From when it holds
  about INTEGER NOT NULL CHECK (about IN (0, 1)), -- 1 where the day is approximate
  at_latest INTEGER NOT NULL CHECK (at_latest IN (0, 1)), -- 1 where it is only known to have changed by that day
  municipality TEXT REFERENCES municipality, -- NULL where it is national
  procedure TEXT REFERENCES procedure, -- The procedure
  title_ja TEXT NOT NULL, -- In Japanese
  title_en TEXT NOT NULL, -- In English
  says_ja TEXT, -- What changed, in Japanese
  says_en TEXT, -- What changed, in English
  CHECK ((kind = 'national') = (municipality IS NULL))
) STRICT, WITHOUT ROWID;

-- change_facet: The facets that say something else than before.
CREATE TABLE change_facet (
  change TEXT NOT NULL REFERENCES change, -- The change
  facet TEXT NOT NULL REFERENCES facet, -- The facet
  PRIMARY KEY (change, facet)
) STRICT, WITHOUT ROWID;

-- national_pin: The PINs, as the whole country has them.
CREATE TABLE national_pin (
  id TEXT NOT NULL PRIMARY KEY, -- signature, user, basic-register, card-entry
  length_least INTEGER NOT NULL, -- Characters at least
  length_most INTEGER NOT NULL, -- Characters at most
  lock_after INTEGER NOT NULL, -- It locks after so many wrong entries
  kiosk_reset_from TEXT -- From when it can be reset at a kiosk
) STRICT, WITHOUT ROWID;

-- national_rule: Rules that hold everywhere, in words.
CREATE TABLE national_rule (
  id TEXT NOT NULL PRIMARY KEY, -- Its id
  topic TEXT NOT NULL, -- Its topic
  title_ja TEXT NOT NULL, -- In Japanese
  title_en TEXT NOT NULL, -- In English
  says_ja TEXT NOT NULL, -- What it says, in Japanese
  says_en TEXT NOT NULL, -- What it says, in English
  number INTEGER, -- The number in it
  valid_from TEXT, -- The first day on which it holds
  valid_until TEXT -- The last day on which it holds
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_by_facet ON fact (facet, procedure, state);
CREATE INDEX fact_by_state ON fact (state, procedure);
CREATE INDEX alternative_paper_by_document ON alternative_paper (document);
CREATE INDEX identity_class_document_by_document ON identity_class_document (document);
CREATE INDEX change_by_date ON change (date);

-- comparison: Every fact with names, a line a fact.
CREATE VIEW comparison AS
SELECT fact.municipality, municipality.ja AS municipality_ja, municipality.en AS municipality_en,
  prefecture.ja AS prefecture_ja, fact.procedure, facet.applicant, facet.facet_group, fact.facet, facet.ja AS facet_ja,
  facet.en AS facet_en, fact.state, fact.value, fact.text_ja, fact.text_en, fact.note_ja, fact.note_en,
  source.url AS source_url, fact.section, source.page_date, source.read_on
FROM fact
JOIN municipality ON municipality.code = fact.municipality
JOIN prefecture ON prefecture.number = municipality.prefecture
JOIN facet ON facet.id = fact.facet
JOIN procedure ON procedure.id = fact.procedure
JOIN source ON source.municipality = fact.municipality AND source.id = fact.source
ORDER BY fact.municipality, procedure.position, facet.position;

-- distribution: How many municipalities say what.
CREATE VIEW distribution AS
SELECT procedure, facet, state, value, count(*) AS municipalities
FROM fact GROUP BY procedure, facet, state, value
ORDER BY procedure, facet, municipalities DESC, value;

-- identity_alternative: Ways to show who one is, in the kinds that all municipalities share.
CREATE VIEW identity_alternative AS
SELECT fact.municipality, fact.procedure, fact.facet, fact.state, requirement.owner, requirement.formula,
  requirement.only_if, requirement.unless, alternative.id AS alternative, alternative_paper.class,
  alternative_paper.document, alternative_paper.count,
  sum(alternative_paper.count) OVER (PARTITION BY alternative.id) AS papers
FROM alternative_paper
JOIN alternative ON alternative.id = alternative_paper.alternative
JOIN requirement ON requirement.id = alternative.requirement
JOIN fact ON fact.id = requirement.fact
WHERE fact.facet LIKE '%identity';
