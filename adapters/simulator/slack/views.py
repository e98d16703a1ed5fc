"""Modals and home tabs: stacks of three, hashes, and what people typed so far."""

from __future__ import annotations

from adapters.simulator.slack.blockkit import check_view, view_size
from adapters.simulator.slack.errors import SlackError, invalid_arguments
from adapters.simulator.slack.markup import stored_blocks, stored_value
from adapters.simulator.slack.records import View
from adapters.simulator.slack.state import Workspace, random_id, random_token
from adapters.simulator.slack.values import initial_values
from adapters.simulator.wire import Json

MOST_STACKED = 3
MOST_BYTES = 250_000


class Views:
    """Keep each person's stack of modals and home tab (facts §5, §6)."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.errors: dict[str, dict[str, str]] = {}

    def top(self, user: str) -> View | None:
        """The modal that the person sees, if any."""
        stack = self.stacks.get(user)
        return stack[-1] if stack else None

    def open(self, user: str, body: Json) -> View:
        """Show a first modal; whatever was open is gone."""
        view = self._new(user, body, "modal")
        self.stacks[user] = [view]
        return self._shown(view)

    def push(self, user: str, body: Json) -> View:
        """Show a modal on top of the person's stack, of three at most."""
        stack = self.stacks.get(user)
        if not stack:
            raise SlackError("not_found")
        if len(stack) >= MOST_STACKED:
            raise SlackError("push_limit_reached")
        view = self._new(user, body, "modal", below=stack[-1])
        stack.append(view)
        return self._shown(view)

    def publish(self, user: str, body: Json, hash: str | None = None) -> View:
        """Replace the person's home tab, unless the hash is stale."""
        old = self.homes.get(user)
        if old and hash and hash != old.hash:
            raise SlackError("hash_conflict")
        if old is None:
            view = self._new(user, body, "home")
            self.homes[user] = view
            return self._shown(view)
        return self._replaced(old, body, "home")

    def update(self, view: View, body: Json, hash: str | None = None) -> View:
        """Replace an open view in place, unless the hash is stale."""
        if hash and hash != view.hash:
            raise SlackError("hash_conflict")
        return self._replaced(view, body, str(view.body["type"]))

    def find(self, id: str | None, external_id: str | None) -> View:
        """An open view by its id or the app's own; `not_found` once it is closed."""
        for view in self._all():
            if (id and view.id == id) or (
                external_id and view.external_id == external_id
            ):
                return view
        raise SlackError("not_found")

    def close_top(self, user: str) -> View:
        """Take the top modal away; the one below shows again."""
        view = self.stacks[user].pop()
        self.errors.pop(user, None)
        self._workspace.revisions.bump()
        return view

    def clear(self, user: str) -> None:
        """Close the whole stack."""
        self.stacks[user] = []
        self.errors.pop(user, None)
        self._workspace.revisions.bump()

    def complain(self, user: str, errors: dict[str, str]) -> None:
        """Show errors beside the fields of the top modal."""
        self.errors[user] = errors
        self._workspace.revisions.bump()

    def wire(self, view: View) -> Json:
        """The view with all keys that payloads and answers carry (facts §4)."""
        company, body = self._workspace.company, view.body
        own: Json = {
            "id": view.id,
            "team_id": company.team_id,
            "type": body["type"],
            "blocks": body["blocks"],
            "private_metadata": body.get("private_metadata") or "",
            "callback_id": body.get("callback_id") or "",
            "state": {"values": view.values},
            "hash": view.hash,
            "title": body.get("title") or _no_title(),
            "clear_on_close": bool(body.get("clear_on_close")),
            "notify_on_close": bool(body.get("notify_on_close")),
            "close": body.get("close"),
            "submit": body.get("submit"),
            "previous_view_id": view.previous,
            "root_view_id": view.root,
            "app_id": company.app_id,
            "external_id": view.external_id,
            "app_installed_team_id": company.team_id,
            "bot_id": self._workspace.bot.bot_id,
        }
        return own

    def _new(
        self, user: str, body: Json, surface: str, below: View | None = None
    ) -> View:
        self._check(body, surface)
        id = random_id("V")
        root = below.root if below else id
        previous = below.id if below else None
        view = View(id, user, self._stored(body), self._hash(), root, previous)
        view.values = initial_values(view.blocks)
        return view

    def _replaced(self, view: View, body: Json, surface: str) -> View:
        self._check(body, surface, replaced=view)
        view.body, view.hash = self._stored(body), self._hash()
        view.values = initial_values(view.blocks, view.values)
        return self._shown(view)

    def _check(self, body: Json, surface: str, replaced: View | None = None) -> None:
        if view_size(body) > MOST_BYTES:
            raise SlackError("view_too_large")
        if messages := check_view(body):
            raise invalid_arguments(*messages)
        if body["type"] != surface:
            raise invalid_arguments(
                f"[ERROR] must be a view of type {surface} [json-pointer:/view/type]"
            )
        own = body.get("external_id")
        others = (view for view in self._all() if view is not replaced)
        if own and any(view.external_id == own for view in others):
            raise SlackError("duplicate_external_id")

    def _stored(self, body: Json) -> Json:
        kept = stored_value(self._workspace, body)
        return kept | {"blocks": stored_blocks(self._workspace, body["blocks"])}

    def _shown(self, view: View) -> View:
        self.errors.pop(view.user, None)
        self._workspace.revisions.bump()
        return view

    def _hash(self) -> str:
        seconds = int(self._workspace.clock.now().timestamp())
        return f"{seconds}.{random_token()}"

    def _all(self) -> list[View]:
        return [v for stack in self.stacks.values() for v in stack] + [
            *self.homes.values()
        ]


def _no_title() -> Json:
    return {"type": "plain_text", "text": "View Title", "emoji": True}
