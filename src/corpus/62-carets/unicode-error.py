"abcé".encode("ascii")
