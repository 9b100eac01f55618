// A button that opens the browser's print sheet; without script it stays hidden.
export function init(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
