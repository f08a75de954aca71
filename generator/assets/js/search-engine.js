// Pagefind's engine, its WebAssembly, asked directly. The script that comes with it is 45 KB for what is done here in three:
// excerpts, filters, a worker and unpacking are ours or the browser's. tests/search hold the calls to the pinned version.

const SIGNATURE = 12; // bytes before the content of each of Pagefind's files: "pagefind_dcd"

/** A packed file as bytes. It is gzipped by the build; a host that unpacks on the way is no harm. */
export async function unpacked(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const content = new Uint8Array(await response.arrayBuffer());
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content;
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The shards of the index under `root`, by their names. */
export async function openShards(root, names) {
  const [wasm, ...tables] = await Promise.all([start(`${root}wasm.unknown.pagefind`),
    ...names.flatMap((name) => [unpacked(`${root}index/${name}.pf_meta`), unpacked(`${root}index/${name}.pack`)])]);
  return names.map((name, shard) => new Shard(`${root}index/${name}`, wasm, ...tables.slice(2 * shard, 2 * shard + 2)));
}

async function start(url) {
  const imports = {
    // what the Rust side expects to find in its table of JavaScript values
    __wbindgen_init_externref_table() {
      const first = wasm.__wbindgen_externrefs.grow(4);
      [undefined, null, true, false].forEach((value, at) => wasm.__wbindgen_externrefs.set(first + at, value));
      wasm.__wbindgen_externrefs.set(0, undefined);
    },
  };
  const { instance } = await WebAssembly.instantiate((await unpacked(url)).subarray(SIGNATURE), { "./pagefind_web_bg.js": imports });
  const wasm = instance.exports;
  wasm.__wbindgen_start();
  return wasm;
}

/** One shard. Its chunks are loaded when a term asks for them; which one has a term, the engine is not asked: a list of where
 * each begins is half of what its own table of them is. */
class Shard {
  constructor(path, wasm, pages, firsts) {
    this.path = path;
    this.wasm = wasm;
    this.firsts = new TextDecoder().decode(firsts).split("\n");
    this.chunks = new Map();
    this.state = wasm.init_pagefind(...this.given(pages.subarray(SIGNATURE)));
  }

  /** The number of the chunk that has a term, if any has. */
  chunkOf(term) {
    return this.firsts.findLastIndex((first) => first <= term);
  }

  /** `[{ page, score, places }]` of the pages that have a term, or several one after another. */
  async search(...terms) {
    await Promise.all(terms.map((term) => this.load(this.chunkOf(term))));
    const query = [...this.text(terms.join(" ")), ...this.text(terms.join(" "))]; // without accents, and with
    const answer = this.wasm.search(this.state, ...query, ...this.text("{}"), ...this.text(""), terms.length > 1, false);
    return JSON.parse(this.taken(answer)).results.map(({ p: page, s: score, l: places }) => (
      { page: Number(page), score, places: places.map((place) => place.l) }));
  }

  load(chunk) {
    if (chunk >= 0 && !this.chunks.has(chunk)) {
      const loading = unpacked(`${this.path}${chunk.toString(16)}.pf_index`).then((content) => {
        this.state = this.wasm.load_index_chunk(this.state, ...this.given(content.subarray(SIGNATURE)));
      });
      loading.catch(() => this.chunks.delete(chunk)); // a connection that failed may work the next time
      this.chunks.set(chunk, loading);
    }
    return this.chunks.get(chunk);
  }

  /** Bytes handed to the engine, which frees them: where they are, and how many. */
  given(bytes) {
    const at = this.wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  text(value) {
    return this.given(new TextEncoder().encode(value));
  }

  /** A text that the engine gave, which is ours to free. */
  taken([at, length]) {
    const value = new TextDecoder().decode(new Uint8Array(this.wasm.memory.buffer, at >>> 0, length));
    this.wasm.__wbindgen_free(at, length, 1);
    return value;
  }
}
