"""Which claims answer the same question? Candidates by keys, slots to levels, levels to log-odds, best pair first.

`frames` gathers the evidence around a figure, `blocking` proposes pairs, `comparisons` gives a level a slot,
`exclusions` are stated parts that cannot both be, `weights` what each level weighs, `values` what two numbers are to
each other, `score` adds up, `groups` joins, `explain` tells all of it; `learn` fits the weights from figures that
agree, `trial` tries them.
"""
