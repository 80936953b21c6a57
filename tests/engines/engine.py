"""What a test may ask of a browser, whichever engine it has."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

PATIENCE = 15  # seconds: an engine on a busy machine answers late

# Modules have run when a page is complete; the form's own waits for its rules first.
READY = """return document.readyState === "complete"
  && (!document.querySelector("[data-form]") || !!document.querySelector("[data-ready]"))"""
SHOWN = "return arguments[0].checkVisibility({visibilityProperty: true}) && !arguments[0].closest('[hidden]')"


class Engine(ABC):
    """A running browser with one window."""

    name: str
    driver: WebDriver
    downloads: Path

    @abstractmethod
    def width(self, pixels: int) -> None:
        """Make the page this wide, its scrollbar included."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """What the console said of faults and of the page's policy since the last call."""

    @abstractmethod
    def close(self) -> None:
        """End it and what was started for it."""

    def open(self, address: str) -> None:
        """Go to a page and wait until its scripts have run."""
        self.driver.get(address)
        self.wait(lambda: self.ask(READY), f"{address} to be ready")

    def ask(self, script: str, *given: Any) -> Any:
        """What JavaScript answers on the page."""
        return self.driver.execute_script(script, *given)

    def wait(self, found: Callable[[], Any], what: str) -> Any:
        """What `found` gives as soon as it gives something.

        Raises:
            AssertionError: nothing came; `what` says what was waited for.
        """
        end = time.monotonic() + PATIENCE
        while True:
            try:
                answer, fault = found(), ""
            except Exception as error:  # the page is being exchanged under the question
                answer, fault = None, f" ({error})"
            if answer:
                return answer
            assert time.monotonic() < end, f"{self.name} waited in vain for {what}{fault}"
            time.sleep(0.05)

    def all(self, css: str) -> list[WebElement]:
        """The elements in sight that match."""
        return [element for element in self.driver.find_elements(By.CSS_SELECTOR, css) if self.ask(SHOWN, element)]

    def find(self, css: str, words: str = "") -> WebElement:
        """The first element in sight that matches and holds `words`, once it is there."""

        def found() -> WebElement | None:
            return next((one for one in self.all(css) if words in self.words(one)), None)

        element: WebElement = self.wait(found, f"{css} {words!r}")
        return element

    def words(self, element: WebElement) -> str:
        """Its words, with single spaces."""
        return " ".join(str(self.ask("return arguments[0].textContent", element)).split())

    def click(self, css: str, words: str = "") -> None:
        """Click with the pointer where the element stands."""
        element = self.find(css, words)
        self.ask("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()

    def press(self, *keys: str) -> None:
        """Press keys one after another, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def type(self, css: str, words: str) -> None:
        """Click into a field and type."""
        self.click(css)
        self.find(css).send_keys(words)

    def choose(self, css: str, words: str) -> None:
        """Choose an option of a list as its readers do: with the keyboard."""
        field = self.find(css)
        options = [" ".join(option.split()) for option in self.ask("return [...arguments[0].options].map(o => o.text)", field)]
        goal = next(number for number, option in enumerate(options) if option.startswith(words))
        self.ask("arguments[0].focus()", field)
        field.send_keys(Keys.HOME, *[Keys.ARROW_DOWN] * goal)

    def says(self, css: str, words: str) -> None:
        """Wait until an element says so, in sight or for screen readers alone."""
        script = "return [...document.querySelectorAll(arguments[0])].some(e => e.textContent.includes(arguments[1]))"
        self.wait(lambda: self.ask(script, css, words), f"{css} to say {words!r}")

    def downloaded(self) -> Path:
        """The file that was saved last, once it is whole."""

        def found() -> Path | None:
            files = [path for path in self.downloads.iterdir() if path.suffix not in (".part", ".crdownload", ".wkdownload")]
            return max(files, key=lambda path: path.stat().st_mtime) if files and files[0].stat().st_size else None

        path: Path = self.wait(found, "a download")
        return path
