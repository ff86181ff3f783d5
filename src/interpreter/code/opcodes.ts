// The one opcode table of the project.
//
// Encoding, stack depths, the completeness of the eval loop, `dis` and the site's opcode pages all read this
// file, so nothing about an instruction is written down twice. It answers to CPython 3.12's Lib/opcode.py
// (numbers, argument kinds, caches, families) and Python/bytecodes.c (what happens on the value stack).
//
// Three parts, as in CPython: real instructions (what .pyc files hold), their specialised forms (what the
// running program's own copy of the code turns into, PEP 659), and pseudo-instructions (which exist only
// inside the compiler). The INSTRUMENTED_* forms that sys.monitoring writes are deliberately absent:
// events here come from the watched loop.

/** Real instructions: Lib/opcode.py's numbers. From HAVE_ARGUMENT on, the second byte means something. */
export const OP = {
  CACHE: 0,
  POP_TOP: 1,
  PUSH_NULL: 2,
  INTERPRETER_EXIT: 3,
  END_FOR: 4,
  END_SEND: 5,
  NOP: 9,
  UNARY_NEGATIVE: 11,
  UNARY_NOT: 12,
  UNARY_INVERT: 15,
  RESERVED: 17,
  BINARY_SUBSCR: 25,
  BINARY_SLICE: 26,
  STORE_SLICE: 27,
  GET_LEN: 30,
  MATCH_MAPPING: 31,
  MATCH_SEQUENCE: 32,
  MATCH_KEYS: 33,
  PUSH_EXC_INFO: 35,
  CHECK_EXC_MATCH: 36,
  CHECK_EG_MATCH: 37,
  WITH_EXCEPT_START: 49,
  GET_AITER: 50,
  GET_ANEXT: 51,
  BEFORE_ASYNC_WITH: 52,
  BEFORE_WITH: 53,
  END_ASYNC_FOR: 54,
  CLEANUP_THROW: 55,
  STORE_SUBSCR: 60,
  DELETE_SUBSCR: 61,
  GET_ITER: 68,
  GET_YIELD_FROM_ITER: 69,
  LOAD_BUILD_CLASS: 71,
  LOAD_ASSERTION_ERROR: 74,
  RETURN_GENERATOR: 75,
  RETURN_VALUE: 83,
  SETUP_ANNOTATIONS: 85,
  LOAD_LOCALS: 87,
  POP_EXCEPT: 89,
  STORE_NAME: 90,
  DELETE_NAME: 91,
  UNPACK_SEQUENCE: 92,
  FOR_ITER: 93,
  UNPACK_EX: 94,
  STORE_ATTR: 95,
  DELETE_ATTR: 96,
  STORE_GLOBAL: 97,
  DELETE_GLOBAL: 98,
  SWAP: 99,
  LOAD_CONST: 100,
  LOAD_NAME: 101,
  BUILD_TUPLE: 102,
  BUILD_LIST: 103,
  BUILD_SET: 104,
  BUILD_MAP: 105,
  LOAD_ATTR: 106,
  COMPARE_OP: 107,
  IMPORT_NAME: 108,
  IMPORT_FROM: 109,
  JUMP_FORWARD: 110,
  POP_JUMP_IF_FALSE: 114,
  POP_JUMP_IF_TRUE: 115,
  LOAD_GLOBAL: 116,
  IS_OP: 117,
  CONTAINS_OP: 118,
  RERAISE: 119,
  COPY: 120,
  RETURN_CONST: 121,
  BINARY_OP: 122,
  SEND: 123,
  LOAD_FAST: 124,
  STORE_FAST: 125,
  DELETE_FAST: 126,
  LOAD_FAST_CHECK: 127,
  POP_JUMP_IF_NOT_NONE: 128,
  POP_JUMP_IF_NONE: 129,
  RAISE_VARARGS: 130,
  GET_AWAITABLE: 131,
  MAKE_FUNCTION: 132,
  BUILD_SLICE: 133,
  JUMP_BACKWARD_NO_INTERRUPT: 134,
  MAKE_CELL: 135,
  LOAD_CLOSURE: 136,
  LOAD_DEREF: 137,
  STORE_DEREF: 138,
  DELETE_DEREF: 139,
  JUMP_BACKWARD: 140,
  LOAD_SUPER_ATTR: 141,
  CALL_FUNCTION_EX: 142,
  LOAD_FAST_AND_CLEAR: 143,
  EXTENDED_ARG: 144,
  LIST_APPEND: 145,
  SET_ADD: 146,
  MAP_ADD: 147,
  COPY_FREE_VARS: 149,
  YIELD_VALUE: 150,
  RESUME: 151,
  MATCH_CLASS: 152,
  FORMAT_VALUE: 155,
  BUILD_CONST_KEY_MAP: 156,
  BUILD_STRING: 157,
  LIST_EXTEND: 162,
  SET_UPDATE: 163,
  DICT_MERGE: 164,
  DICT_UPDATE: 165,
  CALL: 171,
  KW_NAMES: 172,
  CALL_INTRINSIC_1: 173,
  CALL_INTRINSIC_2: 174,
  LOAD_FROM_DICT_OR_GLOBALS: 175,
  LOAD_FROM_DICT_OR_DEREF: 176,
} as const;
export type Op = typeof OP;
export type OpName = keyof Op;

