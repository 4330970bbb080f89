// Signs in with a passkey, or adds one; beside `pages.js`.
'use strict';
document.addEventListener('mes:improve', () => {
  for (const section of document.querySelectorAll('[data-passkey]')) passkey(section);
});

// Makes a passkey or asks for one, and sends what the browser answers with the form.
function passkey(section) {
  if (!window.PublicKeyCredential) return;
  const form = section.querySelector('form');
  const failed = section.querySelector('[data-passkey-says]');
  section.hidden = false;
  for (const other of document.querySelectorAll('[data-passkey-missing]')) other.hidden = true;
  form.addEventListener('submit', async event => {
    if (form.elements.name?.value.trim() === '') return; // the server says what is missing
    event.preventDefault();
    failed.hidden = true;
    const options = JSON.parse(section.dataset.options);
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const each of [...options.allowCredentials ?? [], ...options.excludeCredentials ?? []]) each.id = bytes(each.id);
    try {
      const made = section.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: options })
        : await navigator.credentials.get({ publicKey: options });
      const said = made.response;
      const response = { clientDataJSON: text(said.clientDataJSON) };
      for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
        if (said[part]) response[part] = text(said[part]);
      }
      if (said.getTransports) response.transports = said.getTransports();
      form.elements.answer.value = JSON.stringify({
        id: made.id, rawId: text(made.rawId), type: made.type, response,
        authenticatorAttachment: made.authenticatorAttachment,
        clientExtensionResults: made.getClientExtensionResults(),
      });
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
