// Reads the files of the index. generator/search/postings.py and chunks.py say what is in them, byte by byte.

import { followerHash } from "./search-words.js";

/** A packed file as bytes. It is gzipped by the build; a host that unpacks on the way is no harm. Names stay when what is in the
 * files changes, so a copy that a browser has is used where the host says that it is the same still. */
export async function unpacked(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const content = new Uint8Array(await response.arrayBuffer());
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content;
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Text of bytes. */
export function decoded(bytes) {
  return new TextDecoder().decode(bytes);
}

/** Bytes read from the first on. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get isDone() {
    return this.at >= this.bytes.length;
  }

  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** As many byte strings as asked for, whose lengths stand before all of them. */
  strings(count) {
    return Array.from({ length: count }, () => this.number()).map((length) => this.take(length));
  }

  /** `[group, Reader]` of each group; `flags` bits of what is said of a length are not its own. */
  * groups(flags) {
    for (let group = 0; !this.isDone;) {
      group += this.number();
      yield [group, new Reader(this.take(this.number() >> flags))];
    }
  }
}

/** A chunk: how many files of followers lie beside it, how many words have theirs there, and its words, each as
 * `{ keys, forms, postings, followers, at }`; the followers of some are null, and stand beside as the number `at`. */
export function readChunk(bytes) {
  const end = bytes.indexOf(0);
  const [pieces, ...lines] = decoded(bytes.subarray(0, end)).split("\n");
  const reader = new Reader(bytes.subarray(end + 1));
  const sizes = lines.map(() => [reader.number(), reader.number()]);
  const postings = sizes.map(([size]) => reader.take(size));
  const list = (text) => (text ? text.split(" ") : []);
  const words = new Map();
  let beside = 0;
  lines.forEach((line, number) => {
    const [word, keys, forms] = line.split("\t");
    const size = sizes[number][1];
    const followers = size ? reader.take(size - 1) : null;
    words.set(word, { keys: list(keys), forms: list(forms), postings: postings[number], followers, at: followers ? -1 : beside++ });
  });
  return { words, pieces: +pieces, beside };
}

/** The number of a document by its group and its place there. */
export function numberOf(group, place) {
  return group * 0x10000 + place;
}

/** Document → `{ any, written }` of postings: which parts have the word in any form, and which as written, as bit maps. */
export function readPostings(bytes) {
  const found = new Map();
  for (const [group, entries] of new Reader(bytes).groups(1)) {
    while (!entries.isDone) {
      const document = numberOf(group, entries.number());
      const head = entries.number();
      const [kind, value] = [head & 3, head >> 2];
      const any = kind < 2 ? only(value) : entries.take(kind === 2 ? value >> 1 : value);
      const isForm = kind === 1 || (kind === 2 && value & 1);
      found.set(document, { any, written: kind === 3 ? entries.take(value) : isForm ? NONE : any });
    }
  }
  return found;
}

/** The followers of each word of a chunk that has them in the file beside it with these bytes. */
export function readBeside(bytes, count) {
  return new Reader(bytes).strings(count);
}

/** The documents among these, which are in order those that have a word as written, where one of the words that follow it may be
 * `word`. Of a group that is not in these followers nothing is found. */
export function readFollowers(bytes, documents, word) {
  const hash = followerHash(word);
  const found = [];
  let at = 0;
  for (const [group, followers] of new Reader(bytes).groups(0)) {
    while (groupOf(documents[at]) < group) at += 1;
    for (; !followers.isDone; at += 1) {
      const hashes = followers.take(2 * followers.number());
      for (let from = 0; from < hashes.length; from += 2) {
        if ((hashes[from] << 8 | hashes[from + 1]) === hash) found.push(documents[at]);
      }
    }
  }
  return found;
}

/** The group of a document. */
export function groupOf(document) {
  return Math.floor(document / 0x10000);
}

const NONE = new Uint8Array(0);

function only(part) {
  const found = new Uint8Array((part >> 3) + 1);
  found[part >> 3] = 1 << (part & 7);
  return found;
}

/** Whether a bit map has a part. */
export function has(parts, part) {
  return (parts[part >> 3] >> (part & 7) & 1) === 1;
}

/** The parts that two bit maps have, either or both. */
export function both(some, others) {
  return some.slice(0, others.length).map((byte, at) => byte & others[at]);
}

export function either(some, others) {
  const [long, short] = some.length < others.length ? [others, some] : [some, others];
  const found = long.slice();
  short.forEach((byte, at) => { found[at] |= byte; });
  return found;
}

/** How many parts a bit map has. */
export function size(parts) {
  let count = 0;
  for (let byte of parts) for (; byte; byte &= byte - 1) count += 1;
  return count;
}
