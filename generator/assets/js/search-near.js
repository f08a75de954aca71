// What a query that found nothing may have meant: words of the catalogue spelt nearly the same, and the query without one of its words.

import { folded, tokens, written } from "./search-words.js";

const MOST = 3; // offers of a kind
const LOOKS = 8; // spellings of a word that are tried

/** `{ near, apart }`: queries that do find something, each `{ q, count }`. `near` has other spellings of the words that nothing
 * was found for; `apart`, where each word is found and no process has all, the query without one of them. */
export async function nearQueries(index, query) {
  const parts = tokens(query).map((token) => ({ ...token, word: folded(written(token.text)) })).filter(({ word }) => word);
  const bare = parts.map(({ text }) => text);
  const found = await Promise.all(bare.map((text) => count(index, text)));
  const missing = parts.map((_, at) => at).filter((at) => !found[at]);
  if (!missing.length) {
    if (await count(index, bare.join(" "))) return { near: [], apart: [] };
    const without = bare.length > 1 ? bare.map((_, at) => bare.filter((_text, other) => other !== at).join(" ")) : [];
    return { near: [], apart: await thatFind(index, without) };
  }
  const spellings = await Promise.all(missing.map((at) => spelt(index, parts[at].word)));
  const combined = spellings[0].map((_, turn) => bare.map((text, at) => (
    missing.includes(at) ? spellings[missing.indexOf(at)][turn] ?? spellings[missing.indexOf(at)][0] : text)))
    .filter((words) => words.every(Boolean)).map((words) => words.join(" "));
  const rest = bare.filter((_, at) => found[at]).join(" ");
  return { near: await thatFind(index, combined), apart: await thatFind(index, rest ? [rest] : []) };
}

async function thatFind(index, queries) {
  const counted = await Promise.all([...new Set(queries)].map(async (q) => ({ q, count: await count(index, q) })));
  return counted.filter((each) => each.count).sort((a, b) => b.count - a.count).slice(0, MOST);
}

async function count(index, query) {
  return (await index.find(query))?.size ?? 0;
}

/** Words of the catalogue that are nearly this one, the nearest first, as some text of it has them. */
async function spelt(index, word) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const chunks = await index.near(word);
  const near = chunks.flatMap(({ words }) => [...words.keys()]).map((other) => [distance(word, other, most), other])
    .filter(([far]) => far <= most).sort(([a, one], [b, other]) => a - b || one.length - other.length).slice(0, LOOKS);
  const found = await Promise.all(near.map(([, other]) => index.asWritten(other)));
  return found.filter(Boolean);
}

/** How many letters have to be added, dropped, changed or swapped; anything above `most` is `most + 1`. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + same);
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) next[at] = Math.min(next[at], before[at - 2] + 1);
    }
    [before, last] = [last, next];
  }
  return last[other.length];
}
