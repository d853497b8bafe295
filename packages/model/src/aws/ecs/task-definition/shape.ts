import type { AttrMap } from '../../../node.ts';

/** An ECS task definition. Source: Amazon ECS API reference, TaskDefinition and ContainerDefinition; hashicorp/aws aws_ecs_task_definition; read 2026-11-22. */
export interface TaskDefinition {
  readonly containers: readonly Container[];
  /** `host` or `task`; undefined: each container has its own processes. */
  readonly pidMode: string | undefined;
  /** `awsvpc`, `bridge`, `host`, `none`; undefined: `bridge`. */
  readonly networkMode: string | undefined;
  /** The role that starts the task is also the one its code acts with. */
  readonly sharesRole: boolean;
  readonly volumes: readonly TaskVolume[];
}

export interface Container {
  readonly label: string | undefined;
  /** Root on the host. Default false; cannot be true on Fargate. */
  readonly isPrivileged: boolean;
  /** Nothing can be written to the root file system. Default false. */
  readonly isReadOnly: boolean;
  /** Name or number, with or without a group; undefined: what the image says, root when it says nothing. */
  readonly user: string | undefined;
  /** Default false: output stays on the host, or nowhere. */
  readonly logs: boolean;
  /** Variables of `environment` that hold a credential in plain text → its kind. Those of `secrets` come from a store and do not count. */
  readonly credentials: AttrMap<string>;
}

export interface TaskVolume {
  /** A shared file system (EFS). */
  readonly isEfs: boolean;
  /** `ENABLED` or `DISABLED` (default). */
  readonly transitEncryption: string;
}
