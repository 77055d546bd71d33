#!/usr/bin/env python3
"""A plugin for Isnad in Python: reads the layer `clean`, writes the layer `readability`.

    apt-get install python3-zmq
    isnad run news/*.txt --out corpus --plugin "python3 readability.py"

It needs nothing of Isnad but the protocol (docs/protocol). To write a plugin of your own, copy this file, and
change MANIFEST and annotate(); the rest is the conversation with the coordinator, the same for every plugin.
"""

import json
import os
import queue
import signal
import socket
import sys
import threading
import time

import zmq
from zmq.utils.monitor import recv_monitor_message

MANIFEST = {"plugin": "readability", "version": "1.0.0", "reads": ["clean"], "wants": [], "writes": "readability"}


class Transient(Exception):
    """Raised by annotate() when trying again may help. Any other exception gives the document up."""


def annotate(text, layers, extend):
    """The layer for one document: how long its sentences and words are.

    `text` is the raw text; spans of layers count its characters as Python does, so text[start:end] is what they mark.
    `extend()` says that the work goes on; call it now and then if a document may take longer than the lease (30 s).
    The result must depend on nothing but the arguments: a document may be delivered twice.
    """
    sentences = [text[span["start"]:span["end"]] for span in layers["clean"]["sentences"]]
    words = [word for sentence in sentences for word in sentence.split() if any(letter.isalpha() for letter in word)]
    long_words = [word for word in words if sum(letter.isalpha() for letter in word) > 6]
    layer = {"sentences": len(sentences), "words": len(words), "longWords": len(long_words)}
    if words:  # The LIX index (Bjoernsson 1968): 25 is easy, 55 is difficult.
        layer["lix"] = round(len(words) / len(sentences) + 100 * len(long_words) / len(words), 1)
    return layer


# ---- The conversation with the coordinator --------------------------------------------------------------------------

HELLO, WELCOME, REJECT, CREDIT, TASK, RESULT, FAILURE, ACKNOWLEDGE, EXTEND, PING, PONG, CANCEL, DRAIN, GOODBYE = range(0x01, 0x0F)
ERROR = 0x7F
AUTHENTICATION, DOCUMENT_FAILED, TRANSIENT_FAILURE = 2, 400, 500  # a class, and two codes
LIMIT_EXCEEDED, DELIVERY_STALE, SESSION_UNKNOWN = 104, 300, 301

DOCUMENTS_HELD = 8
BYTES_HELD = 64 << 20


def encode(kind, header, *bodies):
    """The frames of a message: envelope, header, bodies."""
    return [b"ISND\x01" + bytes([kind]), json.dumps(header, ensure_ascii=False).encode(), *bodies]


def decode(frames):
    """The type, header and bodies of a message; None for what is none."""
    if len(frames) < 2 or len(frames[0]) != 6 or frames[0][:5] != b"ISND\x01":
        return None
    try:
        header = json.loads(frames[1])
    except ValueError:
        return None
    return (frames[0][5], header, frames[2:]) if isinstance(header, dict) else None


