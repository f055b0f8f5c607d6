import type { ArticleRevision } from '../article.js';
import type { Id } from '../identity.js';
import { nameKey } from '../names.js';
import type { ArticleRecord } from '../record.js';
import type { SpeakerId, UnnamedSource } from '../speaker.js';
import { type Statement, type StatementRelation, statementId, utteranceId } from '../statement.js';
import { type Statistic, statisticId } from '../statistic.js';
import { jaccard, pairBy } from './pair.js';
import { Reanchoring } from './reanchor.js';
import { isMadeByHand, type Move, type Moves, movedStatement, movedStatistic } from './revised-claims.js';
import { revisedRelations } from './revised-relations.js';

/** What is stored of an article before it is read anew. */
export interface StoredClaims {
  /** The wordings that the spans of its claims belong to. */
  readonly revisions: readonly Pick<ArticleRevision, 'id' | 'text'>[];
  readonly unnamedSources: readonly UnnamedSource[];
  readonly statements: readonly Statement[];
  readonly statistics: readonly Statistic[];
  /** From and to its statements. */
  readonly relations: readonly StatementRelation[];
}

/** What is to be stored of an article that was read anew. */
export interface RevisedClaims {
  /** The new ones. */
  readonly unnamedSources: readonly UnnamedSource[];
  /** All that there were and are. */
  readonly statements: readonly Statement[];
  readonly statistics: readonly Statistic[];
  readonly relations: readonly StatementRelation[];
  readonly removedRelationIds: readonly Id<'StatementRelation'>[];
}

/** Under which id each thing of the new reading goes on: of a pair, that of the one that is stored. */
export interface NewIds {
  readonly statements: ReadonlyMap<string, Id<'Statement'>>;
  readonly statistics: ReadonlyMap<string, Id<'Statistic'>>;
  readonly sources: ReadonlyMap<string, Id<'UnnamedSource'>>;
}

/**
 * What becomes of an article’s claims when it is read anew, after its text was changed or by a newer engine. What was made
 * by hand, confirmed, corrected or rejected stays as it is wherever its words still stand, and is GONE where they do not.
 * What the engine found before keeps its id where it is found again, and takes everything else from the new reading; what
 * is not found again is GONE. What is new is added.
 */
export function reviseArticle(stored: StoredClaims, fresh: ArticleRecord): RevisedClaims {
  const moves: Moves = new Map(
    stored.revisions.map(({ id, text }): [string, Move] => [
      id,
      { revision: fresh.revision, anchors: new Reanchoring(text, fresh.revision.text) },
    ]),
  );
  const moved = {
    statements: stored.statements.map((statement) => movedStatement(statement, moves)),
    statistics: stored.statistics.map((statistic) => movedStatistic(statistic, moves)),
  };
  const pairs = {
    statements: pairBy(moved.statements, fresh.statements, sharedByStatements),
    statistics: pairBy(moved.statistics, fresh.statistics, sharedByFigures),
  };
  const ids: NewIds = {
    statements: newIds(pairs.statements, fresh.statements, stored.statements, ({ articleId, text }, ordinal) =>
      statementId(articleId, text, ordinal),
    ),
    statistics: newIds(pairs.statistics, fresh.statistics, stored.statistics, (figure, ordinal) =>
      statisticId(figure.articleId, figure.metricId, figure.valueText, ordinal),
    ),
    sources: sourceIds(stored.unnamedSources, fresh.unnamedSources),
  };
  const statements = unitedClaims(moved.statements, fresh.statements, pairs.statements, (statement) =>
    renamedStatement(statement, ids),
  );
  return {
    unnamedSources: fresh.unnamedSources.filter(({ id }) => ids.sources.get(id) === id),
    statements: withoutCircles(statements),
    statistics: unitedClaims(moved.statistics, fresh.statistics, pairs.statistics, (figure) =>
      renamedStatistic(figure, ids),
    ),
    ...revisedRelations(stored, fresh.relations, { moves, ids }),
  };
}

function sharedByStatements(stored: Statement, fresh: Statement): number {
  return stored.standing === 'STANDS' ? jaccard(stored.spans, fresh.spans) : 0;
}

/** One place is one figure, the more so where it counts the same; the same count elsewhere may be it, if nothing else is. */
function sharedByFigures(stored: Statistic, fresh: Statistic): number {
  const countsSame = stored.metricId === fresh.metricId;
  const isThere = stored.standing === 'STANDS' && jaccard([stored.span], [fresh.span]) > 0;
  if (isThere) return countsSame ? 1 : 0.9;
  return stored.standing === 'STANDS' && countsSame && stored.value === fresh.value ? 0.5 : 0;
}

type Claim = Statement | Statistic;

