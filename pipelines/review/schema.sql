-- The index over an output folder. Everything in it can be made again from the JSONL and the corrections.
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
CREATE INDEX pages_doubt ON pages (doubt DESC);
CREATE TABLE sections (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    level INTEGER NOT NULL,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    path TEXT NOT NULL,
    language TEXT NOT NULL,
    first_page INTEGER NOT NULL,
    last_page INTEGER NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL
);
CREATE INDEX sections_document ON sections (document, number);
CREATE VIRTUAL TABLE words USING fts5 (folded, tokenize = 'unicode61 remove_diacritics 0', prefix = '3');
CREATE TABLE entities (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    section INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    normal TEXT,
    known_as TEXT,
    page INTEGER NOT NULL,
    box TEXT,
    confidence REAL NOT NULL,
    "by" TEXT NOT NULL,
    value TEXT,
    first_day TEXT,
    last_day TEXT
);
CREATE INDEX entities_section ON entities (section, start);
CREATE INDEX entities_document ON entities (document, page);
CREATE INDEX entities_kind ON entities (label);
CREATE INDEX entities_names ON entities (label, known_as, normal);
CREATE INDEX entities_days ON entities (first_day, last_day) WHERE first_day IS NOT NULL;
