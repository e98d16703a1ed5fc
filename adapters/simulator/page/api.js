// The simulator's control API: one function per thing a person can do.

/** The server said no; `message` is its sentence, for people, `answer` all it said. */
export class Refused extends Error {
  constructor(sentence, answer = null) {
    super(sentence);
    this.answer = answer;
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {}

/** The bot's command and shortcuts on a platform: `{command, shortcuts: [{name, callback_id, kind}]}`. */
export const app = (platform) => get("app", { platform });
export const people = async () => (await get("people")).people;
/** The places one person sees, or all there are. */
export const places = async (me) => (await get("places", { as: me })).places;
export const view = (me) => get("view", { as: me });
export const clock = () => get("clock");
export const moveClock = (move) => post("clock", move);
/** How a play of the week stands; and one that begins, or with `do` is steered. */
export const playing = () => get("play");
export const play = (wish) => post("play", wish);

/** Messages of a place as one person sees them, oldest first. */
export async function messages(place, me, since) {
  return (await get("messages", { in: place, as: me, since })).messages;
}

export const say = (me, place, text, thread) => post("say", { as: me, in: place, text, thread });
export const press = (me, what) => post("press", { as: me, ...what });
/** What the bot offers for so much of a word, typed into a field that asks it. */
export const suggest = async (me, what) => (await post("suggest", { as: me, ...what })).options;
export const submit = (me, values, message) => post("submit", { as: me, values, message });
export const close = (me, { all = false } = {}) => post("close", { as: me, all });
export const join = (me, place) => post("join", { as: me, in: place });
export const openHome = (me) => post("home", { as: me });
export const shortcut = (me, which) => post("shortcut", { as: me, ...which });

/** Calls `changed` whenever something happened, and `connected` with true or false. */
export function listen({ changed, connected }) {
  const stream = new EventSource("/simulator/stream");
  stream.addEventListener("open", () => connected(true));
  stream.addEventListener("error", () => connected(false));
  stream.addEventListener("message", changed);
}

function get(path, parameters = {}) {
  const known = Object.entries(parameters).filter(([, value]) => value != null);
  const query = new URLSearchParams(known).toString();
  return ask(`/simulator/${path}${query ? `?${query}` : ""}`);
}

function post(path, body) {
  return ask(`/simulator/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function ask(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (cause) {
    throw new Unreachable("no answer", { cause });
  }
  const answer = await response.json().catch(() => null);
  const refused = !response.ok || answer === null || (answer.ok === false && answer.error);
  if (refused) throw new Refused(answer?.error ?? `HTTP ${response.status}`, answer);
  return answer;
}
