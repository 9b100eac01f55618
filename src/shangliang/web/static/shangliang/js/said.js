// What was said before on what is being written. Asked for only once the writer said that nothing of it
// is secret; it is a help, so that a dead network or a refusal stays silent.
export function init(box) {
  box.addEventListener('htmx:beforeRequest', (event) => {
    if (box.closest('form')?.elements.secrecy?.value !== 'open') event.preventDefault();
  });
  box.addEventListener('htmx:sendError', (event) => event.stopPropagation());
  box.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.xhr.status >= 400) event.stopPropagation();
  });
}
