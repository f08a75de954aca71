// Search and facets of the catalogue. Without it, or before anything is asked, the page's own list stands.
// docs/search.md says what the page must hold. Loads the index when a reader first turns to the form, or an address asks.

import { makeFacets, showFacets } from "./search-facets.js";
import { filter, sorted } from "./search-filter.js";
import { openIndex } from "./search-index.js";
import { listItem } from "./search-list.js";
import { emptyItem, placesItem } from "./search-empty.js";
import { pagesBox, pagesFound } from "./search-pages.js";
import { makeSheet } from "./search-sheet.js";
import { chosen, isAsked, readState, writeState } from "./search-state.js";

const PAGE = 10;
const TYPING = 250; // milliseconds without a key before a search

class Search {
  constructor(form) {
    this.form = form;
    this.site = new URL(form.dataset.base || "./", document.baseURI).href;
    this.words = JSON.parse(form.dataset.strings || "{}");
    this.results = document.querySelector("[data-sikum-results]");
    this.static = { nodes: [...this.results.childNodes], count: this.results.dataset.count };
    this.status = document.querySelector("[data-sikum-status]");
    this.more = document.querySelector("[data-sikum-more]");
    this.paging = document.querySelectorAll("[data-sikum-paging]");
    this.facets = makeFacets(form);
    this.showLeft = makeSheet(form);
    this.clear = form.querySelector("[data-sikum-clear]");
    this.box = form.elements.namedItem("q");
    this.order = form.elements.namedItem("sort");
    this.saver = form.querySelector("[data-sikum-csv]") ?? document.querySelector("[data-sikum-csv]");
    this.turn = 0;
    this.shown = [];
    this.listen();
    this.state = readState(location.search);
    if (isAsked(this.state)) this.run();
    else this.fill();
  }

