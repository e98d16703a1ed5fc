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
