// The excerpt of a hit: the text as written, around the place that has most of the query, with every match marked.

import { tokens } from "./search-words.js";

const WIDTH = 24; // words

/** `{ url, title, nodes }` of the best place of a hit: the part of the process, and its text with the matches marked. */
export async function excerpt(index, card, places) {
  const best = bestPart(card.sections, places);
  if (!best) return null;
  const [url, title, first] = card.sections[best.part];
  const text = await index.partText(card, best.part);
  return { url, title, nodes: marked(text, best.places.map((place) => place - first)) };
}

/** The part with the most different words of the query; the process's own title and description only if no other has any. */
function bestPart(sections, places) {
  const parts = new Map();
  places.forEach((set, word) => set.forEach((place) => {
    const part = sections.findLastIndex(([, , first]) => first <= place);
    if (!parts.has(part)) parts.set(part, { part, words: new Set(), places: [] });
    parts.get(part).words.add(word);
    parts.get(part).places.push(place);
  }));
  const value = ({ part, words, places: all }) => (part ? words.size * 1000 + Math.min(all.length, 900) : 0);
  return [...parts.values()].sort((a, b) => value(b) - value(a) || a.part - b.part)[0] ?? null;
}

/** Text and `<mark>` nodes: a window within one paragraph. `hits` are numbers of tokens in the text. */
function marked(text, hits) {
  const all = tokens(text);
  const lines = lineNumbers(text, all);
  const wanted = new Set(hits);
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
