# feedback: d, the order of a dictionary (since 3.7): expected promise, got detail
answers = dict(a="promise", b="detail", c="detail", d="detail", e="promise", f="detail", g="promise", h="detail")