/** Specialised forms (PEP 659): they take numbers that Lib/opcode.py leaves empty. */
export const SPECIALIZED = {
  BINARY_OP_ADD_FLOAT: 6,
  BINARY_OP_ADD_INT: 7,
  BINARY_OP_ADD_UNICODE: 8,
  BINARY_OP_INPLACE_ADD_UNICODE: 10,
  BINARY_OP_MULTIPLY_FLOAT: 13,
  BINARY_OP_MULTIPLY_INT: 14,
  BINARY_OP_SUBTRACT_FLOAT: 16,
  BINARY_OP_SUBTRACT_INT: 18,
  BINARY_SUBSCR_DICT: 19,
  BINARY_SUBSCR_GETITEM: 20,
  BINARY_SUBSCR_LIST_INT: 21,
  BINARY_SUBSCR_TUPLE_INT: 22,
  CALL_PY_EXACT_ARGS: 23,
  CALL_PY_WITH_DEFAULTS: 24,
  CALL_BOUND_METHOD_EXACT_ARGS: 28,
  CALL_BUILTIN_CLASS: 29,
  CALL_BUILTIN_FAST_WITH_KEYWORDS: 34,
  CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS: 38,
  CALL_NO_KW_BUILTIN_FAST: 39,
  CALL_NO_KW_BUILTIN_O: 40,
  CALL_NO_KW_ISINSTANCE: 41,
  CALL_NO_KW_LEN: 42,
  CALL_NO_KW_LIST_APPEND: 43,
  CALL_NO_KW_METHOD_DESCRIPTOR_FAST: 44,
  CALL_NO_KW_METHOD_DESCRIPTOR_NOARGS: 45,
  CALL_NO_KW_METHOD_DESCRIPTOR_O: 46,
  CALL_NO_KW_STR_1: 47,
  CALL_NO_KW_TUPLE_1: 48,
  CALL_NO_KW_TYPE_1: 56,
  COMPARE_OP_FLOAT: 57,
  COMPARE_OP_INT: 58,
  COMPARE_OP_STR: 59,
  FOR_ITER_LIST: 62,
  FOR_ITER_TUPLE: 63,
  FOR_ITER_RANGE: 64,
  FOR_ITER_GEN: 65,
  LOAD_SUPER_ATTR_ATTR: 66,
  LOAD_SUPER_ATTR_METHOD: 67,
  LOAD_ATTR_CLASS: 70,
  LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN: 72,
  LOAD_ATTR_INSTANCE_VALUE: 73,
  LOAD_ATTR_MODULE: 76,
  LOAD_ATTR_PROPERTY: 77,
  LOAD_ATTR_SLOT: 78,
  LOAD_ATTR_WITH_HINT: 79,
  LOAD_ATTR_METHOD_LAZY_DICT: 80,
  LOAD_ATTR_METHOD_NO_DICT: 81,
  LOAD_ATTR_METHOD_WITH_VALUES: 82,
  LOAD_CONST__LOAD_FAST: 84,
  LOAD_FAST__LOAD_CONST: 86,
  LOAD_FAST__LOAD_FAST: 88,
  LOAD_GLOBAL_BUILTIN: 111,
  LOAD_GLOBAL_MODULE: 112,
  STORE_ATTR_INSTANCE_VALUE: 113,
  STORE_ATTR_SLOT: 148,
  STORE_ATTR_WITH_HINT: 153,
  STORE_FAST__LOAD_FAST: 154,
  STORE_FAST__STORE_FAST: 158,
  STORE_SUBSCR_DICT: 159,
  STORE_SUBSCR_LIST_INT: 160,
  UNPACK_SEQUENCE_LIST: 161,
  UNPACK_SEQUENCE_TUPLE: 166,
  UNPACK_SEQUENCE_TWO_TUPLE: 167,
  SEND_GEN: 168,
} as const;
export type Specialized = typeof SPECIALIZED;
export type SpecializedName = keyof Specialized;

/** Pseudo-instructions: numbers above a byte, so that they can never reach a code object. */
export const PSEUDO = {
  SETUP_FINALLY: 256,
  SETUP_CLEANUP: 257,
  SETUP_WITH: 258,
  POP_BLOCK: 259,
  JUMP: 260,
  JUMP_NO_INTERRUPT: 261,
  LOAD_METHOD: 262,
  LOAD_SUPER_METHOD: 263,
  LOAD_ZERO_SUPER_METHOD: 264,
  LOAD_ZERO_SUPER_ATTR: 265,
  STORE_FAST_MAYBE_NULL: 266,
} as const;
export type Pseudo = typeof PSEUDO;
export type PseudoName = keyof Pseudo;

/** The first number whose instruction takes an argument. */
export const HAVE_ARGUMENT = 90;
export const MAX_REAL_OPCODE = 254;
export const MIN_PSEUDO_OPCODE = 256;
export const MAX_PSEUDO_OPCODE = 266;

/**
 * What an instruction's argument counts.
 *
 * `name1` is an index into names shifted left by one, the low bit asking for a second value on the stack
 * (NULL or the method's self); `name2` is shifted by two (LOAD_SUPER_ATTR). `jump` and `jump_back` count
 * two-byte units from the end of the instruction and its caches.
 */
export type ArgKind =
  | 'none'
  | 'const'
  | 'name'
  | 'name1'
  | 'name2'
  | 'local'
  | 'free'
  | 'jump'
  | 'jump_back'
  | 'compare'
  | 'binary_op'
  | 'intrinsic_1'
  | 'intrinsic_2'
  | 'count'
  | 'depth'
  | 'flags'
  | 'number';

export interface OpcodeRow {
  readonly name: OpName;
  readonly number: number;
  readonly arg: ArgKind;
  /** The value stack before and after: `lhs rhs -- result`, the top on the right. */
  readonly stack: string;
  /** Names of the inline cache fields and their sizes in two-byte units, in order. */
  readonly caches: readonly (readonly [string, number])[];
  /** Specialised forms, if the instruction has a family. */
  readonly family: readonly SpecializedName[];
  readonly doc: string;
}

type Row = readonly [arg: ArgKind, stack: string, doc: string];

