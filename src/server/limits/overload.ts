import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply, onRequestHookHandler, preHandlerHookHandler } from 'fastify';
import { errorBody } from '../answer-error.js';
import { type LimitValues, OPERATION_LIMITS } from './limits.js';

/** How often it is looked at how much the event loop lags, in milliseconds. */
const LOOKED_AT_EVERY = 250;
/** After how many seconds whoever is refused should ask again. */
const RETRY_AFTER = 1;
const NANOSECONDS = 1e6;

/**
 * The hooks of a route that is protected: one refuses before anything is read, the other once all is sent, and counts who
 * then waits for an answer.
 */
export interface OverloadProtection {
  readonly onRequest: onRequestHookHandler;
  readonly preHandler: preHandlerHookHandler;
}

/**
 * Refuses new requests while as many are answered as may be at once, or while the event loop lags: what is in flight is then
 * answered in time, where otherwise everything would be answered late. Only for the routes that it is put before.
 */
export function overloadProtection(app: FastifyInstance, { inFlight, lag }: LimitValues): OverloadProtection {
  const loop = new LoopLag();
  app.addHook('onClose', async () => loop.stop());
  let answering = 0;
  return {
    onRequest: (_request, reply, done) => {
      if (answering < inFlight && loop.milliseconds <= lag) return done();
      refuse(reply);
    },
    preHandler: (_request, reply, done) => {
      // Others may have come while this one was still being sent.
      if (answering >= inFlight) return refuse(reply);
      answering += 1;
      reply.raw.once('close', () => {
        answering -= 1;
      });
      done();
    },
  };
}

function refuse(reply: FastifyReply): void {
  const message = 'The service has more to do than it can; ask again in a second.';
  void reply
    .code(503)
    .header('retry-after', String(RETRY_AFTER))
    .send(errorBody(OPERATION_LIMITS.inFlight.code, message));
}

/** How long what is due waits for its turn, over the last moments. */
class LoopLag {
  milliseconds = 0;
  readonly #histogram = monitorEventLoopDelay({ resolution: 10 });
  readonly #timer: NodeJS.Timeout;
  /** When it was looked at the last time, in milliseconds. */
  #looked = performance.now();

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.#look(), LOOKED_AT_EVERY);
    this.#timer.unref();
  }

  #look(): void {
    const now = performance.now();
    const late = (now - this.#looked - LOOKED_AT_EVERY) * NANOSECONDS;
    this.#looked = now;
    // After a block this can run before the block is sampled, and `reset` drops what is not: how late this is stands for it.
    const { count, mean, max } = this.#histogram;
    const sampled = count === 0 ? 0 : mean * count;
    const isMissing = late > max;
    this.milliseconds = (sampled + (isMissing ? late : 0)) / Math.max(count + Number(isMissing), 1) / NANOSECONDS;
    this.#histogram.reset();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }
}
