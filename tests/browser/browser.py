"""A Chromium, driven over a pair of pipes in the DevTools protocol. Nothing but Python is needed."""
import base64
import contextlib
import json
import os
import queue
import shlex
import subprocess
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Seconds in which a busy machine answers, too.
PATIENCE = 180
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
    # Nobody goes back: a page that is left need not be kept.
    "--disable-features=BackForwardCache,RenderDocument",
]


class Skipped(Exception):
    """What cannot be tried here, and why."""


def madoguchi():
    """The command: the build that MADOGUCHI names, else the newest of this checkout."""
    named = os.environ.get("MADOGUCHI")
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    found = [target / profile / "madoguchi" for profile in ("release", "debug")]
    found = sorted((file for file in found if file.is_file()), key=lambda file: file.stat().st_mtime)
    if not named and not found:
        raise Skipped("the command is not built")
    return named or str(found[-1].resolve())


class Browser:
    """One browser process."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        into_read, into_write = os.pipe()
        out_read, out_write = os.pipe()
        command = shlex.join(["chromium", "--remote-debugging-pipe", f"--user-data-dir={self.profile.name}", *FLAGS])
        # The browser reads commands from its third descriptor and answers on its fourth.
        self.process = subprocess.Popen(
            ["bash", "-c", f"exec {command} 3<&{into_read} 4>&{out_write}"],
            pass_fds=(into_read, out_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(into_read)
        os.close(out_write)
        self.commands = os.fdopen(into_write, "wb", buffering=0)
        self.answers = os.fdopen(out_read, "rb")
        self.waiting, self.pages, self.last, self.context = {}, {}, 0, {}
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        buffer = b""
        while chunk := self.answers.read1(1 << 20):
            *messages, buffer = (buffer + chunk).split(b"\0")
            for text in messages:
                message = json.loads(text)
                if "id" in message:
                    self.waiting.pop(message["id"]).put(message)
                elif page := self.pages.get(message.get("sessionId")):
                    page.happened(message["method"], message["params"])

    def send(self, method, session=None, **params):
        self.last += 1
        answer = self.waiting[self.last] = queue.Queue()
        message = {"id": self.last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self.commands.write(json.dumps(message).encode() + b"\0")
        reply = answer.get(timeout=PATIENCE)
        if "error" in reply:
            raise RuntimeError(f"{method}: {reply['error']['message']}")
        return reply["result"]

    def page(self, **look):
        return Page(self, **look)

    @contextlib.contextmanager
    def apart(self):
        """Pages that are opened within share a storage of their own, and close at the end."""
        self.context = self.send("Target.createBrowserContext")
        try:
            yield
        finally:
            self.send("Target.disposeBrowserContext", **self.context)
            self.context = {}

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.profile.cleanup()


class Page:
    """A tab, with `script` on or off, in a look (see `look`)."""

    def __init__(self, browser, script=True, **look):
        self.browser = browser
        self.target = browser.send("Target.createTarget", url="about:blank", **browser.context)["targetId"]
        self.session = browser.send("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        self.errors, self.loaded = [], threading.Event()
        browser.pages[self.session] = self
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.send(f"{domain}.enable")
        self.look(**look)
        if not script:
            self.send("Emulation.setScriptExecutionDisabled", value=True)

    def look(self, width=1200, height=900, scheme="light", forced=False):
        """Changes the window and the preferences (`scheme`: "light", "dark"; `forced` colours), without loading anew."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "forced-colors", "value": "active" if forced else "none"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.send("Emulation.setEmulatedMedia", features=features)
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.until(f"innerWidth === {width}")

    def send(self, method, **params):
        return self.browser.send(method, self.session, **params)

    def happened(self, method, params):
        if method == "Page.loadEventFired":
            self.loaded.set()
        elif method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.errors.append(params["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.errors.append(" ".join(str(arg.get("value")) for arg in params["args"]))

    def goto(self, url):
        self.loaded.clear()
        result = self.send("Page.navigate", url=url)
        if "errorText" in result:
            raise RuntimeError(f"{url}: {result['errorText']}")
        # A change of the fragment alone loads nothing.
        if "loaderId" in result and not self.loaded.wait(PATIENCE):
            raise RuntimeError(f"{url}: not loaded")
        return self

    def run(self, script):
        """The value of an expression in the page, once it is settled."""
        reply = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        if "exceptionDetails" in reply:
            details = reply["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return reply["result"].get("value")

    def until(self, condition, what=None, seconds=30):
        """Waits until an expression in the page is true; it is no test of time."""
        end = time.monotonic() + seconds
        while not self.run(condition):
            assert time.monotonic() < end, f"not in {seconds} s: {what or condition} {self.errors}"
            time.sleep(0.02)

    def place(self, selector):
        """The middle of an element, scrolled into view."""
        script = f"""(() => {{ const e = document.querySelector({json.dumps(selector)}); if (!e) return null;
            e.scrollIntoView({{block: "center"}}); const r = e.getBoundingClientRect();
            return [r.x + r.width / 2, r.y + r.height / 2]; }})()"""
        found = self.run(script)
        if not found:
            raise RuntimeError(f"nothing is {selector}")
        return found

    def click(self, selector):
        """A click of the mouse, as a person's."""
        x, y = self.place(selector)
        for kind in ["mousePressed", "mouseReleased"]:
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def key(self, key, code=None, number=0, modifiers=0):
        for kind in ["keyDown", "keyUp"]:
            extra = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=code or key, windowsVirtualKeyCode=number, modifiers=modifiers, **extra)

    def type(self, text):
        self.send("Input.insertText", text=text)

    def count(self, selector):
        return self.run(f"document.querySelectorAll({json.dumps(selector)}).length")

    def visible(self, selector):
        """How many such elements can be seen."""
        return self.run(f"[...document.querySelectorAll({json.dumps(selector)})].filter(e => e.checkVisibility()).length")

    def text(self, selector="main"):
        return self.run(f"document.querySelector({json.dumps(selector)})?.innerText")

    def prints_on_one_sheet(self):
        try:
            # A sheet that is not there cannot be printed; nothing is drawn to learn that.
            self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True, paperWidth=8.27, paperHeight=11.69, pageRanges="2")
        except RuntimeError as error:
            if "Page range exceeds page count" not in str(error):
                raise
            return True
        return False

    def screenshot(self, file):
        reply = self.send("Page.captureScreenshot", captureBeyondViewport=True)
        with open(file, "wb") as out:
            out.write(base64.b64decode(reply["data"]))

    def crash(self):
        """Ends the page as a fault of the browser does; it answers nothing more."""
        self.browser.last += 1
        self.browser.waiting[self.browser.last] = queue.Queue()
        message = {"id": self.browser.last, "method": "Page.crash", "params": {}, "sessionId": self.session}
        self.browser.commands.write(json.dumps(message).encode() + b"\0")

    def close(self):
        self.browser.send("Target.closeTarget", targetId=self.target)
        self.browser.pages.pop(self.session, None)
