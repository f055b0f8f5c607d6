import type { ArticleRecord } from '../../src/domain/record.js';
import { metric, organization, person, place } from './entities.js';
import { articleRecord } from './records.js';

/*
 * Articles from islands that do not exist, in several scripts: what a search has to find however it is written.
 */

const BRUME = place('Île de Brume', 'REGION');
const LIGHTHOUSES = metric('phares allumés', 'phares');
const FERRIES = metric('ferry passengers', 'people');

export const MANY_SCRIPTS: readonly ArticleRecord[] = [
  articleRecord({
    title: 'L’Île de Brume rallume ses phares',
    text: 'Zoë Brûlart, gardienne en chef, a déclaré mardi que « le café du port rouvrira ». Elle compte 3,5 phares par village, un chiffre qu’elle dit provisoire.',
    publishedAt: new Date('2031-02-01T08:00:00Z'),
    places: [BRUME],
    people: [person('Zoë Brûlart', { aliases: ['la gardienne'] })],
    metrics: [LIGHTHOUSES],
    statements: [
      {
        content: 'le café du port rouvrira',
        speaker: person('Zoë Brûlart'),
        quotations: [{ words: 'le café du port rouvrira' }],
      },
    ],
    statistics: [{ metric: LIGHTHOUSES, value: 3.5, words: '3,5 phares', place: BRUME }],
  }),
  articleRecord({
    title: '안개섬, 새 등대를 공개',
    text: '안개섬 정부는 화요일에 새 등대를 공개했다. 하늘별 장관은 등대가 봄에 문을 연다고 말했다.',
    publishedAt: new Date('2031-02-02T08:00:00Z'),
    organizations: [organization('안개섬 정부', { organizationKind: 'GOVERNMENT' })],
    people: [person('하늘별', { aliases: ['하 장관'] })],
    statements: [{ content: '등대가 봄에 문을 연다', speaker: person('하늘별') }],
  }),
  articleRecord({
    title: '雾岛政府公布新灯塔',
    text: '雾岛政府周二公布了新灯塔。云青山部长说：“灯塔将在春天启用。”',
    publishedAt: new Date('2031-02-03T08:00:00Z'),
    people: [person('云青山')],
    statements: [
      { content: '灯塔将在春天启用', speaker: person('云青山'), quotations: [{ words: '灯塔将在春天启用' }] },
    ],
  }),
  articleRecord({
    title: '霧島で新しい灯台がひらく',
    text: '霧島のカモメ市で新しい灯台がひらく、と市長は語った。',
    publishedAt: new Date('2031-02-04T08:00:00Z'),
    statements: [{ content: '新しい灯台がひらく', speaker: null }],
  }),
  articleRecord({
    title: 'Остров Туманный зажигает маяк',
    text: 'Смотритель Ёлкин сообщил, что маяк зажгут весной.',
    publishedAt: new Date('2031-02-05T08:00:00Z'),
    people: [person('Ёлкин')],
    statements: [{ content: 'маяк зажгут весной', speaker: person('Ёлкин') }],
  }),
  articleRecord({
    title: 'Ferries carry a thousand more',
    text: 'Łucja Żagiel said on Monday that 1,204 passengers took the short-range ferry, twenty-one of them twice. “Rock AND roll is not on board”, she added, “and the letter O’Hara wrote is lost.”',
    publishedAt: new Date('2031-02-06T08:00:00Z'),
    people: [person('Łucja Żagiel', { aliases: ['Lucja Zagiel', 'Captain Żagiel'] }), person('Bram O’Hara')],
    metrics: [FERRIES],
    statements: [
      {
        content: '1,204 passengers took the short-range ferry, twenty-one of them twice',
        speaker: person('Łucja Żagiel'),
      },
      { content: 'Rock AND roll is not on board', speaker: person('Łucja Żagiel') },
    ],
    statistics: [{ metric: FERRIES, value: 1204, words: '1,204 passengers' }],
  }),
];
