import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions } from 'fastify';
import { errorBody } from './answer-error.js';
import type { Config } from './config.js';

/** The longest that a request’s headers may take to come. */
const HEADERS_SECONDS = 10;
/** How often connections are looked at for requests that take too long. */
const CHECKING_SECONDS = 1;

/** Is told that what came over a connection could not be read, and how that was answered. */
export type UnreadableObserver = (socket: Socket, status: number, code: string) => void;

/** What a client is told of a request that Node.js could not read, by Node’s code of it. */
const UNREADABLE: Readonly<Record<string, readonly [status: number, code: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'REQUEST_TIMEOUT', 'The request took too long to come.'],
  HPE_HEADER_OVERFLOW: [431, 'BAD_REQUEST', 'The headers are larger than 16 KiB.'],
};
const MALFORMED = [400, 'BAD_REQUEST', 'The request is not HTTP.'] as const;

/**
 * How long a connection may wait for a request, and a request may take to come. A client that sends its headers or its body
 * byte by byte would otherwise hold a connection for as long as it likes.
 */
export function connectionOptions({ keepAlive, receiving }: Config, tell: UnreadableObserver) {
  return {
    keepAliveTimeout: keepAlive * 1000,
    requestTimeout: receiving * 1000,
    http: {
      headersTimeout: Math.min(HEADERS_SECONDS, receiving) * 1000,
      connectionsCheckingInterval: CHECKING_SECONDS * 1000,
    },
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, tell),
  } satisfies FastifyHttpOptions<Server>;
}

function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket, tell: UnreadableObserver): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code, message] = UNREADABLE[error.code ?? ''] ?? MALFORMED;
  const body = JSON.stringify(errorBody(code, message));
  const headers = `content-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\nconnection: close`;
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers}\r\n\r\n${body}`);
  tell(socket, status, code);
  socket.destroy(error);
}
