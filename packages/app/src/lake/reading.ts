/** What the lake needs to know of logs: how a text becomes events, and events become OCSF. */
import type { LogText } from '@kumomori/parsers';
import { readLogText } from '@kumomori/parsers';
import type { LogEvent, LogSource, OcsfEvent, OcsfMapping } from '@kumomori/model';
import { OCSF_MAPPINGS, ocsfTable, toOcsf } from '@kumomori/model';
import type { Columns } from './schema.ts';
import { tableSchemas } from './schema.ts';

export interface LakeReading {
  readonly read: (text: string, name: string) => LogText;
  readonly toOcsf: (event: LogEvent) => OcsfEvent;
  readonly mappings: ReadonlyMap<LogSource, OcsfMapping>;
  /** Columns of each class table. */
  readonly schemas: ReadonlyMap<string, Columns>;
  readonly tableOf: (classUid: number) => string;
}

/** The product's own. */
export function lakeReading(): LakeReading {
  return {
    read: (text, name) => readLogText(text, { name }),
    toOcsf,
    mappings: OCSF_MAPPINGS,
    schemas: tableSchemas([...OCSF_MAPPINGS.values()], ocsfTable),
    tableOf: ocsfTable,
  };
}
