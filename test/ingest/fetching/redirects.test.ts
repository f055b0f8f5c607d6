import { describe, expect, test } from 'vitest';
import { serveHttp } from '../../support/bad-server.js';
import { fetcher, refusalOf, textAt, textOf } from './fetching.js';

/** A server at which `/5` redirects to `/4` and so on to `/0`, the document. */
function serveChain(): Promise<string> {
  return serveHttp(({ url = '' }, response) => {
    const left = Number(url.slice(1));
    if (left === 0) response.end('The pier is closed.');
    else response.writeHead([301, 302, 303, 307, 308][left % 5] ?? 302, { location: `/${left - 1}` }).end('Elsewhere.');
  });
}

/** Why `/` is refused at a server that redirects to a location; the location may need the server’s own address. */
async function refusalOfRedirect(location: string | undefined): Promise<string> {
  const origin = await serveHttp((_, response) => {
    response.writeHead(302, location === undefined ? {} : { location }).end();
  });
  return refusalOf(`${origin}/`);
}

describe('redirects', () => {
  test('are followed five times, and the document says where it was in the end', async () => {
    const origin = await serveChain();
    const fetched = await fetcher().fetch(`${origin}/5`);
    expect(textOf(fetched)).toBe('The pier is closed.');
    expect(fetched).toMatchObject({ url: `${origin}/0` });
  });

  test('are not followed six times', async () => {
    expect(await refusalOf(`${await serveChain()}/6`)).toBe('it redirects more than 5 times.');
  });

  test('in a circle end', async () => {
    let asked = 0;
    const origin = await serveHttp((_, response) => {
      asked++;
      response.writeHead(301, { location: '/' }).end();
    });
    expect(await refusalOf(`${origin}/`)).toBe('it redirects more than 5 times.');
    expect(asked).toBe(6);
  });

  test('share the time of the whole', async () => {
    const origin = await serveHttp((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 150);
    });
    expect(await refusalOf(`${origin}/`, { limits: { time: 400 } })).toBe('it took longer than 0.4 seconds.');
  });

  test.each([
    ['http://127.0.0.2/', 'it leads to 127.0.0.2, a private or special address'],
    ['http://10.0.0.1/', 'it leads to 10.0.0.1, a private or special address'],
    ['//192.168.0.1/', 'it leads to 192.168.0.1, a private or special address'],
    ['http://169.254.169.254/latest/meta-data/', 'it leads to 169.254.169.254, a private or special address'],
    ['https://[::1]/', 'it leads to ::1, a private or special address'],
    ['http://[::ffff:10.0.0.1]/', 'it leads to ::ffff:a00:1, a private or special address'],
    ['http://0x0a.1/', 'it leads to 10.0.0.1, a private or special address'],
    ['file:///etc/passwd', 'it redirects to file:///etc/passwd, and only http and https are fetched.'],
    ['ftp://courier.example/', 'it redirects to ftp://courier.example/, and only http and https are fetched.'],
    ['http://ada@127.0.0.1/', 'it redirects to http://ada@127.0.0.1/, and an address with a name or a password'],
    ['http://', 'it redirects to “http://”, which is no address.'],
    [undefined, 'it redirects without saying where to.'],
  ])('to %s are refused', async (location, reason) => {
    expect(await refusalOfRedirect(location)).toContain(reason);
  });

  test('carry no document, whatever is in their body', async () => {
    const origin = await serveHttp(({ url }, response) => {
      if (url === '/there') response.end('The pier is closed.');
      else response.writeHead(307, { location: 'there', 'content-length': 10_000_000 }).write('Elsewhere.');
    });
    expect(await textAt(`${origin}/here`)).toBe('The pier is closed.');
  });
});
