kinds = {
    "amount in outer": "?",
    "bonus in outer": "?",
    "rate in outer": "?",
    "bonus in inner": "?",
    "rate in inner": "?",
    "limit in inner": "?",
    "amount in other": "?",
}
