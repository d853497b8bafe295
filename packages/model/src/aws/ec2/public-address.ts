/** Does an instance get a public IPv4 address? */
import type { BlockReader, Leaf, Place, ReaderContext } from '../../code/index.ts';
import { absent, byDefault, explicit, present, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';
import { isReader, launchTemplateOf } from './launch-settings.ts';

/**
 * True when an Elastic IP is tied to it, when it asks for an address, or when it leaves the choice to a subnet that hands them out. Absent
 * for a launch template or configuration that leaves the choice to the subnet. A subnet that is named but not in this code counts with
 * the documented default (false); without any subnet the default VPC decides, which is not known here.
 * Sources: hashicorp/aws documentation of aws_instance, aws_launch_template, aws_eip, aws_subnet; Amazon VPC User Guide, "Public IPv4
 * addresses"; read 2026-11-22.
 */
export function publicAddressOf(block: BlockReader, context: ReaderContext): Leaf<boolean> {
  const elastic = elasticIpOf(block, context);
  if (elastic) return explicit(true, elastic);
  const asked = askedFor(block);
  if (asked) return asked;
  if (block.resource?.type === 'aws_launch_template' || block.resource?.type === 'aws_launch_configuration') return absent(block.place);
  const [interfaces] = [...networkInterfaces(block)];
  // An interface made beforehand has only the addresses that were given to it.
  if (interfaces) return byDefault(false, interfaces.place);
  const template = launchTemplateOf(block, context);
  const inherited = isReader(template) ? askedFor(template) : null;
  if (inherited) return inherited;
  const named = block.value('subnet_id') ?? (isReader(template) ? subnetOfTemplate(template) : undefined);
  const [subnet] = context.targets(named, ['aws_subnet', 'aws_default_subnet']);
  if (subnet) return mapsPublicIp(subnet);
  if (template && !isReader(template)) return template;
  if (named) return byDefault(false, block.place);
  const detail = 'without subnet_id the subnet of the default VPC decides, which is not in this code';
  return unresolved({ code: 'unresolved-reference', detail }, block.place);
}

/** Default subnets hand out addresses unless told otherwise. */
export function mapsPublicIp(subnet: BlockReader): Leaf<boolean> {
  return subnet.boolean('map_public_ip_on_launch', { default: subnet.resource?.type === 'aws_default_subnet' });
}

/** What the block says itself; a true on one interface decides. Null when it says nothing. */
function askedFor(block: BlockReader): Leaf<boolean> | null {
  const { readers, rest } = block.blocks('network_interfaces');
  const said = [block, ...readers].flatMap((each) => present(each.boolean('associate_public_ip_address')) ?? []);
  return said.find(({ value }) => value === true) ?? said.find(({ state }) => state === 'unresolved') ?? said[0] ?? rest;
}

function networkInterfaces(block: BlockReader): readonly BlockReader[] {
  return ['primary_network_interface', 'network_interface'].flatMap((type) => block.blocks(type).readers);
}

function subnetOfTemplate(template: BlockReader): Value | undefined {
  return template.block('network_interfaces').value('subnet_id');
}

/** Where an Elastic IP names the instance or one of its interfaces. O(addresses) for each instance: an account has few of them (quota 5). */
function elasticIpOf(block: BlockReader, context: ReaderContext): Place | null {
  const own = block.resource;
  if (!own || own.mode === 'data') return null;
  const interfaces = networkInterfaces(block).flatMap((each) =>
    context.targets(each.value('network_interface_id'), ['aws_network_interface']),
  );
  const names = (owner: BlockReader, attribute: string): Place | null => {
    const found = context.targets(owner.value(attribute), [own.type, 'aws_network_interface']);
    const isOurs = found.some((each) => each.resource === own || interfaces.some((one) => one.resource === each.resource));
    return isOurs && !owner.uncertain ? owner.placeOf(attribute) : null;
  };
  for (const address of [...context.all('aws_eip'), ...context.all('aws_eip_association')]) {
    const place =
      names(address, 'instance') ??
      names(address, 'instance_id') ??
      names(address, 'network_interface') ??
      names(address, 'network_interface_id');
    if (place) return place;
  }
  return null;
}