// In stack pictures, `[oparg]` repeats a value, and `?(...)` makes it depend on the argument.
const ROWS: Record<OpName, Row> = {
  CACHE: ['none', '--', 'Room for an inline cache behind an instruction; never executed.'],
  POP_TOP: ['none', 'value --', 'Throws away the top of the stack.'],
  PUSH_NULL: ['none', '-- NULL', 'Pushes the empty mark that a call expects below a plain callable.'],
  INTERPRETER_EXIT: ['none', 'value --', 'Leaves the eval loop and hands the value to the C caller.'],
  END_FOR: ['none', 'iter value --', 'Cleans up a finished for loop: drops the iterator and the last value.'],
  END_SEND: [
    'none',
    'receiver value -- value',
    'Cleans up after yield from or await: drops the inner iterator.',
  ],
  NOP: ['none', '--', 'Does nothing; keeps a source line visible to tracing.'],
  UNARY_NEGATIVE: ['none', 'value -- result', 'Replaces the top by -value.'],
  UNARY_NOT: ['none', 'value -- result', 'Replaces the top by not value.'],
  UNARY_INVERT: ['none', 'value -- result', 'Replaces the top by ~value.'],
  RESERVED: ['none', '--', 'A number kept free; executing it is an error.'],
  BINARY_SUBSCR: ['none', 'container sub -- result', 'Pushes container[sub].'],
  BINARY_SLICE: ['none', 'container start stop -- result', 'Pushes container[start:stop].'],
  STORE_SLICE: ['none', 'value container start stop --', 'Stores value into container[start:stop].'],
  GET_LEN: ['none', 'obj -- obj length', 'Pushes len(obj), keeping obj.'],
  MATCH_MAPPING: [
    'none',
    'subject -- subject bool',
    'Pushes whether the subject counts as a mapping for match.',
  ],
  MATCH_SEQUENCE: [
    'none',
    'subject -- subject bool',
    'Pushes whether the subject counts as a sequence for match.',
  ],
  MATCH_KEYS: [
    'none',
    'subject keys -- subject keys values_or_None',
    'Looks up every key in the subject; pushes a tuple of values, or None if one is missing.',
  ],
  PUSH_EXC_INFO: [
    'none',
    'new_exc -- prev_exc new_exc',
    'Makes the caught exception the one being handled and keeps the earlier one below it.',
  ],
  CHECK_EXC_MATCH: [
    'none',
    'exc type -- exc bool',
    'Pushes whether the exception matches the type of an except clause.',
  ],
  CHECK_EG_MATCH: [
    'none',
    'exc type -- rest match',
    'Splits an exception group for except*: what is left and what matched.',
  ],
  WITH_EXCEPT_START: [
    'none',
    'exit lasti prev_exc exc -- exit lasti prev_exc exc result',
    'Calls __exit__ with the exception that left the with block.',
  ],
  GET_AITER: ['none', 'obj -- aiter', 'Replaces the top by its __aiter__().'],
  GET_ANEXT: ['none', 'aiter -- aiter awaitable', 'Pushes an awaitable for the next value of async for.'],
  BEFORE_ASYNC_WITH: [
    'none',
    'mgr -- exit awaitable',
    'Pushes __aexit__ and the result of calling __aenter__.',
  ],
  BEFORE_WITH: ['none', 'mgr -- exit result', 'Pushes __exit__ and the result of calling __enter__.'],
  END_ASYNC_FOR: [
    'none',
    'awaitable exc --',
    'Ends async for on StopAsyncIteration, or raises the exception again.',
  ],
  CLEANUP_THROW: [
    'none',
    'sub_iter last_sent exc -- None value',
    'After throw() into yield from: takes the value of StopIteration, or raises again.',
  ],
  STORE_SUBSCR: ['none', 'value container sub --', 'Stores value into container[sub].'],
  DELETE_SUBSCR: ['none', 'container sub --', 'Deletes container[sub].'],
  GET_ITER: ['none', 'iterable -- iter', 'Replaces the top by iter(top).'],
  GET_YIELD_FROM_ITER: [
    'none',
    'iterable -- iter',
    'Like GET_ITER, but leaves generators and coroutines as they are.',
  ],
  LOAD_BUILD_CLASS: ['none', '-- function', 'Pushes builtins.__build_class__, which makes classes.'],
  LOAD_ASSERTION_ERROR: [
    'none',
    '-- type',
    'Pushes AssertionError itself, whatever that name means in the program.',
  ],
  RETURN_GENERATOR: [
    'none',
    '--',
    'Turns the running frame into a generator (coroutine, async generator) and returns that to the caller.',
  ],
  RETURN_VALUE: ['none', 'value --', 'Ends the frame and hands the value to its caller.'],
  SETUP_ANNOTATIONS: ['none', '--', 'Makes sure that the local namespace has an __annotations__ dict.'],
  LOAD_LOCALS: ['none', '-- mapping', 'Pushes the local namespace of a class body or module.'],
  POP_EXCEPT: [
    'none',
    'prev_exc --',
    'Ends an except block: the earlier exception is the handled one again.',
  ],
  STORE_NAME: ['name', 'value --', 'Binds a name in the local namespace of a module or class body.'],
  DELETE_NAME: ['name', '--', 'Unbinds a name of the local namespace.'],
  UNPACK_SEQUENCE: ['count', 'seq -- value[oparg]', 'Unpacks exactly that many values, the first on top.'],
  FOR_ITER: [
    'jump',
    'iter -- iter next',
    'Pushes the next value, or jumps to the end of the loop when there is none.',
  ],
  UNPACK_EX: [
    'flags',
    'seq -- after[oparg>>8] list before[oparg&255]',
    'Unpacks with a starred target: low byte counts the values before it, the rest those after.',
  ],
  STORE_ATTR: ['name', 'value owner --', 'Stores value as an attribute of owner.'],
  DELETE_ATTR: ['name', 'owner --', 'Deletes an attribute of owner.'],
  STORE_GLOBAL: ['name', 'value --', 'Binds a name in the globals of the module.'],
  DELETE_GLOBAL: ['name', '--', 'Unbinds a name in the globals of the module.'],
  SWAP: [
    'depth',
    'bottom value[oparg-2] top -- top value[oparg-2] bottom',
    'Exchanges the top with the value that deep.',
  ],
  LOAD_CONST: ['const', '-- value', 'Pushes a constant of the code object.'],
  LOAD_NAME: [
    'name',
    '-- value',
    'Pushes the value of a name: local namespace, then globals, then builtins.',
  ],
  BUILD_TUPLE: ['count', 'value[oparg] -- tuple', 'Packs the topmost values into a tuple.'],
  BUILD_LIST: ['count', 'value[oparg] -- list', 'Packs the topmost values into a list.'],
  BUILD_SET: ['count', 'value[oparg] -- set', 'Packs the topmost values into a set.'],
  BUILD_MAP: ['count', 'key_value[oparg*2] -- dict', 'Packs pairs of key and value into a dict.'],
  LOAD_ATTR: [
    'name1',
    'owner -- method?(oparg&1) attr_or_self',
    'Pushes an attribute; with the low bit set, a method and its self ready to be called.',
  ],
  COMPARE_OP: [
    'compare',
    'left right -- result',
    'Compares with <, <=, ==, !=, > or >=; the operator sits above four mask bits.',
  ],
  IMPORT_NAME: ['name', 'level fromlist -- module', 'Calls __import__.'],
  IMPORT_FROM: ['name', 'module -- module attr', 'Pushes an attribute of the module for from ... import.'],
  JUMP_FORWARD: ['jump', '--', 'Jumps ahead.'],
  POP_JUMP_IF_FALSE: ['jump', 'cond --', 'Jumps ahead if the popped value is false.'],
  POP_JUMP_IF_TRUE: ['jump', 'cond --', 'Jumps ahead if the popped value is true.'],
  LOAD_GLOBAL: [
    'name1',
    '-- NULL?(oparg&1) value',
    'Pushes a global or built-in; with the low bit set, NULL below it for a call.',
  ],
  IS_OP: ['number', 'left right -- bool', 'Pushes left is right; with argument 1, left is not right.'],
  CONTAINS_OP: ['number', 'left right -- bool', 'Pushes left in right; with argument 1, left not in right.'],
  RERAISE: [
    'depth',
    'value[oparg] exc -- value[oparg]',
    'Raises the exception again; with an argument, at the instruction remembered that deep.',
  ],
  COPY: [
    'depth',
    'bottom value[oparg-1] -- bottom value[oparg-1] top',
    'Pushes a second reference to the value that deep.',
  ],
  RETURN_CONST: ['const', '--', 'Ends the frame and hands a constant to its caller.'],
  BINARY_OP: ['binary_op', 'lhs rhs -- result', 'Applies an arithmetic operator, plain or in place.'],
  SEND: [
    'jump',
    'receiver value -- receiver result',
    'Sends value into the inner iterator; jumps when that has finished.',
  ],
  LOAD_FAST: ['local', '-- value', 'Pushes a local variable that is known to be bound.'],
  STORE_FAST: ['local', 'value --', 'Binds a local variable.'],
  DELETE_FAST: ['local', '--', 'Unbinds a local variable.'],
  LOAD_FAST_CHECK: ['local', '-- value', 'Pushes a local variable, or raises UnboundLocalError.'],
  POP_JUMP_IF_NOT_NONE: ['jump', 'value --', 'Jumps ahead if the popped value is not None.'],
  POP_JUMP_IF_NONE: ['jump', 'value --', 'Jumps ahead if the popped value is None.'],
  RAISE_VARARGS: [
    'count',
    'args[oparg] --',
    'raise with no value, an exception, or an exception and its cause.',
  ],
  GET_AWAITABLE: ['number', 'iterable -- iter', 'Replaces the top by the iterator that await drives.'],
  MAKE_FUNCTION: [
    'flags',
    'defaults?(oparg&1) kwdefaults?(oparg&2) annotations?(oparg&4) closure?(oparg&8) code -- function',
    'Makes a function of a code object and the parts that the flags name.',
  ],
  BUILD_SLICE: ['count', 'start stop step?(oparg==3) -- slice', 'Makes a slice of two or three values.'],
  JUMP_BACKWARD_NO_INTERRUPT: [
    'jump_back',
    '--',
    'Jumps back without looking for signals or a thread switch.',
  ],
  MAKE_CELL: ['free', '--', 'Puts a local variable into a cell, so that inner functions can share it.'],
  LOAD_CLOSURE: ['free', '-- cell', 'Pushes the cell of a variable, to build a closure.'],
  LOAD_DEREF: ['free', '-- value', 'Pushes what a cell holds.'],
  STORE_DEREF: ['free', 'value --', 'Puts a value into a cell.'],
  DELETE_DEREF: ['free', '--', 'Empties a cell.'],
  JUMP_BACKWARD: [
    'jump_back',
    '--',
    'Jumps back: the end of a loop round, where signals and thread switches are seen.',
  ],
  LOAD_SUPER_ATTR: [
    'name2',
    'super class self -- method?(oparg&1) attr_or_self',
    'super().attr without making the super object; bit 0: a method call, bit 1: two-argument super().',
  ],
  CALL_FUNCTION_EX: [
    'flags',
    'NULL func args kwargs?(oparg&1) -- result',
    'Calls with a tuple of arguments and, if the low bit is set, a dict of keywords.',
  ],
  LOAD_FAST_AND_CLEAR: [
    'local',
    '-- value_or_NULL',
    'Pushes a local variable, bound or not, and unbinds it (comprehensions).',
  ],
  EXTENDED_ARG: ['number', '--', 'Gives the next instruction eight higher bits of argument.'],
  LIST_APPEND: [
    'depth',
    'list value[oparg-1] item -- list value[oparg-1]',
    'Appends to the list that deep (comprehensions).',
  ],
  SET_ADD: [
    'depth',
    'set value[oparg-1] item -- set value[oparg-1]',
    'Adds to the set that deep (comprehensions).',
  ],
  MAP_ADD: [
    'depth',
    'dict value[oparg-1] key item -- dict value[oparg-1]',
    'Stores a pair into the dict that deep (comprehensions).',
  ],
  COPY_FREE_VARS: ['count', '--', "Copies the function's closure cells into the frame."],
  YIELD_VALUE: [
    'depth',
    'value -- sent',
    'Suspends the generator and hands out the value; pushes what is sent in.',
  ],
  RESUME: ['number', '--', 'Start of a frame (0) or return after yield (1), yield from (2), await (3).'],
  MATCH_CLASS: [
    'count',
    'subject type names -- attrs_or_None',
    'Class pattern: fetches attributes, the argument counting the positional ones.',
  ],
  FORMAT_VALUE: [
    'flags',
    'value spec?(oparg&4) -- string',
    'Formats one field of an f-string; low bits: !s, !r, !a.',
  ],
  BUILD_CONST_KEY_MAP: [
    'count',
    'value[oparg] keys -- dict',
    'Makes a dict of values and one constant tuple of keys.',
  ],
  BUILD_STRING: ['count', 'piece[oparg] -- string', 'Joins the pieces of an f-string.'],
  LIST_EXTEND: [
    'depth',
    'list value[oparg-1] iterable -- list value[oparg-1]',
    'Extends the list that deep.',
  ],
  SET_UPDATE: ['depth', 'set value[oparg-1] iterable -- set value[oparg-1]', 'Updates the set that deep.'],
  DICT_MERGE: [
    'depth',
    'dict value[oparg-1] mapping -- dict value[oparg-1]',
    'Merges keyword arguments into the dict that deep; a repeated key is an error.',
  ],
  DICT_UPDATE: ['depth', 'dict value[oparg-1] mapping -- dict value[oparg-1]', 'Updates the dict that deep.'],
  CALL: [
    'count',
    'method_or_NULL callable_or_self args[oparg] -- result',
    'Calls with that many arguments; KW_NAMES before it says which are keywords.',
  ],
  KW_NAMES: ['const', '--', 'Says that the last arguments of the next CALL have these names.'],
  CALL_INTRINSIC_1: ['intrinsic_1', 'value -- result', 'Calls one of the rare helpers that take one value.'],
  CALL_INTRINSIC_2: [
    'intrinsic_2',
    'value2 value1 -- result',
    'Calls one of the rare helpers that take two values.',
  ],
  LOAD_FROM_DICT_OR_GLOBALS: [
    'name',
    'mapping -- value',
    'Looks a name up in the mapping, then in globals and builtins.',
  ],
  LOAD_FROM_DICT_OR_DEREF: ['free', 'mapping -- value', 'Looks a name up in the mapping, then in a cell.'],
};

