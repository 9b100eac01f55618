// A note in three screens: one screen at a time, photos made small on the phone, sent once, and put
// aside when there is no network. Without this script the page is one long form.
import { make, post, say, session } from './dom.js';
import { flush, putAside } from './voicequeue.js';

const MOST = 200 * 1024;
const SIDE = 1600;

async function small(file) {
  if (!/^image\//.test(file.type) || file.size <= MOST) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const share = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const sheet = document.createElement('canvas');
    for (const [scale, quality] of [[1, 0.8], [0.8, 0.7], [0.6, 0.6], [0.45, 0.5]]) {
      sheet.width = Math.round(picture.width * share * scale);
      sheet.height = Math.round(picture.height * share * scale);
      sheet.getContext('2d').drawImage(picture, 0, 0, sheet.width, sheet.height);
      const blob = await new Promise((resolve) => { sheet.toBlob(resolve, 'image/jpeg', quality); });
      if (blob && (blob.size <= MOST || quality === 0.5)) return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
    }
  } catch { /* not a picture this browser knows: the server says so in words */ }
  return file;
}

function photos(form) {
  const input = form.querySelector('input[type=file]');
  const note = form.querySelector('[data-photo-note]');
  if (!input || !note) return;
  input.addEventListener('change', async () => {
    const limit = Number(input.dataset.maxBytes || 0);
    const box = new DataTransfer();
    const said = [];
    for (const file of input.files) {
      const made = await small(file);
      if (limit && made.size > limit) said.push(`${file.name} 太大（${Math.round(made.size / 1048576)} MB），没有选上`);
      else { box.items.add(made); said.push(`${file.name}，已压到 ${Math.ceil(made.size / 1024)} KB`); }
    }
    input.files = box.files;
    note.textContent = said.join('；');
    say(note.textContent);
  });
}

function screens(form) {
  const all = [...form.querySelectorAll('[data-screen]')];
  const marks = [...form.querySelectorAll('.prog li')];
  let at = 0;
  function show(n, focus = true) {
    at = n;
    all.forEach((el, i) => { el.hidden = i !== n; });
    marks.forEach((el, i) => {
      el.classList.toggle('on', i === n);
      if (i === n) el.setAttribute('aria-current', 'step'); else el.removeAttribute('aria-current');
    });
    form.querySelectorAll('[data-back]').forEach((el) => { el.hidden = n === 0; });
    form.querySelectorAll('[data-later]').forEach((el) => { el.hidden = n !== 0; });
    form.querySelectorAll('[data-next]').forEach((el) => { el.hidden = n === all.length - 1; });
    form.querySelectorAll('[data-send]').forEach((el) => { el.hidden = n !== all.length - 1; });
    if (n === all.length - 1) look(form);
    if (focus) { all[n].querySelector('h2')?.focus(); window.scrollTo(0, 0); }
  }
  function lacks() {
    const bad = [...all[at].querySelectorAll(':invalid')].find((el) => el.matches('input,textarea,select'));
    if (bad) { bad.reportValidity(); bad.focus(); return true; }
    if (form.elements.secrecy?.value === 'secret') { say('涉密的不能写在这里'); form.querySelector('[data-channel]')?.focus(); return true; }
    return false;
  }
  form.querySelectorAll('[data-next]').forEach((b) => b.addEventListener('click', () => { if (!lacks()) show(at + 1); }));
  form.querySelectorAll('[data-back]').forEach((b) => b.addEventListener('click', () => show(at - 1)));
  form.querySelectorAll('[data-goto]').forEach((b) => b.addEventListener('click', () => show(Number(b.dataset.goto))));
  const broken = all.findIndex((el) => el.querySelector('.bad,.field-err'));
  show(broken > 0 ? broken : 0, false);
  form.classList.add('by-screen');
}

/** Once through before it goes: what was written, where, and who told it is protected. */
function look(form) {
  const data = new FormData(form);
  const word = (name) => form.querySelector(`[name="${name}"]:checked`)?.closest('label')?.textContent.trim() || '';
  const unit = form.elements.wished_unit;
  const count = form.querySelector('input[type=file]')?.files.length || 0;
  const rest = [data.get('area'), data.get('spot'), unit?.value ? unit.selectedOptions[0].text : '', count ? `照片 ${count} 张` : '',
    data.get('from_others') ? '反映人受保护' : '', word('urgent')].filter(Boolean);
  const whole = form.querySelector('[data-look-box]');
  if (whole) whole.hidden = false;
  const box = form.querySelector('[data-look]');
  box?.replaceChildren(make('p', {}, data.get('text') || ''), make('p', { class: 'note' }, rest.join(' · ')));
}

function follow(form) {
  const act = () => {
    form.querySelectorAll('[data-when]').forEach((el) => {
      const [name, ...wanted] = el.dataset.when.split(' ');
      const field = form.elements[name];
      el.hidden = !wanted.includes(field?.value ?? '');
    });
  };
  form.addEventListener('change', act);
  form.addEventListener('input', act);
  act();
}

function problem(form, words) {
  let box = form.querySelector('[data-problem]');
  if (!box) { box = make('div', { class: 'error', role: 'alert', 'data-problem': '' }); form.prepend(box); }
  box.replaceChildren(make('p', { class: 'strong' }, words));
  box.scrollIntoView({ block: 'center' });
}

async function send(form, by) {
  const key = form.elements.client_key.value;
  const url = form.action;
  const data = new FormData(form, by);
  const aside = async () => {
    await putAside(new URL(url).pathname, key, form);
    form.querySelectorAll('[data-screen],.ph-act,.prog').forEach((el) => { el.hidden = true; });
    form.prepend(make('div', { class: 'receipt', role: 'status', tabindex: '-1' },
      make('p', { class: 'lamp', 'data-l': 'pause' }, '没有网络，已存在本机'),
      make('p', { class: 'note' }, '有网时打开任何一页写一件，会自动送出，只送一次。')));
    form.querySelector('.receipt').focus();
    form.dataset.sent = '1';
  };
  if (form.dataset.shell || !navigator.onLine) { await aside(); return; }
  let answer;
  try { answer = await post(url, data); } catch { await aside(); return; }
  delete form.dataset.sent;
  if (answer.type === 'opaqueredirect' || answer.status === 401) {
    await session();
    problem(form, '登录已过期，没有送出；文字还在本页。请在新标签页登录后再按一次。');
    return;
  }
  const said = await answer.json().catch(() => ({}));
  if (answer.ok && said.url) { form.dataset.sent = '1'; location.assign(said.url); } else problem(form, said.error || '没有送到，请再按一次。');
}

export function init(form) {
  const key = form.elements.client_key;
  if (!key.value && crypto.randomUUID) key.value = crypto.randomUUID();
  photos(form);
  follow(form);
  screens(form);
  // On the document, after autosave.js had its say: it may hold the press until its own save is done.
  document.addEventListener('submit', (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    event.preventDefault();
    send(form, event.submitter);
  });
  flush();
  if (form.dataset.worker && 'serviceWorker' in navigator) {
    navigator.serviceWorker.register(form.dataset.worker, { scope: '/voices/' }).catch(() => undefined);
  }
}
