(function () {
  var now = document.documentElement.getAttribute('data-now'), gone = document.getElementById('gone');
  var source = null, pressed = null, tries = 0, turn = 0, told = null, isPhone = document.documentElement.hasAttribute('data-phone');
  function lost(is) { gone.textContent = is ? gone.getAttribute('data-text') : ''; }
  function main() { return document.getElementById('now'); }
  function swap(html, isOwn) {
    var box = document.createElement('div'), old = main(), fresh, focus;
    box.innerHTML = html;
    fresh = box.querySelector('#now');
    if (!fresh) { location.reload(); return; }
    if (old.getAttribute('data-page') === fresh.getAttribute('data-page') && !isOwn) {
      var frame = old.querySelector('iframe');
      if (frame && fresh.querySelector('iframe') && fresh.querySelector('iframe').src === frame.src) { old.setAttribute('data-v', fresh.getAttribute('data-v')); return; }
      var open = old.querySelectorAll('details[open]');
      for (var i = 0; i < open.length; i++) { var same = fresh.querySelector('#' + open[i].id); if (same) { same.open = true; } }
      old.parentNode.replaceChild(fresh, old);
      return;
    }
    old.parentNode.replaceChild(fresh, old);
    document.title = fresh.getAttribute('data-title') || document.title;
    if (isPhone) {
      window.scrollTo(0, 0);
      focus = fresh.querySelector('[data-focus]') || fresh.querySelector('h1');
      if (focus) { focus.focus(); }
    }
  }
  function look() {
    var mine = ++turn;  // of two answers the one that was asked for last counts, whichever comes first
    fetch(now, { cache: 'no-store', credentials: 'same-origin' }).then(function (answer) {
      if (answer.status === 403 || answer.status === 404) { if (isPhone) { location.reload(); } return null; }
      return answer.text();
    }).then(function (html) { if (html !== null && mine === turn) { lost(false); swap(html, false); if (!main().hasAttribute('data-live') && source) { source.close(); source = null; } } }, function () { lost(true); });
  }
  function listen() {
    if (source) { source.close(); source = null; }
    if (!main().hasAttribute('data-live')) { return; }
    var mine = new EventSource(document.documentElement.getAttribute('data-events'));
    source = mine;
    source.onmessage = function (event) {
      tries = 0;
      told = event.data;
      lost(false);
      if (event.data !== main().getAttribute('data-v')) { look(); }
    };
    source.addEventListener('slut', function () { mine.close(); });
    source.onerror = function () {
      mine.close();
      if (mine !== source) { return; }
      if (document.hidden) { return; }
      tries += 1;
      if (tries > 1) { lost(true); }
      setTimeout(listen, Math.min(500 * tries, 3000));
    };
  }
  function back() { if (!document.hidden) { listen(); if (main().hasAttribute('data-live')) { look(); } } }
  document.addEventListener('visibilitychange', function () { if (document.hidden) { if (source) { source.close(); source = null; } } else { back(); } });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { back(); } });
  document.addEventListener('click', function (event) {
    var button = event.target.closest ? event.target.closest('button') : event.target;
    if (button && button.form) { pressed = button; }
  });
  document.addEventListener('submit', function (event) {
    var form = event.target, pairs = [], i, field;
    if (!form.hasAttribute('data-part')) { return; }
    event.preventDefault();
    for (i = 0; i < form.elements.length; i++) {
      field = form.elements[i];
      if (field.name && (field.type !== 'submit' || field === pressed)) { pairs.push(encodeURIComponent(field.name) + '=' + encodeURIComponent(field.value)); }
    }
    fetch(form.action, { method: 'POST', credentials: 'same-origin', body: pairs.join('&'),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Part': 'main' } })
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        turn += 1;
        lost(false);
        swap(html, true);
        if (!source || source.readyState === 2 || !main().hasAttribute('data-live')) { listen(); } else if (told !== main().getAttribute('data-v')) { look(); }
      }, function () { lost(true); });
  });
  listen();
})();
