/** A bundle in a thread that can be stopped: whatever the policy does, it takes no longer and no more memory than it may. */
import { existsSync } from 'node:fs';
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';
import type { RegoBundle } from './bundle.ts';
import type { RegoAnswer, RegoFailure, RegoQuestion, RegoReply, RegoStart } from './protocol.ts';

const MEGABYTES = 256;
const FILES = [new URL('./worker.ts', import.meta.url), new URL('./rego-worker.js', import.meta.url)] as const;

/** State: the thread, until it fails. */
export class RegoThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  readonly #milliseconds: number;
  #failure: RegoFailure | null = null;

  /** `milliseconds`: for each question. */
  constructor(bundle: RegoBundle, milliseconds: number) {
    const { port1, port2 } = new MessageChannel();
    const workerData: RegoStart = { bundle, port: port2, signal: this.#signal };
    this.#worker = new Worker(FILES.find((file) => existsSync(file)) ?? FILES[0], {
      workerData,
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 32 },
      env: {},
      // What policies print is nobody's output.
      stdout: true,
      stderr: true,
    });
    this.#worker.on('error', () => {});
    this.#worker.unref();
    port1.unref();
    this.#port = port1;
    this.#milliseconds = milliseconds;
  }

  /** One answer for each document; after a failure always that failure. Waits for the thread. */
  ask(question: RegoQuestion): readonly RegoAnswer[] | RegoFailure {
    if (this.#failure) return this.#failure;
    Atomics.store(this.#signal, 0, 0);
    this.#port.postMessage(question);
    const woke = Atomics.wait(this.#signal, 0, 0, this.#milliseconds);
    const message: { message: RegoReply } | undefined = woke === 'timed-out' ? undefined : receiveMessageOnPort(this.#port);
    const reply = message?.message ?? { failure: 'time', detail: String(this.#milliseconds / 1000) };
    if ('answers' in reply) return reply.answers;
    this.#failure = reply;
    this.close();
    return reply;
  }

  close(): void {
    this.#port.close();
    void this.#worker.terminate();
  }
}
