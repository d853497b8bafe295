/** Logs, from files or clouds → a lake. */
import { resolve } from 'node:path';
import type { Diagnostic, Language } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import type { IngestProgress, IngestResult, ObjectProblem } from '../lake/index.ts';
import { ingestObjects, lakeReading, openFetched, openLake } from '../lake/index.ts';
import type { LogObject } from '../logs/index.ts';
import { faultDiagnostic, INFLATE_LIMITS } from '../logs/index.ts';
import { openSources } from '../sources/index.ts';
import { aboutLake } from './lake-errors.ts';
import type { LogsFrom } from './logs-from.ts';
import { dayOf } from './logs-from.ts';
import { sealAgain } from './seal-lake.ts';

export interface IngestLakeOptions extends LogsFrom {
  readonly lake: string;
  readonly logs: readonly string[];
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
  readonly keepRaw: boolean;
  /** MB an object may have once inflated; null: the default. */
  readonly maxObjectMb: number | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
}

export interface LakeProblem extends ObjectProblem {
  readonly message: string;
}

export interface LakeIngest extends Omit<IngestResult, 'problems'> {
  readonly lake: string;
  readonly problems: readonly LakeProblem[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Each is a write that waits for the disk. */
const NOTED_TOGETHER = 500;

/** Throws AppErrors; what was committed before one stays in the lake, and the next run goes on from there. */
export async function ingestLake(options: IngestLakeOptions): Promise<LakeIngest> {
  const { cwd, now, keepRaw, maxObjectMb } = options;
  const messages = messagesIn(options.language);
  const diagnostics: Diagnostic[] = [];
  const limits = maxObjectMb === null ? INFLATE_LIMITS : { ...INFLATE_LIMITS, maxBytes: maxObjectMb * 1024 * 1024 };
  return await aboutLake(messages, async () => {
    const folder = resolve(cwd, options.lake);
    const lake = openLake(folder, { mayBegin: true });
    const { signal = new AbortController().signal, onProgress } = options;
    const fetched = openFetched(folder);
    const sources = openSources(options.logs, {
      ...{ cwd, messages, signal, since: dayOf(options.since, messages), stdin: options.stdin ?? null },
      ...{ variables: options.variables, endpoint: options.endpoint ?? null, region: options.region ?? null },
      ...{ report: (each: Diagnostic) => void diagnostics.push(each), isKnown: (identity: string) => fetched.has(identity) },
    });
    try {
      let settled: string[] = [];
      const note = (): void => {
        fetched.note(settled);
        settled = [];
      };
      const ended = await ingestObjects(lake, sources.brought(sources.list()), {
        ...{ reading: lakeReading(), now, keepRaw, limits, signal, ...(onProgress && { onProgress }) },
        onSettled(object: LogObject, outcome) {
          sources.release(object);
          // What could not be read is tried again: it may have been repaired.
          if (object.identity !== undefined && outcome !== 'bad') settled.push(object.identity);
          if (settled.length >= NOTED_TOGETHER) note();
        },
      }).finally(note);
      const { read, known, bad } = ended.objects;
      const result = { ...ended, objects: { read, known: known + sources.known, bad: bad + sources.lost } };
      const problems = result.problems.map((each) => ({
        ...each,
        message: [
          ...(each.fault ? [faultDiagnostic(each.path, each.fault, messages).message] : []),
          ...(each.damaged > 0 ? [messages.lake.damaged(each.damaged)] : []),
          ...(each.unrecognized > 0 ? [messages.lake.unrecognized(each.unrecognized)] : []),
        ].join('; '),
      }));
      sealAgain(folder, options);
      return { lake: options.lake, ...result, problems, diagnostics };
    } finally {
      await sources.close();
      lake.close();
    }
  });
}
