// What DingTalk's own kinds of addresses do.

/**
 * `{say}` for a dtmd link, which lets the reader's client say something; `{page}` for what opens
 * beside the chat, `{elsewhere}` for what opens in a tab; nothing for what a client must not open.
 */
export function meaningOf(address) {
  const url = URL.parse(address, location.origin);
  switch (url?.protocol) {
    case "dtmd:":
      return { say: url.pathname.endsWith("sendMessage") ? url.searchParams.get("content") : null };
    case "dingtalk:":
      return insideOf(url);
    case "http:":
    case "https:":
      return url.origin === location.origin ? { page: url.href } : { elsewhere: url.href };
    case "mailto:":
      return { elsewhere: url.href };
    default:
      return {};
  }
}

/** dingtalk://dingtalkclient/page/link?url=…&pc_slide=true wraps a page. */
function insideOf(url) {
  const inside = URL.parse(url.searchParams.get("url") ?? "");
  return /^https?:$/.test(inside?.protocol) ? meaningOf(inside.href) : {};
}

/** Where a picture is: an address says so itself, a media id ("@lAD…") is a file of DingTalk's. */
export const sourceOf = (source) =>
  source.startsWith("@") ? `/simulator/dingtalk/files/${encodeURIComponent(source)}.file` : source;
