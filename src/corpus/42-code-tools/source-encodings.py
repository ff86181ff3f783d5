# Bytes as source: cookies, byte order marks, encodings that are Python modules, and what is no text.
import importlib, sys
CASES = {
 'badcookie': b'# coding: nope\nx = 1\n',
 'bomcookie': b'\xef\xbb\xbf# coding: latin-1\nx = 1\n',
 'bomok': b'\xef\xbb\xbf# coding: utf-8\nx = 1\n',
 'bomonly': b'\xef\xbb\xbf',
 'latin1': b'# coding: latin-1\nx = "\xe9"\n',
 'latin1name': b'# -*- coding: iso-8859-15 -*-\nx\xe9 = "\xa4"\n',
 'utf16': 'x = 1'.encode('utf-16'),
 'badascii': b'# coding: ascii\nx = "\xe9"\n',
 'cookie2': b'\n# coding: cp1252\nx = "\x80"\n',
 'cookie4': b'x = 1\n# coding: nope\n',
 'cookie5': b'"""doc"""\n# coding: nope\n',
 'cookie6': b'# coding: nope\\\n',
 'cookie7': b'#!/usr/bin/python\n# vim: set fileencoding=cp1251 :\nx = "\xe9"\n',
 'cookie8': b'# coding=utf8\nx = "\xc3\xa9"\n',
 'cookie9': b'# coding: UTF-8-sig\nx = "\xc3\xa9"\n',
 'cookie10': b'# coding: utf-16\nx = 1\n',
 'cookie11': b'# coding: koi8-r\nx = "\xc1"\n',
 'rot13': b'# coding: rot13\nk = 1\n',
 'hex': b'# coding: hex\nk = 1\n',
 'undefined': b'# coding: undefined\nk = 1\n',
 'empty': b'',
 'nul': b'x = 1\0\n',
 'nul2': b'x = 1\n\ny = "\0"\n',
 'crlf': b'x = 1\r\ny = (\r\n',
 'syntax': b'# coding: latin-1\nx = "\xe9\xe9" +* 1\n',
 'syntax8': b'x = "\xc3\xa9\xc3\xa9" +* 1\n',
}
sys.path.insert(0, '/home/reader')
for name, data in CASES.items():
    for how in ('compile', 'import', 'eval'):
        if how == 'import' and name not in ('badcookie', 'bomcookie', 'latin1', 'cookie2', 'crlf', 'syntax', 'utf16'):
            continue
        try:
            if how == 'compile':
                ns = {}
                exec(compile(data, 'f.py', 'exec'), ns)
            elif how == 'eval':
                if name not in ('badcookie', 'nul', 'empty', 'utf16'): continue
                eval(data); ns = {}
            else:
                with open(f'/home/reader/m_{name}.py', 'wb') as f: f.write(data)
                importlib.invalidate_caches()
                ns = vars(importlib.import_module('m_' + name))
            print(name, how, [ascii(ns.get(k)) for k in ('x', 'y')])
        except SyntaxError as e:
            print(name, how, type(e).__name__, ascii(e.args), ascii((e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)))
        except Exception as e:
            print(name, how, type(e).__name__, ascii(e))
