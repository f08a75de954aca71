// The index in the browser: loads only what a query needs, and answers which processes have it and where.
// Pagefind finds terms; which terms a word stands for comes from the vocabulary that was built with the index.

import { openShards, unpacked } from "./search-engine.js";
import { bucketOf, parseQuery } from "./search-words.js";

const PREFIXES = ["ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "וש", "שה", "שב", "של", "כש", "מה", "כשה", "ושה", "שבה",
  "ال", "وال", "بال", "لل", "و", "ب", "ل", "ك", "ف"];
const ENDINGS = [["יימ", ["י"]], ["ימ", ["", "ה"]], ["ויות", ["ות"]], ["יות", ["ית", "יה", "י"]], ["ות", ["ה", "ת", ""]], ["ת", ["ה"]],
  ["י", ["", "ה"]], ["ات", ["ه", ""]], ["ون", [""]], ["ين", [""]]];
const SHORTEST_REST = 3;
const EXACT = 1000; // more than any sum of scores: what is written as asked stands before what is a form of it

/** Opens the index under `root` (the site's `search/` folder); throws where there is none yet. */
export async function openIndex(root) {
  const response = await fetch(`${root}index.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`no search index: ${response.status}`);
  const manifest = await response.json();
  const index = new Index(root, manifest);
  index.table = await index.pack(manifest.catalogue);
  return index;
}

class Index {
  constructor(root, manifest) {
    this.root = root;
    this.manifest = manifest;
    this.files = new Map();
  }

  /** Number of processes. */
  get size() {
    return this.table.rank.length;
  }

  /** A packed file as JSON; each is loaded once. */
  pack(name) {
    return this.once(name, async () => JSON.parse(await this.text(name)));
  }

  async text(name) {
    return new TextDecoder().decode(await unpacked(`${this.root}${name}`));
  }

  once(name, load) {
    if (!this.files.has(name)) {
      const loading = load();
      loading.catch(() => this.files.delete(name)); // a connection that failed may work the next time
      this.files.set(name, loading);
    }
    return this.files.get(name);
  }

  /** What only some readers need, by row: `{ ids, lag, participants }`. */
  figures() {
    return this.pack(this.manifest.figures);
  }

  /** What is shown of a row: `{ id, url, title, card, sections, packs }`. */
  card(row) {
    let [shard, page] = [0, row];
    while (page >= this.table.sizes[shard]) page -= this.table.sizes[shard++];
    const group = this.table.cards[shard].slice(6 * (page >> 4), 6 * (page >> 4) + 6);
    return this.pack(`cards/${group}-${shard}_${page}.pack`);
  }

  /** The rows that have every word and every phrase of the query, as a Map of row → `{ score, places: [Set per word] }`;
   * null where the query has no words. A place is the number of a token in the process. */
  async find(query) {
    const { words, phrases } = parseQuery(query);
    if (!words.length && !phrases.length) return null;
    const questions = await Promise.all([
      ...words.map(async (word) => ({ terms: await this.terms(word), ask: (shard) => this.word(word, shard) })),
      ...phrases.map((phrase) => ({ terms: phrase.map((word) => `${word}=`), ask: (shard) => this.phrase(phrase, shard) }))]);
    const found = await Promise.all(this.manifest.shards.map((_, shard) => this.findIn(shard, questions)));
    return new Map(found.flat());
  }

  /** `[row, hit]` of what a shard has that answers every question. They are asked one by one, and no more once nothing is left:
   * the cheapest first, and of those the longest, which is the rarest as a rule. */
  async findIn(shard, questions) {
    const engine = await this.engine(shard);
    const priced = questions.map(({ terms, ask }) => ({ ask, cost: cost(engine, terms), length: terms[0].length }));
    let left = null;
    for (const { ask } of priced.sort((a, b) => a.cost - b.cost || b.length - a.length)) {
      const hits = await ask(shard);
      left = left ? left.filter(([page]) => hits.has(page)) : [...hits.keys()].map((page) => [page, []]);
      if (!left.length) break;
      for (const [page, all] of left) all.push(hits.get(page));
    }
    const first = this.table.sizes.slice(0, shard).reduce((sum, size) => sum + size, 0);
    return left.map(([page, all]) => {
      const score = all.reduce((sum, hit) => sum + hit.score, all.every((hit) => hit.exact) ? EXACT : 0);
      return [first + page, { score, places: all.map((hit) => hit.places) }];
    });
  }

  /** Page → `{ score, exact, places }` for one folded word in a shard: as written, and by every key. */
  word(word, shard) {
    return this.once(`word/${shard}/${word}`, async () => {
      const engine = await this.engine(shard);
      const terms = await this.terms(word);
      const results = await Promise.all(terms.map((term) => engine.search(term)));
      const hits = new Map();
      results.forEach((pages, number) => pages.forEach(({ page, score, places }) => {
        const hit = hits.get(page);
        const exact = !number;
        if (!hit) hits.set(page, { score: exact ? score * 2 : score, exact, places: new Set(places) });
        else {
          hit.score = Math.max(hit.score, score);
          places.forEach((place) => hit.places.add(place));
        }
      }));
      return hits;
    });
  }

  /** What a word is looked for as; first as written. */
  async terms(word) {
    const keys = await this.keys(word);
    return [...new Set([`${word}=`, `${word}|`, ...keys.flatMap((key) => [`${key}=`, `${key}|`])])];
  }

  /** Page → hit for words that stand one after another, as written. */
  async phrase(words, shard) {
    const pages = await (await this.engine(shard)).search(...words.map((word) => `${word}=`));
    return new Map(pages.map(({ page, score, places }) => [page, { score, exact: true, places: new Set(places) }]));
  }

  /** The keys of a folded word. One that the catalogue does not have is taken for a form of one that it has: with a prefix,
   * or an ending, or both, or another spelling; each only where what is left is in the vocabulary. */
  async keys(word) {
    const known = await this.lookUp(word);
    if (known) return known;
    const rests = withoutPrefix(word);
    const near = await this.lookUpAll([...rests, ...withoutEnding(word)]);
    if (near.length) return near;
    return this.lookUpAll([...rests.flatMap(withoutEnding), ...withoutVowel(word)]);
  }

  /** The words among these that the catalogue has, with their keys. */
  async lookUpAll(words) {
    const found = await Promise.all(words.map(async (word) => {
      const keys = await this.lookUp(word);
      return keys ? [word, ...keys] : [];
    }));
    return [...new Set(found.flat())];
  }

  async lookUp(word) {
    const names = this.manifest.words;
    const name = names[bucketOf(word, names.length)];
    if (!name) return null;
    const entries = await this.once(`words/${name}`, async () => {
      const text = await this.text(`words/${name}.pack`);
      return new Map(text.split("\n").map((line) => line.split(" ")).map(([entry, ...keys]) => [entry, keys]));
    });
    return entries.get(word) ?? null;
  }

  /** Pagefind with one shard. */
  async engine(shard) {
    const shards = await this.once("engine", () => openShards(this.root, this.manifest.shards));
    return shards[shard];
  }

  /** The text of a part of a process: its title, a line break, and the text as written. */
  async partText(card, part) {
    const at = card.packs.findLastIndex(([first]) => first <= part);
    const [first, name] = card.packs[at];
    return (await this.pack(`texts/${name}.pack`))[part - first];
  }
}

/** What terms would move, in chunks of an ordinary size. Where one begins between the two terms of a word, the word is so common that
 * it fills one by itself, and that is a large one. */
function cost(engine, terms) {
  const words = new Set(terms.map((term) => term.slice(0, -1)));
  const common = [...words].filter((word) => engine.chunkOf(`${word}=`) !== engine.chunkOf(`${word}|`));
  return new Set(terms.map((term) => engine.chunkOf(term))).size + 10 * common.length;
}

/** What may be left of a folded word when a prefix comes off; a vav that begins a word is doubled after one. */
function withoutPrefix(word) {
  return PREFIXES.filter((prefix) => word.startsWith(prefix)).map((prefix) => word.slice(prefix.length))
    .flatMap((rest) => (rest.startsWith("וו") ? [rest, rest.slice(1)] : [rest])).filter((rest) => rest.length >= SHORTEST_REST);
}

/** What a folded plural or construct form may be a form of. */
function withoutEnding(word) {
  return ENDINGS.filter(([ending]) => word.endsWith(ending)).flatMap(([ending, others]) => (
    others.map((other) => word.slice(0, -ending.length) + other))).filter((rest) => rest.length >= SHORTEST_REST);
}

/** A folded Hebrew word without one of its inner vavs and yods: ציבור may be written צבור. */
function withoutVowel(word) {
  return [...word].map((letter, at) => ("וי".includes(letter) && at && at < word.length - 1 ? word.slice(0, at) + word.slice(at + 1) : ""))
    .filter((rest) => rest.length > SHORTEST_REST);
}
