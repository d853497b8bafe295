/** A transit gateway. Sources: hashicorp/aws documentation of aws_ec2_transit_gateway; AWS::EC2::TransitGateway; read 2026-11-22. */
export interface TransitGateway {
  /** `enable` or `disable` (default). */
  readonly autoAccept: string;
}
