/** The thread of a bundle: the policy once, then documents in, results out. It has no other host functions than OPA's own. */
import { workerData } from 'node:worker_threads';
import { loadPolicySync } from './opa.ts';
import type { RegoAnswer, RegoQuestion, RegoReply, RegoStart } from './protocol.ts';

/** Pages of 64 KiB: the memory of the policy, and with it what a document and its results may take. */
const MAX_PAGES = 4096;

// Only thread.ts starts this file.
const { bundle, port, signal } = workerData as RegoStart;
let evaluate: ((document: string) => RegoAnswer) | null = null;

port.on('message', (question: RegoQuestion) => {
  port.postMessage(reply(question));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

function reply(question: RegoQuestion): RegoReply {
  try {
    evaluate ??= open();
    return { answers: question.map(evaluate) };
  } catch (error) {
    return failureOf(error);
  }
}

function open(): (document: string) => RegoAnswer {
  const policy = loadPolicySync(bundle.wasm, { initial: 5, maximum: MAX_PAGES });
  policy.setData(JSON.parse(bundle.data));
  const entrypoints = Object.keys(policy.entrypoints);
  return (document) => {
    const input: unknown = JSON.parse(document);
    return entrypoints.map((entrypoint) => ({ entrypoint, result: policy.evaluate(input, entrypoint) }));
  };
}

/** The library throws texts and plain objects too. */
function failureOf(error: unknown): RegoReply {
  const message = typeof error === 'string' ? error : messageOf(error);
  const builtin = /built-in function \d+: (\S+)/.exec(message)?.[1];
  return builtin === undefined ? { failure: 'failed', detail: message } : { failure: 'builtin', detail: builtin };
}

function messageOf(error: unknown): string {
  const message: unknown = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return typeof message === 'string' ? message : 'unknown error';
}