class Worker:
    """Talks on one thread and computes on another, so that it answers PINGs while it computes."""

    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.name = f"{MANIFEST['plugin']}@{socket.gethostname()}:{os.getpid()}"
        context = zmq.Context.instance()
        self.dealer = context.socket(zmq.DEALER)
        self.dealer.setsockopt(zmq.IMMEDIATE, 1)  # send nothing to a coordinator that is not there
        self.dealer.setsockopt(zmq.LINGER, 2000)
        self.dealer.setsockopt(zmq.HEARTBEAT_IVL, 5000)
        self.dealer.setsockopt(zmq.HEARTBEAT_TIMEOUT, 30000)
        self.dealer.setsockopt(zmq.RECONNECT_IVL, 100)
        self.dealer.setsockopt(zmq.RECONNECT_IVL_MAX, 5000)
        self.monitor = self.dealer.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self.dealer.connect(endpoint)
        self.answers = context.socket(zmq.PULL)  # from the thread that computes
        self.answers.bind("inproc://answers")
        self.jobs = queue.Queue()  # bounded by the credit
        self.cancelled = set()
        self.session = None  # the WELCOME, while there is a session
        self.epoch = 0  # counts sessions; an answer of an earlier one is of no use
        self.held = set()  # deliveries not answered yet
        self.said_hello = self.heard = 0.0
        self.stopping = False
        self.draining = False

    # -- computing ----------------------------------------------------------------------------------------------------

    def compute(self):
        answers = zmq.Context.instance().socket(zmq.PUSH)
        answers.connect("inproc://answers")
        while True:
            epoch, task, text, layers = self.jobs.get()
            delivery = task["delivery"]

            def post(kind, header, *bodies):
                answers.send_multipart([str(epoch).encode(), *encode(kind, header, *bodies)])

            if epoch != self.epoch:
                continue
            if delivery in self.cancelled:  # a cancelled delivery is answered, too: that gives its credit back
                post(FAILURE, {"delivery": delivery, "code": DELIVERY_STALE, "reason": "cancelled"})
                continue
            try:
                layer = annotate(text, layers, lambda: post(EXTEND, {"delivery": delivery}))
                body = json.dumps(layer, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
                post(RESULT, {"delivery": delivery, "layer": MANIFEST["writes"]}, body)
            except Exception as error:
                code = TRANSIENT_FAILURE if isinstance(error, Transient) else DOCUMENT_FAILED
                post(FAILURE, {"delivery": delivery, "code": code, "reason": f"{type(error).__name__}: {error}"[:2000]})

    # -- talking ------------------------------------------------------------------------------------------------------

    def run(self):
        """Talks until the worker is drained or refused; returns the exit status."""
        threading.Thread(target=self.compute, daemon=True).start()
        poller = zmq.Poller()
        for polled in (self.dealer, self.monitor, self.answers):
            poller.register(polled, zmq.POLLIN)
        say(f"waiting for the coordinator at {self.endpoint}")
        while True:
            self.greet()
            ready = dict(poller.poll(200))
            if self.monitor in ready:
                recv_monitor_message(self.monitor)
                self.forget("lost the coordinator")
            if self.dealer in ready:
                message = decode(self.dealer.recv_multipart())
                status = self.handle(*message) if message else None
                if status is not None:
                    return status
            if self.answers in ready:
                self.forward(self.answers.recv_multipart())
            if self.stopping and not self.draining:
                self.drain()
            if self.draining and not self.held:
                self.send(GOODBYE, {"reason": "drained"})
                return 0

    def send(self, kind, header, *bodies):
        """Sends a message; False when there is nobody to take it."""
        try:
            self.dealer.send_multipart(encode(kind, header, *bodies), zmq.NOBLOCK)
            return True
        except zmq.Again:
            return False

    def greet(self):
        now = time.monotonic()
        if self.session:
            if now - self.heard > 4 * self.session["heartbeatMilliseconds"] / 1000:
                self.forget("the coordinator is silent")
        elif now - self.said_hello > 2 and not self.draining:
            if self.send(HELLO, {"protocol": "1.0", "worker": self.name, "manifest": MANIFEST}):
                self.said_hello = now

    def forget(self, reason):
        """The session is over: its leases are, and what is computed for them is of no more use."""
        if self.session:
            say(f"{reason}; waiting for it")
        self.session = None
        self.epoch += 1
        self.held.clear()
        self.cancelled.clear()
        self.said_hello = 0.0

    def handle(self, kind, header, bodies):
        """Takes a message; returns an exit status when it was the last."""
        self.heard = time.monotonic()
        if kind == WELCOME:
            self.session = header
            say(f"joined the coordinator at {self.endpoint}")
            self.send(CREDIT, {"documents": 0 if self.draining else DOCUMENTS_HELD, "bytes": BYTES_HELD})
        elif kind == REJECT:
            say(f"refused: {header.get('reason')} (code {header.get('code')})")
            return 77 if header.get("code", 0) // 100 == AUTHENTICATION else 78
        elif kind == TASK:
            self.take(header, bodies)
        elif kind == CANCEL:
            if header["delivery"] in self.held:
                self.cancelled.add(header["delivery"])
        elif kind == PING:
            self.send(PONG, header)
        elif kind == DRAIN:
            self.drain()
        elif kind == GOODBYE:
            self.forget("the coordinator said goodbye")
        elif kind == ERROR and header.get("code") == SESSION_UNKNOWN:
            self.forget("the coordinator was started anew")
        elif kind == ERROR:
            say(f"a message could not be used: {header.get('reason')} (code {header.get('code')})")
        return None  # ACKNOWLEDGE asks for nothing, and an unknown type is ignored

    def take(self, task, bodies):
        try:
            if len(bodies) != 1 + len(task["layers"]):
                raise ValueError("not one body for the text and one for each layer")
            text = bodies[0].decode()
            layers = {name: json.loads(body) for name, body in zip(task["layers"], bodies[1:])}
        except ValueError as error:
            self.send(FAILURE, {"delivery": task["delivery"], "code": LIMIT_EXCEEDED, "reason": str(error)})
            return
        self.held.add(task["delivery"])
        self.jobs.put((self.epoch, task, text, layers))

    def forward(self, frames):
        """Sends what the computing thread posted, unless its session is over."""
        epoch, message = int(frames[0]), frames[1:]
        if epoch != self.epoch:
            return
        kind, header, bodies = decode(message)
        if kind != EXTEND:
            self.held.discard(header["delivery"])
            self.cancelled.discard(header["delivery"])
        self.send(kind, header, *bodies)

    def drain(self):
        """Takes no more work; what is held is finished."""
        self.draining = True
        if self.session:
            self.send(CREDIT, {"documents": 0, "bytes": 0})

    def stop(self, *_):
        self.stopping = True


def say(message):
    print(f"{MANIFEST['plugin']}: {message}", file=sys.stderr, flush=True)


def main():
    endpoint = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("ISNAD_COORDINATOR", "tcp://127.0.0.1:5570")
    worker = Worker(endpoint)
    signal.signal(signal.SIGTERM, worker.stop)
    signal.signal(signal.SIGINT, worker.stop)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})  # a parent may have left them blocked
    status = worker.run()
    zmq.Context.instance().destroy(linger=2000)
    sys.exit(status)


if __name__ == "__main__":
    main()
