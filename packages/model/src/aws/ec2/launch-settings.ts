/** What an instance is launched with: its own arguments over those of its launch template over the account's defaults. */
import type { BlockReader, Leaf, ReaderContext } from '../../code/index.ts';
import { byDefault, explicit, present, unresolved } from '../../code/index.ts';

/** Block types that launch instances or describe how. */
export const launchTypes = ['aws_instance', 'aws_spot_instance_request', 'aws_launch_template', 'aws_launch_configuration'] as const;

/** The launch template of an instance: null without one, a leaf when it is not in this code. */
export function launchTemplateOf(instance: BlockReader, context: ReaderContext): BlockReader | Leaf<never> | null {
  const reference = instance.block('launch_template');
  if (!reference.exists) return null;
  const named = reference.value('id') ?? reference.value('name');
  const [template] = context.targets(named, ['aws_launch_template']);
  if (template) return template;
  return unresolved({ code: 'unresolved-reference', detail: 'the launch template is not in this code' }, reference.place);
}

export function isReader(found: BlockReader | Leaf<never> | null): found is BlockReader {
  return found !== null && 'placeOf' in found;
}

/**
 * An attribute of `metadata_options` and where it comes from: instance, launch template, account defaults of the same provider
 * configuration, machine image, AWS's default. Source: Amazon EC2 User Guide, "Order of precedence for instance metadata options",
 * read 2026-11-22.
 */
export function metadataOption<T extends string>(
  block: BlockReader,
  attribute: 'http_tokens' | 'http_endpoint',
  { context, fallback }: { readonly context: ReaderContext; readonly fallback: T },
): Leaf<T> {
  const own = present(block.block('metadata_options').oneOf<T>(attribute));
  if (own) return own;
  const template = launchTemplateOf(block, context);
  if (isReader(template)) {
    const inherited = present(template.block('metadata_options').oneOf<T>(attribute));
    if (inherited) return inherited;
  } else if (template) return template;
  const account = accountDefault<T>(block, attribute, context);
  if (account) return account;
  const image = attribute === 'http_tokens' ? imageDefault<T>(block, context) : null;
  return image ?? byDefault(fallback, block.block('metadata_options').place);
}

/** `http_put_response_hop_limit`, by the same order; -1 of the account's defaults means no preference. */
export function hopLimit(block: BlockReader, context: ReaderContext): Leaf<number> {
  const attribute = 'http_put_response_hop_limit';
  const own = present(block.block('metadata_options').number(attribute));
  if (own) return own;
  const template = launchTemplateOf(block, context);
  if (template && !isReader(template)) return template;
  const inherited = template && present(template.block('metadata_options').number(attribute));
  if (inherited) return inherited;
  const said = sameRegion(block, context.all('aws_ec2_instance_metadata_defaults')).flatMap(
    (each) => present(each.number(attribute)) ?? [],
  );
  return said.find(({ value }) => value !== -1) ?? byDefault(1, block.block('metadata_options').place);
}

function accountDefault<T extends string>(block: BlockReader, attribute: string, context: ReaderContext): Leaf<T> | null {
  const defaults = sameRegion(block, context.all('aws_ec2_instance_metadata_defaults'));
  for (const each of defaults) {
    const leaf = each.oneOf<T | 'no-preference'>(attribute, { default: 'no-preference' });
    if (leaf.state === 'unresolved') return unresolved(leaf.reason ?? notKnown, leaf.place);
    if (leaf.value !== undefined && leaf.value !== 'no-preference') return explicit(leaf.value, leaf.place);
  }
  return null;
}

/** Images of this code that are registered for IMDSv2 make it required. */
function imageDefault<T extends string>(block: BlockReader, context: ReaderContext): Leaf<T> | null {
  const [image] = context.targets(block.value('ami') ?? block.value('image_id'), ['aws_ami']);
  const support = image?.string('imds_support');
  // 'required' is one of the two values of http_tokens, the only attribute this is asked for.
  return support?.value === 'v2.0' ? (explicit('required', support.place) as Leaf<string> as Leaf<T>) : null;
}

/** Blocks under the same provider configuration: the same account and region. */
export function sameRegion(block: BlockReader, others: readonly BlockReader[]): readonly BlockReader[] {
  return others.filter((other) => other.resource?.provider === block.resource?.provider && !other.uncertain);
}

const notKnown = { code: 'computed', detail: 'it is not known' } as const;
