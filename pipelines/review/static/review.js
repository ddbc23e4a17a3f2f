// What every view has: keys that lead everywhere, and dialogs.

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

function open(name) {
  const dialog = document.getElementById(name);
  if (dialog && !dialog.open) dialog.showModal();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) open(opener.dataset.opens);
  for (const menu of document.querySelectorAll("details.more[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

const GO = { o: "/", d: "/documents" };
let going = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.more[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (going && GO[event.key]) {
    event.stopImmediatePropagation();
    location.assign(GO[event.key]);
  }
  going = event.key === "g";
  if (event.key === "?") open("keys");
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});

// An empty filter need not stand in the address.
document.getElementById("filters")?.addEventListener("submit", (event) => {
  for (const field of event.target.elements) if (field.name && !field.value) field.disabled = true;
});
window.addEventListener("pageshow", () => {
  for (const field of document.getElementById("filters")?.elements ?? []) field.disabled = false;
});

// A crop that cannot be made leaves no broken picture behind.
for (const crop of document.querySelectorAll("img.crop")) {
  const away = () => crop.remove();
  if (crop.complete && !crop.naturalWidth) away();
  else crop.addEventListener("error", away);
}
