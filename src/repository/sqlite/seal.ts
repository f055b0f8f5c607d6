import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, open, stat, truncate } from 'node:fs/promises';

/**
 * A backup ends in a seal: the SHA-256 of all bytes before. SQLite reads only as many pages as the header says, so that a
 * sealed file is a database like any other, of which no bit can change without being found out.
 */
const WORDS = '\nOn Record backup; SHA-256 of what is before: ';
const DIGEST_LENGTH = 64;
const SEAL_LENGTH = WORDS.length + DIGEST_LENGTH + 1;

/** Where the header says by which versions of SQLite the file may be written and read: 1, and 2 once it has a log. */
const VERSIONS_AT = 18;

/** Whether a file ends in a seal, and whether that is its own. A backup that was opened to be written is one no longer. */
export async function sealOf(file: string): Promise<'NONE' | 'WHOLE' | 'BROKEN'> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size <= SEAL_LENGTH) return 'NONE';
    const { buffer: versions } = await handle.read(Buffer.alloc(2), 0, 2, VERSIONS_AT);
    const { buffer } = await handle.read(Buffer.alloc(SEAL_LENGTH), 0, SEAL_LENGTH, size - SEAL_LENGTH);
    const seal = buffer.toString('latin1');
    if (!isLikeSeal(seal) || versions.every((version) => version === 2)) return 'NONE';
    return seal === sealFor(await digestOf(file, size - SEAL_LENGTH)) ? 'WHOLE' : 'BROKEN';
  } finally {
    await handle.close();
  }
}

/** Half of the words are enough: what is left of a seal that was damaged is a broken one. */
function isLikeSeal(text: string): boolean {
  const same = [...WORDS].filter((character, index) => text[index] === character).length;
  return same > WORDS.length / 2;
}

/** Seals a file, which nobody has open. */
export async function seal(file: string): Promise<void> {
  await appendFile(file, sealFor(await digestOf(file)));
}

/** Takes the seal off a file that has one. */
export async function unseal(file: string): Promise<void> {
  await truncate(file, (await stat(file)).size - SEAL_LENGTH);
}

function sealFor(digest: string): string {
  return `${WORDS}${digest}\n`;
}

async function digestOf(file: string, length = Number.POSITIVE_INFINITY): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: length - 1 })) hash.update(chunk);
  return hash.digest('hex');
}
