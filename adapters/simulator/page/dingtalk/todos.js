// 待办: the person's to-dos, as DingTalk keeps them beside the chats.

import { clockTime, nearDay, weekdayAndDay } from "../dates.js";
import { button, el, whileBusy } from "../dom.js";
import { pageLocale, t } from "../words.js";

export class Todos {
  constructor(pane) {
    this.pane = pane;
    this.element = el("div", { class: "todos", tabindex: "-1", hidden: true });
  }

  show(todos) {
    const { scene } = this.pane;
    const drawing = JSON.stringify([todos, scene.key]);
    if (drawing === this.drawing) return;
    this.drawing = drawing;
    const open = todos.filter((todo) => !todo.done);
    const done = todos.filter((todo) => todo.done);
    this.element.replaceChildren(
      el("h2", {}, `${t("todosToDo")} · ${open.length}`),
      open.length ? this.list(open) : el("p", { class: "empty" }, t("todosNone")),
      ...(done.length ? [el("h2", {}, `${t("todosDone")} · ${done.length}`), this.list(done)] : []),
    );
  }

  list(todos) {
    return el(
      "ul",
      { class: "todo-list" },
      todos.map((todo) => this.row(todo)),
    );
  }

  row(todo) {
    const { pane } = this;
    const finish = button(
      "tick",
      "✓",
      () => whileBusy(finish, () => pane.press({ button: `todo:${todo.id}` })),
      t("todoFinish", { what: todo.subject }),
    );
    finish.disabled = Boolean(todo.done);
    const subject = todo.url
      ? button("todo-subject", todo.subject, () => pane.follow(todo.url))
      : el("span", { class: "todo-subject" }, todo.subject);
    return el("li", { class: todo.done ? "todo done" : "todo" }, finish, subject, this.due(todo));
  }

  due({ due, done }) {
    const date = due ? new Date(due) : null;
    if (!date || Number.isNaN(date.getTime())) return null;
    const { person, now } = this.pane.scene;
    const near = nearDay(date, person, now());
    const day = near ? t(near) : weekdayAndDay(date, { ...person, locale: pageLocale() });
    const late = !done && date < now();
    return el(
      "time",
      { class: late ? "due late" : "due", datetime: date.toISOString() },
      t(late ? "todoLate" : "todoDue", { when: `${day} ${clockTime(date, person)}` }),
    );
  }
}
