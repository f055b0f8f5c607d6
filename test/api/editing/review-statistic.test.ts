import { describe, expect, test } from 'vitest';
import { makeId } from '../../../src/domain/identity.js';
import { metricId } from '../../../src/domain/statistic.js';
import { sourceIn, statisticIn } from '../../support/records.js';
import { BRAM, expectMade, expectRefused, runDesk } from './editors.js';
import { BOARD, GULLPORT, STORM, TERN } from './harbour.js';

const desk = runDesk();
const STATISTIC = `id value upperValue unit comparator measure change subject valueText claimantStatus lastChange
  metric { name } place { name } asOf asOfDate { from to precision } claimedBy { ... on Named { displayName } }
  provenance { review reviewedBy }`;
const review = (input: object, as?: typeof BRAM) =>
  desk.make('reviewStatistic', input, `statistic { ${STATISTIC} }`, as);

const FLEET = statisticIn(STORM, '14');
const correct = (fields: object) => review({ id: FLEET.id, verdict: 'CORRECT', ...fields });

describe('a figure', () => {
  test('is confirmed', async () => {
    const payload = await review({ id: FLEET.id, verdict: 'CONFIRM', expectedChange: null });
    expectMade(payload);
    expect(payload.statistic).toMatchObject({
      lastChange: payload.change.id,
      provenance: { review: 'CONFIRMED', reviewedBy: 'Ada' },
    });
    expect(payload.change.targets).toEqual([{ id: FLEET.id, typeName: 'Statistic', node: { id: FLEET.id } }]);
  });

  test('that is rejected leaves the lists and answers by id', async () => {
    const count = async () => {
      const data = await desk.ask(
        'query ($id: ID!) { article(id: $id) { statistics(first: 9) { totalCount } } statistics(first: 9) { totalCount } }',
        { id: STORM.article.id },
      );
      return [data.article.statistics.totalCount, data.statistics.totalCount];
    };
    expect(await count()).toEqual([1, 1]);
    expectMade(await review({ id: FLEET.id, verdict: 'REJECT' }));
    expect(await count()).toEqual([0, 0]);
    const { statistic } = await desk.ask('query ($id: ID!) { statistic(id: $id) { provenance { review } } }', {
      id: FLEET.id,
    });
    expect(statistic.provenance.review).toBe('REJECTED');
    expectMade(await review({ id: FLEET.id, verdict: 'CONFIRM' }));
    expect(await count()).toEqual([1, 1]);
  });

  test('takes everything that a correction can say, and keeps the rest', async () => {
    const payload = await correct({
      value: 300,
      upperValue: 500,
      unit: ' boats  under sail ',
      comparator: 'RANGE',
      measure: 'CHANGE',
      change: 'DOWN',
      subject: 'trawlers',
      place: GULLPORT.id,
      asOf: { from: '2020-03-20', to: '2020-03-20', precision: 'DAY' },
      claimedBy: BOARD.id,
    });
    expectMade(payload);
    expect(payload.statistic).toMatchObject({
      value: 300,
      upperValue: 500,
      unit: 'boats under sail',
      comparator: 'RANGE',
      measure: 'CHANGE',
      change: 'DOWN',
      subject: 'trawlers',
      valueText: '14',
      metric: { name: 'boats at sea' },
      place: { name: 'Gullport' },
      asOf: '2020-03-20',
      asOfDate: { from: '2020-03-20', to: '2020-03-20', precision: 'DAY' },
      claimedBy: { displayName: 'Harbour Board' },
      claimantStatus: 'NAMED',
      provenance: { review: 'CORRECTED' },
    });
    const cleared = await correct({ unit: null, subject: null, place: null, asOf: null, claimantStatus: 'ARTICLE' });
    expect(cleared.statistic).toMatchObject({
      value: 300,
      unit: null,
      subject: null,
      place: null,
      asOfDate: null,
      claimedBy: null,
      claimantStatus: 'ARTICLE',
    });
    const back = { value: 14, upperValue: null, comparator: 'EQUAL', measure: 'LEVEL', change: 'NONE' };
    const unnamed = await correct({ ...back, claimedBy: sourceIn(STORM, 'A pilot').id });
    expect(unnamed.statistic).toMatchObject({ ...back, claimantStatus: 'UNNAMED' });
  });
});

describe('a review of a figure is refused', () => {
  test('for ids that are malformed, of another type, or of nothing', async () => {
    expectRefused(await review({ id: TERN.id, verdict: 'CONFIRM' }), 'INVALID', 'id');
    expectRefused(await review({ id: makeId('Statistic', 'none'), verdict: 'CONFIRM' }), 'NOT_FOUND', 'id');
    expectRefused(await correct({ metric: metricId('moons') }), 'NOT_FOUND', 'metric');
    expectRefused(await correct({ place: BOARD.id }), 'INVALID', 'place');
    expectRefused(await correct({ claimedBy: GULLPORT.id }), 'INVALID', 'claimedBy');
  });

  test('for fields that do not go with the verdict, or cannot be cleared', async () => {
    expectRefused(await review({ id: FLEET.id, verdict: 'REJECT', value: 3 }), 'INVALID', 'value');
    expectRefused(await correct({}), 'INVALID', 'verdict');
    for (const field of ['metric', 'value', 'comparator', 'measure', 'change', 'claimantStatus']) {
      expectRefused(await correct({ [field]: null }), 'INVALID', field);
    }
  });

  test('for a figure that contradicts itself', async () => {
    expectRefused(await correct({ upperValue: 20 }), 'INVALID', 'upperValue');
    expectRefused(await correct({ upperValue: 9, comparator: 'RANGE' }), 'INVALID', 'upperValue');
    expectRefused(await correct({ measure: 'CHANGE' }), 'INVALID', 'change');
    expectRefused(await correct({ measure: 'CHANGE', change: 'UP', value: -1 }), 'INVALID', 'value');
    expectRefused(await correct({ claimedBy: TERN.id, claimantStatus: 'ARTICLE' }), 'INVALID', 'claimantStatus');
    expectRefused(await correct({ claimedBy: null }), 'INVALID', 'claimedBy');
    expectRefused(await correct({ unit: '  ' }), 'INVALID', 'unit');
    expectRefused(await correct({ unit: 'x'.repeat(301) }), 'TOO_LARGE', 'unit');
    expectRefused(await correct({ asOf: { to: '2020-03-01', precision: 'DAY' } }), 'INVALID', 'asOf');
  });

  test('when somebody else was faster', async () => {
    const { statistic } = await desk.ask('query ($id: ID!) { statistic(id: $id) { lastChange } }', { id: FLEET.id });
    const judged = { id: FLEET.id, expectedChange: statistic.lastChange };
    const payloads = await Promise.all([
      review({ ...judged, verdict: 'CONFIRM' }),
      review({ ...judged, verdict: 'REJECT' }, BRAM),
    ]);
    const [made, refused] = payloads.toSorted((a, b) => a.userErrors.length - b.userErrors.length);
    expectMade(made);
    expectRefused(refused, 'CONFLICT', 'expectedChange');
  });
});
