// The facets on a phone: a modal dialog, so that neither the focus nor a finger gets behind it, with a foot that says what is left.
// Where there is room they stand beside the list; without scripts the button opens them as a popover.

const WIDE = matchMedia("(min-width: 64rem)"); // as in the style sheet

/** Makes the button of `form` open its facets in its dialog. Returns a function that shows a text on the dialog's way back. */
export function makeSheet(form) {
  const sheet = form.querySelector("[data-sikum-sheet]");
  const button = form.querySelector("[data-sikum-facets-button]");
  if (!sheet?.showModal || !button) return () => {};
  const facets = document.getElementById(button.getAttribute("popovertarget"));
  const show = sheet.querySelector("[data-sikum-show]");
  button.removeAttribute("popovertarget");
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => {
    sheet.prepend(facets);
    sheet.showModal();
    sheet.scrollTop = 0;
  });
  sheet.addEventListener("close", () => sheet.before(facets));
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet || event.target.closest(".close, [data-sikum-show]")) {
      event.preventDefault();
      sheet.close();
    }
  });
  WIDE.addEventListener("change", () => sheet.close());
  return (text) => (show.textContent = text);
}