// Lib/opcode.py _cache_format.
const CACHES: Partial<Record<OpName, readonly (readonly [string, number])[]>> = {
  LOAD_GLOBAL: [
    ['counter', 1],
    ['index', 1],
    ['module_keys_version', 1],
    ['builtin_keys_version', 1],
  ],
  BINARY_OP: [['counter', 1]],
  UNPACK_SEQUENCE: [['counter', 1]],
  COMPARE_OP: [['counter', 1]],
  BINARY_SUBSCR: [['counter', 1]],
  FOR_ITER: [['counter', 1]],
  LOAD_SUPER_ATTR: [['counter', 1]],
  LOAD_ATTR: [
    ['counter', 1],
    ['version', 2],
    ['keys_version', 2],
    ['descr', 4],
  ],
  STORE_ATTR: [
    ['counter', 1],
    ['version', 2],
    ['index', 1],
  ],
  CALL: [
    ['counter', 1],
    ['func_version', 2],
  ],
  STORE_SUBSCR: [['counter', 1]],
  SEND: [['counter', 1]],
};

// The two-in-one forms of LOAD_FAST, STORE_FAST and LOAD_CONST belong to the family of their first half.
const FAMILIES: Partial<Record<OpName, readonly SpecializedName[]>> = {
  BINARY_OP: [
    'BINARY_OP_ADD_FLOAT',
    'BINARY_OP_ADD_INT',
    'BINARY_OP_ADD_UNICODE',
    'BINARY_OP_INPLACE_ADD_UNICODE',
    'BINARY_OP_MULTIPLY_FLOAT',
    'BINARY_OP_MULTIPLY_INT',
    'BINARY_OP_SUBTRACT_FLOAT',
    'BINARY_OP_SUBTRACT_INT',
  ],
  BINARY_SUBSCR: [
    'BINARY_SUBSCR_DICT',
    'BINARY_SUBSCR_GETITEM',
    'BINARY_SUBSCR_LIST_INT',
    'BINARY_SUBSCR_TUPLE_INT',
  ],
  CALL: [
    'CALL_PY_EXACT_ARGS',
    'CALL_PY_WITH_DEFAULTS',
    'CALL_BOUND_METHOD_EXACT_ARGS',
    'CALL_BUILTIN_CLASS',
    'CALL_BUILTIN_FAST_WITH_KEYWORDS',
    'CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS',
    'CALL_NO_KW_BUILTIN_FAST',
    'CALL_NO_KW_BUILTIN_O',
    'CALL_NO_KW_ISINSTANCE',
    'CALL_NO_KW_LEN',
    'CALL_NO_KW_LIST_APPEND',
    'CALL_NO_KW_METHOD_DESCRIPTOR_FAST',
    'CALL_NO_KW_METHOD_DESCRIPTOR_NOARGS',
    'CALL_NO_KW_METHOD_DESCRIPTOR_O',
    'CALL_NO_KW_STR_1',
    'CALL_NO_KW_TUPLE_1',
    'CALL_NO_KW_TYPE_1',
  ],
  COMPARE_OP: ['COMPARE_OP_FLOAT', 'COMPARE_OP_INT', 'COMPARE_OP_STR'],
  FOR_ITER: ['FOR_ITER_LIST', 'FOR_ITER_TUPLE', 'FOR_ITER_RANGE', 'FOR_ITER_GEN'],
  LOAD_SUPER_ATTR: ['LOAD_SUPER_ATTR_ATTR', 'LOAD_SUPER_ATTR_METHOD'],
  LOAD_ATTR: [
    'LOAD_ATTR_CLASS',
    'LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN',
    'LOAD_ATTR_INSTANCE_VALUE',
    'LOAD_ATTR_MODULE',
    'LOAD_ATTR_PROPERTY',
    'LOAD_ATTR_SLOT',
    'LOAD_ATTR_WITH_HINT',
    'LOAD_ATTR_METHOD_LAZY_DICT',
    'LOAD_ATTR_METHOD_NO_DICT',
    'LOAD_ATTR_METHOD_WITH_VALUES',
  ],
  LOAD_CONST: ['LOAD_CONST__LOAD_FAST'],
  LOAD_FAST: ['LOAD_FAST__LOAD_CONST', 'LOAD_FAST__LOAD_FAST'],
  LOAD_GLOBAL: ['LOAD_GLOBAL_BUILTIN', 'LOAD_GLOBAL_MODULE'],
  STORE_ATTR: ['STORE_ATTR_INSTANCE_VALUE', 'STORE_ATTR_SLOT', 'STORE_ATTR_WITH_HINT'],
  STORE_FAST: ['STORE_FAST__LOAD_FAST', 'STORE_FAST__STORE_FAST'],
  STORE_SUBSCR: ['STORE_SUBSCR_DICT', 'STORE_SUBSCR_LIST_INT'],
  UNPACK_SEQUENCE: ['UNPACK_SEQUENCE_LIST', 'UNPACK_SEQUENCE_TUPLE', 'UNPACK_SEQUENCE_TWO_TUPLE'],
  SEND: ['SEND_GEN'],
};

