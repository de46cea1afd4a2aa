# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（品牌直连）：商品券图片上传。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from .._runtime.types import FileSource
    from ..product_coupon import models as product_coupon_models

UPLOAD: Operation[product_coupon_models.UploadImageResponse] = Operation(
    id="brand.images.upload",
    method="POST",
    path="/brand/marketing/product-coupon/media/upload-image",
    scheme="brand",
    answer="product_coupon.models:UploadImageResponse",
    upload=True,
    rate_limit=(20, 1),
)


class Images(Resource):
    """商品券图片上传。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def upload(
        self,
        file: FileSource,
        *,
        filename: str | None = None,
        options: CallOptions | None = None,
    ) -> product_coupon_models.UploadImageResponse:
        """图片上传（商品券）。

        上传商品券使用的图片，支持 JPG、BMP、PNG，不超过 2 MB；返回的地址长期有效。
        请求签名只覆盖 `meta` 的 JSON 原文，不含图片内容。

        Args:
            file: 图片文件，JPG、BMP 或 PNG 格式，不超过 2 MB：路径、字节或以二进制打开的
                文件。
            filename: 文件名；缺省时取自路径或文件。

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。
            OSError: 无法读取 `file`；未发出。

        https://pay.weixin.qq.com/doc/brand/4016427362
        """
        return self._call(
            UPLOAD,
            file=file,
            filename=filename,
            options=options,
        )


class AsyncImages(AsyncResource):
    """商品券图片上传；方法同 `Images`，均为协程。"""

    upload = Awaited(Images.upload)
    """图片上传（商品券）。"""
