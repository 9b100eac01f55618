// Answering a contest on a phone. What is answered is kept here first and sent when there is a way; handing
// in is sent until the server says it has it. Sent twice it counts once: one sheet a person, one answer a
// question. The clock shown is the server's, counted down from what it said.
import { say, session, signInLink, token } from '../shangliang/js/dom.js';

const form = document.getElementById('quiz');
const { key, save, done } = form.dataset;
const shown = document.getElementById('quiz-state');
const clock = document.getElementById('quiz-clock');
const count = document.getElementById('quiz-count');
const missing = document.getElementById('quiz-missing');
const PAUSE = 1200;
const AGAIN = 4000;

let ends = performance.now() + Number(form.dataset.left) * 1000;
let handing = false;
let dirty = false;
let sending = false;
let timer = 0;

function read() {
  try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; }
}

function keep(value) {
  try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
}

function tell(text, tone) {
  shown.textContent = text;
  shown.dataset.t = tone || '';
}

function answers() {
  const out = {};
  for (const item of form.querySelectorAll('[data-question]')) {
    const boxes = [...item.querySelectorAll('input')];
    const given = boxes.filter((b) => (b.type === 'text' || !b.type || b.type === 'search' ? b.value.trim() : b.checked));
    out[item.dataset.question] = given.map((b) => b.value);
  }
  return out;
}

function paint() {
  const given = Object.values(answers());
  const left = given.filter((a) => !a.length).length;
  count.textContent = `答了 ${given.length - left}/${given.length}`;
  missing.textContent = left ? `还有 ${left} 题没有答，也可以交。` : '';
}

// What this phone knows and the page does not: answers given while there was no network.
function restore() {
  const kept = read();
  for (const [question, given] of Object.entries(kept.answers || {})) {
    const item = form.querySelector(`[data-question="${CSS.escape(question)}"]`);
    if (!item) continue;
    for (const box of item.querySelectorAll('input')) {
      if (box.type === 'text') box.value = given[0] || '';
      else box.checked = given.includes(box.value);
    }
  }
  dirty = Boolean(kept.answers);
  handing = Boolean(kept.handing);
}

async function send() {
  clearTimeout(timer);
  if (sending || !(dirty || handing)) return;
  sending = true;
  const last = handing;
  dirty = false;
  try {
    const answer = await fetch(save, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'X-CSRFToken': token(), 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ answers: answers(), last }),
    });
    if (answer.type === 'opaqueredirect' || answer.status === 403) {
      const who = await session();
      dirty = true;
      if (who === 'same') { timer = setTimeout(send, 300); return; } // a new token was taken
      tell('登录已过期，答案还在本机。', 'late');
      shown.append(' ', signInLink());
      timer = setTimeout(send, AGAIN);
      return;
    }
    const said = await answer.json();
    if (said.done) {
      try { localStorage.removeItem(key); } catch { /* nothing kept */ }
      location.assign(done);
      return;
    }
    if (answer.status === 409) {
      tell(said.error, 'late');
      if (said.late) { handing = true; keep({ answers: answers(), handing }); timer = setTimeout(send, 300); }
      return;
    }
    if (!answer.ok) throw new Error(said.error || String(answer.status));
    ends = performance.now() + said.left * 1000;
    if (!dirty) tell(`${said.saved} 已存`, 'ok');
    if (dirty || (handing && !last)) timer = setTimeout(send, 200);
  } catch (error) {
    dirty = true;
    const offline = !navigator.onLine || error instanceof TypeError;
    tell(offline ? `没有网络，答案在本机${handing ? '，有网络时自动交卷' : ''}` : `没有送成：${error.message}`, 'near');
    timer = setTimeout(send, AGAIN);
  } finally {
    sending = false;
  }
}

function changed() {
  dirty = true;
  keep({ answers: answers(), handing });
  paint();
  clearTimeout(timer);
  timer = setTimeout(send, PAUSE);
}

function hand() {
  handing = true;
  keep({ answers: answers(), handing });
  tell('正在交卷……', '');
  document.getElementById('quiz-hand').disabled = true;
  send();
}

let warned = false;
function tick() {
  const left = Math.max(0, Math.round((ends - performance.now()) / 1000));
  clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  if (left <= 60 && left > 0 && !warned) { warned = true; say('还有一分钟'); }
  if (left === 0 && !handing) hand();
}

form.addEventListener('input', changed);
form.addEventListener('submit', (event) => { event.preventDefault(); hand(); });
window.addEventListener('online', send);
document.getElementById('quiz-top').hidden = false;
restore();
paint();
tick();
setInterval(tick, 1000);
if (handing) hand();
else if (dirty) send();
