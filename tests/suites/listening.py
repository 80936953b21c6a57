"""Hears whatever a page does that a text could have made it do: ask for attention, say something, load from elsewhere."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Dialog, Page, Request

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# In frames too.
_LISTEN = """
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => heard(name);
document.addEventListener("securitypolicyviolation", (event) => heard("violation: " + event.violatedDirective));
window.addEventListener("error", (event) => event.message && heard("error: " + event.message));
"""


def listen(page: Page, site: str) -> list[str]:
    """What is heard from now on of `page`, which shows the site at `site`; the list grows."""
    heard: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if "Failed to load resource" not in message.text:  # a picture that is not there
            heard.append(f"console: {message.text}")

    def asked(request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(site).netloc:
            heard.append(f"request: {request.url}")

    def dismiss(dialog: Dialog) -> None:
        heard.append(f"dialog: {dialog.type}")
        dialog.dismiss()

    page.expose_function("heard", lambda what: heard.append(what))
    page.add_init_script(_LISTEN)
    page.on("console", said)
    page.on("dialog", dismiss)
    page.on("request", asked)
    page.on("popup", lambda popup: heard.append(f"popup: {popup.url}"))
    return heard


def without_policy(html: str) -> str:
    """A page as it would be without the site's own policy."""
    found, count = _POLICY.subn("", html)
    assert count == 1
    return found
