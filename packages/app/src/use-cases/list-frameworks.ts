import type { Framework, Language } from '@kumomori/model';
import type { Catalogue } from '../catalogue/index.ts';
import { findFrameworks, frameworkNames, productCatalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { suggest } from '../suggest.ts';
import { groupOf, textsOf, titleOf } from './framework-texts.ts';
import { withOwnFrameworks } from './own-frameworks.ts';

export interface FrameworkRow {
  readonly framework: string;
  readonly version: string;
  readonly name: string;
  readonly mapping: Framework['mapping'];
  readonly complete: boolean;
  readonly controls: number;
  readonly automated: number;
  readonly manual: number;
  /** Distinct checks its controls name. */
  readonly checks: number;
}

export interface FrameworkDetail extends FrameworkRow {
  readonly list: readonly ControlRow[];
}

export interface ControlRow {
  readonly control: string;
  /** In our own words; empty where its checks say enough. */
  readonly title: string;
  readonly manual: boolean;
  readonly checks: readonly { readonly id: string; readonly title: string }[];
}

export interface ListFrameworksOptions {
  readonly language: Language;
  /** Of frameworks of the user's own, relative to `cwd`. */
  readonly frameworkFiles?: readonly string[];
  /** Where kumomori.yaml is looked for; without it only the frameworks of the catalogue. */
  readonly cwd?: string;
  readonly catalogue?: Catalogue;
}

/** Throws AppError `config-missing` and `config-invalid` for frameworks of the user's own. */
export async function listFrameworks(options: ListFrameworksOptions): Promise<readonly FrameworkRow[]> {
  const { language } = options;
  const catalogue = await catalogueOf(options);
  const details = await Promise.all(catalogue.frameworks.map((framework) => detailOf(framework, { catalogue, language })));
  return details.map(({ list: _list, ...row }) => row);
}

/** Throws AppError `unknown-framework` too. */
export async function describeFramework(name: string, options: ListFrameworksOptions): Promise<readonly FrameworkDetail[]> {
  const { language } = options;
  const catalogue = await catalogueOf(options);
  const found = findFrameworks(name, catalogue.frameworks);
  if (found.length > 0) return Promise.all(found.map((framework) => detailOf(framework, { catalogue, language })));
  const suggestion = suggest(name, frameworkNames(catalogue.frameworks));
  throw new AppError('unknown-framework', { message: messagesIn(language).unknown.framework(name, suggestion) });
}

async function catalogueOf({
  language,
  frameworkFiles = [],
  cwd,
  catalogue = productCatalogue(),
}: ListFrameworksOptions): Promise<Catalogue> {
  return cwd === undefined ? catalogue : withOwnFrameworks(catalogue, { targets: [], cwd, language, frameworkFiles });
}

interface DetailOptions {
  readonly catalogue: Catalogue;
  readonly language: Language;
}

async function detailOf(framework: Framework, { catalogue, language }: DetailOptions): Promise<FrameworkDetail> {
  const texts = await textsOf(framework);
  const list = Object.entries(framework.controls).map(([control, names]): ControlRow => {
    const entries = names.flatMap((name) => catalogue.byId.get(catalogue.idOf(name) ?? '') ?? []);
    const title = (titleOf(control, texts) ?? texts.groups[groupOf(control, texts) ?? ''])?.[language] ?? '';
    return { control, title, manual: entries.length === 0, checks: entries.map(({ id, check }) => ({ id, title: check.title[language] })) };
  });
  const automated = list.filter((control) => !control.manual).length;
  return {
    framework: framework.id,
    version: framework.version,
    name: texts.name[language],
    mapping: framework.mapping,
    complete: framework.complete,
    controls: list.length,
    automated,
    manual: list.length - automated,
    checks: new Set(list.flatMap((control) => control.checks.map((check) => check.id))).size,
    list,
  };
}
