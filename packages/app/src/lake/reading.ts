/** What the lake needs to know of logs: how a text becomes events, and events become OCSF. */
import type { LogText } from '@kumomori/parsers';
import type { LogEvent, LogSource, OcsfEvent, OcsfMapping } from '@kumomori/model';
import type { Columns } from './schema.ts';

export interface LakeReading {
  readonly read: (text: string, name: string) => LogText;
  readonly toOcsf: (event: LogEvent) => OcsfEvent;
  readonly mappings: ReadonlyMap<LogSource, OcsfMapping>;
  /** Columns of each class table. */
  readonly schemas: ReadonlyMap<string, Columns>;
  readonly tableOf: (classUid: number) => string;
}
