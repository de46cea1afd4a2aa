"""Document → IR: the products with their resources and types, ready to be printed from top to
bottom.

The document has passed the rules: nothing is checked here. Schemas, operations, imports and the
URL tree have modules of their own.
"""

from __future__ import annotations

from typing import Any

from generator import names
from generator.build import imports
from generator.build.operations import Operations
from generator.build.shapes import Shapes
from generator.build.tree import Tree
from generator.ir import Api, Model, Module, Operation, Product, Resource, Scheme, Webhook
from generator.read.document import published
from generator.read.parse import Map


def build(document: Map) -> Api:
    """The whole API as the templates see it."""
    shapes = Shapes(document)
    operations = Operations(shapes)
    sent = [operation.body_shape for operation in operations.all]
    received = [operation.answer_shape for operation in operations.all] + [
        webhook.shape for webhook in operations.webhooks
    ]
    builder = _Builder(
        shapes, operations, shapes.models(sent, answer=False), shapes.models(received, answer=True)
    )
    return builder.api()


class _Builder:
    def __init__(
        self,
        shapes: Shapes,
        operations: Operations,
        params: dict[str, Model],
        models: dict[str, Model],
    ) -> None:
        self.shapes, self.operations, self.params, self.models = shapes, operations, params, models
        self.enums = shapes.enums()
        self.tags = {tag["name"]: tag["description"] for tag in shapes.document["tags"]}
        self.products = self.product_names()
        self.tree = Tree(operations.all, self.products)

    def product_names(self) -> list[str]:
        """The products in the order of the tags, then those that only hold types the others
        share."""
        called = dict.fromkeys(tag.partition(".")[0] for tag in self.tags if "." in tag)
        models = [*self.params.values(), *self.models.values()]
        shared = {model.product for model in models} | {
            self.shapes.homes[field.type.enum]
            for model in models
            for field in model.fields
            if field.type.enum
        }
        return [*called, *sorted(shared - called.keys())]

    def api(self) -> Api:
        info = self.shapes.document["info"]
        return Api(
            title=info["title"],
            version=info["version"],
            description=info["description"],
            schemes=tuple(
                _scheme(name, scheme)
                for name, scheme in self.shapes.document["components"]["securitySchemes"].items()
                if "x-identity" in scheme  # always today; `diff` reads older specifications, too
            ),
            products=tuple(self.product(name) for name in self.products),
            webhooks=self.operations.webhooks,
            webhook_imports=imports.of_webhooks(self.operations.webhooks),
            roots=self.tree.roots,
            root_nodes=self.tree.modules[""],
            places=self.tree.places,
            params=self.params,
            models=self.models,
            enums=self.enums,
            document=published(self.shapes.document),
            corpus={
                "operations": [_operation_sample(operation) for operation in self.operations.all],
                "events": [_event_sample(webhook) for webhook in self.operations.webhooks],
            },
        )

    def product(self, name: str) -> Product:
        own = tuple(operation for operation in self.operations.all if operation.product == name)
        resources = [tag.partition(".")[2] for tag in self.tags if tag.startswith(f"{name}.")]
        calls = tuple(operation.call for operation in own if operation.call)
        params = tuple(model for model in self.params.values() if model.product == name)
        models = tuple(model for model in self.models.values() if model.product == name)
        return Product(
            name=name,
            class_name=names.class_name(name),
            label=self.tags.get(name, "公共定义"),
            resources=tuple(self.resource(name, resource, own) for resource in resources),
            segments=self.tree.under(name),
            enums=tuple(enum for enum in self.enums.values() if enum.product == name),
            params=Module(imports.of_params(name, self.shapes.homes, (*params, *calls)), params),
            calls=calls,
            models=Module(imports.of_models(name, self.shapes.homes, models), models),
            nodes=self.tree.modules[name],
            chain_imports=self.tree.imports[name],
        )

    def resource(self, product: str, name: str, every: tuple[Operation, ...]) -> Resource:
        own = tuple(operation for operation in every if operation.resource == name)
        return Resource(
            name=name,
            class_name=names.class_name(name),
            product=product,
            label=self.tags[f"{product}.{name}"],
            operations=own,
            imports=imports.of_annotations(product, self.shapes.homes, own),
            runtime_imports=imports.of_calls(own),
        )


def _scheme(name: str, scheme: Map) -> Scheme:
    identity = scheme["x-identity"]
    return Scheme(
        name=name,
        authorization=scheme["scheme"],
        caller=identity["caller"],
        id_name=identity["id"],
        path_prefix=identity["path"],
        key_name=identity["key"],
        certificates=identity["certificates"],
    )


def _operation_sample(operation: Operation) -> dict[str, Any]:
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
        "errors": [
            {"status": error.status, "code": error.code, "message": error.message}
            for error in operation.errors
        ],
    }


def _event_sample(webhook: Webhook) -> dict[str, Any]:
    """What the fake needs of a callback."""
    return {
        "event_type": webhook.event_type,
        "scheme": webhook.scheme,
        "original_type": webhook.original_type,
        "resource": webhook.example,
    }
