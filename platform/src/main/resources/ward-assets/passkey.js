// Passkeys: a form with data-passkey asks the browser for one, puts the answer into its hidden field, and is sent.
(function () {
  'use strict';

  // Each form that takes a passkey brings this file.
  const root = document.documentElement;
  if (root.dataset.passkeys) {
    return;
  }
  root.dataset.passkeys = 'ready';

  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  const text = (buffer) => (buffer
    ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
    : '');
  const named = (list) => (list || []).map((one) => ({ type: one.type, id: bytes(one.id) }));

  async function create(options) {
    const made = await navigator.credentials.create({
      publicKey: Object.assign({}, options, {
        challenge: bytes(options.challenge),
        user: Object.assign({}, options.user, { id: bytes(options.user.id) }),
        excludeCredentials: named(options.excludeCredentials),
      }),
    });
    return [made.rawId, made.response.clientDataJSON, made.response.attestationObject].map(text).join('.');
  }

  async function get(options) {
    const got = await navigator.credentials.get({
      publicKey: Object.assign({}, options, {
        challenge: bytes(options.challenge),
        allowCredentials: named(options.allowCredentials),
      }),
    });
    const answer = got.response;
    return [got.rawId, answer.clientDataJSON, answer.authenticatorData, answer.signature, answer.userHandle]
      .map(text).join('.');
  }

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-passkey]');
    if (!button) {
      return;
    }
    event.preventDefault();
    const trouble = button.parentElement.querySelector('.ward-passkey-trouble');
    trouble.hidden = true;
    button.disabled = true;
    try {
      const options = JSON.parse(button.dataset.options);
      const answer = button.dataset.passkey === 'create' ? await create(options) : await get(options);
      button.form.elements.passkey.value = answer;
      button.form.submit();
    } catch (error) {
      button.disabled = false;
      trouble.hidden = false;
    }
  });

  // A browser without passkeys says so at once.
  if (!window.PublicKeyCredential) {
    document.querySelectorAll('button[data-passkey]').forEach((button) => {
      button.disabled = true;
      button.parentElement.querySelector('.ward-passkey-trouble').hidden = false;
    });
  }
})();
