import type { Framework, Language } from '@kumomori/model';
import type { Catalogue } from '../catalogue/index.ts';
import { findFrameworks, frameworkNames, productCatalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { suggest } from '../suggest.ts';

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
  readonly manual: boolean;
  readonly checks: readonly { readonly id: string; readonly title: string }[];
}

export function listFrameworks(catalogue: Catalogue = productCatalogue()): readonly FrameworkRow[] {
  return catalogue.frameworks.map((framework) => {
    const { list: _list, ...row } = detailOf(framework, { catalogue, language: 'en' });
    return row;
  });
}

export interface DescribeOptions {
  readonly language: Language;
  readonly catalogue?: Catalogue;
}

/** Throws AppError `unknown-framework`. */
export function describeFramework(name: string, { language, catalogue = productCatalogue() }: DescribeOptions): readonly FrameworkDetail[] {
  const found = findFrameworks(name, catalogue.frameworks);
  if (found.length > 0) return found.map((framework) => detailOf(framework, { catalogue, language }));
  const suggestion = suggest(name, frameworkNames(catalogue.frameworks));
  throw new AppError('unknown-framework', { message: messagesIn(language).unknown.framework(name, suggestion) });
}

function detailOf(framework: Framework, { catalogue, language }: Required<DescribeOptions>): FrameworkDetail {
  const list = Object.entries(framework.controls).map(([control, names]): ControlRow => {
    const entries = names.flatMap((name) => catalogue.byId.get(catalogue.idOf(name) ?? '') ?? []);
    return { control, manual: entries.length === 0, checks: entries.map(({ id, check }) => ({ id, title: check.title[language] })) };
  });
  const automated = list.filter((control) => !control.manual).length;
  return {
    framework: framework.id,
    version: framework.version,
    name: framework.name,
    mapping: framework.mapping,
    complete: framework.complete,
    controls: list.length,
    automated,
    manual: list.length - automated,
    checks: new Set(list.flatMap((control) => control.checks.map((check) => check.id))).size,
    list,
  };
}
