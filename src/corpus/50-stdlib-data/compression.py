# zlib to the byte, its streams and errors; gzip and zipfile on top.
import zlib, random, hashlib, copy, gzip, io, zipfile, struct
random.seed(3)
def t(f,*a,**k):
    try: print(repr(f(*a,**k))[:200])
    except BaseException as e: print(type(e).__name__,e)
h=lambda b: (len(b),hashlib.sha1(b).hexdigest()[:16])
text=b''.join(random.choice([b'spam ',b'eggs ',b'ham\n',b'lumberjack ',b'x']) for _ in range(1500))
rnd=bytes(random.randrange(256) for _ in range(2500))
zeros=bytes(20000)
mixed=b''.join(bytes(random.choices(b'abcdefgh',k=random.randrange(1,300)))*random.randrange(1,4) for _ in range(60))
for name,data in dict(empty=b'',one=b'a',text=text,rnd=rnd,zeros=zeros,mixed=mixed).items():
    for level in (0,1,6,9): print(name,level,h(zlib.compress(data,level)), zlib.decompress(zlib.compress(data,level))==data)
    for wb in (-15,9,31): print(name,wb,h(zlib.compress(data,6,wb)), zlib.decompress(zlib.compress(data,6,wb), wb)==data)
    for strat in range(5):
        for mem in (1,9):
            c=zlib.compressobj(6,8,15,mem,strat); r=c.compress(data)+c.flush(); print(name,strat,mem,h(r))
    for mode in (zlib.Z_SYNC_FLUSH,zlib.Z_FULL_FLUSH,zlib.Z_PARTIAL_FLUSH,zlib.Z_BLOCK,zlib.Z_NO_FLUSH):
        c=zlib.compressobj(); out=[]
        for i in range(0,len(data),1501): out.append(c.compress(data[i:i+1501])); out.append(c.flush(mode))
        out.append(c.flush()); print(name,mode,h(b''.join(out)), zlib.decompress(b''.join(out))==data)
c=zlib.compressobj(); a=c.compress(text[:3000]); d=c.copy(); e=copy.copy(c); f=copy.deepcopy(c)
print(h(a+c.compress(b'one')+c.flush()),h(a+d.compress(b'two')+d.flush()),h(a+e.flush()),h(a+f.flush()))
t(c.compress,b'x'); t(c.flush); t(c.copy); t(c.flush,0)
D=zlib.decompressobj(); z=zlib.compress(text)+b'TRAIL'; o=D.decompress(z,100); print(o==text[:100], len(D.unconsumed_tail), D.eof); E=D.copy(); o+=D.decompress(D.unconsumed_tail); print(o==text,D.eof,D.unused_data,D.unconsumed_tail,D.flush()); print((text[:100]+E.decompress(E.unconsumed_tail))==text, E.unused_data)
t(D.decompress,b'more'); print(D.unused_data); t(D.flush); t(D.copy)
D=zlib.decompressobj(); out=b''
for i in range(0,len(z),50): out+=D.decompress(z[i:i+50])
print(out==text,D.unused_data); t(D.flush,0); t(D.decompress,b'',-1)
D=zlib.decompressobj(); D.decompress(z[:300],10); print(len(D.flush())>0)
zd=b'lumberjack spam eggs '
c=zlib.compressobj(zdict=zd); r=c.compress(text)+c.flush(); print(h(r)); t(zlib.decompress,r); D=zlib.decompressobj(zdict=zd); print(D.decompress(r)==text); D=zlib.decompressobj(); t(D.decompress,r); D=zlib.decompressobj(zdict=b'wrong'); t(D.decompress,r)
c=zlib.compressobj(wbits=-15,zdict=zd); r=c.compress(text)+c.flush(); print(h(r)); D=zlib.decompressobj(-15,zd); print(D.decompress(r)==text); t(zlib.decompressobj,zdict=5); t(zlib.compressobj,zdict='x')
for bad in (b'',b'x',b'xx',b'\x78\x9c',z[:50],b'\x78\x9c'+b'\xff'*20,z[:40]+b'?'+z[41:-9],b'\x1f\x8b\x08',b'\x78\x9d\x00',z[:-7]+b'\0\0\0\0TRAIL', b'\x79\x9c123', b'\x78\xda\x07'):
    t(zlib.decompress,bad); t(zlib.decompressobj().decompress,bad)
    t(zlib.decompress,bad,31); t(zlib.decompress,bad,-15); t(zlib.decompress,bad,47)
