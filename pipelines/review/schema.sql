-- The index over an output folder. Everything in it can be made again from the JSONL and the corrections.
-- A section's id is its document's times a million, plus its number: what belongs to a document lies side by side.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL UNIQUE,          -- the JSONL, relative to the output folder
    stamp TEXT NOT NULL,                -- size and time of the JSONL, and the corrections laid over it
    document TEXT NOT NULL,             -- the record's id: two files may have the same contents
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    languages TEXT NOT NULL,
    characters INTEGER NOT NULL,
    confidence REAL,
    sections INTEGER NOT NULL,
    entities INTEGER NOT NULL,
    sure TEXT NOT NULL,                 -- how many entities in each tenth of the confidence
    stale TEXT NOT NULL,                -- ids of corrections whose text changed
    failures TEXT NOT NULL              -- what failed of the file as a whole
);
CREATE INDEX documents_document ON documents (document);
CREATE INDEX documents_path ON documents (path);
CREATE TABLE pages (
    document INTEGER NOT NULL,
    page INTEGER NOT NULL,
    method TEXT NOT NULL,
    reason TEXT NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    rotation INTEGER NOT NULL,
    language TEXT NOT NULL,
    confidence REAL NOT NULL,
    characters INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    failure TEXT,
    doubt REAL NOT NULL,                -- 0 nothing to look at; more, the sooner it needs an eye
    PRIMARY KEY (document, page)
) WITHOUT ROWID;
CREATE TABLE sections (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    level INTEGER NOT NULL,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    first_page INTEGER NOT NULL,
    last_page INTEGER NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL
);
-- Without a copy of the text: a hit is shown from its section.
CREATE VIRTUAL TABLE words USING fts5 (folded, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE entities (
    section INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    form INTEGER NOT NULL,              -- what its text folds to
    key TEXT NOT NULL,                  -- by what mentions of one name meet
    normal TEXT NOT NULL,
    page INTEGER NOT NULL,
    box TEXT,
    confidence REAL NOT NULL,
    "by" TEXT NOT NULL,
    value TEXT,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (section, start)
) WITHOUT ROWID;
CREATE TABLE forms (id INTEGER PRIMARY KEY, folded TEXT NOT NULL, found INTEGER NOT NULL DEFAULT 0);
CREATE VIRTUAL TABLE form_words USING fts5 (folded, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE names (
    label TEXT NOT NULL,
    key TEXT NOT NULL,
    shown TEXT NOT NULL,
    value TEXT,
    mentions INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY (label, key)
) WITHOUT ROWID;
