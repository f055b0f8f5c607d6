import type { Language } from './language.js';

export const CHINESE: Language = {
  tag: 'zh',
  charactersPerWord: 2.65,
  space: '',
  definite: '',
  titles: ['{asset}{time}{future}', '{person}与{measure}', '{place}的{group}{act}'],
  clauses: [
    '{asset}{time}{future}',
    '{place}的{group}{reason}{act}',
    '{place}的{measure}{demand}',
    '{group}{act}，而{asset}{future}',
    '{organization}认为{measure}{demand}',
  ],
  partlyQuoted: ['{place}的{asset}是“{quoted}”', '{measure}是“{quoted}”'],
  background: [
    '{place}的{group}{reason}{act}',
    '按照议会的计划，{asset}{time}{future}',
    '几周以来，{place}的人们一直在谈论此事，因为{group}{act}',
    '{measure}{demand}，尽管{group}{act}',
  ],
  fullStop: '。',
  words: {
    asset: ['旧灯塔', '夜班渡轮', '鱼市场', '铁路桥', '港口学校', '水库', '浮动诊所', '沿海公路'],
    future: ['将重新开放', '将永久关闭', '费用将翻倍', '仍归市民所有', '不会出售', '需要维修'],
    time: ['在秋季风暴之前', '到年底', '六周之内', '选举之后', '冰融之后'],
    group: ['渔民', '护士', '居民', '码头工人', '商人', '家长'],
    act: ['正在等待答复', '拒绝妥协', '已经签署请愿书', '付得太多', '支持这项计划'],
    reason: ['因为缺少零件', '不顾三次警告', '出于安全原因', '虽然资金已到位'],
    measure: ['第二次调查', '应急基金', '降低港口税', '公开登记', '新时刻表'],
    demand: ['来得太晚', '是唯一出路', '改变不了什么', '值得讨论'],
    quoted: ['一个昂贵的错误', '一句空洞的承诺', '勇敢而迟来的举动', '{time}的新开始'],
  },
  reports: {
    indirect: [
      {
        pattern: '{speaker}{circumstance}{cue}，{content}。',
        cues: [
          ['表示', 'STATED'],
          ['警告说', 'WARNED'],
          ['声称', 'CLAIMED'],
          ['证实', 'CONFIRMED'],
          ['否认', 'DENIED'],
        ],
      },
    ],
    direct: [
      {
        pattern: '“{content}”，{brief}{circumstance}{cue}。',
        cues: [
          ['说', 'STATED'],
          ['警告说', 'WARNED'],
        ],
      },
    ],
    interrupted: [{ pattern: '“{content}，”{brief}{cue}，“而且{rest}。”', cues: [['说', 'STATED']] }],
    absent: [
      {
        pattern: '{place}有人{cue}，{content}。',
        cues: [
          ['说', 'STATED'],
          ['担心', 'THOUGHT'],
        ],
      },
    ],
    either: [{ pattern: '{brief}或{other}{cue}，{content}；记录没有写明是谁。', cues: [['表示', 'STATED']] }],
    outer: [
      {
        pattern: '{speaker}{circumstance}{cue}，{report}。',
        cues: [
          ['报道', 'STATED'],
          ['称', 'STATED'],
        ],
      },
    ],
    middle: [
      {
        pattern: '{brief}{cue}，{report}',
        cues: [
          ['证实', 'CONFIRMED'],
          ['说', 'STATED'],
        ],
      },
    ],
    inner: [
      {
        pattern: '{brief}{cue}，{content}',
        cues: [
          ['说', 'STATED'],
          ['警告说', 'WARNED'],
        ],
      },
      { pattern: '{brief}在信中{cue}，{content}', cues: [['写道', 'STATED']], medium: 'LETTER' },
    ],
    innerQuoted: [{ pattern: '{brief}在信中{cue}：“{content}”', cues: [['写道', 'STATED']], medium: 'LETTER' }],
    quotedReport: [{ pattern: '“{report}”，{brief}{circumstance}{cue}。', cues: [['解释说', 'STATED']] }],
  },
  relations: {
    CONFIRMS: ['这证实了{other}的说法。'],
    DISPUTES: ['这与{other}的说法相反。'],
    DOUBTS: ['这使人怀疑{other}的说法。'],
    DENIES: ['{other}的说法因此遭到否认。'],
    RESPONDS_TO: ['这是对{other}的回应。'],
    REPEATS: ['{other}也说过同样的话。'],
    CORRECTS: ['这更正了{other}的说法。'],
  },
  earlierReport: '此前的报道',
  introductions: null,
  sources: [
    ['一名高级官员', 'OFFICIAL', false],
    ['多名居民', 'WITNESS', true],
    ['发言人', 'SPOKESPERSON', false],
    ['一份内部报告', 'DOCUMENT', false],
  ],
  media: [
    ['在采访中', 'INTERVIEW'],
    ['在信中', 'LETTER'],
    ['在声明中', 'WRITTEN_STATEMENT'],
  ],
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  strangers: ['记录中还出现了无人认识的{stranger}这个名字。'],
  figures: {
    metrics: [
      ['停电户数', '户'],
      ['失业率', '个百分点'],
      ['渡轮乘客', '人'],
      ['芦苇热病例', '例'],
      ['一袋面粉的价格', '克朗'],
      ['新建住房', '套'],
      ['鲱鱼捕获量', '吨'],
      ['通货膨胀率', '个百分点'],
    ],
    level: ['{place}{among}的{metric}{asOf}为{figure}'],
    roseTo: ['{place}{among}的{metric}{asOf}升至{figure}'],
    fellTo: ['{place}{among}的{metric}{asOf}降至{figure}'],
    roseBy: ['{place}{among}的{metric}{asOf}增加了{figure}'],
    fellBy: ['{place}{among}的{metric}{asOf}减少了{figure}'],
    comparators: {
      EQUAL: '{number}{unit}',
      APPROXIMATE: '约{number}{unit}',
      MORE_THAN: '超过{number}{unit}',
      AT_LEAST: '至少{number}{unit}',
      LESS_THAN: '不到{number}{unit}',
      AT_MOST: '至多{number}{unit}',
      RANGE: '{number}{unit}',
    },
    to: '至',
    thousands: ',',
    decimal: '.',
    subjects: [['退休者', '退休者中']],
    months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    day: '{y}年{m}{d}日',
    asOf: { DAY: '在{from}', MONTH: '在{y}年{m}', YEAR: '在{y}年', RANGE: '在{from}至{to}期间' },
  },
};