t(zlib.compress,'x'); t(zlib.compress,b'x',10); t(zlib.compress,b'x',wbits=100); t(zlib.compress,b'x',level='a'); t(zlib.compressobj,10); t(zlib.compressobj,wbits=5); t(zlib.compressobj,method=5); t(zlib.compressobj,memLevel=10); t(zlib.decompressobj,100); t(zlib.decompress,b'x',100); t(zlib.decompress,b'',bufsize=-1); t(zlib.compress); t(zlib.compress, data=b'x'); t(zlib.compress, b'x', 2**40); t(zlib.decompress, z, wbits=15, bufsize=1)
print(zlib.crc32(b'hello'),zlib.crc32(b'hello',5),zlib.crc32(b'world',zlib.crc32(b'hello')),zlib.adler32(b'hello'),zlib.adler32(text),zlib.adler32(b'a'*100000,7),zlib.crc32(b'x',-1),zlib.adler32(b'',2**33+1)); t(zlib.crc32,'x'); t(zlib.crc32,b'',1.5); t(zlib.adler32,b'',None)
Z=zlib._ZlibDecompressor(); print(Z.needs_input,Z.eof); o=Z.decompress(z,max_length=10); print(o,Z.needs_input); o+=Z.decompress(b'',20); o+=Z.decompress(b''); print(o==text,Z.eof,Z.unused_data,Z.needs_input); t(Z.decompress,b''); t(zlib._ZlibDecompressor,5); Z=zlib._ZlibDecompressor(wbits=31); print(Z.decompress(gzip.compress(b'abc',mtime=0))); t(zlib._ZlibDecompressor().decompress,b'bad bad')
def inst(): type(zlib.compressobj())()
t(inst); t(zlib.error('x').__repr__); print(zlib.error.__mro__)
g=gzip.compress(text,mtime=5); print(h(g)); print(gzip.decompress(g)==text)
b=io.BytesIO()
with gzip.GzipFile('n.txt','wb',9,b,mtime=7) as f: f.write(text); f.write(b'more')
print(h(b.getvalue())); b.seek(0); print(gzip.GzipFile(fileobj=b).read()==text+b'more'); b.seek(0); print(gzip.open(b,'rt').readline()); t(gzip.decompress,b'notgz'); t(gzip.decompress,g[:-3]); t(gzip.decompress,g[:-8]+bytes(8)); print(gzip.decompress(g+g)==text*2, gzip.decompress(b''))
b=io.BytesIO()
with zipfile.ZipFile(b,'w',zipfile.ZIP_DEFLATED) as f:
    i=zipfile.ZipInfo('a.txt',(2020,1,2,3,4,6)); i.compress_type=zipfile.ZIP_DEFLATED; f.writestr(i,text); i=zipfile.ZipInfo('d/b.bin',(2020,1,2,3,4,6)); f.writestr(i,rnd)
print(h(b.getvalue()))
with zipfile.ZipFile(b) as f: print(f.namelist(),f.infolist(),f.testzip(),f.read('a.txt')==text,f.open('d/b.bin').read()==rnd,zipfile.is_zipfile(b)); f.printdir()
import codecs; print(codecs.encode(b'hello'*10,'zlib'),codecs.decode(codecs.encode(b'hello','zlib_codec'),'zlib'))
