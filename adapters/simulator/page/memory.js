// What this browser keeps between visits; a browser that keeps nothing is fine too.

export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Private windows may refuse; then the hint simply comes back.
  }
}
