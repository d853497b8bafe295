import type { CatalogueEntry, Parameters, FrameworkReference, Language, RegisteredReader, Severity } from '@kumomori/model';
import { readerNames, resourceReaders } from '@kumomori/model';
import type { Catalogue } from '../catalogue/index.ts';
import { isReadLive, productCatalogue, selectChecks } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { suggest } from '../suggest.ts';

export interface ChecksFilter {
  readonly language: Language;
  /** Selectors (see selectChecks): a check must be meant by one of each list that is not empty. */
  readonly checks?: readonly string[];
  readonly frameworks?: readonly string[];
  readonly severities?: readonly string[];
  /** Resource types, also their beginnings: `aws.s3`. */
  readonly types?: readonly string[];
  readonly catalogue?: Catalogue;
}

/** A check as `checks --format json` prints it (contracts.md §2). */
export interface CheckRow {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  readonly priority: string;
  readonly resourceType: string;
  /** Readers the resource type has. */
  readonly sources: readonly string[];
  readonly controlType: string;
  readonly frameworks: readonly FrameworkReference[];
  readonly equivalents: readonly string[];
  readonly params: readonly {
    readonly name: string;
    readonly type: string;
    readonly default: number | readonly string[];
    readonly min: number | null;
    readonly description: string;
  }[];
  readonly deprecated: { readonly replacedBy: string } | null;
}

/** Throws AppError for a selector that means nothing. */
export function listChecks(filter: ChecksFilter): readonly CheckRow[] {
  const catalogue = filter.catalogue ?? productCatalogue();
  const lists = [
    filter.checks,
    filter.frameworks?.map((name) => `framework:${name}`),
    filter.severities?.map((name) => `severity:${name}`),
  ];
  const wanted = lists.flatMap((list) => (list && list.length > 0 ? [idsOf(list, catalogue, filter.language)] : []));
  const types = filter.types ?? [];
  const known = [...new Set(catalogue.checks.map(({ check }) => check.on))];
  const unknown = types.find((type) => !known.some((each) => each === type || each.startsWith(`${type}.`)));
  if (unknown !== undefined) {
    throw new AppError('unknown-check', { message: messagesIn(filter.language).unknown.type(unknown, suggest(unknown, known)) });
  }
  return catalogue.checks
    .filter(
      ({ id, check }) =>
        wanted.every((ids) => ids.has(id)) &&
        (types.length === 0 || types.some((type) => check.on === type || check.on.startsWith(`${type}.`))),
    )
    .map((entry) => checkRow(entry, catalogue, filter.language));
}

function idsOf(selectors: readonly string[], catalogue: Catalogue, language: Language): ReadonlySet<string> {
  return new Set(
    selectors.flatMap((selector) => {
      const selected = selectChecks(selector, catalogue, (entry) => entry.check.severity);
      if (selected.kind === 'found') return [...selected.ids];
      const message = messagesIn(language).unknown[selected.what](selected.name, selected.suggestion);
      throw new AppError(selected.what === 'framework' ? 'unknown-framework' : 'unknown-check', { message });
    }),
  );
}

export function checkRow({ id, check }: CatalogueEntry, catalogue: Catalogue, language: Language): CheckRow {
  const params: Parameters = check.params ?? {};
  return {
    id,
    aliases: check.aliases ?? [],
    title: check.title[language],
    severity: check.severity,
    priority: check.priority,
    resourceType: check.on,
    sources: sourcesOf(check.on),
    controlType: check.controlType,
    frameworks: catalogue.controlsOf(id),
    equivalents: check.equivalents,
    params: Object.entries(params).map(([name, spec]) => ({
      name,
      type: spec.type,
      default: spec.default,
      min: spec.type === 'number' ? (spec.min ?? null) : null,
      description: spec.description[language],
    })),
    deprecated: check.deprecated ?? null,
  };
}

/** From what a resource type can be read. Live resources may share the reader of templates. */
function sourcesOf(type: string): readonly string[] {
  const reader: RegisteredReader | undefined = resourceReaders.find((each) => each.type === type);
  if (!reader) return [];
  const code = readerNames.filter((name) => reader[name] !== undefined);
  return isReadLive(reader) ? [...code, 'live'] : code;
}
