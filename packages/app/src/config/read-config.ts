/** Text of kumomori.yaml → Config; the first mistake becomes an AppError with file, line, column and one sentence. */
import type { CatalogueEntry, Severity } from '@kumomori/model';
import type { ParameterOverrides } from '@kumomori/engine';
import type { Catalogue } from '../catalogue/index.ts';
import { selectChecks } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { suggest } from '../suggest.ts';
import type { Config, ConfigException, ConfigExpectedDrift } from './config.ts';
import type { ConfigDocument, ConfigPath, Position } from './document.ts';
import { readConfigDocument } from './document.ts';
import { firstIssue } from './issues.ts';
import type { RawConfig } from './schema.ts';
import { configSchema } from './schema.ts';

export interface ReadConfigOptions {
  /** As shown to people. */
  readonly file: string;
  readonly catalogue: Catalogue;
  readonly messages: Messages;
}

/** Throws AppError `config-invalid`. An empty file is invalid: it lacks the version. */
export function readConfig(text: string, options: ReadConfigOptions): Config {
  const document = readConfigDocument(text);
  const reading = new Reading(document, options);
  if (document.problem) throw reading.error(document.problem, options.messages.config.notYaml(document.problem.message));
  const parsed = configSchema.safeParse(document.value ?? {});
  if (!parsed.success) {
    const { position, message } = firstIssue(parsed.error.issues, document, options.messages);
    throw reading.error(position, message);
  }
  return reading.resolve(parsed.data);
}

class Reading {
  readonly #document: ConfigDocument;
  readonly #options: ReadConfigOptions;

  constructor(document: ConfigDocument, options: ReadConfigOptions) {
    this.#document = document;
    this.#options = options;
  }

  error({ line, column }: Position, message: string): AppError {
    return new AppError('config-invalid', { message, place: { file: this.#options.file, line, column } });
  }

  resolve(raw: RawConfig): Config {
    const severity = new Map(Object.entries(raw.severity ?? {}).map(([name, level]) => [this.#checkId('severity', name), level]));
    const { varFiles = [], variables = {}, workspace } = raw.terraform ?? {};
    const severityOf = (entry: CatalogueEntry): Severity => severity.get(entry.id) ?? entry.check.severity;
    const selection = (selectors: readonly string[], name: string): readonly ReadonlySet<string>[] =>
      eachOnce(selectors).map(([selector, index]) => this.#select(selector, ['checks', name, index], severityOf));
    const select = raw.checks?.select && selection(raw.checks.select, 'select');
    const skip = selection(raw.checks?.skip ?? [], 'skip');
    return {
      file: this.#options.file,
      failOn: raw.failOn ?? null,
      include: raw.include ?? [],
      exclude: raw.exclude ?? [],
      selected: select ? new Set(select.flatMap((ids) => [...ids])) : null,
      skipped: new Set(skip.flatMap((ids) => [...ids])),
      severity,
      parameters: new Map(Object.entries(raw.parameters ?? {}).map(([name, values]) => this.#parameters(name, values))),
      terraform: {
        varFiles,
        variables: new Map(Object.entries(variables).map(([name, value]) => [name, String(value)])),
        workspace: workspace ?? null,
      },
      exceptions: raw.exceptions?.map((each, index) => this.#exception(each, index)) ?? [],
      expectedDrift: raw.expectedDrift?.map((each, index) => this.#expectedDrift(each, index)) ?? [],
    };
  }

  #checkId(section: string, name: string): string {
    const { catalogue, messages } = this.#options;
    const id = catalogue.idOf(name);
    if (id !== null) return id;
    throw this.error(this.#document.positionOfKey([section], name), messages.unknownCheck(name, catalogue.nearest(name)));
  }

  #select(selector: string, path: ConfigPath, severityOf: (entry: CatalogueEntry) => Severity): ReadonlySet<string> {
    const { catalogue, messages } = this.#options;
    const selected = selectChecks(selector, catalogue, severityOf);
    if (selected.kind === 'found') return selected.ids;
    throw this.error(this.#document.positionOf(path), messages.unknown[selected.what](selected.name, selected.suggestion));
  }

  #parameters(name: string, values: Readonly<Record<string, unknown>>): [string, ParameterOverrides] {
    const { messages, catalogue } = this.#options;
    const id = this.#checkId('parameters', name);
    const declared = catalogue.byId.get(id)?.check.params ?? {};
    const overrides: Record<string, number | readonly string[]> = {};
    for (const [parameter, value] of Object.entries(values)) {
      // Not by mere access: `constructor` is a name every object knows.
      const spec = Object.hasOwn(declared, parameter) ? declared[parameter] : undefined;
      if (!spec) {
        const names = Object.keys(declared);
        const position = this.#document.positionOfKey(['parameters', name], parameter);
        throw this.error(
          position,
          messages.config.unknownParameter(id, parameter, suggest(parameter, names) ?? (names.length === 1 ? (names[0] ?? null) : null)),
        );
      }
      const wrong = (what: string): AppError =>
        this.error(this.#document.positionOf(['parameters', name, parameter]), messages.config.expected(parameter, what));
      if (spec.type === 'number') {
        if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(messages.config.kinds.number);
        if (spec.min !== undefined && value < spec.min) throw wrong(messages.config.atLeast(spec.min));
        overrides[parameter] = value;
      } else {
        if (!isTexts(value)) throw wrong(messages.config.kinds.array);
        overrides[parameter] = value;
      }
    }
    return [id, overrides];
  }

  #expectedDrift(raw: NonNullable<RawConfig['expectedDrift']>[number], index: number): ConfigExpectedDrift {
    const { kinds = null, types = null, resources = null, attributes = null, reason, owner, expires } = raw;
    const { line } = this.#document.positionOf(['expectedDrift', index]);
    return { file: this.#options.file, line, kinds, types, resources, attributes, reason, owner, expires };
  }

  #exception(raw: NonNullable<RawConfig['exceptions']>[number], index: number): ConfigException {
    const { catalogue, messages, file } = this.#options;
    const checks = eachOnce(raw.checks).flatMap(([name, at]) => {
      const entries = name === '*' ? catalogue.checks : catalogue.find(name);
      if (entries.length > 0) return entries.map((entry) => entry.id);
      const position = this.#document.positionOf(['exceptions', index, 'checks', at]);
      throw this.error(position, messages.unknownCheck(name, catalogue.nearest(name)));
    });
    return {
      file,
      line: this.#document.positionOf(['exceptions', index]).line,
      written: raw.checks,
      checks: new Set(checks),
      resources: raw.resources ?? null,
      paths: raw.paths ?? null,
      tags: raw.tags ?? {},
      environments: raw.environments ?? null,
      reason: raw.reason,
      owner: raw.owner,
      expires: raw.expires,
    };
  }
}

/** A name that is there many times says nothing more: each with the index of its first place. */
function eachOnce(names: readonly string[]): readonly (readonly [name: string, index: number])[] {
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) if (!first.has(name)) first.set(name, index);
  return [...first];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
