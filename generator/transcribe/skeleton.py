"""The index of a specification that has none yet."""

INDEX = """\
openapi: 3.1.0

info:
  title: 微信支付 API
  version: 1.0.0
  description: 微信支付 APIv3。金额为整数，单位为分；时间为 RFC 3339 格式，须带时区。
  license: {name: MIT, identifier: MIT}

servers:
  - {url: https://api.mch.weixin.qq.com, description: 主域名}

security:
  - merchant: []

tags: []

paths: {}

components:
  securitySchemes:
    merchant:
      type: http
      scheme: WECHATPAY2-SHA256-RSA2048
      description: 商户与服务商签名。
      x-identity: {caller: 商户或服务商, id: mchid, path: /v3/, key: apiv3_key, certificates: true}
    brand:
      type: http
      scheme: WECHATPAY-BRAND-SHA256-RSA2048
      description: 品牌签名。
      x-identity: {caller: 品牌, id: brand_id, path: /brand/, key: api_key, certificates: false}
"""
