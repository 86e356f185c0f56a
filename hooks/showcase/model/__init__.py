"""What a service brand (机关服务品牌) is: typed, immutable values that know neither files nor HTML."""
