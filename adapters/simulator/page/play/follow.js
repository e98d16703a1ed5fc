// While a week plays, both chats go where something happens, until the visitor touches one.

export class Follower {
  constructor(page) {
    this.page = page;
    this.on = true;
    this.owner = null;
    this.seen = new Map();
    document.getElementById("panes").addEventListener("pointerdown", () => this.leave());
    document.getElementById("panes").addEventListener("keydown", () => this.leave());
  }

  /** Whoever takes part in a chat is not carried away from it. */
  leave() {
    if (!this.owner || !this.on) return;
    this.on = false;
    this.page.play.draw();
  }

  /** Aims each pane at the last thing that happened there. */
  follow({ last = {}, caption }, playing) {
    this.owner = playing ? (this.owner ?? this.page.person()) : null;
    if (!playing) {
      this.on = true;
      this.seen.clear();
      return;
    }
    if (!this.on) return;
    for (const pane of this.page.panes) this.aim(pane, last[pane.platform.id]);
    const pane = this.page.panes.find(({ platform }) => platform.id === caption?.platform);
    if (pane && pane !== this.page.switch.shown) this.page.switch.show(pane);
  }

  aim(pane, happening) {
    if (!happening || this.seen.get(pane) === happening.n) return;
    this.seen.set(pane, happening.n);
    const [who] = happening.who;
    // Where something is posted only who is there can look.
    if (!who && !pane.places.get(happening.place)?.member) return;
    pane.aim(pane.people.get(who) ?? pane.person, happening.place);
  }
}
