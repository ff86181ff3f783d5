# feedback: b, when objects are destroyed: expected detail, got promise
answers = dict(a="promise", b="promise", c="detail", d="promise", e="promise", f="detail", g="promise", h="detail")
