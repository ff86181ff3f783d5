// Specialising calls: the forms of CALL.
//
// Which form a built-in function gets depends in CPython on how it takes its arguments in C (METH_O, METH_FASTCALL ...).
// A function of Argument Clinic shows that in its signature; those that predate it are listed.
//
// Answers to CPython 3.12: Python/specialize.c _Py_Specialize_Call, Include/methodobject.h.

import { OP, SPECIALIZED as SP } from '../code/opcodes.ts';
import { type Obj, type PyType, TPFLAGS, typeType } from '../memory/object.ts';
import { type MethodDescr, methodDescrType } from '../objects/descrobject.ts';
import { functionType, type Method, methodType, type PyFunction } from '../objects/funcobject.ts';
import { type Builtin, builtinType, type NativeDef } from '../objects/methodobject.ts';
import { listType, tupleType } from '../objects/seqcore.ts';
import { isStr, strType } from '../objects/strcore.ts';
import { objectNew } from '../objects/typeobject.ts';
import { type CodeRuntime, functionVersion, runtimeOf } from './coderuntime.ts';
import { failed, Guard, specialized } from './specialize.ts';

/** How a native takes its arguments. CPython 3.12: Include/methodobject.h METH_* */
export const METH = { UNKNOWN: 0, VARARGS: 1, NOARGS: 2, O: 3, FASTCALL: 4, FASTCALL_KEYWORDS: 5 } as const;

/** Functions and methods that take a tuple though their signature would not say so. */
const VARARGS = new Set<string>(
  (
    'max min _functools.reduce time.asctime time.clock_getres time.clock_gettime time.clock_gettime_ns ' +
    'time.ctime time.get_clock_info time.gmtime time.localtime time.strftime time.strptime sys.getsizeof ' +
    'gc.get_referents gc.get_referrers _thread.stack_size _json.scanstring _csv.reader ' +
    '_csv.register_dialect _csv.writer str.count str.endswith str.find str.format str.index str.rfind ' +
    'str.rindex str.startswith bytes.count bytes.endswith bytes.find bytes.index bytes.rfind bytes.rindex ' +
    'bytes.startswith bytearray.count bytearray.endswith bytearray.find bytearray.index bytearray.rfind ' +
    'bytearray.rindex bytearray.startswith dict.update set.difference set.difference_update ' +
    'set.intersection set.intersection_update set.union set.update frozenset.difference ' +
    'frozenset.intersection frozenset.union range.__reduce__ OrderedDict.update property.__set_name__'
  ).split(' '),
);
/** Functions that take an array though their `*args` would not say so. */
const FASTCALL = new Set<string>('math.gcd math.hypot math.lcm _struct.pack _struct.pack_into'.split(' '));

/** Found once for each native. */
export function convention(def: NativeDef, module: string | null): number {
  if (def.convention !== METH.UNKNOWN) return def.convention;
  if (!def.parsed) def.parse();
  const bare = module === null || module === 'builtins' || def.qualname.startsWith(`${module}.`);
  const name = bare ? def.qualname : `${module}.${def.qualname}`;
  let c: number;
  const { params } = def;
  // tp_new_wrapper takes a tuple and a dict, like every other slot in C.
  if (VARARGS.has(name) || def.name === '__new__') c = METH.VARARGS;
  else if (FASTCALL.has(name)) c = METH.FASTCALL;
  else if (params.length === 0) c = METH.NOARGS;
  else if (params.length === 1 && params[0]!.kind === 'pos' && params[0]!.required) c = METH.O;
  else c = params.every((p) => p.kind === 'pos') ? METH.FASTCALL : METH.FASTCALL_KEYWORDS;
  def.convention = c;
  return c;
}

/** Built-in types with a tp_vectorcall. */
const VECTORCALL = new Set(
  'bool dict enumerate filter float frozenset list map range reversed set super tuple type'.split(' '),
);

/** True for a built-in type that CALL_BUILTIN_CLASS may call. */
export function hasVectorcall(type: PyType): boolean {
  return (type.flags & TPFLAGS.HEAPTYPE) === 0 && VECTORCALL.has(type.name);
}

