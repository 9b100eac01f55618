// The clerk's list without network: each tick is kept on the phone first, sent when there is a way,
// and let go only after the server said it has it. Sending twice changes nothing: every tick has a key.
import { make, say, session, signInLink, token } from '../shangliang/js/dom.js';

const list = document.querySelector('[data-offline]');
const store = `sl-ticks-${list?.dataset.activity}`;
const shown = document.getElementById('offline-state');

function read(key, blank) {
  try { return JSON.parse(localStorage.getItem(key)) ?? blank; } catch { return blank; }
}

function write(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
}

function device() {
  let id = read('sl-device', '');
  if (!id) {
    id = Array.from(crypto.getRandomValues(new Uint8Array(6)), (b) => b.toString(16).padStart(2, '0')).join('');
    write('sl-device', id);
  }
  return id;
}

const clock = (iso) => new Date(iso).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' });
const pending = () => read(store, []);

function tell(text, tone) {
  shown.textContent = text;
  shown.dataset.t = tone || '';
}

function row(person) { return list.querySelector(`[data-person="${person}"]`); }

function paint() {
  const waiting = pending();
  list.querySelectorAll('[data-person] [data-wait]').forEach((el) => { el.textContent = ''; });
  for (const tick of waiting) {
    const el = row(tick.person)?.querySelector('[data-wait]');
    if (el) el.textContent = `${tick.what === 'in' ? '到' : '离'} ${clock(tick.at)}，未送`;
  }
  if (!waiting.length) tell('都已送到', 'ok');
  else tell(`${waiting.length} 条在本机，未送`, 'near');
  document.getElementById('offline-copy').hidden = !waiting.length;
}

function take(person, what) {
  const waiting = pending();
  const before = waiting.findIndex((t) => t.person === person && t.what === what);
  if (before >= 0) {
    waiting.splice(before, 1); // pressed by mistake, and still only here
  } else {
    const count = read('sl-count', 0) + 1;
    write('sl-count', count);
    waiting.push({ key: `${list.dataset.activity}-${count}`, person, what, at: new Date().toISOString() });
  }
  if (!write(store, waiting)) {
    tell('本机存不下了，请先送出或记在纸上', 'late');
    return;
  }
  const name = row(person)?.querySelector('[data-name]')?.textContent || '';
  say(before >= 0 ? `${name} 撤回` : `${name} ${what === 'in' ? '到' : '离'}`);
  paint();
  send();
}

const bundle = (ticks) => JSON.stringify({ device: device(), now: new Date().toISOString(), ticks });

let sending = false;
async function send() {
  const waiting = pending();
  if (sending || !waiting.length) return;
  sending = true;
  try {
    const who = await session();
    if (who === 'out' || who === 'other') {
      tell('登录已过期，先登录再送；名单还在本机。', 'late');
      shown.append(' ', signInLink());
      return;
    }
    const answer = await fetch(list.dataset.send, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'X-CSRFToken': token(), 'Content-Type': 'application/json', Accept: 'application/json' },
      body: bundle(waiting),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.reason || String(answer.status));
    const done = new Set(waiting.map((t) => t.key));
    write(store, pending().filter((t) => !done.has(t.key)));
    for (const tick of waiting) mark(tick);
    paint();
    if (said.strangers.length) tell(`${said.strangers.length} 位不在本政协名册，没有记上`, 'late');
  } catch (error) {
    const offline = !navigator.onLine || error instanceof TypeError;
    tell(offline ? `没有网络，${pending().length} 条在本机，有网络时自动送` : `没有送成：${error.message}`, 'near');
  } finally {
    sending = false;
  }
}

function mark(tick) {
  const at = row(tick.person)?.querySelector(tick.what === 'in' ? '[data-in]' : '[data-out]');
  if (at && !at.textContent) at.textContent = `${tick.what === 'in' ? '到' : '离'} ${clock(tick.at)}`;
}

function button(label, person, what) {
  const el = make('button', { class: 'btn', type: 'button' }, label);
  el.addEventListener('click', () => take(person, what));
  return el;
}

async function keep() {
  const registered = await navigator.serviceWorker.register(list.dataset.worker, { scope: '/activities/' });
  await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType('resource')
    .map((e) => e.name)
    .filter((url) => url.startsWith(`${location.origin}/static/`));
  registered.active.postMessage({ keep: [location.pathname, ...new Set(files)] });
}

function start() {
  list.classList.add('is-live');
  list.querySelectorAll('[data-person]').forEach((el) => {
    const person = Number(el.dataset.person);
    el.querySelector('[data-buttons]').append(button('到', person, 'in'), button('离', person, 'out'));
  });
  document.getElementById('offline-tools').hidden = false;
  document.getElementById('offline-send').addEventListener('click', send);
  document.getElementById('offline-copy').addEventListener('click', async () => {
    await navigator.clipboard?.writeText(bundle(pending()));
    tell('已复制，可以发给同事粘贴合并', 'ok');
  });
  const saver = document.getElementById('offline-keep');
  if ('serviceWorker' in navigator) {
    saver.hidden = false;
    navigator.serviceWorker.addEventListener('message', (event) => {
      if (event.data?.kept === 'kept') tell('名单已存到本机，没有网络也能打开', 'ok');
      if (event.data?.kept === 'failed') tell('没有存成，请在有网络时再按一次', 'late');
    });
    saver.addEventListener('click', () => keep().catch(() => tell('这台设备不能存，请别关掉这一页', 'near')));
  }
  const search = document.getElementById('offline-find');
  search.addEventListener('input', () => {
    const words = search.value.trim().toLowerCase();
    list.querySelectorAll('[data-person]').forEach((el) => { el.hidden = !el.dataset.keys.includes(words); });
  });
  addEventListener('online', send);
  setInterval(send, 20000);
  paint();
  send();
}

if (list) start();
