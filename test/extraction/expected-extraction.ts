import type { ExtractedStatement, Extraction } from '../../src/extraction/extraction.js';
import type { ExpectedStatement, ExtractionCase } from './read-cases.js';

/** People, organizations and unnamed sources as a case expects them, the case’s keys for ids; the rest is empty. */
export function expectedEntities({ people, organizations, sources }: ExtractionCase): Extraction {
  return {
    statements: [],
    people: [...people].map(([id, { name, mentions, aliases }]) => ({
      id,
      name,
      mentions,
      aliases,
      roles: [],
      relationships: [],
    })),
    organizations: [...organizations].map(([id, { name, kind, mentions, aliases }]) => ({
      id,
      name,
      kind: kind ?? 'OTHER',
      mentions,
      aliases,
    })),
    places: [],
    unnamedSources: [...sources].map(([id, source]) => ({ id, ...source })),
    topics: [],
    unresolved: [],
    quantities: [],
    statistics: [],
    dates: [],
    relations: [],
  };
}

/** A case’s statement as the engine would give it, its key for an id. */
export function asExtracted(id: string, { said, status, ...statement }: ExpectedStatement): ExtractedStatement {
  return {
    ...statement,
    id,
    speakerStatus: status,
    confidence: 1,
    mediumSpan: null,
    about: [],
    said:
      said === null
        ? null
        : {
            span: said.span,
            from: said.date?.from ?? null,
            to: said.date?.to ?? null,
            precision: said.date?.precision ?? null,
          },
  };
}
