# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：图片生成任务。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import enums, models, params

CREATE: Operation[models.CreateImageGenerationTaskResponse] = Operation(
    id="product_coupon.image_generation_tasks.create",
    method="POST",
    path="/v3/marketing/partner/product-coupon/image-generation-tasks",
    scheme="merchant",
    body="product_coupon.params:CreateImageGenerationTaskRequest",
    answer="product_coupon.models:CreateImageGenerationTaskResponse",
    rate_limit=(500, 1),
)
GET: Operation[models.ImageGenerationTask] = Operation(
    id="product_coupon.image_generation_tasks.get",
    method="GET",
    path="/v3/marketing/partner/product-coupon/image-generation-tasks/{task_id}",
    scheme="merchant",
    parameters="product_coupon.params:ImageGenerationTasksGetParameters",
    answer="product_coupon.models:ImageGenerationTask",
    rate_limit=(500, 1),
)


class ImageGenerationTasks(Resource):
    """图片生成任务。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def create(
        self,
        *,
        brand_id: str,
        task_id: str,
        image_generation_type: enums.ImageGenerationType,
        combine_image: params.CombineImage | None = None,
        cut_out: params.CutOut | None = None,
        options: CallOptions | None = None,
    ) -> models.CreateImageGenerationTaskResponse:
        """提交图片生成任务。

        提交图片生成任务：按券的优惠拼图，或从商品图中抠出商品。
        任务异步执行，结果可查询，也会以 `PRODUCT_COUPON_SP.IMAGE_GENERATION` 通知。

        Args:
            brand_id: 品牌 ID，须已授权给服务商
            task_id: 图片生成任务 ID，由调用方生成
            image_generation_type: 图片生成类型
            combine_image: 拼图数据，`image_generation_type` 为 `COMBINE_IMAGE` 时填写
            cut_out: 抠图数据，`image_generation_type` 为 `CUT_OUT` 时填写

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4017327752
        """
        return self._call(
            CREATE,
            body={
                "brand_id": brand_id,
                "task_id": task_id,
                "image_generation_type": image_generation_type,
                "combine_image": combine_image,
                "cut_out": cut_out,
            },
            options=options,
        )

    def get(
        self,
        task_id: str,
        *,
        brand_id: str,
        image_generation_type: enums.ImageGenerationType,
        options: CallOptions | None = None,
    ) -> models.ImageGenerationTask:
        """查询图片生成任务执行结果。

        查询图片生成任务的状态与结果。

        Args:
            task_id: 图片生成任务 ID
            brand_id: 品牌 ID，须已授权给服务商
            image_generation_type: 图片生成类型，与提交时相同

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4017327753
        """
        return self._call(
            GET,
            parameters={
                "task_id": task_id,
                "brand_id": brand_id,
                "image_generation_type": image_generation_type,
            },
            options=options,
        )


class AsyncImageGenerationTasks(AsyncResource):
    """图片生成任务；方法同 `ImageGenerationTasks`，均为协程。"""

    create = Awaited(ImageGenerationTasks.create)
    """提交图片生成任务。"""
    get = Awaited(ImageGenerationTasks.get)
    """查询图片生成任务执行结果。"""
