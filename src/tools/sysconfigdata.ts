// What CPython's build writes down about itself (sysconfig.get_config_vars), as far as programs ask.
//
// Each build has a file of its own, so the library in Pyodide's zip has Pyodide's, which speaks of WebAssembly. This one
// is that of the interpreter that the course speaks of: CPython 3.12.7 under /usr/local on 64-bit Linux.
//
// Stands where CPython 3.12 has Makefile.pre.in and pyconfig.h, by way of sysconfig._generate_posix_vars.

export const SYSCONFIG_FILE = '_sysconfigdata__linux_x86_64-linux-gnu.py';

const VARIABLES: { readonly [name: string]: string | number } = {
  ABIFLAGS: '',
  AR: 'ar',
  ARFLAGS: 'rcs',
  BINDIR: '/usr/local/bin',
  BINLIBDEST: '/usr/local/lib/python3.12',
  BUILD_GNU_TYPE: 'x86_64-linux-gnu',
  CC: 'gcc',
  CCSHARED: '-fPIC',
  CFLAGS: '-fno-strict-overflow -Wsign-compare -DNDEBUG -g -O3 -Wall',
  CONFIG_ARGS: '',
  CXX: 'g++',
  DESTDIRS: '/usr/local /usr/local/lib /usr/local/lib/python3.12 /usr/local/lib/python3.12/lib-dynload',
  EXE: '',
  EXT_SUFFIX: '.cpython-312-x86_64-linux-gnu.so',
  HAVE_FORK: 0,
  HAVE_GETADDRINFO: 1,
  HOST_GNU_TYPE: 'x86_64-pc-linux-gnu',
  INCLUDEDIR: '/usr/local/include',
  INCLUDEPY: '/usr/local/include/python3.12',
  LDLIBRARY: 'libpython3.12.a',
  LDSHARED: 'gcc -shared',
  LDVERSION: '3.12',
  LIBDEST: '/usr/local/lib/python3.12',
  LIBDIR: '/usr/local/lib',
  LIBPL: '/usr/local/lib/python3.12/config-3.12-x86_64-linux-gnu',
  LIBRARY: 'libpython3.12.a',
  MACHDEP: 'linux',
  MULTIARCH: 'x86_64-linux-gnu',
  OPT: '-DNDEBUG -g -O3 -Wall',
  PLATLIBDIR: 'lib',
  PYTHONPATH: '',
  Py_DEBUG: 0,
  Py_ENABLE_SHARED: 0,
  Py_TRACE_REFS: 0,
  SCRIPTDIR: '/usr/local/lib',
  SHLIB_SUFFIX: '.so',
  SIZEOF_DOUBLE: 8,
  SIZEOF_FLOAT: 4,
  SIZEOF_INT: 4,
  SIZEOF_LONG: 8,
  SIZEOF_LONG_LONG: 8,
  SIZEOF_SIZE_T: 8,
  SIZEOF_VOID_P: 8,
  SIZEOF_WCHAR_T: 4,
  SOABI: 'cpython-312-x86_64-linux-gnu',
  TZPATH: '/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo',
  VERSION: '3.12',
  WITH_PYMALLOC: 1,
  abs_builddir: '/usr/local/src/python',
  abs_srcdir: '/usr/local/src/python',
  exec_prefix: '/usr/local',
  prefix: '/usr/local',
  srcdir: '/usr/local/src/python',
};

/** The file's text. */
export function sysconfigSource(): string {
  const rows = Object.entries(VARIABLES).map(([name, value]) => ` '${name}': ${JSON.stringify(value)},\n`);
  return `# system configuration\nbuild_time_vars = {\n${rows.join('')}}\n`;
}
