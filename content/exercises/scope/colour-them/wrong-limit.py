# feedback: limit in inner is not free: neither this function nor one around it binds it
kinds = {
    "amount in outer": "local",
    "bonus in outer": "cell",
    "rate in outer": "global",
    "bonus in inner": "free",
    "rate in inner": "local",
    "limit in inner": "free",
    "amount in other": "local",
}
