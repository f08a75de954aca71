// Which rows of the table a state leaves, in which order, and how many each facet value would leave.

import { FACETS } from "./search-state.js";

const NO_VALUES = { values: [], rows: [] }; // of a facet that no process has

/** The values of a facet in a row, as numbers into `values`. */
function values(column, row) {
  const found = column.rows[row] ?? [];
  return typeof found === "number" ? [found] : found;
}

/** `{ rows, examples, counts: Map of facet → Map of id → number }`. Values of one facet are "or", facets are "and". A facet's
 * counts leave its own choice out of account: they say what choosing one more of its values would add. Rows that were made up
 * are listed, and only `examples` counts them. */
export function filter(table, state, hits) {
  const columns = FACETS.map((facet) => table.facets[facet] ?? NO_VALUES);
  const wanted = FACETS.map((facet, number) => {
    const column = columns[number];
    const ids = state.facets.get(facet);
    return ids.size ? new Set([...ids].map((id) => column.values.indexOf(id))) : null;
  });
  const counts = columns.map((column) => new Array(column.values.length).fill(0));
  const rows = [];
  const madeUp = new Set(table.made_up);
  for (const row of hits ? hits.keys() : table.rank.keys()) {
    const missed = [];
    wanted.forEach((ids, facet) => {
      if (ids && !values(columns[facet], row).some((value) => ids.has(value))) missed.push(facet);
    });
    if (!missed.length) rows.push(row);
    if (missed.length > 1 || madeUp.has(row)) continue;
    columns.forEach((column, facet) => {
      if (missed.length && missed[0] !== facet) return;
      for (const value of values(column, row)) counts[facet][value] += 1;
    });
  }
  return {
    rows,
    examples: rows.filter((row) => madeUp.has(row)).length,
    counts: new Map(FACETS.map((facet, number) => [
      facet, new Map(columns[number].values.map((id, value) => [id, counts[number][value]]))])),
  };
}

/** Rows in order: by relevance where there is a query and nothing else is asked, by date of closing otherwise. What is not
 * known comes last, and after it what was made up; equals stand in the order of the catalogue. `figures` is loaded for the orders that need it. */
export async function sorted(index, rows, sort, hits) {
  const { table } = index;
  const order = sort || (hits ? "relevance" : "date");
  const byRank = (a, b) => table.rank[a] - table.rank[b];
  const descending = (value) => (a, b) => value(b) - value(a) || byRank(a, b);
  const { lag, participants } = ["lag", "participants"].includes(order) ? await index.figures() : {};
  const comparison = {
    relevance: hits ? descending((row) => hits.get(row).score) : byRank,
    date: byRank,
    lag: (a, b) => (lag?.[a] ?? Infinity) - (lag?.[b] ?? Infinity) || byRank(a, b),
    participants: descending((row) => participants?.[row] ?? -1),
  }[order];
  const madeUp = new Set(table.made_up);
  return [...rows].sort((a, b) => madeUp.has(a) - madeUp.has(b) || comparison(a, b) || 0);
}
