"""Settings from the environment and `.env`; every wrong one is reported at once."""

import re
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import ConfigError, Mistake

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
            raise _wrong("config-zone", zone=zone)
        return ZoneInfo(zone).key

    @field_validator("shopcrew_language")
    @classmethod
    def _language_known(cls, language: str) -> str:
        if language not in ("en", "zh"):
            raise _wrong("config-one-of", choices="en, zh")
        return language

    @field_validator("shopcrew_log")
    @classmethod
    def _log_known(cls, style: str) -> str:
        if style not in ("text", "json"):
            raise _wrong("config-one-of", choices="text, json")
        return style

    @field_validator("shopcrew_command")
    @classmethod
    def _command_spelled(cls, command: str) -> str:
        word = command.strip().lstrip("/")
        if not (1 <= len(word) <= 31) or word != word.lower() or " " in word:
            raise _wrong("config-command")
        return f"/{word}"

    @property
    def installs(self) -> bool:
        """Whether Slack workspaces can install the app by themselves."""
        return bool(self.slack_client_id)

    @field_validator("shopcrew_mail_url")
    @classmethod
    def _mail_server(cls, url: SecretStr | None) -> SecretStr | None:
        if url and not MAIL_SERVER.fullmatch(url.get_secret_value()):
            raise _wrong("config-mail-url")
        return url

    @field_validator("shopcrew_feedback_imap_url")
    @classmethod
    def _mailbox(cls, url: SecretStr | None) -> SecretStr | None:
        if url and not MAILBOX.fullmatch(url.get_secret_value()):
            raise _wrong("config-mailbox-url")
        return url

    @field_validator("shopcrew_mail_from")
    @classmethod
    def _mail_sender(cls, sender: str) -> str:
        if sender and not MAIL_SENDER.fullmatch(sender):
            raise _wrong("config-mail-from")
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
            raise _wrong("config-https")
        return url if url.endswith("/") else url + "/"


class _Given(BaseSettings):
    """What is set at all, for what must be set together."""

    model_config = Settings.model_config

    slack_bot_token: str | None = None
    slack_app_token: str | None = None
    slack_signing_secret: str | None = None
    slack_client_id: str | None = None
    slack_client_secret: str | None = None
    shopcrew_language: str = "en"
    shopcrew_public_url: str = ""
    dingtalk_client_id: str | None = None
    dingtalk_client_secret: str | None = None
    dingtalk_event_token: str | None = None
    dingtalk_event_aes_key: str | None = None
    shopcrew_mail_url: str | None = None
    shopcrew_mail_from: str | None = None

    def lacking(self) -> list[Mistake]:
        """What is missing beside what is there."""
        door = self.slack_app_token or self.slack_signing_secret
        slack = self.slack_bot_token or self.slack_client_id
        found = {
            "config-slack-token": door and not slack,
            "config-slack-door": slack and not door,
            "config-slack-client": (
                bool(self.slack_client_id) != bool(self.slack_client_secret)
            ),
            "config-slack-public-url": (
                self.slack_client_id and not self.shopcrew_public_url
            ),
            "config-dingtalk-client": (
                bool(self.dingtalk_client_id) != bool(self.dingtalk_client_secret)
            ),
            "config-dingtalk-events": (
                bool(self.dingtalk_event_token) != bool(self.dingtalk_event_aes_key)
            ),
            "config-mail-both": (
                bool(self.shopcrew_mail_url) != bool(self.shopcrew_mail_from)
            ),
        }
        return [Mistake(key) for key, lacks in found.items() if lacks]


def load(**overrides: object) -> Settings:
    """The settings. Raises ConfigError that names every mistake, never a secret's
    value.
    """
    mistakes: list[Mistake] = []
    loaded: Settings | None = None
    try:
        loaded = Settings(**overrides)  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as wrong:
        mistakes = [_mistake(error) for error in wrong.errors()]
    mistakes += _Given(**overrides).lacking()  # type: ignore[arg-type]  # the same
    if loaded is None or mistakes:
        raise ConfigError(*mistakes)
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


def _wrong(key: str, **values: str) -> PydanticCustomError:
    """A mistake by its key in the catalogue; its words are never shown."""
    return PydanticCustomError(key, "wrong", values)


def _mistake(error: ErrorDetails) -> Mistake:
    """What pydantic found, without the value: it may be a secret."""
    setting = ".".join(str(part) for part in error["loc"]).upper()
    values = {name: str(value) for name, value in error.get("ctx", {}).items()}
    kind = error["type"]
    if kind.startswith("config-"):
        return Mistake(kind, values, setting)
    if kind == "literal_error":
        choices = values["expected"].replace("'", "").replace(" or ", ", ")
        return Mistake("config-one-of", {"choices": choices}, setting)
    if kind.startswith(("int_", "greater_than", "less_than")):
        return _number(setting)
    if kind == "string_too_long":
        return Mistake("config-too-long", {"most": values["max_length"]}, setting)
    if kind.startswith("bool_"):
        return Mistake("config-one-of", {"choices": "true, false"}, setting)
    return Mistake("config-other", {"why": error["msg"]}, setting)


def _number(setting: str) -> Mistake:
    """What the number may be."""
    rules = Settings.model_fields[setting.lower()].metadata
    names = {"ge": "least", "le": "most"}
    found = {
        called: str(getattr(rule, name))
        for rule in rules
        for name, called in names.items()
        if hasattr(rule, name)
    }
    key = "config-number" if "most" in found else "config-number-least"
    return Mistake(key, found, setting)


def language() -> str:
    """The language of who runs the bot, where the settings themselves are wrong."""
    return _Given().shopcrew_language
