import type { LogEvent } from '@kumomori/model';

/** Where an event was read: a file of logs, or files of a lake. */
export interface EventPlace {
  /** As the user may find it. */
  readonly file: string;
  /** Of a lake: the folder of the partition. */
  readonly partition: string | null;
}

export interface StoreSummary {
  /** Files read, or of a lake its Parquet files. */
  readonly objects: number;
  readonly damaged: number;
  readonly unrecognized: number;
  /** More events than are read; what follows from them is not whole. */
  readonly isCut: boolean;
}

/** Events that can be read several times. */
export interface EventStore {
  readonly kind: 'files' | 'lake';
  /** At least all events that hold one of the texts, in any case; more may come. */
  scan(texts: readonly string[], take: (event: LogEvent, place: EventPlace) => void): Promise<void>;
  summary(): StoreSummary;
}
