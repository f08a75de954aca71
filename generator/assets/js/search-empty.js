// What stands in place of an empty list: what the reader may let go of, and where everything is.

/** A list item for a state that finds nothing. `act` is called with the state to try instead. */
export function emptyItem(state, words, act) {
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
  const bare = state.q.replace(/["״“”„]/g, " ").replace(/\s+/g, " ").trim();
  const isQuoted = bare !== state.q.trim() && bare;
  const isNarrowed = [...state.facets.values()].some((ids) => ids.size);
  if (isQuoted) {
    say(words.quoted);
    offer(words.unquote, { ...state, q: bare });
  }
  if (isNarrowed) offer(words.unfilter, { ...state, facets: new Map([...state.facets.keys()].map((facet) => [facet, new Set()])) });
  if (!isQuoted && !isNarrowed) say(words.other);
  return item;
}
