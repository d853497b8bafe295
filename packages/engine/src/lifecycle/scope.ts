/** What a scan may speak about. */
import type { UnseenType } from '@kumomori/model';
import type { ScanGap, ScanScope, TrackedFinding } from './types.ts';

/**
 * Resource types of which a collection may not have seen all: that such a resource is missing says nothing. The scope of a report names one
 * account only, so the gap is one in all of them.
 */
export function gapsOfUnseen(unseen: readonly UnseenType[]): readonly ScanGap[] {
  if (unseen.length === 0) return [];
  return [{ account: null, region: null, resourceTypes: unseen.map(({ type }) => type), checks: null }];
}

/** Answers in O(1 + gaps): whether a scan was about a finding at all, and whether it lies in a part that was not looked at. */
export class ScopeReader {
  readonly #scope: ScanScope;
  readonly #accounts: ReadonlySet<string> | null;
  readonly #regions: ReadonlySet<string> | null;
  readonly #checks: ReadonlySet<string> | null;
  readonly #gaps: readonly { gap: ScanGap; types: ReadonlySet<string> | null; checks: ReadonlySet<string> | null }[];

  constructor(scope: ScanScope) {
    this.#scope = scope;
    this.#accounts = setOf(scope.accounts);
    this.#regions = setOf(scope.regions);
    this.#checks = setOf(scope.checks);
    this.#gaps = scope.gaps.map((gap) => ({ gap, types: setOf(gap.resourceTypes), checks: setOf(gap.checks) }));
  }

  /** A finding of which account or region is not known is in scope only when all of them are. */
  holds({ target, checkId, resource }: TrackedFinding): boolean {
    return (
      target === this.#scope.target &&
      (this.#checks?.has(checkId) ?? true) &&
      isIn(this.#accounts, resource.account) &&
      isIn(this.#regions, resource.region)
    );
  }

  /** A gap in one account or region also covers findings of which that is not known. */
  isGap({ checkId, resource }: TrackedFinding): boolean {
    return this.#gaps.some(
      ({ gap, types, checks }) =>
        (gap.account === null || resource.account === null || gap.account === resource.account) &&
        (gap.region === null || resource.region === null || gap.region === resource.region) &&
        (types?.has(resource.type) ?? true) &&
        (checks?.has(checkId) ?? true),
    );
  }
}

function setOf(names: readonly string[] | null): ReadonlySet<string> | null {
  return names === null ? null : new Set(names);
}

function isIn(wanted: ReadonlySet<string> | null, name: string | null): boolean {
  return wanted === null || (name !== null && wanted.has(name));
}
