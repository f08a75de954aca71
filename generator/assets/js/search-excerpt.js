// The excerpt of a hit: the text as written, around the place that has most of the query, with every match marked.

import { has } from "./search-reader.js";
import { wordsOf } from "./search-index.js";
import { tokens } from "./search-words.js";

const WIDTH = 24; // words
const LOOKS = 4; // parts whose text is looked at, the best first, for one that has what the index says

/** `{ url, title, nodes }` of the best part of a hit, and its text with the matches marked. */
export async function excerpt(index, card, found) {
  for (const part of bestParts(card.sections.length, found).slice(0, LOOKS)) {
    const text = await index.partText(card, part);
    const words = wordsOf(text);
    const meant = new Set(found.flatMap(({ matches }) => matches(words)));
    if (meant.size) return { url: card.sections[part][0], title: card.sections[part][1], nodes: marked(text, meant) };
  }
  return null;
}

/** The parts, first that with the most words of the query, and of these the most as written; the process's own title and
 * description only after all others. */
function bestParts(count, found) {
  const value = (part) => found.reduce((sum, { any, written }) => sum + 100 * has(any, part) + has(written, part), 0);
  const parts = Array.from({ length: count }, (_, part) => ({ part, value: value(part) })).filter((each) => each.value);
  return parts.sort((a, b) => !a.part - !b.part || b.value - a.value || a.part - b.part).map(({ part }) => part);
}

/** Text and `<mark>` nodes: a window within one paragraph. `wanted` are numbers of tokens in the text. */
function marked(text, wanted) {
  const all = tokens(text);
  const lines = lineNumbers(text, all);
  const sorted = [...wanted].sort((a, b) => a - b);
  // a hit in the part's heading is shown only when the text has none: the heading stands beside the excerpt already
  const starts = sorted.some((hit) => lines[hit]) ? sorted.filter((hit) => lines[hit]) : sorted;
  const count = (from) => starts.filter((hit) => hit >= from && hit < from + WIDTH && lines[hit] === lines[from]).length;
  const start = starts.reduce((best, hit) => (count(hit) > count(best) ? hit : best));
  const isSameLine = (number) => lines[number] === lines[start];
  let from = start;
  let to = start;
  while (start - from < 8 && isSameLine(from - 1)) from -= 1;
  while (to - from < WIDTH && isSameLine(to + 1)) to += 1;
  const nodes = [];
  if (isSameLine(from - 1)) nodes.push("… ");
  let at = all[from].start;
  for (let number = from; number <= to; number += 1) {
    if (!wanted.has(number)) continue;
    nodes.push(text.slice(at, all[number].start));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(all[number].start, all[number].end);
    nodes.push(mark);
    at = all[number].end;
  }
  const isCut = isSameLine(to + 1);
  const end = isCut ? all[to].end : (text.indexOf("\n", all[to].end) + 1 || text.length + 1) - 1;
  nodes.push(text.slice(at, end) + (isCut ? " …" : ""));
  return nodes.filter((node) => node !== "");
}

/** The number of the line that each token stands in, from 0. */
function lineNumbers(text, all) {
  let line = 0;
  let at = 0;
  return all.map(({ start }) => {
    for (at = text.indexOf("\n", at); at >= 0 && at < start; at = text.indexOf("\n", at + 1)) line += 1;
    if (at < 0) at = text.length;
    return line;
  });
}
