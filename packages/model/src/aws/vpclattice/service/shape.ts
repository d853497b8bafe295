/** A VPC Lattice service or service network. Source: hashicorp/aws documentation of aws_vpclattice_service and aws_vpclattice_service_network, AWS::VpcLattice::Service, read 2026-11-22. */
export interface LatticeService {
  /** `NONE` (default) or `AWS_IAM`. */
  readonly authType: string;
}
