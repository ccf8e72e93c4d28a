"""A headless Chromium that scripts of the project drive, by the DevTools protocol over a pipe. It needs nothing but Python.

    with Server(directory) as server, Chromium() as chromium:
        page = chromium.open(server.url + "index.html", width=390, height=844, scale=2, scheme="dark")
        page.images()             # what each image on the page shows
        page.layout_shift         # 0 if nothing moved while the page loaded
        page.screenshot("phone.png")
        page.close()

The program `chromium` is that of Debian; scripts/install chromium:chromium installs it.
"""

import base64
import functools
import http.server
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import threading
import time

# Adds up the shifts of the layout, as the measure CLS does but without its windows of time.
WATCH = """
window.layoutShifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    const moved = entry.sources.map(({ node }) => node?.tagName ? node.tagName + "." + node.className : node?.data);
    window.layoutShifts.push({ value: entry.value, moved });
  }
}).observe({ type: "layout-shift", buffered: true });
"""

# One object for each image: the file that it shows, its size on the page, its alternative text, and whether it is seen.
IMAGES = """
[...document.images].map((image) => {
  const box = image.getBoundingClientRect();
  return {
    source: image.currentSrc, alt: image.getAttribute("alt"), complete: image.complete && image.naturalWidth > 0,
    shown: image.checkVisibility() && box.width > 0 && box.height > 0, left: box.left, top: box.top + scrollY,
    width: box.width, height: box.height, loading: image.loading,
  };
})
"""


class Fault(Exception):
    """An error that Chromium reports, or its silence."""


class Chromium:
    """A running browser with a profile of its own. `version` is the name and number of the browser."""

    def __init__(self, arguments=()):
        self._profile = tempfile.mkdtemp(prefix="chromium-")
        # The browser reads commands from descriptor 3 and writes answers to descriptor 4.
        command_end, self._commands = os.pipe()
        self._answers, answer_end = os.pipe()
        script = f'exec 3<&{command_end} 4>&{answer_end}; exec chromium "$@"'
        self._process = subprocess.Popen(
            ["bash", "-c", script, "bash", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-dev-shm-usage", "--no-first-run", "--force-color-profile=srgb", "--remote-debugging-pipe",
             f"--user-data-dir={self._profile}", *arguments],
            pass_fds=(command_end, answer_end), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(command_end)
        os.close(answer_end)
        self._received = b""
        self._number = 0
        self._pages = {}
        self.version = self.call("Browser.getVersion")["product"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        try:
            self.call("Browser.close")
            self._process.wait(timeout=10)
        except (Fault, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._commands)
        os.close(self._answers)
        shutil.rmtree(self._profile, ignore_errors=True)

    def call(self, method, session=None, timeout=60, **parameters):
        """Sends a command and returns its result. Events that arrive before it are handed to their pages."""
        self._number += 1
        number = self._number
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._commands, data):]
        end = time.monotonic() + timeout
        while True:
            answer = self.receive(end - time.monotonic())
            if answer is None:
                raise Fault(f"{method}: no answer within {timeout} seconds.")
            if answer.get("id") == number:
                if "error" in answer:
                    raise Fault(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def receive(self, timeout):
        """The next message, or None if there is none in time. An event is handed to its page."""
        end = time.monotonic() + max(timeout, 0)
        while b"\0" not in self._received:
            ready, _, _ = select.select([self._answers], [], [], max(end - time.monotonic(), 0))
            if not ready:
                return None
            piece = os.read(self._answers, 1 << 20)
            if not piece:
                raise Fault("The browser has ended.")
            self._received += piece
        text, self._received = self._received.split(b"\0", 1)
        message = json.loads(text)
        page = self._pages.get(message.get("sessionId"))
        if page and "method" in message:
            page.take(message["method"], message["params"])
        return message

    def open(self, url, width=1280, height=900, scale=1, scheme="light", reduced_motion=False, mobile=False,
             preparing="", scripts=True):
        """Opens a page in a window of its own and waits until it is loaded and at rest.

        `scheme` is the colour scheme that the reader prefers; `preparing` is a script that runs before those of the page;
        without `scripts` those of the page do not run.
        """
        # Each page has a context of its own, so that none finds what another has stored.
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = self._pages[session] = Page(self, context, session, scripts)
        for domain in ("Page", "Network", "Runtime", "Log"):
            page.call(f"{domain}.enable")
        page.resize(width, height, scale, mobile)
        page.prefer(scheme, reduced_motion)
        page.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH + preparing)
        if not scripts:
            page.call("Emulation.setScriptExecutionDisabled", value=True)
        page.visit(url)
        return page

    def forget(self, session):
        self._pages.pop(session, None)


