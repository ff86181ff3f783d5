import io, unittest
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("class up")
    def setUp(self): self.addCleanup(print, "cleanup"); print("up")
    def tearDown(self): print("down")
    def test_a(self): self.assertEqual([1, 2], [1, 3])
    def test_b(self):
        with self.assertRaises(ValueError) as c: int("x")
        self.assertIn("invalid", str(c.exception))
        with self.assertRaisesRegex(KeyError, "zz"): {}["a"]
    def test_c(self): self.skipTest("why")
    def test_d(self): 1 / 0
    @unittest.expectedFailure
    def test_e(self): pass
    def test_f(self): self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertDictEqual({"a": 1}, {"a": 2})
    def test_g(self): self.assertMultiLineEqual("a\nb\n", "a\nc\n")
    def test_h(self):
        with self.subTest(i=1): self.fail("sub")
r = unittest.TestResult(); unittest.defaultTestLoader.loadTestsFromTestCase(T).run(r)
print(r, [(t.id(), m.splitlines()[-1]) for t, m in r.failures], [(t.id(), m.splitlines()[-1]) for t, m in r.errors], r.skipped[0][1], len(r.unexpectedSuccesses), r.testsRun, r.wasSuccessful())
for name, args in (("assertTrue", (0,)), ("assertIs", (1, 2)), ("assertIsNone", (5,)), ("assertIn", (1, [2])), ("assertGreater", (1, 2)), ("assertCountEqual", ([1, 2], [2, 3])), ("assertRegex", ("abc", "x")), ("assertIsInstance", (1, str)), ("assertNotEqual", (1, 1)), ("assertSetEqual", ({1}, {2})), ("assertTupleEqual", ((1,), (2,))), ("assertListEqual", ([1], [2, 3])), ("assertAlmostEqual", (1, 2)), ("assertLess", (2, 1)), ("assertFalse", ("x",))):
    try: getattr(T(), name)(*args); print(name, "passed")
    except AssertionError as e: print(name, "|", str(e).replace("\n", "|"))
