import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineArm, explicit, object, unresolved } from '../../../code/index.ts';
import type { Template, TemplateOutput, TemplateParameter } from './shape.ts';

export const arm = defineArm<Template>({
  types: ['deploymentTemplate'],
  identity: ['name'],
  read: (template) => ({
    parameters: template.list<TemplateParameter>('parameters', (parameter) =>
      object<TemplateParameter>(
        {
          name: parameter.string('name', { default: '' }),
          type: parameter.string('type', { default: '' }),
          isSecure: parameter.boolean('isSecure', { default: false }),
          hasDefault: hasDefault(parameter),
        },
        parameter.place,
      ),
    ),
    outputs: template.list<TemplateOutput>('outputs', (output) =>
      object<TemplateOutput>(
        {
          name: output.string('name', { default: '' }),
          isSecure: output.boolean('isSecure', { default: false }),
          revealsSecret: output.boolean('revealsSecret', { default: false }),
        },
        output.place,
      ),
    ),
  }),
});

function hasDefault(parameter: BlockReader): Leaf<boolean> {
  const value = parameter.value('defaultValue');
  const place = parameter.placeOf('defaultValue');
  if (!value) return byDefault(false, place);
  if (value.kind === 'unknown') return unresolved(value.reason, place);
  if (value.kind === 'string') return explicit(value.value !== '', place);
  if (value.kind === 'map') return explicit(value.entries.size > 0, place);
  return explicit(value.kind !== 'list' || value.items.length > 0, place);
}
