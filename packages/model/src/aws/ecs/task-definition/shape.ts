import type { AttrMap } from '../../../node.ts';

/** An ECS task definition. Source: Amazon ECS API reference, ContainerDefinition; hashicorp/aws aws_ecs_task_definition; read 2026-11-22. */
export interface TaskDefinition {
  readonly containers: readonly Container[];
}

export interface Container {
  readonly label: string | undefined;
  /** Root on the host. Default false; cannot be true on Fargate. */
  readonly isPrivileged: boolean;
  /** Variables of `environment` that hold a credential in plain text → its kind. Those of `secrets` come from a store and do not count. */
  readonly credentials: AttrMap<string>;
}
