import { type Appearance, articleId, revisionId, textHashOf, wordCountOf } from '../../src/domain/article.js';
import type { Id } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { spanAt, type TextSpan } from '../../src/domain/span.js';
import { type SpeakerId, type UnnamedSource, unnamedSourceId } from '../../src/domain/speaker.js';
import {
  kindOf,
  type Quotation,
  type Reference,
  relationId,
  type Statement,
  type StatementRelation,
  statementId,
  statementText,
  utteranceId,
} from '../../src/domain/statement.js';
import { type Statistic, statisticId } from '../../src/domain/statistic.js';
import { provenance, publisher } from './entities.js';
import type {
  ArticleOptions,
  ClaimOptions,
  ReferenceOptions,
  RelationOptions,
  SpeakerOption,
  StatementOptions,
  StatisticOptions,
  Words,
} from './record-options.js';
import { find, occurrences } from './words.js';

const PUBLISHER = publisher('The Made-up Messenger');
const PUBLISHED_AT = new Date('2031-05-01T06:00:00Z');

/** Makes the record of an article from what a test says is in it. */
export class RecordBuilder {
  readonly #options: ArticleOptions;
  readonly #article: ArticleRecord['article'];
  readonly #revision: ArticleRecord['revision'];
  readonly #statementIds = new Map<string, Id<'Statement'>>();
  readonly #sources = new Map<string, UnnamedSource>();
  readonly #ordinals = new Map<string, number>();

