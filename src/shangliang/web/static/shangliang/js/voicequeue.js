// What was written without network waits on this phone and is sent once: each note carries a key made
// in its page, and the server answers a second sending with the first receipt.
import { make, say } from './dom.js';

const NAME = 'shangliang-out';
const EVERY = 20000;
let busy = false;

function store(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('notes', { keyPath: 'key' });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const work = base.transaction('notes', mode);
      const asked = act(work.objectStore('notes'));
      work.oncomplete = () => { base.close(); resolve(asked?.result); };
      work.onerror = () => { base.close(); reject(work.error); };
    };
  });
}

export const waiting = () => store('readonly', (notes) => notes.getAll());
const forget = (key) => store('readwrite', (notes) => notes.delete(key));

/** Put a filled form aside. Files travel with it as they are (already made small). */
export async function putAside(url, key, form) {
  const pairs = [];
  const files = [];
  for (const [name, value] of new FormData(form)) {
    if (name === 'csrfmiddlewaretoken') continue;
    if (typeof value === 'string') pairs.push([name, value]);
    else if (value.size) files.push([name, value.name, value]);
  }
  const title = (new FormData(form).get('text') || '').slice(0, 20);
  await store('readwrite', (notes) => notes.put({
    key, url, pairs, files, title, who: document.body.dataset.who || '', at: new Date().toISOString(),
  }));
  await show();
}

/** Who is signed in now, with a fresh token; nothing when there is no network. */
async function present() {
  try {
    const answer = await fetch(document.body.dataset.sessionUrl, { cache: 'no-store' });
    return answer.ok ? await answer.json() : null;
  } catch { return null; }
}

async function send(note, csrf) {
  const data = new FormData();
  note.pairs.forEach(([name, value]) => data.append(name, value));
  note.files.forEach(([name, title, blob]) => data.append(name, blob, title));
  const answer = await fetch(note.url, {
    method: 'POST', body: data, redirect: 'manual',
    headers: { 'X-CSRFToken': csrf, Accept: 'application/json' },
  });
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) { await forget(note.key); return said; }
  if (answer.type === 'opaqueredirect' || answer.status === 401) return { wait: '请先登录，登录后自动送出' };
  note.error = said.error || `没有送到（${answer.status}）`;
  await store('readwrite', (notes) => notes.put(note));
  return { error: note.error };
}

/** Send everything that waits, one after the other; safe to call at any time. */
export async function flush() {
  if (busy) return;
  busy = true;
  try {
    const notes = (await waiting()).filter((note) => !note.error);
    if (!notes.length) return;
    const now = await present();
    if (!now) return;
    for (const note of notes) {
      const needs = note.url.startsWith('/voices/');
      if (needs && (!now.who || (note.who && note.who !== now.who))) continue;
      const said = await send(note, now.csrf);
      if (said.code) { say(`已送出，回执号 ${said.code}`); sent.push(said); }
    }
  } catch { /* the network went again: they wait on */ } finally { busy = false; await show(); }
}

const sent = [];

async function show() {
  const box = document.querySelector('[data-voice-queue]');
  if (!box) return;
  const notes = await waiting().catch(() => []);
  box.replaceChildren();
  // What says "kept on this device" is no longer true once it was sent.
  if (sent.length && !notes.length) document.querySelectorAll('[data-voicepad] > .receipt[role=status]').forEach((el) => el.remove());
  for (const said of sent) {
    box.append(make('p', {}, `已送出：${said.title}，回执号 `, make('b', {}, said.code), ' ', make('a', { href: said.url }, '看')));
  }
  for (const note of notes) {
    const row = make('p', { class: note.error ? 'late' : '' }, `${note.title}…　`, note.error || '已存在本机，有网时自动送出');
    if (note.error) {
      const drop = make('button', { type: 'button', class: 'btn btn-sm' }, '不送了');
      drop.addEventListener('click', async () => { await forget(note.key); await show(); });
      const again = make('button', { type: 'button', class: 'btn btn-sm' }, '再送一次');
      again.addEventListener('click', async () => {
        delete note.error;
        await store('readwrite', (all) => all.put(note));
        await flush();
      });
      row.append(' ', again, ' ', drop);
    }
    box.append(row);
  }
  box.hidden = !box.childElementCount;
}

let started = false;
export function init() {
  show();
  flush();
  if (started) return;
  started = true;
  window.addEventListener('online', flush);
  setInterval(flush, EVERY);
}
