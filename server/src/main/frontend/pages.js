// Improves pages that work without it: the menu of a phone, focus on what went wrong, shown passwords, upload progress,
// messages to this browser, passkeys.
'use strict';
document.documentElement.classList.add('js');

document.addEventListener('DOMContentLoaded', improve);

function improve() {
  menu();
  (document.getElementById('erreurs') ?? document.getElementById('notice'))?.focus();
  for (const box of document.querySelectorAll('[data-shows]')) {
    box.addEventListener('change', () => {
      document.getElementById(box.dataset.shows).type = box.checked ? 'text' : 'password';
    });
  }
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print());
  for (const form of document.querySelectorAll('form[data-upload]')) upload(form);
  for (const form of document.querySelectorAll('form[data-stream]')) stream(form);
  for (const part of document.querySelectorAll('[data-refresh]')) refresh(part);
  for (const section of document.querySelectorAll('[data-push]')) push(section);
  for (const section of document.querySelectorAll('[data-poll]')) poll(section);
  expiry(document.getElementById('expiry'));
  document.dispatchEvent(new Event('mes:improve'));
}

// The menu on a phone: a dialog that holds the focus, ends with Escape, and gives the focus back.
function menu() {
  const panel = document.getElementById('menu');
  const opener = document.getElementById('menu-button');
  const closer = document.getElementById('menu-close');
  if (!panel || !opener || !closer) return;
  const open = wanted => {
    panel.classList.toggle('fr-modal--opened', wanted);
    opener.setAttribute('aria-expanded', String(wanted));
    document.documentElement.classList.toggle('mes-fixed', wanted);
    if (wanted) {
      panel.setAttribute('role', 'dialog');
      panel.setAttribute('aria-modal', 'true');
      panel.setAttribute('aria-labelledby', 'menu-button');
      closer.focus();
    } else {
      for (const name of ['role', 'aria-modal', 'aria-labelledby']) panel.removeAttribute(name);
    }
  };
  const shut = () => { open(false); opener.focus(); };
  opener.addEventListener('click', () => open(true));
  closer.addEventListener('click', shut);
  panel.addEventListener('click', event => { if (event.target === panel) shut(); });
  panel.addEventListener('keydown', event => {
    if (!panel.classList.contains('fr-modal--opened')) return;
    if (event.key === 'Escape') shut();
    if (event.key !== 'Tab') return;
    const stops = [...panel.querySelectorAll('a[href], button')].filter(each => each.offsetParent !== null);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
    }
  });
  window.matchMedia('(min-width: 62em)').addEventListener('change', event => { if (event.matches) open(false); });
}

// Sends the form with a bar that moves; the answer is the page that the form would have got without script.
function upload(form) {
  const progress = form.querySelector('[data-progress]');
  if (!progress) return;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const bar = progress.querySelector('progress');
    const pressed = event.submitter;
    const fields = new FormData(form);
    const plainly = () => {
      for (const button of form.querySelectorAll('button')) button.disabled = false;
      if (pressed?.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: pressed.name, value: pressed.value }));
      HTMLFormElement.prototype.submit.call(form);
    };
    if (pressed?.name) fields.append(pressed.name, pressed.value);
    progress.hidden = false;
    for (const button of form.querySelectorAll('button')) button.disabled = true;
    request.upload.addEventListener('progress', sent => {
      if (sent.lengthComputable) bar.value = Math.round(sent.loaded / sent.total * 100);
    });
    request.addEventListener('load', () => { if (!shown(request, form)) plainly(); });
    request.addEventListener('error', plainly);
    request.open('POST', form.getAttribute('action'));
    request.setRequestHeader('Accept', 'text/html');
    request.send(fields);
  });
}

// The page that came as an answer takes the place of this one.
function shown(request, form) {
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  if (!page.querySelector('main')) return false;
  if (request.responseURL !== new URL(form.getAttribute('action'), window.location.href).href) window.history.pushState(null, '', request.responseURL);
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  window.scrollTo(0, 0);
  improve();
  return true;
}

// Sends a file alone, of any size, which the server writes to its disk as it comes.
function stream(form) {
  const progress = form.querySelector('[data-progress]');
  form.addEventListener('submit', event => {
    const file = form.elements[form.dataset.stream].files[0];
    if (!file) return; // the server says what is missing
    event.preventDefault();
    const request = new XMLHttpRequest();
    const bar = progress.querySelector('progress');
    progress.hidden = false;
    for (const button of form.querySelectorAll('button')) button.disabled = true;
    request.upload.addEventListener('progress', sent => {
      if (sent.lengthComputable) bar.value = Math.round(sent.loaded / sent.total * 100);
    });
    request.addEventListener('load', () => { if (!shown(request, form)) window.location.reload(); });
    request.addEventListener('error', () => window.location.reload());
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-CSRF-TOKEN', form.dataset.token);
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.send(file);
  });
}

