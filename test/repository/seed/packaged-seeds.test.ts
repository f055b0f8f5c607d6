import { describe, expect, it } from 'vitest';
import { wordCountOf } from '../../../src/domain/article.js';
import { comparable, compareFigures } from '../../../src/domain/comparison.js';
import type { ArticleRecord } from '../../../src/domain/record.js';
import type { Statement, StatementRelation } from '../../../src/domain/statement.js';
import type { Statistic } from '../../../src/domain/statistic.js';
import { PACKAGED_SEEDS, readSeeds } from '../../../src/repository/seed/read-seeds.js';

const records = readSeeds(PACKAGED_SEEDS, new Date('2031-05-03T00:00:00Z'));
const statements = records.flatMap((record) => record.statements);
const statistics = records.flatMap((record) => record.statistics);
const relations = records.flatMap((record) => record.relations);

/** The names that ids stand for; an unnamed source has its description for one. */
const names = new Map<string, string>(
  records.flatMap(({ people, organizations, places, topics, metrics, unnamedSources }) => [
    ...[...people, ...organizations, ...places, ...topics, ...metrics].map(({ id, name }) => [id, name] as const),
    ...unnamedSources.map(({ id, description }) => [id, description] as const),
  ]),
);
const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? 'unknown'));

/** Every statement whose text has these words, whoever reports it. */
function saying(words: string, speaker: string): Statement[] {
  return statements.filter(({ text, speakerId }) => text.includes(words) && nameOf(speakerId) === speaker);
}

/** The first statement whose text has these words. */
function said(words: string, speaker: string): Statement {
  return saying(words, speaker)[0] ?? expect.fail(`${speaker} does not say “${words}”.`);
}

function statement(id: string | null): Statement | undefined {
  return statements.find((candidate) => candidate.id === id);
}

function chainOf(last: Statement): (string | null)[] {
  const parent = statement(last.parentId);
  return [...(parent === undefined ? [] : chainOf(parent)), nameOf(last.speakerId)];
}

function figures(metric: string, place: string, value: number): Statistic[] {
  return statistics.filter((figure) => {
    return nameOf(figure.metricId) === metric && nameOf(figure.placeId) === place && figure.value === value;
  });
}

function relationsTo(target: Statement, kind: StatementRelation['kind']): StatementRelation[] {
  return relations.filter(({ kind: given, toId }) => given === kind && toId === target.id);
}

const KIM = 'Kim Yo Jong';
const TRUMP = 'Donald Trump';
const KCNA = 'Korean Central News Agency';
const OFFICIAL = 'a senior Trump administration official';
const MINISTRY_OFFICIAL = 'a senior official of the South Korean foreign ministry';

