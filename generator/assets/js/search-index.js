// The index in the browser: loads only what a query needs, and answers which processes have it and in which parts.
// Which words a word stands for was worked out when the index was built, and stands beside its postings.

import { both, decoded, either, groupOf, has, numberOf, readBeside, readChunk, readFollowers, readPostings, size, unpacked } from "./search-reader.js";
import { folded, nameOf, parseQuery, tokens, written } from "./search-words.js";

const PREFIXES = ["ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "וש", "שה", "שב", "של", "כש", "מה", "כשה", "ושה", "שבה",
  "ال", "وال", "بال", "لل", "و", "ب", "ل", "ك", "ف"];
const ENDINGS = [["יימ", ["י"]], ["ימ", ["", "ה"]], ["ויות", ["ות"]], ["יות", ["ית", "יה", "י"]], ["ות", ["ה", "ת", ""]], ["ת", ["ה"]],
  ["י", ["", "ה"]], ["ات", ["ه", ""]], ["ون", [""]], ["ين", [""]]];
const SHORTEST_REST = 3;
const EXACT = 1000; // more than any sum of scores: what is written as asked stands before what is a form of it
const TITLE = 3; // a word of the title or description counts as much as in so many parts more
const ENOUGH = 2; // parts with a word that are half as good as any number of them
const FEW = 20; // processes whose texts are looked at to make sure that they have a phrase, and whose titles, for what was typed
const TITLED = 2 * EXACT; // the title has all that was typed; twice as much where it begins with it

