import hashlib, hmac

for code in """
hashlib.md5(b"").hexdigest(), hashlib.md5(b"abc").hexdigest(), hashlib.sha1(b"abc").hexdigest(), hashlib.sha256(b"abc").hexdigest()
hashlib.sha224(b"a" * 200).hexdigest(), hashlib.sha384(b"").hexdigest()[:20], hashlib.sha512(b"abc").hexdigest()[-20:], hashlib.sha3_256(b"abc").hexdigest()[:20], hashlib.blake2b(b"abc", digest_size=8).hexdigest(), hashlib.blake2s(b"abc").hexdigest()[:16]
hashlib.shake_128(b"x").hexdigest(5), hashlib.new("sha256", b"a").digest()[:4], hashlib.sha256(b"a").name, hashlib.sha256().digest_size, hashlib.sha512().block_size
hashlib.sha256("str")
hashlib.new("nope")
(lambda h: (h.update(b"a"), h.update(b"bc"), h.hexdigest()[:8], h.copy().hexdigest()[:8], h.digest() == hashlib.md5(b"abc").digest()))(hashlib.md5())
hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"), hmac.digest(b"k", b"m", "md5").hex(), hmac.new(b"k", digestmod="sha1").name
hmac.new(b"k", b"m")
hmac.compare_digest("a", b"a")
hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex()[:16], hashlib.md5(usedforsecurity=False).hexdigest()[:4], sorted(hashlib.algorithms_guaranteed)[:4]
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
