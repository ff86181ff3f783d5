# feedback: one outcome is missing, by this schedule: A reads, B reads, B writes, A writes
outcomes = {11, 12}
