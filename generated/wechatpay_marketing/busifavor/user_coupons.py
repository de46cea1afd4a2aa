# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：用户持有的商家券。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.pagination import by_offset, by_offset_async
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .._runtime.options import CallOptions
    from . import enums, models

LIST: Operation[models.CouponListResponse] = Operation(
    id="busifavor.user_coupons.list",
    method="GET",
    path="/v3/marketing/busifavor/users/{openid}/coupons",
    scheme="merchant",
    parameters="busifavor.params:UserCouponsListParameters",
    answer="busifavor.models:CouponListResponse",
)
GET: Operation[models.CouponDetail] = Operation(
    id="busifavor.user_coupons.get",
    method="GET",
    path="/v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}",
    scheme="merchant",
    parameters="busifavor.params:UserCouponsGetParameters",
    answer="busifavor.models:CouponDetail",
)


class UserCoupons(Resource):
    """用户持有的商家券。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def list(
        self,
        openid: str,
        *,
        appid: str,
        stock_id: str | None = None,
        coupon_state: enums.BusiFavorCouponStatus | None = None,
        creator_merchant: str | None = None,
        belong_merchant: str | None = None,
        sender_merchant: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> models.CouponListResponse:
        """根据过滤条件查询用户券。

        分页查询用户持有的商家券，可按批次、状态与商户筛选。
        `creator_merchant`、`belong_merchant`、`sender_merchant` 至少填一个，由调用方的身份决
        定：调用方是批次的创建方、归属方或发放方时，与其身份对应的参数必填。

        Args:
            openid: 用户在 `appid` 下的 OpenID；该 AppID 须与调用方商户号或批次归属商户号
                绑定（至多 128 字符）
            appid: 用户 OpenID 所属的 AppID，须与调用方商户号或批次归属商户号绑定（至多 32
                字符）
            stock_id: 按批次筛选（1–20 字符）
            coupon_state: 按券状态筛选
            creator_merchant: 批次创建方商户号，调用方是创建方时必填
            belong_merchant: 批次归属商户号，调用方是归属方时必填（8–15 字符）
            sender_merchant: 批次发放商户号，调用方是发放方时必填；委托营销时填写受托发券
                的商户号
            offset: 分页页码，从 0 开始
            limit: 分页大小

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012534963
        """
        return self._call(
            LIST,
            parameters={
                "openid": openid,
                "appid": appid,
                "stock_id": stock_id,
                "coupon_state": coupon_state,
                "creator_merchant": creator_merchant,
                "belong_merchant": belong_merchant,
                "sender_merchant": sender_merchant,
                "offset": offset,
                "limit": limit,
            },
            options=options,
        )

    def iter_all(
        self,
        openid: str,
        *,
        appid: str,
        stock_id: str | None = None,
        coupon_state: enums.BusiFavorCouponStatus | None = None,
        creator_merchant: str | None = None,
        belong_merchant: str | None = None,
        sender_merchant: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> Iterator[models.CouponEntity]:
        """根据过滤条件查询用户券：逐页取回，逐条给出；参数同 `list`，`offset` 为起点。

        分页查询用户持有的商家券，可按批次、状态与商户筛选。
        `creator_merchant`、`belong_merchant`、`sender_merchant` 至少填一个，由调用方的身份决
        定：调用方是批次的创建方、归属方或发放方时，与其身份对应的参数必填。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_offset(
            lambda cursor: self.list(
                openid,
                appid=appid,
                stock_id=stock_id,
                coupon_state=coupon_state,
                creator_merchant=creator_merchant,
                belong_merchant=belong_merchant,
                sender_merchant=sender_merchant,
                offset=cursor,
                limit=limit,
                options=options,
            ),
            lambda page: page.data,
            lambda page: page.total_count,
            offset,
        )

    def get(
        self,
        openid: str,
        coupon_code: str,
        appid: str,
        *,
        options: CallOptions | None = None,
    ) -> models.CouponDetail:
        """查询用户单张券详情。

        查询用户持有的一张商家券，包括核销、退券与失效的记录。

        Args:
            openid: 用户在 `appid` 下的 OpenID；该 AppID 须与调用方商户号或批次归属商户号
                绑定（至多 128 字符）
            coupon_code: 券 code（1–32 字符）
            appid: 用户 OpenID 所属的 AppID，须与调用方商户号或批次归属商户号绑定（至多 32
                字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012535011
        """
        return self._call(
            GET,
            parameters={"openid": openid, "coupon_code": coupon_code, "appid": appid},
            options=options,
        )


class AsyncUserCoupons(AsyncResource):
    """用户持有的商家券；方法同 `UserCoupons`，均为协程。"""

    list = Awaited(UserCoupons.list)
    """根据过滤条件查询用户券。"""

    def iter_all(
        self,
        openid: str,
        *,
        appid: str,
        stock_id: str | None = None,
        coupon_state: enums.BusiFavorCouponStatus | None = None,
        creator_merchant: str | None = None,
        belong_merchant: str | None = None,
        sender_merchant: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncIterator[models.CouponEntity]:
        """根据过滤条件查询用户券：逐页取回，逐条给出；参数同 `list`，`offset` 为起点。

        分页查询用户持有的商家券，可按批次、状态与商户筛选。
        `creator_merchant`、`belong_merchant`、`sender_merchant` 至少填一个，由调用方的身份决
        定：调用方是批次的创建方、归属方或发放方时，与其身份对应的参数必填。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_offset_async(
            lambda cursor: self.list(
                openid,
                appid=appid,
                stock_id=stock_id,
                coupon_state=coupon_state,
                creator_merchant=creator_merchant,
                belong_merchant=belong_merchant,
                sender_merchant=sender_merchant,
                offset=cursor,
                limit=limit,
                options=options,
            ),
            lambda page: page.data,
            lambda page: page.total_count,
            offset,
        )

    get = Awaited(UserCoupons.get)
    """查询用户单张券详情。"""
