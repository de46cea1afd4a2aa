# From spec/ and templates/package/{product}/models.py.jinja by `make generate`; do not edit.
"""平台能力：应答与回调中的对象。"""

from __future__ import annotations

from .._runtime.answer import Answer
from .._runtime.types import Moment


class DownloadCertificatesResponse(Answer, kw_only=True):
    """当前可用的微信支付平台证书"""

    data: list[Certificate] | None = None
    """平台证书列表，更换期间新旧证书同时返回"""


class Certificate(Answer, kw_only=True):
    """一张平台证书"""

    serial_no: str
    """证书序列号，与应答、回调的 `Wechatpay-Serial` 对应"""
    effective_time: Moment
    """启用时间"""
    expire_time: Moment
    """弃用时间"""
    encrypt_certificate: EncryptCertificate
    """加密的证书内容"""


class EncryptCertificate(Answer, kw_only=True):
    """加密的证书内容，用 APIv3 密钥解密后为 PEM 格式的 X.509 证书"""

    algorithm: str
    """加密算法，固定为 `AEAD_AES_256_GCM`"""
    nonce: str
    """加密使用的随机串"""
    associated_data: str
    """附加数据，固定为 `certificate`"""
    ciphertext: str
    """Base64 编码的密文，末尾 16 字节为认证标签"""
