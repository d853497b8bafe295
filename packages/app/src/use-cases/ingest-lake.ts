/** Files and folders of logs → a lake. */
import { resolve } from 'node:path';
import type { Diagnostic, Language } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import type { IngestProgress, IngestResult, ObjectProblem } from '../lake/index.ts';
import { ingestObjects, lakeReading, openLake } from '../lake/index.ts';
import { faultDiagnostic, INFLATE_LIMITS, listObjects } from '../logs/index.ts';
import { aboutLake } from './lake-errors.ts';
import { sealAgain } from './seal-lake.ts';

export interface IngestLakeOptions {
  readonly lake: string;
  readonly logs: readonly string[];
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
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

/** Throws AppErrors; what was committed before one stays in the lake, and the next run goes on from there. */
export async function ingestLake(options: IngestLakeOptions): Promise<LakeIngest> {
  const { cwd, now, keepRaw, maxObjectMb } = options;
  const messages = messagesIn(options.language);
  const diagnostics: Diagnostic[] = [];
  const objects = listObjects(options.logs, { cwd, messages, report: (each) => diagnostics.push(each) });
  const limits = maxObjectMb === null ? INFLATE_LIMITS : { ...INFLATE_LIMITS, maxBytes: maxObjectMb * 1024 * 1024 };
  return await aboutLake(messages, async () => {
    const folder = resolve(cwd, options.lake);
    const lake = openLake(folder, { mayBegin: true });
    try {
      const { signal, onProgress } = options;
      const more = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
      const result = await ingestObjects(lake, objects, { reading: lakeReading(), now, keepRaw, limits, ...more });
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
      lake.close();
    }
  });
}
