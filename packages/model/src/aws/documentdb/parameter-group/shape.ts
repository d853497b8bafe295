import type { AttrMap } from '../../../node.ts';

/** A DocumentDB cluster parameter group. Sources: hashicorp/aws documentation of aws_docdb_cluster_parameter_group; AWS::DocDB::DBClusterParameterGroup; read 2026-11-22. */
export interface DocumentParameterGroup {
  /** Only what the group sets itself. */
  readonly parameters: AttrMap<string>;
}
