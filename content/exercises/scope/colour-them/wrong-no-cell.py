# feedback: bonus in outer is not local: the function binds it itself, and an inner function uses this variable
kinds = {
    "amount in outer": "local",
    "bonus in outer": "local",
    "rate in outer": "global",
    "bonus in inner": "free",
    "rate in inner": "local",
    "limit in inner": "global",
    "amount in other": "local",
}
