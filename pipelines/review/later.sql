-- What is cheaper made once, over everything, than kept up while an index is first filled.
CREATE INDEX pages_doubt ON pages (doubt DESC, document, page);
CREATE INDEX pages_confidence ON pages (confidence, document, page);
CREATE INDEX entities_key ON entities (label, key);
CREATE INDEX entities_label ON entities (label);
CREATE INDEX entities_form ON entities (form, label, key);
CREATE INDEX entities_sure ON entities (confidence, label);
CREATE INDEX entities_days ON entities (first_day, section, start, last_day, label) WHERE first_day IS NOT NULL;
CREATE INDEX names_mentions ON names (label, mentions DESC, key);
