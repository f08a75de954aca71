// The excerpt of a hit: the text as written, around the place that has most of the query, with every match marked.

import { tokens } from "./search-words.js";

const WIDTH = 24; // words

/** `{ url, title, nodes }` of the best place of a hit, or null where it is in the title alone, which the card shows. */
export async function excerpt(index, card, places) {
  const best = bestPart(card.sections, places);
  if (!best) return null;
  const [url, title, first] = card.sections[best.part];
  const text = await index.text(card, best.part);
  return { url, title, nodes: marked(text, best.places.map((sets) => sets - first)) };
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
  const wanted = new Set(hits);
  const sorted = [...wanted].sort((a, b) => a - b);
  const line = (number) => (all[number] ? text.slice(0, all[number].start).split("\n").length : -1);
  // a hit in the part's heading is shown only when the text has none: the heading stands beside the excerpt already
  const starts = sorted.filter((hit) => line(hit) > 1);
  const count = (from) => sorted.filter((hit) => hit >= from && hit < from + WIDTH && line(hit) === line(from)).length;
  const start = (starts.length ? starts : sorted).reduce((best, hit) => (count(hit) > count(best) ? hit : best));
  let from = start;
  let to = start;
  while (from > 0 && start - from < 8 && line(from - 1) === line(start)) from -= 1;
  while (to + 1 < all.length && to - from < WIDTH && line(to + 1) === line(start)) to += 1;
  const nodes = [];
  const begin = from === 0 || line(from - 1) !== line(from) ? all[from].start : all[from].start;
  if (from > 0 && line(from - 1) === line(from)) nodes.push("… ");
  let at = begin;
  for (let number = from; number <= to; number += 1) {
    if (!wanted.has(number)) continue;
    nodes.push(text.slice(at, all[number].start));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(all[number].start, all[number].end);
    nodes.push(mark);
    at = all[number].end;
  }
  const more = to + 1 < all.length && line(to + 1) === line(to);
  const end = more ? all[to].end : (text.indexOf("\n", all[to].end) + 1 || text.length + 1) - 1;
  nodes.push(text.slice(at, end) + (more ? " …" : ""));
  return nodes.filter((node) => node !== "");
}
