# Sockets: pairs are real, the network is not there. Pyodide cannot make pairs.
# oracle: properties
import select
import selectors
import socket
import threading
import time

a, b = socket.socketpair()
#> 1 1 0
print(str(a.family), str(a.type), a.proto)
#> 5 b'hello'
print(a.send(b"hello"), b.recv(100))
a.sendall(b"one two three")
#> b'one' b' two three'
print(b.recv(3), b.recv(100))
b.settimeout(0.25)
began = time.monotonic()
try:
    b.recv(1)
except TimeoutError as error:
#> TimeoutError timed out 0.25
    print(type(error).__name__, error, round(time.monotonic() - began, 2))
b.setblocking(False)
try:
    b.recv(1)
except BlockingIOError as error:
#> [Errno 11] Resource temporarily unavailable
    print(error)
b.settimeout(None)
timer = threading.Timer(0.1, a.send, [b"late"])
timer.start()
#> b'late'
print(b.recv(10))
#> ([], [], [])
print(select.select([b], [], [], 0))
a.send(b"x")
#> True True 0
readable, writable, other = select.select([b], [b], [], 5)
print(readable == [b], writable == [b], len(other))
b.recv(1)
with selectors.DefaultSelector() as selector:
#> EpollSelector
    print(type(selector).__name__)
    selector.register(b, selectors.EVENT_READ, "data")
    threading.Timer(0.1, a.send, [b"y"]).start()
    for key, events in selector.select():
#> data 1 b'y'
        print(key.data, events, key.fileobj.recv(1))
#> []
    print(selector.select(timeout=0.1))
buffer = bytearray(4)
a.send(b"abcdef")
#> 4 bytearray(b'abcd') b'ef'
print(b.recv_into(buffer), buffer, b.recv(9))
with a.makefile("w") as out, b.makefile("r") as lines:
    out.write("first line\nsecond line\n")
    out.flush()
#> 'first line\n'
    print(repr(lines.readline()))
#> 'second line\n'
    print(repr(lines.readline()))
a.shutdown(socket.SHUT_WR)
#> b''
print(b.recv(10))
try:
    a.send(b"z")
except BrokenPipeError as error:
#> [Errno 32] Broken pipe
    print(error)
a.close()
#> -1
print(a.fileno())
try:
    a.send(b"z")
except OSError as error:
#> [Errno 9] Bad file descriptor
    print(error)
b.close()
c, d = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
c.send(b"message one")
c.send(b"two")
#> b'message' b'two'
print(d.recv(7), d.recv(100))
c.close()
d.close()


def attempt(what, f, *args):
    try:
        print(what, f(*args))
    except OSError as error:
        print(what, type(error).__name__, error.errno)


#> tcp OSError 97
attempt("tcp", socket.socket)
#> connect OSError 97
attempt("connect", socket.create_connection, ("127.0.0.1", 80))
#> connect gaierror -3
attempt("connect", socket.create_connection, ("python.org", 80))
#> name gaierror -3
attempt("name", socket.gethostbyname, "python.org")
#> name 127.0.0.1
attempt("name", socket.gethostbyname, "localhost")
#> server OSError 97
attempt("server", socket.create_server, ("", 8000))
