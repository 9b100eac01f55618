// The advice beside a text follows each save: the server judged what it stored.
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
    const at = document.getElementById(`${id}_box`) || document.getElementById(id);
    if (!at) return;
    event.preventDefault();
    at.focus();
    at.scrollIntoView({ block: 'center' });
  });
}
