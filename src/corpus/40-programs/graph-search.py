from collections import deque
import heapq

GRAPH = {
    "A": {"B": 4, "C": 2},
    "B": {"D": 5},
    "C": {"B": 1, "D": 8, "E": 10},
    "D": {"E": 2, "F": 6},
    "E": {"F": 3},
    "F": {},
    "G": {"A": 1},
}


def bfs(start, goal):
    queue, came = deque([start]), {start: None}
    while queue:
        here = queue.popleft()
        if here == goal:
            path = []
            while here:
                path.append(here)
                here = came[here]
            return path[::-1]
        for there in GRAPH[here]:
            if there not in came:
                came[there] = here
                queue.append(there)
    return None


def dfs(node, seen=None):
    seen = seen if seen is not None else []
    seen.append(node)
    for there in sorted(GRAPH[node]):
        if there not in seen:
            dfs(there, seen)
    return seen


def dijkstra(start):
    best = {start: 0}
    heap = [(0, start)]
    while heap:
        cost, here = heapq.heappop(heap)
        if cost > best[here]:
            continue
        for there, w in GRAPH[here].items():
            if cost + w < best.get(there, float("inf")):
                best[there] = cost + w
                heapq.heappush(heap, (cost + w, there))
    return best


def topological():
    incoming = {n: 0 for n in GRAPH}
    for edges in GRAPH.values():
        for n in edges:
            incoming[n] += 1
    ready = sorted(n for n, k in incoming.items() if k == 0)
    order = []
    while ready:
        n = ready.pop(0)
        order.append(n)
        for m in GRAPH[n]:
            incoming[m] -= 1
            if incoming[m] == 0:
                ready.append(m)
    if len(order) != len(GRAPH):
        raise ValueError("cycle")
    return order


def paths(a, b):
    if a == b:
        yield [b]
    for n in GRAPH[a]:
        for rest in paths(n, b):
            yield [a] + rest


print(bfs("A", "F"), bfs("F", "A"), dfs("A"), dijkstra("A"), topological(), sep="\n")
for p in paths("A", "F"):
    print("->".join(p), sum(GRAPH[a][b] for a, b in zip(p, p[1:])))
GRAPH["F"]["A"] = 1
try:
    topological()
except ValueError as e:
    print(e)
MAZE = ["S.#.....", "..#.###.", ".##.#...", "....#.#E"]


def solve(maze):
    cells = {(r, c): ch for r, row in enumerate(maze) for c, ch in enumerate(row)}
    start = next(k for k, v in cells.items() if v == "S")
    queue, came = deque([start]), {start: None}
    while queue:
        here = queue.popleft()
        if cells[here] == "E":
            break
        r, c = here
        for there in ((r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)):
            if cells.get(there, "#") != "#" and there not in came:
                came[there] = here
                queue.append(there)
    steps = 0
    grid = [list(row) for row in maze]
    while came[here]:
        here = came[here]
        steps += 1
        grid[here[0]][here[1]] = "*"
    return steps, ["".join(row) for row in grid]


steps, drawn = solve(MAZE)
print(steps, *drawn, sep="\n")
