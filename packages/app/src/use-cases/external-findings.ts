/** Files of findings that other tools wrote → external findings of the report. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CatalogueEntry, Diagnostic, ExternalFinding } from '@kumomori/model';
import { maskCredentials } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { ReadFinding } from '../external/index.ts';
import { WorstVerdicts, compareExternal, readExternal } from '../external/index.ts';
import type { InstanceVerdict } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';

/** A million findings of Prowler have about 3 GB; nobody reads such a list beside ours. */
const MAX_BYTES = 256 * 1024 * 1024;

interface ExternalFile {
  readonly path: string;
  readonly findings: readonly ReadFinding[];
  readonly unread: number;
}

/** Throws AppError `external-missing` and `external-invalid`, before anything is scanned. */
export function openExternal(
  paths: readonly string[],
  { cwd, messages }: { readonly cwd: string; readonly messages: Messages },
): readonly ExternalFile[] {
  return paths.map((path) => {
    const read = readExternal(textOf(path, cwd, messages));
    if (!read) throw new AppError('external-invalid', { message: messages.external.invalid(path) });
    return { path, ...read };
  });
}

function textOf(path: string, cwd: string, messages: Messages): string {
  const place = resolve(cwd, path);
  try {
    if (statSync(place).size > MAX_BYTES) throw new AppError('external-invalid', { message: messages.external.tooLarge(path) });
    return readFileSync(place, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('external-missing', { message: messages.external.missing(path), cause });
  }
}

export interface ExternalResult {
  readonly findings: readonly ExternalFinding[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What was judged here of what the files speak of: to be told of every verdict before it is suppressed, because an accepted risk is still
 * there. Memory is bounded by the files.
 */
export class ExternalComparing {
  readonly #files: readonly ExternalFile[];
  readonly #own: WorstVerdicts;

  constructor(files: readonly ExternalFile[]) {
    this.#files = files;
    this.#own = new WorstVerdicts(files.flatMap(({ findings }) => findings.map(({ finding }) => finding.resource.id)));
  }

  see({ entry, resource, evaluation }: InstanceVerdict): void {
    if (this.#files.length === 0) return;
    const { account, region } = resource;
    const { status } = evaluation;
    this.#own.add({ checkId: entry.id, address: resource.origin.address, account: account ?? null, region: region ?? null, status });
  }

  /** Secrets in texts of others are masked. */
  result({ checks, messages }: { readonly checks: readonly CatalogueEntry[]; readonly messages: Messages }): ExternalResult {
    const files = this.#files;
    const own = this.#own.all;
    return {
      findings: files.flatMap(({ path, findings }) => compareExternal(findings, { checks, file: path, own }).map(masked)),
      diagnostics: files.flatMap(({ path, unread }): readonly Diagnostic[] =>
        unread === 0
          ? []
          : [
              {
                severity: 'info',
                file: path,
                line: null,
                column: null,
                code: 'external-unread',
                message: messages.external.unread(unread),
              },
            ],
      ),
    };
  }
}

function masked(finding: ExternalFinding): ExternalFinding {
  return { ...finding, title: maskCredentials(finding.title), message: maskCredentials(finding.message) };
}
