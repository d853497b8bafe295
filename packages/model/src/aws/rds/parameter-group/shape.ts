import type { AttrMap } from '../../../node.ts';

/** A database parameter group. Source: hashicorp/aws documentation of aws_db_parameter_group, read 2026-11-22. */
export interface ParameterGroup {
  /** `postgres16`, `mariadb10.11` … */
  readonly family: string;
  /** Only what the group sets itself. */
  readonly parameters: AttrMap<string>;
}
