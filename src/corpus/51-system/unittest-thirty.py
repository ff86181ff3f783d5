# A test file of thirty tests: passes, failures, errors, skips, expected failures, subtests, fixtures.
import io
import unittest


class Arithmetic(unittest.TestCase):
    def test_add(self):
        self.assertEqual(1 + 1, 2)

    def test_divide(self):
        with self.assertRaises(ZeroDivisionError):
            1 / 0

    def test_divide_message(self):
        with self.assertRaisesRegex(ZeroDivisionError, "division"):
            1 / 0

    def test_almost(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)

    def test_not_almost(self):
        self.assertNotAlmostEqual(1, 1.1)

    def test_greater(self):
        self.assertGreater(2, 1)
        self.assertGreaterEqual(2, 2)

    def test_less(self):
        self.assertLess(1, 2)
        self.assertLessEqual(2, 2)

    def test_wrong(self):
        self.assertEqual(1 + 1, 3, "sums")

    def test_subtests(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertNotEqual(i, 2)


class Containers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.log = ["class"]

    def setUp(self):
        self.data = [1, 2, 3]
        self.addCleanup(self.data.clear)

    def tearDown(self):
        self.log.append("down")

    def test_in(self):
        self.assertIn(1, self.data)
        self.assertNotIn(5, self.data)

    def test_list(self):
        self.assertListEqual(self.data, [1, 2, 3])

    def test_list_wrong(self):
        self.assertEqual(self.data, [1, 2, 4])

    def test_dict_wrong(self):
        self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]})

    def test_tuple(self):
        self.assertTupleEqual((1, 2), (1, 2))

    def test_set_wrong(self):
        self.assertSetEqual({1, 2}, {2, 3})

    def test_count(self):
        self.assertCountEqual([3, 1, 2], self.data)

    def test_count_wrong(self):
        self.assertCountEqual([1, 1, 2], self.data)

    def test_sequence(self):
        self.assertSequenceEqual((1, 2, 3), self.data)


class Objects(unittest.TestCase):
    def test_is(self):
        self.assertIs(None, None)
        self.assertIsNot([], [])

    def test_none(self):
        self.assertIsNone(None)
        self.assertIsNotNone(0)

    def test_instance(self):
        self.assertIsInstance(1, int)
        self.assertNotIsInstance(1, str)

    def test_truth(self):
        self.assertTrue([0])
        self.assertFalse([])

    def test_truth_wrong(self):
        self.assertTrue([])

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail("never")

    @unittest.skipIf(True, "as it is")
    def test_skipped_if(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 2)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_error(self):
        raise KeyError("missing")

    def test_skip_inside(self):
        self.skipTest("halfway")


class Text(unittest.TestCase):
    def test_multiline(self):
        self.maxDiff = None
        self.assertMultiLineEqual("one\ntwo\nthree\n", "one\n2\nthree\n")

    def test_regex(self):
        self.assertRegex("python 3.12", r"\d+\.\d+")
        self.assertNotRegex("python", r"\d")

    def test_logs(self):
        import logging

        with self.assertLogs("quiet", level="INFO") as logs:
            logging.getLogger("quiet").info("heard")
        self.assertEqual(logs.output, ["INFO:quiet:heard"])

    def test_warns(self):
        import warnings

        with self.assertWarns(UserWarning):
            warnings.warn("careful")


def timeless(text):
    return "\n".join("Ran 34 tests in ..." if line.startswith("Ran ") else line for line in text.split("\n"))


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromModule(__import__("__main__"))
    print(suite.countTestCases())
    for verbosity in (1, 2):
        suite = unittest.defaultTestLoader.loadTestsFromModule(__import__("__main__"))
        out = io.StringIO()
        result = unittest.TextTestRunner(out, verbosity=verbosity).run(suite)
        print(timeless(out.getvalue()))
        print(result)
    print(Containers.log.count("down"), result.wasSuccessful())
