kinds = {
    "amount in outer": "local",
    "bonus in outer": "cell",
    "rate in outer": "global",
    "bonus in inner": "free",
    "rate in inner": "local",
    "limit in inner": "global",
    "amount in other": "local",
}
