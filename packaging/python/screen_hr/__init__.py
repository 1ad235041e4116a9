"""Ranks applicants against a posting's required qualifications, and shows why.

The program is `screen`, also installed as `screen-hr`. On Spark, `judge` judges every row of a data frame where it is, and
`rank` gives each the rank that one run over all of them would give:

    from screen_hr import judge, rank
    ranked = rank(judge(candidates, "job.yaml"))
"""

from ._program import program
from ._spark import judge, rank

__all__ = ["judge", "program", "rank"]
