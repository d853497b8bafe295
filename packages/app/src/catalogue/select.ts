/** Which checks run: selectors of `--check`, `--skip-check`, `--framework` and kumomori.yaml. */
import type { CatalogueEntry, Framework, Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { Catalogue } from './catalogue.ts';
import { suggest } from '../suggest.ts';

/** The checks a selector means, or that it means nothing. */
export type Selected =
  | { readonly kind: 'found'; readonly ids: ReadonlySet<string> }
  | {
      readonly kind: 'unknown';
      readonly what: 'check' | 'severity' | 'framework';
      readonly name: string;
      readonly suggestion: string | null;
    };

/** A check id, earlier id, foreign id, wildcard, `severity:high` or `framework:cis-aws@5.0` (all versions without `@`). */
export function selectChecks(selector: string, catalogue: Catalogue, severityOf: (entry: CatalogueEntry) => Severity): Selected {
  const [kind, ...rest] = selector.split(':');
  const name = rest.join(':');
  if (kind === 'severity') {
    if (!isSeverity(name)) return { kind: 'unknown', what: 'severity', name, suggestion: suggest(name, severities) };
    return found(catalogue.checks.filter((entry) => severityOf(entry) === name));
  }
  if (kind === 'framework') {
    const versions = findFrameworks(name, catalogue.frameworks);
    if (versions.length === 0)
      return { kind: 'unknown', what: 'framework', name, suggestion: suggest(name, frameworkNames(catalogue.frameworks)) };
    return found(
      catalogue.checks.filter(({ id }) =>
        catalogue.controlsOf(id).some((each) => versions.some((one) => one.id === each.framework && one.version === each.version)),
      ),
    );
  }
  const entries = catalogue.find(selector);
  return entries.length > 0 ? found(entries) : { kind: 'unknown', what: 'check', name: selector, suggestion: catalogue.nearest(selector) };
}

/** Versions of `cis-aws`, or the one of `cis-aws@5.0`. */
export function findFrameworks(name: string, frameworks: readonly Framework[]): readonly Framework[] {
  const [id, version] = name.toLowerCase().split('@');
  return frameworks.filter((each) => each.id.toLowerCase() === id && (version === undefined || each.version.toLowerCase() === version));
}

export function frameworkNames(frameworks: readonly Framework[]): readonly string[] {
  return [...new Set(frameworks.flatMap(({ id, version }) => [id, `${id}@${version}`]))];
}

export function isSeverity(text: string): text is Severity {
  return severities.some((severity) => severity === text);
}

function found(entries: readonly CatalogueEntry[]): Selected {
  return { kind: 'found', ids: new Set(entries.map((entry) => entry.id)) };
}
