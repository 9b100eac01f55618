// A suggestion taken over into the field it is for, as if it had been chosen there by hand: the form's
// own saving follows. Where the field is not on the page the button stays hidden.
import { say } from './dom.js';

export function init(button) {
  const field = document.querySelector(button.dataset.fill);
  if (!field) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const now = document.querySelector(button.dataset.fill);
    if (!now) return;
    now.value = button.dataset.value;
    now.dispatchEvent(new Event('input', { bubbles: true }));
    now.dispatchEvent(new Event('change', { bubbles: true }));
    now.scrollIntoView({ block: 'nearest' });
    say(`已填 ${button.dataset.label}`);
  });
}
