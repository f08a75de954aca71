// The site's own pages beside the processes: found by what they are called, by their headings, and by words of readers.

import { wordsOf, withoutEnding, withoutPrefix } from "./search-index.js";

const MOST = 4;
const SHORT = 3; // letters of a word that may be missing: most such words only join others
const ASKING = new Set(["what", "where", "which", "when", "does", "with", "that", "this", "there", "האמ", "איפה", "מאיפה", "היכנ",
  "כיצד", "אפשר", "כיפ", "اين", "كيف", "متي", "هذا", "لماذا", "يمكن"]); // folded

/** The pages that a query means, best first: `[{ title, url }]`. Every word that says something must be in one page's name, in one
 * of its headings with that name, or in what the page says of itself; the first counts most, the last least. */
export async function pagesFound(index, query) {
  const rows = await index.pages();
  const asked = [...new Set(wordsOf(query))];
  const telling = asked.filter((word) => word.length > SHORT && !ASKING.has(word));
  if (!rows.length || !asked.length) return [];
  const forms = new Map(await Promise.all(asked.map(async (word) => [word, [word, ...await index.keys(word), ...withoutPrefix(word), ...withoutEnding(word)]])));
  const best = rows.map((row) => placesOf(row)
    .map((place) => ({ ...place, score: score(place, asked, telling.length ? telling : asked, forms) }))
    .reduce((one, other) => (other.score > one.score ? other : one)));
  const found = best.filter((place) => place.score).sort((one, other) => other.score - one.score);
  return found.filter((place) => place.score > found[0].score / 2).slice(0, MOST);
}

/** The page and its headings, each with its own words and those that only help. */
function placesOf({ url, title, words, more, parts }) {
  const own = new Set(words.split(" "));
  return [{ url, title, name: title, own, rest: new Set(more.split(" ")) }, ...parts.map(([anchor, heading, of]) => (
    { url: `${url}#${anchor}`, title: `${title}: ${heading}`, name: heading, own: new Set(of.split(" ")), rest: own }))];
}

/** From 0 for a place that has not all of the words to 3 for one that is called just so. */
function score({ own, rest, name }, asked, needed, forms) {
  const among = (word, words) => forms.get(word).some((form) => words.has(form));
  if (!needed.every((word) => among(word, own) || among(word, rest))) return 0;
  const has = asked.reduce((sum, word) => sum + (among(word, own) ? 2 : among(word, rest) ? 1 : 0), 0);
  const called = wordsOf(name);
  return has / asked.length + (asked.every((word) => called.includes(word)) ? 1 : 0);
}

/** What is shown of them, above the list of processes: a line and links. */
export function pagesBox(pages, label, site) {
  const box = document.createElement("nav");
  box.className = "site-pages";
  box.setAttribute("aria-label", label);
  const line = document.createElement("p");
  line.textContent = label;
  box.append(line, listOf(pages, site));
  return box;
}

/** Links to pages of the site, as a list. */
export function listOf(pages, site) {
  const list = document.createElement("ul");
  for (const { title, url } of pages) {
    const link = document.createElement("a");
    link.href = new URL(url, site).href;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}
