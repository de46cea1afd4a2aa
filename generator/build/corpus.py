"""Operations and callbacks → what the fake is told of them."""

from __future__ import annotations

from generator.build.operations import JSON, Operations
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
    query = [field for field in request.parameters if field.location == "query"]
    fields = (*request.parameters, *request.body)
    return OperationExample(
        id=operation.id,
        method=operation.method,
        path=operation.path,
        scheme=operation.scheme,
        status=answer.status,
        parameters=request.parameter_examples,
        query=[field.wire for field in query],
        query_lists=[field.wire for field in query if field.type.is_list],
        query_objects=[field.wire for field in query if field.type.shape],
        headers=[field.wire for field in request.parameters if field.location == "header"],
        call=request.example if any(field.name != field.wire for field in fields) else None,
        parameters_type=operation.definition.get("parameters"),
        multipart=request.upload,
        body_type=operation.definition.get("body"),
        body=request.samples[0].value if request.samples else None,
        accept=answer.file or JSON,
        answer=answer.samples[0].value if answer.samples else None,
        answer_type=operation.definition["answer"],
        at_least_one=operation.at_least_one,
        dependent=request.dependent,
        rate_limit=operation.definition.get("rate_limit"),
        errors=[ErrorExample(case.status, case.code, case.message) for case in operation.errors],
    )


def _event(webhook: Webhook) -> EventExample:
    samples = webhook.reply.samples
    return EventExample(
        event_type=webhook.event_type,
        scheme=webhook.scheme,
        original_type=webhook.original_type,
        summary=webhook.summary,
        resource=webhook.example,
        reply=samples[0].value if samples else None,
        resource_type=f"{webhook.home}.models:{webhook.shape}",
    )
