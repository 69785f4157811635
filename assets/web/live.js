// Keeps a page up to date: waits for news, asks for the page again and puts it in place. Without it every form works by itself.
"use strict";
(function () {
  var page = document.getElementById("page");
  if (!page || !window.fetch || !window.EventSource) return;
  var wait = 500, source = null, asked = 0, shown = "", lost = false, touched = false;

  // Whether what was done is on the host's disk; nothing where nothing was done.
  function say(state) {
    var note = page.querySelector(".saved");
    if (!note) return;
    note.textContent = state ? note.getAttribute("data-" + state) : "";
    note.classList.toggle("not", state === "unsaved");
  }

  // The page as the host has it now. What somebody is filling in, was asked or is told once stays, and the focus where it was; `own`: this answers it.
  // False where the answer is a page of another kind.
  function put(html, own) {
    var fresh = new DOMParser().parseFromString(html, "text/html").getElementById("page");
    if (!fresh) return false;
    if (fresh.innerHTML === shown) return true;
    var busy = document.activeElement;
    var writes = busy && /^(INPUT|SELECT|TEXTAREA)$/.test(busy.tagName) && page.contains(busy);
    if (!own && (writes || touched || page.querySelector("details[open], [role=alert]"))) return true;
    touched = false;
    var buttons = function () { return Array.prototype.slice.call(page.querySelectorAll("button, a")); };
    var place = busy ? buttons().indexOf(busy) : -1;
    page.innerHTML = fresh.innerHTML;
    shown = fresh.innerHTML;
    start = Date.now();
    var next = place >= 0 ? buttons()[place] : null;
    if (next) next.focus();
    return true;
  }

  function look() {
    var mine = ++asked;
    fetch(location.href, { credentials: "same-origin", cache: "no-store" }).then(function (answer) {
      if (answer.status === 404) return location.reload();
      return answer.text().then(function (html) { if (mine === asked) { put(html); if (lost) say(""); lost = false; } });
    }).catch(away);
  }

  function away() {
    lost = true;
    say("unsaved");
  }

  function listen() {
    if (source) source.close();
    source = new EventSource(page.getAttribute("data-live"));
    source.onopen = function () { wait = 500; };
    source.onmessage = look;
    source.onerror = function () {
      source.close();
      away();
      // not all of a class at the same moment, and never later than a few seconds after the host is back
      setTimeout(listen, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, 3000);
    };
  }

  // A form is sent without leaving the page. What could not be sent is sent again until the host has it: it is done once.
  function send(path, body, tries) {
    fetch(path, { method: "POST", body: body, credentials: "same-origin" }).then(function (answer) {
      return answer.text().then(function (html) {
        ++asked;
        shown = "";
        if (!put(html, true)) return location.assign(answer.url);
        lost = false;
        say(answer.ok ? "saved" : "");
        history.replaceState(null, "", answer.ok ? answer.url : location.href);
      });
    }).catch(function () {
      away();
      setTimeout(function () { send(path, body, tries + 1); }, Math.min(500 * Math.pow(2, tries), 3000));
    });
  }

  function filled(form) {
    return new URLSearchParams(new FormData(form));
  }

  // What a card comes to as it is set is told while it is being set.
  function check(form) {
    var body = filled(form);
    body.append("act", "check");
    fetch(form.getAttribute("action"), { method: "POST", body: body, credentials: "same-origin" }).then(function (answer) { return answer.text(); }).then(function (html) {
      var fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-check] .told"), told = form.querySelector(".told");
      if (fresh && told) told.innerHTML = fresh.innerHTML;
    }).catch(away);
  }

  page.addEventListener("input", function () { touched = true; });
  page.addEventListener("change", function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute("data-check")) check(form);
  });
  page.addEventListener("toggle", function (event) { if (!event.target.open) look(); }, true);

  page.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter || document.activeElement;
    event.preventDefault();
    if (button && button.value === "check") return check(form);
    var body = filled(form);
    if (button && button.name) body.append(button.name, button.value);
    Array.prototype.forEach.call(form.querySelectorAll("button"), function (each) { each.disabled = true; });
    if (document.activeElement) document.activeElement.blur();
    send(form.getAttribute("action") || location.pathname, body, 0);
  });

  // The clock runs here between two pages; the host's counts.
  var start = Date.now();
  setInterval(function () {
    var clock = page.querySelector("[data-ends]");
    if (!clock) return;
    var left = Math.max(0, Math.round(clock.getAttribute("data-ends") - (Date.now() - start) / 1000));
    clock.textContent = Math.floor(left / 60) + ":" + ("0" + (left % 60)).slice(-2);
    clock.classList.toggle("short", left <= 60);
  }, 500);

  // A page that slept, or was left by Back, is out of date.
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { look(); listen(); } });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { look(); listen(); } });
  window.addEventListener("online", function () { look(); listen(); });
  listen();
})();
