import type { RelationshipKind } from '../../domain/speaker.js';
import type { Document, Token, TokenRange } from '../document.js';
import { KIN } from '../language/english/kinship.js';
import { ORGANIZATION_HEADS } from '../language/english/organizations.js';
import { genderOfTitle, HONORIFICS, SHORT_TITLES, SUCCESSION, TITLE_NOUNS } from '../language/english/titles.js';
import type { Appearance, Cast, OrganizationEntry, PersonEntry } from './cast.js';
import { type Description, type DescriptionIndex, headWord, titleText } from './descriptions.js';
import { onlyNamesake } from './kin.js';
import { textOf } from './name-kinds.js';
import { genderOfPronoun, ownersOfKin, personMeantBy } from './pronouns.js';

/** What the words around the mentions of people say of them: roles and relationships, from titles and appositions. */
export class RoleReader {
  readonly #document: Document;
  readonly #cast: Cast;
  readonly #index: DescriptionIndex;
  /** Descriptions that stand beside a name and so are no mentions of their own. */
  readonly #waiting: { person: PersonEntry; description: Description; kind: RelationshipKind }[] = [];
  readonly used = new Set<Description>();

  constructor(document: Document, cast: Cast, index: DescriptionIndex) {
    this.#document = document;
    this.#cast = cast;
    this.#index = index;
  }

