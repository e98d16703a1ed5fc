"""Settings from the environment and `.env`; every wrong one is reported at once."""

import re
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import ConfigError

MAIL_SERVER = re.compile(r"smtps?://([^\s/@]+@)?([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?/?")
MAILBOX = re.compile(
    r"imaps?://[^\s/@:]+:[^\s/@]+@([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?(/[^\s?#]*)?"
)
MAIL_SENDER = re.compile(r"[^\s<>@]+@[\w.-]+|[^<>@\r\n]+ <[^\s<>@]+@[\w.-]+>")


class Settings(BaseSettings):
    """What an owner can set (DESIGN §10). Secrets never show in a representation."""

    model_config = SettingsConfigDict(
        env_file=".env", extra="ignore", env_ignore_empty=True
    )

    shopcrew_database_url: str = "sqlite+aiosqlite:///shopcrew.db"
    shopcrew_host: str = "127.0.0.1"
    shopcrew_port: int = Field(default=8080, ge=0, le=65535)
    shopcrew_public_url: str = ""
    shopcrew_timezone: str = "UTC"
    shopcrew_language: str = "en"
    shopcrew_country: str = ""
    shopcrew_command: str = "/crew"
    shopcrew_log: str = "text"
    shopcrew_secret_key: SecretStr | None = None
    shopcrew_mail_url: SecretStr | None = None
    shopcrew_mail_from: str = ""
    shopcrew_feedback_imap_url: SecretStr | None = None
    shopcrew_webhook_inside: str = ""

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_client_id: str = ""
    slack_client_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"

    dingtalk_client_id: str = ""
    dingtalk_client_secret: SecretStr | None = None
    dingtalk_corp_id: str = ""
    dingtalk_robot_code: str = ""
    dingtalk_robot_name: str = Field(default="", max_length=40)
    dingtalk_agent_id: int = Field(default=0, ge=0)
    dingtalk_mode: Literal["stream", "http"] = "stream"
    dingtalk_event_token: SecretStr | None = None
    dingtalk_event_aes_key: SecretStr | None = None
    dingtalk_card_template_id: str = ""
    dingtalk_monthly_calls: int = Field(default=5000, ge=0)
    dingtalk_monthly_pushes: int = Field(default=3000, ge=0)
    dingtalk_leave: bool = True
    dingtalk_todo: bool = False
    dingtalk_api_url: str = "https://api.dingtalk.com/"
    dingtalk_oapi_url: str = "https://oapi.dingtalk.com/"
    dingtalk_login_url: str = "https://login.dingtalk.com/"

    @field_validator("shopcrew_timezone")
    @classmethod
    def _zone_exists(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError(f"{zone!r} is no IANA time zone; try Europe/Berlin")
        return ZoneInfo(zone).key

    @field_validator("shopcrew_language")
    @classmethod
    def _language_known(cls, language: str) -> str:
        if language not in ("en", "zh"):
            raise ValueError("must be en or zh")
        return language

    @field_validator("shopcrew_log")
    @classmethod
    def _log_known(cls, style: str) -> str:
        if style not in ("text", "json"):
            raise ValueError("must be text or json")
        return style

    @field_validator("shopcrew_command")
    @classmethod
    def _command_spelled(cls, command: str) -> str:
        word = command.strip().lstrip("/")
        if not (1 <= len(word) <= 31) or word != word.lower() or " " in word:
            raise ValueError("must be one lower-case word, such as /crew")
        return f"/{word}"

    @property
    def installs(self) -> bool:
        """Whether Slack workspaces can install the app by themselves."""
        return bool(self.slack_client_id)

    @field_validator("shopcrew_mail_url")
    @classmethod
    def _mail_server(cls, url: SecretStr | None) -> SecretStr | None:
        if url and not MAIL_SERVER.fullmatch(url.get_secret_value()):
            raise ValueError("must read smtp://user:password@host:587 or smtps://…")
        return url

    @field_validator("shopcrew_feedback_imap_url")
    @classmethod
    def _mailbox(cls, url: SecretStr | None) -> SecretStr | None:
        if url and not MAILBOX.fullmatch(url.get_secret_value()):
            raise ValueError("must read imaps://user:password@host:993/INBOX")
        return url

    @field_validator("shopcrew_mail_from")
    @classmethod
    def _mail_sender(cls, sender: str) -> str:
        if sender and not MAIL_SENDER.fullmatch(sender):
            raise ValueError("must read bot@example.com or Name <bot@example.com>")
        return sender

    @property
    def platforms(self) -> tuple[str, ...]:
        """The variables of the platforms that are connected."""
        named = {
            "SLACK_BOT_TOKEN": self.slack_bot_token,
            "SLACK_CLIENT_ID": self.slack_client_id,
            "DINGTALK_CLIENT_ID": self.dingtalk_client_id,
        }
        return tuple(name for name, value in named.items() if value)

    @field_validator(
        "slack_api_url", "dingtalk_api_url", "dingtalk_oapi_url", "dingtalk_login_url"
    )
    @classmethod
    def _is_address(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("must begin with https:// or http://")
        return url if url.endswith("/") else url + "/"


class _Given(BaseSettings):
    """What is set at all, for what must be set together."""

    model_config = Settings.model_config

    slack_bot_token: str | None = None
    slack_app_token: str | None = None
    slack_signing_secret: str | None = None
    slack_client_id: str | None = None
    slack_client_secret: str | None = None
    shopcrew_public_url: str = ""
    dingtalk_client_id: str | None = None
    dingtalk_client_secret: str | None = None
    dingtalk_event_token: str | None = None
    dingtalk_event_aes_key: str | None = None
    shopcrew_mail_url: str | None = None
    shopcrew_mail_from: str | None = None

    def lacking(self) -> list[str]:
        """What is missing beside what is there."""
        door = self.slack_app_token or self.slack_signing_secret
        found = {
            "SLACK_BOT_TOKEN is missing (xoxb-…, from OAuth & Permissions)": (
                door and not (self.slack_bot_token or self.slack_client_id)
            ),
            "set SLACK_APP_TOKEN (xapp-…) for Socket Mode, "
            "or SLACK_SIGNING_SECRET for HTTP": (
                (self.slack_bot_token or self.slack_client_id) and not door
            ),
            "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together "
            "(Basic Information → App Credentials)": (
                bool(self.slack_client_id) != bool(self.slack_client_secret)
            ),
            "SLACK_CLIENT_ID needs SHOPCREW_PUBLIC_URL, the https:// address at which "
            "people's browsers reach Shopcrew": (
                self.slack_client_id and not self.shopcrew_public_url
            ),
            "DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET belong together "
            "(开发者后台 → 凭证与基础信息)": (
                bool(self.dingtalk_client_id) != bool(self.dingtalk_client_secret)
            ),
            "DINGTALK_EVENT_TOKEN and DINGTALK_EVENT_AES_KEY belong together "
            "(开发者后台 → 事件订阅)": (
                bool(self.dingtalk_event_token) != bool(self.dingtalk_event_aes_key)
            ),
            "SHOPCREW_MAIL_URL and SHOPCREW_MAIL_FROM belong together": (
                bool(self.shopcrew_mail_url) != bool(self.shopcrew_mail_from)
            ),
        }
        return [text for text, lacks in found.items() if lacks]


def load(**overrides: object) -> Settings:
    """The settings. Raises ConfigError that names every mistake, never a secret's
    value.
    """
    lines: list[str] = []
    loaded: Settings | None = None
    try:
        loaded = Settings(**overrides)  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as wrong:
        lines = [_explain(error["loc"], error["msg"]) for error in wrong.errors()]
    lines += _Given(**overrides).lacking()  # type: ignore[arg-type]  # the same
    if loaded is None or lines:
        raise ConfigError("\n".join(lines))
    return loaded


def load_for_trial() -> Settings:
    """Settings for what needs no platform: the trial, the manifest, the database.

    A `.env` for a real workspace does not get in the way.
    """
    return load(
        slack_bot_token=None,
        slack_app_token=None,
        slack_signing_secret=None,
        slack_client_id="",
        slack_client_secret=None,
        dingtalk_client_id="",
        dingtalk_client_secret=None,
        shopcrew_mail_url=None,
        shopcrew_mail_from="",
        shopcrew_feedback_imap_url=None,
    )


def keys_in(text: str) -> tuple[str, ...]:
    """The keys of SHOPCREW_SECRET_KEY: several have commas between them."""
    return tuple(key.strip() for key in text.split(",") if key.strip())


def secret(value: SecretStr | None) -> str | None:
    """The secret itself, for who needs it."""
    return value.get_secret_value() if value else None


def _explain(where: tuple[int | str, ...], message: str) -> str:
    name = ".".join(str(part) for part in where).upper()
    text = message.removeprefix("Value error, ")
    return f"{name}: {text}" if name else text