class Page:
    """An open page. `responses` lists what was loaded, `messages` the errors that the browser reported."""

    def __init__(self, chromium, context, session, scripts=True):
        self._chromium, self._context, self._session = chromium, context, session
        self._runs_scripts = scripts
        self.responses, self.messages = [], []
        self._is_loaded = False
        self._open = {}
        self._quiet_since = time.monotonic()

    def call(self, method, **parameters):
        return self._chromium.call(method, self._session, **parameters)

    def take(self, method, facts):
        if method == "Page.loadEventFired":
            self._is_loaded = True
        elif method == "Network.requestWillBeSent":
            self._open[facts["requestId"]] = facts["request"]["url"]
        elif method == "Network.responseReceived":
            response = facts["response"]
            self.responses.append({
                "id": facts["requestId"], "url": response["url"], "status": response["status"],
                "type": facts["type"], "length": 0})
        elif method in ("Network.loadingFinished", "Network.loadingFailed"):
            self._open.pop(facts["requestId"], None)
            for response in self.responses:
                if response["id"] == facts["requestId"]:
                    response["length"] = int(facts.get("encodedDataLength", 0))
        elif method == "Runtime.exceptionThrown":
            self.messages.append(facts["exceptionDetails"].get("exception", {}).get("description", "an exception"))
        elif method == "Log.entryAdded" and facts["entry"]["level"] == "error":
            self.messages.append(f"{facts['entry']['text']} {facts['entry'].get('url', '')}")
        if method.startswith(("Network.", "Page.")):
            self._quiet_since = time.monotonic()

    def visit(self, url):
        """Loads a page in the same window."""
        self._is_loaded = False
        error = self.call("Page.navigate", url=url).get("errorText")
        if error:
            raise Fault(f"{url}: {error}")
        self.rest()

    def rest(self, quiet=0.3, timeout=60):
        """Waits until the page is loaded and nothing was loaded for a while, or nothing happened for two seconds, because the
        end of what a worker loads is told to nobody."""
        end = time.monotonic() + timeout
        while not self._is_loaded or time.monotonic() - self._quiet_since < (2 if self._open else quiet):
            if time.monotonic() > end:
                raise Fault(f"The page is not at rest after {timeout} seconds: {', '.join(self._open.values())}.")
            self._chromium.receive(0.05)
        # Two frames, so that what was loaded is laid out.
        self.frame()
        self.frame()

    def frame(self):
        """Waits until the page has been drawn once more."""
        if self._runs_scripts:
            self.evaluate("new Promise((done) => requestAnimationFrame(() => done(0)))")
        else:
            # Without scripts no frame is reported.
            time.sleep(0.05)

    def resize(self, width, height, scale=1, mobile=False):
        """Sets the size of the window in CSS pixels, and the number of pixels of the screen for each of them."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=mobile)

    def prefer(self, scheme, reduced_motion=False):
        """Sets the colour scheme that the reader prefers, `light` or `dark`, and whether motion is unwelcome."""
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce" if reduced_motion else "no-preference"}])

    def evaluate(self, expression):
        """The value of an expression of JavaScript; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Fault(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def images(self):
        """What each image on the page shows: source, alt, complete, shown, left, top, width, height and loading."""
        return self.evaluate(IMAGES)

    def scroll(self, step=400):
        """Scrolls to the end, so that everything is loaded, and waits until the page is at rest."""
        position = 0
        while position < self.evaluate("document.documentElement.scrollHeight"):
            position += step
            self.evaluate(f"scrollTo({{ top: {position}, behavior: 'instant' }})")
            self.frame()
        self.rest()

    def press(self, key, code=None, modifiers=0):
        """Presses and releases a key: Tab, Enter, Escape, or a letter. `modifiers` is 8 for Shift."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}
        facts = {"key": key, "code": code or key, "windowsVirtualKeyCode": codes.get(key, 0), "modifiers": modifiers}
        text = {"Enter": "\r", " ": " "}.get(key)
        self.call("Input.dispatchKeyEvent", type="keyDown", **facts, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **facts)

    @property
    def layout_shift(self):
        """The sum of all shifts of the layout so far."""
        return sum(shift["value"] for shift in self.layout_shifts)

    @property
    def layout_shifts(self):
        """Each shift of the layout so far: its value, and what moved."""
        return self.evaluate("layoutShifts")

    @property
    def loaded_bytes(self):
        """The number of bytes that were loaded so far, with their headers."""
        return sum(response["length"] for response in self.responses)

    def screenshot(self, path, whole=False):
        """Stores what the window shows, or the whole page, as a PNG."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole, **(
            {"clip": {**self.evaluate(
                "({ x: 0, y: 0, width: innerWidth, height: document.documentElement.scrollHeight, scale: 1 })")}}
            if whole else {}))["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def close(self):
        self._chromium.call("Target.disposeBrowserContext", browserContextId=self._context)
        self._chromium.forget(self._session)


class Server:
    """A server of a directory at an address of this machine. PNG files come `delay` seconds late, as over a network."""

    def __init__(self, directory, delay=0.05):
        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/favicon.ico":
                    self.send_response(204)
                    self.end_headers()
                    return
                if self.path.partition("?")[0].endswith(".png"):
                    time.sleep(delay)
                try:
                    super().do_GET()
                except ConnectionError:
                    # The browser no longer wants it.
                    pass

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(directory)))
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
