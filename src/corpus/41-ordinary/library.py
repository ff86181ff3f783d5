"""A lending library: two hundred ordinary lines."""
import sys
from collections import Counter, defaultdict, deque
from functools import wraps

LOAN_DAYS = 14
FINE_PER_DAY = 0.2


class LibraryError(Exception):
    """Anything the library refuses to do."""


class NotFound(LibraryError):
    def __init__(self, kind, key):
        super().__init__(f"no {kind} {key!r}")
        self.key = key


class NotAvailable(LibraryError):
    pass


class Clock:
    """Days since the library opened; moved by hand, so that runs repeat."""

    def __init__(self):
        self.day = 0

    def advance(self, days=1):
        self.day += days
        return self.day


clock = Clock()
journal = []


def logged(verb):
    """Writes each call into the journal, whether it worked or not."""
    def decorate(method):
        @wraps(method)
        def wrapper(self, *args, **kwargs):
            entry = {"day": clock.day, "verb": verb, "args": args, "ok": False}
            journal.append(entry)
            result = method(self, *args, **kwargs)
            entry["ok"] = True
            return result
        return wrapper
    return decorate


class Book:
    __slots__ = ("title", "author", "year", "tags", "copies")

    def __init__(self, title, author, year, *tags, copies=1):
        self.title = title
        self.author = author
        self.year = int(year)
        self.tags = frozenset(tags)
        self.copies = copies

    @property
    def decade(self):
        return self.year // 10 * 10

    def __lt__(self, other):
        return (self.author, self.year) < (other.author, other.year)

    def __eq__(self, other):
        return isinstance(other, Book) and self.title == other.title

    def __hash__(self):
        return hash(self.title)

    def __repr__(self):
        return f"<{self.title}, {self.author} {self.year}>"


class Member:
    limit = 2

    def __init__(self, name):
        self.name = name
        self.loans = {}
        self.fines = 0.0
        self.history = Counter()

    def may_borrow(self):
        if self.fines > 1:
            return f"{self.name} owes {self.fines:.2f}"
        if len(self.loans) >= self.limit:
            return f"{self.name} already has {len(self.loans)} books"
        return None

    def __str__(self):
        return f"{type(self).__name__.lower()} {self.name}"


class Student(Member):
    limit = 3

    def may_borrow(self):
        problem = super().may_borrow()
        return problem and problem + " (student)"


class Library:
    def __init__(self, books=()):
        self.books = {}
        self.members = {}
        self.waiting = defaultdict(deque)
        for book in books:
            self.books[book.title] = book

    def __len__(self):
        return sum(book.copies for book in self.books.values())

    def __contains__(self, title):
        return title in self.books

    def __iter__(self):
        yield from sorted(self.books.values())

    def join(self, name, kind=Member):
        return self.members.setdefault(name, kind(name))

    def _find(self, name, title):
        try:
            member = self.members[name]
        except KeyError:
            raise NotFound("member", name) from None
        if title not in self:
            raise NotFound("book", title)
        return member, self.books[title]

    @logged("lend")
    def lend(self, name, title):
        member, book = self._find(name, title)
        if problem := member.may_borrow():
            raise NotAvailable(problem)
        queue = self.waiting[title]
        if book.copies == 0 or (queue and queue[0] != name):
            if name not in queue:
                queue.append(name)
            raise NotAvailable(f"{title} is out; {name} is number {queue.index(name) + 1} in the queue")
        if queue and queue[0] == name:
            queue.popleft()
        book.copies -= 1
        member.loans[title] = clock.day + LOAN_DAYS
        member.history[book.author] += 1
        return member.loans[title]

    @logged("return")
    def give_back(self, name, title):
        member, book = self._find(name, title)
        due = member.loans.pop(title, None)
        if due is None:
            raise LibraryError(f"{name} does not have {title}")
        late = max(0, clock.day - due)
        member.fines += late * FINE_PER_DAY
        book.copies += 1
        queue = self.waiting[title]
        return late, (queue[0] if queue else None)

    def overdue(self):
        for member in self.members.values():
            for title, due in member.loans.items():
                if due < clock.day:
                    yield member, title, clock.day - due

    def search(self, *tags, where=lambda book: True):
        return [book for book in self if book.tags >= set(tags) and where(book)]


SHELF = """
Emma; Austen; 1815; novel, english; 2
Persuasion; Austen; 1817; novel, english
Faust; Goethe; 1808; play, german
Dracula; Stoker; 1897; novel, horror, english
Frankenstein; Shelley; 1818; novel, horror, english
bad line
"""


def read_shelf(text):
    for number, line in enumerate(text.strip().split("\n"), start=1):
        try:
            title, author, year, tags, *rest = (part.strip() for part in line.split(";"))
            yield Book(title, author, year, *(t.strip() for t in tags.split(",")), copies=int(*rest or [1]))
        except ValueError as error:
            print(f"shelf line {number}: {error}", file=sys.stderr)


library = Library(read_shelf(SHELF))
print(len(library), "books:", *library, sep="\n  ")
for name, kind in [("ann", Member), ("bob", Member), ("sue", Student)]:
    print("joined:", library.join(name, kind))


def attempt(action, *args):
    try:
        print(f"day {clock.day:>2}  {action.__name__}{args} ->", action(*args))
    except LibraryError as error:
        print(f"day {clock.day:>2}  {action.__name__}{args} !! {type(error).__name__}: {error}")


for name, title in [("ann", "Faust"), ("ann", "Emma"), ("ann", "Dracula"), ("bob", "Faust"), ("sue", "Faust"), ("zoe", "Emma"), ("bob", "Ulysses")]:
    attempt(library.lend, name, title)
clock.advance(20)
print(sorted((member.name, title, days) for member, title, days in library.overdue()))
attempt(library.give_back, "ann", "Faust")
attempt(library.give_back, "ann", "Faust")
attempt(library.lend, "sue", "Faust")
attempt(library.lend, "bob", "Faust")
attempt(library.lend, "ann", "Dracula")
print(library.search("novel", where=lambda b: b.decade == 1810), library.search("poem"))
by_decade = defaultdict(list)
for book in library:
    by_decade[book.decade].append(book.title)
print(dict(sorted(by_decade.items())))
print(f"{'member':<8}{'loans':>6}{'fines':>8}")
for member in sorted(library.members.values(), key=lambda m: -m.fines):
    print(f"{member.name:<8}{len(member.loans):>6}{member.fines:>8.2f}", dict(member.history))
verbs = Counter((e["verb"], e["ok"]) for e in journal)
print(verbs.most_common(), library.lend.__name__, {title: list(q) for title, q in library.waiting.items() if q})
