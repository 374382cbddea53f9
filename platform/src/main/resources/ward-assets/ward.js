// What pages do beyond links and forms. Everything works without it.
(function () {
  'use strict';

  const root = document.documentElement;
  const one = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  // --- theme and navigation -------------------------------------------------------------------------------------

  function switchTheme() {
    const theme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
    root.dataset.theme = theme;
    root.dataset.bsTheme = theme;
    const secure = location.protocol === 'https:';
    document.cookie = (secure ? '__Host-' : '') + 'ward-theme=' + theme + '; Path=/; Max-Age=31536000; SameSite=Lax'
      + (secure ? '; Secure' : '');
  }

  function toggleMenu(button) {
    const open = document.body.classList.toggle('ward-menu-open');
    button.setAttribute('aria-expanded', String(open));
  }

  // Where the signer is; a signature shows the instant on the signer's clock too.
  all('input[data-zone]').forEach((field) => {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button && button.classList.contains('ward-theme')) {
      switchTheme();
    } else if (button && button.classList.contains('ward-menu')) {
      toggleMenu(button);
    } else if (button && button.dataset.copy) {
      copy(button);
    }
    all(POPUPS).filter((popup) => !popup.contains(event.target)).forEach((popup) => popup.removeAttribute('open'));
  });

  const POPUPS = 'details.ward-account[open], details.ward-confirm[open]';

  // Browsers give the clipboard only to pages that came by https or from this machine.
  function copy(button) {
    const tell = (words) => {
      button.textContent = words;
      say(words);
    };
    const copied = navigator.clipboard ? navigator.clipboard.writeText(button.dataset.copy) : Promise.reject();
    copied.then(() => tell('Copied'), () => tell('Select and copy it by hand'));
  }

  // The innermost one that is open, and the focus goes back to what opened it.
  function closePopup() {
    const popup = all(POPUPS).pop();
    if (!popup) {
      return false;
    }
    popup.removeAttribute('open');
    one('summary', popup).focus();
    return true;
  }

  // --- requests -------------------------------------------------------------------------------------------------

  const csrf = one('meta[name=csrf]');

  document.addEventListener('htmx:configRequest', (event) => {
    if (csrf && csrf.content) {
      event.detail.headers[csrf.dataset.header] = csrf.content;
    }
  });

  function say(words) {
    const live = one('#live');
    if (live) {
      live.textContent = words;
    }
  }

  // An answer that is not the part that was asked for (signed out, a problem) is shown as a page of its own.
  // While Ward or its database is away, the page stays as it is, with what was typed, and asks again.
  document.addEventListener('htmx:afterRequest', (event) => {
    const trouble = one('.ward-trouble');
    if (trouble) {
      trouble.hidden = event.detail.xhr.status !== 0 && event.detail.xhr.status < 500;
    }
  });

  document.addEventListener('htmx:beforeSwap', (event) => {
    const answer = event.detail.xhr;
    if (answer.status >= 500) {
      event.detail.shouldSwap = false;
    } else if (answer.status >= 400 && event.detail.target.id === 'panel') {
      location.href = event.detail.pathInfo.finalRequestPath || event.detail.pathInfo.requestPath;
    } else if (/^\s*<!DOCTYPE/.test(answer.responseText || '')) {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });

  // --- list and panel -------------------------------------------------------------------------------------------

  const split = () => one('.ward-split');
  const rows = () => all('.ward-main tbody tr').filter((row) => one('a.ward-opens', row));

  // A row is known by its id; where it states none, by what its link opens.
  function idOf(row) {
    if (row.dataset.row) {
      return row.dataset.row;
    }
    const link = one('a.ward-opens', row);
    return link ? new URL(link.href).searchParams.get('panel') || link.pathname : null;
  }
  const covers = window.matchMedia('(max-width: 61.99rem)');
  let current = null;

  function mark(row) {
    rows().forEach((other) => other.classList.toggle('ward-current', other === row));
    current = row ? idOf(row) : null;
  }

  function rowAt(id) {
    return rows().find((row) => idOf(row) === id) || null;
  }

  function move(step) {
    const list = rows();
    if (list.length === 0) {
      return;
    }
    const here = list.findIndex((row) => idOf(row) === current);
    const next = list[Math.min(Math.max(here + step, 0), list.length - 1)];
    mark(next);
    const link = one('a.ward-opens', next);
    (link || next).focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
    if (split() && split().classList.contains('ward-open') && link) {
      link.click();
    }
  }

  function closePanel() {
    const close = one('.ward-panel .ward-close');
    if (!close) {
      return false;
    }
    one('#panel').replaceChildren();
    split().classList.remove('ward-open');
    history.pushState(null, '', close.href);
    const row = rowAt(current);
    const link = row && one('a.ward-opens', row);
    if (link) {
      link.focus();
    }
    return true;
  }

  // A list that renews itself keeps what was selected and where the reader stood.
  let kept = null;

  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target.id === 'list') {
      const focused = document.activeElement && document.activeElement.closest('.ward-main tbody tr');
      kept = {
        checked: all('.ward-main tbody input:checked').map((box) => idOf(box.closest('tr'))),
        focused: focused ? idOf(focused) : null,
      };
    }
  });

  function restore() {
    const ids = new Set(rows().map(idOf));
    kept.checked.filter((id) => ids.has(id)).forEach((id) => {
      one('input[type=checkbox]', rowAt(id)).checked = true;
    });
    const row = kept.focused && rowAt(kept.focused);
    const link = row && one('a.ward-opens', row);
    if (link) {
      link.focus({ preventScroll: true });
    }
    kept = null;
    mark(rowAt(current));
  }

  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id === 'list' && kept) {
      restore();
    }
    if (event.detail.target.id === 'panel' && split()) {
      split().classList.add('ward-open');
      if (covers.matches) {
        one('#panel').focus();
      }
      const title = one('#panel h2');
      say(title ? 'Details: ' + title.textContent : 'Details');
    }
  });

  document.addEventListener('click', (event) => {
    const close = event.target.closest('.ward-close');
    if (close && close.closest('#panel') && !event.ctrlKey && !event.metaKey && closePanel()) {
      event.preventDefault();
      return;
    }
    const row = event.target.closest('.ward-main tbody tr');
    if (!row) {
      return;
    }
    mark(row);
    if (!event.target.closest('a, button, input, label, summary') && !String(getSelection())) {
      const link = one('a.ward-opens', row);
      if (link) {
        link.click();
      }
    }
  });

  window.addEventListener('popstate', () => {
    if (split()) {
      location.reload();
    }
  });

  // --- keys -----------------------------------------------------------------------------------------------------

  function isTyping(target) {
    return target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
  }

  function select() {
    const row = rowAt(current);
    const box = row && one('input[type=checkbox]', row);
    if (box) {
      box.click();
    }
  }

  const keys = {
    '/': () => one('#search') && one('#search').focus(),
    j: () => move(1),
    k: () => move(-1),
    x: select,
    '?': () => one('#keys') && one('#keys').showModal(),
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      if (isTyping(event.target)) {
        event.target.blur();
        const row = rowAt(current);
        if (row) {
          one('a.ward-opens', row).focus();
        }
      } else if (!closePopup()) {
        closePanel();
      }
      return;
    }
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || one('dialog[open]')) {
      return;
    }
    event.preventDefault();
    act();
  });

  // --- upload ---------------------------------------------------------------------------------------------------

  function reason(xhr) {
    try {
      const problem = JSON.parse(xhr.responseText);
      return problem.detail || problem.title;
    } catch (e) {
      return 'The upload did not arrive (' + (xhr.status || 'no connection') + '). Nothing was changed; try again.';
    }
  }

  function send(form) {
    const state = one('.ward-upload-state', form);
    const trouble = one('.ward-upload-error', form);
    const bar = one('progress', state);
    const words = one('span', state);
    const button = one('button', form);
    const xhr = new XMLHttpRequest();
    const fail = () => {
      state.hidden = true;
      button.disabled = false;
      trouble.textContent = reason(xhr);
      trouble.hidden = false;
    };
    trouble.hidden = true;
    state.hidden = false;
    button.disabled = true;
    words.textContent = 'Sending';
    xhr.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        bar.value = Math.floor((event.loaded * 100) / event.total);
        words.textContent = bar.value < 100 ? bar.value + ' % sent' : 'Sent; Ward reads it';
      }
    });
    xhr.addEventListener('load', () => {
      if (xhr.status < 400) {
        location.href = xhr.responseURL;
      } else {
        fail();
      }
    });
    xhr.addEventListener('error', fail);
    xhr.addEventListener('abort', fail);
    xhr.open('POST', new URL(form.action).pathname); // the token goes in the header
    xhr.setRequestHeader('Accept', 'application/problem+json, */*;q=0.5');
    if (csrf && csrf.content) {
      xhr.setRequestHeader(csrf.dataset.header, csrf.content);
    }
    xhr.send(new FormData(form));
  }

  document.addEventListener('submit', (event) => {
    if (event.target.matches('form.ward-upload')) {
      event.preventDefault();
      send(event.target);
    }
  });

  ['dragenter', 'dragover', 'dragleave', 'drop'].forEach((kind) => document.addEventListener(kind, (event) => {
    const drop = event.target.closest && event.target.closest('.ward-drop');
    if (!drop) {
      return;
    }
    event.preventDefault();
    drop.classList.toggle('ward-over', kind === 'dragenter' || kind === 'dragover');
    if (kind === 'drop' && event.dataTransfer.files.length > 0) {
      one('input[type=file]', drop).files = event.dataTransfer.files;
      drop.closest('form').requestSubmit();
    }
  }));

  // --- a page that could not be given just now -------------------------------------------------------------------

  const again = one('.ward-again');
  if (again) {
    again.hidden = false;
    setTimeout(() => location.reload(), 5000);
  }

  // --- a form that came back: on to what is wrong ----------------------------------------------------------------

  const wrong = one('main [aria-invalid="true"]');
  if (wrong) {
    wrong.focus();
  }

  // --- start ----------------------------------------------------------------------------------------------------

  const opened = new URLSearchParams(location.search).get('panel');
  if (opened) {
    mark(rowAt(opened));
  }
})();
