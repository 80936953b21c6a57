"""The least browser that WebKitWebDriver can drive: a bare view. Debian's own, MiniBrowser, can't be narrower than 447 pixels.

It runs with the system's Python, which has GTK's bindings; DOWNLOADS names the folder for what is saved.
"""

import os
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

WIDTH, HEIGHT = 1280, 900


def view(context: Any) -> Any:
    """A page of its own, in a window without a frame that takes any size."""
    made = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    made.get_settings().set_enable_write_console_messages_to_stdout(True)
    window = Gtk.Window()
    window.set_decorated(False)
    window.add(made)
    window.set_default_size(WIDTH, HEIGHT)
    window.show_all()
    made.grab_focus()
    made.connect("close", lambda *_: window.destroy())
    return made


def save(_: Any, download: Any) -> None:
    """Save without asking where."""

    def named(one: Any, name: str) -> bool:
        one.set_destination(f"file://{os.environ['DOWNLOADS']}/{name}")
        return True

    download.connect("decide-destination", named)


def driven(context: Any, session: Any) -> None:
    """Say who it is, and open a window when the driver asks for one."""
    known = WebKit2.ApplicationInfo.new()
    known.set_name("Bare")
    known.set_version(1, 0, 0)
    session.set_application_info(known)
    session.connect("create-web-view", lambda _: view(context))


Gtk.Settings.get_default().set_property("gtk-enable-animations", False)  # asks pages for less motion
context = WebKit2.WebContext.new_ephemeral()
context.set_automation_allowed(True)
context.connect("download-started", save)
context.connect("automation-started", driven)
Gtk.main()
