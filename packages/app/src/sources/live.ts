/** What goes on giving: something that is asked again and again for what is new. */
import type { ListedObject } from './spool.ts';

/** What came together, and is done with together: a message and the objects it tells of, lines of a file. */
export interface Offer {
  /** As the user may find it, for complaints. */
  readonly path: string;
  readonly objects: readonly ListedObject[];
}

export interface LiveSource {
  /** What is new; waits at most so long for the first of it. Throws RemoteErrors, after which it may be asked again. */
  next(waitMs: number, signal: AbortSignal): Promise<readonly Offer[]>;
  /** All objects of the offers were judged, or are in the lake and on the disk. Throws RemoteErrors. */
  done(offers: readonly Offer[]): Promise<void>;
  /** Something of the offers could not be read. Returns what becomes of them. */
  readonly leaves: 'in-queue' | 'behind';
  /** True when nothing can come any more. */
  readonly isOver: boolean;
  close(): Promise<void>;
}
