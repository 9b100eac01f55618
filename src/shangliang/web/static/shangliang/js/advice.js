// The advice beside a text follows each save: the server judged what it stored.
/** Asks are counted as saved: rows left empty on the page have no number. */
function placed(id) {
  const [, n, part] = /^id_asks-(\d+)-(\w+)$/.exec(id) || [];
  if (!part) return id;
  const written = [...document.querySelectorAll('[data-row]:not([hidden]) textarea')].filter((t) => t.value.trim());
  return written[n] ? written[n].id.replace(/text$/, part) : id;
}

export function init(panel) {
  document.addEventListener('saved', (event) => {
    const html = event.detail?.advice;
    if (!html) return;
    const open = panel.querySelector('details')?.open;
    panel.innerHTML = html;
    const details = panel.querySelector('details');
    if (details && open) details.open = true;
  });
  panel.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#id_"]');
    if (!link) return;
    const id = link.getAttribute('href').slice(1);
    const at = document.getElementById(`${placed(id)}_box`) || document.getElementById(placed(id));
    if (!at) return;
    event.preventDefault();
    at.focus();
    at.scrollIntoView({ block: 'center' });
  });
}
