// Loads what a page asks for by its attributes, and keeps the manners of the shell.
import { make, say, signInLink } from './dom.js';

const MODULES = {
  '[data-autosave-url],[data-autosave-done]': './autosave.js',
  '[data-queue]': './queue.js',
  '[data-selection]': './selection.js',
  '[data-rows]': './asks.js',
  'textarea[data-paste-url]': './paste.js',
  '[data-upload]': './upload.js',
  '[data-count-for]': './charcount.js',
  '[data-poll]': './poll.js',
  '[data-copy]': './copy.js',
  '[data-speak]': './speak.js',
  '[data-unit-multi]': './unitpick.js',
  'select[data-unit-pick]': './pickone.js',
  '[data-advice]': './advice.js',
  '[data-voicepad]': './voicepad.js',
  '[data-said]': './said.js',
  '[data-fill]': './fill.js',
  '[data-voice-queue]': './voicequeue.js',
  '[data-reader]': './reader.js',
  '[data-print]': './print.js',
  '[data-vote]': './vote.js',
  '[data-counts]': './counts.js',
  '[data-tick-find]': './tickfind.js',
};

async function wake(file, elements) {
  const { init } = await import(file);
  elements.forEach((el) => init(el));
}

/** Modules come side by side; an element is claimed once, however often it is seen. */
function load(root) {
  for (const [selector, file] of Object.entries(MODULES)) {
    const found = [...root.querySelectorAll(selector)];
    if (root.matches?.(selector)) found.push(root);
    const fresh = found.filter((el) => !(el.dataset.ready || '').includes(file));
    fresh.forEach((el) => { el.dataset.ready = `${el.dataset.ready || ''} ${file}`; });
    if (fresh.length) wake(file, fresh);
  }
  root.querySelectorAll('[data-close],[data-close-details]').forEach((b) => { b.hidden = false; });
  root.querySelectorAll('[data-announce]').forEach((el) => say(el.dataset.announce));
}

function toast(text, ...more) {
  const box = make('div', { class: 'toast', 'data-t': 'late' }, make('span', {}, text), ...more);
  document.getElementById('messages')?.append(box);
}

document.addEventListener('click', (event) => {
  const close = event.target.closest('[data-close]');
  if (close) close.closest(close.dataset.close)?.remove();
  const fold = event.target.closest('[data-close-details]');
  if (fold) {
    const details = fold.closest('details');
    details.open = false;
    details.querySelector('summary').focus();
  }
  document.querySelectorAll('details.menu[open]').forEach((menu) => {
    // What was chosen in it is on its way: the menu would only lie over the answer.
    if (!menu.contains(event.target) || event.target.closest('a,button')) menu.open = false;
  });
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('details.menu[open]');
  if (open) { open.open = false; open.querySelector('summary').focus(); }
});

// One press, one post: the second press of an impatient finger is dropped.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  const signOut = document.body.dataset.signOutPath;
  if (signOut && form.getAttribute('action') === signOut) sessionStorage.clear(); // shared office PCs
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = '1';
  setTimeout(() => { delete form.dataset.sent; }, 4000);
});
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
});

document.addEventListener('announce', (event) => say(event.detail.value ?? event.detail));
document.addEventListener('htmx:load', (event) => load(event.detail.elt));
document.addEventListener('row:added', (event) => load(event.target));
document.addEventListener('htmx:sendError', () => toast('网络断了，没有送到。接上以后请再按一次。'));
document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr } = event.detail;
  const signIn = document.body.dataset.signInUrl;
  if (xhr.status === 401 || (signIn && new URL(xhr.responseURL, location).pathname === signIn)) {
    event.detail.shouldSwap = false;
    toast('登录已过期，没有办成。', signInLink(), '，再回来按一次');
  } else if (xhr.status === 422) { // the form with its errors
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  } else if (xhr.status >= 500) {
    toast('系统出错了，没有办成，也没有只办一半。请再试一次。');
  } else if (xhr.status >= 400) { // parts/problem.html
    event.detail.shouldSwap = true;
    event.detail.target = document.getElementById('messages');
    event.detail.swapOverride = 'beforeend';
  }
});

load(document.body);
document.querySelector('#error-summary')?.focus();
