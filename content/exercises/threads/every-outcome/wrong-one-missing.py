# feedback: one outcome is missing, by this schedule: A reads, B reads, A writes, B writes
outcomes = {6, 11, 12}
