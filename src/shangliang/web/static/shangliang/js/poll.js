// A job's card asks for itself every 2 s and stops when the answer no longer asks.
import { say } from './dom.js';

const EVERY = 2000;
const SLOWEST = 15000;

export function init(card) {
  let wait = EVERY;
  let current = card;
  async function ask() {
    if (!current.isConnected) return;
    if (document.hidden) { setTimeout(ask, wait); return; }
    try {
      const answer = await fetch(current.dataset.poll, { headers: { 'HX-Request': 'true' }, redirect: 'manual' });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.body.firstElementChild;
      if (next) {
        next.dataset.ready = './poll.js';
        current.replaceWith(next);
        current = next;
        window.htmx?.process(next);
      }
      wait = EVERY;
      if (!current.dataset.poll) { say(current.textContent.trim().replace(/\s+/g, ' ')); return; }
    } catch {
      wait = Math.min(wait * 2, SLOWEST);
    }
    setTimeout(ask, wait);
  }
  setTimeout(ask, wait);
}
