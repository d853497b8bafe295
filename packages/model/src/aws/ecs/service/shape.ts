/** An ECS service or task set. Source: hashicorp/aws documentation of aws_ecs_service and aws_ecs_task_set, AWS::ECS::Service, read 2026-11-22. */
export interface EcsService {
  /** Default false. */
  readonly assignsPublicIp: boolean;
  /** `EC2`, `FARGATE`, `EXTERNAL`; undefined: what the cluster's capacity providers say. */
  readonly launchType: string | undefined;
  /** Default `LATEST`; Fargate only. */
  readonly platformVersion: string;
}
