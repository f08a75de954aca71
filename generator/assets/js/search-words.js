// Text → tokens, as generator/search/tokens.py cuts and writes them; a test runs both over the same strings.

const HEBREW = "\\u05d0-\\u05ea\\ufb1d-\\ufb4f";
const HEBREW_MARKS = "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7";
const ARABIC = "\\u0621-\\u063a\\u0640-\\u064a\\u066e-\\u06d3\\ufb50-\\ufdfb\\ufe70-\\ufefc";
const ARABIC_MARKS = "\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed";
const DIGIT = "0-9\\u0660-\\u0669\\u06f0-\\u06f9";
const LATIN = "A-Za-z\\u00c0-\\u024f";
const TURNERS = "\\u200c-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff";
const GERSHAYIM = "\"'\\u05f3\\u05f4\\u2018\\u2019\\u201c\\u201d\\u2032\\u2033";
const H = `[${HEBREW}${HEBREW_MARKS}${TURNERS}]`;
const A = `[${ARABIC}${ARABIC_MARKS}${TURNERS}]`;

const TOKEN = [
  `[${HEBREW}]${H}*(?:[${GERSHAYIM}]{1,2}[${HEBREW}]${H}*)*`,
  `[${ARABIC}]${A}*`,
  "(?:[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-(?:0[1-9]|1[0-2]))(?![0-9])",
  "(?:19|20)[0-9]{2}[-\\u2010-\\u2014](?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])",
  `[${DIGIT}]{1,3}(?:[,\\u066c][${DIGIT}]{3})+(?![${DIGIT}])`,
  `[${DIGIT}]+(?:[.\\u066b][${DIGIT}]+)*`,
  `[${LATIN}][${LATIN}0-9]*(?:['\\u2019][${LATIN}]+)*`,
].join("|");

const DROPPED = new RegExp(`[${HEBREW_MARKS}${ARABIC_MARKS}${TURNERS}${GERSHAYIM}\\u0640\\u0300-\\u036f]`, "g");
const ARABIC_FORMS = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ؤ: "و", ة: "ه", ک: "ك" };
const FINALS = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };

/** The tokens of a text: `[{ text, start, end }]`, offsets in UTF-16 units. */
export function tokens(text) {
  return Array.from(text.matchAll(new RegExp(TOKEN, "g")), (match) => (
    { text: match[0], start: match.index, end: match.index + match[0].length }));
}

/** A token as compared: see `written` in tokens.py. */
export function written(token) {
  if (/^[0-9]/.test(token)) {
    const day = /^([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})$/.exec(token);
    if (day) return day[3] + day[2].padStart(2, "0") + day[1].padStart(2, "0");
    const iso = /^([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?$/.exec(token);
    if (iso && (iso[3] || (+iso[2] >= 1 && +iso[2] <= 12))) return iso.slice(1).filter(Boolean).join("");
    const years = /^([0-9]{2})([0-9]{2})[-\u2010-\u2014]([0-9]{2})?([0-9]{2})$/.exec(token);
    if (years) return years[1] + years[2] + (years[3] || years[1]) + years[4];
  }
  const plain = token.normalize("NFKD").replace(DROPPED, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[أإآٱىیئؤةک]/g, (letter) => ARABIC_FORMS[letter]).toLowerCase();
  return /^[0-9]/.test(plain) ? plain.replace(/[,\u066c]/g, "").replaceAll(".", "_") : plain;
}

/** The word with final letters as ordinary ones, as the index holds it. */
export function folded(word) {
  return word.replace(/[ךםןףץ]/g, (letter) => FINALS[letter]);
}

/** A hash of a word: see `word_hash` in packing.py. */
function hashOf(word, value = 0x811c9dc5) {
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** What the index keeps of a word that follows another: see `follower_hash` in postings.py. */
export function followerHash(word) {
  const value = hashOf(word);
  return (value >>> 16) ^ (value & 0xffff);
}

/** The name of the file whose first word this is: see `word_name` in packing.py. */
export function nameOf(word) {
  return hashOf(word).toString(16).padStart(8, "0") + (hashOf(word, 0x9747b28c) & 0xfff).toString(16).padStart(3, "0");
}

/** A query → `{ words, phrases }`: folded words that must all be found, and arrays of words that must stand in that order.
 * Quotes are a pair of `"` (or of the marks a phone writes for it), not the gershayim inside a Hebrew acronym. */
export function parseQuery(query) {
  const phrases = [];
  const rest = query.replace(/(^|[\s(])["\u201c\u201d\u201e\u05f4](.+?)["\u201c\u201d\u05f4](?=$|[\s),.;:!?])/g, (_, before, phrase) => {
    const words = wordsOf(phrase);
    if (words.length) phrases.push(words);
    return `${before} `;
  });
  return { words: [...new Set(wordsOf(rest))], phrases };
}

function wordsOf(text) {
  return tokens(text).map((token) => folded(written(token.text))).filter(Boolean);
}
