// The menu of weeks to play.

import { openMenu } from "../popup.js";
import { pageLocale, t } from "../words.js";

const ICONS = { usual: "📅", golden: "🏮", winter: "🕑" };

/** Shows it; `begin` gets the wish. */
export function sceneMenu(anchor, { scenes, anew }, begin) {
  const known = anew ? scenes.map((scene) => item(scene, begin)) : [];
  openMenu(anchor, [
    ...known,
    { label: t("sceneNow"), detail: t("sceneNowHint"), icon: "▶", run: () => begin({ days: 7 }) },
  ]);
}

const item = (scene, begin) => ({
  label: t(`scene_${scene.name}`),
  detail: `${dates(scene)} · ${t(`scene_${scene.name}Hint`)}`,
  icon: ICONS[scene.name] ?? "📅",
  run: () => begin({ scene: scene.name }),
});

function dates({ from, until }) {
  const locale = pageLocale();
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return format.formatRange(new Date(from), new Date(until));
}
