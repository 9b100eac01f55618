// A queue worked by keyboard. Single keys act only here, never in a field, and can be switched off.
import { inField, make, say } from './dom.js';

const OFF = 'keys-off';
const FIXED = [['J K', '上下件'], ['X', '选中这一件'], ['Enter', '打开全文'], ['/', '检索'], ['?', '全部按键']];
let listening = false;

const queue = () => document.querySelector('[data-queue]');
const rows = () => [...queue().querySelectorAll('[data-item]')];
const here = () => rows().findIndex((row) => row.hasAttribute('aria-current'));

function step(by) {
  const next = rows()[here() + by];
  if (!next) { say(by > 0 ? '已经是最后一件' : '已经是第一件'); return; }
  next.scrollIntoView({ block: 'nearest' });
  next.querySelector('a').click();
}

function tick() {
  const box = rows()[here()]?.querySelector('input[type=checkbox]');
  if (!box) return;
  box.click();
  say(box.checked ? '已选中' : '已取消选中');
}

function open() {
  (queue().querySelector('[data-open]') || rows()[here()]?.querySelector('a'))?.click();
}

/** The control that carries this key; a field is entered, anything else is pressed. */
function press(key) {
  const control = queue().querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!control || control.disabled) return false;
  if (inField(control)) control.focus(); else control.click();
  return true;
}

function help() {
  const old = document.querySelector('[data-keys-help]');
  if (old) { old.remove(); return; }
  const list = make('dl', { class: 'dl' });
  const own = [...queue().querySelectorAll('[data-key]')].map((el) => [
    el.dataset.key, el.dataset.keyLabel || el.getAttribute('aria-label') || el.textContent.replace(el.dataset.key, '').trim(),
  ]);
  for (const [key, word] of [...FIXED, ...own]) {
    list.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, word));
  }
  const box = make('section', { class: 'card', 'data-keys-help': '', tabindex: '-1', 'aria-label': '全部按键' }, make('div', { class: 'card-b pt' }, list));
  queue().after(box);
  box.focus();
}

function onKey(event) {
  if (!queue() || localStorage.getItem(OFF) || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  const form = event.key === 'Escape' && queue().querySelector('.verb-form');
  if (form) { // a form in place is put away, whatever was typed; nothing was done yet
    form.remove();
    queue().querySelector('[data-case] [tabindex="-1"]')?.focus();
    return;
  }
  if (inField(at) || (at !== document.body && !queue().contains(at) && !at.matches('main'))) return;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (key === 'Enter' && /^(A|BUTTON|SUMMARY|INPUT)$/.test(at.tagName)) return;
  const fixed = {
    J: () => step(1), K: () => step(-1), X: tick, Enter: open, '?': help,
    '/': () => document.getElementById('find-q')?.focus(),
  };
  const own = press(key);
  if (!own && !fixed[key]) return;
  event.preventDefault();
  if (!own) fixed[key]();
}

let scrolled = 0;

/** Bring the current row into the list's own window, without moving the page. */
function showCurrent() {
  const row = queue()?.querySelector('[data-item][aria-current]');
  if (!row) return;
  const list = row.parentElement;
  const [box, at] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (at.top < box.top) list.scrollTop -= box.top - at.top;
  else if (at.bottom > box.bottom) list.scrollTop += at.bottom - box.bottom;
}

/** The list is drawn again with each step: it stays where it was scrolled to. */
function onBeforeSwap() {
  scrolled = queue()?.querySelector('[data-item]')?.parentElement.scrollTop ?? 0;
}

/** After a verb or a step the focus goes to the case now shown, not back to the top; what is
    drawn beside it (a saved mark, a form in place) takes no focus away. */
function onSwap(event) {
  const { elt, target } = event.detail;
  if (!queue()) return;
  target?.querySelector('.verb-form')?.scrollIntoView({ block: 'nearest' });
  const list = elt.querySelector?.('[data-item]')?.parentElement;
  if (list && queue().contains(list)) {
    list.scrollTop = scrolled;
    showCurrent();
  }
  if (!elt.matches?.('[data-case]') && !elt.querySelector?.('[data-case]')) return;
  const title = queue().querySelector('[data-case] [tabindex="-1"]') || queue().querySelector('[data-case]');
  // Side by side nothing may jump; one under the other the case has to come into sight.
  title?.focus({ preventScroll: matchMedia('(min-width: 1001px)').matches });
  showCurrent();
}

/** While a verb of the bar is on its way the bar stays: htmx seeks the places its answer changes from
    the button that asked, and finds none once that button is taken out of the page. */
function keepWhileAsked(event) {
  const { target } = event.detail;
  if (target.id === 'actbar' && target.querySelector('.htmx-request')) event.detail.shouldSwap = false;
}

/** What was saved of a case that has since left the page has nowhere to be said. Events of an element
    that is out of the page do not reach the document, so that it is asked itself. */
function dropWhenLate(event) {
  const { elt } = event.detail;
  elt.addEventListener('htmx:beforeSwap', (answer) => {
    if (!elt.isConnected) answer.detail.shouldSwap = false;
  }, { once: true });
}

function drawSwitch() {
  document.querySelectorAll('[data-keys-switch]').forEach((button) => {
    button.hidden = false;
    button.textContent = localStorage.getItem(OFF) ? '打开单键' : '关闭单键';
  });
}

export function init() {
  drawSwitch();
  showCurrent();
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', onKey);
  document.addEventListener('htmx:beforeSwap', onBeforeSwap);
  document.addEventListener('htmx:beforeRequest', dropWhenLate);
  document.addEventListener('htmx:oobBeforeSwap', keepWhileAsked);
  document.addEventListener('htmx:afterSettle', onSwap);
  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-keys-switch]')) return;
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF); else localStorage.setItem(OFF, '1');
    drawSwitch();
    say(localStorage.getItem(OFF) ? '单键已关闭' : '单键已打开');
  });
}
