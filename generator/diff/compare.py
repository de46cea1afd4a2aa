"""Two surfaces → the changes between them. What a change is called is up to `kinds`.

Renames are recognised only where they are certain: a call by its method and URL, a type by being
used in exactly the places where the other one was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.diff.kinds import KINDS, Severity
from generator.diff.surface import Call, Member, Surface

_LIMITS = {"minLength": 1, "minItems": 1, "minimum": 1, "maxLength": -1, "maxItems": -1}
_LIMITS |= {"maximum": -1}
"""By limit: 1 where a higher one is the narrower, -1 where a lower one is."""
_PER_SECOND = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}


class Change(NamedTuple):
    """One difference that somebody notices."""

    kind: str
    where: str
    """As a caller writes it."""
    home: str
    """What equal changes in several places have in common."""
    before: str = ""
    after: str = ""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return KINDS[self.kind].severity


def compare(before: Surface, after: Surface) -> list[Change]:
    """Every change, in the order of the specification."""
    changes = [*_calls(before, after), *_types(before, after)]
    for path, operation in before.shorthands.items():
        now = after.shorthands.get(path, operation)
        if now != operation and (operation in after.calls or now in before.calls):  # not renamed
            changes.append(Change("call shorthand", path, path, operation, now))
    for name, identity in before.identities.items():
        if identity != after.identities.get(name):
            changes.append(Change("identity", name, name))
    if before.texts != after.texts:
        changes.append(Change("text", "the whole API", ""))
    return changes


def _calls(before: Surface, after: Surface) -> Iterator[Change]:
    urls = {call.facts.get("url"): name for name, call in after.calls.items()}
    pairs: dict[str, str] = {}  # of names, before and after
    for name, call in before.calls.items():
        now = name if name in after.calls else urls.get(call.facts.get("url") or name)
        if now is None or (now != name and now in before.calls):
            kind = "call removed" if "url" in call.facts else "event removed"
            yield Change(kind, call.title, call.title, call.facts.get("url", ""))
            continue
        pairs[name] = now
        if now != name:
            yield Change("call renamed", call.title, call.title, "", after.calls[now].title)
        yield from _call(call, after.calls[now])
    for name, call in after.calls.items():
        if name not in pairs.values():
            kind = "call added" if "url" in call.facts else "event added"
            yield Change(kind, call.title, call.title, "", call.facts.get("url", ""))


def _call(before: Call, after: Call) -> Iterator[Change]:
    title = after.title
    for name, old in before.facts.items():
        new = after.facts[name]
        if old != new and (kind := _fact(name, old, new)):
            gone, come = (old, new) if not isinstance(old, frozenset) else (old - new, new - old)
            yield Change(kind, title, "", _shown(gone) or "none", _shown(come) or "none")
    called = "url" in before.facts
    arguments, answer = ("(#=…)", ": answer.#") if called else (": reply.#", ": #")
    yield from _members(before.arguments, after.arguments, f"{title}{arguments}", _argument)
    yield from _members(before.answer, after.answer, f"{title}{answer}", _answered)
    if before.texts != after.texts:
        yield Change("text", title, title)


def _fact(name: str, old: Any, new: Any) -> str:
    """The kind of change of a fact; none where callers need not know."""
    match name:
        case "answer":
            return f"call answer {'type' if old and new else 'new' if new else 'gone'}"
        case "iterator":
            return "call iterator gone" if old else "call iterator new"
        case "paging":
            return "call paging" if old and new else ""
        case "rate limit":
            return "call slower" if _rate(new) < _rate(old) else "call faster"
        case "deprecated":
            return "call deprecated" if new else "call no longer deprecated"
        case "refusals":
            return "call refusals" if new - old else "text"
        case "aliases":
            return "event aliases gone" if old - new else "event aliases new"
        case "links":
            return "links"
        case _:
            return f"call {name}"


def _rate(text: str) -> float:
    """Calls a second; without a documented limit, any number."""
    count, _, unit = text.partition("/")
    return float(count) / _PER_SECOND[unit] if text else float("inf")


def _members(
    before: Mapping[str, Member], after: Mapping[str, Member], where: str, tell: Any
) -> Iterator[Change]:
    """What changed among arguments or among the members of an answer."""
    for path in [*before, *(path for path in after if path not in before)]:
        above = path.rpartition(".")[0].removesuffix("[]")
        if above and _kind(before, above) != _kind(after, above):
            continue  # told of what holds it
        old, new = before.get(path), after.get(path)
        what = "argument" if tell is _argument else "member"
        home = (new or before[path]).home
        name = (old or after[path]).name
        if old and new and (called := _last(new)) != _last(old):
            yield Change(f"{what} renamed", where.replace("#", name), home, "", called)
            name = new.name
        for kind, gone, come in tell(old, new):
            yield Change(kind, where.replace("#", name), home, _shown(gone), _shown(come))


def _last(member: Member) -> str:
    return member.name.rpartition(".")[2]


def _kind(members: Mapping[str, Member], path: str) -> str:
    return members[path].kind if path in members else ""


Told = Iterable[tuple[str, Any, Any]]


def _argument(old: Member | None, new: Member | None) -> Told:
    if old is None or new is None:
        if new is None:
            yield "argument removed", "", ""
        else:
            yield f"argument {'required and ' if new.required else ''}new", "", ""
        return
    if old.required != new.required:
        yield f"argument {'required' if new.required else 'optional'}", "", ""
    if old.location != new.location:
        yield "argument location", old.location, new.location
    if old.encrypted != new.encrypted:
        yield f"argument {'encrypted' if new.encrypted else 'no longer encrypted'}", "", ""
    yield from _both("argument", old, new)
    if old.kind == new.kind:  # the limits of another type are others
        yield from _limits(old.keywords, new.keywords)


def _answered(old: Member | None, new: Member | None) -> Told:
    if old is None or new is None:
        yield f"member {'removed' if new is None else 'new'}", "", ""
        return
    if old.required != new.required:
        yield f"member {'always there' if new.required else 'may be missing'}", "", ""
    yield from _both("member", old, new)
    if old.keywords != new.keywords and old.kind == new.kind:
        yield "limits of answers", "", ""


def _both(what: str, old: Member, new: Member) -> Told:
    """What is told of arguments and of members of answers alike."""
    if old.kind != new.kind:
        yield f"{what} type", old.kind, new.kind
    elif old.values != new.values:
        gone = [value for value in old.values if value not in new.values]
        come = [value for value in new.values if value not in old.values]
        if not old.values:  # any value, now only these
            yield f"{what} values gone", "anything else", ""
        elif not new.values:
            yield f"{what} values new", "", "anything else"
        else:
            yield from [(f"{what} values gone", gone, "")] * bool(gone)
            yield from [(f"{what} values new", "", come)] * bool(come)
    if old.deprecated != new.deprecated:
        yield f"{what} {'deprecated' if new.deprecated else 'no longer deprecated'}", "", ""
    if old.text != new.text:
        yield "text", "", ""


def _limits(old: Mapping[str, Any], new: Mapping[str, Any]) -> Told:
    """What the check before sending refuses from now on, or no more."""
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name), new.get(name)
        plain = name.removeprefix("items.")
        if was == now:
            continue
        if plain == "default":
            yield "argument default", _limit("", was), _limit("", now)
        elif plain == "format":
            yield "text", "", ""
        else:
            higher = now is not None and (was is None or (now > was) == (_LIMITS.get(plain) == 1))
            narrower = higher or (plain == "pattern" and now)
            kind = f"argument {'narrower' if narrower else 'wider'}"
            yield kind, _limit(name, was), _limit(name, now)


def _limit(name: str, value: Any) -> str:
    plain = name.removeprefix("items.")
    text = f"{plain} {value}" if value is not None else f"no {plain or 'value'}"
    return text.strip() + (" of each item" if plain != name else "")


def _types(before: Surface, after: Surface) -> Iterator[Change]:
    gone = {name: uses for name, uses in before.types.items() if name not in after.types}
    come = {name: uses for name, uses in after.types.items() if name not in before.types}
    for name, uses in gone.items():
        module = name.split(".")[1]
        same = [new for new, found in come.items() if found == uses and f".{module}." in new]
        if len(same) == 1:
            yield Change("type renamed", name, name, "", same[0])
            del come[same[0]]
        else:
            yield Change("type removed", name, name)
    yield from (Change("type added", name, name) for name in come)


def _shown(value: Any) -> str:
    if isinstance(value, frozenset | list | tuple):
        ordered = sorted(value, key=str) if isinstance(value, frozenset) else value
        return ", ".join(map(str, ordered))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
