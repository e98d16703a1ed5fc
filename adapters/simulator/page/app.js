// The page: the top bar, its panes, and the one loop that asks the server again when something happened.

import * as server from "./api.js";
import { Clock } from "./clock.js";
import { button, el } from "./dom.js";
import { keep, recall } from "./memory.js";
import { Play } from "./play/bar.js";
import { PLATFORMS } from "./platforms.js";
import { Switch } from "./switch.js";
import { language, languageOf, speak, t } from "./words.js";

const LANGUAGE = "shopcrew.language";
const TOAST_TIME = 7000;
const CLOCK_TICK = 5000;
const ANEW_TICK = 400;
const PLAY_TICK = 250;

const top = document.getElementById("top");
const panesElement = document.getElementById("panes");
const toasts = document.getElementById("toasts");

const page = {
  people: [],
  panes: [],
  ahead: 0,
  // When the visitor came, by the company's clock: what is older is no news.
  opened: null,
  told: null,

  // The company's clock runs on by itself, some way ahead of ours.
  now: () => new Date(Date.now() + page.ahead),
  person: () => page.panes[0].person,
  toast,
  explain,
  attempt,
  build,
  remember,
  beginsAnew,
  refresh: onceAtATime(refresh),

  personChanged(pane) {
    remember();
    if (chosenLanguage() !== language()) speakAll(chosenLanguage());
    else pane.buildBar();
    build();
  },
};
page.switch = new Switch(page);
page.play = new Play(page);

/** The language the visitor chose; Chinese where their browser speaks it, otherwise the one of the
 * person they play. */
const chosenLanguage = () => recall(LANGUAGE) ?? chineseVisitor() ?? languageOf(page.person().locale);
const chineseVisitor = () => (languageOf(navigator.language) === "zh" ? "zh" : undefined);

async function start() {
  speak(languageOf(navigator.language));
  panesElement.replaceChildren(el("p", { class: "empty" }, t("loading")));
  page.people = await server.people();
  setClock(await server.clock());
  page.panes = (await Promise.all(PLATFORMS.map(openPane))).filter(Boolean);
  if (!page.panes.length) throw new server.Refused(t("nobody"));
  speakAll(chosenLanguage());
  panesElement.replaceChildren(...page.panes.map((pane) => pane.element));
  build();
  await page.refresh();
  server.listen({ changed: seeSoon, connected: showConnection });
  setInterval(showTime, CLOCK_TICK);
}

function showTime() {
  page.clock.show(page.now(), page.play.clockOwner ?? page.person());
  page.panes.forEach((pane) => pane.showTime());
}

function speakAll(tongue) {
  speak(tongue);
  page.panes.forEach((pane) => pane.build());
}

async function openPane(platform) {
  const people = page.people.filter((person) => person.platform === platform.id && !person.is_bot);
  if (!people.length) return null;
  const where = new URLSearchParams(location.hash.slice(1)).get(platform.id) ?? "";
  const [id, place] = where.split(/\/(.*)/s);
  const person = people.find((one) => one.id === id) ?? people[0];
  return new platform.Pane(platform, page, { app: await server.app(platform.id), person, place });
}

/** Keeps who and where in the address, so a reload stays there. */
function remember() {
  const where = page.panes.map(({ platform, person, place }) => {
    return `${platform.id}=${person.id}/${encodeURIComponent(place ?? "")}`;
  });
  history.replaceState(null, "", `#${where.join("&")}`);
}

function build() {
  document.title = `${t("product")} — ${t("tryIt")}`;
  page.clock = new Clock(page);
  top.replaceChildren(
    el("div", { class: "brand" }, el("strong", {}, t("product")), el("span", {}, ` — ${t("tryIt")}`)),
    page.clock.element,
    languageSwitch(),
  );
  page.switch.build();
  page.play.build();
  showTime();
}

function languageSwitch() {
  const choose = (tongue) => () => {
    keep(LANGUAGE, tongue);
    speakAll(tongue);
    build();
    page.refresh();
  };
  const choice = (tongue, label) => {
    const chosen = button(null, label, choose(tongue));
    chosen.lang = tongue;
    chosen.setAttribute("aria-pressed", String(language() === tongue));
    return chosen;
  };
  return el(
    "div",
    { class: "language", role: "group", "aria-label": t("language") },
    choice("en", "EN"),
    choice("zh", "中文"),
  );
}

function setClock({ now }) {
  const company = new Date(now);
  page.ahead = company.getTime() - Date.now();
  page.opened ??= company;
}

async function refresh() {
  const [clock, playing] = await Promise.all([server.clock(), server.playing()]);
  setClock(clock);
  page.play.show(playing);
  showTime();
  await Promise.all(page.panes.map((pane) => pane.refresh()));
  page.switch.draw();
}

/** While a week plays, more changes than anybody can see; the bot needs the time, too. */
function seeSoon() {
  if (!page.play.on) return page.refresh();
  seeSoon.waiting ??= setTimeout(() => {
    seeSoon.waiting = null;
    page.refresh();
  }, PLAY_TICK);
}

/**
 * Runs `work` again after a run during which it was asked for, never twice at once: of two runs
 * beside each other the older could answer last, and what was just said would vanish again.
 */
function onceAtATime(work) {
  let last = Promise.resolve();
  let next = null;
  return () => {
    next ??= last = last
      .catch(() => {})
      .then(() => {
        next = null;
        return attempt(work);
      });
    return next;
  };
}

/** Does something with the server; what goes wrong is told, and nothing on the page is lost. */
async function attempt(work) {
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof server.Refused || problem instanceof server.Unreachable)) throw problem;
    toast(explain(problem), "trouble");
  }
}

/** What went wrong, in words; remembered, because the server may also send it as a notice. */
function explain(problem) {
  page.told = problem instanceof server.Unreachable ? t("noAnswer") : problem.message;
  return page.told;
}

function toast(words, kind = "news") {
  const same = [...toasts.children].find((one) => one.textContent === words);
  same?.remove();
  const node = el("p", { class: `toast ${kind}` }, words);
  toasts.append(node);
  setTimeout(() => node.remove(), TOAST_TIME);
}

/** The company is about to begin anew at another time; the page comes back with it. */
function beginsAnew() {
  page.anew = true;
  showConnection(false);
  const look = async () => page.play.show(await server.playing());
  // Between the two companies nobody answers, which is no trouble.
  setInterval(() => look().catch(() => {}), ANEW_TICK);
}

function showConnection(connected) {
  const lost = document.getElementById("lost");
  const words = t(page.anew ? "beginsAnew" : "reconnecting");
  if (!connected && !lost) document.body.append(el("p", { id: "lost", role: "status" }, words));
  if (connected && lost) {
    lost.remove();
    page.refresh();
  }
}

start().catch((problem) => {
  panesElement.replaceChildren(
    el("p", { class: "empty", role: "alert" }, t("cannotStart", { reason: explain(problem) })),
  );
});
