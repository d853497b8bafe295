import type { CatalogueEntry, Severity } from '@kumomori/model';
import type { ParameterOverrides } from '@kumomori/engine';
import type { Catalogue } from '../catalogue/index.ts';
import { selectChecks } from '../catalogue/index.ts';
import type { Config } from '../config/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import type { CheckPlan } from './evaluate-checks.ts';
import type { PodSecurityChoice, ScanOptions } from './scan-options.ts';

export interface Plan extends CheckPlan {
  readonly ranChecks: ReadonlySet<string>;
}

export interface PlanContext {
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly messages: Messages;
}

/** Which checks run, with which severity and parameters. Throws AppError `unknown-check` and `unknown-framework`. */
export function planChecks(options: ScanOptions, { config, catalogue, messages }: PlanContext): Plan {
  const severityOf = (entry: CatalogueEntry): Severity => config.severity.get(entry.id) ?? entry.check.severity;
  const idsOf = (selectors: readonly string[]): ReadonlySet<string> =>
    new Set(
      selectors.flatMap((selector) => {
        const selected = selectChecks(selector, catalogue, severityOf);
        if (selected.kind === 'found') return [...selected.ids];
        const code = selected.what === 'framework' ? 'unknown-framework' : 'unknown-check';
        throw new AppError(code, { message: messages.unknown[selected.what](selected.name, selected.suggestion) });
      }),
    );
  const { checks = [], frameworks = [], severities = [], skipChecks = [] } = options;
  const lists = [checks, frameworks.map((name) => `framework:${name}`), severities.map((name) => `severity:${name}`)];
  const narrowed = lists.filter((list) => list.length > 0).map((list) => idsOf(list));
  const skipped = idsOf(skipChecks);
  const isChosen = (id: string): boolean =>
    narrowed.length > 0 ? narrowed.every((ids) => ids.has(id)) : (config.selected?.has(id) ?? true);
  const chosen = catalogue.checks.filter(
    ({ id, check }) => isChosen(id) && !skipped.has(id) && !config.skipped.has(id) && (!check.deprecated || narrowed.length > 0),
  );
  const today = options.now().toISOString().slice(0, 10);
  return {
    byType: Map.groupBy(chosen, (entry) => entry.check.on),
    severityOf,
    parametersOf: (id) => withToday(catalogue.byId.get(id), withPodSecurity(id, config.parameters.get(id), options.podSecurity), today),
    ranChecks: new Set(chosen.map((entry) => entry.id)),
  };
}

/** Checks that judge dates have a parameter for the day; the scan's own holds unless kumomori.yaml names another. */
function withToday(
  entry: CatalogueEntry | undefined,
  configured: ParameterOverrides | undefined,
  today: string,
): ParameterOverrides | undefined {
  if (entry?.check.params?.['today']?.type !== 'strings') return configured;
  return { today: [today], ...configured };
}

/** The parameters of a check of the Pod Security Standards: those of the command line before those of kumomori.yaml. */
function withPodSecurity(
  id: string,
  configured: ParameterOverrides | undefined,
  { level, version }: PodSecurityChoice = {},
): ParameterOverrides | undefined {
  if (!id.startsWith('k8s-pod-security-') || (level === undefined && version === undefined)) return configured;
  return { ...configured, ...(level !== undefined && { level: [level] }), ...(version !== undefined && { version }) };
}
