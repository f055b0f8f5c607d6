import type { Language } from './language.js';

export const KOREAN: Language = {
  tag: 'ko',
  charactersPerWord: 4.4,
  space: ' ',
  definite: '',
  titles: ['{asset}, {time} 재개', '{person} – {measure}', '{place}의 {group}'],
  clauses: [
    '{asset} {time} {future}',
    '{place}의 {group} {reason} {act}',
    '{place}에서는 {measure} {demand}',
    '{group} {act}',
    '{organization} 때문에 {asset} {future}',
  ],
  partlyQuoted: ['{place}의 {asset} “{quoted}”이라고 한다', '{measure} “{quoted}”이라고 한다'],
  background: [
    '{place}의 {group} {reason} {act}',
    '의회의 계획대로라면 {asset} {time} {future}',
    '{place}에서는 몇 주째 {measure} {demand}',
    '{time} {group} {act}',
  ],
  fullStop: '.',
  words: {
    asset: ['낡은 등대가', '야간 여객선이', '수산 시장이', '철교가', '항구 학교가', '저수지가', '떠 있는 진료소가'],
    future: [
      '다시 문을 연다',
      '영영 문을 닫는다',
      '두 배로 비싸진다',
      '시의 것으로 남는다',
      '팔리지 않는다',
      '수리가 필요하다',
    ],
    time: ['가을 폭풍 전에', '연말까지', '여섯 주 안에', '선거가 끝난 뒤', '얼음이 녹으면'],
    group: ['어부들이', '간호사들이', '주민들이', '부두 노동자들이', '상인들이'],
    act: ['답을 기다린다', '합의를 거부한다', '청원에 서명했다', '너무 많이 낸다', '계획을 지지한다'],
    reason: ['부품이 모자라서', '세 번의 경고에도', '안전을 이유로', '돈이 있는데도'],
    measure: ['두 번째 조사는', '비상 기금은', '항만세 인하는', '새 시간표는'],
    demand: ['너무 늦다', '유일한 길이다', '별로 바꾸지 못한다', '논의할 만하다'],
    quoted: ['값비싼 실수', '빈 약속', '용감하지만 늦은 행동', '{time} 시작될 일'],
  },
  reports: {
    indirect: [
      {
        pattern: '{speaker} 측은{circumstance} {content}고 {cue}.',
        cues: [
          ['말했다', 'STATED'],
          ['밝혔다', 'STATED'],
          ['경고했다', 'WARNED'],
          ['주장했다', 'CLAIMED'],
          ['확인했다', 'CONFIRMED'],
        ],
      },
    ],
    direct: [
      {
        pattern: '“{content}”라고 {brief} 측이{circumstance} {cue}.',
        cues: [
          ['말했다', 'STATED'],
          ['경고했다', 'WARNED'],
        ],
      },
    ],
    interrupted: [{ pattern: '“{content}”라고 {brief} 측은 {cue}. “그리고 {rest}.”', cues: [['말했다', 'STATED']] }],
    absent: [
      {
        pattern: '{place}에서는 {content}고 {cue}.',
        cues: [
          ['한다', 'STATED'],
          ['우려한다', 'THOUGHT'],
        ],
      },
    ],
    either: [
      {
        pattern: '{brief} 또는 {other} 측은 {content}고 {cue}. 회의록에는 누구인지 나오지 않는다.',
        cues: [['말했다', 'STATED']],
      },
    ],
    outer: [
      {
        pattern: '{speaker} 통신은{circumstance} {report}고 {cue}.',
        cues: [
          ['보도했다', 'STATED'],
          ['전했다', 'STATED'],
        ],
      },
    ],
    middle: [
      {
        pattern: '{brief} 측이 {report}고 {cue}',
        cues: [
          ['확인했다', 'CONFIRMED'],
          ['말했다', 'STATED'],
        ],
      },
    ],
    inner: [
      {
        pattern: '{brief} 측이 {content}고 {cue}',
        cues: [
          ['말했다', 'STATED'],
          ['경고했다', 'WARNED'],
        ],
      },
      { pattern: '{brief} 측이 편지에서 {content}고 {cue}', cues: [['썼다', 'STATED']], medium: 'LETTER' },
    ],
    innerQuoted: [
      { pattern: '{brief} 측이 편지에서 “{content}”라고 {cue}', cues: [['썼다', 'STATED']], medium: 'LETTER' },
    ],
    quotedReport: [{ pattern: '“{report}”라고 {brief} 측이{circumstance} {cue}.', cues: [['설명했다', 'STATED']] }],
  },
  relations: {
    CONFIRMS: ['이는 {other} 측의 말을 뒷받침한다.'],
    DISPUTES: ['이는 {other} 측의 말과 어긋난다.'],
    DOUBTS: ['이는 {other} 측의 말을 의심하게 한다.'],
    DENIES: ['이로써 {other} 측의 말은 부인되었다.'],
    RESPONDS_TO: ['이는 {other} 측에 대한 답이었다.'],
    REPEATS: ['{other} 측도 같은 말을 했다.'],
    CORRECTS: ['이는 {other} 측의 말을 바로잡는다.'],
  },
  earlierReport: '앞선 보도',
  introductions: null,
  sources: [
    ['한 고위 관리', 'OFFICIAL', false],
    ['여러 주민', 'WITNESS', true],
    ['대변인', 'SPOKESPERSON', false],
    ['내부 보고서', 'DOCUMENT', false],
  ],
  media: [
    ['인터뷰에서', 'INTERVIEW'],
    ['편지에서', 'LETTER'],
    ['성명에서', 'WRITTEN_STATEMENT'],
  ],
  weekdays: ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'],
  strangers: ['아무도 모르는 {stranger} 씨의 이름도 나왔다.'],
  figures: {
    metrics: [
      ['정전 가구', '가구'],
      ['실업률', '퍼센트'],
      ['여객선 승객', '명'],
      ['갈대열 환자', '명'],
      ['밀가루 한 포대 값', '크라운'],
      ['새 주택', '채'],
      ['청어 어획량', '톤'],
      ['물가 상승률', '퍼센트'],
    ],
    level: ['{place}의 {metric}{among} 수치는 {figure}였다{asOf}'],
    roseTo: ['{place}의 {metric}{among} 수치가 {figure}까지 올랐다{asOf}'],
    fellTo: ['{place}의 {metric}{among} 수치가 {figure}까지 내렸다{asOf}'],
    roseBy: ['{place}의 {metric}{among} 수치가 {figure} 늘었다{asOf}'],
    fellBy: ['{place}의 {metric}{among} 수치가 {figure} 줄었다{asOf}'],
    comparators: {
      EQUAL: '{number} {unit}',
      APPROXIMATE: '약 {number} {unit}',
      MORE_THAN: '{number} {unit} 넘게',
      AT_LEAST: '적어도 {number} {unit}',
      LESS_THAN: '{number} {unit} 미만',
      AT_MOST: '많아야 {number} {unit}',
      RANGE: '{number} {unit}',
    },
    to: '~',
    thousands: ',',
    decimal: '.',
    subjects: [['은퇴자', ' (은퇴자)']],
    months: ['1월', '2월', '3월', '4월', '5월', '6월', '7월', '8월', '9월', '10월', '11월', '12월'],
    day: '{y}년 {m} {d}일',
    asOf: { DAY: '({from} 기준)', MONTH: '({y}년 {m} 기준)', YEAR: '({y}년 기준)', RANGE: '({from}부터 {to}까지)' },
  },
};
