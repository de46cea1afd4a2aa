# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：批次的预存券 code。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.pagination import by_offset, by_offset_async
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from .._runtime.options import CallOptions
    from . import enums, models

LIST: Operation[models.CouponCodeListResponse] = Operation(
    id="busifavor.coupon_codes.list",
    method="GET",
    path="/v3/marketing/busifavor/stocks/{stock_id}/couponcodes",
    scheme="merchant",
    parameters="busifavor.params:CouponCodesListParameters",
    answer="busifavor.models:CouponCodeListResponse",
)
UPLOAD: Operation[models.UploadCouponCodeResponse] = Operation(
    id="busifavor.coupon_codes.upload",
    method="POST",
    path="/v3/marketing/busifavor/stocks/{stock_id}/couponcodes",
    scheme="merchant",
    parameters="busifavor.params:CouponCodesUploadParameters",
    body="busifavor.params:UploadCouponCodeRequest",
    answer="busifavor.models:UploadCouponCodeResponse",
    idempotency_key="upload_request_no",
)
GET: Operation[models.CouponCodeInfoResponse] = Operation(
    id="busifavor.coupon_codes.get",
    method="GET",
    path="/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}",
    scheme="merchant",
    parameters="busifavor.params:CouponCodesGetParameters",
    answer="busifavor.models:CouponCodeInfoResponse",
)
DELETE: Operation[models.DeleteCouponCodeResponse] = Operation(
    id="busifavor.coupon_codes.delete",
    method="DELETE",
    path="/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}",
    scheme="merchant",
    parameters="busifavor.params:CouponCodesDeleteParameters",
    answer="busifavor.models:DeleteCouponCodeResponse",
    idempotency_key="delete_request_no",
)


class CouponCodes(Resource):
    """批次的预存券 code。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def list(
        self,
        stock_id: str,
        *,
        status: enums.BusiFavorCouponCodeStatus | None = None,
        appid: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> models.CouponCodeListResponse:
        """查询预存 code 列表。

        分页查询批次的预存券 code 及其分配状态。

        Args:
            stock_id: 批次号，创建批次时由微信支付生成（1–20 字符）
            status: 按分配状态筛选，不填则返回全部；部分文档误列为用户券状态
            appid: 填写后返回用户在此 AppID 下的 OpenID（至多 32 字符）
            offset: 分页的起始位置，从 0 开始；部分文档称之为页码，此处依官方 SDK
            limit: 分页大小

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/docs/merchant/products/merchant-exclusive-coupon/introduction.html
        """
        return self._call(
            LIST,
            parameters={
                "stock_id": stock_id,
                "status": status,
                "appid": appid,
                "offset": offset,
                "limit": limit,
            },
            options=options,
        )

    def iter_all(
        self,
        stock_id: str,
        *,
        status: enums.BusiFavorCouponCodeStatus | None = None,
        appid: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> Iterator[models.CouponCodeEntity]:
        """查询预存 code 列表：逐页取回，逐条给出；参数同 `list`，`offset` 为起点。

        分页查询批次的预存券 code 及其分配状态。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_offset(
            lambda cursor: self.list(
                stock_id,
                status=status,
                appid=appid,
                offset=cursor,
                limit=limit,
                options=options,
            ),
            lambda page: page.data,
            lambda page: page.total_count,
            offset,
            counts_items=True,
        )

    def upload(
        self,
        stock_id: str,
        *,
        coupon_code_list: Sequence[str],
        upload_request_no: str,
        options: CallOptions | None = None,
    ) -> models.UploadCouponCodeResponse:
        """上传预存 code。

        为 `coupon_code_mode` 为 `MERCHANT_UPLOAD` 的批次上传券 code，一次最多 200 个。
        部分券 code 失败时仍返回 200，须检查 `fail_codes`。批次刚创建时可能返回“批次创建中”，
        稍后重试即可。

        Args:
            stock_id: 批次号，创建批次时由微信支付生成（1–20 字符）
            coupon_code_list: 券 code 列表，可用数字、大小写字母、空格与 `-`、`_`、`\\`、
                `/`、`=`、`|`，较早的文档页没有空格（至多 200 项，每项 1–32 字符）
            upload_request_no: 上传请求单号，每次上传唯一，重试时保持不变（1–128 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012487038
        """
        return self._call(
            UPLOAD,
            parameters={"stock_id": stock_id},
            body={"coupon_code_list": coupon_code_list, "upload_request_no": upload_request_no},
            options=options,
        )

    def get(
        self,
        stock_id: str,
        coupon_code: str,
        *,
        appid: str | None = None,
        options: CallOptions | None = None,
    ) -> models.CouponCodeInfoResponse:
        """查询预存 code 详情。

        查询一个预存券 code 的分配状态；已分配给用户时，一并返回用户券的详情。

        Args:
            stock_id: 批次号，创建批次时由微信支付生成（1–20 字符）
            coupon_code: 商户上传的券 code（1–32 字符）
            appid: 填写后返回用户在此 AppID 下的 OpenID（至多 32 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/docs/merchant/products/merchant-exclusive-coupon/introduction.html
        """
        return self._call(
            GET,
            parameters={"stock_id": stock_id, "coupon_code": coupon_code, "appid": appid},
            options=options,
        )

    def delete(
        self,
        stock_id: str,
        coupon_code: str,
        *,
        delete_request_no: str,
        options: CallOptions | None = None,
    ) -> models.DeleteCouponCodeResponse:
        """删除预存 code。

        删除一个尚未分配给用户的预存券 code。

        Args:
            stock_id: 批次号，创建批次时由微信支付生成（1–20 字符）
            coupon_code: 商户上传的券 code（1–32 字符）
            delete_request_no: 删除请求单号，重试时保持不变

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/docs/merchant/products/merchant-exclusive-coupon/introduction.html
        """
        return self._call(
            DELETE,
            parameters={
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "delete_request_no": delete_request_no,
            },
            options=options,
        )


class AsyncCouponCodes(AsyncResource):
    """批次的预存券 code；方法同 `CouponCodes`，均为协程。"""

    list = Awaited(CouponCodes.list)
    """查询预存 code 列表。"""

    def iter_all(
        self,
        stock_id: str,
        *,
        status: enums.BusiFavorCouponCodeStatus | None = None,
        appid: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncIterator[models.CouponCodeEntity]:
        """查询预存 code 列表：逐页取回，逐条给出；参数同 `list`，`offset` 为起点。

        分页查询批次的预存券 code 及其分配状态。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_offset_async(
            lambda cursor: self.list(
                stock_id,
                status=status,
                appid=appid,
                offset=cursor,
                limit=limit,
                options=options,
            ),
            lambda page: page.data,
            lambda page: page.total_count,
            offset,
            counts_items=True,
        )

    upload = Awaited(CouponCodes.upload)
    """上传预存 code。"""
    get = Awaited(CouponCodes.get)
    """查询预存 code 详情。"""
    delete = Awaited(CouponCodes.delete)
    """删除预存 code。"""
