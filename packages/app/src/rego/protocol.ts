/** What the scan and the thread of a bundle say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { RegoBundle } from './bundle.ts';

export interface RegoStart {
  readonly bundle: RegoBundle;
  readonly port: MessagePort;
  /** Becomes 1 when an answer is there. */
  readonly signal: Int32Array;
}

/** One document as JSON text, or several. */
export type RegoQuestion = readonly string[];

/** Of one document: what each entry point gave. */
export type RegoAnswer = readonly { readonly entrypoint: string; readonly result: unknown }[];

/** `builtin`: a function that is not there, `detail` is its name. `time`: it took too long. `failed`: anything else, `detail` says what. */
export interface RegoFailure {
  readonly failure: 'builtin' | 'time' | 'failed';
  readonly detail: string;
}

export type RegoReply = { readonly answers: readonly RegoAnswer[] } | RegoFailure;
