"""Files: upload for a media_id, download of what people sent (facts §4.7)."""

from __future__ import annotations

import secrets

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import ApiRefusal, OapiRefusal
from adapters.simulator.dingtalk.methods.robot import SCOPE, check_robot
from adapters.simulator.wire import Json

_ENDINGS = {
    "image": ("jpg", "jpeg", "gif", "png", "bmp"),
    "voice": ("amr", "mp3", "wav"),
    "video": ("mp4",),
    "file": ("doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "pdf", "rar"),
}


def _upload(call: Call) -> Json:
    kind = call.field("type")
    if kind not in _ENDINGS or not call.ding.uploads:
        raise OapiRefusal(40004, "不合法的媒体文件类型")
    media = call.ding.uploads.pop()
    if str(media["name"]).rpartition(".")[2].lower() not in _ENDINGS[kind]:
        raise OapiRefusal(40005, "不合法的文件类型")
    if not media["bytes"]:
        raise OapiRefusal(40035, "不合法的参数: media")
    id = "@lAD" + secrets.token_urlsafe(16)
    call.ding.files[id] = media["bytes"]
    body: Json = {"errcode": 0, "errmsg": "ok", "type": kind, "media_id": id}
    return body | {"created_at": call.ding.organization.milliseconds()}


def _download(call: Call) -> Json:
    check_robot(call)
    code = call.needed("downloadCode", "invalidParameter.robotCode.downloadCode")
    if code not in call.ding.files:
        raise ApiRefusal(
            "invalidParameter.robotCode.downloadCode", "无效的downloadCode"
        )
    return {"downloadUrl": f"{call.ding.base_url}/simulator/dingtalk/files/{code}.file"}


METHODS = (
    method(
        "POST",
        "/v1.0/robot/messageFiles/download",
        _download,
        SCOPE,
        "downloadCode robotCode",
    ),
)
OAPI_METHODS = (method("POST", "/media/upload", _upload, "qyapi_base", "type media"),)