/** What each pseudo-instruction becomes (Lib/opcode.py pseudo_op) and what it is for. */
export const PSEUDO_ROWS: Record<
  PseudoName,
  { readonly becomes: readonly OpName[]; readonly arg: ArgKind; readonly doc: string }
> = {
  SETUP_FINALLY: { becomes: ['NOP'], arg: 'jump', doc: 'From here on, an exception goes to the target.' },
  SETUP_CLEANUP: {
    becomes: ['NOP'],
    arg: 'jump',
    doc: 'Like SETUP_FINALLY, and the handler also learns which instruction raised.',
  },
  SETUP_WITH: { becomes: ['NOP'], arg: 'jump', doc: 'Like SETUP_CLEANUP, for a with block.' },
  POP_BLOCK: { becomes: ['NOP'], arg: 'none', doc: 'Ends the innermost region that a SETUP began.' },
  JUMP: {
    becomes: ['JUMP_FORWARD', 'JUMP_BACKWARD'],
    arg: 'jump',
    doc: 'A jump whose direction is not known before the blocks are in order.',
  },
  JUMP_NO_INTERRUPT: {
    becomes: ['JUMP_FORWARD', 'JUMP_BACKWARD_NO_INTERRUPT'],
    arg: 'jump',
    doc: 'The same, without a look at signals on the way back.',
  },
  LOAD_METHOD: { becomes: ['LOAD_ATTR'], arg: 'name', doc: 'LOAD_ATTR with its low bit set.' },
  LOAD_SUPER_METHOD: {
    becomes: ['LOAD_SUPER_ATTR'],
    arg: 'name',
    doc: 'LOAD_SUPER_ATTR with bits 0 and 1 set.',
  },
  LOAD_ZERO_SUPER_METHOD: {
    becomes: ['LOAD_SUPER_ATTR'],
    arg: 'name',
    doc: 'LOAD_SUPER_ATTR with bit 0 set.',
  },
  LOAD_ZERO_SUPER_ATTR: {
    becomes: ['LOAD_SUPER_ATTR'],
    arg: 'name',
    doc: 'LOAD_SUPER_ATTR with neither bit set.',
  },
  STORE_FAST_MAYBE_NULL: {
    becomes: ['STORE_FAST'],
    arg: 'local',
    doc: 'STORE_FAST of a value that may be NULL: the variable may end up unbound.',
  },
};

