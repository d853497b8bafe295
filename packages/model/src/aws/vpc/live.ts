/** Tables of transit gateways, in the words of CloudFormation. Source: Amazon EC2 API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, Missing, textOf } from '../../live/index.ts';

const ASSOCIATION = 'AWS::EC2::TransitGatewayRouteTableAssociation';
const PROPAGATION = 'AWS::EC2::TransitGatewayRouteTablePropagation';
const ROUTE = 'AWS::EC2::TransitGatewayRoute';

export const live: readonly LiveSource[] = [
  {
    call: 'ec2:DescribeTransitGatewayAttachments',
    items: 'TransitGatewayAttachments',
    types: [ASSOCIATION],
    declare: association,
  },
  {
    call: 'ec2:DescribeTransitGatewayRouteTables',
    items: 'TransitGatewayRouteTables',
    types: ['AWS::EC2::TransitGatewayRouteTable', PROPAGATION, ROUTE],
    declare: table,
  },
];

function association(item: Json): LiveThing | null {
  const [attachment, of] = [textOf(item, 'TransitGatewayAttachmentId'), textOf(item, 'Association.TransitGatewayRouteTableId')];
  if (attachment === undefined || of === undefined || textOf(item, 'Association.State') !== 'associated') return null;
  return joined(ASSOCIATION, of, { attachment });
}

/** A table with what announces itself in it and its routes; those that come from announcements are not said twice. */
function table(item: Json, context: LiveContext): readonly LiveThing[] {
  const id = textOf(item, 'TransitGatewayRouteTableId');
  if (id === undefined || textOf(item, 'State')?.startsWith('delet') === true) return [];
  const own: LiveThing = {
    type: 'AWS::EC2::TransitGatewayRouteTable',
    id: `arn:${context.partition}:ec2:${context.region}:${context.account}:transit-gateway-route-table/${id}`,
    names: [id],
    properties: { TransitGatewayId: textOf(item, 'TransitGatewayId') },
  };
  const announced = context.answer('ec2:GetTransitGatewayRouteTablePropagations', { TransitGatewayRouteTableId: id });
  const propagations =
    announced instanceof Missing
      ? [joined(PROPAGATION, id, { attachment: announced })]
      : itemsAt(announced, 'TransitGatewayRouteTablePropagations').flatMap((each) => {
          const attachment = textOf(each, 'TransitGatewayAttachmentId');
          return attachment === undefined ? [] : [joined(PROPAGATION, id, { attachment })];
        });
  return [own, ...propagations, ...routes(id, context)];
}

function routes(id: string, context: LiveContext): readonly LiveThing[] {
  const asked = { TransitGatewayRouteTableId: id, Filters: [{ Name: 'type', Values: ['static'] }] };
  const found = context.answer('ec2:SearchTransitGatewayRoutes', asked);
  if (found instanceof Missing) return [joined(ROUTE, id, { attachment: found })];
  const written = itemsAt(found, 'Routes').flatMap((each) => {
    const destination = textOf(each, 'DestinationCidrBlock');
    const attachment = textOf(itemsAt(each, 'TransitGatewayAttachments')[0], 'TransitGatewayAttachmentId');
    if (destination === undefined) return [];
    return [joined(ROUTE, id, { attachment, destination, isBlackhole: textOf(each, 'State') === 'blackhole' })];
  });
  // It has no further pages, and says so.
  const more = jsonAt(found, 'AdditionalRoutesAvailable') === true;
  return more ? [...written, joined(ROUTE, id, { attachment: new Missing('the table has more routes than are told') })] : written;
}

interface Joined {
  readonly attachment: string | Missing | undefined;
  readonly destination?: string;
  readonly isBlackhole?: boolean;
}

function joined(type: string, id: string, { attachment, destination, isBlackhole }: Joined): LiveThing {
  const at = destination ?? (attachment instanceof Missing ? '' : (attachment ?? ''));
  const properties: Record<string, LiveValue> = { TransitGatewayRouteTableId: id, TransitGatewayAttachmentId: attachment };
  if (destination !== undefined) properties['DestinationCidrBlock'] = destination;
  if (isBlackhole !== undefined) properties['Blackhole'] = isBlackhole;
  return { type, id: `${type.slice(type.lastIndexOf(':') + 1)}/${id}/${at}`, properties };
}
