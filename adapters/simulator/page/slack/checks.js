// What a chat's own client refuses before it asks the bot: empty, too short, not a number.

import { t } from "../words.js";

/** The words about what is wrong with a field's value, or null when it may be sent. */
export function problemOf({ block, element, read }) {
  const value = read();
  const empty = value === null || value === "" || (Array.isArray(value) && !value.length);
  if (empty) return block.optional ? null : t("required");
  return CHECKS[element.type]?.(value, element) ?? null;
}

const CHECKS = {
  plain_text_input: checkLength,
  number_input: checkNumber,
  email_text_input: (value) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : t("notAnEmail")),
  url_text_input: (value) => (/^https?:\/\/[^\s.]+\.?\S*$/i.test(value) ? null : t("notALink")),
};

function checkLength(value, element) {
  const { min_length: least = 0, max_length: most = 3000 } = element;
  if (value.length < least) return t("tooShort", { n: least });
  return value.length > most ? t("tooLong", { n: most }) : null;
}

function checkNumber(value, element) {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return t("notANumber");
  if (!element.is_decimal_allowed && value.includes(".")) return t("wholeNumber");
  if (element.min_value != null && Number(value) < Number(element.min_value))
    return t("tooSmall", { n: element.min_value });
  if (element.max_value != null && Number(value) > Number(element.max_value))
    return t("tooBig", { n: element.max_value });
  return null;
}
