import { type ResolvedDate, resolvedDate } from '../../domain/dates.js';
import type { Id } from '../../domain/identity.js';
import type { Stretch } from '../../domain/span.js';
import {
  kindOf,
  type Reference,
  type Statement,
  statementId,
  statementText,
  utteranceId,
} from '../../domain/statement.js';
import type { DateExpression, ExtractedStatement, Extraction } from '../../extraction/extraction.js';
import { type ArticleDraft, spanOf } from './article-draft.js';
import { candidatesOf, type Naming, openReference, speakerOf, subjectOf } from './naming.js';

/** An article’s statements, under the engine’s ids. */
export type StatementsByEngineId = ReadonlyMap<string, Statement>;

/** The statements that the engine found, as the record has them. */
export function statementsOf(naming: Naming, found: Extraction): StatementsByEngineId {
  const { draft } = naming;
  const ids = idsOf(draft, found.statements);
  return new Map(
    found.statements.flatMap((statement) => {
      const id = ids.get(statement.id);
      return id === undefined ? [] : [[statement.id, recordOf(naming, found, statement, { id, ids })] as const];
    }),
  );
}

/** The identity of each statement that has content. */
function idsOf(draft: ArticleDraft, statements: readonly ExtractedStatement[]): ReadonlyMap<string, Id<'Statement'>> {
  const alike = new Map<string, number>();
  const ids = new Map<string, Id<'Statement'>>();
  for (const { id, content } of statements) {
    if (content.length === 0) continue;
    const text = statementText(content.map((stretch) => spanOf(draft, stretch)));
    const ordinal = alike.get(text) ?? 0;
    alike.set(text, ordinal + 1);
    ids.set(id, statementId(draft.article.id, text, ordinal));
  }
  return ids;
}

function recordOf(
  naming: Naming,
  found: Extraction,
  statement: ExtractedStatement,
  { id, ids }: { readonly id: Id<'Statement'>; readonly ids: ReadonlyMap<string, Id<'Statement'>> },
): Statement {
  const { draft } = naming;
  const { article, revision, provenance } = draft;
  const spans = statement.content.map((stretch) => spanOf(draft, stretch));
  const quotations = statement.quotations.map(({ span, wordsOf }) => ({
    span: spanOf(draft, span),
    wordsOfId: ids.get(wordsOf) ?? null,
  }));
  const { mediumSpan } = statement;
  return {
    ...{ id, articleId: article.id, revisionId: revision.id },
    ...{ kind: kindOf({ id, spans, quotations }), text: statementText(spans), spans, quotations },
    ...speakingOf(naming, statement),
    speakerSpans: statement.source.map((stretch) => spanOf(draft, stretch)),
    speakerRole: roleIn(statement, found, draft),
    cueSpans: statement.cue.map((stretch) => spanOf(draft, stretch)),
    ...{ force: statement.force, medium: statement.medium },
    mediumText: mediumSpan === null ? null : spanOf(draft, mediumSpan).text,
    said: dateOf(draft, statement.said),
    parentId: (statement.parent === null ? undefined : ids.get(statement.parent)) ?? null,
    about: statement.about.map((subject) => aboutOf(naming, found, statement, subject)),
    ...{ utteranceId: utteranceId(id), standing: 'STANDS', lastChange: null },
    provenance: { ...provenance, confidence: statement.confidence },
  };
}

/** Who speaks: somebody, or between whom it is open. A name that means nobody in particular leaves nobody. */
export function speakingOf(
  naming: Naming,
  { speaker, candidates }: Pick<ExtractedStatement, 'speaker' | 'candidates'>,
): Pick<Statement, 'speakerId' | 'speakerStatus' | 'speakerCandidateIds'> {
  const speakerId = speaker === null ? null : speakerOf(naming, speaker);
  if (speakerId !== null) {
    const isUnnamed = speaker !== null && naming.sources.has(speaker);
    return { speakerId, speakerStatus: isUnnamed ? 'UNNAMED' : 'NAMED', speakerCandidateIds: [] };
  }
  const open = candidatesOf(naming, speaker === null ? candidates : [speaker]);
  if (open.length < 2) return { speakerId: null, speakerStatus: 'ABSENT', speakerCandidateIds: [] };
  return { speakerId: null, speakerStatus: 'AMBIGUOUS', speakerCandidateIds: open };
}

/** The role that stands with the words that name the speaker. */
function roleIn({ speaker, source }: ExtractedStatement, { people }: Extraction, draft: ArticleDraft): string | null {
  const roles = people.find(({ id }) => id === speaker)?.roles ?? [];
  const role = roles.find(({ span }) => source.some(({ start, end }) => span.start >= start && span.end <= end));
  return role === undefined ? null : spanOf(draft, role.span).text;
}

function aboutOf(naming: Naming, found: Extraction, { content }: ExtractedStatement, engineId: string): Reference {
  const named = [...found.people, ...found.organizations, ...found.places, ...found.topics];
  const mentions = named.find(({ id }) => id === engineId)?.mentions ?? [];
  const within = mentions.filter((mention) => content.some((part) => contains(part, mention)));
  const subjectId = subjectOf(naming, engineId);
  if (subjectId === undefined) return openReference(naming.draft, within, naming.open.get(engineId) ?? []);
  return {
    status: 'RESOLVED',
    subjectId,
    candidateIds: [],
    spans: within.map((mention) => spanOf(naming.draft, mention)),
  };
}

function contains(outer: Stretch, inner: Stretch): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The date of an expression that names days; null for one that leaves open which. */
export function dateOf(draft: ArticleDraft, date: DateExpression | null): ResolvedDate | null {
  if (date === null || date.precision === null || (date.from === null && date.to === null)) return null;
  return resolvedDate(date.from, date.to, date.precision, spanOf(draft, date.span));
}
