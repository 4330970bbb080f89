// Improves the pages of messages, after what `pages.js` does on every page.
'use strict';
document.addEventListener('mes:improve', () => {
  for (const button of document.querySelectorAll('[data-copy]')) copy(button);
  for (const line of document.querySelectorAll('[data-autosave]')) autosave(line);
});

// Copies what stands in another element, and says so.
function copy(button) {
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.nextElementSibling.textContent = button.dataset.copied;
    } catch {
      window.getSelection().selectAllChildren(source);
    }
  });
}

// Keeps what is typed as a draft: soon after the first words, then at most once a minute, and when the page is left.
function autosave(line) {
  const form = line.closest('form');
  const typed = () => [...new FormData(form)].filter(([, value]) => typeof value === 'string');
  let last = JSON.stringify(typed());
  let at = 0;
  let timer = null;
  let going = false;
  const save = async () => {
    timer = null;
    const fields = typed();
    if (going || !line.isConnected || JSON.stringify(fields) === last) return;
    last = JSON.stringify(fields);
    at = Date.now();
    const answer = await fetch(line.dataset.autosave, {
      method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', keepalive: true,
    }).catch(() => null);
    if (!going) line.textContent = answer?.status === 204 ? line.dataset.saved : line.dataset.failed;
  };
  form.addEventListener('input', () => {
    if (timer === null) timer = setTimeout(save, Math.max(5000, at + 60000 - Date.now()));
  });
  form.addEventListener('submit', () => { going = true; clearTimeout(timer); });
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });
}
