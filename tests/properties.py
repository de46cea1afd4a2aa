"""How many examples a property is tried with: few on a developer's machine, all of them in
continuous integration (`--hypothesis-profile=all`)."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

# How fast the machine is, and what else it does, is no property of the code. What a failure depends
# on is left to the reader: explaining traces every line, which takes longer than a test may.
_UNHURRIED = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
# The few are the same ones every time: what a run finds does not depend on luck.
settings.register_profile("few", _UNHURRIED, max_examples=10, derandomize=True)
settings.register_profile("all", _UNHURRIED, max_examples=100)
settings.load_profile("few")


def examples(percent: int) -> settings:
    """More or fewer examples than the profile has, for a property that is cheap or dear."""
    return settings(max_examples=max(3, settings.default.max_examples * percent // 100))


def thorough() -> bool:
    """Whether all examples are tried."""
    return settings.get_current_profile_name() == "all"
