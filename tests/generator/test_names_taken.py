"""Names that the output itself uses, in every place of a specification that holds a name: each is
refused where it stands, or what comes out works and type checkers find nothing in it."""

from __future__ import annotations

import json
import keyword
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from workshop import PACKAGE, ROOT, Workshop, rendered

from generator import names, rules
from generator.output import render
from generator.output.write import changes, write
from generator.problems import SpecError
from generator.read import bundle
from generator.read.parse import parse

OPERATION = {
    "tags": ["shop.orders"],
    "description": "说明。",
    "externalDocs": {"description": "官方文档", "url": "https://pay.weixin.qq.com/doc/1"},
}
SCHEMA = "schemas/shop/order.yaml"


def words() -> set[str]:
    """Every name that is in generated modules whatever the specification says, and keywords."""
    files = (ROOT / "tests" / "generator" / "cases").glob("*/expected/**/*.py")
    text = "\n".join(path.read_text("utf-8") for path in files)
    code = re.sub(r'(?s:""".*?""")|#.*', "", text)
    sources = [*(ROOT / "templates" / "package").rglob("*.jinja")]
    sources += [ROOT / "generator" / "build" / name for name in ("imports.py", "types.py")]
    ours = "\n".join(path.read_text("utf-8") for path in sources)
    found = set(re.findall(r"(?<![\"'\w])[A-Za-z]\w*", code))
    return (found & set(re.findall(r"\w+", ours))) | set(keyword.kwlist)


def told(spec: Path) -> list[str]:
    """What is refused."""
    try:
        rules.check(bundle.read(spec))
    except SpecError as error:
        return [str(problem) for problem in error.problems]
    return []


def schema(members: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "description": "对象",
        **({"required": required} if required else {}),
        "properties": members,
    }


def operation(operation_id: str, up: str, **more: Any) -> dict[str, Any]:
    """An operation that answers with everything."""
    shape = {"schema": {"$ref": f"{up}{SCHEMA}#/Everything"}, "example": {}}
    answer = {"description": "好", "content": {"application/json": shape}}
    tag = operation_id.rpartition(".")[0]
    head = {"operationId": operation_id, **OPERATION, "tags": [tag], "summary": operation_id}
    order = ["operationId", "tags", "summary", "description", "externalDocs"]
    ordered = {key: head[key] for key in order}
    return {**ordered, **more, "responses": {"200": answer}}


