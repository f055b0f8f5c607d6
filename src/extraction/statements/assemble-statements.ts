import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import type { Speakers } from '../entities/entities.js';
import type { Attribution, DateExpression, ExtractedName, ExtractedStatement } from '../extraction.js';
import { namesWithin } from './about.js';
import type { ChainLink } from './chains/chain-link.js';
import { forceOf } from './force.js';
import { type FoundMedium, mediumNamed, mediumOf } from './medium.js';
import { creditQuotations, kindOfContent } from './quotations.js';
import { saidOn } from './said.js';
import { envelope, isInside } from './token-search.js';

/** What the assembly of statements needs to know of a text besides its links. */
export interface Surroundings {
  readonly dates: readonly DateExpression[];
  /** People, organizations, places and topics with where they are mentioned. */
  readonly named: readonly Pick<ExtractedName, 'id' | 'mentions'>[];
  readonly speakersOf: (attribution: Attribution) => Speakers;
}

/** Makes statements of a text’s links, each behind the one that reports it, otherwise in the order of the text. */
export function assembleStatements(
  document: Document,
  links: readonly ChainLink[],
  { dates, named, speakersOf }: Surroundings,
): ExtractedStatement[] {
  const numbered = numberedStatements(document, links, speakersOf);
  const credited = creditQuotations(document, numbered);
  const circumstances = new CircumstanceReader(document, links, dates);
  const aboutIn = namesWithin(named);
  return numbered.map(({ id, link, parent, speaker, speakers }) => {
    const quotations = credited.get(id) ?? [];
    const { medium, said } = circumstances.of(link);
    return {
      id,
      kind: kindOfContent(document.text, id, link.content, quotations),
      force: forceOf(document, link),
      source: link.source,
      cue: link.cue,
      content: link.content,
      speaker,
      speakerStatus: speakers.status,
      candidates: speakers.candidates,
      parent,
      medium: medium?.medium ?? null,
      mediumSpan: medium?.span ?? null,
      said,
      about: aboutIn(link.content),
      quotations,
      confidence: link.confidence,
    };
  });
}

interface Numbered {
  readonly id: string;
  readonly link: ChainLink;
  readonly content: readonly Stretch[];
  readonly speaker: string | null;
  readonly speakers: Speakers;
  readonly parent: string | null;
  readonly depth: number;
  readonly retold: boolean;
}

/** A statement for each speaker of each link, numbered from outside to inside and in the order of the text. */
function numberedStatements(
  document: Document,
  links: readonly ChainLink[],
  speakersOf: Surroundings['speakersOf'],
): Numbered[] {
  const retold = retoldLinks(document, links);
  const numbered: Numbered[] = [];
  const inside = Map.groupBy(links, ({ parent }) => parent);
  const number = (among: ChainLink | null, parent: string | null, depth: number) => {
    for (const link of inTextOrder(inside.get(among) ?? [])) {
      const first = numbered.length;
      const speakers = speakersOf(link);
      for (const speaker of speakers.speakers.length > 0 ? speakers.speakers : [null]) {
        const id = `s${numbered.length + 1}`;
        numbered.push({ id, link, content: link.content, speaker, speakers, parent, depth, retold: retold.has(link) });
      }
      number(link, numbered[first]?.id ?? parent, depth + 1);
    }
  };
  number(null, null, 0);
  return numbered;
}

/**
 * Links that tell of a document in the words of whoever tells of it: its verb stands within their marks, as in she said the
 * letter “expressed his regret”.
 */
function retoldLinks({ quotations }: Document, links: readonly ChainLink[]): ReadonlySet<ChainLink> {
  const isMarked = ({ source: [source], cue: [cue] }: ChainLink) =>
    cue !== undefined &&
    quotations.some(({ inner }) => isInside(cue, inner) && (source === undefined || !isInside(source, inner)));
  const told = links.filter(({ parent, document, carries }) => parent !== null && document !== null && !carries);
  const marked = new Set(told.filter(isMarked).map(({ parent }) => parent));
  return new Set(told.filter(({ parent }) => marked.has(parent)));
}

function inTextOrder(links: readonly ChainLink[]): ChainLink[] {
  const startOf = ({ source, cue, content }: ChainLink) => envelope([...source, ...cue, ...content])?.start ?? 0;
  return [...links].sort((a, b) => startOf(a) - startOf(b) || (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0));
}

/** Through what and when something was said. */
interface Circumstances {
  readonly medium: FoundMedium | null;
  readonly said: DateExpression | null;
}

/** Finds through what and when each link was said. */
class CircumstanceReader {
  readonly #document: Document;
  readonly #dates: readonly DateExpression[];
  readonly #known = new Map<ChainLink, Circumstances>();
  /** The documents of which a link tells what others wrote in them: they are not its own medium. */
  readonly #toldOf = new Map<ChainLink, Stretch[]>();

  constructor(document: Document, links: readonly ChainLink[], dates: readonly DateExpression[]) {
    this.#document = document;
    this.#dates = dates;
    for (const { parent, document: told } of links) {
      if (parent !== null && told !== null) this.#toldOf.set(parent, [...(this.#toldOf.get(parent) ?? []), told]);
    }
  }

  of(link: ChainLink): Circumstances {
    const before = this.#known.get(link);
    if (before !== undefined) return before;
    const { parent } = link;
    const within = parent === null ? null : envelope(parent.content);
    const carried = parent?.carries ? this.of(parent) : null;
    const medium = mediumOf(this.#document, link, { within, apart: this.#toldOf.get(link) ?? [] });
    const found = {
      medium: medium ?? mediumNamed(this.#document, link.document) ?? carried?.medium ?? null,
      said: saidOn(this.#document, link, this.#dates, within) ?? carried?.said ?? null,
    };
    this.#known.set(link, found);
    return found;
  }
}
