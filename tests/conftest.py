from pathlib import Path

from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

set_hypothesis_home_dir(Path(__file__).parents[1] / ".cache/hypothesis")
# The same examples in every run, and no failure because a machine was busy.
settings.register_profile("showcase", derandomize=True, deadline=None, database=None)
settings.load_profile("showcase")