// A part of the page that goes on changing on the server is asked for again until it has stood still for a while.
function refresh(part, more = 10) {
  window.setTimeout(async () => {
    try {
      const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.getElementById(part.id);
      if (!now || !part.isConnected) return;
      const next = document.adoptNode(now);
      part.replaceWith(next);
      if (next.hasAttribute('data-refresh')) refresh(next);
      else if (more > 0) refresh(next, more - 1);
    } catch {
      if (more > 0) refresh(part, more - 1);
    }
  }, 2000);
}

// Asks this browser for an address to send messages to, and sends it with the form. Whatever is missing is said.
function push(section) {
  const form = section.querySelector('#push-form');
  const says = what => {
    for (const text of section.querySelectorAll('[data-push-says]')) text.hidden = text.dataset.pushSays !== what;
  };
  form.addEventListener('submit', async event => {
    const fields = form.elements;
    if (fields.nom.value.trim() === '') return; // the server says what is missing
    event.preventDefault();
    says('');
    if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) {
      says('unsupported');
      return;
    }
    if (await Notification.requestPermission() !== 'granted') {
      says('denied');
      return;
    }
    try {
      const registration = await navigator.serviceWorker.register(section.dataset.worker);
      await active(registration);
      const subscription = await registration.pushManager.subscribe({
        userVisibleOnly: true, applicationServerKey: section.dataset.key,
      });
      const { endpoint, keys } = subscription.toJSON();
      fields.endpoint.value = endpoint;
      fields.p256dh.value = keys.p256dh;
      fields.auth.value = keys.auth;
      form.submit();
    } catch {
      says('failed');
    }
  });
}

// Some minutes before the session ends for want of use, asks whether to stay: the page and what was typed in it remain. Use
// in another tab counts too.
let watch = null;
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('mes.session') : null;
function expiry(dialog) {
  clearInterval(watch);
  if (!dialog) return;
  const whole = Number(dialog.dataset.expiry) * 1000;
  const soon = Math.min(180000, whole / 3);
  const says = what => {
    for (const part of dialog.querySelectorAll('[data-expiry-says]')) part.hidden = part.dataset.expirySays !== what;
  };
  let seen = Date.now();
  const used = () => {
    seen = Date.now();
    if (dialog.open) dialog.close();
  };
  const over = () => {
    clearInterval(watch);
    says('over');
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('[data-expiry-close]').focus();
  };
  const stay = async () => {
    const answer = await fetch(dialog.dataset.stay, { redirect: 'manual', cache: 'no-store' }).catch(() => null);
    if (answer?.status !== 204) { over(); return; }
    used();
    tabs?.postMessage(dialog.dataset.stay);
  };
  if (tabs) tabs.onmessage = event => { if (event.data === dialog.dataset.stay) used(); };
  tabs?.postMessage(dialog.dataset.stay);
  dialog.querySelector('[data-expiry-stay]').addEventListener('click', stay);
  dialog.querySelector('[data-expiry-close]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('cancel', event => {
    if (dialog.querySelector('[data-expiry-stay]').hidden) return;
    event.preventDefault();
    stay();
  });
  watch = setInterval(() => {
    const left = seen + whole - Date.now();
    if (left <= 0) { over(); return; }
    if (left > soon) return;
    const minutes = String(Math.ceil(left / 60000));
    const shown = dialog.querySelector('[data-expiry-left]');
    if (shown.textContent !== minutes) shown.textContent = minutes;
    if (!dialog.open) {
      says('soon');
      dialog.showModal();
    }
  }, 1000);
}

function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

// A worker that has just been installed takes a moment before it may subscribe.
function active(registration) {
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return Promise.resolve();
  return new Promise((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('replaced'));
    });
  });
}

// Follows work that goes on: asks for the same page now and then, and takes its part over when something changed. A
// screen reader is told of a new state once, not of every step.
function poll(section) {
  const again = async () => {
    let fresh;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      fresh = page.getElementById(section.id);
    } catch {
      fresh = null; // the service is away for the moment
    }
    if (fresh && fresh.dataset.state === section.dataset.state) {
      for (const part of ['.mes-copy__says', '.mes-bar']) {
        const before = section.querySelector(part);
        const now = fresh.querySelector(part);
        if (before && now && before.innerHTML !== now.innerHTML) before.replaceChildren(...now.childNodes);
      }
    } else if (fresh) {
      const held = section.contains(document.activeElement);
      section.replaceWith(fresh);
      section = fresh;
      if (held) {
        section.tabIndex = -1;
        section.focus();
      }
      const says = document.querySelector('[data-poll-says]');
      if (says) says.textContent = section.querySelector('.mes-copy__says')?.textContent ?? '';
    }
    if ('poll' in section.dataset) setTimeout(again, 2000);
  };
  setTimeout(again, 2000);
}
