# What sockets know without a network: addresses, byte orders, names of protocols.
import socket


def show(f, *args):
    try:
        print(f.__name__, *args, f(*args))
    except (OSError, ValueError, OverflowError, TypeError) as error:
        print(f.__name__, *args, type(error).__name__, error)


for text in ("127.0.0.1", "255.255.255.255", "1.2", "1", "0x7f.1", "1.2.3.256", "a.b", ""):
    show(socket.inet_aton, text)
show(socket.inet_ntoa, b"\x01\x02\x03\x04")
show(socket.inet_ntoa, b"abc")
show(socket.inet_pton, socket.AF_INET, "1.2.3.4")
show(socket.inet_pton, socket.AF_INET, "01.2.3.4")
show(socket.inet_ntop, socket.AF_INET, b"\x7f\0\0\1")
show(socket.inet_ntop, socket.AF_INET, b"\x7f")
show(socket.inet_ntop, 99, b"abcd")
for f in (socket.htons, socket.ntohs, socket.htonl, socket.ntohl):
    show(f, 1)
    show(f, 0x1234)
show(socket.htons, 65536)
show(socket.htons, -1)
print(socket.getprotobyname("tcp"), socket.getprotobyname("udp"))
print(socket.getdefaulttimeout())
socket.setdefaulttimeout(2.5)
print(socket.getdefaulttimeout())
socket.setdefaulttimeout(None)
show(socket.setdefaulttimeout, -1)
print(socket.AF_INET, repr(socket.SOCK_STREAM), socket.SOL_SOCKET, socket.IPPROTO_TCP, repr(socket.AF_INET6))
print(socket.timeout is TimeoutError, socket.error is OSError, issubclass(socket.gaierror, OSError), socket.herror)
print(socket.has_dualstack_ipv6(), socket.has_ipv6)
