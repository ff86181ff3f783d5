# feedback: amount in outer is not cell: the function binds it itself, and no inner function uses this variable
kinds = {
    "amount in outer": "cell",
    "bonus in outer": "cell",
    "rate in outer": "global",
    "bonus in inner": "free",
    "rate in inner": "local",
    "limit in inner": "global",
    "amount in other": "free",
}
