/** How templates of CloudFormation say what an instance is launched with: instances, launch templates, launch configurations. */
import type { BlockReader, Leaf, ObjectNode, ReaderContext } from '../../code/index.ts';
import { byDefault, object, present, unresolved } from '../../code/index.ts';
import type { MetadataOptions } from './launch-template/shape.ts';

export const INSTANCE = 'AWS::EC2::Instance';
export const LAUNCH_TEMPLATE = 'AWS::EC2::LaunchTemplate';
export const LAUNCH_CONFIGURATION = 'AWS::AutoScaling::LaunchConfiguration';

/** Where the settings stand: a launch template has them in a block. */
export function launchData(block: BlockReader): BlockReader {
  return block.resource?.type === LAUNCH_TEMPLATE ? block.block('LaunchTemplateData') : block;
}

/** The settings of an instance's launch template: null without one, a leaf when it is not in this code. */
export function templateData(instance: BlockReader, context: ReaderContext): BlockReader | Leaf<never> | null {
  if (instance.resource?.type !== INSTANCE) return null;
  const reference = instance.block('LaunchTemplate');
  if (!reference.exists) return null;
  const [template] = context.targets(reference.value('LaunchTemplateId') ?? reference.value('LaunchTemplateName'), [LAUNCH_TEMPLATE]);
  if (template) return launchData(template);
  return unresolved({ code: 'unresolved-reference', detail: 'the launch template is not in this code' }, reference.place);
}

export function isReader(found: BlockReader | Leaf<never> | null): found is BlockReader {
  return found !== null && 'placeOf' in found;
}

/** The block that says one of the properties: the instance, else its launch template. */
export function saying(instance: BlockReader, context: ReaderContext, properties: readonly string[]): BlockReader {
  const template = templateData(instance, context);
  const own = launchData(instance);
  const isSaid = properties.some((property) => own.value(property) !== undefined);
  return isSaid || !isReader(template) ? own : template;
}

/** Own options over those of the launch template over AWS's defaults; the account's defaults are no part of a template. */
export function metadataOptions(block: BlockReader, context: ReaderContext): ObjectNode<MetadataOptions> {
  const own = launchData(block).block('MetadataOptions');
  const template = templateData(block, context);
  const inherited = isReader(template) ? template.block('MetadataOptions') : null;
  const read = <T extends string | number>(say: (options: BlockReader) => Leaf<T | undefined>, fallback: T): Leaf<T> => {
    const said = present(say(own));
    if (said) return said;
    if (template && !inherited) return isReader(template) ? byDefault(fallback, own.place) : template;
    return (inherited && present(say(inherited))) ?? byDefault(fallback, own.place);
  };
  return object<MetadataOptions>(
    {
      httpEndpoint: read<'enabled' | 'disabled'>((options) => options.oneOf('HttpEndpoint'), 'enabled'),
      tokenUse: read<'optional' | 'required'>((options) => options.oneOf('HttpTokens'), 'optional'),
      hopLimit: read<number>((options) => options.number('HttpPutResponseHopLimit'), 1),
    },
    block.place,
  );
}
