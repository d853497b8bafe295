/** Marks verdicts that comments in the code or exceptions of kumomori.yaml hide, and says which of those are of no use any more. */
import type { Diagnostic, Range, Suppression } from '@kumomori/model';
import { bareAddress } from '@kumomori/model';
import type { HclFile } from '@kumomori/parsers';
import type { Catalogue } from '../catalogue/index.ts';
import type { Config, ConfigException } from '../config/index.ts';
import type { InstanceVerdict } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';
import { InlineIgnores, coversVerdict, exceptionDiagnostics, isExpired, suppressionBy } from '../suppressions/index.ts';
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
  readonly files: ReadonlyMap<string, HclFile>;
  /** `root folder | address without keys` → the module block. */
  readonly moduleCalls: ReadonlyMap<string, Range>;
  readonly matchesAny: PathMatcher;
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
  for (const { files, moduleCalls, matchesAny, verdicts: given } of targets) {
    const inline = new InlineIgnores(files, options);
    for (const verdict of given) {
      const isOpen = verdict.evaluation.status === 'fail' || verdict.evaluation.status === 'unknown';
      const suppressed = isOpen ? suppressionOf(verdict, { inline, moduleCalls, matchesAny, covered, options }) : null;
      verdicts.push(suppressed ? { ...verdict, suppressed } : verdict);
    }
    diagnostics.push(...inline.diagnostics(plan.ranChecks));
  }
  const counts = new Map([...covered].map(([exception, group]) => [exception, group.size]));
  diagnostics.push(...exceptionDiagnostics(config.exceptions, counts, { today, ranChecks: plan.ranChecks, isWhole, messages }));
  return { verdicts, diagnostics, exceptions: config.exceptions.map((each) => previewOf(each, covered.get(each), today)) };
}

interface Matching {
  readonly inline: InlineIgnores;
  readonly moduleCalls: ReadonlyMap<string, Range>;
  readonly matchesAny: PathMatcher;
  /** Filled: exception → the first verdict of each finding it covers. */
  readonly covered: Map<ConfigException, Map<string, InstanceVerdict>>;
  readonly options: SuppressOptions;
}

function suppressionOf(verdict: InstanceVerdict, { inline, moduleCalls, matchesAny, covered, options }: Matching): Suppression | null {
  const { config, today, workspace, preview } = options;
  let found: Suppression | null = inline.isEmpty ? null : inline.suppressionOf(verdict, callersOf(verdict, moduleCalls));
  for (const exception of config.exceptions) {
    if (!coversVerdict(exception, verdict, { workspace, matchesAny })) continue;
    const group = covered.get(exception) ?? new Map<string, InstanceVerdict>();
    covered.set(exception, group);
    const key = `${verdict.entry.id}\n${verdict.identity}`;
    if (!group.has(key)) group.set(key, verdict);
    if (found === null && !preview && !isExpired(exception, today)) found = suppressionBy(exception);
  }
  return found;
}

/** The module blocks on the way to a resource, outermost first: `module.a.module.b.aws_x.y` has two. */
function callersOf({ resource }: InstanceVerdict, moduleCalls: ReadonlyMap<string, Range>): readonly Range[] {
  const { address, rootDir } = resource.origin;
  if (!address.startsWith('module.')) return [];
  const parts = bareAddress(address).split('.');
  const ranges: Range[] = [];
  for (let length = 2; parts[length - 2] === 'module'; length += 2) {
    const range = moduleCalls.get(`${rootDir}|${parts.slice(0, length).join('.')}`);
    if (range) ranges.push(range);
  }
  return ranges;
}

function previewOf(exception: ConfigException, group: ReadonlyMap<string, InstanceVerdict> | undefined, today: string): ExceptionPreview {
  const { file, line, written, reason, owner, expires } = exception;
  const findings = [...(group?.values() ?? [])].map(({ entry, evaluation, resource }) => ({
    checkId: entry.id,
    status: evaluation.status,
    address: resource.origin.address,
    file: resource.origin.range.source.path,
  }));
  return { file, line, checks: written, reason, owner, expires, expired: isExpired(exception, today), findings };
}
