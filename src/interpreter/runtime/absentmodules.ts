// Modules of CPython's library that are not in here, and why: what the error of an import says.
//
// Stands where CPython 3.12 has optional modules that its build could leave out (setup.cfg, Modules/Setup).

const NETWORK = 'programs in here have no network';
const SCREEN = 'programs in here have no terminal and no window';
const CODE = 'it runs machine code, which there is none of in here';
const C_LIBRARY = 'it needs a library written in C that is not part of this interpreter';
const INSTALLER = 'nothing can be installed in here';
const PROCESSES = 'there is only one process in here';

const REASONS: readonly (readonly [names: string, reason: string])[] = [
  ['ssl _ssl', NETWORK],
  [
    'curses _curses _curses_panel readline tkinter _tkinter turtle turtledemo idlelib ossaudiodev webbrowser',
    SCREEN,
  ],
  ['ctypes _ctypes', CODE],
  ['sqlite3 _sqlite3 dbm _dbm _gdbm bz2 _bz2 lzma _lzma pyexpat _elementtree audioop mmap', C_LIBRARY],
  ['crypt _crypt spwd nis syslog _multiprocessing _posixshmem', PROCESSES],
  ['ensurepip venv', INSTALLER],
  ['lib2to3 pydoc_data', 'it is left out to keep the library small'],
  [
    '_multibytecodec _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw',
    'the tables of East Asian encodings are left out',
  ],
];

/** Why a module of the library is not here; undefined if nothing special is known about it. */
export function whyAbsent(name: string): string | undefined {
  return REASONS.find(([names]) => names.split(' ').includes(name))?.[1];
}
