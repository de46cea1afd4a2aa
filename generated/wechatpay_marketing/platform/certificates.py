# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""平台能力：微信支付平台证书。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import enums, models

LIST: Operation[models.DownloadCertificatesResponse] = Operation(
    id="platform.certificates.list",
    method="GET",
    path="/v3/certificates",
    scheme="merchant",
    parameters="platform.params:CertificatesListParameters",
    answer="platform.models:DownloadCertificatesResponse",
)


class Certificates(Resource):
    """微信支付平台证书。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def list(
        self,
        *,
        algorithm_type: enums.CertificateAlgorithmType | None = None,
        options: CallOptions | None = None,
    ) -> models.DownloadCertificatesResponse:
        """获取平台证书列表。

        下载当前可用的微信支付平台证书，用于验证应答与回调的签名。证书内容用 APIv3 密钥解密。
        至少每 12 小时更新一次，并按序列号选用证书；使用微信支付公钥验签的商户没有平台证书。

        Args:
            algorithm_type: 证书的算法类型，默认为 RSA

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RESOURCE_NOT_EXISTS、
                RATELIMIT_EXCEEDED、FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012551764
        """
        return self._call(
            LIST,
            parameters={"algorithm_type": algorithm_type},
            options=options,
        )


class AsyncCertificates(AsyncResource):
    """微信支付平台证书；方法同 `Certificates`，均为协程。"""

    list = Awaited(Certificates.list)
    """获取平台证书列表。"""
