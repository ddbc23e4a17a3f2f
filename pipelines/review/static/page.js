// One page of a document: scan and text point at each other, the panel tells of what is chosen, and corrects it.

import { length, nearest, offsetIn, slice } from "/static/offsets.js";
import { Scan } from "/static/scan.js";

const desk = document.getElementById("desk");
const told = JSON.parse(desk.dataset.told);
const panel = document.getElementById("panel");
const entityForm = document.getElementById("entity-form");
const textForm = document.getElementById("text-form");
const values = document.getElementById("values");
const who = document.getElementById("who");
const scan = new Scan();

// What is chosen: a mark, a block, or words to be marked in a block (`added`: start and end, or null).
let chosen = { mark: null, block: null, added: null };

const markAt = (place) => told.marks[place];
const blockAt = (place) => told.blocks[place];
const shownMarks = (place) => document.querySelectorAll(`[data-mark="${place}"]`);
const shownBlock = (place) => document.getElementById(`block-${place}`);
const percent = (share) => `${Math.round(share * 100)} %`;

function light(kind, elements) {
  for (const each of document.querySelectorAll(`.${kind}`)) each.classList.remove(kind);
  for (const each of elements) each.classList.add(kind);
}

function say(text, wrong = false) {
  const place = document.getElementById("told");
  place.textContent = text;
  place.classList.toggle("wrong", wrong);
  if (text) panel.classList.add("open");
}

function show(form) {
  entityForm.hidden = form !== entityForm;
  textForm.hidden = form !== textForm;
  document.getElementById("hint").hidden = form !== null;
  panel.classList.toggle("open", form !== null);
  say("");
}

// Choosing

function chooseMark(place) {
  const mark = markAt(place);
  chosen = { mark, block: blockAt(mark.block), added: null };
  light("chosen", shownMarks(place));
  scan.reveal(document.querySelector(`rect[data-mark="${place}"]`));
  document.getElementById("entity-heading").textContent = mark.shown;
  document.getElementById("entity-facts").textContent =
    `${told.words.confidence} ${percent(mark.confidence)} · ${told.words.by} ${mark.by}`;
  fill(mark.text, mark.label, mark.value);
  for (const act of ["confirm", "delete"]) entityForm.querySelector(`[data-act=${act}]`).hidden = false;
  show(entityForm);
}

function chooseBlock(place) {
  const block = blockAt(place);
  chosen = { mark: null, block, added: null };
  light("chosen", document.querySelectorAll(`[data-block="${place}"]`));
  scan.reveal(document.querySelector(`rect[data-block="${place}"]`));
  document.getElementById("block-facts").textContent =
    `${told.words.roles[block.role]} · ${told.words.languages[block.language]} · ${told.words.confidence} ${percent(block.confidence)}`;
  textForm.elements.text.value = block.text;
  show(textForm);
}

function chooseWords(block, start, end) {
  const words = slice(block.text, start, end);
  chosen = { mark: null, block, added: { start, end } };
  document.getElementById("entity-heading").textContent = told.words.add;
  document.getElementById("entity-facts").textContent = "";
  fill(words, "PERSON", null);
  for (const act of ["confirm", "delete"]) entityForm.querySelector(`[data-act=${act}]`).hidden = true;
  show(entityForm);
}

function leave() {
  chosen = { mark: null, block: null, added: null };
  light("chosen", []);
  show(null);
}

function fill(words, label, value) {
  entityForm.elements.words.value = words;
  entityForm.elements.label.value = label;
  fillValues(label, value);
}

function fillValues(label, value) {
  values.replaceChildren(
    ...told.fields[label].map((field) => {
      const box = document.createElement("label");
      const input = document.createElement("input");
      const held = value?.[field.name];
      input.name = `value-${field.name}`;
      input.autocomplete = "off";
      input.value = Array.isArray(held) ? held.join("; ") : (held ?? "");
      box.append(told.words.fields[field.name], " ", input);
      return box;
    }),
  );
}

function givenValue(label) {
  const value = {};
  for (const field of told.fields[label]) {
    const text = entityForm.elements[`value-${field.name}`].value.trim();
    if (!text) continue;
    value[field.name] = field.many
      ? text.split(";").map((each) => each.trim()).filter(Boolean)
      : text;
  }
  return Object.keys(value).length ? value : null;
}

// Correcting