/** CPython 3.12: _Py_Specialize_Call. `first`: the method form, in which self is the first of the `nargs`. */
export function specializeCall(
  rt: CodeRuntime,
  at: number,
  callable: Obj,
  nargs: number,
  kwnames: Obj[] | null,
  arg: number,
): number {
  const type = callable.type;
  const guard = new Guard(0);
  guard.descr = callable;
  let op: number = 0;
  if (type === builtinType) op = builtinCall((callable as Obj<Builtin>).v, nargs, kwnames);
  else if (type === functionType) op = pyCall(callable as PyFunction, nargs, kwnames, false, guard);
  else if ((type.flags & TPFLAGS.TYPE_SUBCLASS) !== 0)
    op = classCall((callable as Obj<PyType>).v, nargs, kwnames, arg);
  else if (type === methodDescrType) {
    op = methodDescrCall(rt, at, (callable as Obj<MethodDescr>).v, nargs, kwnames, arg);
  } else if (type === methodType) {
    const { func } = (callable as Obj<Method>).v;
    if (func.type === functionType) op = pyCall(func as PyFunction, nargs + 1, kwnames, true, guard);
  }
  return op === 0 ? failed(rt, at, OP.CALL) : specialized(rt, at, op, guard);
}

/** CPython 3.12: specialize_c_call */
function builtinCall(b: Builtin, nargs: number, kwnames: Obj[] | null): number {
  const module = b.module !== null && isStr(b.module) ? b.module.v : null;
  const own = module === 'builtins';
  switch (convention(b.def, module)) {
    case METH.O:
      if (kwnames !== null || nargs !== 1) return 0;
      return own && b.def.name === 'len' ? SP.CALL_NO_KW_LEN : SP.CALL_NO_KW_BUILTIN_O;
    case METH.FASTCALL:
      if (kwnames !== null) return 0;
      return own && nargs === 2 && b.def.name === 'isinstance'
        ? SP.CALL_NO_KW_ISINSTANCE
        : SP.CALL_NO_KW_BUILTIN_FAST;
    case METH.FASTCALL_KEYWORDS:
      return SP.CALL_BUILTIN_FAST_WITH_KEYWORDS;
    default:
      return 0;
  }
}

/** CPython 3.12: specialize_py_call */
function pyCall(f: PyFunction, nargs: number, kwnames: Obj[] | null, bound: boolean, guard: Guard): number {
  const code = runtimeOf(f.v.code.v as never);
  if (kwnames !== null || !code.plainParameters) return 0;
  const { argcount } = code.co;
  const least = argcount - (f.v.defaults === null ? 0 : f.v.defaults.v.length);
  if (least < 0 || nargs > argcount || nargs < least) return 0;
  guard.version = functionVersion(f);
  if (argcount === nargs) return bound ? SP.CALL_BOUND_METHOD_EXACT_ARGS : SP.CALL_PY_EXACT_ARGS;
  return bound ? 0 : SP.CALL_PY_WITH_DEFAULTS;
}

/** CPython 3.12: specialize_class_call */
function classCall(type: PyType, nargs: number, kwnames: Obj[] | null, arg: number): number {
  if (type.tp_new === objectNew || (type.flags & TPFLAGS.HEAPTYPE) !== 0) return 0;
  if (nargs === 1 && kwnames === null && arg === 1) {
    if (type === strType) return SP.CALL_NO_KW_STR_1;
    if (type === typeType) return SP.CALL_NO_KW_TYPE_1;
    if (type === tupleType) return SP.CALL_NO_KW_TUPLE_1;
  }
  return hasVectorcall(type) ? SP.CALL_BUILTIN_CLASS : 0;
}

/** CPython 3.12: specialize_method_descriptor */
function methodDescrCall(
  rt: CodeRuntime,
  at: number,
  descr: MethodDescr,
  nargs: number,
  kwnames: Obj[] | null,
  arg: number,
): number {
  if (kwnames !== null) return 0;
  switch (convention(descr.def, null)) {
    case METH.NOARGS:
      return nargs === 1 ? SP.CALL_NO_KW_METHOD_DESCRIPTOR_NOARGS : 0;
    case METH.O: {
      if (nargs !== 2) return 0;
      const append = descr.objclass === listType && descr.def.name === 'append';
      return append && arg === 1 && (rt.plain[at + 1]! & 255) === OP.POP_TOP
        ? SP.CALL_NO_KW_LIST_APPEND
        : SP.CALL_NO_KW_METHOD_DESCRIPTOR_O;
    }
    case METH.FASTCALL:
      return SP.CALL_NO_KW_METHOD_DESCRIPTOR_FAST;
    case METH.FASTCALL_KEYWORDS:
      return SP.CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS;
    default:
      return 0;
  }
}
