import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Serves HTTP on a free port of 127.0.0.1 until the test ends. Gives its address, without a slash at the end. */
export function serveHttp(listener: RequestListener): Promise<string> {
  return listening(createHttpServer(listener));
}

/** Serves whatever is written to the sockets, HTTP or not. */
export function serveSockets(serve: (socket: Socket) => void): Promise<string> {
  return listening(
    createServer((socket) => {
      // Whoever hangs up on a bad server is right.
      socket.on('error', () => undefined);
      serve(socket);
    }),
  );
}

/** Answers the first request of each connection with just these bytes, and closes. */
export function serveBytes(...parts: readonly (string | Buffer)[]): Promise<string> {
  return serveSockets((socket) => {
    socket.once('data', () => {
      for (const part of parts) socket.write(part);
      socket.end();
    });
  });
}

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}
