/** Does an instance of a CloudFormation template get a public IPv4 address? The same order of precedence as in public-address.ts. */
import type { BlockReader, Leaf, Place, ReaderContext } from '../../code/index.ts';
import { absent, byDefault, explicit, present, unresolved } from '../../code/index.ts';
import { INSTANCE, isReader, launchData, templateData } from './launch-cloudformation.ts';

export function publicAddressInTemplate(block: BlockReader, context: ReaderContext): Leaf<boolean> {
  const elastic = elasticIpOf(block, context);
  if (elastic) return explicit(true, elastic);
  const own = launchData(block);
  const asked = askedFor(own);
  if (asked) return asked;
  if (block.resource?.type !== INSTANCE) return absent(block.place);
  const interfaces = own.blocks('NetworkInterfaces').readers;
  const made = interfaces.find((each) => each.value('NetworkInterfaceId') !== undefined);
  // An interface made beforehand has only the addresses that were given to it.
  if (made) return byDefault(false, made.place);
  const template = templateData(block, context);
  const inherited = isReader(template) ? askedFor(template) : null;
  if (inherited) return inherited;
  const fromTemplate = isReader(template) ? template.block('NetworkInterfaces').value('SubnetId') : undefined;
  const named = own.value('SubnetId') ?? own.block('NetworkInterfaces').value('SubnetId') ?? fromTemplate;
  const [subnet] = context.targets(named, ['AWS::EC2::Subnet']);
  if (subnet) return subnet.boolean('MapPublicIpOnLaunch', { default: false });
  if (template && !isReader(template)) return template;
  if (named) return byDefault(false, block.place);
  const detail = 'without SubnetId the subnet of the default VPC decides, which is not in this code';
  return unresolved({ code: 'unresolved-reference', detail }, block.place);
}

/** What the settings say themselves; a true on one interface decides. Null when they say nothing. */
function askedFor(settings: BlockReader): Leaf<boolean> | null {
  const { readers, rest } = settings.blocks('NetworkInterfaces');
  const said = [settings, ...readers].flatMap((each) => present(each.boolean('AssociatePublicIpAddress')) ?? []);
  return said.find(({ value }) => value === true) ?? said.find(({ state }) => state === 'unresolved') ?? said[0] ?? rest;
}

function elasticIpOf(block: BlockReader, context: ReaderContext): Place | null {
  if (block.resource?.type !== INSTANCE) return null;
  for (const address of [...context.all('AWS::EC2::EIP'), ...context.all('AWS::EC2::EIPAssociation')]) {
    const isOurs = context.targets(address.value('InstanceId'), [INSTANCE]).some((each) => each.resource === block.resource);
    if (isOurs && !address.uncertain) return address.placeOf('InstanceId');
  }
  return null;
}
