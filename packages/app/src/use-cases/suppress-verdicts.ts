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

/** One TARGET: the code that its verdicts come from. */
export interface JudgedCode {
  readonly files: ReadonlyMap<string, CodeFile>;
  readonly moduleCalls: ModuleCalls;
  readonly matchesAny: PathMatcher;
  readonly origin: OriginTarget;
}

export interface TargetSuppressor {
  /** The verdict, marked when it is hidden. Only failures and unknowns are looked at. O(exceptions + comments of its file). */
  suppress(verdict: InstanceVerdict): InstanceVerdict;
  /** After the last verdict. */
  diagnostics(): readonly Diagnostic[];
}

/** Findings that an exception covers. */
interface Covered {
  readonly keys: Set<string>;
  readonly findings: ExceptionPreview['findings'][number][];
}

/** What comments and exceptions hide in one run. */
export class Suppressor {
  readonly #options: SuppressOptions;
  readonly #covered = new Map<ConfigException, Covered>();
  readonly #saidForeign = new Set<string>();

  constructor(options: SuppressOptions) {
    this.#options = options;
  }

  /** TARGETs come in their order, one after the other. */
  within(code: JudgedCode): TargetSuppressor {
    const { config, plan } = this.#options;
    const { files, matchesAny, origin } = code;
    const inline = new InlineIgnores(files, { ...this.#options, saidForeign: this.#saidForeign });
    return {
      suppress: (verdict) => {
        const isOpen = verdict.evaluation.status === 'fail' || verdict.evaluation.status === 'unknown';
        const suppressed = isOpen ? this.#suppressionOf(verdict, inline, code) : null;
        return suppressed ? { ...verdict, suppressed } : verdict;
      },
      diagnostics: () => {
        const isShown = (path: string): boolean => !matchesAny(config.exclude, path);
        return inline.diagnostics(plan.ranChecks, isShown).map((each) => ({ ...each, file: origin.shown(each.file) }));
      },
    };
  }

  /** After the last TARGET: exceptions that are expired, or of no use any more. */
  diagnostics(): readonly Diagnostic[] {
    const { config, messages, today, plan, isWhole } = this.#options;
    const counts = new Map([...this.#covered].map(([exception, { keys }]) => [exception, keys.size]));
    return exceptionDiagnostics(config.exceptions, counts, { today, ranChecks: plan.ranChecks, isWhole, messages });
  }

  get exceptions(): readonly ExceptionPreview[] {
    const { config, today } = this.#options;
    return config.exceptions.map((exception) => {
      const { file, line, written, reason, owner, expires } = exception;
      const findings = this.#covered.get(exception)?.findings ?? [];
      return { file, line, checks: written, reason, owner, expires, expired: isExpired(exception, today), findings };
    });
  }

  #suppressionOf(verdict: InstanceVerdict, inline: InlineIgnores, { moduleCalls, matchesAny }: JudgedCode): Suppression | null {
    const { config, today, workspace, preview } = this.#options;
    const callers = callersOf(verdict.resource.origin, moduleCalls);
    let found: Suppression | null = inline.isEmpty ? null : inline.suppressionOf(verdict, callers);
    for (const exception of config.exceptions) {
      if (!coversVerdict(exception, verdict, { workspace, matchesAny, callers })) continue;
      this.#cover(exception, verdict);
      if (found === null && !preview && !isExpired(exception, today)) found = suppressionBy(exception);
    }
    return found;
  }

  /** The first verdict of each finding. */
  #cover(exception: ConfigException, { entry, identity, evaluation, resource, target }: InstanceVerdict): void {
    const covered = this.#covered.get(exception) ?? { keys: new Set(), findings: [] };
    this.#covered.set(exception, covered);
    const key = `${entry.id}\n${identity}`;
    if (covered.keys.has(key)) return;
    covered.keys.add(key);
    const { address, range } = resource.origin;
    covered.findings.push({ checkId: entry.id, status: evaluation.status, address, file: target.shown(range.source.path) });
  }
}
