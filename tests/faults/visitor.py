"""Somebody at a real web server, over HTTP, with cookies and without a browser."""

import json
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode

from lxml import html

from tests.cast import PASSWORD, email


class Visitor:
    """Signs in and keeps the token of the last page."""

    def __init__(self, address: str) -> None:
        self.address, self.token = address, ""
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> Any:
        """A page, parsed."""
        page = html.document_fromstring(self._open(urllib.request.Request(self.address + path)).decode())
        self.token = page.xpath("string(//input[@name='csrf_token']/@value)") or self.token
        return page

    def sign_in(self, name: str) -> None:
        self.get("/sign-in")
        form = {"csrf_token": self.token, "email": email(name), "password": PASSWORD}
        self._open(urllib.request.Request(f"{self.address}/sign-in", data=urlencode(form).encode()))

    def post_json(self, path: str, told: dict[str, Any]) -> dict[str, Any]:
        """What was answered. Raises: OSError when the server is not there to answer, or refuses."""
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.token}
        answer: dict[str, Any] = json.loads(
            self._open(urllib.request.Request(self.address + path, data=json.dumps(told).encode(), headers=headers))
        )
        return answer

    def _open(self, request: urllib.request.Request) -> bytes:
        try:
            with self._opener.open(request, timeout=30) as response:
                content: bytes = response.read()
                return content
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{request.full_url}: {error.code} {error.read()[:300]!r}") from None