class Shop:
    """A specification with one operation for every name in every place."""

    def __init__(self, root: Path, taken: set[str]) -> None:
        self.workshop = Workshop(root)
        (self.workshop.spec / "paths/v3/shop/orders.yaml").unlink()
        self.paths: dict[str, tuple[str, dict[str, Any]]] = {}
        low = sorted(word for word in taken if word == word.lower())
        text = {"type": "string", "description": "文字"}
        self.schemas: dict[str, Any] = {
            "Everything": schema(dict.fromkeys(sorted(taken), text)),
            "Needed": schema(dict.fromkeys(sorted(taken), text), sorted(taken)),
        }
        for place, word in enumerate(low):
            self.add(f"/v3/shop/verbs/n{place}", f"shop.verbs.{word}")
            self.add(f"/v3/shop/resources/n{place}", f"shop.{word}.create")
            if word != "v3":  # nothing else could stand below the segment
                self.add(f"/v3/p{place}/orders", f"{word}.orders.create")
            self.add(f"/v3/shop/segments/{word.strip('_')}", f"shop.segments.n{place}")
        for word in sorted({names.class_name(word) for word in taken}):
            self.schemas.setdefault(word, schema({"text": text, word: text}))
        self.add("/v3/shop/all", "shop.all_members.send", **self.everything(sorted(taken), text))

    def add(self, path: str, operation_id: str, **more: Any) -> None:
        up = "../" * (path.count("/") - 1 + 1)
        self.paths[path] = operation_id, {"post": operation(operation_id, up, **more)}

    def everything(self, taken: list[str], text: dict[str, Any]) -> dict[str, Any]:
        """Every name as a parameter and in the body, and every schema."""
        given = [
            {
                "name": word,
                "in": "query",
                "description": "参数",
                "schema": {"type": "string"},
                "example": "x",
            }
            for word in taken
        ]
        self.schemas["Sent"] = schema(dict.fromkeys(taken, text), taken)
        for word in list(self.schemas):
            if word not in ("Everything", "Needed", "Sent"):
                member = {"type": "array", "description": "列表", "items": {"$ref": f"#/{word}"}}
                self.schemas["Sent"]["properties"][f"of_{word}"] = member
                self.schemas["Everything"]["properties"][f"of_{word}"] = member
        needed = {"$ref": "#/Needed", "description": "必有的"}
        self.schemas["Everything"]["properties"]["needed_ones"] = needed
        shape = {"$ref": f"../../../{SCHEMA}#/Sent"}
        example = dict.fromkeys(taken, "x")
        content = {"application/json": {"schema": shape, "example": example}}
        return {"parameters": given, "requestBody": {"required": True, "content": content}}

    def write(self) -> None:
        """Put what is left into the folder."""
        tags = {"shop": "商店"}
        for operation_id, _ in self.paths.values():
            product, resource, _ = operation_id.split(".")
            tags |= {product: f"产品 {product}", f"{product}.{resource}": f"资源 {resource}"}
        index = parse((self.workshop.spec / "openapi.yaml").read_text("utf-8"), "openapi.yaml")
        index["tags"] = [{"name": name, "description": text} for name, text in tags.items()]
        index["paths"] = {path: {"$ref": f"paths{path}.yaml"} for path in self.paths}
        files = {f"paths{path}.yaml": item for path, (_, item) in self.paths.items()}
        files |= {"openapi.yaml": index, SCHEMA: self.schemas}
        self.workshop.put({name: json.dumps(part, indent=1) for name, part in files.items()})

    def settle(self) -> set[str]:
        """Leave out what is refused where it stands; gives the names of what was."""
        refused: set[str] = set()
        for _ in range(6):
            self.write()
            problems = told(self.workshop.spec)
            if not problems:
                return refused
            refused |= {self.drop(problem) for problem in problems}
        raise AssertionError("refused again and again")

    def drop(self, problem: str) -> str:
        path = re.match(r"spec/paths(\S*)\.yaml:", problem)
        if path and path[1] in self.paths:
            (self.workshop.spec / f"paths{path[1]}.yaml").unlink()
            return self.paths.pop(path[1])[0]
        if path:
            return ""
        name = re.search(r"schema name '(\w+)'|schema (\w+) becomes|`(\w+)`|'(\w+)'", problem)
        assert name, problem
        word = next(filter(None, name.groups()))
        for path_ in [path for path in self.paths if path.endswith(f"/{word}")]:
            (self.workshop.spec / f"paths{path_}.yaml").unlink()
            return self.paths.pop(path_)[0]
        assert word in self.schemas, problem
        del self.schemas[word]
        for other in ("Sent", "Everything"):
            self.schemas[other]["properties"].pop(f"of_{word}", None)
        return word


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """All names that are accepted, generated but not formatted."""
    found = Shop(tmp_path_factory.mktemp("shop"), words())
    found.settle()
    texts = rendered(found.workshop.spec) | render.copied(ROOT / "templates")
    write(changes(texts, found.workshop.output), found.workshop.output)
    return found


def test_most_names_are_accepted_and_what_is_refused_is_named(shop: Shop) -> None:
    ids = {operation_id for operation_id, _ in shop.paths.values()}
    for word in ("Meta", "models", "enums", "from", "options", "cached_property"):
        assert word in shop.schemas["Sent"]["properties"]
    assert "shop.verbs.list" in ids
    assert not ids & {"shop.verbs.models", "shop.cached_property.create", "shop.verbs.return"}
    assert "EVENTS" not in shop.schemas
    assert len(ids) > len(words())


def test_every_operation_can_be_called_from_its_example(shop: Shop) -> None:
    shop.workshop.exercise()


@pytest.mark.parametrize("command", [["mypy", "--strict"], ["basedpyright"]])
def test_type_checkers_find_nothing(shop: Shop, command: list[str]) -> None:
    package = shop.workshop.output / PACKAGE
    own = [path for path in package.iterdir() if (path / "__init__.py").is_file()]
    own = [path for path in own if path.name not in ("_runtime", "testing")]
    own += [package / f"{name}.py" for name in ("chain", "client", "webhooks")]
    settings = {"typeCheckingMode": "strict", "include": [str(path) for path in own]}
    (shop.workshop.output / "pyrightconfig.json").write_text(json.dumps(settings))
    arguments = (
        [f"--cache-dir={ROOT}/.cache/mypy/names", *map(str, own)]
        if command[0] == "mypy"
        else ["--project=.", "--pythonpath", sys.executable]
    )
    found = subprocess.run(
        [sys.executable, "-m", *command, *arguments],
        cwd=shop.workshop.output,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert found.returncode == 0, found.stdout + found.stderr