  listen() {
    let typing;
    this.box.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => this.ask("replace"), TYPING);
    });
    this.form.addEventListener("focusin", () => this.open().catch(() => {}), { once: true });
    this.form.addEventListener("change", (event) => {
      if (event.target !== this.box) this.ask("push");
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(typing);
      this.ask("push");
      this.status?.scrollIntoView({ block: "nearest" });
    });
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.box.value = "";
      this.state = readState("");
      this.fill();
      this.ask("push");
    });
    window.addEventListener("popstate", () => {
      this.state = readState(location.search);
      this.run();
    });
    this.more?.addEventListener("click", () => this.showMore(true));
    this.saver?.addEventListener("click", () => this.save());
  }

  /** The index, opened once; a failure is tried again, since under `mkdocs serve` the index is built behind. */
  open() {
    this.index ??= openIndex(new URL("search/", this.site).href).catch((error) => {
      this.index = null;
      throw error;
    });
    return this.index;
  }

  /** Reads the form into the state and the address, and runs it. */
  ask(how) {
    const facets = new Map();
    for (const [facet, ids] of this.state.facets) {
      const boxes = this.facets.get(facet) ?? new Map();
      const checked = [...boxes].filter(([, { input }]) => input.checked).map(([id]) => id);
      // a value of the address that this page has no box for stays chosen, until the form is cleared
      facets.set(facet, new Set([...checked, ...[...ids].filter((id) => !boxes.has(id))]));
    }
    // the first order is what the list has when none is asked for
    const state = { q: this.box.value.trim(), sort: this.order?.selectedIndex > 0 ? this.order.value : "", facets };
    const address = location.pathname + writeState(state, location.search) + location.hash;
    if (how === "push" && address !== location.pathname + location.search + location.hash) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.state = state;
    this.run();
  }

  /** Another question than the one asked, offered where that found nothing. */
  turnTo(state) {
    this.state = state;
    this.box.value = state.q;
    history.pushState(null, "", location.pathname + writeState(state, location.search) + location.hash);
    this.run();
    this.box.focus();
  }

  fill(counts = null) {
    if (document.activeElement !== this.box || this.box.value.trim() !== this.state.q) this.box.value = this.state.q;
    if (this.order) {
      this.order.value = this.state.sort;
      if (this.order.selectedIndex < 0) this.order.selectedIndex = 0;
      this.nameOrders();
    }
    const left = showFacets(this.facets, this.state, counts, (value) => this.number(value));
    if (counts) for (const element of this.form.querySelectorAll("#facets, [data-sikum-facets-button]")) element.hidden = !left;
    if (this.clear) this.clear.hidden = !isAsked(this.state);
    for (const place of document.querySelectorAll("[data-sikum-active]")) {
      place.textContent = chosen(this.state) ? `(${this.number(chosen(this.state))})` : "";
    }
  }

  /** The first order is relevance with a query, which then has its own name and the order by date beside it. */
  nameOrders() {
    const [first, ...others] = this.order.options;
    this.firstOrder ??= first.textContent;
    first.textContent = (this.state.q && this.words.relevance) || this.firstOrder;
    for (const option of others) option.hidden = option.disabled = option.value === "date" && !this.state.q && this.state.sort !== "date";
  }

  async run() {
    const turn = ++this.turn;
    this.fill();
    let index;
    try {
      index = await this.open();
    } catch (error) {
      if (turn === this.turn && isAsked(this.state)) this.say(this.words.unavailable);
      return;
    }
    if (!isAsked(this.state)) {
      const { counts, examples } = filter(index.table, this.state, null);
      if (turn === this.turn) this.restore(counts, examples);
      return;
    }
    this.results.setAttribute("aria-busy", "true");
    try {
      const [hits, pages] = this.state.q ? await Promise.all([index.find(this.state.q), pagesFound(index, this.state.q)]) : [null, []];
      if (turn !== this.turn) return; // a later question overtook this one
      const { rows, counts, examples } = filter(index.table, this.state, hits);
      this.fill(counts);
      const ordered = await sorted(index, rows, this.state.sort, hits);
      if (turn !== this.turn) return;
      this.list = { index, hits, pages, rows: ordered, examples, next: 0, turn };
      await this.showMore(false);
    } catch (error) {
      console.warn(error);
      if (turn === this.turn) this.say(this.words.failed);
    } finally {
      if (turn === this.turn) this.results.removeAttribute("aria-busy");
    }
  }

  /** The page's own list again. */
  restore(counts, examples) {
    this.list = null;
    this.fill(counts);
    this.results.replaceChildren(...this.static.nodes);
    this.results.dataset.count = this.static.count;
    this.showPages([]);
    this.showOrders(true);
    this.say("");
    this.showLeft(this.counted(Number(this.static.count) - examples, this.words.show));
    if (this.more) this.more.hidden = true;
    if (this.saver) this.saver.hidden = false;
    for (const element of this.paging) element.hidden = false;
  }

  /** The next results. `byHand`: the reader asked for more, so focus goes to the first new one. */
  async showMore(byHand) {
    const { index, hits, pages, rows, examples, next, turn } = this.list;
    const page = rows.slice(next, next + PAGE);
    this.list.next += page.length;
    const items = await Promise.all(page.map((row) => listItem(index, row, hits?.get(row), this.site, this.words.in ?? "")));
    if (turn !== this.turn) return;
    if (next) this.results.append(...items);
    else if (items.length) this.results.replaceChildren(...items);
    else {
      const near = this.state.q && !hits?.size && !pages.length
        ? import("./search-near.js").then(({ nearQueries }) => nearQueries(index, this.state.q)) : null;
      const words = pages.length ? { ...this.words.empty, places: [] } : this.words.empty ?? {};
      this.results.replaceChildren(emptyItem(this.state, words, (state) => this.turnTo(state), near, this.site));
    }
    if (!next) {
      this.showPages(pages);
      this.showOrders(rows.length);
    }
    if (!next && items.length && !pages.length && rows.length === examples && this.state.q && this.words.empty?.places?.length) {
      this.results.append(placesItem(this.words.empty, this.site));
    }
    this.results.dataset.count = rows.length;
    for (const element of this.paging) element.hidden = true;
    if (this.more) this.more.hidden = this.list.next >= rows.length;
    if (this.saver) this.saver.hidden = !rows.length;
    if (!next) {
      const real = rows.length - examples;
      const made = real && examples ? ` · ${this.counted(examples, this.words.examples)}` : "";
      const none = examples ? this.counted(examples, this.words.only) : pages.length ? this.words.pages : this.words.none;
      this.say(real ? this.counted(real) + made : none);
      this.showLeft(real ? this.counted(real, this.words.show) + made : none);
    }
    if (byHand) items[0]?.querySelector("a")?.focus();
  }

  /** Pages of the site that the query means, above the list; none take the box away. */
  showPages(pages) {
    this.pages?.remove();
    this.pages = pages.length ? pagesBox(pages, this.words.empty?.also ?? "", this.site) : null;
    if (this.pages) this.results.before(this.pages);
  }

  /** Orders are offered where there is something to put in order. */
  showOrders(isShown) {
    const label = this.order?.closest("label");
    if (label) label.hidden = !isShown;
  }

  async save() {
    const index = await this.open();
    const rows = this.list?.rows ?? await sorted(index, index.table.rank.keys(), "date", null);
    const [{ download }, { ids }] = await Promise.all([import("./search-csv.js"), index.figures()]);
    await download(this.site, rows.map((row) => ids[row])).catch((error) => {
      console.warn(error);
      this.say(this.words.failed);
    });
  }

  /** "37 processes" in the page's language: `forms` has a string for each plural category, with `#` for the number. */
  counted(count, forms = this.words.results ?? {}) {
    if (!count) return this.words.none;
    const form = forms[new Intl.PluralRules(this.language).select(count)] ?? forms.other ?? "#";
    return form.replace("#", this.number(count));
  }

  number(value) {
    return value.toLocaleString(`${this.language}-u-nu-latn`);
  }

  get language() {
    return this.form.dataset.language || document.documentElement.lang || "he";
  }

  say(text) {
    if (this.status) this.status.textContent = text ?? "";
  }
}

for (const form of document.querySelectorAll("form[data-sikum-search]")) new Search(form);
