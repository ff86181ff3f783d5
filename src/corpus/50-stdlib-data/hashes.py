# hashlib, hmac, the BLAKE2 parameters.
import hashlib, hmac, _blake2, _sha3
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__,e)
for n in 'md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s'.split():
    for size in (0,1,3,55,56,63,64,65,71,72,73,111,112,127,128,129,135,136,137,200,1000):
        h=hashlib.new(n, bytes(i%251 for i in range(size))); print(n,size,h.hexdigest()[:32])
    h=getattr(hashlib,n)(b'a'); c=h.copy(); h.update(b'b'*300); print(h.name,h.digest_size,h.block_size,h.hexdigest()==getattr(hashlib,n)(b'a'+b'b'*300).hexdigest(),c.hexdigest())
    print(hmac.new(b'key'*50,b'msg',n).hexdigest(), hmac.digest(b'k',b'm',n).hex()[:10])
for n in ('shake_128','shake_256'):
    for l in (0,1,32,168,169,500): print(n,l,hashlib.new(n,b'abc'*100).hexdigest(l)[-40:])
for f in (hashlib.blake2b,hashlib.blake2s):
    print(f(b'x',digest_size=7).hexdigest(),f(key=b'secret').hexdigest(),f(b'x',salt=b'salt',person=b'me').hexdigest(),f(b'y',fanout=2,depth=3,leaf_size=4096,node_offset=2**33+5,node_depth=1,inner_size=20,last_node=True).hexdigest())
    for k,v in dict(digest_size=0,key=b'x'*65,salt=b'x'*17,person=b'p'*17,fanout=256,depth=0,node_depth=-1,inner_size=65,last_node=1,node_offset=-1).items(): t(lambda: f(**{k:v}).hexdigest())
    t(f,digest_size='x'); t(f,'x'); t(f,b'',b''); t(f,x=1); t(lambda: f(node_offset=2**48).name); t(f,salt='x'); t(f, data=b''); t(f, leaf_size=-1)
    print(f.SALT_SIZE,f.MAX_DIGEST_SIZE,f.MAX_KEY_SIZE,f.PERSON_SIZE,f.__doc__,f.__text_signature__)
t(_sha3.sha3_224,'x');t(_sha3.sha3_224,5);t(_sha3.sha3_224,b'',1);t(_sha3.sha3_224,x=1);t(_sha3.shake_128().digest);t(_sha3.shake_128().digest,-1);t(_sha3.shake_128().digest,length=3);t(_sha3.shake_128().hexdigest,2**29); t(_sha3.shake_128().hexdigest,'x')
h=_sha3.sha3_224(); print(h._capacity_bits,h._rate_bits,h._suffix,h.block_size,h.digest_size,h.name)
def sub():
    class S(_blake2.blake2b): pass
t(sub)
print(sorted(hashlib.algorithms_available), hashlib.sha256, hashlib.sha3_224, hashlib.blake2b)
t(hashlib.new,'nope'); t(hashlib.sha256,'x'); t(lambda: hashlib.md5(string=b'x').name); t(lambda: hashlib.md5(b'', usedforsecurity=False).name); t(hashlib.sha1, b'', b'')
import io; print(hashlib.file_digest(io.BytesIO(b'abc'*10000),'sha256').hexdigest()); t(lambda: hashlib.pbkdf2_hmac)
print(hmac.compare_digest('a','a'), hmac.compare_digest(b'a',b'b')); t(hmac.compare_digest,'a',b'a'); t(hmac.compare_digest,'é','é'); t(hmac.new,b'k',b'm'); h=hmac.new(b'k',digestmod='sha256'); h.update(b'm'); print(h.hexdigest(),h.name,h.copy().hexdigest(),h.block_size,h.digest_size)
print(type(hashlib.sha256()), hashlib.sha256.__doc__, hashlib.sha256.__text_signature__)
