// The page's own words, in both languages. What the bot says is the bot's, never in here.

import { en } from "./words/en.js";
import { zh } from "./words/zh.js";

const WORDS = { en, zh };

let current = "en";

/** The language the page speaks now: "en" or "zh". */
export const language = () => current;

export function speak(tongue) {
  current = tongue;
  document.documentElement.lang = tongue === "zh" ? "zh-CN" : "en";
}

/** The locale the page writes dates and lists in. */
export const pageLocale = () => (current === "zh" ? "zh-CN" : "en-GB");

/** The language a person's locale asks for. */
export const languageOf = (locale) => (/^zh/i.test(locale ?? "") ? "zh" : "en");

/** The words for `key`, with `{name}` filled from `values`. */
export function t(key, values = {}) {
  const words = WORDS[current][key] ?? WORDS.en[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
