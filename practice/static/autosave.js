// Words are kept as they are written. "Saved" is said only after the server has said so; until then they stay on this page,
// and nowhere else in the browser: on a shared device anything kept there would be found.
(() => {
  const place = document.querySelector("[data-autosave]");
  if (!place) return;
  const part = (name) => place.querySelector(`[data-${name}]`);
  const form = place.querySelector("form");
  const hidden = (name) => form.elements.namedItem(name);
  const asked = new Map([...form.querySelectorAll("[data-prompt]")].map((each) => [each.dataset.prompt, each]));
  const [status, resume, dialog, versions] = ["saved", "resume", "again", "versions"].map(part);
  const [page, before] = hidden("save_key").value.split("."); // a page that came back with an error goes on counting
  const QUIET = 1000, LONGEST = 5000, PATIENCE = 30000; // milliseconds
  let turn = Number(before ?? 0), offered = {}, tries = 0, timer = 0, since = 0, sending = null, last = {}, wanted = null, goingOn = false, leaving = false, freshToken = false;

  // What stands on the page
  const ticked = (each, name) => [...each.querySelectorAll(`[name="${name}"]:checked`)].map((box) => box.value);
  const line = (each) => Object.fromEntries([...each.querySelectorAll("input, textarea")].map((cell) => [cell.name.split("-c-")[1], cell.value]));
  const READ = {
    // Where nothing is tapped, nothing is sent, as by a form; null is an answer taken back.
    scale: (each, name) => ticked(each, name).map((value) => (value ? Number(value) : null))[0],
    yes_no: (each, name) => ({ yes: true, no: false, "": null })[ticked(each, name)[0]],
    choice: (each, name) => ticked(each, name)[0],
    checklist: ticked,
    words: (each) => each.querySelector("textarea").value,
    rows: (each) => [...each.querySelectorAll("[data-line]")].map(line).filter((row) => Object.values(row).some((cell) => cell.trim())),
  };
  const read = (key) => {
    const each = asked.get(key);
    const plain = () => each.querySelector(`[name="q-${key}"]`).value;
    return { value: (READ[each.dataset.kind] ?? plain)(each, `q-${key}`), who: ticked(each, `who-${key}`)[0] };
  };
  const look = (key) => JSON.stringify(read(key));
  const kept = new Map([...asked.keys()].map((key) => [key, "unsaved" in place.dataset ? "" : look(key)]));
  const base = new Map([...asked.keys()].map((key) => [key, Number(hidden("revision").value)]));
  const contested = new Set();
  const changed = () => [...asked.keys()].filter((key) => look(key) !== kept.get(key));

  // What is said about it
  const say = (text, isBad = false) => {
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle("saved-not", isBad);
  };
  const tellWrong = (key, sentence) => {
    const each = asked.get(key);
    each.querySelector("[data-told]")?.remove();
    if (!sentence) return;
    const told = document.createElement("p");
    told.className = "field-error";
    told.dataset.told = "";
    told.textContent = sentence;
    each.querySelector(".who, .readers, .hint").before(told);
  };

  const calm = () => { // what was wrong has been taken back: everything on the page is what the server holds
    [...asked.keys()].forEach((key) => tellWrong(key));
    if (status.classList.contains("saved-not")) say("");
  };

  // Sending
  const parcel = () => {
    const ready = changed().filter((key) => !contested.has(key));
    const keys = ready.filter((key) => base.get(key) === base.get(ready[0])); // after a choice between versions, some begin later
    if (!keys.length) return null;
    const now = new Map(keys.map((key) => [key, read(key)]));
    const text = JSON.stringify([...now]);
    if (text !== last.text) last = { text, key: `${page}.${++turn}` }; // the same words again are the same save
    const body = JSON.stringify({
      revision: base.get(keys[0]), save_key: last.key, answering_as: hidden("answering_as").value,
      group: location.pathname.split("/").at(-1),
      seen: Object.fromEntries(keys.map((key) => [key, hidden(`seen_${key}`)?.value ?? ""])), // where a button saves besides
      answers: Object.fromEntries(keys.map((key) => [key, now.get(key).value])),
      readers: Object.fromEntries(keys.filter((key) => now.get(key).who).map((key) => [key, now.get(key).who])),
    });
    return { keys, body, looks: new Map(keys.map((key) => [key, JSON.stringify(now.get(key))])) };
  };
  const post = (address, body, token, keepalive = false) => fetch(address, {
    method: "POST", body, keepalive, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE),
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
  });
  const deliver = async (sent, keepalive) => {
    let response, told;
    try {
      response = await post(place.dataset.autosave, sent.body, hidden("csrf_token").value, keepalive && sent.body.length < 60000);
      told = await response.json();
    } catch {
      response ??= { status: 0, headers: new Headers() };
    }
    await hear(response, told ?? {}, sent);
  };
  const save = async (keepalive = false) => {
    clearTimeout(timer);
    since = 0;
    if (dialog.open && !keepalive) return undefined; // signed out: the words wait for the password
    if (sending && !keepalive) { await sending; return save(); }
    const sent = parcel();
    if (!sent) { if (!changed().length && !contested.size) calm(); return undefined; }
    const mine = deliver(sent, keepalive);
    sending = mine;
    await mine;
    if (sending === mine) sending = null;
    return undefined;
  };
  const soon = (wait = QUIET) => {
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(wait, since + LONGEST - Date.now())));
  };
  const later = (seconds) => { // a failed save waits longer each time, and never gives up
    clearTimeout(timer);
    timer = setTimeout(save, 1000 * Math.max(Math.min(2 ** ++tries, 30), seconds || 0));
    say("Not saved yet. Your words are on this page; we keep trying.", true);
  };

  const hear = async (response, told, sent) => {
    const isIn = response.status === 200 || response.status === 422 || (response.status === 409 && told.theirs);
    if (isIn) {
      const out = new Set([...Object.keys(told.wrong ?? {}), ...Object.keys(told.theirs ?? {})]);
      sent.keys.filter((key) => !out.has(key)).forEach((key) => kept.set(key, sent.looks.get(key)));
      sent.keys.forEach((key) => tellWrong(key, told.wrong?.[key]));
      tries = 0;
      freshToken = false;
      resume.hidden = true;
    }
    switch (response.status) {
      case 200:
        say(`${place.dataset.word} ${told.saved_at}.${told.note ? ` ${told.note}` : ""}`);
        if (parcel()) soon();
        return undefined;
      case 400: return freshToken ? later() : renew();
      case 401: return askToSignIn();
      case 409: return told.theirs && Object.keys(told.theirs).length ? offer(told) : say(told.error, true);
      case 403: case 404:
        return say("Nothing was sent: somebody else is signed in here now, or this step is gone. Your words are still on this page.", true);
      case 413: case 422: return say(`Not saved: ${told.error}`, true);
      default: return later(Number(response.headers.get("Retry-After")));
    }
  };
  const useToken = (token) => document.querySelectorAll("[name=csrf_token]").forEach((each) => { each.value = token; });
  const token = async () => (await (await fetch(place.dataset.token, { headers: { Accept: "application/json" } })).json()).csrf_token;
  const renew = async () => {
    try {
      useToken(await token());
      freshToken = true;
      setTimeout(save);
    } catch { later(); }
  };

  // Signing in again, here
  const askToSignIn = () => {
    say("You are signed out. Your words are on this page, not saved yet.", true);
    if ((resume.hidden || wanted) && !leaving && !dialog.open) dialog.showModal();
    resume.hidden = false;
  };
  const signIn = async () => {
    const [email, password, code] = dialog.querySelectorAll("input");
    const wrong = dialog.querySelector("[data-wrong]");
    try {
      const body = JSON.stringify({ email: email.value, password: password.value, person: hidden("answering_as").value });
      let response = await post(place.dataset.signIn, body, await token());
      let told = await response.json();
      if (response.ok && told.needs_code) {
        response = await post(place.dataset.code, JSON.stringify({ code: code?.value ?? "" }), told.csrf_token);
        told = await response.json();
      }
      if (!response.ok) { wrong.textContent = told.error; return; }
      useToken(told.csrf_token);
    } catch {
      wrong.textContent = "We cannot reach the practice just now. Please try again in a minute.";
      return;
    }
    wrong.textContent = "";
    resume.hidden = true;
    dialog.close();
    await save();
    goOn();
  };
  dialog.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); signIn(); });
  dialog.querySelector("[data-not-now]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.querySelectorAll("input:not([readonly])").forEach((each) => { each.value = ""; }));
  resume.addEventListener("click", () => dialog.showModal());

  // Two versions: both stay to be read until one is chosen
  const offer = (told) => {
    const list = versions.querySelector("[data-theirs]");
    list.replaceChildren(...Object.entries(told.theirs).flatMap(([key, text]) => {
      const [question, words] = [document.createElement("p"), document.createElement("div")];
      question.className = "question";
      question.textContent = asked.get(key).querySelector("label, legend").textContent;
      words.className = "words";
      words.dir = "auto";
      words.textContent = text || "Left blank.";
      contested.add(key);
      return [question, words];
    }));
    offered = told;
    asked.get([...contested].at(-1)).after(versions); // right below the words it is about
    versions.hidden = false;
    say(`${told.error} Please choose which to use.`, true);
    if (wanted) versions.focus();
    wanted = null;
  };
  const settle = () => {
    const keys = [...contested];
    contested.clear();
    versions.hidden = true;
    return keys;
  };
  part("mine").addEventListener("click", async () => {
    settle().forEach((key) => {
      base.set(key, offered.revision);
      if (offered.seen?.[key]) hidden(`seen_${key}`).value = offered.seen[key];
    });
    await save();
  });
  part("other").addEventListener("click", async () => {
    await save();
    settle().forEach((key) => kept.set(key, look(key)));
    if (!changed().length) location.reload();
  });

  // When
  const goOn = () => {
    if (!wanted || changed().length) { wanted = null; return; }
    const pressed = document.createElement("input");
    Object.assign(pressed, { type: "hidden", name: wanted.name, value: wanted.value });
    form.append(pressed);
    hidden("save_key").value = `${page}.${++turn}`;
    goingOn = true;
    form.submit();
  };
  form.addEventListener("submit", async (event) => { // first saved, then away: without a connection the page stays
    event.preventDefault();
    if (wanted || goingOn) return;
    wanted = event.submitter;
    await save();
    if (!dialog.open) goOn();
  });
  form.addEventListener("input", () => soon());
  form.addEventListener("change", () => soon(0));
  form.addEventListener("focusout", () => { if (changed().length) soon(0); });
  window.addEventListener("online", () => { if (changed().length) save(); });
  window.addEventListener("pagehide", () => { if (!goingOn) save(true); });
  document.addEventListener("visibilitychange", () => { if (document.hidden && !goingOn) save(true); });
  document.addEventListener("homeward:leaving", (event) => { leaving = true; if (changed().length) event.detail.push(save(true)); });
  window.addEventListener("beforeunload", (event) => { if (changed().length && !goingOn && !leaving) event.preventDefault(); });
  if ("unsaved" in place.dataset) soon();
})();