describe('the packaged seeds', () => {
  it('are five briefs of 150 to 300 words by five outlets, of 22 and 23 March 2020', () => {
    expect(new Set(records.map(({ publisher }) => publisher.name)).size).toBe(5);
    for (const { article, revision } of records) {
      const words = wordCountOf(revision.text, 'en');
      expect(words, article.title).toBeGreaterThanOrEqual(150);
      expect(words, article.title).toBeLessThanOrEqual(300);
      expect(article.publishedAt.toISOString()).toMatch(/^2020-03-2[23]T/);
      expect(article.url).toMatch(/^https:\/\/[a-z-]+\.example\//);
      expect(revision.text, 'one paragraph is one line').not.toMatch(/[^\n]\n[^\n]/);
    }
  });

  it('are the same on every reading, down to the ids', () => {
    expect(readSeeds(PACKAGED_SEEDS, new Date('2031-05-03T00:00:00Z'))).toEqual(records);
    expect(records[0]?.article.id).toBe('art_n2gh9k7qk556a0jrva95o8nd');
    expect(records[0]?.statements[0]?.id).toBe('stm_ti1csfs63doejrevr4bb4iek');
  });

  it('name everybody and everything on the sheet', () => {
    const mentioned = new Set(
      records.flatMap(({ appearances }) => appearances.map(({ subjectId }) => nameOf(subjectId))),
    );
    const people = ['Kim Jong Un', KIM, TRUMP];
    const organizations = [KCNA, 'Government of North Korea', 'Government of South Korea', 'White House'];
    const ministries = ['South Korean foreign ministry', 'South Korean military'];
    const places = ['North Korea', 'South Korea', 'United States', 'Washington', 'Wuhan', 'China'];
    const topics = ['coronavirus pandemic', 'diplomacy', 'missile tests'];
    for (const name of [...people, ...organizations, ...ministries, ...places, ...topics]) {
      expect(mentioned, name).toContain(name);
    }
    const sources = new Set(
      records.flatMap(({ unnamedSources }) => unnamedSources.map(({ description }) => description)),
    );
    for (const source of [
      OFFICIAL,
      MINISTRY_OFFICIAL,
      'South Korean military officials',
      'many experts',
      'international authorities',
    ]) {
      expect(sources, source).toContain(source);
    }
  });

  it('tell who the people are, with the words that say so', () => {
    const roles = records.flatMap((record) => record.roles);
    expect(roles.map(({ personId, title }) => [nameOf(personId), title])).toEqual(
      expect.arrayContaining([
        ['Kim Jong Un', 'leader of North Korea'],
        ['Kim Jong Un', 'Chairman'],
        [TRUMP, 'President of the United States'],
      ]),
    );
    const siblings = records.flatMap((record) => record.relationships);
    expect(siblings.map(({ personId, kind, otherId }) => [nameOf(personId), kind, nameOf(otherId)])).toEqual(
      expect.arrayContaining([
        [KIM, 'SIBLING', 'Kim Jong Un'],
        ['Kim Jong Un', 'SIBLING', KIM],
      ]),
    );
    for (const { evidence } of [...roles, ...siblings]) expect(evidence.length).toBeGreaterThan(0);
  });
});

describe('the facts of the sheet', () => {
  it('1: Kim Yo Jong confirmed the letter in a statement that KCNA carried on Sunday', () => {
    const confirmed = said(
      'President Trump had sent a letter to Kim Jong Un, offering help against the coronavirus',
      KIM,
    );
    expect(chainOf(confirmed)).toEqual([KCNA, KIM]);
    expect(confirmed).toMatchObject({
      force: 'CONFIRMED',
      medium: 'WRITTEN_STATEMENT',
      said: { from: '2020-03-22', to: '2020-03-22', precision: 'DAY', span: { text: 'Sunday' } },
    });
    expect(statement(confirmed.parentId)?.medium).toBe('WRITTEN_STATEMENT');
  });

  it('2: she called it a good example, in her own words', () => {
    const example = said('a good example', KIM);
    expect(chainOf(example)).toEqual([KCNA, KIM]);
    expect(example.quotations).toMatchObject([
      { span: { text: 'a good example showing the special and firm personal relations' }, wordsOfId: example.id },
    ]);
  });

  it('3: what the letter says is three statements deep, and the quoted words in it are hers', () => {
    for (const words of [
      'his intent to render cooperation',
      'he was “impressed by the efforts made by the Chairman”',
    ]) {
      const letter = said(words, TRUMP);
      expect(chainOf(letter)).toEqual([KCNA, KIM, TRUMP]);
      expect(letter).toMatchObject({ medium: 'LETTER', said: null });
      expect(letter.quotations.map(({ wordsOfId }) => wordsOfId)).toEqual([letter.parentId]);
      const report = statement(statement(letter.parentId)?.parentId ?? null);
      expect(report?.quotations.map(({ wordsOfId }) => wordsOfId)).toContain(letter.parentId);
    }
  });

  it('4: the KCNA statement warned, in its own voice', () => {
    const warning = said('if impartiality and balance are not provided and unilateral', KCNA);
    expect(warning).toMatchObject({ force: 'WARNED', medium: 'WRITTEN_STATEMENT', parentId: null, kind: 'MIXED' });
    expect(warning.about.map(({ subjectId, spans }) => [nameOf(subjectId), spans.map(({ text }) => text)])).toEqual([
      ['North Korea', ['North Korea']],
      ['United States', ['United States']],
      ['diplomacy', []],
    ]);
  });

  it('5: that the statement gave no date for the letter stands in a text and is nobody’s statement', () => {
    const missing = 'did not say when the letter was received';
    expect(records.filter(({ revision }) => revision.text.includes(missing))).toHaveLength(1);
    expect(statements.filter(({ text }) => text.includes('received'))).toEqual([]);
    for (const { medium, said: date } of statements) if (medium === 'LETTER') expect(date).toBeNull();
  });

  it('6: an unnamed official confirmed that the letter was sent, and said two things more', () => {
    expect(
      said('consistent with his efforts to engage global leaders during the ongoing pandemic', OFFICIAL).kind,
    ).toBe('MIXED');
    expect(said('looks forward to continued communications with Kim', OFFICIAL).spans).toHaveLength(2);
    const confirmation = said('President Trump sent a letter to Kim Jong Un', OFFICIAL);
    expect(confirmation).toMatchObject({ force: 'CONFIRMED', speakerStatus: 'UNNAMED' });
    const confirmed = relations.filter(({ kind, fromId }) => kind === 'CONFIRMS' && fromId === confirmation.id);
    expect(confirmed.length).toBeGreaterThan(0);
    for (const { toId, basis, span } of confirmed) {
      expect(nameOf(statement(toId)?.speakerId ?? null)).toBe(KIM);
      expect(basis).toBe('STATED');
      expect(span).not.toBeNull();
    }
  });

  it('7: Trump offered help at a press briefing on Saturday, in one report whole and in another in two parts', () => {
    expect(said('Washington would be open to helping North Korea', TRUMP)).toMatchObject({ kind: 'INDIRECT' });
    const [whole, inParts] = saying('It is a very serious time.', TRUMP);
    expect(whole?.text).toBe('we are open for helping other countries. It is a very serious time.');
    expect(inParts?.spans.map(({ text }) => text)).toEqual([
      'we are open for helping other countries.',
      'It is a very serious time.',
    ]);
    expect(inParts?.utteranceId).toBe(whole?.utteranceId);
    for (const report of [whole, inParts]) {
      expect(report).toMatchObject({ kind: 'DIRECT', medium: 'PRESS_BRIEFING' });
      expect(report?.said).toMatchObject({ from: '2020-03-21', to: '2020-03-21', span: { text: 'Saturday' } });
    }
  });

  it('8: North Korea has not asked, which an unnamed official finds regrettable', () => {
    for (const words of [
      'North Korea has not asked for help',
      'both the United States and South Korea have offered help',
    ]) {
      expect(said(words, MINISTRY_OFFICIAL).said).toMatchObject({ to: '2020-03-23', span: { text: 'Monday' } });
    }
    expect(said('the lack of action “regrettable”', MINISTRY_OFFICIAL).quotations).toMatchObject([
      { span: { text: 'regrettable' } },
    ]);
  });

  it('9: North Korea claims zero cases, which experts doubt and authorities dispute, the figure included', () => {
    const claim = said('as of Sunday and Monday, it has zero cases of the virus', 'Government of North Korea');
    const [zero] = statistics.filter(({ statementId }) => statementId === claim.id);
    expect(zero).toMatchObject({
      value: 0,
      asOf: { from: '2020-03-22', to: '2020-03-23' },
      claimedById: claim.speakerId,
    });
    for (const [kind, source] of [
      ['DOUBTS', 'many experts'],
      ['DISPUTES', 'international authorities'],
    ] as const) {
      expect(relationsTo(claim, kind)).toMatchObject([{ toStatisticId: zero?.id, basis: 'STATED' }]);
      const [relation] = relationsTo(claim, kind);
      expect(nameOf(statement(relation?.fromId ?? null)?.speakerId ?? null)).toBe(source);
      expect(relation?.span?.text).toContain(source);
    }
  });

  it('10: military officials claim two missiles, within days of which the text gives no first', () => {
    const launch = said('apparent short-range missiles', 'South Korean military officials');
    const [two] = figures('apparent short-range missiles launched', 'North Korea', 2);
    expect(two).toMatchObject({
      statementId: launch.id,
      claimantStatus: 'UNNAMED',
      asOf: { from: null, to: '2020-03-22', precision: 'RANGE', span: { text: 'within the past few days' } },
    });
    const source = records.flatMap(({ unnamedSources }) => unnamedSources).find(({ id }) => id === launch.speakerId);
    expect(source?.plural).toBe(true);
    expect(nameOf(source?.affiliationId ?? null)).toBe('South Korean military');
  });

  it('have South Korea’s figures as the article’s own, and no figure for where the outbreak began', () => {
    for (const [metric, value, text] of [
      ['confirmed coronavirus infections', 8961, '8,961'],
      ['coronavirus deaths', 111, '111'],
    ] as const) {
      expect(figures(metric, 'South Korea', value)).toMatchObject([
        {
          valueText: text,
          claimantStatus: 'ARTICLE',
          claimedById: null,
          statementId: null,
          asOf: { to: '2020-03-23' },
        },
      ]);
    }
    const origin = records.filter(({ revision }) => /Wuhan, China, at the end of 2019/.test(revision.text));
    expect(origin.length).toBeGreaterThan(0);
    expect(statistics.map(({ placeId }) => nameOf(placeId))).not.toContain('Wuhan');
  });
});

describe('what the seeds demonstrate', () => {
  it('is one utterance that several articles report', () => {
    const reports = new Map<string, Set<string>>();
    for (const { utteranceId, articleId } of statements) {
      reports.set(utteranceId, (reports.get(utteranceId) ?? new Set()).add(articleId));
    }
    expect(reports.get(said('President Trump had sent a letter', KIM).utteranceId)?.size).toBe(4);
    expect(reports.get(said('a good example', KIM).utteranceId)?.size).toBe(2);
    expect(reports.get(said('It is a very serious time.', TRUMP).utteranceId)?.size).toBe(2);
  });

  it('is “Kim” alone, meaning the sister in one place, the brother in another, and left open in a third', () => {
    const meanings = new Set(
      records.flatMap(({ appearances }) =>
        appearances
          .filter(({ mentions }) => mentions.some(({ text }) => text === 'Kim'))
          .map(({ subjectId }) => nameOf(subjectId)),
      ),
    );
    expect(meanings).toEqual(new Set([KIM, 'Kim Jong Un']));
    const open = records
      .flatMap(({ unresolved }) => unresolved)
      .filter(({ spans }) => spans.some(({ text }) => text === 'Kim'));
    expect(open.map(({ status, candidateIds }) => [status, candidateIds.map(nameOf)])).toEqual([
      ['AMBIGUOUS', [KIM, 'Kim Jong Un']],
    ]);
  });

  it('leaves no “Kim”, “Vane”, “Trump” or country in a text without saying who or what is meant', () => {
    for (const { revision, appearances, unresolved, unnamedSources, article } of records) {
      const settled = [...appearances.flatMap(({ mentions }) => mentions), ...unresolved.flatMap(({ spans }) => spans)];
      const sources = unnamedSources.map(({ description }) => revision.text.indexOf(description));
      for (const { 0: word, index } of revision.text.matchAll(
        /\b(Kim|Vane|Trump|North Korea|South Korea|KCNA|Pell)\b/gu,
      )) {
        const isNamed = settled.some(({ start, end }) => start <= index && index + word.length <= end);
        const isInSource = sources.some(
          (at, n) => at <= index && index < at + (unnamedSources[n]?.description.length ?? 0),
        );
        expect(isNamed || isInSource, `“${word}” at ${index} in “${article.title}”`).toBe(true);
      }
    }
  });

  it('has every word between quotation marks credited to the statement whose it is', () => {
    for (const { revision, statements: own, article } of records) {
      const credited = own.flatMap(({ quotations }) => quotations.map(({ span }) => span.start));
      for (const { index } of revision.text.matchAll(/“/gu)) {
        expect(credited, `the quotation at ${index} in “${article.title}”`).toContain(index + 1);
      }
    }
  });

  it('is a speaker of every status, and a name that nothing resolves', () => {
    expect(new Set(statements.map(({ speakerStatus }) => speakerStatus))).toEqual(
      new Set(['NAMED', 'UNNAMED', 'AMBIGUOUS', 'ABSENT']),
    );
    const ambiguous = statements.filter(({ speakerStatus }) => speakerStatus === 'AMBIGUOUS');
    expect(ambiguous.map(({ speakerCandidateIds }) => speakerCandidateIds.map(nameOf))).toEqual([
      ['Ottoline Vane', 'Barnaby Vane'],
    ]);
    const unknown = records.flatMap(({ unresolved }) => unresolved).filter(({ status }) => status === 'UNKNOWN');
    expect(unknown.map(({ spans }) => spans.map(({ text }) => text))).toEqual([['Dr Pell']]);
  });

  it('is a statement of every kind, about something it names', () => {
    expect(new Set(statements.map(({ kind }) => kind))).toEqual(new Set(['DIRECT', 'INDIRECT', 'MIXED']));
    for (const { about, text } of statements) expect(about.length, text).toBeGreaterThan(0);
  });

  it('is figures of one place and day that conflict, and one that agrees within rounding with one of them', () => {
    const counts = [412, 437, 410].flatMap((value) =>
      figures('confirmed coronavirus infections', 'Republic of Inkwell', value),
    );
    const [ministry, hospital, rounded] = counts;
    if (ministry === undefined || hospital === undefined || rounded === undefined) expect.fail('A count is missing.');
    expect(new Set(counts.map(({ claimedById }) => claimedById)).size).toBe(3);
    expect(comparable(ministry, hospital) && comparable(ministry, rounded)).toBe(true);
    expect(compareFigures(ministry, hospital).verdict).toBe('CONFLICTS');
    expect(compareFigures(ministry, rounded).verdict).toBe('AGREES_WITHIN_ROUNDING');
    expect(compareFigures(hospital, rounded).verdict).toBe('CONFLICTS');
    expect(ministry.articleId).toBe(hospital.articleId);
    expect(rounded.articleId).not.toBe(ministry.articleId);
  });

  it('is relations within an article and between articles, stated in the text or an editor’s', () => {
    const own = (record: ArticleRecord, { toId }: StatementRelation) => record.statements.some(({ id }) => id === toId);
    const isWithin = records.flatMap((record) => record.relations.map((relation) => own(record, relation)));
    expect(new Set(isWithin)).toEqual(new Set([true, false]));
    expect(new Set(relations.map(({ basis }) => basis))).toEqual(new Set(['STATED', 'EDITOR']));
    for (const { toId } of relations) expect(statement(toId)).toBeDefined();
  });
});