/** The claims of both readings: each stored one, as it is read now unless it was made by hand, and then the new ones. */
function unitedClaims<Kind extends Claim>(
  moved: readonly Kind[],
  fresh: readonly Kind[],
  pairs: ReadonlyMap<Kind, Kind>,
  renamed: (claim: Kind) => Kind,
): Kind[] {
  const kept = moved.map((claim): Kind => {
    if (isMadeByHand(claim)) return claim;
    const found = pairs.get(claim);
    return found === undefined ? { ...claim, standing: 'GONE' } : readAnew(claim, renamed(found));
  });
  const paired = new Set(pairs.values());
  return [...kept, ...fresh.filter((claim) => !paired.has(claim)).map(renamed)];
}

/** A claim as it is read now, with what it keeps of before: its utterance, unless another article’s is found to be its own. */
function readAnew<Kind extends Claim>(before: Kind, now: Kind): Kind {
  const { lastChange } = before;
  const provenance = { ...now.provenance, recordedAt: before.provenance.recordedAt };
  if (!('utteranceId' in now) || !('utteranceId' in before)) return { ...now, lastChange, provenance };
  const isOwn = now.utteranceId === utteranceId(now.id);
  return { ...now, lastChange, provenance, utteranceId: isOwn ? before.utteranceId : now.utteranceId };
}

function renamedStatement(statement: Statement, { statements, sources }: NewIds): Statement {
  const { id, parentId, speakerId, speakerCandidateIds, quotations } = statement;
  const renamed = <Named extends SpeakerId>(speaker: Named) => sources.get(speaker) ?? speaker;
  const newId = statements.get(id) ?? id;
  return {
    ...statement,
    id: newId,
    utteranceId: statement.utteranceId === utteranceId(id) ? utteranceId(newId) : statement.utteranceId,
    parentId: parentId && (statements.get(parentId) ?? parentId),
    quotations: quotations.map(({ span, wordsOfId }) => ({
      span,
      wordsOfId: wordsOfId && (statements.get(wordsOfId) ?? wordsOfId),
    })),
    speakerId: speakerId && renamed(speakerId),
    speakerCandidateIds: speakerCandidateIds.map(renamed),
  };
}

function renamedStatistic(statistic: Statistic, { statements, statistics, sources }: NewIds): Statistic {
  const { id, statementId: carrier, claimedById } = statistic;
  return {
    ...statistic,
    id: statistics.get(id) ?? id,
    statementId: carrier && (statements.get(carrier) ?? carrier),
    claimedById: claimedById && (sources.get(claimedById) ?? claimedById),
  };
}

function newIds<Kind extends Claim, ClaimId extends Kind['id']>(
  pairs: ReadonlyMap<Kind, Kind>,
  fresh: readonly Kind[],
  stored: readonly Kind[],
  idOf: (claim: Kind, ordinal: number) => ClaimId,
): ReadonlyMap<string, Kind['id']> {
  const taken = new Set<string>(stored.map(({ id }) => id));
  const ids = new Map<string, Kind['id']>([...pairs].map(([one, other]) => [other.id, one.id]));
  for (const claim of fresh) {
    if (ids.has(claim.id)) continue;
    let ordinal = 0;
    while (taken.has(idOf(claim, ordinal))) ordinal++;
    taken.add(idOf(claim, ordinal));
    ids.set(claim.id, idOf(claim, ordinal));
  }
  return ids;
}

/** Under which id each unnamed source goes on: that of the stored one that is called the same. */
function sourceIds(
  stored: readonly UnnamedSource[],
  fresh: readonly UnnamedSource[],
): ReadonlyMap<string, UnnamedSource['id']> {
  const ids = new Map<string, UnnamedSource['id']>();
  const taken = new Set<string>();
  for (const source of fresh) {
    const free = stored.filter(({ id }) => !taken.has(id));
    const same =
      free.find(({ id }) => id === source.id) ??
      free.find(({ description }) => nameKey(description) === nameKey(source.description));
    const id = same?.id ?? source.id;
    ids.set(source.id, id);
    taken.add(id);
  }
  return ids;
}

/** What was read anew may report what an editor says that it is reported by: the editor’s word stands. */
function withoutCircles(statements: readonly Statement[]): Statement[] {
  const parents = new Map(statements.map(({ id, parentId }) => [id, parentId]));
  return statements.map((statement) => {
    if (isMadeByHand(statement) || !isInCircle(statement.id, parents)) return statement;
    parents.set(statement.id, null);
    return { ...statement, parentId: null };
  });
}

function isInCircle(id: Id<'Statement'>, parents: ReadonlyMap<string, Id<'Statement'> | null>): boolean {
  const seen = new Set<string>([id]);
  for (let parent = parents.get(id) ?? null; parent !== null; parent = parents.get(parent) ?? null) {
    if (parent === id) return true;
    if (seen.has(parent)) return false;
    seen.add(parent);
  }
  return false;
}
