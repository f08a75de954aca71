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
  root.classList.replace("no-js", "js") || root.classList.add("js");
  system.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", event => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem(key, root.dataset.theme); } catch { /* private mode: the choice lasts for this page */ }
    show();
  });
})();
