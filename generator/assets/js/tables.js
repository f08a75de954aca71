// Sorting for table[data-sortable]: each heading becomes a button, the sorted column says so with aria-sort.
// Text is compared in the table's language, figures as figures; a third press brings back the order of the page.
(() => {
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const body = table.tBodies[0], original = [...body.rows], heads = [...table.tHead.rows[0].cells];
    const language = table.closest("[lang]").lang;
    const collator = new Intl.Collator(language, { numeric: true, ignorePunctuation: true });
    const text = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
    const compare = column => (a, b) => {
      const x = text(a, column), y = text(b, column);
      return x && y ? collator.compare(x, y) : (x ? -1 : y ? 1 : 0);   // what is withheld or unknown goes last
    };
    heads.forEach((head, column) => {
      if (head.hasAttribute("data-unsortable")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort") || "none"];
        for (const other of heads) other.removeAttribute("aria-sort");
        let rows = original;
        if (next !== "none") {
          head.setAttribute("aria-sort", next);
          rows = [...original].sort(compare(column));
          if (next === "descending") {
            const filled = rows.filter(row => text(row, column));
            rows = [...filled.reverse(), ...rows.filter(row => !text(row, column))];
          }
        }
        body.append(...rows);
      });
    });
  }
})();
