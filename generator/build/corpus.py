"""Operations and callbacks → what the fake is told of them."""

from __future__ import annotations

from generator.build.operations import Operations
from generator.ir.calls import Operation, Webhook
from generator.ir.corpus import Corpus, ErrorExample, EventExample, OperationExample


def corpus(operations: Operations) -> Corpus:
    """What `_examples.json` holds."""
    return Corpus(
        [_operation(operation) for operation in operations.all],
        [_event(webhook) for webhook in operations.webhooks],
    )


def _operation(operation: Operation) -> OperationExample:
    request, answer = operation.request, operation.answer
    return OperationExample(
        id=operation.id,
        method=operation.method,
        path=operation.path,
        scheme=operation.scheme,
        status=answer.status,
        parameters=request.parameter_examples,
        query=[field.name for field in request.parameters if field.location == "query"],
        parameters_type=operation.definition.get("parameters"),
        multipart=request.upload,
        body_type=operation.definition.get("body"),
        body=request.samples[0].value if request.samples else None,
        answer=answer.samples[0].value if answer.samples else None,
        errors=[ErrorExample(case.status, case.code, case.message) for case in operation.errors],
    )


def _event(webhook: Webhook) -> EventExample:
    return EventExample(webhook.event_type, webhook.scheme, webhook.original_type, webhook.example)