function marked(mark) {
  return { start: mark.start, end: mark.end, label: mark.label, text: mark.text, value: mark.value };
}

async function send(what, before, after, mine = "") {
  const { block } = chosen;
  await post({ file: told.file, what, who: who?.value ?? "", page: told.page, block: block.digest, before, after }, mine);
}

async function post(wish, mine) {
  let answer;
  try {
    answer = await fetch("/corrections", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wish),
    });
  } catch {
    say(told.words.no_server, true);
    return;
  }
  if (answer.ok) {
    sessionStorage.setItem("said", told.words.saved);
    if (chosen.block) sessionStorage.setItem("block", String(chosen.block.place));
    history.replaceState(null, "", location.pathname);
    location.reload();
    return;
  }
  const { error } = await answer.json();
  if (answer.status === 409) conflict(error, mine);
  else say(answer.status === 403 ? told.words.no_token : error, true);
}

function conflict(error, mine) {
  document.getElementById("conflict-why").textContent = error;
  const box = document.getElementById("conflict-mine");
  box.value = mine;
  box.closest("label").hidden = !mine;
  document.getElementById("conflict").showModal();
}

entityForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const { mark, block, added } = chosen;
  const words = entityForm.elements.words.value;
  const label = entityForm.elements.label.value;
  const value = givenValue(label);
  if (mark && words === mark.text) {
    // A mark that runs over blocks is known by its offsets alone.
    const after = { ...marked(mark), label, value };
    send("alter", marked(mark), after, words);
    return;
  }
  const place = nearest(block.text, words, mark?.start ?? added.start);
  if (place === null) {
    say(told.words.not_there, true);
    return;
  }
  const after = { ...place, label, text: words, value };
  if (mark) send("alter", marked(mark), after, words);
  else send("add", null, after, words);
});

textForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = textForm.elements.text.value;
  if (text === chosen.block.text) say(told.words.unchanged);
  else send("text", chosen.block.text, text, text);
});

entityForm.elements.label.addEventListener("change", (event) => {
  const { mark } = chosen;
  const label = event.target.value;
  fillValues(label, mark?.label === label ? mark.value : null);
});

const acts = {
  confirm: () => chosen.mark && send("confirm", marked(chosen.mark), null),
  delete: () => chosen.mark && send("delete", marked(chosen.mark), null),
  add: () => chosen.block && chooseWords(chosen.block, ...selected(textForm.elements.text, chosen.block)),
  reload: () => location.reload(),
  shut: leave,
};

// What is selected in the box with the block's text, as offsets; where the text was changed there it is none.
function selected(box, block) {
  if (box.value !== block.text) return [0, 0];
  return [box.selectionStart, box.selectionEnd].map((unit) => length(box.value.slice(0, unit)));
}

document.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]");
  if (act && act.type !== "submit") acts[act.dataset.act]?.();
  const undo = event.target.closest("[data-undo]");
  if (undo) post({ file: told.file, what: "undo", who: who?.value ?? "", undoes: undo.dataset.undo }, "");
});

// Pointing and choosing in text and scan

function under(event) {
  const mark = event.target.closest?.("[data-mark]");
  if (mark) return shownMarks(mark.dataset.mark);
  const block = event.target.closest?.("[data-block]");
  return block ? document.querySelectorAll(`[data-block="${block.dataset.block}"]`) : [];
}

for (const place of [document.querySelector(".text"), scan.svg]) {
  if (!place) continue;
  place.addEventListener("pointerover", (event) => light("pointed", under(event)));
  place.addEventListener("pointerleave", () => light("pointed", []));
  place.addEventListener("focusin", (event) => {
    light("pointed", under(event));
    const box = event.target.dataset.mark
      ? document.querySelector(`rect[data-mark="${event.target.dataset.mark}"]`)
      : document.querySelector(`rect[data-block="${event.target.dataset.block}"]`);
    scan.reveal(box);
  });
  place.addEventListener("click", (event) => choose(event.target));
}

function choose(target) {
  if (chooseSelection()) return;
  const mark = target.closest("[data-mark]");
  const block = target.closest("[data-block]");
  if (mark) chooseMark(Number(mark.dataset.mark));
  else if (block) chooseBlock(Number(block.dataset.block));
  else return;
  const there = mark ? document.querySelector(`mark[data-mark="${mark.dataset.mark}"]`) : shownBlock(block.dataset.block);
  if (target.closest("svg")) there?.scrollIntoView({ block: "nearest" });
}

