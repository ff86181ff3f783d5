x = name0 + name1 + name2 + name3 + name4 + name5 + name6 + name7 + name8 + name9 + name10 + name11 + name12 + name13 + name14 + name15 + name16 + name17 + name18 + name19 + name20 + name21 + name22 + name23 + name24 + name25 + name26 + name27 + name28 + name29 + name30 + name31 + name32 + name33 + name34 + name35 + name36 + name37 + name38 + name39
y = [
    call_with_a_rather_long_name(argument_0, keyword=0),
    call_with_a_rather_long_name(argument_1, keyword=1),
    call_with_a_rather_long_name(argument_2, keyword=2),
    call_with_a_rather_long_name(argument_3, keyword=3),
    call_with_a_rather_long_name(argument_4, keyword=4),
    call_with_a_rather_long_name(argument_5, keyword=5),
    call_with_a_rather_long_name(argument_6, keyword=6),
    call_with_a_rather_long_name(argument_7, keyword=7),
    call_with_a_rather_long_name(argument_8, keyword=8),
    call_with_a_rather_long_name(argument_9, keyword=9),
    call_with_a_rather_long_name(argument_10, keyword=10),
    call_with_a_rather_long_name(argument_11, keyword=11),
    call_with_a_rather_long_name(argument_12, keyword=12),
    call_with_a_rather_long_name(argument_13, keyword=13),
    call_with_a_rather_long_name(argument_14, keyword=14),
    call_with_a_rather_long_name(argument_15, keyword=15),
    call_with_a_rather_long_name(argument_16, keyword=16),
    call_with_a_rather_long_name(argument_17, keyword=17),
    call_with_a_rather_long_name(argument_18, keyword=18),
    call_with_a_rather_long_name(argument_19, keyword=19),
]












































































































































































































































































































z = 1
def f(): return (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   (a +
   b))))))))))))))))))))
