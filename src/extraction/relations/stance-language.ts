import type { StatementRelationKind } from '../../domain/statement.js';

/** The words by which a text says what one statement does to another; lemmas of verbs, otherwise lower case. */
export interface StanceLanguage {
  /** Verbs with their particles and prepositions, whose object is the other statement or who made it. */
  readonly verbs: Readonly<Record<StatementRelationKind, readonly string[]>>;
  /** Phrases beside a statement. */
  readonly phrases: Readonly<Record<StatementRelationKind, readonly string[]>>;
  /** Those of the phrases that go on with what stands for the other statement. */
  readonly takesObject: ReadonlySet<string>;
  /** Behind a verb of speech: “said once more”. */
  readonly repetitions: readonly string[];
  /** What says within a statement that another is not so: “nothing of the kind”. */
  readonly rejections: readonly string[];
  /** Behind “is”: what makes a claim false, and what does so behind “is not”. */
  readonly falseness: ReadonlySet<string>;
  readonly trueness: ReadonlySet<string>;
  /** Of the verbs, those whose object can be who made the statement. */
  readonly addressing: ReadonlySet<string>;
  /** Nouns that stand for a statement, and for a figure in one. */
  readonly claimNouns: ReadonlySet<string>;
  readonly figureNouns: ReadonlySet<string>;
  /** Pronouns that stand for a statement, for a speaker, and for the subject itself. */
  readonly pronouns: ReadonlySet<string>;
  readonly personPronouns: ReadonlySet<string>;
  readonly reflexives: ReadonlySet<string>;
  /** What opens a clause that is an object: “that”, “whether”. */
  readonly complementizers: ReadonlySet<string>;
  /** What opens a clause about a noun: “a claim that doctors doubt”. */
  readonly relatives: ReadonlySet<string>;
  /** The lemma of “is”, and what turns it around. */
  readonly copula: string;
  readonly negation: ReadonlySet<string>;
  /** Determiners of what has been told of. */
  readonly definite: ReadonlySet<string>;
  /** What opens an object such as “what Quill had said”. */
  readonly freeRelative: string;
  /** What leads to who acts, in the passive. */
  readonly agentMark: string;
  /** Verbs that give a figure, with the preposition that they need, if any. */
  readonly counting: Readonly<Record<string, string>>;
  /** Subjects of what is left of a sentence: “It would not”. */
  readonly elliptic: ReadonlySet<string>;
  /** “So did the union”: the word and the forms of the verb. */
  readonly echo: { readonly so: string; readonly forms: ReadonlySet<string> };
  /** Words before a verb that keep it from being a stance: “declined to confirm”. */
  readonly negations: ReadonlySet<string>;
  /** Words that mean something though they are no nouns or verbs, and lemmas that mean too little to tell statements apart. */
  readonly telling: ReadonlySet<string>;
  /** Words that give the figure zero. */
  readonly zeros: ReadonlySet<string>;
  /** Verbs by which one rejects what is said of oneself, whoever else is named. */
  readonly ownDenials: ReadonlySet<string>;
  readonly idle: ReadonlySet<string>;
  /** Lemmas that mean the same act though they do not look alike. */
  readonly kindred: Readonly<Record<string, string>>;
}
