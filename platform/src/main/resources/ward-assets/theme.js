// Runs before the first paint, so that a page never flashes in the other theme.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function apply() {
    var theme = root.dataset.theme;
    root.dataset.bsTheme = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
  }
  apply();
  dark.addEventListener('change', apply);
})();
