import type { Language } from '../languages/language.js';
import type { Random } from '../random.js';
import type { Cast } from '../story.js';
import type { Organization } from '../world/organizations.js';
import type { Character } from '../world/people.js';
import type { World } from '../world/world.js';
import type { ArticleDraft, SourceDraft, Voice } from './article-draft.js';
import { templateOf } from './template.js';
import type { Mark } from './text-builder.js';

const KINDS_OF_NAMED = [
  ['PERSON', 84],
  ['ORGANIZATION', 16],
] as const;
const STATUSES = [
  ['NAMED', 80],
  ['UNNAMED', 20],
] as const;

export function isCharacter(speaker: Character | Organization): speaker is Character {
  return 'person' in speaker;
}

/** The article before an organization’s name, where the language has one; companies and agencies go without. */
export function definiteBefore({ organizationKind }: Organization, { definite }: Language): string {
  return organizationKind === 'COMPANY' || organizationKind === 'NEWS_AGENCY' ? '' : definite;
}

/** Chooses who speaks, and writes who they are. */
export class Voices {
  readonly #draft: ArticleDraft;
  readonly #language: Language;
  readonly #cast: Cast;
  readonly #world: World;
  readonly #random: Random;
  readonly #sources: SourceDraft[] = [];

  constructor(draft: ArticleDraft, language: Language, cast: Cast, world: World, random: Random) {
    this.#draft = draft;
    this.#language = language;
    this.#cast = cast;
    this.#world = world;
    this.#random = random;
  }

  /** Somebody with a name, or a source without. */
  choose(): Voice {
    return this.#random.weighted(STATUSES) === 'UNNAMED' ? this.source() : this.#named();
  }

  /** Somebody of the cast, its first more often. */
  person(): Voice {
    const { people } = this.#cast;
    return {
      status: 'NAMED',
      speaker: this.#random.chance(45) ? this.#random.pickRanked(people) : this.#random.pick(people),
    };
  }

  agency(): Voice {
    return { status: 'NAMED', speaker: this.#cast.agency };
  }

  /** One of two people of the cast; somebody with a name where there are no two. */
  oneOfTwo(): Voice {
    const [one, other] = this.#random.shuffled(this.#cast.people);
    return one === undefined || other === undefined ? this.#named() : { status: 'AMBIGUOUS', candidates: [one, other] };
  }

  /** A new source without a name, or again one that has spoken. */
  source(): Voice {
    if (this.#sources.length > 0 && this.#random.chance(30)) {
      return { status: 'UNNAMED', source: this.#random.pick(this.#sources) };
    }
    const [description, sourceKind, plural] = this.#random.pick(this.#language.sources);
    const affiliation = this.#random.chance(25) ? this.#random.pick(this.#cast.organizations) : null;
    const source = { description, sourceKind, plural, affiliation };
    this.#sources.push(source);
    return { status: 'UNNAMED', source };
  }

  /** Names the speaker and, where a person is new to the article and this is the place for it, says who they are. */
  introduce(voice: Voice): Mark {
    const isNew =
      voice.status === 'NAMED' && isCharacter(voice.speaker) && !this.#draft.named.has(voice.speaker.person.id);
    if (!isNew || !isCharacter(voice.speaker)) return this.write(voice);
    return this.#introduceCharacter(voice.speaker);
  }

  /** Names the speaker: the first of two, where one of two speaks. */
  write(voice: Voice): Mark {
    const { text } = this.#draft;
    switch (voice.status) {
      case 'NAMED':
        return isCharacter(voice.speaker) ? this.writeCharacter(voice.speaker) : this.#writeOrganization(voice.speaker);
      case 'UNNAMED':
        return text.write(voice.source.description);
      case 'AMBIGUOUS':
        return this.writeCharacter(voice.candidates[0]);
      case 'ABSENT':
        return text.marking(() => undefined);
    }
  }

  /** Names a person: in full at first, later often by the surname or another of their names. */
  writeCharacter({ person, surname }: Character): Mark {
    const isKnown = this.#draft.named.has(person.id);
    const words =
      isKnown && this.#random.chance(60)
        ? this.#random.chance(25)
          ? (person.aliases[0] ?? surname)
          : surname
        : person.name;
    return this.#draft.name({ kind: 'PERSON', entity: person }, words);
  }

  #named(): Voice {
    if (this.#random.weighted(KINDS_OF_NAMED) === 'PERSON') return this.person();
    return { status: 'NAMED', speaker: this.#random.pick(this.#cast.organizations) };
  }

  #writeOrganization(organization: Organization): Mark {
    this.#draft.text.write(definiteBefore(organization, this.#language));
    return this.#draft.name({ kind: 'ORGANIZATION', entity: organization }, organization.name);
  }

  #introduceCharacter(character: Character): Mark {
    const pattern = this.#introductionOf(character);
    if (pattern === undefined) return this.writeCharacter(character);
    const employer = character.employer === null ? null : this.#employer(character.employer);
    const sibling = character.sibling === null ? null : this.#world.people.withNumber(character.sibling);
    const marks = new Map<string, Mark>();
    const whole = this.#draft.text.marking(() => {
      for (const part of templateOf(pattern)) {
        if ('words' in part) this.#draft.text.write(part.words);
        else marks.set(part.slot, this.#writeIntroduction(part.slot, character, employer, sibling));
      }
    });
    const role = marks.get('role');
    if (role !== undefined) this.#draft.roles.push({ character, employer, mark: role });
    if (sibling !== null && marks.has('other')) {
      this.#draft.relationships.push({ one: character, kind: 'SIBLING', other: sibling, mark: whole });
    }
    return marks.get('name') ?? whole;
  }

  /** Fills a slot of an introduction. Its pattern was chosen by what is known of the person. */
  #writeIntroduction(
    slot: string,
    character: Character,
    employer: Organization | null,
    sibling: Character | null,
  ): Mark {
    switch (slot) {
      case 'role':
        return this.#draft.text.write(character.role ?? '');
      case 'organization':
        return employer === null ? this.#draft.text.write('') : this.#writeOrganization(employer);
      case 'other':
        return this.writeCharacter(sibling ?? character);
      default:
        return this.writeCharacter(character);
    }
  }

  #introductionOf({ sibling, role, employer }: Character): string | undefined {
    const { introductions } = this.#language;
    if (introductions === null) return undefined;
    if (sibling !== null && this.#random.chance(50)) return introductions.sibling;
    if (role === null) return undefined;
    return employer === null ? introductions.trade : introductions.employed;
  }

  /** An employer by the number that the person has; one of the first organizations, which are known from the start. */
  #employer(number: number): Organization {
    return this.#world.organization(number % this.#world.organizationsBefore(0));
  }
}
