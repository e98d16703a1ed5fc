"""Settings from the environment and `.env`; every wrong one is reported at once."""

from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import ConfigError

Secret = Annotated[SecretStr | None, Field(default=None)]


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

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"

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

    @field_validator("slack_api_url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("must begin with https:// or http://")
        return url if url.endswith("/") else url + "/"

    @model_validator(mode="after")
    def _slack_is_whole(self) -> "Settings":
        if (
            self.slack_app_token or self.slack_signing_secret
        ) and not self.slack_bot_token:
            raise ValueError(
                "SLACK_BOT_TOKEN is missing (xoxb-…, from OAuth & Permissions)"
            )
        if self.slack_bot_token and not (
            self.slack_app_token or self.slack_signing_secret
        ):
            raise ValueError(
                "set SLACK_APP_TOKEN (xapp-…) for Socket Mode, "
                "or SLACK_SIGNING_SECRET for HTTP"
            )
        return self


def load(**overrides: object) -> Settings:
    """The settings. Raises ConfigError that names every mistake, never a secret's
    value.
    """
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as wrong:
        lines = [_explain(error["loc"], error["msg"]) for error in wrong.errors()]
        raise ConfigError("\n".join(lines)) from None


def load_for_trial() -> Settings:
    """Settings for what needs no platform: the trial, the manifest, the database.

    A `.env` for a real workspace does not get in the way.
    """
    return load(slack_bot_token=None, slack_app_token=None, slack_signing_secret=None)


def _explain(where: tuple[int | str, ...], message: str) -> str:
    name = ".".join(str(part) for part in where).upper()
    text = message.removeprefix("Value error, ")
    return f"{name}: {text}" if name else text
