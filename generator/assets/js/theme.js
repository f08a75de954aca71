// The reader's choice of light or dark. Loaded in the head before anything is drawn, so that no page flashes.
(() => {
  const root = document.documentElement, key = "sikum-theme", system = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  const show = () => {
    for (const button of document.querySelectorAll("[data-theme-toggle]")) button.setAttribute("aria-pressed", String(isDark()));
  };
  const choice = stored();
  if (choice === "dark" || choice === "light") root.dataset.theme = choice;
  // From a disk (`file://`, a USB stick) no script may fetch, so the search is not there: the page stands as without scripts.
  const isOnDisk = location.protocol === "file:";
  if (isOnDisk) root.classList.add("no-js");
  else root.classList.replace("no-js", "js") || root.classList.add("js");
  system.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  // A disk has no server that would show the page of a folder.
  const openPage = event => {
    const link = event.target.closest?.("a[href]");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  };
  if (isOnDisk) for (const act of ["pointerover", "focusin", "click"]) document.addEventListener(act, openPage, true);
  // What scripts written for Material wait for. There pages are exchanged; here each is loaded by itself, so it comes once.
  window.document$ ??= { subscribe(act) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => act(document));
    else act(document);
  } };
  document.addEventListener("click", event => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem(key, root.dataset.theme); } catch { /* private mode: the choice lasts for this page */ }
    show();
  });
})();