/** Opens the index under `root` (the site's `search/` folder); throws where there is none yet. */
export async function openIndex(root) {
  const response = await fetch(`${root}index.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`no search index: ${response.status}`);
  const manifest = await response.json();
  const index = new Index(root, manifest);
  index.table = await index.pack("catalogue.pack");
  index.documents = index.table.places.flatMap((places, group) => places.map((place) => numberOf(group, place)));
  index.rows = new Map(index.documents.map((document, row) => [document, row]));
  return index;
}

class Index {
  constructor(root, manifest) {
    this.root = root;
    this.manifest = manifest;
    this.files = new Map();
  }

  /** A packed file as JSON; each is loaded once. */
  pack(name) {
    return this.once(name, async () => JSON.parse(await this.text(name)));
  }

  async text(name) {
    return decoded(await unpacked(`${this.root}${name}`));
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
    return this.pack("figures.pack");
  }

  /** The site's own pages, as site_pages.py writes them. */
  pages() {
    return this.pack("pages.pack");
  }

  /** What is shown of a row: `{ id, url, title, card, sections, packs, row }`. */
  async card(row) {
    return { ...await this.pack(`cards/${this.fileOf(row)}.pack`), row };
  }

  /** How the files of a row begin. */
  fileOf(row) {
    const group = groupOf(this.documents[row]);
    return `${group}-${this.documents[row] - numberOf(group, 0)}`;
  }

  /** Row → `{ any, written }` of postings. A document that came since the page was opened has no row. */
  postings(entry) {
    return [...readPostings(entry.postings)].map(([document, hit]) => [this.rows.get(document), hit]).filter(([row]) => row !== undefined);
  }

  /** The rows that have every word and every phrase of the query, as a Map of row → `{ score, found }`, `found` with
   * `{ any, written, matches }` of each word and phrase: the parts that have it in any form and as written, and a function that
   * gives the numbers of the tokens of a text that are meant. Null where the query has no words. */
  async find(query) {
    const { words, phrases } = parseQuery(query);
    if (!words.length && !phrases.length) return null;
    const answers = await Promise.all([...words.map((word) => this.word(word)), ...phrases.map((phrase) => this.phrase(phrase))]);
    const [fewest, ...others] = answers.sort((a, b) => a.hits.size - b.hits.size);
    const rows = [...fewest.hits.keys()].filter((row) => others.every(({ hits }) => hits.has(row)));
    const hits = new Map(rows.map((row) => {
      const found = answers.map(({ hits, matches }) => ({ ...hits.get(row), matches }));
      const score = answers.reduce((sum, answer, at) => sum + this.score(found[at], answer.hits.size), 0);
      return [row, { found, score: score + (found.every((hit) => hit.written.length) ? EXACT : 0) }];
    }));
    await this.raiseTitles(hits, wordsOf(query));
    return hits;
  }

  /** Raises the processes whose titles have all that was typed: who types a title looks for that process, whatever others say.
   * One word has to stand in a title as typed, several in any form. */
  async raiseTitles(hits, typed) {
    const named = [...hits].filter(([, { found }]) => found.every(({ any }) => has(any, 0)))
      .sort(([, a], [, b]) => b.score % EXACT - a.score % EXACT).slice(0, FEW);
    await Promise.all(named.map(async ([row, hit]) => {
      const title = wordsOf((await this.card(row)).title);
      const begins = typed.every((word, at) => title[at] === word);
      const holds = typed.length > 1 ? hit.found.every(({ matches }) => matches(title).length) : title.includes(typed[0]);
      if (begins || holds) hit.score += begins ? 2 * TITLED : TITLED;
    }));
  }

  /** How much one word of the query says for a process: more where it is in many parts, as written, in the title; more the fewer
   * processes have it. docs/search.md has the formula. */
  score({ any, written: exact }, processes) {
    const parts = (size(any) + size(exact)) / 2 + TITLE * (has(any, 0) + has(exact, 0)) / 2;
    return Math.log(1 + this.table.rank.length / processes) * parts / (parts + ENOUGH);
  }

  /** `{ hits: Map of row → { any, written }, matches }` for one folded word: as written, and by every key. */
  word(word) {
    return this.once(`word/${word}`, async () => {
      const entries = await Promise.all([word, ...await this.keys(word)].map(async (term) => [term, await this.entry(term)]));
      const hits = new Map();
      const meant = new Set();
      for (const [term, entry] of entries) {
        if (!entry) continue;
        for (const form of [term, ...entry.forms]) meant.add(form);
        for (const [row, { any, written: exact }] of this.postings(entry)) {
          const hit = hits.get(row);
          if (hit) hit.any = either(hit.any, any);
          else hits.set(row, { any, written: term === word ? exact : NONE });
        }
      }
      return { hits, matches: (words) => [...words.keys()].filter((at) => meant.has(words[at])) };
    });
  }

  /** The same for words that stand one after another, as written: those parts have all of them, and in the process each is
   * followed by the next. Where these are few processes, their texts say whether it is so in one place. */
  phrase(phrase) {
    return this.once(`phrase/${phrase.join(" ")}`, async () => {
      const matches = (words) => [...words.keys()].filter((at) => phrase.every((word, step) => words[at + step] === word))
        .flatMap((at) => phrase.map((_, step) => at + step));
      const entries = await Promise.all(phrase.map((word) => this.entry(word)));
      if (!entries.every(Boolean)) return { hits: new Map(), matches };
      const exact = entries.map(({ postings }) => new Map([...readPostings(postings)]
        .map(([document, hit]) => [document, hit.written]).filter(([, parts]) => parts.length)));
      let found = [...exact[0].keys()].map((document) => [document, exact.map((word) => word.get(document) ?? NONE).reduce(both)])
        .filter(([document, parts]) => this.rows.has(document) && size(parts));
      const groups = new Set(found.map(([document]) => groupOf(document)));
      const next = await Promise.all(phrase.slice(1).map((word, at) => this.followed(phrase[at], [...exact[at].keys()], word, groups)));
      found = found.filter(([document]) => next.every((followed) => followed.has(document)));
      let rows = found.map(([document, parts]) => [this.rows.get(document), parts]);
      if (rows.length <= FEW && phrase.length > 1) rows = await this.verified(rows, matches);
      return { hits: new Map(rows.map(([row, parts]) => [row, { any: parts, written: parts }])), matches };
    });
  }

  /** The rows of these that have what is meant in one of these parts. */
  async verified(rows, matches) {
    const found = await Promise.all(rows.map(async ([row, parts]) => {
      const card = await this.card(row);
      const texts = await Promise.all([...card.sections.keys()].filter((part) => has(parts, part)).map((part) => this.partText(card, part)));
      return texts.some((text) => matches(wordsOf(text)).length);
    }));
    return rows.filter((_, at) => found[at]);
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
    return (await this.entry(word))?.keys ?? null;
  }

  /** What the index has of a folded word, if the catalogue has it or a form of it: `{ at, keys, forms, postings }`. */
  async entry(word) {
    return (await this.chunk(word))?.words.get(word) ?? null;
  }

  /** The list of chunks in which a word's is, if there is one: of each `[first word, whether it stands alone]`. */
  async list(word) {
    const first = this.manifest.lists.findLast((each) => each <= word);
    return first === undefined ? [] : this.once(`lists/${first}`, async () => (
      (await this.text(`lists/${nameOf(first)}.pack`)).split("\n").map((line) => [line.replace("=", ""), line.endsWith("=")])));
  }

  /** The chunk that has a word if any has: `{ name, words, pieces, beside }`. */
  async chunk(word) {
    const list = await this.list(word);
    const [first] = list.find(([alone, is]) => is && alone === word) ?? list.findLast(([each, isAlone]) => !isAlone && each <= word) ?? [];
    const name = first && nameOf(first);
    return first ? this.once(`index/${name}`, async () => ({ name, ...readChunk(await unpacked(`${this.root}index/${name}.pack`)) })) : null;
  }

  /** Words of the catalogue that begin as this one does, with and without a prefix: those of its chunks, and those that stand alone. */
  async near(word) {
    const found = await Promise.all([word, ...withoutPrefix(word)].map(async (each) => [
      ...(await this.chunk(each))?.words.keys() ?? [],
      ...(await this.list(each)).filter(([, isAlone]) => isAlone).map(([first]) => first),
    ]));
    return [...new Set(found.flat())];
  }

  /** A folded word as some text of the catalogue has it; null where no text has it as such. */
  async asWritten(word) {
    const entry = await this.entry(word);
    const rows = entry ? this.postings(entry).filter(([, { written: exact }]) => exact.length) : [];
    for (const [row, { written: exact }] of rows.slice(0, 1)) {
      const card = await this.card(row);
      for (const part of card.sections.keys()) {
        const token = has(exact, part) ? tokens(await this.partText(card, part)).find(({ text }) => folded(written(text)) === word) : null;
        if (token) return token.text;
      }
    }
    return null;
  }

  /** The documents of some groups where `second` follows `first`; `documents` are all that have `first` as written. */
  async followed(first, documents, second, groups) {
    const { name, words, pieces, beside } = await this.chunk(first);
    const { followers, at } = words.get(first);
    const numbers = followers ? [] : new Set([...groups].map((group) => group % pieces));
    const files = await Promise.all([...numbers].map((number) => this.once(`followers/${name}-${number}`, async () => (
      readBeside(await unpacked(`${this.root}followers/${name}-${number}.pack`), beside)))));
    const all = followers ? [followers] : files.map((file) => file[at]);
    return new Set(all.flatMap((bytes) => readFollowers(bytes, documents, second)));
  }

  /** The text of a part of a process: its title, a line break, and the text as written. */
  async partText(card, part) {
    const first = card.packs.findLast((each) => each <= part);
    return (await this.pack(`texts/${this.fileOf(card.row)}-${first}.pack`))[part - first];
  }
}

const NONE = new Uint8Array(0);

/** The folded words of a text, token by token. */
export function wordsOf(text) {
  return tokens(text).map((token) => folded(written(token.text)));
}

/** What may be left of a folded word when a prefix comes off; a vav that begins a word is doubled after one. */
export function withoutPrefix(word) {
  return PREFIXES.filter((prefix) => word.startsWith(prefix)).map((prefix) => word.slice(prefix.length))
    .flatMap((rest) => (rest.startsWith("וו") ? [rest, rest.slice(1)] : [rest])).filter((rest) => rest.length >= SHORTEST_REST);
}

/** What a folded plural or construct form may be a form of. */
export function withoutEnding(word) {
  return ENDINGS.filter(([ending]) => word.endsWith(ending)).flatMap(([ending, others]) => (
    others.map((other) => word.slice(0, -ending.length) + other))).filter((rest) => rest.length >= SHORTEST_REST);
}

/** A folded Hebrew word without one of its inner vavs and yods: ציבור may be written צבור. */
function withoutVowel(word) {
  return [...word].map((letter, at) => ("וי".includes(letter) && at && at < word.length - 1 ? word.slice(0, at) + word.slice(at + 1) : ""))
    .filter((rest) => rest.length > SHORTEST_REST);
}
