"""Speaks to Firefox through Marionette, the door it has built in, so that Selenium needs no geckodriver (Debian has none).

The protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import itertools
import json
import socket
from typing import Any

from selenium.webdriver.remote.command import Command

# Selenium's name of a command, and Marionette's.
NAMES = {
    Command.NEW_SESSION: "WebDriver:NewSession",
    Command.QUIT: "Marionette:Quit",
    Command.GET: "WebDriver:Navigate",
    Command.GET_CURRENT_URL: "WebDriver:GetCurrentURL",
    Command.GET_TITLE: "WebDriver:GetTitle",
    Command.GO_BACK: "WebDriver:Back",
    Command.GO_FORWARD: "WebDriver:Forward",
    Command.REFRESH: "WebDriver:Refresh",
    Command.FIND_ELEMENT: "WebDriver:FindElement",
    Command.FIND_ELEMENTS: "WebDriver:FindElements",
    Command.CLICK_ELEMENT: "WebDriver:ElementClick",
    Command.CLEAR_ELEMENT: "WebDriver:ElementClear",
    Command.SEND_KEYS_TO_ELEMENT: "WebDriver:ElementSendKeys",
    Command.W3C_GET_ACTIVE_ELEMENT: "WebDriver:GetActiveElement",
    Command.W3C_ACTIONS: "WebDriver:PerformActions",
    Command.W3C_EXECUTE_SCRIPT: "WebDriver:ExecuteScript",
    Command.W3C_ACCEPT_ALERT: "WebDriver:AcceptAlert",
    Command.W3C_DISMISS_ALERT: "WebDriver:DismissAlert",
    Command.SCREENSHOT: "WebDriver:TakeScreenshot",
    Command.W3C_GET_CURRENT_WINDOW_HANDLE: "WebDriver:GetWindowHandle",
    Command.NEW_WINDOW: "WebDriver:NewWindow",
    Command.SWITCH_TO_WINDOW: "WebDriver:SwitchToWindow",
    Command.CLOSE: "WebDriver:CloseWindow",
    Command.SET_WINDOW_RECT: "WebDriver:SetWindowRect",
    Command.SET_TIMEOUTS: "WebDriver:SetTimeouts",
}
PRIVILEGED = "Marionette:SetContext"
MINUTES = 60.0


class Marionette:
    """A connection that Selenium's driver takes in place of one over HTTP."""

    client_config = None

    def __init__(self, port: int) -> None:
        self.numbers = itertools.count(1)
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=2 * MINUTES)
        self._receive()  # it says who it is

    def execute(self, command: str, given: dict[str, Any]) -> dict[str, Any]:
        """What Firefox answers to a command of Selenium's, in the form in which Selenium reads it."""
        given = {name: value for name, value in given.items() if name != "sessionId"}
        if command == Command.NEW_SESSION:
            given = {}
        if command == Command.QUIT:
            given = {"flags": ["eForceQuit"]}
        if command == Command.SCREENSHOT:
            given = {"full": False}
        return self.send(NAMES[command], given)

    def send(self, name: str, given: dict[str, Any]) -> dict[str, Any]:
        """What it answers to a command of its own."""
        message = json.dumps([0, next(self.numbers), name, given])
        self.socket.sendall(f"{len(message.encode())}:{message}".encode())
        _, _, fault, result = self._receive()
        if fault:
            return {"status": 500, "value": json.dumps({"value": fault})}
        return result if isinstance(result, dict) and "value" in result else {"value": result}

    def privileged(self, script: str, *given: Any) -> Any:
        """What JavaScript answers that runs beside the page, with the rights of Firefox itself.

        Raises:
            RuntimeError: the script failed.
        """
        self.send(PRIVILEGED, {"value": "chrome"})
        try:
            answer = self.send("WebDriver:ExecuteScript", {"script": script, "args": list(given)})
        finally:
            self.send(PRIVILEGED, {"value": "content"})
        if answer.get("status"):
            raise RuntimeError(answer["value"])
        return answer["value"]

    def close(self) -> None:
        """Let go of Firefox."""
        self.socket.close()

    def _receive(self) -> Any:
        """One message: its length in bytes, a colon, its JSON."""
        length = b""
        while (digit := self._bytes(1)) != b":":
            length += digit
        return json.loads(self._bytes(int(length)))

    def _bytes(self, count: int) -> bytes:
        taken = bytearray()
        while len(taken) < count:
            more = self.socket.recv(count - len(taken))
            if not more:
                raise ConnectionError("Firefox has closed the connection")
            taken += more
        return bytes(taken)
