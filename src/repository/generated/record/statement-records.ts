import type { Id } from '../../../domain/identity.js';
import { type SpeakerId, type UnnamedSource, unnamedSourceId } from '../../../domain/speaker.js';
import { type Statement, statementId, statementText, utteranceId } from '../../../domain/statement.js';
import type { ArticleDraft, SourceDraft, StatementDraft, Voice } from '../writing/article-draft.js';
import { isCharacter } from '../writing/voices.js';
import { type ArticleIdentity, Ordinals } from './article-identity.js';
import type { Provenances } from './provenances.js';

/** The statements of a written article with their ids and those of the sources that it does not name. */
export class StatementRecords {
  readonly statements: Statement[];
  readonly unnamedSources: UnnamedSource[] = [];
  readonly #identity: ArticleIdentity;
  readonly #provenances: Provenances;
  readonly #ids = new Map<StatementDraft, Id<'Statement'>>();
  readonly #sourceIds = new Map<SourceDraft, Id<'UnnamedSource'>>();
  readonly #sourceOrdinals = new Ordinals();

  constructor({ statements }: ArticleDraft, identity: ArticleIdentity, provenances: Provenances) {
    this.#identity = identity;
    this.#provenances = provenances;
    const ordinals = new Ordinals();
    const contents = statements.map((draft) => {
      const spans = identity.spans(draft.content);
      const text = statementText(spans);
      this.#ids.set(draft, statementId(identity.articleId, text, ordinals.next(text)));
      return { draft, spans, text };
    });
    this.statements = contents.map(({ draft, ...content }) => this.#statement(draft, content));
  }

  /** The id of one of the article’s statements. */
  idOf(draft: StatementDraft): Id<'Statement'> {
    const id = this.#ids.get(draft);
    if (id === undefined) throw new RangeError('The statement is of another article.');
    return id;
  }

  /** The speaker’s id; null where there is none or the text leaves open which. */
  speakerIdOf(voice: Voice): SpeakerId | null {
    switch (voice.status) {
      case 'NAMED':
        return isCharacter(voice.speaker) ? voice.speaker.person.id : voice.speaker.id;
      case 'UNNAMED':
        return this.#sourceIdOf(voice.source);
      case 'AMBIGUOUS':
      case 'ABSENT':
        return null;
    }
  }

  #statement(draft: StatementDraft, content: Pick<Statement, 'spans' | 'text'>): Statement {
    const { voice, parent, said } = draft;
    const identity = this.#identity;
    const id = this.idOf(draft);
    return {
      id,
      articleId: identity.articleId,
      revisionId: identity.revisionId,
      kind: draft.kind,
      ...content,
      quotations: draft.quotations.map(({ mark, wordsOf }) => ({
        span: identity.span(mark),
        wordsOfId: wordsOf === null ? null : this.idOf(wordsOf),
      })),
      speakerId: this.speakerIdOf(voice),
      speakerStatus: voice.status,
      speakerCandidateIds: voice.status === 'AMBIGUOUS' ? voice.candidates.map(({ person }) => person.id) : [],
      speakerSpans: identity.spans(draft.speakerMarks),
      speakerRole: voice.status === 'NAMED' && isCharacter(voice.speaker) ? voice.speaker.role : null,
      cueSpans: identity.spans(draft.cueMarks),
      force: draft.force,
      medium: draft.medium,
      mediumText: draft.mediumText,
      said: said === null ? null : identity.date({ from: said.day, to: said.day, precision: 'DAY' }, said.mark),
      parentId: parent === null ? null : this.idOf(parent),
      about: [...draft.about].map(([subjectId, marks]) => ({
        status: 'RESOLVED',
        subjectId,
        candidateIds: [],
        spans: identity.spans(marks),
      })),
      utteranceId: draft.utteranceId ?? utteranceId(id),
      ...this.#provenances.standing(),
      provenance: this.#provenances.next(),
    };
  }

  #sourceIdOf(source: SourceDraft): Id<'UnnamedSource'> {
    const known = this.#sourceIds.get(source);
    if (known !== undefined) return known;
    const { description, sourceKind, plural, affiliation } = source;
    const { articleId } = this.#identity;
    const id = unnamedSourceId(articleId, description, this.#sourceOrdinals.next(description));
    this.#sourceIds.set(source, id);
    const provenance = this.#provenances.next();
    this.unnamedSources.push({
      id,
      articleId,
      description,
      sourceKind,
      plural,
      affiliationId: affiliation?.id ?? null,
      provenance,
    });
    return id;
  }
}
