// What is asked, and how the address says it: a link shows the same list.

export const FACETS = ["ministry", "topic", "method", "kind", "year", "status", "district", "locality", "sector", "language"];
export const SORTS = ["relevance", "date", "lag", "participants"];

/** The state of an address: `{ q, sort, facets: Map of facet → Set of ids }`. Unknown parameters are left alone. */
export function readState(search) {
  const parameters = new URLSearchParams(search);
  const facets = new Map(FACETS.map((facet) => [facet, new Set(parameters.getAll(facet).filter(Boolean))]));
  const sort = parameters.get("sort");
  return { q: (parameters.get("q") ?? "").trim(), sort: SORTS.includes(sort) ? sort : "", facets };
}

/** The query string of a state, with the parameters of `search` that are not ours. */
export function writeState(state, search = "") {
  const parameters = new URLSearchParams(search);
  for (const name of ["q", "sort", ...FACETS]) parameters.delete(name);
  if (state.q) parameters.set("q", state.q);
  for (const [facet, ids] of state.facets) for (const id of ids) parameters.append(facet, id);
  if (state.sort) parameters.set("sort", state.sort);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/** How many facet values are chosen. */
export function chosen(state) {
  return [...state.facets.values()].reduce((sum, ids) => sum + ids.size, 0);
}

/** Whether anything is asked at all; if not, the page's own list stands. */
export function isAsked(state) {
  return Boolean(state.q || state.sort || chosen(state));
}