/** Every real instruction, by number. Empty numbers are undefined. */
export const opcodeRows: (OpcodeRow | undefined)[] = new Array(256).fill(undefined);
/** Number to name: real, specialised and pseudo; `<n>` where there is none, as in Lib/opcode.py. */
export const opname: string[] = [];
/** Inline cache units behind each instruction (Include/internal/pycore_opcode.h _PyOpcode_Caches). */
export const cacheCount: Uint8Array = new Uint8Array(256);
/** The unspecialised form of each instruction (_PyOpcode_Deopt); 0 for numbers that do not exist. */
export const deopt: Uint8Array = new Uint8Array(256);
/** Argument kind by number, pseudo-instructions included. */
export const argKind: ArgKind[] = new Array(MAX_PSEUDO_OPCODE + 1).fill('none');

/** Include/opcode.h HAS_ARG. The SETUP pseudo-instructions have a target, which does not count as argument. */
export function hasArg(op: number): boolean {
  return op >= HAVE_ARGUMENT && (op < MIN_PSEUDO_OPCODE || op > PSEUDO.POP_BLOCK);
}

export const cmp_op: readonly string[] = ['<', '<=', '==', '!=', '>', '>='];

/** BINARY_OP's arguments: Lib/opcode.py _nb_ops. */
export const nb_ops: readonly (readonly [string, string])[] = [
  ['NB_ADD', '+'],
  ['NB_AND', '&'],
  ['NB_FLOOR_DIVIDE', '//'],
  ['NB_LSHIFT', '<<'],
  ['NB_MATRIX_MULTIPLY', '@'],
  ['NB_MULTIPLY', '*'],
  ['NB_REMAINDER', '%'],
  ['NB_OR', '|'],
  ['NB_POWER', '**'],
  ['NB_RSHIFT', '>>'],
  ['NB_SUBTRACT', '-'],
  ['NB_TRUE_DIVIDE', '/'],
  ['NB_XOR', '^'],
  ['NB_INPLACE_ADD', '+='],
  ['NB_INPLACE_AND', '&='],
  ['NB_INPLACE_FLOOR_DIVIDE', '//='],
  ['NB_INPLACE_LSHIFT', '<<='],
  ['NB_INPLACE_MATRIX_MULTIPLY', '@='],
  ['NB_INPLACE_MULTIPLY', '*='],
  ['NB_INPLACE_REMAINDER', '%='],
  ['NB_INPLACE_OR', '|='],
  ['NB_INPLACE_POWER', '**='],
  ['NB_INPLACE_RSHIFT', '>>='],
  ['NB_INPLACE_SUBTRACT', '-='],
  ['NB_INPLACE_TRUE_DIVIDE', '/='],
  ['NB_INPLACE_XOR', '^='],
];

