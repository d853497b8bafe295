/** Exceptions of kumomori.yaml: which verdicts each would hide, and which of them are expired or without effect. */
import type { Diagnostic, Range, Suppression } from '@kumomori/model';
import { matchesWildcard } from '@kumomori/model';
import type { ConfigException } from '../config/index.ts';
import type { InstanceVerdict } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';

const WARN_DAYS = 14;
const DAY_MS = 86_400_000;

export interface CoverOptions {
  readonly workspace: string;
  /** Whether one of the path patterns covers a file. */
  readonly matchesAny: (patterns: readonly string[], path: string) => boolean;
  /** The module blocks through which the resource came to be. */
  readonly callers: readonly Range[];
}

/** True when every selector of the exception fits; expiry is not looked at. */
export function coversVerdict(
  exception: ConfigException,
  { entry, resource }: InstanceVerdict,
  { workspace, matchesAny, callers }: CoverOptions,
): boolean {
  const { address, range, rootDir } = resource.origin;
  if (!exception.checks.has(entry.id)) return false;
  if (exception.resources && !exception.resources.some((each) => matchesWildcard(each, address) || matchesWildcard(each, resource.name)))
    return false;
  const { paths } = exception;
  if (paths && ![range, ...callers].some((each) => matchesAny(paths, each.source.path))) return false;
  const tags = Object.entries(exception.tags);
  if (!tags.every(([key, pattern]) => Object.hasOwn(resource.tags, key) && matchesWildcard(pattern, resource.tags[key] ?? '')))
    return false;
  if (exception.environments === null) return true;
  const names = [...rootDir.split('/'), workspace, ...environmentTags(resource.tags)].map((name) => name.toLowerCase());
  return exception.environments.some((pattern) => names.some((name) => matchesWildcard(pattern.toLowerCase(), name)));
}

function environmentTags(tags: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(tags).flatMap(([key, value]) => (key.toLowerCase() === 'environment' ? [value] : []));
}

export function isExpired(exception: ConfigException, today: string): boolean {
  return exception.expires < today;
}

export function suppressionBy(exception: ConfigException): Suppression {
  const { reason, owner, expires, file, line } = exception;
  return { by: 'exception', reason, owner, expires, file, line };
}

export interface ExceptionReview {
  readonly today: string;
  /** Exceptions for other checks cannot be judged. */
  readonly ranChecks: ReadonlySet<string>;
  /** Everything below kumomori.yaml was scanned; otherwise an exception without effect may have one elsewhere. */
  readonly isWhole: boolean;
  readonly messages: Messages;
}

/** `matched`: how many findings each exception covers, expired ones too. */
export function exceptionDiagnostics(
  exceptions: readonly ConfigException[],
  matched: ReadonlyMap<ConfigException, number>,
  { today, ranChecks, isWhole, messages }: ExceptionReview,
): readonly Diagnostic[] {
  return exceptions.flatMap((exception): readonly Diagnostic[] => {
    const count = matched.get(exception) ?? 0;
    const at = { file: exception.file, line: exception.line, column: null } as const;
    const texts = messages.suppression;
    if (count === 0 && ![...exception.checks].some((id) => ranChecks.has(id))) return [];
    if (isExpired(exception, today)) {
      return [
        {
          severity: 'warning',
          ...at,
          code: 'exception-expired',
          message: texts.exceptionExpired(exception.expires, isWhole || count > 0 ? count : null),
        },
      ];
    }
    if (count === 0) {
      return isWhole
        ? [{ severity: 'warning', ...at, code: 'exception-unused', message: texts.exceptionUnused }]
        : [{ severity: 'info', ...at, code: 'exception-unused', message: texts.exceptionUnusedHere }];
    }
    const days = Math.round((Date.parse(exception.expires) - Date.parse(today)) / DAY_MS);
    if (days > WARN_DAYS) return [];
    return [{ severity: 'warning', ...at, code: 'exception-expires', message: texts.exceptionExpires(exception.expires, days) }];
  });
}
