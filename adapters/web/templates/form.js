// Saves what is typed, a moment after the last key; the page works without it too.
const form = document.querySelector("form");
const state = form.querySelector(".state");
const CALM = 1500; // milliseconds without a key
let waiting = 0;
let dirty = false;
let sending = false;

async function save() {
  if (!dirty || sending) return;
  dirty = false;
  const body = new URLSearchParams(new FormData(form));
  const headers = { Accept: "application/json" };
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body, headers });
    if (!answer.ok) throw new Error(String(answer.status));
    state.textContent = (await answer.json()).said;
    state.classList.remove("failed");
  } catch {
    dirty = true;
    state.textContent = form.dataset.failed;
    state.classList.add("failed");
    waiting = setTimeout(save, 4 * CALM);
  }
}

form.addEventListener("input", () => {
  dirty = true;
  clearTimeout(waiting);
  waiting = setTimeout(save, CALM);
});
form.addEventListener("submit", () => {
  sending = true;
  clearTimeout(waiting);
});
// Back from the next page: typing goes on.
addEventListener("pageshow", () => { sending = false; });
addEventListener("pagehide", () => {
  if (!dirty || sending) return;
  const body = new URLSearchParams(new FormData(form));
  navigator.sendBeacon(form.dataset.draft, body);
});

// What hangs on another answer is asked only there; without this script its hint says so.
const hanging = [...form.querySelectorAll("[data-if]")];

function given(name) {
  const inputs = [...form.querySelectorAll(`[name="${name}"]`)];
  const chosen = (one) => one.checked || !/^(radio|checkbox)$/.test(one.type);
  return inputs.filter(chosen).map((one) => one.value);
}

function show() {
  for (const field of hanging) {
    const wanted = JSON.parse(field.dataset.is);
    const before = document.getElementById(field.dataset.if);
    const values = given(field.dataset.if);
    field.hidden = before.hidden || !values.some((value) => wanted.includes(value));
  }
}

for (const field of hanging) field.querySelector(".only-if").hidden = true;
form.addEventListener("input", show);
addEventListener("pageshow", show);
show();
