// One statement a screen: the answer goes out, the next card comes. Without network the answer is kept
// in this browser and sent later; the server adds nothing twice.
import { make, say } from './dom.js';

export function init(area) {
  const url = area.dataset.vote;
  const store = `vote:${area.dataset.code}`;
  const note = make('p', { class: 'hint', role: 'status', hidden: '' });
  area.after(note);
  let timer;

  const kept = () => JSON.parse(localStorage.getItem(store) || '[]');
  function keep(list) {
    if (list.length) localStorage.setItem(store, JSON.stringify(list));
    else localStorage.removeItem(store);
    note.hidden = !list.length;
    note.textContent = list.length ? '没有连上网，您的表态已记在本机，连上后自动送出。' : '';
  }
  function show(html) {
    area.innerHTML = html;
    const said = area.querySelector('#said');
    if (said) { said.focus({ preventScroll: true }); say(said.textContent); }
  }
  async function send(statement, value) {
    const token = area.querySelector('[name=csrfmiddlewaretoken]')?.value
      || document.cookie.match(/csrftoken=([^;]+)/)?.[1] || '';
    const body = new FormData();
    body.append('statement', statement);
    body.append('value', value);
    const answer = await fetch(url, {
      method: 'POST', body, headers: { 'X-Card': '1', 'X-CSRFToken': token },
    });
    // A server that is down or overrun is like no network: the answer is kept and sent again.
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    return answer;
  }
  let sending = false; // one at a time: the timer and the network's return may come together
  async function later() {
    clearTimeout(timer);
    if (sending) return;
    sending = true;
    try {
      while (kept().length) {
        const [first] = kept();
        const answer = await send(...first);
        keep(kept().filter((one) => String(one) !== String(first)));
        if (!kept().length) show(await answer.text());
      }
    } catch { timer = setTimeout(later, 5000); } finally { sending = false; }
  }
  area.addEventListener('submit', async (event) => {
    const form = event.target;
    event.preventDefault();
    const { value } = event.submitter;
    const statement = form.querySelector('[name=statement]').value;
    form.querySelectorAll('button').forEach((b) => { b.disabled = true; });
    try {
      const answer = await send(statement, value);
      show(await answer.text());
    } catch {
      keep([...kept().filter(([s]) => s !== statement), [statement, value]]);
      // Until it is sent the mind may be changed: the last answer is the one that goes out.
      form.querySelectorAll('button').forEach((b) => {
        b.disabled = false;
        b.setAttribute('aria-pressed', String(b.value === value));
      });
      say(note.textContent);
      clearTimeout(timer);
      timer = setTimeout(later, 5000);
    }
  });
  window.addEventListener('online', later);
  keep(kept());
  if (kept().length) later();
}
