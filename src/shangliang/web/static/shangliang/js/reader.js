// The reader: a finding lights its sentence and the reverse; J K move, A E X S U decide, M marks by hand.
import { inField, say } from './dom.js';

const OFF = 'keys-off';
let root;
let listening = false;
let last = ''; // what was decided last: U takes it back from wherever one is

const cards = () => [...root.querySelectorAll('article[data-e]')];
const current = () => root.querySelector('article[data-e][aria-current]') || cards()[0];
const marks = (id) => [...root.querySelectorAll(`[data-ids~="${CSS.escape(id)}"]`)];

function light(card, scroll) {
  root.querySelectorAll('.on').forEach((el) => el.classList.remove('on'));
  if (!card) return;
  const found = marks(card.dataset.e);
  found.forEach((el) => el.classList.add('on'));
  const source = root.querySelector('.src');
  if (!scroll || !found.length || source.scrollHeight <= source.clientHeight) return;
  const [box, at] = [source.getBoundingClientRect(), found[0].getBoundingClientRect()];
  if (at.top < box.top + 20 || at.bottom > box.bottom - 20) source.scrollTop += at.top - box.top - box.height / 3;
}

function choose(card, focus = true) {
  root.querySelectorAll('article[data-e][aria-current]').forEach((el) => el.removeAttribute('aria-current'));
  if (!card) return;
  card.setAttribute('aria-current', 'true');
  light(card, true);
  if (focus) {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  }
}

function step(by) {
  const all = cards();
  const next = all[all.indexOf(current()) + by];
  if (!next) { say(by > 0 ? '已经是最后一项' : '已经是第一项'); return; }
  choose(next);
}

/** What was decided is seen in the source too. */
function tint() {
  cards().forEach((card) => marks(card.dataset.e).forEach((el) => {
    el.classList.toggle('done', ['accepted', 'made'].includes(card.dataset.state));
    el.classList.toggle('wrong', card.dataset.state === 'refused');
  }));
}

/** The sentence selected in the source goes into the form for marking by hand. */
function hand() {
  const box = document.getElementById('hand');
  if (!box) return;
  const chosen = getSelection();
  if (chosen.rangeCount && !chosen.isCollapsed) {
    const range = chosen.getRangeAt(0);
    const line = range.startContainer.parentElement.closest('[data-p]');
    if (line && root.querySelector('.src').contains(line)) {
      const copy = range.cloneContents();
      copy.querySelectorAll('sup,i').forEach((el) => el.remove());
      box.querySelector('[name=text]').value = copy.textContent.replace(/\s*\n\s*/g, '').trim();
      box.querySelector('[data-hand-paragraph]').value = line.dataset.p;
    }
  }
  box.open = true;
  box.querySelector('[name=text]').focus();
  box.scrollIntoView({ block: 'nearest' });
}

function press(key) {
  let control = current()?.querySelector(`[data-verb="${key}"]`);
  if (!control && key === 'U') control = last && document.getElementById(`e${last}`)?.querySelector('[data-verb="U"]');
  if (!control) return false;
  control.click();
  if (key === 'X') control.closest('details')?.querySelector('button')?.focus();
  return true;
}

function onKey(event) {
  if (!document.contains(root) || localStorage.getItem(OFF) || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (event.key === 'Escape') {
    const open = current()?.querySelector('.verb-form, details[open]');
    if (!open) return;
    if (open.matches('details')) open.open = false; else open.remove();
    choose(current());
    return;
  }
  // A form in a card is one line or two: Enter saves it, as a new line would say nothing.
  if (event.key === 'Enter' && !event.shiftKey && at.matches('textarea') && at.closest('.verb-form')) {
    event.preventDefault();
    at.form.requestSubmit();
    return;
  }
  if (inField(at) || (at !== document.body && !root.contains(at) && !at.matches('main'))) return;
  const key = event.key.toUpperCase();
  const does = { J: () => step(1), K: () => step(-1), M: hand };
  if (does[key]) does[key](); else if (!'AEXSU'.includes(key) || key.length > 1 || !press(key)) return;
  event.preventDefault();
}

/** After a verb the next undecided one is current. */
function onSettle(event) {
  tint();
  const card = event.detail.elt;
  const form = card.querySelector?.('.verb-form');
  if (form) { form.querySelector('input:not([type=hidden]),textarea,select')?.focus(); return; }
  if (!card.matches?.('article[data-e]')) return;
  if (card.querySelector('[role=alert]')) { choose(card); return; }
  const all = cards();
  if (card.dataset.state === 'open') { last = ''; choose(card); say(`${card.querySelector('.tag').textContent}，放回重定`); return; }
  last = card.dataset.e;
  const at = all.indexOf(card);
  const next = [...all.slice(at + 1), ...all.slice(0, at)].find((c) => c.dataset.state === 'open');
  say(`${card.querySelector('.tag').textContent}，${card.querySelector('.chip')?.textContent || ''}${next ? '' : '。这一页都定了'}`);
  choose(next || card);
}

function drawSwitch() {
  document.querySelectorAll('[data-reader-keys]').forEach((button) => {
    button.hidden = false;
    button.textContent = localStorage.getItem(OFF) ? '打开单键' : '关闭单键';
  });
}

export function init(element) {
  root = element;
  tint();
  drawSwitch();
  const asked = location.hash.startsWith('#e') && document.getElementById(location.hash.slice(1));
  if (asked) choose(asked); else light(root.querySelector('article[data-e][aria-current]'), false);
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', onKey);
  document.addEventListener('htmx:afterSettle', onSettle);
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-reader-keys]')) {
      if (localStorage.getItem(OFF)) localStorage.removeItem(OFF); else localStorage.setItem(OFF, '1');
      drawSwitch();
    }
    const sign = event.target.closest('.lit sup[data-for]');
    const mark = event.target.closest('[data-ids]');
    const id = sign ? sign.dataset.for : mark?.dataset.ids.split(' ')[0];
    if (id && getSelection().isCollapsed) {
      const card = document.getElementById(`e${id}`);
      if (card) choose(card);
    }
    const card = event.target.closest('article[data-e]');
    if (card && !event.target.closest('a,button,summary,input,textarea,select')) choose(card, false);
  });
  root.addEventListener('mouseover', (event) => {
    const card = event.target.closest('article[data-e]');
    if (card) light(card, false);
  });
}
