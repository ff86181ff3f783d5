# dataclasses, enum, graphlib, copy, pickle, random, uuid, csv, json.
import copy, copyreg, csv, dataclasses, enum, graphlib, io, json, numbers, operator, pickle, random, types, typing, uuid, secrets, struct, bisect, heapq, zoneinfo, weakref, collections.abc, contextlib
@dataclasses.dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list, compare=False, repr=False)
p = Point(1, 2); print(p, p < Point(1, 3), dataclasses.asdict(p), dataclasses.astuple(p), dataclasses.replace(p, y=5), [f.name for f in dataclasses.fields(p)], hash(p) == hash(Point(1, 2)), copy.copy(p) == p, pickle.loads(pickle.dumps(p)) == p)
try: p.x = 5
except dataclasses.FrozenInstanceError as e: print(repr(e))
class Color(enum.Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1
class Perm(enum.Flag):
    R = enum.auto(); W = enum.auto(); X = enum.auto()
print(list(Color), Color.CRIMSON is Color.RED, Color("g"), Color["RED"], Color.RED.name, repr(Perm.R | Perm.X), ~Perm.R, Perm(7), Perm.R in (Perm.R | Perm.W), pickle.loads(pickle.dumps(Color.RED)) is Color.RED, copy.deepcopy(Color.RED) is Color.RED)
ts = graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}); print(sorted(list(ts.static_order())[1:3]))
try: list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
except graphlib.CycleError as e: print(e)
class Node:
    def __init__(self, v): self.v = v; self.next = None
    def __reduce__(self): return (Node, (self.v,), {"next": self.next})
n = Node([1]); n.next = Node(2); m = copy.deepcopy(n); print(m.v, m.v is n.v, m.next.v, copy.copy(n).v is n.v)
for proto in range(6):
    data = {"a": [1, 2.5, None, True, b"x", "é", (1,), {1}, frozenset([2]), 10**30, -1, 1j, range(3), bytearray(b"q"), ...]}
    b = pickle.dumps(data, proto); print(proto, pickle.loads(b) == data)
shared = []; r = pickle.loads(pickle.dumps([shared, shared])); print(r[0] is r[1]); rec = []; rec.append(rec); r = pickle.loads(pickle.dumps(rec)); print(r[0] is r)
for bad in [lambda: 0, (x for x in ()), open if 0 else types.ModuleType("m"), io.StringIO]:
    try: print(type(pickle.loads(pickle.dumps(bad))))
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
class Persist(pickle.Pickler):
    def persistent_id(self, obj): return "id" if obj is Node else None
class Unpersist(pickle.Unpickler):
    def persistent_load(self, pid): return (pid, "loaded")
f = io.BytesIO(); Persist(f).dump([Node, 1]); f.seek(0); print(Unpersist(f).load())
random.seed(42); print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(100), 3), random.shuffle(l := list(range(5))), l, random.gauss(0, 1), random.uniform(1, 2), random.choices("ab", weights=[1, 9], k=3), random.getrandbits(70), random.betavariate(1, 2), random.expovariate(1), random.triangular(), random.randbytes(3), random.normalvariate(), random.lognormvariate(0, 1), random.vonmisesvariate(0, 1), random.gammavariate(2, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.binomialvariate(10, .3))
for seed in ["text", b"bytes", -7, 10**40, bytearray(b"q"), None if 0 else 0]: random.seed(seed); print(random.random())
random.seed("a", version=1); print(random.random()); st = random.getstate(); a = random.random(); random.setstate(st); print(a == random.random(), st[0], len(st[1]))
for f in [lambda: random.seed([1]), lambda: random.sample([1], 2), lambda: random.choice([]), lambda: random.randrange(0), lambda: random.setstate((9,)), lambda: random.getrandbits(-1), lambda: random.choices([], k=1), lambda: random.sample({1}, 1), lambda: random.randint(1.5, 2), lambda: random.choices("ab", weights=[0, 0])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(uuid.UUID("12345678123456781234567812345678"), uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "x"), uuid.UUID(int=5).hex, uuid.uuid4().version, uuid.UUID(bytes=b"a" * 16).fields, uuid.UUID(int=1) < uuid.UUID(int=2), repr(uuid.UUID(int=0)))
try: uuid.UUID("x")
except ValueError as e: print(e)
print(len(secrets.token_hex(4)), len(secrets.token_bytes(5)), secrets.compare_digest("a", "a"), secrets.choice([1]))
try: zoneinfo.ZoneInfo("Europe/Nowhere")
except Exception as e: print(type(e).__name__, e)
print(csv.list_dialects(), list(csv.reader(['a,"b ""q"" c",d', "1;2", '"multi', 'line",x'])), list(csv.DictReader(["a,b", "1,2,3", "4"])), csv.Sniffer().sniff("a;b\n1;2").delimiter, csv.Sniffer().has_header("name,age\nbob,5\nal,6"))
o = io.StringIO(); w = csv.writer(o, quoting=csv.QUOTE_NONNUMERIC); w.writerow([1, "a", 2.5, None]); w = csv.DictWriter(o, ["x", "y"], extrasaction="ignore"); w.writeheader(); w.writerow({"x": 'q"', "z": 1}); print(repr(o.getvalue()))
for f in [lambda: list(csv.reader(["a"], delimiter="xx")), lambda: csv.writer(o).writerow(5), lambda: csv.writer(o, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.get_dialect("q"), lambda: list(csv.reader(['"a'], strict=True)), lambda: csv.DictWriter(o, ["x"]).writerow({"z": 1})]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(json.dumps({"a": [1, 2.5, None, True, "é\n\u2028"], "b": {}}, indent=2), json.dumps("é", ensure_ascii=False), json.dumps({2: 1, "a": 2, None: 3}, sort_keys=False), json.dumps([float("nan"), float("inf")]), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.loads('{"a": [1, 2.0, -3e2, "\\ud83d\\ude00", null]}'), json.loads("1" * 30), json.loads("[1.5]", parse_float=str), json.loads('{"a":1}', object_pairs_hook=list), json.dumps([1], indent="\t"), json.dumps({(1,): 2}, skipkeys=True))
for bad in ["", "{", "[1,]", '{"a" 1}', "nul", '"\\x"', '"a\nb"', "[1] x", '{"a":1,}', "01", '{1:2}', "\ufeff1"]:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(e, e.pos, e.lineno, e.colno)
for bad in [object(), {1j: 1}, b"x", {1}, float("nan")]:
    try: print(json.dumps(bad, allow_nan=False))
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
rec = []; rec.append(rec)
try: json.dumps(rec)
except ValueError as e: print(e)
