import graphlib, types

for code in """
list(graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())[0::3], list(graphlib.TopologicalSorter().static_order())
list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
(lambda t: (t.add(3, 2), t.add(2, 1), t.prepare(), t.get_ready(), t.done(1), t.get_ready(), t.is_active()))(graphlib.TopologicalSorter())
graphlib.TopologicalSorter().get_ready()
(lambda t: (t.prepare(), t.done(5)))(graphlib.TopologicalSorter({1: []}))
types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), types.MappingProxyType({"a": 1}), types.new_class("C", (), {}, lambda ns: ns.update(x=5)).x, types.resolve_bases((list[int],)), types.MethodType(len, "abc")(), types.FunctionType.__name__, types.NoneType, types.EllipsisType, types.GenericAlias(list, (int,)), types.CellType(5).cell_contents, types.ModuleType("m", "d").__doc__
types.MappingProxyType({"a": 1})["a"] + 1, types.MappingProxyType({"a": 1}) | {"b": 2}, types.MappingProxyType({}).copy()
types.MappingProxyType({"a": 1}).__setitem__("b", 2)
types.MappingProxyType(5)
types.SimpleNamespace(1)
types.DynamicClassAttribute(lambda s: 5).__get__(1), types.get_original_bases(type("A", (), {})), types.prepare_class("X")[0], type(types.coroutine(lambda: 0)).__name__
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
