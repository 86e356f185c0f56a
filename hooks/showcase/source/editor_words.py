"""Words an editor may try in place of the model's, Chinese names of keys and choices, and examples of required keys."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Final

_KEYS: Final = {
    "name": "名称 品牌名称 品牌名 名字 姓名 事项名称 渠道名称 title",
    "agency": "单位 机构 创建单位 主办单位 所属单位 部门 机关 organization department unit",
    "category": "领域 服务领域 类别 分类 类型 行业 type kind",
    "slogan": "口号 品牌口号 标语 宣传语 服务口号 广告语 motto tagline",
    "summary": "简介 品牌简介 摘要 概述 介绍 说明 简述 description intro abstract",
    "status": "状态 发布状态 进展 阶段状态",
    "published": "发布日期 发布时间 上线日期 发布 publish_date date pubdate",
    "level": "级别 层级 等级",
    "featured": "推荐 重点推介 重点 置顶 精选 top",
    "since": "创立时间 成立时间 创建时间 命名时间 创立日期 起始时间 founded",
    "tags": "标签 关键词 关键字 tag keywords",
    "aliases": "别名 旧地址 曾用地址 alias",
    "identity": "标识 名称标识 品牌标识 形象 品牌形象",
    "logo": "标志 徽标 图标 品牌图标 标识图",
    "logo_alt": "标识替代文字 替代文字 标志说明",
    "logo_meaning": "标识释义 标志释义 标识含义 标志含义",
    "logo_rules": "标识使用规定 使用规定",
    "color": "颜色 品牌色 主色 色彩 colour",
    "meaning": "释义 名称释义 含义 寓意 品牌释义 内涵 品牌内涵",
    "service": "服务 服务内容",
    "audience": "服务对象 对象 受众 服务人群",
    "items": "事项 服务事项 项目 办理事项",
    "channels": "渠道 服务渠道 办理渠道",
    "methods": "方式 服务方式 方法 科技手段 手段",
    "commitments": "承诺 服务承诺",
    "management": "管理 管理与保障 管理保障",
    "systems": "制度 体系 制度文件",
    "certifications": "认证 管理体系认证",
    "responsible": "责任部门 责任岗位 负责人 责任人",
    "supervision": "监督 监督渠道 监督方式",
    "satisfaction": "满意度 群众满意度",
    "culture": "文化 品牌文化 服务文化",
    "concept": "理念 服务理念",
    "values": "价值观",
    "practice": "实践 文化实践",
    "mi": "理念识别",
    "bi": "行为识别",
    "vi": "视觉识别",
    "phases": "阶段 创建阶段 方法步骤",
    "appraisal": "论证 论证阶段",
    "planning": "规划 规划阶段",
    "publicity": "宣传 宣传阶段",
    "implementation": "实施 实施阶段",
    "deliberations": "论证活动 论证会",
    "evidence": "佐证 佐证材料 证明材料 材料",
    "designation": "命名 品牌命名 认定",
    "reviews": "复核 复审",
    "results": "成效 成果 成效数据 数据",
    "honours": "荣誉 获奖 奖项 honors awards",
    "cases": "案例 服务案例 典型案例",
    "gallery": "图片 图库 照片 相册 images photos",
    "contact": "联系方式 联系",
    "sources": "来源 资料来源 出处",
    "type": "类型 种类",
    "kind": "类型 类别 种类",
    "url": "网址 链接 地址链接 link href website",
    "website": "网站 官网 官方网站 url",
    "phone": "电话 办公电话 联系电话 热线 tel telephone",
    "email": "邮箱 电子邮箱 邮件 mail",
    "address": "地址 办公地址 地点",
    "place": "地点 办理地点",
    "hours": "时间 办公时间 办理时间 工作时间 服务时间",
    "technology": "技术 科技",
    "benefit": "便利 好处 效果",
    "text": "内容 正文 文字 content",
    "limit": "时限 期限 数量 承诺时限",
    "unit": "单位 计量单位",
    "title": "标题 题目 名称 name",
    "document": "文号 文件号 文件",
    "date": "日期 时间",
    "file": "文件 附件",
    "standard": "标准",
    "by": "颁发单位 认定单位 授予单位 机构 颁奖单位",
    "number": "编号 证书编号 号码",
    "valid_until": "有效期 有效期至",
    "value": "数值 值 号码 内容",
    "reply_days": "答复时限 回复时限 答复天数",
    "rate": "比率 满意率",
    "sample": "样本 样本量",
    "period": "时期 统计时间 统计周期 时间",
    "start": "开始 开始时间 起",
    "end": "结束 结束时间 止",
    "count": "人数 数量",
    "conclusion": "结论",
    "grade": "等次",
    "year": "年份 年度",
    "result": "结果 复核结果",
    "label": "名称 指标 指标名称",
    "source": "来源 数据来源 出处",
    "consent": "同意 当事人同意",
    "src": "图片 文件 file image path",
    "alt": "替代文字 图片说明 说明",
    "caption": "图注 说明 图片说明",
    "credit": "作者 摄影 图片来源",
    "agencies": "单位 机构 创建单位",
    "categories": "领域 服务领域 分类",
    "levels": "级别 层级",
    "short": "简称",
    "parent": "上级 上级单位",
    "region": "地区 区域",
    "icon": "图标",
    "zh-Hans": "zh zh-CN zh_CN cn 中文 简体",
    "zh-Hant": "zh-TW zh-HK zh_TW tw hk 繁体 繁體",
    "en": "en-US english 英文",
}
_CHOICES: Final = {
    "published": "已发布 发布 公开 上线 正式 public online",
    "draft": "草稿 未发布 待发布",
    "retired": "已停用 停用 下线 已下线 撤销 offline",
    "web": "网站 网页 网上 网址 website 官网",
    "app": "手机应用 客户端 手机客户端 应用",
    "miniprogram": "小程序 微信小程序 支付宝小程序 mini-program 微信",
    "hotline": "热线 电话 服务热线 phone tel 监督电话",
    "hall": "大厅 服务大厅 政务大厅 办事大厅",
    "kiosk": "自助机 自助终端 自助服务机",
    "email": "邮箱 邮件 电子邮箱 mail",
    "window": "窗口 服务窗口 意见箱",
    "post": "信函 邮寄 来信 信件 邮政",
    "other": "其他 其它",
    "service": "服务 服务体系",
    "management": "管理 管理体系",
    "guarantee": "保障 保障体系",
    "expert": "专家 专家论证 专家论证会",
    "public": "公众 群众 征求意见 社会公众",
    "notice": "公示 公告",
    "planned": "计划 计划中 未开始 拟开展",
    "ongoing": "进行中 正在进行 开展中 doing",
    "done": "完成 已完成 结束 已结束 finished completed",
    "passed": "通过 合格 已通过 pass",
    "improve": "整改 限期整改 待改进",
    "withdrawn": "撤销 取消 撤销命名",
}

_OPENINGS: Final = {"planned": ("拟", "计划"), "ongoing": ("正在", "正"), "done": ("已",)}
"""What a text begins with that tells how far something has come."""

EXAMPLES: Final[Mapping[str, str]] = {
    "name": "浙里办",
    "agency": "zj-data",
    "category": "government-services",
    "slogan": "掌上办事，一站直达",
    "summary": "一个入口汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。",
    "type": "web",
    "kind": "service",
    "title": "年度服务品牌评选结果公布",
    "text": "材料齐全的当场办结",
    "date": "2024-05-20",
    "status": "done",
    "label": "注册用户",
    "value": "2500",
    "period": "2024-06",
    "source": "市政府网站 2024 年 7 月 3 日报道",
    "src": "hall.jpg",
    "alt": "服务大厅里工作人员在为群众办事",
    "result": "passed",
    "standard": "ISO 9001",
    "rate": "98.6",
    "agencies": "{}",
    "categories": "{}",
    "levels": "{}",
}
"""A value that could be pasted, for each key that some map requires."""

_PLACED_EXAMPLES: Final[Mapping[str, str]] = {
    "phases.appraisal.deliberations.kind": "expert",
    "management.supervision.type": "hotline",
    "management.supervision.value": '"12345"',
    "service.items.name": "社会保险转移",
    "service.methods.name": "掌上申报",
}


def example_of(key: str, place: str) -> str:
    """A line that could be pasted for a missing key; ``place`` is its dotted path without indices."""
    return f"{key}: {_PLACED_EXAMPLES.get(place) or EXAMPLES.get(key, '…')}"


def suggest_key(found: str, known: Iterable[str]) -> str | None:
    """The known key that was probably meant."""
    return _suggest(found, tuple(known), _KEYS)


def suggest_choice(found: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    return _suggest(found, tuple(known), _CHOICES)


def guess_choice(text: str, known: Iterable[str]) -> str | None:
    """The known word that a text speaks of; a guess, for whoever wrote it to judge."""
    if any(word in text for word in ("未", "没有", "尚")):
        return None
    for choice in known:
        words = [word for word in _CHOICES.get(choice, "").split() if len(word) > 1]
        if any(word in text for word in words) or text.startswith(_OPENINGS.get(choice, "\0")):
            return choice
    return None


def _suggest(found: str, known: tuple[str, ...], words: Mapping[str, str]) -> str | None:
    wanted = found.strip().strip("“”\"'：:")
    for key in known:
        if wanted in words.get(key, "").split() or wanted.lower().replace("-", "_") == key:
            return key
    close = difflib.get_close_matches(wanted.lower(), known, n=1, cutoff=0.6)
    if close:
        return close[0]
    return next(
        (key for key in known for word in words.get(key, "").split() if len(wanted) > 1 and wanted in word), None
    )


def is_key_word(word: str) -> bool:
    """Whether a word is a key of the model, or one that an editor may try in its place."""
    return word in _KEYS or any(word in words.split() for words in _KEYS.values())
