answers = {letter: "?" for letter in "abcdefgh"}
