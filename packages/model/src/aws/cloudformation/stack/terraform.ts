import type { BlockReader, MapNode } from '../../../code/index.ts';
import { defineTerraform, explicit, hasItems, structureOf, unresolved } from '../../../code/index.ts';
import { environmentCredentials, isSecretName } from '../../../secrets/index.ts';
import type { MapValue, Value } from '../../../value.ts';
import type { Stack } from './shape.ts';

export const terraform = defineTerraform<Stack>({
  types: ['aws_cloudformation_stack'],
  identity: ['name'],
  read: (stack) => ({
    hasTopic: hasItems(stack, 'notification_arns'),
    hasRole: stack.isSet('iam_role_arn'),
    outputCredentials: outputCredentials(stack),
  }),
});

/** A template by URL is not in the code; one in YAML is text that nobody here has read. */
function outputCredentials(stack: BlockReader): MapNode<string> {
  const value = stack.value('template_body');
  const place = stack.placeOf('template_body');
  const template = value && structureOf(value);
  if (template?.kind !== 'map') {
    const detail = value ? 'the template cannot be read' : 'the template is not in this code';
    return environmentCredentials([], unresolved({ code: 'unsupported', detail }, place), place);
  }
  const section = template.entries.get('Outputs');
  const outputs = section?.kind === 'map' ? [...section.entries] : [];
  const written = outputs.flatMap(([variable, output]) => {
    const found = output.kind === 'map' ? output.entries.get('Value') : undefined;
    return found ? [{ variable, value: found }] : [];
  });
  const plain = environmentCredentials(written, null, place);
  const shown = written.filter(({ value }) => refersToSecret(value, template)).map(({ variable }) => variable);
  const entries = new Map([
    ...plain.entries,
    ...shown.map((variable) => [variable, explicit<string>('secret-value', place, true)] as const),
  ]);
  return { ...plain, entries };
}

/** A `Ref` to a parameter that is hidden (`NoEcho`) or is called like a secret. */
function refersToSecret(value: Value, template: MapValue): boolean {
  const ref = value.kind === 'map' ? value.entries.get('Ref') : undefined;
  if (ref?.kind !== 'string') return false;
  const parameters = template.entries.get('Parameters');
  const parameter = parameters?.kind === 'map' ? parameters.entries.get(ref.value) : undefined;
  if (parameter?.kind !== 'map') return false;
  const hidden = parameter.entries.get('NoEcho');
  return isSecretName(ref.value) || (hidden?.kind === 'bool' && hidden.value) || (hidden?.kind === 'string' && hidden.value === 'true');
}
