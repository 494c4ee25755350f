"""A web page of a running scan. Points come as CBOR messages over ZeroMQ (PUSH to our PULL): maps with the arrays x, y, counts and, if there is one, monitor; {"reset": true}
begins anew. A browser at the printed address shows picture, progress and coverage."""

import http.server
import json
import threading

import cbor2
import zmq
from grid import arguments, live

PAGE = """<!doctype html><meta charset="utf-8"><title>Live scan</title>
<style>body { font: 16px sans-serif; margin: 2em } img { image-rendering: pixelated; width: 512px; border: 1px solid #888 } progress { width: 512px }</style>
<h1>Live scan</h1>
<p><img id="picture" alt="the scan so far"></p>
<p><progress id="bar" max="1"></progress></p>
<p id="state">waiting for points</p>
<script>
async function show() {
    const state = await (await fetch("state.json", {cache: "no-store"})).json();
    document.getElementById("bar").value = state.coverage;
    document.getElementById("state").textContent = state.fault ||
        state.points + " points, coverage " + (100 * state.coverage).toFixed(1) + " %";
    if (state.points > 0) {
        const picture = document.getElementById("picture");
        picture.src = "picture.png?" + state.points;
        await picture.decode().catch(() => {});
        document.title = "Live scan " + picture.naturalWidth + " x " + picture.naturalHeight;
    }
    setTimeout(show, 500);
}
show();
</script>
"""


class Host:
    def __init__(self, options):
        self.growing = live(options)
        self.fault = ""
        self.socket = zmq.Context.instance().socket(zmq.PULL)
        address = f"tcp://{options.address}"
        self.port = options.points or self.socket.bind_to_random_port(address)
        if options.points:
            self.socket.bind(f"{address}:{self.port}")

    def listen(self):
        while True:
            try:
                message = cbor2.loads(self.socket.recv())
                if message.get("reset"):
                    self.growing.reset()
                else:
                    self.growing.push(message["x"], message["y"], message["counts"], message.get("monitor"))
                self.fault = ""
            except (cbor2.CBORError, ValueError, TypeError, AttributeError, KeyError) as error:
                # What others send ends no measurement; the page says it.
                self.fault = f"a message that is no block of points: {error!r}"

    def answer(self, path):
        """(type, content) of a path of the page."""
        if path == "/":
            return "text/html; charset=utf-8", PAGE.encode()
        if path == "/state.json":
            return "application/json", json.dumps({**self.growing.state._asdict(), "fault": self.fault}).encode()
        if path == "/picture.png":
            return "image/png", self.growing.image()._repr_png_()
        return None


def handler(host):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found = host.answer(self.path.partition("?")[0])
            self.send_response(200 if found else 404)
            kind, content = found or ("text/plain", b"there is no such page\n")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    return Handler


def main():
    options = arguments(__doc__, address="127.0.0.1", points=0, page=0)
    host = Host(options)
    threading.Thread(target=host.listen, daemon=True).start()
    server = http.server.ThreadingHTTPServer((options.address, options.page), handler(host))
    print(f"points to tcp://{options.address}:{host.port}, page at http://{options.address}:{server.server_address[1]}/", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
