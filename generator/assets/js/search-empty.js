// What stands in place of an empty list: what the reader may let go of, and where everything is.

/** A list item for a state that finds nothing. `act` is called with the state to try instead; `near` promises other queries that
 * find something, as `nearQueries` gives them. */
export function emptyItem(state, words, act, near) {
  const item = document.createElement("li");
  item.className = "empty";
  const offer = (text, other) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = text;
    button.addEventListener("click", () => act(other));
    const line = document.createElement("p");
    line.append(button);
    item.append(line);
  };
  const say = (text) => {
    const line = document.createElement("p");
    line.textContent = text;
    item.append(line);
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
