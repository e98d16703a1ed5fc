// What a person has not read yet, place by place, as long as the page is open.

export class Reading {
  /** From a moment on: what is said in that very moment is news. */
  static after(moment) {
    return new Reading((moment.getTime() / 1000 - 1e-6).toFixed(6));
  }

  constructor(since) {
    this.since = since;
    this.marks = new Map();
  }

  /** The `ts` up to which this person has read a place. */
  upTo(me, place) {
    return this.marks.get(`${me}/${place}`) ?? this.since;
  }

  read(me, place, ts) {
    if (ts && ts > this.upTo(me, place)) this.marks.set(`${me}/${place}`, ts);
  }

  /** How many of these messages are news: replies in a channel's thread are not. */
  count(messages, me, place) {
    const mark = this.upTo(me, place.id);
    const inThread = (message) => message.thread_ts && message.thread_ts !== message.ts;
    return messages.filter(
      (message) =>
        message.ts > mark &&
        message.user !== me &&
        !message.deleted &&
        (place.kind === "dm" || !inThread(message)),
    ).length;
  }
}
