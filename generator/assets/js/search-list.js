// The list of results: the cards of the page shown, each with the excerpt that says where the query was found.

import { excerpt } from "./search-excerpt.js";

/** A list item for a row: its card at once, its excerpt when it comes into view. */
export async function listItem(index, row, hit, site, inLabel) {
  const card = await index.card(row);
  const template = document.createElement("template");
  template.innerHTML = card.card; // made by the build, which escapes; the policy lets no script in it run
  for (const link of template.content.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), site).href;
  for (const picture of template.content.querySelectorAll("img[src]")) picture.src = new URL(picture.getAttribute("src"), site).href;
  const item = document.createElement("li");
  item.append(template.content);
  if (!item.querySelector("[data-sikum-process]")) item.dataset.sikumProcess = card.id;
  if (hit) whenSeen(item, () => addExcerpt(index, item, card, hit, site, inLabel));
  return item;
}

async function addExcerpt(index, item, card, hit, site, inLabel) {
  const found = await excerpt(index, card, hit.found);
  if (!found) return;
  const paragraph = document.createElement("p");
  paragraph.className = "search-excerpt";
  paragraph.lang = card.language;
  paragraph.dir = card.language === "en" ? "ltr" : "rtl";
  const link = document.createElement("a");
  link.href = new URL(found.url, site).href;
  link.textContent = found.title;
  link.setAttribute("aria-label", `${found.title} – ${card.title}`); // two processes have a chapter of the same name
  const name = document.createElement("bdi");
  name.append(link);
  paragraph.append(`${inLabel} `, name, ": ", ...found.nodes);
  (item.querySelector("[data-sikum-process]") ?? item).append(paragraph);
}

/** Runs `act` once, when the element is on the screen or nearly: what nobody looks at is not loaded. */
function whenSeen(element, act) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    act().catch((error) => console.warn(error));
  }, { rootMargin: "100px" });
  observer.observe(element);
}
