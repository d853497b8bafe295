/** An Elastic IP address. Sources: hashicorp/aws documentation of aws_eip and aws_eip_association; AWS::EC2::EIP; read 2026-11-22. */
export interface ElasticIp {
  /** An instance, interface, NAT gateway or anything else of this code takes it. */
  readonly isUsed: boolean;
}
