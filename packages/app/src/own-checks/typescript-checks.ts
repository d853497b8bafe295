/**
 * Checks in TypeScript: modules of the user, run by Node with its types stripped. They have all rights of this process, so only files that
 * the one who runs it asked for come here.
 */
import { createHash } from 'node:crypto';
import { registerHooks } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check, Diagnostic, Language } from '@kumomori/model';
import { isRecord, oneLine, resourceReaders, severities, suggest } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import type { CheckFile } from './check-files.ts';
import { readCheckText } from './check-files.ts';
import * as entryPoint from './entry.ts';
import type { OwnChecks } from './load-checks.ts';

const ENTRY = 'kumomori/checks';
const VIRTUAL = 'kumomori:checks';
const SHARED = Symbol.for('kumomori.checks');

let isRegistered = false;

/**
 * `kumomori/checks` is this very program wherever the file lies: verdicts and views of another copy would not be ours. The module is made of
 * names only; what they stand for is handed over in memory.
 */
function registerEntry(): void {
  if (isRegistered) return;
  isRegistered = true;
  Reflect.set(globalThis, SHARED, entryPoint);
  const names = Object.keys(entryPoint).join(', ');
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === ENTRY ? { url: VIRTUAL, format: 'module', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === VIRTUAL
        ? { format: 'module', source: `export const { ${names} } = globalThis[Symbol.for('kumomori.checks')];`, shortCircuit: true }
        : next(url, context),
  });
}

/** The check that a module exports as `check`; its id is the one it exports as `id`, else the file's name. Never throws. */
export async function loadTypeScriptCheck(file: CheckFile, language: Language): Promise<OwnChecks> {
  const texts = messagesIn(language).ownChecks;
  const failed = (message: string): OwnChecks => {
    const diagnostic: Diagnostic = {
      severity: 'error',
      file: file.path,
      line: null,
      column: null,
      code: 'check-invalid',
      message: oneLine(message),
    };
    return { checks: [], diagnostics: [diagnostic] };
  };
  registerEntry();
  let loaded: unknown;
  try {
    // A file that changed since (a watched folder) is another module.
    const version = createHash('sha256')
      .update(readCheckText(file.file) ?? '')
      .digest('hex')
      .slice(0, 16);
    loaded = await import(`${pathToFileURL(file.file).href}?${version}`);
  } catch (error) {
    return failed(texts.broken(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)));
  }
  const exported: Readonly<Record<string, unknown>> = isRecord(loaded) ? loaded : {};
  const id = typeof exported['id'] === 'string' ? exported['id'] : basename(file.file, '.ts');
  const check = exported['check'];
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id)) return failed(texts.badId(id));
  if (!isCheck(check)) return failed(texts.noCheck);
  if (!resourceReaders.some(({ type }) => type === check.on)) {
    return failed(
      texts.unknownType(
        check.on,
        suggest(
          check.on,
          resourceReaders.map(({ type }) => type),
        ),
      ),
    );
  }
  return { checks: [{ entry: { id, check }, file: file.path, frameworks: [] }], diagnostics: [] };
}

/** What the runner needs; texts are looked at by `checks test`. */
function isCheck(value: unknown): value is Check {
  if (typeof value !== 'object' || value === null) return false;
  const check: Partial<Record<keyof Check, unknown>> = value;
  const isText = (text: unknown): boolean => isRecord(text) && typeof text['en'] === 'string' && typeof text['ja'] === 'string';
  return (
    typeof check.evaluate === 'function' &&
    typeof check.on === 'string' &&
    isText(check.title) &&
    isText(check.why) &&
    severities.some((severity) => severity === check.severity) &&
    isRecord(check.fix) &&
    isText(check.fix['summary']) &&
    [check.references, check.equivalents, check.examples].every(Array.isArray)
  );
}
