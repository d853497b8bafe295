/** Drift that kumomori.yaml expects: hidden from the exit code until its day. */
import type { Diagnostic } from '@kumomori/model';
import { matchesWildcard } from '@kumomori/model';
import type { ConfigExpectedDrift } from '../config/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { DriftEntry, DriftExpectation } from '../outputs/index.ts';

const WARN_DAYS = 14;
const DAY_MS = 86_400_000;

export class ExpectedDrift {
  readonly #rules: readonly ConfigExpectedDrift[];
  readonly #today: string;
  readonly #counts = new Map<ConfigExpectedDrift, number>();

  /** `today`: YYYY-MM-DD */
  constructor(rules: readonly ConfigExpectedDrift[], today: string) {
    this.#rules = rules;
    this.#today = today;
  }

  /** The first rule in force that fits; `path` null: the resource as a whole. */
  of(entry: Pick<DriftEntry, 'kind' | 'type' | 'name' | 'address' | 'id'>, path: string | null): DriftExpectation | null {
    let found: DriftExpectation | null = null;
    for (const rule of this.#rules) {
      if (!fits(rule, entry, path)) continue;
      this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + 1);
      const { owner, reason, expires, file, line } = rule;
      if (found === null && expires >= this.#today) found = { owner, reason, expires, file, line };
    }
    return found;
  }

  diagnostics({ drift }: Messages): readonly Diagnostic[] {
    return this.#rules.flatMap((rule): readonly Diagnostic[] => {
      const count = this.#counts.get(rule) ?? 0;
      const at = { file: rule.file, line: rule.line, column: null } as const;
      if (rule.expires < this.#today)
        return [{ severity: 'warning', ...at, code: 'expected-drift-expired', message: drift.diagnostics.expired(rule.expires, count) }];
      if (count === 0) return [{ severity: 'info', ...at, code: 'expected-drift-unused', message: drift.diagnostics.unused }];
      const days = Math.round((Date.parse(rule.expires) - Date.parse(this.#today)) / DAY_MS);
      if (days > WARN_DAYS) return [];
      return [{ severity: 'info', ...at, code: 'expected-drift-expires', message: drift.diagnostics.expires(rule.expires, days) }];
    });
  }
}

/** A rule that names attributes says nothing about whole resources. */
function fits(
  { kinds, types, resources, attributes }: ConfigExpectedDrift,
  { kind, type, name, address, id }: Pick<DriftEntry, 'kind' | 'type' | 'name' | 'address' | 'id'>,
  path: string | null,
): boolean {
  if (kinds && !kinds.includes(kind)) return false;
  if (types && !types.some((pattern) => matchesWildcard(pattern, type))) return false;
  const named = [name, address, id].filter((each) => each !== null);
  if (resources && !resources.some((pattern) => named.some((each) => matchesWildcard(pattern, each)))) return false;
  return !attributes || (path !== null && attributes.some((pattern) => matchesWildcard(pattern, path)));
}
