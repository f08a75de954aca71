// What stands in place of an empty list: what the reader may let go of, and where everything is.

import { listOf } from "./search-pages.js";

/** A list item for a state that finds nothing. `act` is called with the state to try instead; `near` promises other queries that
 * find something, as `nearQueries` gives them. `site` is the address that the places of `words` are relative to. */
export function emptyItem(state, words, act, near, site) {
  const item = document.createElement("li");
  item.className = "empty";
  const places = state.q && words.places?.length ? placesOf(words, site) : [];
  item.append(...places);
  const add = (line) => item.insertBefore(line, places[0] ?? null); // what was meant comes before what else there is
  const offer = (text, other) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = text;
    button.addEventListener("click", () => act(other));
    const line = document.createElement("p");
    line.append(button);
    add(line);
  };
  const say = (text) => {
    const line = document.createElement("p");
    line.textContent = text;
    add(line);
  };
  const bare = state.q.replace(/(?<![\p{L}])["״“”„]|["״“”„](?![\p{L}])/gu, " ").replace(/\s+/g, " ").trim();
  const isQuoted = bare !== state.q.trim() && bare;
  const none = new Map([...state.facets.keys()].map((facet) => [facet, new Set()]));
  const isNarrowed = [...state.facets.values()].some((ids) => ids.size);
  if (isQuoted) {
    say(words.quoted);
    offer(words.unquote, { ...state, q: bare });
  }
  if (isNarrowed) offer(words.unfilter, { ...state, facets: none });
  if (!isQuoted && !isNarrowed) say(words.other);
  near?.then((found) => {
    for (const kind of ["near", "apart"]) {
      if (!found[kind].length) continue;
      say(words[kind]);
      for (const { q } of found[kind]) offer(q, { ...state, q, facets: none });
    }
  }).catch((error) => console.warn(error));
  return item;
}

/** A list item with the site's own pages alone, for a query that finds nothing but made-up examples. */
export function placesItem(words, site) {
  const item = document.createElement("li");
  item.className = "empty";
  item.append(...placesOf(words, site));
  return item;
}

/** A line and a list of links: the main pages of the site, where nothing answers what is asked. */
function placesOf(words, site) {
  const line = document.createElement("p");
  line.textContent = words.also;
  return [line, listOf(words.places, site)];
}
