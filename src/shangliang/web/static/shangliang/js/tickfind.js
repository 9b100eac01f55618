// A long list of ticks is narrowed by a word of its labels; what is ticked stays in sight.
import { make } from './dom.js';

export function init(list) {
  const rows = [...list.querySelectorAll('label')];
  const note = make('span', { class: 'note', role: 'status' });
  const box = make('input', {
    type: 'search', class: 'form-control w-m', autocomplete: 'off', placeholder: '名字里的字',
    'aria-label': `在“${list.dataset.tickFind}”里找`,
  });
  const tools = make('div', { class: 'rowx tick-find' }, box, note);
  list.before(tools);

  function narrow() {
    const word = box.value.trim().toLowerCase();
    let ticked = 0;
    let shown = 0;
    rows.forEach((row) => {
      const on = row.querySelector('input').checked;
      const fits = on || !word || row.textContent.toLowerCase().includes(word);
      row.hidden = !fits;
      ticked += on;
      shown += fits;
    });
    note.textContent = `${word ? `列出 ${shown} 个，` : `共 ${rows.length} 个，`}已选 ${ticked} 个`;
  }
  box.addEventListener('input', narrow);
  // Enter in the box narrows; it does not send the form.
  box.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  list.addEventListener('change', narrow);
  narrow();
}
