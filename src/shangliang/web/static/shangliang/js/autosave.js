// Nothing typed is lost: posts a changed form every 10 s and on each pause, says when it was saved,
// and keeps a copy in this tab until the server confirmed. See PARTS.md for the answers it knows.
import { make, post, say, session, signInLink } from './dom.js';
import { grow } from './asks.js';
import { askWhich } from './clash.js';

const PAUSE = 1500;
const EVERY = 10000;
const SKIP = new Set(['csrfmiddlewaretoken', 'revision']);

const storeKey = (key) => `autosave:${document.body.dataset.who}:${key}`;

export function snapshot(form) {
  return JSON.stringify([...new FormData(form)].filter(([n, v]) => !SKIP.has(n) && typeof v === 'string'));
}

/** The form as the server sent it: what was typed before this script arrived is a change too. */
export function asSent(form) {
  const pairs = [];
  for (const el of form.elements) {
    if (!el.name || SKIP.has(el.name) || el.matches(':disabled') || /^(file|submit|button|fieldset)$/.test(el.type)) continue;
    if (/^(checkbox|radio)$/.test(el.type)) { if (el.defaultChecked) pairs.push([el.name, el.value]); }
    else if (el.options) {
      const marked = [...el.options].filter((o) => o.defaultSelected);
      if (!marked.length && el.type === 'select-one' && el.options.length) marked.push(el.options[0]);
      marked.forEach((o) => pairs.push([el.name, o.value]));
    } else pairs.push([el.name, el.defaultValue]);
  }
  return JSON.stringify(pairs);
}

/** Put saved values back into the form's fields. */
export function restore(form, pairs) {
  const values = new Map();
  pairs.forEach(([name, value]) => values.set(name, [...(values.get(name) || []), value]));
  grow(form, new Map([...values].map(([name, given]) => [name, given[0]])));
  for (const el of form.elements) {
    if (!el.name || SKIP.has(el.name) || /^(file|hidden|submit|button)$/.test(el.type)) continue;
    const given = values.get(el.name) || [];
    if (/^(checkbox|radio)$/.test(el.type)) el.checked = given.includes(el.value);
    else if (given.length) el.value = given.length > 1 ? given.shift() : given[0];
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A snapshot without what is an act of its own inside the form ([data-autosave-apart]): that was
    done when its button was pressed, or is typed again in a moment. */
function sheet(form, text) {
  const apart = new Set([...form.querySelectorAll('[data-autosave-apart] [name]')].map((el) => el.name));
  return JSON.stringify(JSON.parse(text).filter(([name]) => !apart.has(name)));
}

function keep(key, text) {
  try { sessionStorage.setItem(key, text); } catch { /* full or forbidden: the server copy remains */ }
}

export function init(form) {
  if (form.dataset.autosaveDone) { sessionStorage.removeItem(storeKey(form.dataset.autosaveDone)); return; }
  const url = form.dataset.autosaveUrl;
  const key = storeKey(form.dataset.autosaveKey || url);
  const badge = form.querySelector('[data-save-badge]') || document.querySelector('[data-save-badge]');
  const revision = form.querySelector('input[name=revision]');
  let confirmed = asSent(form);
  let busy = false;
  let leaving = false;
  let underway;
  let state = 'idle';
  let timer;

  function show(next, ...words) {
    if (next !== state && /failed|expired|conflict/.test(next)) say('未存。您写的还在本页');
    state = next;
    if (!badge) return;
    badge.dataset.state = next;
    badge.replaceChildren(...words);
  }
  function retry(label) {
    const button = make('button', { class: 'btn-text', type: 'button' }, label);
    button.addEventListener('click', () => save(true));
    return button;
  }
  function failed(text) { show('failed', text || '未存，', retry('点此重试')); }

  async function expired(again) {
    const who = await session();
    if (who === 'same' && again) { await save(true, false); return; }
    if (who === 'out') show('expired', '登录已过期，', signInLink(), '，再', retry('重试'));
    else if (who === 'other') show('expired', '现在登录的是另一个人，没有存。请换回来再', retry('重试'));
    else if (who === 'same') show('failed', '这一件您现在不能改了，没有存；文字还在本页');
    else failed();
  }

  async function attempt(force, again) {
    const now = snapshot(form);
    if (busy || leaving || state === 'conflict' || (!force && now === confirmed)) return;
    busy = true;
    show('saving', '正在存…');
    const data = new FormData();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
    let answer;
    try { answer = await post(url, data); } catch { failed(); return; } finally { busy = false; }
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) {
      confirmed = now;
      if (revision && said.revision !== undefined) revision.value = said.revision;
      if (snapshot(form) === now) sessionStorage.removeItem(key);
      document.dispatchEvent(new CustomEvent('saved', { detail: said }));
      show('saved', `已存 ${said.saved_at || new Date().toTimeString().slice(0, 8)}`);
    } else if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      await expired(again);
    } else if (answer.status === 409) {
      show('conflict', '另有一份较新的，请看下面');
      askWhich(form, said, (useMine) => {
        if (revision) revision.value = said.revision;
        if (!useMine) confirmed = snapshot(form);
        state = 'idle';
        if (useMine) save(true); else show('saved', '已换成另一份');
      });
    } else {
      failed(said.error ? `${said.error.replace(/[。，]$/, '')}，` : '');
    }
  }

  async function save(force = false, again = true) {
    const mine = attempt(force, again);
    underway = Promise.allSettled([underway, mine]);
    await mine;
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    const now = snapshot(form);
    if (now === confirmed) sessionStorage.removeItem(key); else keep(key, now);
    timer = setTimeout(save, PAUSE);
  });
  // The button's own save must not race with ours: it waits for one under way, and is the last.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!busy) { leaving = true; return; }
    event.preventDefault();
    const by = event.submitter;
    underway.then(() => form.requestSubmit(by));
  });
  window.addEventListener('pageshow', () => { leaving = false; });
  setInterval(() => { if (state !== 'expired' || document.hasFocus()) save(); }, EVERY);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || state === 'expired' || state === 'failed') save();
  });
  window.addEventListener('beforeunload', (event) => {
    if (!form.dataset.sent && /failed|expired|conflict/.test(state)) event.preventDefault();
  });

  const left = sessionStorage.getItem(key);
  const now = snapshot(form);
  if (now !== confirmed) {
    keep(key, now);
    timer = setTimeout(save, PAUSE);
  } else if (left && sheet(form, left) !== sheet(form, confirmed)) {
    const put = make('button', { class: 'btn btn-sm', type: 'button' }, '放回来');
    const drop = make('button', { class: 'btn btn-sm btn-link', type: 'button' }, '不要了');
    const box = make('div', { class: 'toast', 'data-t': 'near', role: 'status' }, '上次没有存上的内容还在这台电脑上。', put, drop);
    put.addEventListener('click', () => { restore(form, JSON.parse(left)); box.remove(); });
    drop.addEventListener('click', () => { sessionStorage.removeItem(key); box.remove(); });
    form.prepend(box);
  } else {
    sessionStorage.removeItem(key);
  }
}
