import csv, io
rows = [["a", "b,c", 'd"e', ""], [1, 2.5, None, "x\ny"], ["é", " s ", "'q'", "1"]]
for kw in ({}, {"delimiter": ";"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_MINIMAL, "lineterminator": "\n"}, {"quotechar": "'"}, {"doublequote": False, "escapechar": "\\"}, {"dialect": "excel-tab"}, {"dialect": "unix"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}):
    f = io.StringIO(newline=""); csv.writer(f, **kw).writerows(rows); print(kw, repr(f.getvalue()))
print(list(csv.reader(['a,"b ""q"" c",d', '"multi', 'line",x', "", ' a, "b"'])))
print(list(csv.reader(["a, b"], skipinitialspace=True)), list(csv.reader(["1,'2',x"], quotechar="'", quoting=csv.QUOTE_NONNUMERIC))[:0], list(csv.reader(["a|b"], delimiter="|")), list(csv.reader([r"a\,b,c"], escapechar="\\")))
r = csv.DictReader(["n,v", "a,1", "b", "c,3,4"]); print(r.fieldnames, list(r), r.line_num)
f = io.StringIO(); w = csv.DictWriter(f, ["x", "y"], restval="-"); w.writeheader(); w.writerow({"x": 1}); print(repr(f.getvalue()))
for code in ("w.writerow({'z': 1})", "csv.reader(5)", "list(csv.reader(['a\"b'], strict=True))", "list(csv.reader(['\"a\"b'], strict=True))", "csv.writer(io.StringIO(), delimiter='ab')", "csv.writer(io.StringIO(), quoting=9)", "csv.writer(io.StringIO()).writerow(5)", "csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b'])", "list(csv.reader([b'a']))", "csv.get_dialect('nope')", "csv.writer(io.StringIO(), lineterminator=5)"):
    try: print(eval(code))
    except Exception as e: print(code, type(e).__name__, e)
print(csv.list_dialects(), csv.field_size_limit(), csv.Sniffer().sniff("a;b\n1;2\n").delimiter, csv.Sniffer().has_header("n,v\na,1\nb,2\n"))
