// The facets: links to the static lists become checkboxes, whose counts are true for what else is chosen.

/** Turns each `[data-sikum-facet] [data-value]` into a checkbox. The link's text is the label; a `[data-sikum-facet-count]` in
 * it shows the count. Returns Map of facet → Map of id → `{ input, count, element }`. */
export function makeFacets(form) {
  const facets = new Map();
  for (const group of form.querySelectorAll("[data-sikum-facet]")) {
    const boxes = new Map();
    for (const element of group.querySelectorAll("[data-value]")) boxes.set(element.dataset.value, checkbox(group, element));
    facets.set(group.dataset.sikumFacet, boxes);
  }
  return facets;
}

function checkbox(group, element) {
  const input = document.createElement("input");
  input.type = "checkbox";
  input.name = group.dataset.sikumFacet;
  input.value = element.dataset.value;
  const label = document.createElement("label");
  label.append(input, " ", ...element.childNodes);
  let count = label.querySelector("[data-sikum-facet-count]");
  if (!count) {
    count = document.createElement("span");
    count.dataset.sikumFacetCount = "";
    label.append(" ", count);
  }
  element.replaceWith(label);
  return { input, count, element: label };
}

/** Shows a state and its counts (null: leave the counts). A value that would find nothing is hidden,
 * unless it is chosen, and with it a facet that has no other. Returns whether any is left. */
export function showFacets(facets, state, counts, number) {
  let left = false;
  for (const [facet, boxes] of facets) {
    for (const [id, { input, count, element }] of boxes) {
      input.checked = state.facets.get(facet).has(id);
      if (!counts) continue;
      const found = counts.get(facet).get(id) ?? 0;
      count.textContent = number(found);
      (element.closest("li") ?? element).hidden = !found && !input.checked;
    }
    const group = [...boxes.values()][0]?.element.closest("[data-sikum-facet]");
    if (!group || !counts) continue;
    group.hidden = [...boxes.values()].every(({ element }) => (element.closest("li") ?? element).hidden);
    left ||= !group.hidden;
  }
  return left || !counts;
}
