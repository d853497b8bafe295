/** Which template a resource nests, as far as it is on this disk. */
import type { Value } from '@kumomori/model';
import type { Draft } from './draft.ts';
import type { Loader } from './loader.ts';
import { textOf } from './parameters.ts';

/** Where each type names the template it nests, and the parameters it hands over. */
const nesting: Readonly<Record<string, { readonly template: string; readonly parameters: string }>> = {
  'AWS::CloudFormation::Stack': { template: 'TemplateURL', parameters: 'Parameters' },
  'AWS::CloudFormation::StackSet': { template: 'TemplateURL', parameters: 'Parameters' },
  'AWS::Serverless::Application': { template: 'Location', parameters: 'Parameters' },
};

/** The name of the property that holds parameters; null for a type that nests nothing. */
export function parametersProperty(type: string): string | null {
  return nesting[type]?.parameters ?? null;
}

/**
 * The path of the nested template: a relative path before packaging, or where CDK put the asset. `read` gives a property's value. Null when it
 * is somewhere else, or the type nests nothing.
 */
export function nestedPath(draft: Draft, from: string, { loader, read }: { loader: Loader; read: (value: Value) => Value }): string | null {
  const names = nesting[draft.type];
  if (!names || draft.properties.kind !== 'map') return null;
  const metadata = draft.settings.entries.get('Metadata');
  const asset = metadata?.kind === 'map' ? textOf(metadata.entries.get('aws:asset:path')) : null;
  const written = draft.properties.entries.get(names.template);
  const url = asset ?? (written ? textOf(read(written)) : null);
  return url === null ? null : loader.resolve(from, url);
}
