// What every module shares: the live region, the token of forms, whether the session still stands.

const body = document.body;

/** Read a sentence out politely; the same sentence twice is read twice. */
export function say(text) {
  const live = document.getElementById('live');
  if (!live || !text) return;
  live.textContent = '';
  setTimeout(() => { live.textContent = text; }, 60);
}

/** An element with text and attributes; text is never parsed as HTML. */
export function make(tag, attrs = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) el.setAttribute(name, value);
  el.append(...children);
  return el;
}

export function token() {
  return JSON.parse(body.getAttribute('hx-headers') || '{}')['X-CSRFToken'] || '';
}

/** Signing in again makes a new token: put it wherever the page keeps the old one. */
export function renew(csrf) {
  body.setAttribute('hx-headers', JSON.stringify({ 'X-CSRFToken': csrf }));
  document.querySelectorAll('input[name=csrfmiddlewaretoken]').forEach((i) => { i.value = csrf; });
}

/** "same" (still this person), "other" (somebody else signed in), "out", or "unknown". */
export async function session() {
  try {
    const answer = await fetch(body.dataset.sessionUrl, { cache: 'no-store' });
    if (!answer.ok) return 'unknown';
    const { who, csrf } = await answer.json();
    if (who !== body.dataset.who) return who ? 'other' : 'out';
    renew(csrf);
    return 'same';
  } catch {
    return 'unknown';
  }
}

/** Post a form's data as this page; a redirect (to the sign-in page) is not followed. */
export function post(url, data, options = {}) {
  return fetch(url, {
    method: 'POST',
    body: data,
    redirect: 'manual',
    headers: { 'X-CSRFToken': token(), 'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json' },
    ...options,
  });
}

/** Leads to the sign-in page in a new tab, so that this page keeps what was typed. */
export function signInLink() {
  const url = `${body.dataset.signInUrl}?next=${encodeURIComponent(location.pathname)}`;
  return make('a', { href: url, target: '_blank', rel: 'noopener' }, '在新标签页登录');
}

export function inField(el) {
  return el.isContentEditable || /^(textarea|select)$/i.test(el.tagName)
    || (el.tagName === 'INPUT' && !/^(checkbox|radio|button|submit|range)$/.test(el.type));
}