export const NB_ADD = 0;
export const NB_AND = 1;
export const NB_FLOOR_DIVIDE = 2;
export const NB_LSHIFT = 3;
export const NB_MATRIX_MULTIPLY = 4;
export const NB_MULTIPLY = 5;
export const NB_REMAINDER = 6;
export const NB_OR = 7;
export const NB_POWER = 8;
export const NB_RSHIFT = 9;
export const NB_SUBTRACT = 10;
export const NB_TRUE_DIVIDE = 11;
export const NB_XOR = 12;
/** An in-place operator's number is the plain one's plus this. */
export const NB_INPLACE_OFFSET = 13;

/** CALL_INTRINSIC_1's arguments: Include/internal/pycore_intrinsics.h. */
export const intrinsic_1: readonly string[] = [
  'INTRINSIC_1_INVALID',
  'INTRINSIC_PRINT',
  'INTRINSIC_IMPORT_STAR',
  'INTRINSIC_STOPITERATION_ERROR',
  'INTRINSIC_ASYNC_GEN_WRAP',
  'INTRINSIC_UNARY_POSITIVE',
  'INTRINSIC_LIST_TO_TUPLE',
  'INTRINSIC_TYPEVAR',
  'INTRINSIC_PARAMSPEC',
  'INTRINSIC_TYPEVARTUPLE',
  'INTRINSIC_SUBSCRIPT_GENERIC',
  'INTRINSIC_TYPEALIAS',
];

/** CALL_INTRINSIC_2's arguments. */
export const intrinsic_2: readonly string[] = [
  'INTRINSIC_2_INVALID',
  'INTRINSIC_PREP_RERAISE_STAR',
  'INTRINSIC_TYPEVAR_WITH_BOUND',
  'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS',
  'INTRINSIC_SET_FUNCTION_TYPE_PARAMS',
];

export const INTRINSIC_PRINT = 1;
export const INTRINSIC_IMPORT_STAR = 2;
export const INTRINSIC_STOPITERATION_ERROR = 3;
export const INTRINSIC_ASYNC_GEN_WRAP = 4;
export const INTRINSIC_UNARY_POSITIVE = 5;
export const INTRINSIC_LIST_TO_TUPLE = 6;
export const INTRINSIC_TYPEVAR = 7;
export const INTRINSIC_PARAMSPEC = 8;
export const INTRINSIC_TYPEVARTUPLE = 9;
export const INTRINSIC_SUBSCRIPT_GENERIC = 10;
export const INTRINSIC_TYPEALIAS = 11;
export const INTRINSIC_PREP_RERAISE_STAR = 1;
export const INTRINSIC_TYPEVAR_WITH_BOUND = 2;
export const INTRINSIC_TYPEVAR_WITH_CONSTRAINTS = 3;
export const INTRINSIC_SET_FUNCTION_TYPE_PARAMS = 4;

/** FORMAT_VALUE's flags: the low two bits are the conversion, the third says a format spec is there. */
export const FVC_MASK = 0x3;
export const FVC_NONE = 0x0;
export const FVC_STR = 0x1;
export const FVC_REPR = 0x2;
export const FVC_ASCII = 0x3;
export const FVS_HAVE_SPEC = 0x4;

/** MAKE_FUNCTION's flags. */
export const MAKE_FUNCTION_DEFAULTS = 0x01;
export const MAKE_FUNCTION_KWDEFAULTS = 0x02;
export const MAKE_FUNCTION_ANNOTATIONS = 0x04;
export const MAKE_FUNCTION_CLOSURE = 0x08;

