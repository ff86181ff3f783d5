b"abc\xff\xfe".decode()
