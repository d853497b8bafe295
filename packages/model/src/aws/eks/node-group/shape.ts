/** Managed nodes of an EKS cluster. Source: hashicorp/aws documentation of aws_eks_node_group, AWS::EKS::Nodegroup, read 2026-11-22. */
export interface NodeGroup {
  /** Default false. */
  readonly allowsSsh: boolean;
  /** `AL2023_x86_64_STANDARD`, `BOTTLEROCKET_ARM_64`, `AL2_x86_64` …; undefined: what EKS chooses. */
  readonly amiType: string | undefined;
  /** Only some groups may connect. Default false: port 22 is open to the internet. */
  readonly limitsSources: boolean;
}