/** COMPARE_OP's argument: the operator above four bits, which say for which outcomes the result is true. */
export const COMPARISON_UNORDERED = 1;
export const COMPARISON_LESS_THAN = 2;
export const COMPARISON_GREATER_THAN = 4;
export const COMPARISON_EQUALS = 8;
/** Include/internal/pycore_code.h compare_masks, in cmp_op's order. */
export const compare_masks: readonly number[] = [
  COMPARISON_LESS_THAN,
  COMPARISON_LESS_THAN | COMPARISON_EQUALS,
  COMPARISON_EQUALS,
  COMPARISON_LESS_THAN | COMPARISON_GREATER_THAN | COMPARISON_UNORDERED,
  COMPARISON_GREATER_THAN,
  COMPARISON_GREATER_THAN | COMPARISON_EQUALS,
];

/** What stack_effect answers for an opcode that has none. */
export const PY_INVALID_STACK_EFFECT = 0x7fffffff;

// How often a value in a stack picture occurs, for each way the pictures say it.
const TERMS: Record<string, (oparg: number) => number> = {
  '[oparg]': (n) => n,
  '[oparg*2]': (n) => n * 2,
  '[oparg-1]': (n) => n - 1,
  '[oparg-2]': (n) => n - 2,
  '[oparg&255]': (n) => n & 0xff,
  '[oparg>>8]': (n) => n >> 8,
  '?(oparg&1)': (n) => (n & 1 ? 1 : 0),
  '?(oparg&2)': (n) => (n & 2 ? 1 : 0),
  '?(oparg&4)': (n) => (n & 4 ? 1 : 0),
  '?(oparg&8)': (n) => (n & 8 ? 1 : 0),
  '?(oparg==3)': (n) => (n === 3 ? 1 : 0),
};

type Effect = (oparg: number) => number;

/** The change of depth that a stack picture shows: a number, or a function of the argument. */
function effectOf(picture: string): number | Effect {
  let fixed = 0;
  const counts = new Map<Effect, number>();
  const sides = picture.split('--');
  for (const [side, sign] of [
    [sides[0], -1],
    [sides[1], 1],
  ] as const) {
    for (const item of side.split(' ')) {
      if (item === '') continue;
      const at = item.search(/[[?]/);
      if (at < 0) {
        fixed += sign;
        continue;
      }
      const term = TERMS[item.slice(at)];
      counts.set(term, (counts.get(term) ?? 0) + sign);
    }
  }
  const varying = [...counts].filter(([, n]) => n !== 0);
  if (varying.length === 0) return fixed;
  if (varying.length === 1) {
    const [term, n] = varying[0];
    return (oparg) => fixed + n * term(oparg);
  }
  return (oparg) => varying.reduce((sum, [term, n]) => sum + n * term(oparg), fixed);
}

const fixedEffect = new Int32Array(MAX_PSEUDO_OPCODE + 1).fill(PY_INVALID_STACK_EFFECT);
const varyingEffect: (Effect | null)[] = new Array(MAX_PSEUDO_OPCODE + 1).fill(null);

for (let i = 0; i <= MAX_PSEUDO_OPCODE; i++) opname.push(`<${i}>`);
for (const name of Object.keys(OP) as OpName[]) {
  const number = OP[name];
  const [arg, stack, doc] = ROWS[name];
  const caches = CACHES[name] ?? [];
  const family = FAMILIES[name] ?? [];
  opcodeRows[number] = { name, number, arg, stack, caches, family, doc };
  opname[number] = name;
  argKind[number] = arg;
  cacheCount[number] = caches.reduce((sum, [, size]) => sum + size, 0);
  deopt[number] = number;
  for (const special of family) {
    opname[SPECIALIZED[special]] = special;
    argKind[SPECIALIZED[special]] = arg;
    deopt[SPECIALIZED[special]] = number;
  }
  const effect = effectOf(stack);
  if (typeof effect === 'number') {
    fixedEffect[number] = effect;
  } else {
    varyingEffect[number] = effect;
  }
}
for (const name of Object.keys(PSEUDO) as PseudoName[]) {
  opname[PSEUDO[name]] = name;
  argKind[PSEUDO[name]] = PSEUDO_ROWS[name].arg;
}
fixedEffect[PSEUDO.POP_BLOCK] = 0;
fixedEffect[PSEUDO.JUMP] = 0;
fixedEffect[PSEUDO.JUMP_NO_INTERRUPT] = 0;
fixedEffect[PSEUDO.STORE_FAST_MAYBE_NULL] = -1;
fixedEffect[PSEUDO.LOAD_METHOD] = 1;
fixedEffect[PSEUDO.LOAD_SUPER_METHOD] = -1;
fixedEffect[PSEUDO.LOAD_ZERO_SUPER_METHOD] = -1;
fixedEffect[PSEUDO.LOAD_ZERO_SUPER_ATTR] = -1;

/**
 * By how much an instruction changes the depth of the stack.
 *
 * `jump`: 1 if it jumps, 0 if not, -1 for the larger of the two. Only the SETUP pseudo-instructions differ:
 * their target starts with an exception (and where it was raised) on the stack.
 * PY_INVALID_STACK_EFFECT for numbers that are not instructions.
 * CPython 3.12: Python/compile.c stack_effect.
 */
export function stack_effect(op: number, oparg: number, jump: number): number {
  if (op >= PSEUDO.SETUP_FINALLY && op <= PSEUDO.SETUP_WITH) {
    if (jump === 0) return 0;
    return op === PSEUDO.SETUP_CLEANUP ? 2 : 1;
  }
  const varying = varyingEffect[op];
  return varying ? varying(oparg) : (fixedEffect[op] ?? PY_INVALID_STACK_EFFECT);
}
