from checking import load, call, expect, expect_equal

import server

fetch_all = load().fetch_all
names = ["slow", "medium", "fast"]
server.set_delays({"slow": 0.3, "medium": 0.2, "fast": 0.1})
answers = call(fetch_all, names)
expect(type(answers) is list and None not in answers, "every name has its answer when fetch_all returns", "a list of three answers", answers)
expect_equal(answers, ["<slow>", "<medium>", "<fast>"], "the answers, in the order of the names")
expect(server.most_waiting == 3, "how many were waiting at the same time", 3, server.most_waiting)
server.set_delays({})
expect_equal(call(fetch_all, ["a", "b", "c", "d", "e"]), ["<a>", "<b>", "<c>", "<d>", "<e>"], "five names")
expect_equal(call(fetch_all, []), [], "no names")
