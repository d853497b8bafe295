/** Marks verdicts that comments in the code or exceptions of kumomori.yaml hide, and says which of those are of no use any more. */
import type { Diagnostic, Suppression } from '@kumomori/model';
import type { CodeFile } from '@kumomori/parsers';
import type { Catalogue } from '../catalogue/index.ts';
import type { Config, ConfigException } from '../config/index.ts';
import type { InstanceVerdict, OriginTarget } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';
import { InlineIgnores, coversVerdict, exceptionDiagnostics, isExpired, suppressionBy } from '../suppressions/index.ts';
import type { ModuleCalls } from './callers.ts';
import { callersOf } from './callers.ts';
import type { PathMatcher } from './path-scope.ts';
import type { ExceptionPreview } from './scan-options.ts';

export interface SuppressOptions {
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly messages: Messages;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly workspace: string;
  readonly plan: { readonly ranChecks: ReadonlySet<string> };
  /** Everything below kumomori.yaml was scanned. */
  readonly isWhole: boolean;
  /** Exceptions are matched but hide nothing. */
  readonly preview: boolean;
}

/** The verdicts of one TARGET and the code they come from. */
export interface Judged {
  readonly verdicts: readonly InstanceVerdict[];
  readonly files: ReadonlyMap<string, CodeFile>;
  readonly moduleCalls: ModuleCalls;
  readonly matchesAny: PathMatcher;
  readonly origin: OriginTarget;
}

export interface Suppressed {
  readonly verdicts: readonly InstanceVerdict[];
  readonly exceptions: readonly ExceptionPreview[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Only failures and unknowns are looked at. O(verdicts · (exceptions + comments of their files)). */
export function suppress(targets: readonly Judged[], options: SuppressOptions): Suppressed {
  const { config, messages, today, plan, isWhole } = options;
  const covered = new Map<ConfigException, Map<string, InstanceVerdict>>();
  const verdicts: InstanceVerdict[] = [];
  const diagnostics: Diagnostic[] = [];
  const saidForeign = new Set<string>();
  for (const { files, moduleCalls, matchesAny, verdicts: given, origin } of targets) {
    const inline = new InlineIgnores(files, { ...options, saidForeign });
    for (const verdict of given) {
      const isOpen = verdict.evaluation.status === 'fail' || verdict.evaluation.status === 'unknown';
      const suppressed = isOpen ? suppressionOf(verdict, { inline, moduleCalls, matchesAny, covered, options }) : null;
      verdicts.push(suppressed ? { ...verdict, suppressed } : verdict);
    }
    const isShown = (path: string): boolean => !matchesAny(config.exclude, path);
    for (const each of inline.diagnostics(plan.ranChecks, isShown)) diagnostics.push({ ...each, file: origin.shown(each.file) });
  }
  const counts = new Map([...covered].map(([exception, group]) => [exception, group.size]));
  for (const each of exceptionDiagnostics(config.exceptions, counts, { today, ranChecks: plan.ranChecks, isWhole, messages }))
    diagnostics.push(each);
  return { verdicts, diagnostics, exceptions: config.exceptions.map((each) => previewOf(each, covered.get(each), today)) };
}

interface Matching {
  readonly inline: InlineIgnores;
  readonly moduleCalls: ModuleCalls;
  readonly matchesAny: PathMatcher;
  /** Filled: exception → the first verdict of each finding it covers. */
  readonly covered: Map<ConfigException, Map<string, InstanceVerdict>>;
  readonly options: SuppressOptions;
}

function suppressionOf(verdict: InstanceVerdict, { inline, moduleCalls, matchesAny, covered, options }: Matching): Suppression | null {
  const { config, today, workspace, preview } = options;
  const callers = callersOf(verdict.resource.origin, moduleCalls);
  let found: Suppression | null = inline.isEmpty ? null : inline.suppressionOf(verdict, callers);
  for (const exception of config.exceptions) {
    if (!coversVerdict(exception, verdict, { workspace, matchesAny, callers })) continue;
    const group = covered.get(exception) ?? new Map<string, InstanceVerdict>();
    covered.set(exception, group);
    const key = `${verdict.entry.id}\n${verdict.identity}`;
    if (!group.has(key)) group.set(key, verdict);
    if (found === null && !preview && !isExpired(exception, today)) found = suppressionBy(exception);
  }
  return found;
}

function previewOf(exception: ConfigException, group: ReadonlyMap<string, InstanceVerdict> | undefined, today: string): ExceptionPreview {
  const { file, line, written, reason, owner, expires } = exception;
  const findings = [...(group?.values() ?? [])].map(({ entry, evaluation, resource, target }) => ({
    checkId: entry.id,
    status: evaluation.status,
    address: resource.origin.address,
    file: target.shown(resource.origin.range.source.path),
  }));
  return { file, line, checks: written, reason, owner, expires, expired: isExpired(exception, today), findings };
}
