/** Events of files of logs. Objects that hold none of the texts are inflated and not parsed. */
import type { Diagnostic } from '@kumomori/model';
import { readLogText } from '@kumomori/parsers';
import type { Messages } from '../i18n/index.ts';
import type { LogObject, ObjectText } from '../logs/index.ts';
import { faultDiagnostic, listObjects, readObjectText } from '../logs/index.ts';
import { parquetText } from '../sources/index.ts';
import type { EventStore } from './event-store.ts';

export interface FileStoreOptions {
  readonly cwd: string;
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Beyond it looking for the texts costs more than parsing. */
const MAX_TEXTS = 300;

/** Throws AppErrors for paths that are not there. Objects are listed once and read at every scan; faults are told once. */
export function fileStore(logs: readonly string[], { cwd, messages, report }: FileStoreOptions): EventStore {
  const objects = [...listObjects(logs, { cwd, messages, report })];
  const told = new Set<string>();
  const counts = { damaged: 0, unrecognized: 0 };
  return {
    kind: 'files',
    summary: () => ({ objects: objects.length, ...counts, isCut: false }),
    async scan(texts, take) {
      const wanted = texts.length > MAX_TEXTS ? null : anyOf(texts);
      for (const object of objects) {
        const { text, fault } = await textOf(object);
        const isFirst = !told.has(object.path);
        told.add(object.path);
        if (fault && isFirst) report(faultDiagnostic(object.path, fault, messages));
        if (wanted !== null && !wanted.test(text)) continue;
        const read = readLogText(text, { name: object.path });
        if (isFirst) {
          counts.damaged += read.damaged;
          counts.unrecognized += read.unrecognized;
        }
        for (const event of read.events) take(event, { file: object.path, partition: null });
        // Others of this process get their turn between objects.
        await Promise.resolve();
      }
    },
  };
}

async function textOf(object: LogObject): Promise<Pick<ObjectText, 'text' | 'fault'>> {
  const read = readObjectText(object);
  if (read.form !== 'parquet' || object.file === null) return read;
  const found = await parquetText(object.file);
  return found.kind === 'text' ? { text: found.text, fault: null } : { text: '', fault: { kind: found.kind, offset: null } };
}

/** Literal texts only, so that matching is linear. JSON may write a slash with a backslash before it. */
function anyOf(texts: readonly string[]): RegExp {
  return new RegExp(
    texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`).replaceAll(String.raw`\/`, String.raw`\\?\/`)).join('|'),
    'i',
  );
}
