// The index in the browser: loads only what a query needs, and answers which processes have it and where.
// Pagefind finds terms; which terms a word stands for comes from the vocabulary that was built with the index.

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
    this.found = new Map();
  }

  /** Number of processes. */
  get size() {
    return this.table.rank.length;
  }

  /** A packed file as JSON; each is loaded once. */
  pack(name) {
    return this.once(name, async () => JSON.parse(await unpacked(`${this.root}${name}`)));
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
    return this.pack(`cards/${this.manifest.shards[shard]}-${page}.pack`);
  }

  /** The rows that have every word and every phrase of the query, as a Map of row → `{ score, places: [Set per word] }`;
   * null where the query has no words. A place is the number of a token in the process. */
  async find(query) {
    const { words, phrases } = parseQuery(query);
    if (!words.length && !phrases.length) return null;
    const lists = await Promise.all([...words.map((word) => this.word(word)), ...phrases.map((phrase) => this.phrase(phrase))]);
    lists.sort((a, b) => a.size - b.size);
    const hits = new Map();
    for (const row of lists[0].keys()) {
      const all = lists.map((list) => list.get(row));
      if (all.some((hit) => !hit)) continue;
      const score = all.reduce((sum, hit) => sum + hit.score, all.every((hit) => hit.exact) ? EXACT : 0);
      hits.set(row, { score, places: all.map((hit) => hit.places) });
    }
    return hits;
  }

  /** Row → `{ score, exact, places }` for one folded word: as written, and by every key. */
  async word(word) {
    if (this.found.has(word)) return this.found.get(word);
    const keys = await this.keys(word);
    const hits = new Map();
    await this.add(hits, `${word}=`, true);
    for (const term of new Set([`${word}|`, ...keys.flatMap((key) => [`${key}=`, `${key}|`])])) await this.add(hits, term, false);
    this.found.set(word, hits);
    return hits;
  }

  async add(hits, term, exact) {
    for (const result of await this.results(term)) {
      const row = this.row(result.id);
      const hit = hits.get(row);
      const score = exact ? result.score * 2 : result.score;
      if (!hit) hits.set(row, { score, exact, places: new Set(result.words) });
      else {
        hit.score = Math.max(hit.score, score);
        result.words.forEach((place) => hit.places.add(place));
      }
    }
  }

  /** Row → hit for words that stand one after another, as written. */
  async phrase(words) {
    const hits = new Map();
    const query = words.map((word) => `${word}=`).join(" ");
    for (const result of await this.results(words.length > 1 ? `"${query}"` : query)) {
      hits.set(this.row(result.id), { score: result.score, exact: true, places: new Set(result.words) });
    }
    return hits;
  }

  async results(query) {
    return (await (await this.engine()).search(query)).results;
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
      const text = await unpacked(`${this.root}words/${name}.pack`);
      return new Map(text.split("\n").map((line) => line.split(" ")).map(([entry, ...keys]) => [entry, keys]));
    });
    return entries.get(word) ?? null;
  }

  /** Pagefind with all shards; on the main thread, since its worker is 41 KB more and a search takes milliseconds. */
  engine() {
    return this.once("engine", async () => {
      const { createInstance } = await import(`${this.root}pagefind.js`);
      const settings = { metaCacheTag: this.manifest.entry };
      const engine = createInstance({ basePath: this.root, noWorker: true, ...settings });
      await engine.init();
      const others = Array.from({ length: this.manifest.shards.length - 1 }, (_, number) => String(number + 1));
      await Promise.all(others.map((language) => engine.mergeIndex(this.root, { language, ...settings })));
      return engine;
    });
  }

  /** The row of a page as the shards name it: `<shard>_<page>`. */
  row(id) {
    const [shard, page] = id.split("_").map(Number);
    let first = 0;
    for (let before = 0; before < shard; before += 1) first += this.table.sizes[before];
    return first + page;
  }

  /** The text of a part of a process: its title, a line break, and the text as written. */
  async text(card, part) {
    const at = card.packs.findLastIndex(([first]) => first <= part);
    const [first, name] = card.packs[at];
    return (await this.pack(`texts/${name}.pack`))[part - first];
  }
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

/** A file of the index as text. It is gzipped by the build; a host that unpacks on the way is no harm. */
async function unpacked(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const content = await response.arrayBuffer();
  const start = new Uint8Array(content, 0, 2);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return new TextDecoder().decode(content);
  return new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
