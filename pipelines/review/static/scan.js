// The page image: zoomed, dragged, and moved to what is looked at in the text.

const STEPS = [1, 1.5, 2, 3, 4.5, 6];
const WIDTHS = [700, 1400, 2800];

export class Scan {
  constructor() {
    this.sheet = document.getElementById("sheet");
    this.svg = document.getElementById("scan");
    this.step = 0;
    this.drawn = 1400;
    if (!this.svg) return;
    const image = this.svg.querySelector("image");
    image.addEventListener("error", () => this.missing());
    this.sheet.addEventListener("pointerdown", (event) => this.drag(event));
    this.sheet.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    document.getElementById("boxes").addEventListener("change", (event) => {
      this.svg.classList.toggle("bare", !event.target.checked);
    });
    for (const button of document.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => this.zoom(button.dataset.zoom));
    }
    this.sharpen();
  }

  // How: in, out or fit; the point in the middle (or the one given) stays where it is.
  zoom(how, point) {
    if (!this.svg) return;
    const steps = { in: this.step + 1, out: this.step - 1, fit: 0 };
    const step = Math.min(Math.max(steps[how], 0), STEPS.length - 1);
    if (step === this.step) return;
    const sheet = this.sheet;
    const at = point ?? { x: sheet.clientWidth / 2, y: sheet.clientHeight / 2 };
    const ratio = STEPS[step] / STEPS[this.step];
    this.step = step;
    const left = (sheet.scrollLeft + at.x) * ratio - at.x;
    const top = (sheet.scrollTop + at.y) * ratio - at.y;
    this.svg.style.width = `${100 * STEPS[step]}%`;
    sheet.scrollTo(left, top);
    this.sharpen();
  }

  // A bigger picture where this one would look coarse.
  sharpen() {
    const wanted = this.svg.getBoundingClientRect().width * window.devicePixelRatio;
    const width = WIDTHS.find((each) => each >= wanted * 0.8) ?? WIDTHS.at(-1);
    if (width <= this.drawn) return;
    this.drawn = width;
    const address = `${this.svg.dataset.image}?width=${width}`;
    const ready = new Image();
    ready.addEventListener("load", () => this.svg.querySelector("image").setAttribute("href", address));
    ready.src = address;
  }

  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const place = this.sheet.getBoundingClientRect();
    this.zoom(event.deltaY < 0 ? "in" : "out", { x: event.clientX - place.left, y: event.clientY - place.top });
  }

  drag(event) {
    if (event.button !== 0 || event.pointerType !== "mouse") return;
    const { sheet } = this;
    const from = { x: event.clientX + sheet.scrollLeft, y: event.clientY + sheet.scrollTop };
    const move = (moved) => sheet.scrollTo(from.x - moved.clientX, from.y - moved.clientY);
    const stop = () => window.removeEventListener("pointermove", move);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop, { once: true });
  }

  // Bring a box into view, without moving more than is needed.
  reveal(box) {
    if (!this.svg || !box) return;
    const place = box.getBoundingClientRect();
    const frame = this.sheet.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) {
      this.sheet.scrollTop += place.top - frame.top - (frame.height - place.height) / 2;
    }
    if (place.left < frame.left || place.right > frame.right) {
      this.sheet.scrollLeft += place.left - frame.left - (frame.width - place.width) / 2;
    }
  }

  async missing() {
    const note = document.getElementById("no-image");
    this.sheet.hidden = true;
    document.querySelector(".zoom").hidden = true;
    note.hidden = false;
    note.parentElement.classList.add("none");
    const answer = await fetch(`${this.svg.dataset.image}?width=700`);
    if (!answer.ok) note.querySelector("span").textContent = await answer.text();
  }
}
