"""Document → IR: types, order, imports, everything a template needs to print from top to bottom.

The document has passed `lint`: nothing is checked here. URL tree and reference pages have modules of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator import names
from generator.document import callbacks, members, operations, parameters, resolve
from generator.ir import Api, Enum, ErrorCase, Field, Import, Model, Module, Operation, Pagination, Product, Resource, Sample, Type, Webhook
from generator.load import Map
from generator.tree import Tree
from generator.types import Typist


def build(document: Map) -> Api:
    """The whole API as the templates see it."""
    return _Builder(document).api()


class _Builder:
    def __init__(self, document: Map) -> None:
        self.document = document
        self.schemas: Map = document["components"]["schemas"]
        # spec/schemas/<product>/<noun>.yaml: the folder is the product whose modules hold the class
        self.homes = {name: self.schemas.at(name).file.split("/")[-2] for name in self.schemas}
        self.tags = {tag["name"]: tag["description"] for tag in document["tags"]}
        self.enums = {name: self.enum(name) for name, schema in self.schemas.items() if "enum" in schema}

    def api(self) -> Api:
        every = [self.operation(path, method, operation) for path, method, operation in operations(self.document)]
        webhooks = tuple(self.webhook(event, operation) for event, operation in callbacks(self.document))
        sent = self.reachable((operation.body_shape for operation in every), answer=False)
        received = self.reachable([*(operation.answer_shape for operation in every), *(webhook.shape for webhook in webhooks)], answer=True)
        params = {name: self.model(name, answer=False) for name in sent}
        models = {name: self.model(name, answer=True) for name in received}
        products = list(dict.fromkeys(name.partition(".")[0] for name in self.tags if "." in name))
        products += sorted({self.homes[name] for name in (*sent, *received, *self.used_enums((*params.values(), *models.values())))} - set(products))
        tree = Tree(every, products)
        return Api(
            title=self.document["info"]["title"],
            version=self.document["info"]["version"],
            description=self.document["info"]["description"],
            products=tuple(self.product(name, every, params, models, tree) for name in products),
            webhooks=webhooks,
            roots=tree.roots,
            root_nodes=tree.modules[""],
            places=tree.places,
            params=params,
            models=models,
            enums=self.enums,
            document=self.document,
            corpus={"operations": [_corpus_operation(operation) for operation in every], "events": [_corpus_event(webhook) for webhook in webhooks]},
        )

    # -- shapes

    def reachable(self, roots: Iterable[str], *, answer: bool) -> list[str]:
        """The object schemas that the roots lead to: bases before what extends them, all else before what it holds."""
        found: dict[str, None] = {}
        stack = [name for name in roots if name][::-1]
        while stack:
            name = stack.pop()
            if name in found:
                continue
            for base in self.bases(name, answer=answer):
                found |= dict.fromkeys(self.reachable([base], answer=answer))
            found[name] = None
            shapes = [self.typist(answer=answer).type(part).shape for part in members(self.document, self.schemas[name]).values()]
            stack += [shape for shape in reversed(shapes) if shape]
        return list(found)

    def bases(self, name: str, *, answer: bool) -> tuple[str, ...]:
        """The parts of the `allOf` that the schema leaves as they are, so that its class can extend theirs."""
        schema = self.schemas[name]
        parts = schema.get("allOf", [])
        inherited = [member for part in parts for member in members(self.document, part)]
        changed = {*schema.get("properties", {}), *schema.get("required", [])} & set(inherited)
        # structs, unlike TypedDicts, cannot extend two others
        unusable = changed or len(inherited) != len(set(inherited)) or (answer and len(parts) > 1)
        return () if unusable else tuple(part["$ref"].rpartition("/")[2] for part in parts)

    def used_enums(self, models: Iterable[Model]) -> set[str]:
        return {field.type.enum for model in models for field in model.fields if field.type.enum}

    def typist(self, *, answer: bool, viewer: str = "") -> Typist:
        return Typist(self.document, self.homes, answer=answer, viewer=viewer)

    def enum(self, name: str) -> Enum:
        schema = self.schemas[name]
        return Enum(name, self.homes[name], _text(schema), tuple(zip(schema["enum"], schema["x-enum-descriptions"].values(), strict=True)), self.schemas.at(name))

    def model(self, name: str, *, answer: bool) -> Model:
        schema = self.schemas[name]
        fields, bases = tuple(self.fields(schema, self.typist(answer=answer))), self.bases(name, answer=answer)
        inherited = {member for base in bases for member in members(self.document, self.schemas[base])}
        own = tuple(field for field in fields if field.name not in inherited)
        return Model(name, self.homes[name], _text(schema), bases, fields, own, self.schemas.at(name))

    def fields(self, schema: Map, typist: Typist) -> Iterator[Field]:
        """The members of an object schema, in the order of the page."""
        required = self.required(schema)
        for name, part in members(self.document, schema).items():
            yield self.field(name, part, typist, required=name in required)

    def required(self, schema: Map) -> set[str]:
        target = resolve(self.document, schema)
        return set(target.get("required", [])).union(*(self.required(part) for part in target.get("allOf", [])))

    def field(self, name: str, schema: Map, typist: Typist, *, required: bool, place: str = "body", description: str = "") -> Field:
        target = resolve(self.document, schema)
        return Field(
            name=name,
            type=typist.type(schema),
            required=required,
            description=description or _text(schema) or _text(target),
            deprecated=bool(schema.get("deprecated")),
            personal=bool(schema.get("x-personal-data") or target.get("x-personal-data")),
            source=schema.source,
            place=place,
        )

    # -- operations

    def operation(self, path: str, method: str, operation: Map) -> Operation:
        product, resource, verb = operation["operationId"].split(".")
        typist = self.typist(answer=False, viewer=product)
        given = tuple(self.parameter(parameter, typist) for parameter in parameters(self.document, operation))
        content = operation.get("requestBody", {}).get("content", {})
        upload = "multipart/form-data" in content
        media = next(iter(content.values()), {})
        body = tuple(self.fields(media["schema"], typist)) if media and not upload else ()
        query = [field for field in given if field.place == "query"]
        positional = tuple(field for name in path.split("/") for field in given if name == f"{{{field.name}}}")
        status, response = next((status, part) for status, part in operation["responses"].items() if status.startswith("2"))
        answers = resolve(self.document, response).get("content", {}).get("application/json", {})
        answer = self.typist(answer=True, viewer=product).type(answers["schema"]) if answers else Type("NoContent", "—")
        body_shape = typist.type(media["schema"]).shape if body else ""
        own_parameters = f"{names.class_name(resource)}{names.class_name(verb)}Parameters" if given else ""
        return Operation(
            id=operation["operationId"],
            product=product,
            resource=resource,
            verb=verb,
            resource_class=names.class_name(resource),
            constant=names.constant_name(verb),
            method=method.upper(),
            path=path,
            scheme=next(iter(operation.get("security", self.document["security"])[0])),
            summary=operation["summary"],
            anchor=names.anchor(operation["summary"]),
            description=operation["description"].strip(),
            docs=_docs(operation),
            rate_limit=operation.get("x-rate-limit", ""),
            idempotency_key=operation.get("x-idempotency-key", ""),
            upload=upload,
            sensitive=tuple(self.sensitive(media["schema"])) if body else (),
            positional=positional,
            keywords=tuple(sorted([*query, *body], key=lambda field: not field.required)),
            parameters=given,
            body=body,
            parameters_class=own_parameters,
            parameters_reference=f"{product}.params:{own_parameters}" if given else "",
            body_reference=f"{self.homes[body_shape]}.params:{body_shape}" if body else "",
            answer=answer,
            answer_reference=f"{self.homes[answer.shape]}.models:{answer.shape}" if answers else "_runtime.answer:NoContent",
            body_shape=body_shape,
            answer_shape=answer.shape,
            pagination=self.pagination(operation, verb, answers, product),
            status=int(status),
            requests=tuple(self.samples(media)),
            answers=tuple(self.samples(answers)),
            errors=tuple(self.errors(operation)),
            chain=".".join([*map(names.segment_name, path.strip("/").split("/")), method]),
            parameter_examples={str(part["name"]): _example(part) for part in parameters(self.document, operation) if _example(part) is not None},
            deprecated=bool(operation.get("deprecated")),
            source=operation.source,
        )

    def parameter(self, parameter: Map, typist: Typist) -> Field:
        required = bool(parameter.get("required"))
        field = self.field(
            parameter["name"], parameter["schema"], typist, required=required, place=parameter["in"], description=_text(parameter)
        )
        return field

    def pagination(self, operation: Map, verb: str, answers: Map, product: str) -> Pagination | None:
        declared = operation.get("x-pagination")
        if not declared:
            return None
        items = members(self.document, answers["schema"])[declared["items"]]
        item = self.typist(answer=True, viewer=product).type(resolve(self.document, items)["items"])
        cursor, following = {"token": ("page_token", "next_page_token"), "offset": ("offset", "total_count")}[declared["style"]]
        return Pagination(declared["style"], names.iterator_name(verb), cursor, declared["items"], following, item, declared.get("unit") == "item")

    def sensitive(self, schema: Map, prefix: str = "") -> Iterator[str]:
        """The members that travel encrypted, as dotted names."""
        for name, part in members(self.document, schema).items():
            kind = self.typist(answer=False).type(part)
            if part.get("x-sensitive"):
                yield f"{prefix}{name}"
            elif kind.shape:
                yield from self.sensitive(self.schemas[kind.shape], f"{prefix}{name}{'[]' if kind.is_list else ''}.")

    def samples(self, media: Map) -> Iterator[Sample]:
        if "example" in media:
            yield Sample("", media["example"])
        for example in media.get("examples", {}).values():
            target = resolve(self.document, example)
            yield Sample(target.get("summary", ""), target["value"])

    def errors(self, operation: Map) -> Iterator[ErrorCase]:
        for status, response in operation["responses"].items():
            if not status.startswith("2"):
                media = resolve(self.document, response).get("content", {}).get("application/json", {})
                for sample in self.samples(media):
                    yield ErrorCase(int(status), sample.value["code"], sample.title or sample.value["message"], sample.value["message"])

    # -- products

    def product(self, name: str, every: list[Operation], params: dict[str, Model], models: dict[str, Model], tree: Tree) -> Product:
        own = [operation for operation in every if operation.product == name]
        resources = [tag.partition(".")[2] for tag in self.tags if tag.startswith(f"{name}.")]
        calls = tuple(self.call(operation) for operation in own if operation.parameters)
        sent = tuple(model for model in params.values() if model.product == name)
        received = tuple(model for model in models.values() if model.product == name)
        enums = tuple(enum for enum in self.enums.values() if enum.product == name)
        return Product(
            name=name,
            class_name=names.class_name(name),
            label=self.tags.get(name, ""),
            resources=tuple(self.resource(name, resource, own) for resource in resources),
            segments=tree.under(name),
            enums=Module((), enums),
            params=Module(tuple(self.module_imports(name, (*sent, *calls), "params")), sent),
            calls=calls,
            models=Module(tuple(self.module_imports(name, received, "models")), received),
            nodes=tree.modules[name],
            chain_imports=tree.imports[name],
            has_branches=any(node.branches for node in tree.modules[name]),
        )

    def call(self, operation: Operation) -> Model:
        """The path and query parameters of an operation, as a type for the check before sending."""
        found = next(part for _, _, part in operations(self.document) if part["operationId"] == operation.id)
        fields = tuple(self.parameter(parameter, self.typist(answer=False)) for parameter in parameters(self.document, found))
        return Model(operation.parameters_class, operation.product, operation.summary, (), fields, fields, operation.source)

    def module_imports(self, product: str, shapes: tuple[Model, ...], kind: str) -> Iterator[Import]:
        """What a module of types needs from outside, in the order isort would give."""
        fields = [field for shape in shapes for field in shape.own]
        text = " ".join(field.type.annotation for field in fields)
        if kind == "params":
            wanted = {
                "Annotated": "Annotated[" in text,
                "NotRequired": not all(field.required for field in fields),
                "TypedDict": any(not shape.bases for shape in shapes),
            }
            yield Import("typing", tuple(name for name, needed in wanted.items() if needed))
            yield from [Import("msgspec", ("Meta",))] * ("Meta(" in text)
            yield from [Import(".._runtime.body", ("Time",))] * any("Time" in field.type.annotation for field in fields)
        else:
            yield from [Import("datetime", ("datetime",))] * any("datetime" in field.type.annotation for field in fields)
            yield from [Import(".._runtime.answer", ("Answer",))] * any(not shape.bases for shape in shapes)
        wanted_from: dict[str, set[str]] = {}
        used = [(field.type.enum, "enums") for field in fields] + [(field.type.shape, kind) for field in fields]
        for name, module in used + [(base, kind) for shape in shapes for base in shape.bases]:
            if name and (self.homes[name], module) != (product, kind):
                home = f".{module}" if self.homes[name] == product else f"..{self.homes[name]}.{module}"
                wanted_from.setdefault(home, set()).add(name)
        yield from (Import(home, tuple(sorted(found))) for home, found in sorted(wanted_from.items(), reverse=True))

    def resource(self, product: str, name: str, every: list[Operation]) -> Resource:
        own = tuple(operation for operation in every if operation.resource == name)
        types = [field.type for operation in own for field in (*operation.positional, *operation.keywords)]
        wanted = {(self.homes[kind.shape], "params") for kind in types if kind.shape} | {(self.homes[kind.enum], "enums") for kind in types if kind.enum}
        wanted |= {(self.homes[operation.answer_shape], "models") for operation in own if operation.answer_shape}
        wanted |= {(self.homes[operation.pagination.item.shape], "models") for operation in own if operation.pagination}
        abstract = ["AsyncIterator", "Iterator"] * any(operation.pagination for operation in own)
        abstract += ["Sequence"] * any("Sequence[" in kind.annotation for kind in types)
        imports = [Import("collections.abc", tuple(abstract))] if abstract else []
        imports += [Import(".._runtime.answer", ("NoContent",))] * any(not operation.answer_shape for operation in own)
        imports += [Import(".._runtime.body", ("Time",))] * any("Time" in kind.annotation for kind in types)
        imports += [Import(".._runtime.options", ("CallOptions",))]
        imports += [Import(".._runtime.uploads", ("FileSource",))] * any(operation.upload for operation in own)
        for home in sorted({home for home, _ in wanted}, key=lambda home: (home == product, home)):
            modules = sorted(module for owner, module in wanted if owner == home)
            imports.append(Import(".", tuple(modules)) if home == product else Import(f"..{home}", tuple(f"{module} as {home}_{module}" for module in modules)))
        walks = sorted({f"by_{operation.pagination.style}{suffix}" for operation in own if operation.pagination for suffix in ("", "_async")})
        return Resource(
            name=name,
            class_name=names.class_name(name),
            product=product,
            label=self.tags[f"{product}.{name}"],
            operations=own,
            imports=tuple(imports),
            runtime_imports=(Import(".._runtime.pagination", tuple(walks)),),
        )

    # -- callbacks

    def webhook(self, event: str, operation: Map) -> Webhook:
        shape = self.typist(answer=True).type(operation["x-decrypted-resource"]).shape
        envelope = next(iter(operation["requestBody"]["content"].values()))["example"]
        security = operation.get("security") or self.document["security"]
        return Webhook(
            event_type=event,
            summary=operation["summary"],
            anchor=names.anchor(operation["summary"]),
            description=operation["description"].strip(),
            docs=_docs(operation),
            shape=shape,
            home=self.homes[shape],
            scheme=next(iter(security[0])),
            original_type=envelope["resource"].get("original_type", ""),
            example=operation["x-decrypted-example"],
            source=operation.source,
        )


def _text(node: Map) -> str:
    return str(node.get("description", "")).strip()


def _docs(operation: Map) -> tuple[tuple[str, str], ...]:
    """The official pages, the best first: audience and address."""
    pages = operation.get("x-official-docs", {})
    found = [(audience, page) for audience, part in pages.items() for page in ([part] if isinstance(part, str) else part)]
    best = operation["externalDocs"]["url"]
    if best not in [page for _, page in found]:
        found.append(("related", best))
    return tuple(sorted(found, key=lambda entry: entry[1] != best))


def _example(parameter: Map) -> Any:
    return parameter.get("example", parameter["schema"].get("example"))


def _corpus_operation(operation: Operation) -> dict[str, Any]:
    """What the fake needs of an operation."""
    return {
        "id": operation.id,
        "method": operation.method,
        "path": operation.path,
        "scheme": operation.scheme,
        "status": operation.status,
        "parameters": operation.parameter_examples,
        "query": [field.name for field in operation.parameters if field.place == "query"],
        "parameters_type": operation.parameters_reference or None,
        "multipart": operation.upload,
        "body_type": operation.body_reference or None,
        "body": operation.requests[0].value if operation.requests else None,
        "answer": operation.answers[0].value if operation.answers else None,
        "errors": [{"status": error.status, "code": error.code, "message": error.message} for error in operation.errors],
    }


def _corpus_event(webhook: Webhook) -> dict[str, Any]:
    """What the fake needs of a callback."""
    return {
        "event_type": webhook.event_type,
        "scheme": webhook.scheme,
        "original_type": webhook.original_type,
        "resource": webhook.example,
    }
