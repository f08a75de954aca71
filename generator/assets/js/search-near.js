// What a query that found nothing may have meant: words of the catalogue spelt nearly the same, and the query without one of its words.

import { folded, tokens, written } from "./search-words.js";

const MOST = 3; // offers of a kind
const LOOKS = 8; // spellings of a word that are tried
const ALIKE = ["אעה", "טת", "כקח", "סש", "בו", "ذز", "ظض", "طت", "سص", "قك"]; // letters of one sound, or nearly
const VOWELS = "אהויاويaeiou";
const COMMON = 0.5; // a word that more of the processes have narrows nothing down

/** `{ near, apart }`: queries that do find something, each `{ q, count }`. `near` has other spellings of the words that nothing
 * was found for; `apart` the query without them, or, where each word is found and no process has all, without one of them. */
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
  const rest = bare.filter((_, at) => found[at] && found[at] <= COMMON * index.table.rank.length).join(" ");
  return { near: await thatFind(index, combined), apart: await thatFind(index, rest ? [rest] : []) };
}

async function thatFind(index, queries) {
  const counted = await Promise.all([...new Set(queries)].map(async (q) => ({ q, count: await count(index, q) })));
  return counted.filter((each) => each.count).sort((a, b) => b.count - a.count).slice(0, MOST);
}

async function count(index, query) {
  return (await index.find(query))?.size ?? 0;
}

/** Words of the catalogue that this one is likely a slip for, as some text of it has them. A word with many neighbours is rather
 * one of the language that the catalogue does not have, and none of them is what was meant. */
async function spelt(index, word) {
  if (word.length < 4) return [];
  const most = word.length < 6 ? 0 : word.length < 9 ? 1 : 2;
  const words = await index.near(word);
  const slips = await writtenIn(index, words.filter((other) => isSlip(word, other)));
  if (slips.length) return slips;
  const near = words.map((other) => [distance(word, other, most), other]).filter(([far]) => far <= most);
  const nearest = Math.min(...near.map(([far]) => far));
  const others = await writtenIn(index, near.filter(([far]) => far === nearest).map(([, other]) => other));
  return others.length < MOST ? others : [];
}

async function writtenIn(index, words) {
  const found = await Promise.all(words.slice(0, LOOKS).map((word) => index.asWritten(word)));
  return found.filter(Boolean);
}

/** Whether two words differ as one spelt by ear or typed in haste does: two letters in the other order, a letter for one of the
 * same sound, or, between the first and the last, a vowel letter or the second of a pair more or less. */
export function isSlip(one, other) {
  if (one.length < other.length) return isSlip(other, one);
  let at = 0;
  while (at < other.length && one[at] === other[at]) at += 1;
  if (one.length === other.length) {
    const isSwapped = one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
    const isAlike = ALIKE.some((letters) => letters.includes(one[at]) && letters.includes(other[at]));
    return at < one.length && (isSwapped || (isAlike && one.slice(at + 1) === other.slice(at + 1)));
  }
  const isInner = at > 0 && at < one.length - 1 && one.slice(at + 1) === other.slice(at);
  return isInner && (VOWELS.includes(one[at]) || one[at] === one[at - 1]);
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
