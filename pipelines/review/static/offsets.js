// Offsets count characters as the records do: code points, where JavaScript counts UTF-16 units.

export const length = (text) => Array.from(text).length;

export const slice = (text, start, end) => Array.from(text).slice(start, end).join("");

// Where in `element`, which shows a block's text, a point of a selection lies.
export function offsetIn(element, node, place) {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, place);
  return length(range.toString());
}

// Where `words` stand in `text`, of several places the one nearest to `near`; null where they do not.
export function nearest(text, words, near) {
  let best = null;
  for (let unit = text.indexOf(words); unit >= 0 && words; unit = text.indexOf(words, unit + 1)) {
    const start = length(text.slice(0, unit));
    if (best === null || Math.abs(start - near) < Math.abs(best - near)) best = start;
  }
  return best === null ? null : { start: best, end: best + length(words) };
}
