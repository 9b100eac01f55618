// Copies a receipt code. Offices without https have no clipboard API: select and copy instead.
import { say } from './dom.js';

async function copy(source) {
  const text = source.textContent.trim();
  if (navigator.clipboard) { await navigator.clipboard.writeText(text); return true; }
  const range = document.createRange();
  range.selectNodeContents(source);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return document.execCommand('copy');
}

export function init(button) {
  const source = document.querySelector(button.dataset.copy);
  if (!source) return;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const done = await copy(source).catch(() => false);
    button.textContent = done ? '已复制' : '请长按号码复制';
    say(button.textContent);
    setTimeout(() => { button.textContent = label; }, 4000);
  });
}