// Words selected with the pointer inside one block can be marked.
function chooseSelection() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return false;
  const range = selection.getRangeAt(0);
  const words = range.startContainer.parentElement?.closest(".words");
  if (!words || words !== range.endContainer.parentElement?.closest(".words")) return false;
  const block = blockAt(Number(words.parentElement.dataset.block));
  let start = offsetIn(words, range.startContainer, range.startOffset);
  let end = offsetIn(words, range.endContainer, range.endOffset);
  const all = Array.from(block.text);
  while (start < end && /\s/u.test(all[start])) start += 1;
  while (end > start && /\s/u.test(all[end - 1])) end -= 1;
  if (start === end) return false;
  chooseWords(block, start, end);
  return true;
}

// Keys

function step(selector, by) {
  const every = [...document.querySelectorAll(selector)];
  if (!every.length) return;
  const now = document.activeElement?.closest(selector);
  let next = every.indexOf(now) + by;
  if (!now) {
    // From where one is: the next after what has the focus, or the ends.
    const after = every.findIndex((each) => document.activeElement.compareDocumentPosition(each) & 4);
    next = by > 0 ? Math.max(after, 0) : (after < 0 ? every.length : after) - 1;
  }
  every[(next + every.length) % every.length].focus();
}

function focusedBlock() {
  const place = document.activeElement?.closest(".text [data-block]")?.dataset.block ?? chosen.block?.place;
  return place === undefined ? null : blockAt(Number(place));
}

function go(name) {
  document.getElementById(name)?.click();
}

const keys = {
  n: () => go("next"),
  p: () => go("previous"),
  d: () => go("doubtful"),
  j: () => step(".text .block", 1),
  k: () => step(".text .block", -1),
  ".": () => step(".text mark.entity", 1),
  ",": () => step(".text mark.entity", -1),
  "+": () => scan.zoom("in"),
  "=": () => scan.zoom("in"),
  "-": () => scan.zoom("out"),
  0: () => scan.zoom("fit"),
  e() {
    const block = focusedBlock();
    if (!block) return;
    chooseBlock(block.place);
    textForm.elements.text.focus();
  },
  a() {
    if (chooseSelection()) return entityForm.elements.words.focus();
    const block = focusedBlock();
    if (!block) return;
    chooseWords(block, 0, 0);
    entityForm.elements.words.focus();
  },
  c: () => withMark(acts.confirm),
  x: () => withMark(acts.delete),
  u: () => document.querySelector("#history [data-undo]")?.click(),
};

function withMark(act) {
  if (!told.may_write) return;
  const mark = document.activeElement?.dataset.mark;
  if (mark !== undefined) chooseMark(Number(mark));
  act();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && panel.classList.contains("open")) {
    const back = chosen.mark ? document.querySelector(`mark[data-mark="${chosen.mark.place}"]`) : shownBlock(chosen.block?.place);
    leave();
    back?.focus();
    return;
  }
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "Enter" && event.target.matches(".text [tabindex]")) {
    choose(event.target);
    (event.target.matches("mark") ? entityForm.elements.words : textForm.elements.text).focus();
    event.preventDefault();
    return;
  }
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// Coming here

if (who) {
  who.value = localStorage.getItem("who") ?? "";
  who.addEventListener("change", () => localStorage.setItem("who", who.value));
}
const said = sessionStorage.getItem("said");
const back = sessionStorage.getItem("block");
sessionStorage.removeItem("said");
sessionStorage.removeItem("block");
if (said) say(said);
if (back !== null) shownBlock(back)?.focus();

// `#s12.345` is the character 345 of the section 12, where a hit of a search stands.
const [, section, offset] = /^#s(\d+)\.(\d+)$/.exec(location.hash) ?? [];
if (section) {
  const at = Number(offset);
  const inside = (start, end) => start <= at && at < end;
  const block = told.blocks.find((each) => each.section === Number(section) && inside(each.start, each.start + length(each.text)));
  const mark = block && told.marks.find((each) => each.block === block.place && each.start === at - block.start);
  const there = mark ? document.querySelector(`mark[data-mark="${mark.place}"]`) : block && shownBlock(block.place);
  there?.scrollIntoView({ block: "center" });
  there?.focus({ preventScroll: true });
}