  /** Reads once more the relationships to those who were not known yet: “Malk’s sister, Runa Malk”. */
  readWaiting(): void {
    for (const { person, description, kind } of this.#waiting.splice(0)) this.#relate(person, description, kind);
  }

  read(person: PersonEntry, appearance: Appearance, title: TokenRange | null): void {
    if (title !== null) this.#giveTitle(person, title, appearance.sentence);
    this.#readBefore(person, appearance);
    this.#readAfter(person, appearance);
    this.#readCopula(person, appearance);
  }

  #giveTitle(person: PersonEntry, title: TokenRange, sentence: number): void {
    const tokens = this.#document.tokens.slice(title.firstToken, title.endToken).filter(({ text }) => text !== '.');
    const of = tokens.findIndex(({ text }) => text === 'of');
    const last = tokens.at(of > 0 ? of - 1 : -1);
    const first = tokens[0];
    if (first === undefined || last === undefined) return;
    const word = last.lower.replace(/\.$/u, '');
    person.gender ??= HONORIFICS.get(word) ?? genderOfTitle(word);
    if (!TITLE_NOUNS.has(word) && !SHORT_TITLES.has(word)) return;
    const span = { start: first.start, end: this.#document.tokens[title.endToken - 1]?.end ?? last.end };
    const head = SHORT_TITLES.get(word) ?? word;
    const organization = this.#organizationIn(title) ?? this.#organizationLike(tokens);
    this.#cast.give(person, {
      title: this.#document.text.slice(span.start, span.end),
      head,
      organization,
      span,
      sentence,
    });
  }

  /** “The minister of ports, Orla Venn”, “her brother Ivo Malk”. */
  #readBefore(person: PersonEntry, { firstToken, endToken }: Appearance): void {
    const beside = this.#index.ending.get(firstToken) ?? this.#index.closing.get(firstToken);
    if (beside !== undefined) this.#attach(person, beside);
    const comma = this.#document.tokens[firstToken - 1];
    if (comma?.text !== ',') return;
    const description = this.#index.closing.get(firstToken - 1);
    if (description === undefined || description.determiner === 'BARE') return;
    const after = this.#document.tokens[endToken];
    const leading = this.#document.tokens[description.firstToken - 1];
    if (
      /^(?:ADP|CCONJ)$/u.test(leading?.pos ?? '') &&
      leading?.sentence === description.sentence &&
      after?.text !== ','
    )
      return;
    this.#attach(person, description);
  }

  /** “Orla Venn, the minister of ports and the sister of Otto Bell”. */
  #readAfter(person: PersonEntry, { endToken }: Appearance): void {
    const { tokens } = this.#document;
    let at = endToken;
    if (tokens[at]?.text !== ',') return;
    if (tokens[at + 1]?.pos === 'NUM' && tokens[at + 2]?.text === ',') at += 2;
    for (let links = 0; links < 3; links++) {
      const description = this.#index.starting.get(at + 1);
      if (description === undefined || this.#namesAnother(description) || this.#beginsClause(description)) return;
      this.#attach(person, description);
      at = description.endToken;
      if (tokens[at]?.text !== 'and') return;
    }
  }

  /** “According to Wilma Sedge, the abbot said …”, “She had met Wilma Sedge, the abbot added.”, “Wilma Sedge, the abbot added, …” */
  #beginsClause({ endToken, sentence, determiner }: Description): boolean {
    const { tokens, sentences } = this.#document;
    const after = tokens[endToken];
    const opening = tokens[sentences[sentence]?.firstToken ?? 0];
    const isVerb = after?.sentence === sentence && /^(?:VERB|AUX)$/u.test(after.pos);
    const closes = /^[.!?,]$/u.test(tokens[endToken + 1]?.text ?? '') || tokens[endToken + 1]?.sentence !== sentence;
    return isVerb && determiner === 'DEFINITE' && (closes || /^(?:ADP|SCONJ|VERB)$/u.test(opening?.pos ?? ''));
  }

  /** Whether a name follows that a description belongs to: “the mayor Ada Quill”. */
  #namesAnother({ head, endToken, firstToken }: Description): boolean {
    const behind = this.#cast.at(head.index + 1);
    if (behind?.entry.type === 'PERSON' && behind.firstToken <= head.index + 1) return true;
    const apposed = this.#document.tokens[endToken]?.text === ',' ? this.#cast.at(endToken + 1) : undefined;
    return (
      apposed?.entry.type === 'PERSON' &&
      this.#document.tokens[firstToken - 1]?.text === 'and' &&
      this.#document.tokens[apposed.endToken]?.text === ','
    );
  }

  /** “Wilma Sedge was elected abbess”, “who is the mayor”, “resigned as mayor”. */
  #readCopula(person: PersonEntry, { endToken, sentence }: Appearance): void {
    const next = this.#behindCopula(this.#behindApposition(endToken), sentence);
    const description = next === undefined ? undefined : this.#index.starting.get(next);
    if (description === undefined || this.#namesAnother(description)) return;
    this.#attach(person, description);
    this.#readSuccession(description);
  }

  /** Where the verb can stand behind a name: behind “, who” or a description between commas. */
  #behindApposition(endToken: number): number {
    const { tokens } = this.#document;
    if (tokens[endToken]?.text !== ',') return endToken;
    if (tokens[endToken + 1]?.lower === 'who') return endToken + 2;
    if (tokens[endToken + 1]?.pos === 'AUX') return endToken + 1;
    const apposition = this.#index.starting.get(endToken + 1);
    return apposition !== undefined && tokens[apposition.endToken]?.text === ',' ? apposition.endToken + 1 : endToken;
  }

  /** Where what somebody is begins behind “was elected” or “resigned as”; undefined where no such verb stands. */
  #behindCopula(at: number, sentence: number): number | undefined {
    const [verb, next] = [this.#document.tokens[at], this.#document.tokens[at + 1]];
    if (verb === undefined || verb.sentence !== sentence) return undefined;
    if (/^(?:is|was|became|remains|remained)$/u.test(verb.lower)) {
      return /^(?:elected|named|appointed|chosen|made|crowned)$/u.test(next?.lower ?? '') ? at + 2 : at + 1;
    }
    const holds = /^(?:resigned|worked|works|served|serves|retired|acts|began)$/u.test(verb.lower);
    return holds && next?.lower === 'as' ? at + 2 : undefined;
  }

  /** “… and Klaas Dorn was sworn in” makes him what the other has ceased to be. */
  #readSuccession(left: Description): void {
    const verb = this.#document.tokens
      .slice(left.endToken, left.endToken + 20)
      .find(({ lower, sentence }) => SUCCESSION.test(lower) && sentence === left.sentence);
    if (verb === undefined) return;
    const successor = this.#cast
      .mentionsIn(left.sentence)
      .find(
        ({ firstToken, entry }) => firstToken >= left.endToken && firstToken < verb.index && entry.type === 'PERSON',
      );
    if (successor?.entry.type === 'PERSON') this.#attach(successor.entry, left);
  }

  #attach(person: PersonEntry, description: Description): void {
    const word = headWord(this.#document, description.head);
    const kin = KIN.get(word);
    if (kin !== undefined) {
      this.used.add(description);
      person.gender ??= kin.gender;
      this.#relate(person, description, kin.kind);
    }
    if (!TITLE_NOUNS.has(word)) return;
    this.used.add(description);
    person.gender ??= genderOfTitle(word);
    const [firstToken, endToken] = [description.firstTitleToken, description.endToken];
    this.#cast.give(person, {
      title: titleText(this.#document, description),
      head: word,
      organization:
        this.#organizationIn({ firstToken, endToken }) ??
        this.#organizationLike(this.#document.tokens.slice(firstToken, description.head.index)),
      span: { start: this.#document.tokens[firstToken]?.start ?? description.start, end: description.end },
      sentence: description.sentence,
    });
  }

  /** The person is so to whoever the description is “of”, or whose pronoun or name stands before it. */
  #relate(person: PersonEntry, description: Description, kind: RelationshipKind): void {
    const other = this.#otherOf(person, description);
    if (other === undefined) this.#waiting.push({ person, description, kind });
    if (other === undefined || other === person) return;
    const known = [...other.relationships, ...person.relationships];
    if (known.some((each) => each.kind === kind && (each.to === person || each.to === other))) return;
    other.relationships.push({ kind, to: person, span: { start: description.start, end: description.end } });
  }

  /** Whose sister “his sister” or “the leader’s sister” is, where the text names one other person of her surname. */
  #namesake(person: PersonEntry, head: Token): PersonEntry | undefined {
    const kin = KIN.get(headWord(this.#document, head));
    return kin === undefined ? undefined : onlyNamesake(this.#cast, person, kin.kind);
  }

  #otherOf(person: PersonEntry, description: Description): PersonEntry | undefined {
    const { possessor, head } = description;
    if (possessor === null) return this.#otherBehind(person, description);
    const gender = genderOfPronoun(possessor.lower);
    if (gender !== undefined) {
      const other =
        this.#namesake(person, head) ??
        personMeantBy(possessor, this.#cast, [person, ...ownersOfKin(this.#document, this.#cast, possessor)]);
      if (other !== undefined) other.gender ??= gender;
      return other;
    }
    const named = this.#cast.at(possessor.index)?.entry;
    return named?.type === 'PERSON' ? named : this.#namesake(person, head);
  }

  /** Whose “the sister of Otto Malk” is. */
  #otherBehind(person: PersonEntry, { complement, endToken, head }: Description): PersonEntry | undefined {
    const joined = this.#joinedTo(complement);
    if (joined !== undefined) return this.#otherBehind(person, joined);
    for (let at = complement; at < endToken; at++) {
      const entry = this.#cast.at(at)?.entry;
      if (entry?.type === 'PERSON') return entry;
    }
    // “The sister of the leader” is one person’s, “the sister of a miner” anybody’s.
    const isOfOne = complement < endToken && !/^(?:an?|one)$/u.test(this.#document.tokens[complement + 1]?.lower ?? '');
    return isOfOne ? this.#namesake(person, head) : undefined;
  }

  /** “Aide of Otto Malk” behind “Runa Malk, sister and”: whose aide and whose sister are one. */
  #joinedTo(end: number): Description | undefined {
    const next = this.#document.tokens[end]?.lower === 'and' ? this.#index.starting.get(end + 1) : undefined;
    return next !== undefined && next.possessor === null && next.complement < next.endToken ? next : undefined;
  }

  #organizationIn({ firstToken, endToken }: TokenRange): OrganizationEntry | null {
    for (let at = firstToken; at < endToken; at++) {
      const entry = this.#cast.at(at)?.entry;
      if (entry?.type === 'ORGANIZATION') return entry;
    }
    const name = textOf(this.#document, firstToken, endToken - 1);
    return this.#cast.organizationNamed(name) ?? null;
  }

  /** The one organization of the text that a title names by its first word: “union president”, “health minister”. */
  #organizationLike(tokens: readonly Token[]): OrganizationEntry | null {
    const [first] = tokens;
    if (first === undefined) return null;
    const isMinister = tokens.some(({ lower }) => lower === 'minister');
    const fitting = this.#cast
      .organizationsWith(first.lower)
      .filter(({ name }) => ORGANIZATION_HEADS.has(first.lower) || (isMinister && /ministry/iu.test(name)));
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }
}
