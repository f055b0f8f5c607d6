import { type Publisher, publisherId } from '../../../domain/article.js';
import { slugOf } from '../../../domain/names.js';

const TOWNS = ['Orrow', 'Veskan', 'Tolmere', 'Quillan', 'Brannoch', 'Ostri', 'Dareth', 'Marrow', 'Sunder', 'Wendmoor'];
const PAPERS = ['Gazette', 'Evening Post', 'Observer', 'Sentinel', 'Courier', 'Harbour News'];

/** An outlet and the address that its articles' addresses begin with. */
export interface Outlet {
  readonly publisher: Publisher;
  readonly address: string;
}

/** Sixty invented outlets. One in ten has no homepage that anybody knows of. */
export function inventOutlets(): Outlet[] {
  return PAPERS.flatMap((paper, round) =>
    TOWNS.map((town, index) => {
      const name = `${town} ${paper}`;
      const address = `https://${slugOf(name)}.example/`;
      return { publisher: { id: publisherId(name), name, homepage: index === round ? null : address }, address };
    }),
  );
}

/** Who writes for them. */
export const REPORTERS = [
  'Ivo Quillfeather',
  'Tamsa Reedwhistle',
  'Odo Blotwell',
  'Petra Inkhorn',
  'Wim Sandglass',
  'Lotta Pressgang',
  'Ansel Footnote',
  'Mira Deadwater',
  'Rufus Galleyman',
  'Saskia Columbine',
  'Bertil Overleaf',
  'Nora Hearsay',
] as const;
