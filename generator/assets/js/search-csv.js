// The list shown, as a CSV file: the rows of `data/catalogue.json`, written as the site's own `processes.csv` is.

const COLUMNS = ["id", "url", "title", "short_description", "ministry", "ministry_name", "kind", "methods", "topics", "status",
  "language", "start_date", "end_date", "output_sent", "closing_lag_days", "participants_count"];

// The same as in `rendering/csv_files.py`: a test holds the two against each other.
const FORMULA = /^(?:[\t\r\n]|[\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*[=+\-@＝＋－＠])/;

/** One cell: lists joined by `|`, nothing for what is absent, and an apostrophe before what a spreadsheet would reckon. */
export function cell(value) {
  let text = Array.isArray(value) ? value.map((item) => String(item).replaceAll("|", "¦")).join("|") : value === null || value === undefined ? "" : String(value);
  if (FORMULA.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The file's text, with a byte order mark so that a spreadsheet reads it as UTF-8. */
export function csv(processes) {
  const lines = [COLUMNS, ...processes.map((process) => COLUMNS.map((column) => process[column]))];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}

/** Offer the processes of these ids, in this order, as a download. */
export async function download(site, ids) {
  const response = await fetch(`${site}data/catalogue.json`);
  if (!response.ok) throw new Error(`data/catalogue.json: ${response.status}`);
  const { processes } = await response.json();
  const byId = new Map(processes.map((process) => [process.id, process]));
  const file = new Blob([csv(ids.map((id) => byId.get(id)).filter(Boolean))], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "processes.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
