"""What the figures of one story owe each other, by formulas that rules write.

`terms` are the figures as the engine takes them, `formula` the equations, `relation` what roles ask of figures,
`search` the tuples that may be meant, `evidence` what speaks for one, `engine` the judgement of all together, `kind`
the check.
"""
