"""Document → IR: the products with their resources and types, ready to be printed from top to
bottom.

The document has passed the rules: nothing is checked here. Schemas, operations, imports and the
URL tree have modules of their own.
"""

from __future__ import annotations

from generator import names
from generator.build import imports
from generator.build.corpus import corpus
from generator.build.operations import Operations
from generator.build.published import published
from generator.build.shapes import Shapes
from generator.build.tree import Tree
from generator.ir.calls import Operation
from generator.ir.package import Api, Known, Module, Product, Resource, Scheme
from generator.ir.types import Model, Needs
from generator.read.parse import Map


def build(document: Map) -> Api:
    """The whole API as the templates see it."""
    return _Builder(document).api()


class _Builder:
    """Puts the products together from what is known of operations, types and the URL tree."""

    def __init__(self, document: Map) -> None:
        self.document, self.shapes = document, Shapes(document)
        self.operations = Operations(self.shapes)
        called, webhooks = self.operations.all, self.operations.webhooks
        sent: list[str] = []
        for request in (operation.request for operation in called):
            sent += [*(field.type.shape for field in request.parameters), request.shape]
        sent += [webhook.reply.type.shape for webhook in webhooks]
        received = [operation.answer.type.shape for operation in called]
        received += [webhook.shape for webhook in webhooks]
        self.params = self.shapes.models(sent, answer=False)
        self.models = self.shapes.models(received, answer=True)
        self.enums = self.shapes.enums()
        self.tags = {tag["name"]: tag["description"] for tag in document["tags"]}
        self.products = self.product_names()
        self.tree = Tree(self.operations, self.products)

    def product_names(self) -> list[str]:
        """The products in the order of the tags, then those that only hold types the others
        share."""
        called = dict.fromkeys(tag.partition(".")[0] for tag in self.tags if "." in tag)
        models = [*self.params.values(), *self.models.values()]
        enums = {field.type.enum for model in models for field in model.fields} - {""}
        shared = {model.product for model in models} | {self.enums[name].product for name in enums}
        return [*called, *sorted(shared - called.keys())]

    def api(self) -> Api:
        info, schemes = self.document["info"], self.document["components"]["securitySchemes"]
        products = tuple(self.product(name) for name in self.products)
        return Api(
            title=info["title"],
            version=info["version"],
            description=info["description"],
            schemes=tuple(
                _scheme(name, scheme)
                for name, scheme in schemes.items()
                if "x-identity" in scheme  # always today; `diff` reads older specifications, too
            ),
            products=products,
            webhooks=self.operations.webhooks,
            webhook_imports=imports.of_webhooks(self.operations.webhooks),
            client_imports=imports.of_classes(
                product.name for product in products if product.resources
            ),
            chain_imports=imports.of_root_chain(self.tree.modules[""]),
            chain_typing_imports=imports.of_root_annotations(products),
            roots=self.tree.roots,
            root_nodes=self.tree.modules[""],
            paths=self.tree.paths,
            params=self.params,
            models=self.models,
            enums=self.enums,
            known=_known(self.operations),
            document=published(self.document),
            corpus=corpus(self.operations),
        )

    def product(self, name: str) -> Product:
        own = tuple(operation for operation in self.operations.all if operation.product == name)
        resources = [tag.partition(".")[2] for tag in self.tags if tag.startswith(f"{name}.")]
        calls = tuple(operation.request.call for operation in own if operation.request.call)
        segments = self.tree.under(name)
        return Product(
            name=name,
            class_name=names.class_name(name),
            label=self.tags.get(name, "公共定义"),
            resources=tuple(self.resource(name, resource, own) for resource in resources),
            segments=segments,
            typing_imports=imports.of_classes(resources, has_segments=bool(segments)),
            enums=tuple(enum for enum in self.enums.values() if enum.product == name),
            params=_module(name, self.params, *(call.needs for call in calls)),
            calls=calls,
            models=_module(name, self.models),
            nodes=self.tree.modules[name],
            chain_imports=self.tree.imports(name),
        )

    def resource(self, product: str, name: str, every: tuple[Operation, ...]) -> Resource:
        own = tuple(operation for operation in every if operation.resource == name)
        return Resource(
            name=name,
            class_name=names.class_name(name),
            product=product,
            label=self.tags[f"{product}.{name}"],
            operations=own,
            typing_imports=imports.of_signatures(own),
            imports=imports.of_resource(own),
        )


def _scheme(name: str, scheme: Map) -> Scheme:
    identity = scheme["x-identity"]
    return Scheme(
        name=name,
        class_name=names.class_name(name),
        authorization=scheme["scheme"],
        caller=identity["caller"],
        id_name=identity["id"],
        path_prefix=identity["path"],
        key_name=identity["key"],
        certificates=identity["certificates"],
    )


def _known(operations: Operations) -> tuple[Known, ...]:
    """Each in the order of the specification."""
    ids = (operation.id for operation in operations.all)
    codes = (error.code for operation in operations.all for error in operation.errors)
    events = (name for webhook in operations.webhooks for name in webhook.event_types)
    return tuple(
        Known(name, description, tuple(dict.fromkeys(values)))
        for name, description, values in (
            ("OperationId", "The operations.", ids),
            ("ErrorCode", "The codes of documented refusals.", codes),
            ("EventType", "The callbacks.", events),
        )
    )


def _module(product: str, every: dict[str, Model], *needs: Needs) -> Module:
    """The types of a product, and what they import."""
    own = tuple(model for model in every.values() if model.product == product)
    return Module(imports.of_module(*(model.needs for model in own), *needs), own)
