"""Everything that can go wrong between a finished folder and the disk that it is to lie on.

`scratch` gives a run a folder of its own and clears away what killed runs left; `lock` keeps two runs apart; `swap` puts a
finished folder in the place of another in one step; `refusal` says in plain words what a disk refused.
"""
