import { describe, expect, it } from 'vitest';
import {
  articleId,
  placeId,
  publisherId,
  revisionId,
  textHashOf,
  topicId,
  wordCountOf,
} from '../../src/domain/article.js';
import { typeOfId } from '../../src/domain/identity.js';

const MESSENGER = publisherId('The Made-up Messenger');
const GAZETTE = publisherId('The Invented Gazette');
const ADDRESS = 'https://messenger.example/tides';
const TEXT = 'The tide rose in Examplia.';

describe('the id of an article', () => {
  it('never changes from one release to the next', () => {
    expect(MESSENGER).toBe('pub_l6aqqm9au64c7ncqb9mmua71');
    expect(articleId(MESSENGER, ADDRESS, TEXT)).toBe('art_851vi2jjgial8b5bs1d70vpc');
    expect(articleId(MESSENGER, null, TEXT)).toBe('art_tsuoh62kcnomn2gnrj84un2r');
  });

  it('comes from its publisher and address, whatever the text has become', () => {
    expect(articleId(MESSENGER, ADDRESS, 'Corrected: it fell.')).toBe(articleId(MESSENGER, ADDRESS, TEXT));
    expect(articleId(MESSENGER, `${ADDRESS}/2`, TEXT)).not.toBe(articleId(MESSENGER, ADDRESS, TEXT));
    expect(articleId(GAZETTE, ADDRESS, TEXT)).not.toBe(articleId(MESSENGER, ADDRESS, TEXT));
  });

  it('comes from its publisher and first text where it has no address', () => {
    expect(articleId(MESSENGER, null, TEXT)).toBe(articleId(MESSENGER, null, TEXT));
    expect(articleId(MESSENGER, null, `${TEXT} `)).not.toBe(articleId(MESSENGER, null, TEXT));
    expect(articleId(GAZETTE, null, TEXT)).not.toBe(articleId(MESSENGER, null, TEXT));
  });

  it('is not that of an article whose address is the other’s text', () => {
    expect(articleId(MESSENGER, ADDRESS, TEXT)).not.toBe(articleId(MESSENGER, null, ADDRESS));
    expect(articleId(MESSENGER, textHashOf(TEXT), '')).not.toBe(articleId(MESSENGER, null, TEXT));
  });

  it('is not shared by its revisions, which are numbered', () => {
    const article = articleId(MESSENGER, ADDRESS, TEXT);
    const ids = [
      article,
      revisionId(article, 1),
      revisionId(article, 2),
      revisionId(articleId(GAZETTE, ADDRESS, TEXT), 1),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map(typeOfId)).toEqual(['Article', 'ArticleRevision', 'ArticleRevision', 'ArticleRevision']);
  });
});

describe('the id of a publisher, topic or place', () => {
  it('is the same whatever the case and accents of its name', () => {
    expect(publisherId('the  MADE-UP Messénger')).toBe(MESSENGER);
    expect(topicId('Höhe der Flut')).toBe(topicId('hohe der flut'));
    expect(placeId('Éxampletown', 'CITY', null)).toBe(placeId('exampletown', 'CITY', null));
  });

  it('tells two towns of one name apart by where they lie, and a town from a country', () => {
    const [north, south] = [placeId('Northland', 'COUNTRY', null), placeId('Southland', 'COUNTRY', null)];
    const ids = [
      placeId('Exampletown', 'CITY', north),
      placeId('Exampletown', 'CITY', south),
      placeId('Exampletown', 'CITY', null),
      placeId('Exampletown', 'COUNTRY', null),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the number of words', () => {
  it.each([
    ['no words', '', 0],
    ['white space and punctuation', ' — … 🎲 ', 0],
    ['English', 'The tide rose in Examplia.', 5],
    ['contractions and numbers', "It didn't rise 8,961 times, or 3.5%.", 7],
    ['compounds', 'A well-known harbour', 4],
    ['line breaks', 'Tide\n\nrose\tfast', 3],
  ])('of a text with %s is right', (_, text, words) => {
    expect(wordCountOf(text, 'en')).toBe(words);
  });

  it('counts the words of Chinese and Japanese, which have no spaces between them', () => {
    expect(wordCountOf('你好，世界！', 'zh')).toBe(2);
    expect(wordCountOf('今日は新聞を読む', 'ja')).toBeGreaterThan(3);
    expect(wordCountOf('潮水在上涨，船只失踪了。', 'zh-Hans')).toBeGreaterThan(4);
    expect(wordCountOf('潮水在上涨，船只失踪了。', 'zh-Hans')).toBeLessThan(10);
  });

  it.each([
    'und',
    'tlh',
    'xx-Unknown',
    'en_US',
    'not a language',
    '',
    'en-u-x',
  ])('can be told of a text in the language “%s”, too', (language) => {
    expect(wordCountOf('The tide rose in Examplia.', language)).toBe(5);
    expect(wordCountOf('你好，世界！', language)).toBe(2);
  });
});

describe('the hash of a text', () => {
  it.each([
    // FIPS 180-2, appendix B.1, and the hash of nothing.
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['Zoë 🎲', 'c733de007a58ac4c963f0ed9c166b991e9c20154066647ca31ef3e52c700cf89'],
  ])('of “%s” is the SHA-256 of its UTF-8 bytes', (text, hash) => {
    expect(textHashOf(text)).toBe(hash);
  });
});