  constructor(options: ArticleOptions) {
    this.#options = options;
    const {
      title,
      text = title,
      publisher: outlet = PUBLISHER,
      url = null,
      publishedAt = PUBLISHED_AT,
      language = 'en',
      retraction = null,
    } = options;
    const id = articleId(outlet.id, url, text);
    this.#revision = {
      id: revisionId(id, 1),
      articleId: id,
      number: 1,
      title,
      text,
      textHash: textHashOf(text),
      reason: null,
    };
    this.#article = {
      id,
      title,
      url,
      publisherId: outlet.id,
      bylines: ['Penny Inkwell'],
      publishedAt,
      publishedPrecision: 'TIME',
      language,
      wordCount: wordCountOf(text, language),
      currentRevisionId: this.#revision.id,
      retraction,
    };
    for (const source of options.sources ?? []) this.#source(source.description, source);
    for (const statement of options.statements ?? []) this.#nameStatement(statement);
  }

  record(): ArticleRecord {
    const {
      publisher: outlet = PUBLISHER,
      topics = [],
      places = [],
      organizations = [],
      people = [],
      metrics = [],
    } = this.#options;
    const {
      roles = [],
      relationships = [],
      statements = [],
      statistics = [],
      relations = [],
      unresolved = [],
    } = this.#options;
    const madeStatements = statements.map((statement) => this.#statement(statement));
    const madeStatistics = statistics.map((statistic) => this.#statistic(statistic));
    return {
      publisher: outlet,
      article: this.#article,
      revision: this.#revision,
      topics,
      places,
      organizations,
      people,
      roles: roles.map(({ person, title, organization, from = null, to = null, evidence = [] }) => {
        return {
          personId: person.id,
          title,
          organizationId: organization?.id ?? null,
          from,
          to,
          evidence: this.#spans(evidence),
        };
      }),
      relationships: relationships.map(({ person, kind, other, evidence = [] }) => {
        return { personId: person.id, kind, otherId: other.id, evidence: this.#spans(evidence) };
      }),
      appearances: this.#appearances(),
      unnamedSources: [...this.#sources.values()],
      metrics,
      statements: madeStatements,
      statistics: madeStatistics,
      relations: relations.map((relation) => this.#relation(relation, madeStatistics)),
      unresolved: unresolved.map((reference) => this.#reference(reference)),
    };
  }

  #span(words: Words): TextSpan {
    const { start, end } = find(this.#revision.text, words);
    return spanAt(this.#revision, start, end);
  }

  #spans(words: readonly Words[]): TextSpan[] {
    return words.map((each) => this.#span(each));
  }

  #appearances(): Appearance[] {
    const { appearances, topics = [], people = [], organizations = [], places = [] } = this.#options;
    if (appearances !== undefined) {
      return appearances.map(({ subject, mentions = [] }) => ({
        articleId: this.#article.id,
        subjectId: subject.id,
        mentions: this.#spans(mentions),
      }));
    }
    const named = [...people, ...organizations, ...places].map(({ id, name }) => ({
      articleId: this.#article.id,
      subjectId: id,
      mentions: occurrences(this.#revision.text, name).map((start) =>
        spanAt(this.#revision, start, start + name.length),
      ),
    }));
    return [
      ...topics.map(({ id }) => ({ articleId: this.#article.id, subjectId: id, mentions: [] })),
      ...named.filter(({ mentions }) => mentions.length > 0),
    ];
  }

  /** The id of an unnamed source, which is made when it is first spoken of. */
  #source(description: string, given: Partial<UnnamedSource> = {}): Id<'UnnamedSource'> {
    const id = unnamedSourceId(this.#article.id, description, 0);
    if (!this.#sources.has(description)) {
      const unnamed = { sourceKind: 'OFFICIAL', plural: false, affiliationId: null, provenance: provenance() } as const;
      this.#sources.set(description, { ...unnamed, ...given, id, articleId: this.#article.id, description });
    }
    return id;
  }

  #speaker(speaker: SpeakerOption): SpeakerId | null {
    if (speaker === null) return null;
    return typeof speaker === 'string' ? this.#source(speaker) : speaker.id;
  }

  #reference({ subject, candidates = [], words = [] }: ReferenceOptions): Reference {
    return {
      status: subject !== undefined ? 'RESOLVED' : candidates.length > 0 ? 'AMBIGUOUS' : 'UNKNOWN',
      subjectId: subject?.id ?? null,
      candidateIds: candidates.map(({ id }) => id),
      spans: this.#spans(words),
    };
  }

  /** Gives a statement its id, under its key and in the order of the record. */
  #nameStatement(statement: StatementOptions): void {
    const key = keyOf(statement);
    if (this.#statementIds.has(key)) throw new Error(`Two statements have the key “${key}”: give one of them another.`);
    const text = statementText(this.#spans(contentOf(statement)));
    this.#statementIds.set(key, statementId(this.#article.id, text, this.#ordinal(`statement ${text}`)));
  }

  #statementId(key: string): Id<'Statement'> {
    const id = this.#statementIds.get(key);
    if (id === undefined) throw new Error(`The record has no statement “${key}”.`);
    return id;
  }

  #ordinal(kind: string): number {
    const ordinal = this.#ordinals.get(kind) ?? 0;
    this.#ordinals.set(kind, ordinal + 1);
    return ordinal;
  }

  #statement(options: StatementOptions): Statement {
    const { speaker = null, candidates = [], speakerWords, cue, parent, about = [], quotations: quoted = [] } = options;
    const id = this.#statementId(keyOf(options));
    const spans = this.#spans(contentOf(options));
    const quotations: Quotation[] = quoted.map(({ words, wordsOf }) => {
      return { span: this.#span(words), wordsOfId: wordsOf === undefined ? null : this.#statementId(wordsOf) };
    });
    const silent = candidates.length > 0 ? 'AMBIGUOUS' : 'ABSENT';
    return {
      id,
      kind: kindOf({ id, spans, quotations }),
      text: statementText(spans),
      spans,
      quotations,
      speakerId: this.#speaker(speaker),
      speakerStatus: speaker === null ? silent : typeof speaker === 'string' ? 'UNNAMED' : 'NAMED',
      speakerCandidateIds: candidates
        .map((candidate) => this.#speaker(candidate))
        .filter((candidate) => candidate !== null),
      speakerSpans: speakerWords === undefined ? [] : [this.#span(speakerWords)],
      speakerRole: options.speakerRole ?? null,
      cueSpans: cue === undefined ? [] : [this.#span(cue)],
      force: options.force ?? 'STATED',
      medium: options.medium ?? null,
      mediumText: options.mediumText ?? null,
      said: options.said ?? null,
      parentId: parent === undefined ? null : this.#statementId(parent),
      about: about.map((reference) => this.#reference(reference)),
      utteranceId: options.utterance ?? utteranceId(id),
      ...this.#claim(options),
    };
  }

  #statistic(options: StatisticOptions): Statistic {
    const { metric, value, words, place, claimedBy = null, statement } = options;
    const span = this.#span(words);
    const silent = options.isClaimantOpen ? 'AMBIGUOUS' : 'ARTICLE';
    const status = claimedBy === null ? silent : typeof claimedBy === 'string' ? 'UNNAMED' : 'NAMED';
    return {
      id: statisticId(this.#article.id, metric.id, span.text, this.#ordinal(`figure ${metric.id} ${span.text}`)),
      metricId: metric.id,
      value,
      upperValue: options.upperValue ?? null,
      valueText: span.text,
      unit: metric.unit,
      comparator: options.comparator ?? 'EQUAL',
      measure: options.measure ?? 'LEVEL',
      change: options.change ?? 'NONE',
      subject: options.subject ?? null,
      placeId: place?.id ?? null,
      asOf: options.asOf ?? null,
      claimedById: this.#speaker(claimedBy),
      claimantStatus: status,
      statementId: statement === undefined ? null : this.#statementId(statement),
      span,
      ...this.#claim(options),
    };
  }

  #claim({ standing = 'STANDS', lastChange, provenance: given }: ClaimOptions) {
    return {
      articleId: this.#article.id,
      revisionId: this.#revision.id,
      standing,
      lastChange: lastChange ?? null,
      provenance: provenance(given),
    };
  }

  #relation(
    { kind, from, to, figure, basis = 'STATED', words, provenance: given }: RelationOptions,
    figures: readonly Statistic[],
  ): StatementRelation {
    const fromId = this.#statementId(from);
    const toId = typeof to === 'string' ? this.#statementId(to) : to.id;
    const target = typeof figure === 'string' ? figures.find(({ valueText }) => valueText === figure) : figure;
    if (figure !== undefined && target === undefined) throw new Error(`The record has no figure “${figure}”.`);
    const toStatisticId = target?.id ?? null;
    const span = words === undefined ? null : this.#span(words);
    return {
      id: relationId(kind, fromId, toId, toStatisticId),
      kind,
      fromId,
      toId,
      toStatisticId,
      basis,
      span,
      provenance: provenance(given),
    };
  }
}

function keyOf({ key, content }: StatementOptions): string {
  if (key !== undefined) return key;
  const [first] = contentOf({ content });
  return typeof first === 'object' ? first.quote : (first ?? '');
}

function contentOf({ content }: Pick<StatementOptions, 'content'>): readonly Words[] {
  return isList(content) ? content : [content];
}

function isList(content: Words | readonly Words[]): content is readonly Words[] {
  return Array.isArray(content);
}
